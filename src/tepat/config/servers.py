"""From the URLs of the environment to Django's settings."""

from typing import Any
from urllib.parse import unquote, urlsplit

from tepat.config import options, sqlite


class OptionError(Exception):
    """An option that cannot be understood; its message names the variable and the mend."""


def database() -> dict[str, Any]:
    """DATABASES["default"]: PostgreSQL by URL, else SQLite in the home."""
    url = options.read("DATABASE_URL")
    if not url or url.startswith("sqlite"):
        wal = sqlite.use_fixed_library()
        name = url.removeprefix("sqlite:///") if url else str(options.home() / "tepat.sqlite3")
        return {"ENGINE": "django.db.backends.sqlite3", "NAME": name, "OPTIONS": sqlite.options(wal=wal), "CONN_MAX_AGE": None}
    parts = urlsplit(url)
    if parts.scheme not in {"postgres", "postgresql"}:
        raise OptionError(f"TEPAT_DATABASE_URL: {parts.scheme}:// is not known; use postgresql:// or leave it empty")
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": parts.path.lstrip("/"),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": unquote(parts.hostname or ""),
        "PORT": str(parts.port or ""),
        "CONN_MAX_AGE": 60,
        "CONN_HEALTH_CHECKS": True,
    }


def mail() -> dict[str, Any]:
    """Django's EMAIL_* settings."""
    url = options.read("MAIL_URL")
    if not url:
        return {
            "EMAIL_BACKEND": "django.core.mail.backends.filebased.EmailBackend",
            "EMAIL_FILE_PATH": str(options.home() / "mail"),
        }
    parts = urlsplit(url)
    if parts.scheme not in {"smtp", "smtps", "smtp+starttls"}:
        raise OptionError(f"TEPAT_MAIL_URL: {parts.scheme}:// is not known; use smtp://, smtps:// or smtp+starttls://")
    return {
        "EMAIL_BACKEND": "django.core.mail.backends.smtp.EmailBackend",
        "EMAIL_HOST": parts.hostname or "localhost",
        "EMAIL_PORT": parts.port or {"smtp": 25, "smtps": 465}.get(parts.scheme, 587),
        "EMAIL_HOST_USER": unquote(parts.username or ""),
        "EMAIL_HOST_PASSWORD": unquote(parts.password or ""),
        "EMAIL_USE_SSL": parts.scheme == "smtps",
        "EMAIL_USE_TLS": parts.scheme == "smtp+starttls",
        "EMAIL_TIMEOUT": 20,
    }

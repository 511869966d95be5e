"""Every choice of an installation: type, default, help. Read from the environment, once."""

import os
import secrets
from dataclasses import dataclass
from pathlib import Path

CHECKOUT = Path(__file__).parents[3]


def default_home() -> Path:
    """`.tepat` in a checkout, the user's data directory when installed."""
    if (CHECKOUT / "pyproject.toml").is_file() and (CHECKOUT / "run").is_file():
        return CHECKOUT / ".tepat"
    from platformdirs import user_data_path

    return user_data_path("tepat")


@dataclass(frozen=True, slots=True)
class Option:
    """One setting: `TEPAT_<NAME>` in the environment."""

    name: str
    default: str
    help: str

    @property
    def variable(self) -> str:
        return f"TEPAT_{self.name}"

    def read(self) -> str:
        return os.environ.get(self.variable, self.default)


OPTIONS: dict[str, Option] = {
    o.name: o
    for o in (
        Option("HOME", "", "Folder of all state; empty = .tepat in a checkout, else the user's data directory"),
        Option("DATABASE_URL", "", "postgresql://user:password@host:port/name; empty = SQLite in the home"),
        Option("SEARCH_URL", "", "Search engine; empty = tantivy in the home, memory:// = none kept"),
        Option("TASKS_URL", "", "Task queue; empty = in the database, immediate:// = at once (tests)"),
        Option("FILES_URL", "", "File store; empty = files/ in the home"),
        Option(
            "MAIL_URL", "", "smtp://user:password@host:port, smtps:// or smtp+starttls://; empty = files in mail/ of the home"
        ),
        Option("MAIL_FROM", "Tepat <tepat@localhost>", "Sender of letters"),
        Option("BASE_URL", "http://127.0.0.1:8000", "Address under which people reach this installation, used in letters"),
        Option("HOSTS", "127.0.0.1,localhost,[::1]", "Host names that are answered, with commas"),
        Option("SECRET_KEY", "", "Key of signatures; empty = made once and kept in the home"),
        Option("DEBUG", "", "1 = show faults in the browser; never on a public address"),
        Option("DEMO", "", "1 = this is a demo: sign-in links are printed"),
    )
}


def read(name: str) -> str:
    """The value of an option; KeyError for a name that is none."""
    return OPTIONS[name].read()


def home() -> Path:
    """The folder of all state; made if absent, for its owner's eyes only."""
    folder = Path(read("HOME") or default_home()).expanduser().absolute()
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    return folder


def secret_key() -> str:
    """The configured key, or the one kept in the home, made at the first start."""
    if given := read("SECRET_KEY"):
        return given
    file = home() / "secret-key"
    if not file.exists():
        fresh = file.with_suffix(f".{os.getpid()}")
        fresh.touch(mode=0o600)
        fresh.write_text(secrets.token_urlsafe(48))
        fresh.replace(file) if not file.exists() else fresh.unlink()
    return file.read_text()

"""The language of messages: Django's translations without a database or a settings module."""

from pathlib import Path
from typing import Literal

Language = Literal["id", "en"]
LOCALE = Path(__file__).parent.parent / "locale"


def speak(language: str) -> None:
    """Messages follow `language` from here on. Unknown codes fall back to Indonesian."""
    from django.conf import settings
    from django.utils import translation

    if not (LOCALE / "id" / "LC_MESSAGES" / "django.mo").exists():
        from tepat.config.catalogue import compile_if_stale

        compile_if_stale()
    if not settings.configured:
        import django

        settings.configure(USE_I18N=True, LANGUAGE_CODE="id", LOCALE_PATHS=[str(LOCALE)], INSTALLED_APPS=[])
        django.setup()
    translation.activate(language if language in {"id", "en"} else "id")

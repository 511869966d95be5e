"""Names of the parts of an installation, as `doctor` and the operator's first page say them."""

from django.utils.translation import gettext as _


def part_name(code: str) -> str:
    """A part's name in the reader's language; an unknown code stays."""
    names = {
        "database": _("Database"),
        "migrations": _("Migrations"),
        "index": _("Search index"),
        "queue": _("Tasks"),
        "mail": _("Mail"),
        "sqlite": "SQLite",
        "disk": _("Disk"),
        "files": _("Files"),
        "events": _("Event log"),
        "formats": _("File formats"),
    }
    return names.get(code, code)

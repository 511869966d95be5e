"""Our scripts as they are sent: one file per entry, without comments and indentation. There is no other build step."""

import re
from pathlib import Path

IMPORT = re.compile(r"""^import (?:\{[^}]*\} from )?["'](\.[^"']+)["'];$""", re.MULTILINE)
EXPORT = re.compile(r"^export (?=(?:async )?(?:function|class|const)\b)", re.MULTILINE)


def script_joined(entry: Path) -> str:
    """The module with what it imports at its head in front of it; what it asks for later (`import(…)`) stays a file.

    Joined parts share one scope: a name at the top is used once, and a part belongs to one entry (tests/web/test_scripts.py).
    """
    script = entry.read_text()
    parts = [EXPORT.sub("", script_joined(entry.parent / path)) for path in IMPORT.findall(script)]
    return script_compact("\n".join([*parts, IMPORT.sub("", script)]))


def script_compact(script: str) -> str:
    """Without indentation and lines that are only a comment. No text of ours goes over several lines, so no meaning changes."""
    lines = (line.strip() for line in script.splitlines())
    return "\n".join(line for line in lines if line and not line.startswith("//"))

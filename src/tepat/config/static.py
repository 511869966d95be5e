"""Fewer files than sources: what css/app.css imports, and what a script imports at its head, is joined when collected."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from whitenoise.storage import CompressedManifestStaticFilesStorage

from tepat.web.scripts import script_joined

IMPORT = re.compile(r"""@import\s+url\(["']?([^"')]+)["']?\)\s*(?:layer\(([\w.-]+)\))?\s*;""")
ENTRY = "css/app.css"
OWN_SCRIPT = re.compile(r"js/(?:[a-z-]+/)?[a-z-]+\.js")


class JoinedStaticFilesStorage(CompressedManifestStaticFilesStorage):  # type: ignore[misc]
    """Joins stylesheets and scripts before hashing, so that a page waits for one request of each."""

    support_js_module_import_aggregation = True
    manifest_strict = False

    def stored_name(self, name: str) -> str:
        """The hashed name; the plain one where nothing was collected (tests, a checkout in debug)."""
        try:
            return str(super().stored_name(name))
        except ValueError:
            return name

    def post_process(self, paths: dict[str, Any], dry_run: bool = False, **options: Any) -> Iterator[Any]:  # noqa: FBT001, FBT002
        if not dry_run:
            # Hashing reads each file where it came from: for these, that is now what was just written.
            paths = {**paths, **{name: (self, name) for name in self._rewritten(paths)}}
        yield from super().post_process(paths, dry_run=dry_run, **options)

    def _rewritten(self, paths: dict[str, Any]) -> Iterator[str]:
        """Writes the joined stylesheet, and our scripts joined and without comments; names of what was written."""
        for name, (source, path) in paths.items():
            if name == ENTRY:
                Path(self.path(name)).write_text(joined(Path(source.path(path))))
                yield name
            elif OWN_SCRIPT.fullmatch(name):
                Path(self.path(name)).write_text(script_joined(Path(source.path(path))))
                yield name


def joined(entry: Path) -> str:
    """The stylesheet with each imported file in its place, wrapped in its layer; comments and indentation are left out."""

    def inline(match: re.Match[str]) -> str:
        css = joined(entry.parent / match[1])
        return f"@layer {match[2]} {{\n{css}\n}}" if match[2] else css

    return compact(IMPORT.sub(inline, entry.read_text()))


def compact(css: str) -> str:
    """Without comments and leading white space; nothing that changes meaning."""
    css = re.sub(r"/\*.*?\*/", "", css, flags=re.DOTALL)
    return "\n".join(line.strip() for line in css.splitlines() if line.strip())

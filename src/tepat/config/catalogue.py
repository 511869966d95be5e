"""Message catalogues without gettext's programs: Babel extracts, merges and compiles.

`python -m tepat.config.catalogue` renews `locale/id` from the sources; `--set FILE.json` adds translations
(`{"English": "Indonesia"}`, for a plural `{"singular": ["bentuk"]}`); `--missing` lists what has none.
"""

import argparse
import ast
import fcntl
import io
import json
import os
import sys
from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po
from django.utils.translation.reloader import translation_file_changed

ROOT = Path(__file__).parent.parent
PO = ROOT / "locale" / "id" / "LC_MESSAGES" / "django.po"
FUNCTIONS = {
    *("_", "gettext", "gettext_lazy", "gettext_noop", "pgettext", "pgettext_lazy"),
    *("ngettext", "ngettext_lazy", "npgettext"),
}
Message = str | tuple[str, str]


def compile_if_stale() -> None:
    """Writes `django.mo` beside each `django.po` that is newer."""
    for po in ROOT.glob("locale/*/LC_MESSAGES/*.po"):
        mo = po.with_suffix(".mo")
        if mo.exists() and mo.stat().st_mtime_ns >= po.stat().st_mtime_ns:
            continue
        out = io.BytesIO()
        write_mo(out, _read(po))
        # Several processes may start at once; each writes a file of its own, and the last one stays.
        fresh = mo.with_suffix(f".mo.{os.getpid()}")
        fresh.write_bytes(out.getvalue())
        fresh.replace(mo)
        # Django's own models ask for words while they load: what was found without this file is forgotten.
        translation_file_changed(None, mo)


def extract() -> Iterator[tuple[str | None, Message, str]]:
    """(context, message or (singular, plural), place) of every translatable string in Python and templates."""
    from django.conf import settings

    if not settings.configured:
        settings.configure()
    from django.utils.translation.template import templatize

    for path in sorted(ROOT.rglob("*.py")):
        if "migrations" not in path.parts:
            yield from _messages(path.read_text(), path)
    for suffix in ("*.html", "*.txt"):
        for path in sorted((ROOT / "templates").rglob(suffix)):
            yield from _messages(_pythonized(templatize(path.read_text(), origin=str(path))), path)


def _pythonized(templatized: str) -> str:
    """Keeps the calls of templatize()'s pseudo-Python, one a line, so that Python can parse them."""
    import re

    call = re.compile(r"""\b(?:p?gettext|np?gettext)\((?:\s*u?(?:'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*")\s*,?\s*(?:count\s*)?)+\)""")
    found = [m.group().replace(",count", ",0").replace(", count", ", 0") for m in call.finditer(templatized)]
    short = re.compile(r"""(?<![\w.])_\(\s*(?:'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*")\s*\)""")
    return "\n".join(found + [m.group() for m in short.finditer(templatized)])


def _messages(source: str, path: Path) -> Iterator[tuple[str | None, Message, str]]:
    for node in ast.walk(ast.parse(source, filename=str(path))):
        name = getattr(node.func, "id", getattr(node.func, "attr", "")) if isinstance(node, ast.Call) else ""
        if not isinstance(node, ast.Call) or name not in FUNCTIONS:
            continue
        words = [a.value for a in node.args if isinstance(a, ast.Constant) and isinstance(a.value, str)]
        if not words:
            continue
        context = words.pop(0) if name.startswith(("pgettext", "npgettext")) and len(words) > 1 else None
        message: Message = (words[0], words[1]) if name.startswith("n") and "noop" not in name and len(words) > 1 else words[0]
        yield context, message, path.relative_to(ROOT).as_posix()


def _read(po: Path) -> Catalog:
    if not po.exists():
        return Catalog(locale="id", domain="django")
    with po.open("rb") as file:
        return read_po(file, locale="id", domain="django")


def renewed(translations: dict[str, str | list[str]]) -> Catalog:
    """The catalogue of today's sources with known and given translations; strings that are gone are dropped."""
    old, new = _read(PO), Catalog(locale="id", domain="django", charset="utf-8", fuzzy=False)
    new.mime_headers = [("Plural-Forms", "nplurals=1; plural=0;")]  # Babel does not know that Indonesian has one form
    for context, message, place in extract():
        key = message[0] if isinstance(message, tuple) else message
        given = translations.get(key)
        known = old.get(key, context)
        value: str | list[str] | tuple[str, ...] | None = given if given is not None else (known.string if known else None)
        if isinstance(message, tuple) and value:
            value = (value,) if isinstance(value, str) else tuple(value)[:1]
        if not isinstance(message, tuple) and isinstance(value, list | tuple):
            value = value[0] if value else None
        new.add(message, value, locations=[(place, 0)], context=context)
    return new


def missing(catalog: Catalog) -> list[str]:
    """Messages without a translation."""
    return [str(m.id) for m in catalog if m.id and not (all(m.string) if isinstance(m.string, tuple) else m.string)]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--set", type=Path, metavar="FILE.json")
    parser.add_argument("--missing", action="store_true")
    options = parser.parse_args()
    PO.parent.mkdir(parents=True, exist_ok=True)
    with (PO.parent / ".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        given = json.loads(options.set.read_text()) if options.set else {}
        catalog = renewed(given)
        with PO.open("wb") as file:
            write_po(file, catalog, width=0, sort_output=True, omit_header=False, include_lineno=False)
        compile_if_stale()
    absent = missing(catalog)
    if options.missing:
        print("\n".join(absent))  # noqa: T201 - the list is the answer
    sys.stderr.write(f"{len(list(catalog)) - 1} messages, {len(absent)} without Indonesian\n")


if __name__ == "__main__":
    main()

"""`tepat posting read`: adverts as files → what they ask, with the places that say it."""

import json
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Annotated, Any

import typer

from tepat.cli.language import speak
from tepat.cli.usage import Group
from tepat.domain.documents import ExtractedText, IncomingFile, TextExtractor, Unreadable
from tepat.domain.knowledge import Knowledge
from tepat.domain.postings.document import to_document
from tepat.domain.postings.markup import advert_of_markup
from tepat.domain.postings.posting import PostingReading
from tepat.domain.postings.read import read_posting

app = typer.Typer(cls=Group, add_completion=False)
SUFFIXES = {".txt", ".md", ".text", ".pdf", ".docx", ".odt", ".rtf", ".doc", ".html", ".htm", ".json", ".jsonld"}


@app.callback()
def posting() -> None:
    """Baca iklan loker / read adverts."""


@app.command()
def read(
    paths: Annotated[list[Path], typer.Argument(help="Berkas atau folder / files or folders")],
    *,
    as_json: Annotated[bool, typer.Option("--json", help="JSON Lines")] = False,
    with_text: Annotated[bool, typer.Option("--text", help="Sertakan teks / include the text")] = False,
    lang: Annotated[str, typer.Option(help="id | en")] = "id",
) -> None:
    """Membaca iklan: syarat, peran, kejelasan, masalah."""
    speak(lang)
    from tepat.adapters.extract.sandbox import Sandbox
    from tepat.adapters.knowledge import load_knowledge

    knowledge = load_knowledge()
    with Sandbox(workers=1) as extractor:
        readable = sum(
            _show(*found, knowledge, as_json=as_json, with_text=with_text) for found in read_texts(walk(paths), extractor)
        )
    if not readable:
        raise typer.Exit(1)


def _show(name: str, answer: str | Unreadable, knowledge: Knowledge, *, as_json: bool, with_text: bool) -> bool:
    """Prints one advert, or why it could not be read; True if it was read."""
    if isinstance(answer, Unreadable):
        show_error(name, answer, as_json=as_json)
        return False
    reading = read_posting(answer, knowledge=knowledge)
    if as_json:
        print(json.dumps(document(name, reading, answer, knowledge, with_text=with_text), ensure_ascii=False))
    else:
        from tepat.cli.tables import print_posting

        print_posting(name, reading, answer, knowledge)
    return True


def walk(paths: Iterable[Path]) -> list[Path]:
    """Files as given; folders are walked, sorted by path. A path that does not exist stays, so that it is reported."""
    found: list[Path] = []
    for path in paths:
        if path.is_dir():
            found.extend(sorted(p for p in path.rglob("*") if p.is_file() and p.suffix.casefold() in SUFFIXES))
        else:
            found.append(path)
    return found


def read_texts(paths: list[Path], extractor: TextExtractor) -> Iterator[tuple[str, str | Unreadable]]:
    """(path as given, text of the advert or why there is none), in the order given."""
    for path in paths:
        try:
            data = path.read_bytes()
        except OSError:
            yield str(path), Unreadable("damaged", {"missing": 1})
            continue
        structured = _job_posting(data)
        if structured is not None:
            yield str(path), structured
            continue
        answer = extractor.extract(IncomingFile(path.name, data))
        yield str(path), answer.text if isinstance(answer, ExtractedText) else answer


def _job_posting(data: bytes) -> str | None:
    """The text of a schema.org JobPosting, alone or in a saved page; None where the file is something else."""
    if data.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] not in {b"{", b"[", b"<"}:
        return None
    try:
        return advert_of_markup(data.decode("utf-8-sig"))
    except UnicodeDecodeError:
        return None


def document(name: str, reading: PostingReading, text: str, knowledge: Knowledge, *, with_text: bool = False) -> dict[str, Any]:
    """The contract's document of one advert: codes with their sentences."""
    return {"file": name, **worded(to_document(reading, text=text), knowledge), **({"text": text} if with_text else {})}


def worded(plain: dict[str, Any], knowledge: Knowledge) -> dict[str, Any]:
    """A reading's document with sentences in place of params."""
    from tepat.services.wording.postings import check_message, check_suggestion, clarity_message, occupation_name

    said = plain["clarity"]
    clarity = {
        "verdict": said["verdict"],
        "message": clarity_message(said["verdict"], said["params"], knowledge=knowledge),
        "evidence": said["evidence"],
    }
    if suggested := said.get("suggested_occupation"):
        clarity["suggested_title"] = occupation_name(suggested, knowledge)
    checks = []
    for check in plain["checks"]:
        shown = {"code": check["code"], "severity": check["severity"], "message": check_message(check["code"], check["params"])}
        if suggestion := check_suggestion(check["code"]):
            shown["suggestion"] = suggestion
        checks.append({**shown, "evidence": check["evidence"]})
    return {**plain, "clarity": clarity, "checks": checks}


def show_error(name: str, answer: Unreadable, *, as_json: bool) -> None:
    """One line for a file that cannot be read: on stdout as JSON, else in words on stderr."""
    from tepat.services.wording.documents import unreadable_message

    message = unreadable_message(answer)
    if as_json:
        print(json.dumps({"file": name, "error": {"code": answer.code, "message": message}}, ensure_ascii=False))
    print(f"{name}: {message}", file=sys.stderr)

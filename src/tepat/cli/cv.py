"""`tepat cv read`: CVs as files → what they say, with the places that say it."""

import hashlib
import json
import sys
from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, date, datetime
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any

import typer

from tepat.cli.language import speak
from tepat.cli.usage import Group
from tepat.domain.cv.document import to_document, to_json_resume
from tepat.domain.cv.read import CVReading
from tepat.domain.documents import MAX_BYTES, IncomingFile, Unreadable

app = typer.Typer(cls=Group, add_completion=False)
Answer = tuple[Path, str, CVReading | Unreadable]
"""Path as given, SHA-256 of the bytes (empty where there are none to read), what was read."""


class Language(StrEnum):
    """Language of messages."""

    ID = "id"
    EN = "en"


@app.callback()
def cv() -> None:
    """Baca CV / read CVs."""


@app.command()
def read(
    paths: Annotated[list[Path], typer.Argument(help="Berkas atau folder / files or folders")],
    *,
    as_json: Annotated[bool, typer.Option("--json", help="JSON Lines")] = False,
    with_text: Annotated[bool, typer.Option("--text", help="Sertakan teks / include the text")] = False,
    json_resume: Annotated[bool, typer.Option("--json-resume", help="JSON Resume 1.0.0, satu per baris / one a line")] = False,
    as_of: Annotated[datetime | None, typer.Option(formats=["%Y-%m-%d"], help="Hari ini / today")] = None,
    lang: Annotated[Language, typer.Option(help="Bahasa pesan / language of messages")] = Language.ID,
) -> None:
    """Membaca CV: kontak, pengalaman, pendidikan, keahlian, dengan tempat buktinya."""
    speak(lang.value)
    today = as_of.date() if as_of else datetime.now(tz=UTC).astimezone().date()
    show = _shower(as_json=as_json, json_resume=json_resume, with_text=with_text, today=today)
    readable = 0
    for path, digest, answer in read_files(walk(paths), as_of=today):
        readable += isinstance(answer, CVReading)
        if isinstance(answer, Unreadable):
            _complain(path, answer)
        show(path, digest, answer)
    if not readable:
        raise typer.Exit(1)


def walk(paths: Iterable[Path]) -> list[Path]:
    """Files as given, folders with all their files, sorted by path, each once. Hidden files of folders are left out."""
    found: set[Path] = set()
    for path in paths:
        if path.is_dir():
            found.update(
                p for p in path.rglob("*") if p.is_file() and not any(part.startswith(".") for part in p.relative_to(path).parts)
            )
        else:
            found.add(path)
    return sorted(found)


def read_files(paths: list[Path], *, as_of: date) -> Iterator[Answer]:
    """(path, digest, answer) in the order of `paths`, each as soon as it and those before it are done; a bar on a terminal."""
    from rich.console import Console
    from rich.progress import track

    from tepat.adapters.extract.sandbox import Sandbox

    digests: dict[int, str] = {}
    waiting: dict[int, CVReading | Unreadable] = {}
    console = Console(stderr=True)
    turn = 0
    with Sandbox() as sandbox:
        answers: Iterable[tuple[int, CVReading | Unreadable]] = sandbox.read_all(_load(paths, digests), as_of=as_of)
        for position, answer in track(
            answers, total=len(paths), console=console, disable=not console.is_terminal, transient=True, description=""
        ):
            waiting[position] = answer
            while turn in waiting:
                yield paths[turn], digests[turn], _as_seen(digests[turn], waiting.pop(turn))
                turn += 1


def _load(paths: list[Path], digests: dict[int, str]) -> Iterator[IncomingFile]:
    for position, path in enumerate(paths):
        try:
            with path.open("rb") as file:
                data = file.read(MAX_BYTES + 1)
            digests[position] = hashlib.sha256(data).hexdigest() if len(data) <= MAX_BYTES else _digest(path)
        except OSError:
            data, digests[position] = b"", ""
        yield IncomingFile(path.name, data)


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _as_seen(digest: str, answer: CVReading | Unreadable) -> CVReading | Unreadable:
    """A file that is not there was read as empty: say what is true."""
    if isinstance(answer, Unreadable) and not digest:
        return Unreadable("damaged", {"missing": 1})
    return answer


def _shower(
    *, as_json: bool, json_resume: bool, with_text: bool, today: date
) -> Callable[[Path, str, CVReading | Unreadable], None]:
    """How one answer is put on stdout."""

    def show(path: Path, digest: str, answer: CVReading | Unreadable) -> None:
        if json_resume:
            if isinstance(answer, CVReading):
                _print(to_json_resume(to_document(answer, as_of=today)))
        elif as_json:
            _print(answer_document(path, digest, answer, as_of=today, with_text=with_text))
        elif isinstance(answer, CVReading):
            _show_table(path, answer, today)

    return show


def answer_document(
    path: Path, digest: str, answer: CVReading | Unreadable, *, as_of: date, with_text: bool = False
) -> dict[str, Any]:
    """The contract's line for one file, codes with their sentences; the `sha256` of a file that is not there is null."""
    from tepat.services.wording.documents import flag_message, unreadable_message

    head = {"file": str(path), "sha256": digest or None}
    if isinstance(answer, Unreadable):
        return {**head, "error": {"code": answer.code, "message": unreadable_message(answer)}}
    document = to_document(answer, as_of=as_of)
    flags = []
    for flag in document["meta"]["flags"]:
        evidence = {"evidence": flag["evidence"]} if "evidence" in flag else {}
        flags.append({"code": flag["code"], "message": flag_message(flag["code"], flag["params"]), **evidence})
    document["meta"]["flags"] = flags
    return {**head, **document, **({"text": answer.extracted.text} if with_text else {})}


def _print(document: dict[str, Any]) -> None:
    sys.stdout.write(json.dumps(document, ensure_ascii=False) + "\n")
    sys.stdout.flush()


def _complain(path: Path, answer: Unreadable) -> None:
    from tepat.services.wording.documents import unreadable_message

    sys.stderr.write(f"{path}: {unreadable_message(answer)}\n")


def _show_table(path: Path, reading: CVReading, today: date) -> None:
    from tepat.cli.tables_cv import print_cv

    print_cv(path, reading, today)

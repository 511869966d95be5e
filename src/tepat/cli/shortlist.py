"""`tepat shortlist`: one advert, many CVs → who shows what, with the places that show it. Needs no server and no database."""

import json
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Annotated, Any

import typer

from tepat.cli.language import speak
from tepat.cli.posting import document as posting_document
from tepat.cli.posting import read_texts, show_error
from tepat.domain.cv.read import CVReader, CVReading
from tepat.domain.documents import IncomingFile, Unreadable
from tepat.domain.knowledge import Knowledge
from tepat.domain.matching.evidence import OpenCV
from tepat.domain.matching.match import match, terms_of
from tepat.domain.matching.opening import open_cv
from tepat.domain.matching.verdicts import MILLION, Match, RequirementMatch
from tepat.domain.occupations.occupation import OccupationScore
from tepat.domain.postings.posting import PostingReading
from tepat.domain.postings.read import read_posting
from tepat.domain.postings.roles import wanted_roles
from tepat.domain.ranking import rank

SUFFIXES = {".pdf", ".docx", ".odt", ".rtf", ".doc", ".txt", ".html", ".htm", ".png", ".jpg", ".jpeg"}


@dataclass(frozen=True, slots=True)
class Candidate:
    """One CV that could be read, with its match."""

    file: str
    reading: CVReading
    match: Match
    duplicate_of: str | None = None


@dataclass(frozen=True, slots=True)
class Shortlist:
    """What the command found: candidates best first, and the files that gave no text."""

    file: str
    text: str
    posting: PostingReading
    candidates: tuple[Candidate, ...]
    unreadable: tuple[tuple[str, Unreadable], ...]
    blind: bool


def shortlist(  # noqa: PLR0913 - each option is one of the contract
    posting: Annotated[Path, typer.Argument(help="Iklan / advert")],
    cvs: Annotated[list[Path], typer.Argument(help="CV atau folder / CVs or folders")],
    *,
    top: Annotated[int | None, typer.Option(min=1, help="Hanya N teratas / only the first N")] = None,
    blind: Annotated[bool, typer.Option(help="Tanpa nama / without names")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="JSON")] = False,
    csv: Annotated[Path | None, typer.Option(help="Tulis CSV / write CSV")] = None,
    html: Annotated[Path | None, typer.Option(help="Tulis halaman HTML / write an HTML page")] = None,
    lang: Annotated[str, typer.Option(help="id | en")] = "id",
    as_of: Annotated[str | None, typer.Option(help="Hari ini / today, YYYY-MM-DD")] = None,
) -> None:
    """Urutkan CV untuk sebuah loker / rank CVs for an advert."""
    speak(lang)
    from tepat.adapters.knowledge import load_knowledge

    knowledge = load_knowledge()
    found = _gather(posting, cvs, knowledge, as_of=_day(as_of), top=top, blind=blind)
    if as_json:
        print(json.dumps(to_document(found, knowledge), ensure_ascii=False))
    if csv is not None:
        from tepat.cli.sheets import write_csv

        _save(csv, write_csv(found))
    if html is not None:
        from tepat.cli.pages import write_page

        _save(html, write_page(found, knowledge, lang=lang).encode())
    if found.candidates and not (as_json or csv or html):
        from tepat.cli.tables import print_shortlist

        print_shortlist(found, knowledge)
    for file, answer in found.unreadable if not as_json else ():
        show_error(file, answer, as_json=False)
    if not found.candidates:
        raise typer.Exit(1)


def _gather(posting: Path, cvs: list[Path], knowledge: Knowledge, *, as_of: date, top: int | None, blind: bool) -> Shortlist:
    """Reads the advert and the CVs in one sandbox; ends the command where the advert cannot be read."""
    from tepat.adapters.extract.sandbox import Sandbox

    with Sandbox() as sandbox:
        name, text = next(read_texts([posting], sandbox))
        if isinstance(text, Unreadable):
            show_error(name, text, as_json=False)
            raise typer.Exit(1)
        answers = dict(_read(files := walk(cvs), sandbox, as_of))
    read = [(str(files[n]), answers[n]) for n in sorted(answers)]
    return build(name, text, read, knowledge=knowledge, as_of=as_of, top=top, blind=blind)


def _save(path: Path, data: bytes) -> None:
    """Writes a result; ends the command in words where that is not possible."""
    from django.utils.translation import gettext

    try:
        path.write_bytes(data)
    except OSError as reason:
        print(gettext("%(file)s could not be written: %(reason)s") % {"file": path, "reason": reason.strerror}, file=sys.stderr)
        raise typer.Exit(1) from reason


def _day(written: str | None) -> date:
    try:
        return date.fromisoformat(written) if written else date.today()  # noqa: DTZ011 - the reader's own day
    except ValueError as reason:
        raise typer.BadParameter("YYYY-MM-DD", param_hint="--as-of") from reason


def walk(paths: Iterable[Path]) -> list[Path]:
    """Files as given, folders walked and sorted; a file named twice counts once."""
    found: dict[str, Path] = {}
    for path in paths:
        inner = sorted(p for p in path.rglob("*") if p.is_file() and p.suffix.casefold() in SUFFIXES) if path.is_dir() else [path]
        for file in inner:
            found.setdefault(str(file), file)
    return list(found.values())


def build(
    name: str,
    text: str,
    readings: Sequence[tuple[str, CVReading | Unreadable]],
    *,
    knowledge: Knowledge,
    as_of: date,
    top: int | None = None,
    blind: bool = False,
) -> Shortlist:
    """Matches and ranks what was read: (file as given, reading or why there is none). Same input, same result."""
    posting = read_posting(text, knowledge=knowledge)
    wanted, terms = wanted_by(posting), terms_of(text)
    read = [(file, answer) for file, answer in readings if isinstance(answer, CVReading)]
    matches = [
        match(
            opened(answer, as_of=as_of, knowledge=knowledge),
            requirements=posting.requirements,
            occupations=wanted,
            knowledge=knowledge,
            terms=terms,
        )
        for _, answer in read
    ]
    first: dict[object, str] = {}
    candidates = [Candidate(file, answer, matches[n], _duplicate(file, answer, first)) for n, (file, answer) in enumerate(read)]
    order = rank(matches)
    unreadable = tuple((file, answer) for file, answer in readings if isinstance(answer, Unreadable))
    return Shortlist(name, text, posting, tuple(candidates[i] for i in order)[:top], unreadable, blind)


def opened(reading: CVReading, *, as_of: date, knowledge: Knowledge) -> OpenCV:
    """What matching may see of a CV that was read."""
    extracted = reading.extracted
    return open_cv(reading.profile, text=extracted.text, page_of=extracted.page_of, as_of=as_of, knowledge=knowledge)


def wanted_by(posting: PostingReading) -> tuple[tuple[str, float], ...]:
    """(occupation id, share) of the advertised work."""
    title = tuple((o.id, o.score) for o in posting.occupations_title)
    duties = tuple((o.id, o.score) for o in posting.occupations_duties)
    return wanted_roles(title, duties, misleading=posting.clarity.verdict == "mismatch")


def _read(files: list[Path], reader: CVReader, as_of: date) -> Iterator[tuple[int, CVReading | Unreadable]]:
    """(position, answer) of each file, with a bar on a terminal."""
    from rich.console import Console
    from rich.progress import track

    incoming: list[tuple[int, IncomingFile]] = []
    for position, path in enumerate(files):
        try:
            incoming.append((position, IncomingFile(path.name, path.read_bytes())))
        except OSError:
            yield position, Unreadable("damaged", {"missing": 1})
    answers = reader.read_all((file for _, file in incoming), as_of=as_of)
    shown = track(answers, total=len(incoming), description="CV", console=Console(stderr=True), transient=True)
    for position, answer in shown if sys.stderr.isatty() else answers:
        yield incoming[position][0], answer


def _duplicate(file: str, reading: CVReading, first: dict[object, str]) -> str | None:
    """The earlier file with the same words, or of the same person by e-mail or telephone."""
    keys: list[object] = [" ".join(reading.extracted.text.split())]
    keys += [("contact", fact.value) for fact in (reading.profile.email, reading.profile.phone) if fact is not None]
    known = next((first[k] for k in keys if k in first), None)
    for key in keys:
        first.setdefault(key, file)
    return known


def to_document(found: Shortlist, knowledge: Knowledge) -> dict[str, Any]:
    """The contract's document."""
    from tepat.services.wording.documents import unreadable_message

    read = posting_document(found.file, found.posting, found.text, knowledge)
    posting = {"title": found.posting.title, **{key: read[key] for key in ("requirements", "occupations", "clarity", "checks")}}
    return {
        "posting": posting,
        "candidates": [_candidate(number, c, blind=found.blind) for number, c in enumerate(found.candidates, 1)],
        "unreadable": [{"file": f, "error": {"code": a.code, "message": unreadable_message(a)}} for f, a in found.unreadable],
    }


def _candidate(number: int, candidate: Candidate, *, blind: bool) -> dict[str, Any]:
    from tepat.services.wording.documents import flag_message

    found = candidate.match
    musts = [r for r in found.requirements if r.requirement.importance == "must"]
    document: dict[str, Any] = {
        "rank": number,
        "file": candidate.file,
        "name": name_of(number, candidate, blind=blind),
        "score": round(found.score / MILLION, 4),
        "must_met": sum(r.verdict == "met" for r in musts),
        "must_total": len(musts),
        "requirements": [_requirement(r) for r in found.requirements],
        "occupations": [_occupation(o) for o in (candidate.reading.occupations or found.occupations)],
        "flags": [{"code": w.code, "message": flag_message(w.code, w.params)} for w in candidate.reading.profile.flags],
    }
    if candidate.duplicate_of:
        document["duplicate_of"] = candidate.duplicate_of
    return document


def _occupation(found: OccupationScore) -> dict[str, Any]:
    told_apart = {"narrower": found.narrower} if found.narrower else {}
    return {"id": found.id, "score": round(found.score, 4), **told_apart}


def name_of(number: int, candidate: Candidate, *, blind: bool) -> str | None:
    """The candidate's name, or a number where names are hidden; None where the CV names nobody."""
    from django.utils.translation import gettext

    if blind:
        return gettext("Candidate %(number)s") % {"number": number}
    return candidate.reading.profile.name.value if candidate.reading.profile.name else None


def _requirement(found: RequirementMatch) -> dict[str, Any]:
    from tepat.services.wording.matches import reason_words

    return {
        "id": found.requirement.id,
        "verdict": found.verdict,
        "score": round(found.score / MILLION, 4),
        "evidence": [{"quote": e.quote, "start": e.start, "end": e.end, "page": e.page, "path": e.path} for e in found.evidence],
        "reason": reason_words(found.reason.code, found.reason.params),
    }

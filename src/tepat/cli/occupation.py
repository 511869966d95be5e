"""`tepat occupation`: the roles as Tepat knows them, and which of them a text describes."""

import json
import sys
from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from tepat.cli.usage import Group

if TYPE_CHECKING:
    from tepat.domain.knowledge import Knowledge
    from tepat.domain.occupations.occupation import Occupation, OccupationScore

app = typer.Typer(cls=Group, add_completion=False)
AsJson = Annotated[bool, typer.Option("--json", help="JSON")]
Lang = Annotated[str, typer.Option(help="id | en")]
TEXT_SUFFIXES = {".txt", ".md", ".text"}


class Kind(StrEnum):
    """What the files are."""

    POSTING = "posting"
    CV = "cv"


@app.callback()
def occupation() -> None:
    """Kenali peran / know the roles."""


@app.command("list")
def list_all(*, as_json: AsJson = False, lang: Lang = "id") -> None:
    """Semua peran / all roles."""
    from tepat.adapters.guides import guide_ids

    known = _knowledge().occupations.values()
    if as_json:
        _print({"occupations": [_brief(o) | {"guide": o.id in guide_ids()} for o in known]})
        return
    for entry in sorted(known, key=lambda o: (o.family, o.printed_as, o.id != o.printed_as, o.id)):
        indent = "" if entry.id == entry.printed_as else "  "
        print(f"{indent}{entry.id:32.32s} {_name(entry, lang)}")


@app.command()
def show(occupation_id: Annotated[str, typer.Argument(metavar="ID")], *, as_json: AsJson = False, lang: Lang = "id") -> None:
    """Satu peran / one role."""
    from tepat.cli.occupation_guides import guide_document, guide_of

    knowledge = _knowledge()
    entry = _entry(knowledge, occupation_id, lang)
    guide = guide_of(entry)
    if as_json:
        _print(_whole(entry, knowledge) | ({"guide": guide_document(guide)} if guide else {}))
        return
    print(f"{_name(entry, lang)} ({entry.id})\n")
    if guide:
        from tepat.cli.language import speak
        from tepat.cli.tables_roles import print_guide

        speak(lang)
        print_guide(guide)
        return
    for statement in entry.duties:
        print(f"- {statement.text_id if lang == 'id' else statement.text_en} [{statement.source}]")
    for edge in entry.edges:
        if edge.distinction:
            said = edge.distinction.text_id if lang == "id" else edge.distinction.text_en
            print(f"\n≠ {edge.to}: {said} [{edge.distinction.source}]")


@app.command()
def compare(
    first: Annotated[str, typer.Argument(metavar="ID")],
    second: Annotated[str, typer.Argument(metavar="ID")],
    *,
    as_json: AsJson = False,
    lang: Lang = "id",
) -> None:
    """Dua peran bersebelahan / two roles side by side."""
    from tepat.cli.occupation_guides import comparison_document, guide_of

    knowledge = _knowledge()
    one, other = _entry(knowledge, first, lang), _entry(knowledge, second, lang)
    document = _comparison(one, other, knowledge)
    guides = guide_of(one), guide_of(other)
    if as_json:
        _print(document | (comparison_document(guides[0], guides[1]) if guides[0] and guides[1] else {}))
        return
    if guides[0] and guides[1]:
        from tepat.cli.language import speak
        from tepat.cli.tables_roles import print_comparison

        speak(lang)
        print_comparison(guides[0], guides[1], (_name(one, lang), _name(other, lang)))
        return
    for entry in (one, other):
        print(f"{_name(entry, lang)} ({entry.id})")
        for statement in entry.duties:
            print(f"- {statement.text_id if lang == 'id' else statement.text_en}")
        print()
    for distinction in document["distinctions"]:
        print(f"≠ {distinction['id' if lang == 'id' else 'en']} [{distinction['source']}]")


@app.command("identify")
def identify_files(
    paths: Annotated[list[Path], typer.Argument(help="Berkas atau folder / files or folders")],
    *,
    kind: Annotated[Kind, typer.Option(help="posting | cv")] = Kind.POSTING,
    as_json: AsJson = False,
    lang: Lang = "id",
) -> None:
    """Peran yang digambarkan sebuah teks / the roles a text describes. JSON Lines."""
    from tepat.domain.occupations.occupation import to_document

    knowledge = _knowledge()
    readable = 0
    for path, text in _texts(_walk(paths), lang):
        if text is None:
            continue
        readable += 1
        scores = _identified(text, kind, knowledge)
        if as_json:
            _print({"file": str(path), "occupations": [to_document(score) for score in scores]})
            continue
        shown = ", ".join(f"{score.narrower or score.id} {score.score:.2f}" for score in scores[:3])
        print(f"{path}: {shown or '-'}")
    if not readable:
        raise typer.Exit(1)


@app.command("rank-titles")
def rank(
    queries: Annotated[Path, typer.Argument(help="Satu jabatan per baris / one title per line")],
    corpus: Annotated[Path, typer.Argument(help="Satu jabatan per baris / one title per line")],
    *,
    top: Annotated[int, typer.Option(min=1, help="Berapa banyak / how many")] = 10,
    as_json: AsJson = False,
    lang: Lang = "id",
) -> None:
    """Jabatan terdekat untuk tiap baris / the nearest titles for each line. JSON Lines."""
    from tepat.domain.occupations.likeness import rank_titles

    wanted, offered = _lines(queries, lang), _lines(corpus, lang)
    for query, ranked in zip(wanted, rank_titles(wanted, offered, top=top, model=_knowledge().model), strict=True):
        if as_json:
            hits = [{"line": hit.position + 1, "title": offered[hit.position], "score": hit.score} for hit in ranked]
            _print({"query": query, "ranked": hits})
        else:
            print(f"{query} → " + "; ".join(offered[hit.position] for hit in ranked))


def _identified(text: str, kind: Kind, knowledge: "Knowledge") -> "tuple[OccupationScore, ...]":
    """An advert is read first, so that its title stays out of the judgement unless nothing else tells the work."""
    from tepat.domain.occupations.classify import identify

    if kind is Kind.CV:
        return identify(text, "cv", knowledge)
    from tepat.domain.postings.read import read_posting

    reading = read_posting(text, knowledge=knowledge)
    return reading.occupations_duties or identify(text, "posting", knowledge)


def _knowledge() -> "Knowledge":
    from tepat.adapters.knowledge import load_knowledge

    return load_knowledge()


def _print(document: dict[str, Any]) -> None:
    print(json.dumps(document, ensure_ascii=False))


def _complain(indonesian: str, english: str, lang: str) -> None:
    print(indonesian if lang == "id" else english, file=sys.stderr)


def _entry(knowledge: "Knowledge", occupation_id: str, lang: str) -> "Occupation":
    """The occupation of that id, or the end with a hint at ids that look alike."""
    found = knowledge.occupations.get(occupation_id)
    if found is None:
        from difflib import get_close_matches

        near = ", ".join(get_close_matches(occupation_id, knowledge.occupations)) or "tepat occupation list"
        _complain(f"Tidak ada peran {occupation_id!r}. Mungkin: {near}", f"No role {occupation_id!r}. Perhaps: {near}", lang)
        raise typer.Exit(1)
    return found


def _name(entry: "Occupation", lang: str) -> str:
    return entry.name_id if lang == "id" else entry.name_en


def _brief(entry: "Occupation") -> dict[str, Any]:
    narrower = {"narrower": entry.id} if entry.id != entry.printed_as else {}
    return {"id": entry.printed_as, **narrower, "name": {"id": entry.name_id, "en": entry.name_en}, "family": entry.family}


def _whole(entry: "Occupation", knowledge: "Knowledge") -> dict[str, Any]:
    return {
        **_brief(entry),
        "aliases": list(entry.aliases),
        "codes": dict(entry.codes),
        "duties": [{"id": s.text_id, "en": s.text_en, "source": s.source} for s in entry.duties],
        "skills": [knowledge.skills[i].name for i in entry.skills if i in knowledge.skills],
        "edges": [
            {"kind": e.kind, "to": e.to}
            | (
                {"id": e.distinction.text_id, "en": e.distinction.text_en, "source": e.distinction.source}
                if e.distinction
                else {}
            )
            for e in entry.edges
        ],
        "sources": {key: vars_of(source) for key, source in knowledge.sources.items()},
    }


def vars_of(source: Any) -> dict[str, str]:
    """A source as it is cited."""
    return {"title": source.title, "citation": source.citation, "licence": source.licence}


def _comparison(one: "Occupation", other: "Occupation", knowledge: "Knowledge") -> dict[str, Any]:
    """Both roles, what they share, and the statements that tell them apart."""
    shared = [i for i in one.skills if i in other.skills]
    edges = [e.distinction for a, b in ((one, other), (other, one)) for e in a.edges if e.to == b.id and e.distinction]
    return {
        "first": _whole(one, knowledge),
        "second": _whole(other, knowledge),
        "skills": {
            "shared": [knowledge.skills[i].name for i in shared],
            "first_only": [knowledge.skills[i].name for i in one.skills if i not in shared],
            "second_only": [knowledge.skills[i].name for i in other.skills if i not in shared],
        },
        "distinctions": [{"id": s.text_id, "en": s.text_en, "source": s.source} for s in edges],
    }


def _walk(paths: list[Path]) -> list[Path]:
    """Files as given; folders are walked, sorted by path."""
    found: list[Path] = []
    for path in paths:
        found.extend(
            sorted(p for p in path.rglob("*") if p.is_file() and not p.name.startswith(".")) if path.is_dir() else [path]
        )
    return found


def _lines(path: Path, lang: str) -> list[str]:
    try:
        return path.read_text(encoding="utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as reason:
        _complain(f"{path}: tidak dapat dibaca ({reason})", f"{path}: cannot be read ({reason})", lang)
        raise typer.Exit(1) from reason


def _texts(paths: list[Path], lang: str) -> Iterator[tuple[Path, str | None]]:
    """Text of each file, in the order given; None where there is none, and the reason in words on stderr."""
    for path in paths:
        try:
            data = path.read_bytes()
        except OSError as reason:
            _complain(f"{path}: tidak dapat dibaca ({reason})", f"{path}: cannot be read ({reason})", lang)
            yield path, None
            continue
        yield path, _plain(data) if path.suffix.casefold() in TEXT_SUFFIXES else _extracted(path, data, lang)


def _plain(data: bytes) -> str:
    return data.decode("utf-8-sig", errors="replace")


def _extracted(path: Path, data: bytes, lang: str) -> str | None:
    from tepat.adapters.extract.sandbox import Sandbox
    from tepat.domain.documents import ExtractedText, IncomingFile

    answer = Sandbox().extract(IncomingFile(path.name, data))
    if isinstance(answer, ExtractedText):
        return answer.text
    _complain(f"{path}: tidak ada teks ({answer.code})", f"{path}: no text ({answer.code})", lang)
    return None

"""Guides and comparisons as `tepat occupation show` and `compare` print them: every statement with its source."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from tepat.domain.occupations.comparison import Cell, Row, compare_guides
from tepat.domain.occupations.guide import Contrast, Guide, Named, Point, Route

if TYPE_CHECKING:
    from tepat.domain.occupations.occupation import Occupation, Statement

Document = dict[str, Any]
DIMENSIONS = {
    "problem": "problem_complexity",
    "focus": "focus_of_work",
    "skill": "skills",
    "education": "education",
    "technical": "technical_skills",
    "soft": "soft_skills",
}
"""Keys of the comparison → names that programs read, in the order in which they are printed."""


def guide_of(occupation: "Occupation") -> Guide | None:
    """The guide of an occupation, or that of the broader one it is printed under; None where there is none."""
    from tepat.adapters.guides import load_guide

    return load_guide(occupation.id) or load_guide(occupation.printed_as)


def guide_document(guide: Guide) -> Document:
    """A whole guide; `occupation` names whose it is, which may be the broader one's."""
    return {
        "occupation": guide.occupation,
        "checked": guide.checked.isoformat(),
        "motto": _said(guide.motto),
        "summary": _said(guide.summary),
        "day": [{"time": hour.time} | _said(hour.words) for hour in guide.day],
        **_work(guide),
        "tickets": [{"level": t.level, "handling": t.handling} | _said(t.words) for t in guide.tickets],
        "technical_skills": _all(guide.technical),
        "soft_skills": [{"name": _said(s.trait.name)} | _said(s.words) for s in guide.soft],
        "education": _all(guide.education),
        "certificates": _named(guide.certificates),
        "neighbours": [{"to": n.to} | _said(n.words) for n in guide.neighbours],
        "fit_check": [_situation(s) for s in guide.situations],
    }


def comparison_document(first: Guide, second: Guide) -> Document:
    """Six dimensions side by side, then the parts that are lists, each for `first` and `second`."""
    rows = {row.key: row for row in compare_guides(first, second).rows}
    one, other = _work(first), _work(second)
    return {
        "guides": {"first": first.occupation, "second": second.occupation},
        "dimensions": {name: _dimension(rows[key]) for key, name in DIMENSIONS.items()},  # type: ignore[index]
        **{part: {"first": one[part], "second": other[part]} for part in one},
    }


def _said(statement: "Statement") -> Document:
    return {"id": statement.text_id, "en": statement.text_en, "source": statement.source}


def _all(statements: "Iterable[Statement]") -> list[Document]:
    return [_said(s) for s in statements]


def _named(things: Iterable[Named]) -> list[Document]:
    return [{"name": thing.name.text_id, "name_en": thing.name.text_en} | _said(thing.words) for thing in things]


def _work(guide: Guide) -> Document:
    """Parts that show and compare share."""
    return {
        "duties": _all(guide.duties),
        "tools": _named(guide.tools),
        "who_it_suits": _points(guide.suits),
        "who_it_does_not": _points(guide.unsuited),
        "misconceptions": _contrasts(guide.misconceptions),
        "expectation_and_reality": _contrasts(guide.expectations),
        "routes": {"in": _routes(guide.routes, "in"), "onward": _routes(guide.routes, "onward")},
    }


def _points(points: Iterable[Point]) -> list[Document]:
    return [{"key": p.key} | _said(p.words) for p in points]


def _contrasts(contrasts: Iterable[Contrast]) -> list[Document]:
    return [{"said": _said(c.said), "really": _said(c.really)} for c in contrasts]


def _routes(routes: Iterable[Route], direction: str) -> list[Document]:
    chosen = [r for r in routes if r.direction == direction]
    return [({"occupation": r.occupation} if r.occupation else {}) | _said(r.words) for r in chosen]


def _situation(situation: Any) -> Document:
    return {
        "key": situation.key,
        "about": situation.about,
        "core": situation.core,
        **_said(situation.words),
        "answers": {a.fitting: _said(a.words) for a in situation.answers},
        "why": _said(situation.why),
        "change": _said(situation.change),
    }


def _dimension(row: Row) -> Document:
    """Both sides in full, whatever they share; `same` says that nothing differs."""
    cells = row.cells or (None, None)
    shared = {"shared": _cell(row.common)} if row.common and row.cells else {}
    places = {"places": {"first": row.places[0], "second": row.places[1]}} if row.places else {}
    sides = {side: _cell(row.common, cell) for side, cell in zip(("first", "second"), cells, strict=True)}
    return {**sides, "same": row.cells is None, **shared, **places}


def _cell(*cells: Cell | None) -> list[Document]:
    """Statements of the cells; what a cell leads with stands before its words, in one sentence."""
    return [_sentence(cell, words) for cell in cells if cell for words in cell.words]


def _sentence(cell: Cell, words: "Statement") -> Document:
    said = _said(words)
    if cell.lead is None:
        return said
    return {"id": f"{cell.lead.text_id} {said['id']}", "en": f"{cell.lead.text_en} {said['en']}", "source": said["source"]}

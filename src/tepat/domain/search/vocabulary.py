"""What words name: scopes, occupations, skills and places, as far as knowledge knows them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from tepat.domain.knowledge import Knowledge
from tepat.domain.language.places import Place, PlaceIndex
from tepat.domain.language.tokens import terms
from tepat.domain.search.query import AllOf, AnyOf, KeywordField, Node, OneOf, Phrase, Scope, Word

SCOPE_NAMES: Mapping[str, Scope] = {
    "jabatan": "title",
    "posisi": "title",
    "judul": "title",
    "title": "title",
    "skill": "skill",
    "keahlian": "skill",
    "kota": "place",
    "lokasi": "place",
    "city": "place",
    "location": "place",
    "perusahaan": "employer",
    "company": "employer",
    "tugas": "duties",
    "duties": "duties",
    "pendidikan": "education",
    "jurusan": "education",
    "education": "education",
    "sertifikat": "certificate",
    "certificate": "certificate",
    "isi": "body",
    "text": "body",
}
LONGEST_NAME = 6  # terms
_NAMELESS = frozenset({"other-it", "not-it"})  # their names are examples, not one occupation

Terms = tuple[str, ...]
Names = Mapping[Terms, tuple[str, ...]]


@dataclass(frozen=True)
class Vocabulary:
    """Built once from knowledge and handed to `parse` and `understand`. Keys are terms as `language.tokens.terms` makes them.

    Synonyms are concepts: "service desk" finds postings whose occupation is the one "helpdesk" names as well, because documents
    carry ids of occupations and skills as keywords, and canonical names of skills as texts of scope "skill". `occupations`,
    `skills`: terms → ids; `canonical`: id of a skill → terms of its name; `places`: terms → filters.
    `told_by`: terms of an occupation's name ("c++ developer") → terms of the skill within it ("c++").
    """

    scopes: Mapping[str, Scope] = field(default_factory=lambda: dict(SCOPE_NAMES))
    occupations: Names = field(default_factory=dict)
    skills: Names = field(default_factory=dict)
    canonical: Mapping[str, Terms] = field(default_factory=dict)
    told_by: Mapping[Terms, Terms] = field(default_factory=dict)
    places: Mapping[Terms, tuple[OneOf, ...]] = field(default_factory=dict)
    place_index: PlaceIndex = field(default_factory=lambda: PlaceIndex(()))

    @classmethod
    def of(cls, knowledge: Knowledge) -> "Vocabulary":
        """All names of `knowledge`; about 0.1 s for the whole of it, so keep the result."""
        occupations = _named(
            (o.id, (o.name_id, o.name_en, *o.aliases)) for o in knowledge.occupations.values() if o.id not in _NAMELESS
        )
        # A name that only counts as written ("Go", "R") names nothing here: terms know no capitals.
        skills = _named((s.id, [n for n in (s.name, *s.aliases) if n not in s.case_sensitive]) for s in knowledge.skills.values())
        told_by = {name: skill for name in occupations if (skill := _skill_within(name, skills))}
        return cls(
            occupations=occupations,
            skills=skills,
            canonical={s.id: said for s in knowledge.skills.values() if (said := terms(s.name))},
            told_by=told_by,
            places=_places(knowledge.places),
            place_index=PlaceIndex(knowledge.places),
        )

    def longest(self, scope: Scope, ahead: Sequence[str]) -> int:
        """How many of the terms `ahead` make the longest name that they begin with; 0 if none."""
        names: tuple[Mapping[Terms, object], ...] = {
            "any": (self.occupations, self.skills),
            "title": (self.occupations,),
            "skill": (self.skills,),
            "place": (self.places,),
        }.get(scope, ())
        lengths = range(min(len(ahead), LONGEST_NAME), 0, -1)
        return next((n for n in lengths if any(tuple(ahead[:n]) in known for known in names)), 0)

    def node(self, said: Terms, scope: Scope = "any") -> Node:
        """`said` (at least one term), in its own words or as what it names; the words may stand apart."""
        words = one_or(AllOf(tuple(Word(term, scope) for term in said)))
        return one_or(AnyOf((words, *self._named(said, scope))))

    def _named(self, said: Terms, scope: Scope) -> tuple[Node, ...]:
        if scope == "place":
            return self.places.get(said, ())
        found: list[Node] = []
        if scope in ("any", "title") and (ids := self.occupations.get(said)):
            occupation = OneOf("occupation" if scope == "any" else "title_occupation", ids)
            skill = self.told_by.get(said)
            found.append(AllOf((occupation, self.node(skill))) if skill else occupation)
        if scope in ("any", "skill") and (ids := self.skills.get(said)):
            found.append(OneOf("skill", ids))
            names = dict.fromkeys(self.canonical[id_] for id_ in ids if id_ in self.canonical)
            found += [phrase(name, "skill") for name in names if name != said]
        return tuple(found)


def phrase(said: Terms, scope: Scope = "any") -> Node:
    """A phrase, or a word where there is only one term."""
    return Word(said[0], scope) if len(said) == 1 else Phrase(said, scope)


def one_or(node: AllOf | AnyOf) -> Node:
    """`node`, or its only part."""
    return node.parts[0] if len(node.parts) == 1 else node


def _named(written: Iterable[tuple[str, Iterable[str]]]) -> dict[Terms, tuple[str, ...]]:
    named: dict[Terms, tuple[str, ...]] = {}
    for id_, names in written:
        for name in dict.fromkeys(terms(name) for name in names):
            if 0 < len(name) <= LONGEST_NAME:
                named[name] = (*named.get(name, ()), id_)
    return named


def _skill_within(name: Terms, skills: Names) -> Terms | None:
    """The longest name of a skill that is a part, not the whole, of `name`."""
    sizes = range(len(name) - 1, 0, -1)
    return next((part for n in sizes for at in range(len(name) - n + 1) if (part := name[at : at + n]) in skills), None)


def _places(places: Iterable[Place]) -> dict[Terms, tuple[OneOf, ...]]:
    named: dict[Terms, dict[KeywordField, tuple[str, ...]]] = {}
    for place in places:
        kind: KeywordField = "region" if place.kind == "province" else "city"
        for name in (terms(name) for name in (place.name, *place.aliases)):
            known = named.setdefault(name, {})
            known[kind] = tuple(dict.fromkeys((*known.get(kind, ()), place.name)))
    return {name: tuple(OneOf(kind, values) for kind, values in known.items()) for name, known in named.items() if name}

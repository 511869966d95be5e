"""`/peran/`: every role by family, the pairs that are confused most, and a search by the words people use."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render

from tepat.domain.occupations.comparison import canonical_pair
from tepat.domain.occupations.finding import find_occupations
from tepat.domain.occupations.occupation import Occupation
from tepat.services import engines
from tepat.services.wording.roles import family_name, role_name, said
from tepat.web.policies import anyone
from tepat.web.public.roles import comparison_address, guide_address

FAMILIES = ("support", "infrastructure", "security", "software", "data", "analysis", "management", "other")
NO_ROLES = frozenset({"other-it", "not-it"})
MOST_WORDS = 80
MOST_PAIRS = 10


@dataclass(frozen=True, slots=True)
class Entry:
    """A role of the list. `address` is empty where no guide stands yet, its own or a broader one."""

    id: str
    name: str
    motto: str
    address: str
    jobs: str


@dataclass(frozen=True, slots=True)
class Family:
    name: str
    guides: tuple[Entry, ...]
    others: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Pair:
    """Two roles that people take for each other."""

    first: str
    second: str
    address: str


@dataclass(frozen=True, slots=True)
class Page:
    words: str
    found: tuple[Entry, ...]
    families: tuple[Family, ...]
    pairs: tuple[Pair, ...]
    choices: tuple[Entry, ...]


@anyone
def show(request: HttpRequest) -> HttpResponse:
    """`GET /peran/`; `?q=` searches, `?a=&b=` leads to a comparison."""
    if address := comparison_address(request.GET.get("a", ""), request.GET.get("b", "")):
        return HttpResponseRedirect(address)
    words = " ".join(request.GET.get("q", "").split())[:MOST_WORDS]
    known = [o for o in engines.knowledge().occupations.values() if o.id not in NO_ROLES]
    entries = {o.id: _entry(o) for o in known}
    families = tuple(_families(known, entries))
    page = Page(
        words=words,
        found=tuple(entries[o.id] for o in find_occupations(words, known)),
        families=families,
        pairs=tuple(_pairs(known))[:MOST_PAIRS],
        choices=tuple(entry for family in families for entry in family.guides),
    )
    return render(request, "public/guides.html", {"page": page})


def _entry(occupation: Occupation) -> Entry:
    opening = engines.guides().opening(occupation.id)
    return Entry(
        id=occupation.id,
        name=role_name(occupation),
        motto=said(opening.motto) if opening else "",
        address=guide_address(occupation.id),
        jobs=f"/loker/?peran={occupation.id}",
    )


def _families(known: list[Occupation], entries: dict[str, Entry]) -> Iterator[Family]:
    shelf = engines.guides().ids()
    for family in dict.fromkeys((*FAMILIES, *(o.family for o in known))):
        members = sorted((o for o in known if o.family == family), key=lambda o: o.id != o.printed_as)
        guides = tuple(entries[o.id] for o in members if o.id in shelf)
        others = tuple(entries[o.id] for o in members if o.id not in shelf)
        if guides or others:
            yield Family(family_name(family), guides, others)


def _pairs(known: list[Occupation]) -> Iterator[Pair]:
    """Confused with each other, each pair once, in the order of the knowledge files' families."""
    names = {o.id: role_name(o) for o in known}
    order = {family: place for place, family in enumerate(FAMILIES)}
    edges = [
        (o, e.to) for o in sorted(known, key=lambda o: order.get(o.family, 99)) for e in o.edges if e.kind == "confused_with"
    ]
    for first, second in dict.fromkeys(canonical_pair(o.id, to) for o, to in edges):
        if address := comparison_address(first, second):
            yield Pair(names[first], names[second], address)

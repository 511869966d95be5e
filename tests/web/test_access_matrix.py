"""Who may reach what: every route of the URL resolver × GET and POST × thirteen people × the state of the object.

The routes come from the resolver, so a new page is tested the moment it has an address; an address with a word for which
`world_of_access.FACTORIES` makes no object fails. The normal run leaves out what another question answers too (see `walk` and
`sent_to`); `--long` asks everything. What is expected follows from the declared policy and from who owns the row.
"""

import os
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import product

import pytest
from django.core.cache import cache
from django.db import transaction

from tepat.models import Message
from tepat.services.sending import composed
from tepat.web.policies import THIRD_PARTY, policy_of, routes
from world_of_access import (
    EVERYONE,
    FACTORIES,
    NOBODY_SIGNED_IN,
    PRINCIPALS,
    ROLES,
    STAFF,
    WORD,
    Thing,
    World,
    a_world,
    allowed_by,
)

pytestmark = pytest.mark.django_db
METHODS = ("GET", "POST", "HX")
"""HX is a GET by the page's own script, which some routes answer with a part of a page."""
FORM = {
    "language": "id",
    "theme": "light",
    "keep": "1",
    "visibility": "hidden",
    "give": "1",
    "act": "pause",
    "decision": "verified",
    "reason": "other",
    "kind": "hold",
    "to": "interview",
    "words": "Cukup.",
    "path": "/basics/name",
    "value": "Sari",
    "opinion": "yes",
    "role": "recruiter",
    "email": "baru@contoh.id",
    "note": "Lengkap.",
    "text": "Dicari: IT Support",
}
NOWHERE: frozenset[str] = frozenset()
ROWS_OF_ROUTES = {
    ("report", "draft"): NOWHERE,
    ("report", "in_moderation"): NOWHERE,
    ("report", "closed"): NOWHERE,
    **{(step, state): NOWHERE for step in ("apply", "check_cv", "send_application") for state in ("draft", "in_moderation")},
    ("choose_organization", ""): frozenset(ROLES) - {"suspended", "departed"},
    ("keep", "closed"): STAFF | {"operator"},
    ("toggle_bookmark", "closed"): STAFF | {"operator"},
}
"""Routes that show fewer rows than the object has readers."""
GUESTS = ("anonymous", "suspended", "jobseeker", "recruiter", "operator")
"""Who is sent to pages without an object that a package guards: they know signed in and not signed in, no roles."""
VISITORS = (*GUESTS, "manager", "other_owner")
"""Who is sent to what is open to everyone, in the normal run: one of each kind; `--long` sends all."""
THOROUGH = bool(os.environ.get("TEPAT_TEST_LONG"))
CAPABILITIES = {"sign_in_link", "invitation"}
"""Routes whose word is a secret: who holds it may; without it the answer is 410, the same for everyone."""
CHANGING = re.compile(
    r"""nonce="[^"]+"|'nonce-[^']+'|name="csrfmiddlewaretoken" value="[^"]+"|"X-CSRFToken": ?"[^"]+"|[A-Za-z0-9]{64}"""
)


@dataclass(frozen=True, slots=True)
class Answer:
    status: int
    body: str
    leads_to: str

    def like(self, words: dict[str, str]) -> tuple[int, str, str]:
        """Without what changes from answer to answer and without the names in the address."""
        texts = [CHANGING.sub("", text) for text in (self.body, self.leads_to)]
        for word in words.values():
            texts = [text.replace(f"/{word}/", "/…/").replace(f"%2F{word}%2F", "/…/") for text in texts]
        return (self.status, *texts)  # type: ignore[return-value]


@dataclass(frozen=True, slots=True)
class Route:
    pattern: str
    name: str
    policy: str
    module: str


@dataclass(slots=True)
class Outcome:
    asked: int = 0
    last: int = 0
    missing: dict[tuple[str, ...], tuple[int, str, str]] = field(default_factory=dict)
    without_object: list[str] = field(default_factory=list)
    unexpected: list[str] = field(default_factory=list)
    told_apart: list[str] = field(default_factory=list)
    leaked: list[str] = field(default_factory=list)
    never_allowed: list[str] = field(default_factory=list)
    read: set[str] = field(default_factory=set)


@pytest.fixture(scope="module")
def world(django_db_setup, django_db_blocker) -> Iterator[World]:
    with django_db_blocker.unblock(), transaction.atomic():
        yield a_world()
        transaction.set_rollback(True)


@pytest.fixture(scope="module")
def outcome(world) -> Outcome:
    """All requests, each taken back afterwards, so that none sees what another did."""
    found = Outcome()
    for pattern, name, view in routes():
        route = Route(pattern, name or "", str(policy_of(view)), view.__module__)
        things = things_for(world, pattern)
        if things is None:
            found.without_object.append(pattern)
            continue
        reached = [walk(world, found, route, method, thing) for thing, method in product(things, METHODS)]
        if not any(reached):
            found.never_allowed.append(pattern)
    return found


def walk(world: World, found: Outcome, route: Route, method: str, thing: Thing) -> bool:
    """Asks as everybody, who may first; true if one of them got what they asked for.

    A method that the route does not know for somebody who may, it knows for nobody: then only one more is asked.
    """
    people = sorted(sent_to(route, thing), key=lambda who: not allowed_by(route.policy, world.actor(who)))
    if method == "HX":
        people = [who for who in people if thing.kind and allowed_by(route.policy, world.actor(who))]
        if not THOROUGH:
            # Two of those before whom the row is hidden stand for all: the same page asked for in another way.
            hidden = [who for who in people if who not in thing.seen_by]
            people = [who for who in people if who in thing.seen_by or who in hidden[:2]]
    reached = [False]
    while people:
        who = people.pop(0)
        reached.append(reach(world, found, route, method, who, thing))
        if found.last == 405 and not THOROUGH:
            people = people[-1:]
    return any(reached)


def sent_to(route: Route, thing: Thing) -> Sequence[str]:
    if guards_itself(route) and not thing.kind:
        return GUESTS
    return VISITORS if route.policy == "anyone" and thing.seen_by == EVERYONE and not THOROUGH else PRINCIPALS


def things_for(world: World, pattern: str) -> list[Thing] | None:
    """The objects with which a route is asked; None if one of its words has no factory."""
    words = WORD.findall(pattern)
    if not words:
        return [Thing("", "", {}, EVERYONE)]
    kind = next((k for start, word, k in FACTORIES if pattern.startswith(start) and word in words), None)
    things = world.things.get(kind or "", [])
    return things if things and set(words) <= set(things[0].words) else None


def guards_itself(route: Route) -> bool:
    return route.module.startswith(tuple(THIRD_PARTY))


def reach(world: World, found: Outcome, route: Route, method: str, who: str, thing: Thing) -> bool:
    """One request, judged; true if it reached what it asked for."""
    pattern, name = route.pattern, route.name
    answer = ask(world, found, pattern, thing.words, method, who)
    found.last = answer.status
    case = f"{method} {pattern} [{thing.kind} {thing.state}] by {who}: {answer.status} {answer.leads_to}"
    if answer.status >= 500:
        found.unexpected.append(case)
    if answer.status == 405 or guards_itself(route):
        if thing.kind and who not in thing.seen_by and answer.status == 200:
            found.unexpected.append(case)
        return answer.status != 405
    if not allowed_by(route.policy, world.actor(who)):
        if not (led_to_sign_in(answer) if who in NOBODY_SIGNED_IN else answer.status == 404):
            found.unexpected.append(case)
        return False
    if who in ROWS_OF_ROUTES.get((name, thing.state), thing.seen_by):
        expected = answer.status in {200, 204, 286, 302, 303, 409, 410, 422} and not led_to_sign_in(answer)
        found.unexpected += [] if expected else [case]
        return expected
    if answer.status != 404:
        found.unexpected.append(case)
    elif thing.kind and name not in CAPABILITIES and told_apart(world, found, route, method, who, thing, answer):
        found.told_apart.append(case)
    return False


def told_apart(world: World, found: Outcome, route: Route, method: str, who: str, thing: Thing, answer: Answer) -> bool:
    """Whether the answer differs from the one for a row that does not exist, which is asked for once a person and method."""
    missing = absent(thing)
    key = (route.pattern, method, who, *missing.values())
    if key not in found.missing:
        found.missing[key] = ask(world, found, route.pattern, missing, method, who).like(missing)
    return found.missing[key] != answer.like(dict(thing.words))


def absent(thing: Thing) -> dict[str, str]:
    """The same words for a row that does not exist; the page of a file stays."""
    nobody = {word: "987654" if value.isdecimal() else "zzzzyyyyxxxx" for word, value in thing.words.items()}
    return nobody | {word: value for word, value in thing.words.items() if word == "page"}


def led_to_sign_in(answer: Answer) -> bool:
    return answer.status == 302 and answer.leads_to.startswith("/masuk/?next=")


def ask(world: World, found: Outcome, pattern: str, words, method: str, who: str) -> Answer:
    found.asked += 1
    cache.clear()
    path = "/" + WORD.sub(lambda m: str(words[m[1]]), pattern)
    if who in world.own_cv:
        path += f"?cv={world.own_cv[who]}&tab=catatan"
    client = world.client(who)
    with transaction.atomic():
        before = Message.objects.order_by("-pk").values_list("pk", flat=True).first() or 0 if method == "POST" else None
        if method == "POST":
            response = client.post(path, {**FORM, **world.form}, HTTP_REFERER=path)
        else:
            response = client.get(path, headers={"HX-Request": "true"} if method == "HX" else {})
        if before is not None:
            leaked_by_letters(world, found, before, path)
        transaction.set_rollback(True)
    raw = b"".join(response.streaming_content) if response.streaming else response.content
    answer = Answer(response.status_code, raw.decode(errors="replace"), response.get("Location", ""))
    shown = answer.body + str(response.headers)
    for word, readers in world.canaries.items():
        if word in shown:
            found.read.add(word)
            if who not in readers:
                found.leaked.append(f"{word} in {method} {pattern} for {who} ({answer.status})")
    return answer


def leaked_by_letters(world: World, found: Outcome, before: int, path: str) -> None:
    """Letters that a request caused hold nothing that their recipient may not read."""
    who_has = {account.email: who for who, account in world.accounts.items()}
    for message in Message.objects.filter(pk__gt=before):
        text = str(composed(message).message())
        reader = who_has.get(message.to_address, "")
        found.leaked += [
            f"{word} in letter {message.template} after {path} for {message.to_address}"
            for word, readers in world.canaries.items()
            if word in text and reader not in readers and word not in message.to_address
        ]


def test_every_route_with_a_word_has_an_object(outcome):
    assert "\n".join(outcome.without_object) == ""


def test_nobody_reaches_what_is_not_theirs(outcome):
    assert "\n".join(outcome.unexpected) == ""
    assert outcome.asked > 2000


def test_a_foreign_row_answers_like_a_missing_one(outcome):
    assert "\n".join(outcome.told_apart) == ""


def test_no_word_of_anothers_is_in_any_page_or_letter(outcome):
    assert "\n".join(outcome.leaked) == ""


def test_the_matrix_can_fail(outcome, world):
    """Every route lets somebody in, and every canary is read by somebody who may."""
    assert "\n".join(outcome.never_allowed) == ""
    assert set(world.canaries) - outcome.read <= {
        "kenarisurat",
        "kenarilaporan",
        "kenarikunci",
        "kenariundanganexpired",
        "kenaritamuteks",
    }

"""The world of the access matrix: who is there, what each owns, and words that nobody else may ever read.

PT Nusantara recruits (owner, recruiter, managers); PT Lain is another organization whose owner holds every right there. Each row
that a person or organization owns carries a canary: a word with the list of those who may read it.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

from django.conf import settings
from django.test import Client
from django.utils import timezone

import builders
from cast_of_tests import session_of
from documents_for_tests import plain_pdf
from tepat.adapters.guides import load_guide
from tepat.domain.permissions import Action, Actor
from tepat.models import (
    Account,
    Alert,
    FitCheck,
    Intake,
    IntakeFile,
    Invitation,
    JobPosting,
    Jobseeker,
    Message,
    Note,
    PostingReport,
    Share,
)
from tepat.services.alerting import stop_token
from tepat.services.deciding import decide_application
from tepat.services.signing_in import hashed, make_sign_in_link

WORD = re.compile(r"<(?:\w+:)?(\w+)>")
"""A word of an address that names an object."""
STAFF = frozenset({"owner", "recruiter"})
SHOWN = frozenset({"manager"})
"""Seats before whom the application was laid."""
ROLES = {
    "owner": "owner",
    "recruiter": "recruiter",
    "manager": "hiring_manager",
    "manager_without_share": "hiring_manager",
    "interviewer": "interviewer",
    "suspended": "recruiter",
    "departed": "owner",
    "two_seats": "hiring_manager",
}
FIT_SITUATIONS = tuple(s.key for s in load_guide("it-helpdesk").situations)
NOBODY_SIGNED_IN = frozenset({"anonymous", "suspended"})
PRINCIPALS = ("anonymous", "jobseeker", "other_jobseeker", *ROLES, "other_owner", "operator")
EVERYONE = frozenset(PRINCIPALS)
NO_SEAT = frozenset({"anonymous", "jobseeker", "other_jobseeker", "suspended", "departed", "operator"})


@dataclass(frozen=True, slots=True)
class Thing:
    """One row as an address names it: the values of its URL's words, its state, and who may reach it by rows (not by policy)."""

    kind: str
    state: str
    words: Mapping[str, str]
    seen_by: frozenset[str]


@dataclass(slots=True)
class World:
    accounts: dict[str, Account] = field(default_factory=dict)
    actors: dict[str, Actor] = field(default_factory=dict)
    sessions: dict[str, str] = field(default_factory=dict)
    own_cv: dict[str, str] = field(default_factory=dict)
    form: dict[str, Any] = field(default_factory=dict)
    things: dict[str, list[Thing]] = field(default_factory=dict)
    canaries: dict[str, frozenset[str]] = field(default_factory=dict)

    def actor(self, who: str) -> Actor:
        """The person's rights, looked up once: they do not change while the matrix is walked."""
        if who not in self.actors:
            self.actors[who] = self.accounts[who].as_actor() if who in self.accounts else Actor()
        return self.actors[who]

    def client(self, who: str) -> Client:
        client = Client(raise_request_exception=False)
        if who in self.sessions:
            client.cookies[settings.SESSION_COOKIE_NAME] = self.sessions[who]
        return client

    def add(self, kind: str, state: str, seen_by: frozenset[str], **words: str) -> None:
        self.things.setdefault(kind, []).append(Thing(kind, state, words, seen_by))

    def canary(self, name: str, readers: frozenset[str]) -> str:
        word = f"kenari{name}"
        self.canaries[word] = readers
        return word


def allowed_by(policy: str, actor: Actor) -> bool:
    """What a declared policy says of a person, written once more."""
    name, _, action = policy.partition(":")
    if name == "member":
        known: Action = action  # type: ignore[assignment]
        return actor.may(known)
    return {"anyone": True, "signed_in": actor.account_id is not None, "operator": actor.is_operator}[name]


def a_world() -> World:
    """Everything, in the order in which it depends on each other."""
    world = World()
    nusantara = builders.an_organization("PT Nusantara", slug="nusantara")
    lain = builders.an_organization("PT Lain", slug="lain")
    _people(world, nusantara, lain)
    _organizations(world, nusantara)
    live = _postings(world, nusantara)
    _applications(world, live)
    _intakes(world, live)
    _members(world, nusantara)
    _jobseekers_rows(world, live)
    for who, account in world.accounts.items():
        world.sessions[who] = session_of(account).cookies[settings.SESSION_COOKIE_NAME].value
    Account.objects.filter(pk=world.accounts["suspended"].pk).update(is_active=False)
    world.accounts["suspended"].is_active = False
    world.actors.clear()
    return world


def _people(world: World, nusantara: Any, lain: Any) -> None:
    for who in PRINCIPALS[1:]:
        email = f"{who.replace('_', '-')}@contoh.id"
        world.accounts[who] = builders.an_account(who, email=email, is_operator=who == "operator")
    builders.a_seat(world.accounts["two_seats"], lain, "recruiter")
    for who, role in ROLES.items():
        builders.a_seat(world.accounts[who], nusantara, role)
    builders.a_seat(world.accounts["other_owner"], lain, "owner")
    world.accounts["departed"].memberships.update(ended_at=timezone.now())


def _organizations(world: World, nusantara: Any) -> None:
    world.form["organization"] = nusantara.public_id
    world.add("organization_slug", "verified", EVERYONE, slug="nusantara")
    name = world.canary("organisasi", frozenset({"operator"}))
    pending = builders.an_organization(f"PT {name}", slug="menunggu", verification="pending")
    builders.a_posting(pending, title=f"IT {name}")
    world.add("organization_slug", "pending", frozenset({"operator"}), slug="menunggu")
    world.add("organization", "pending", EVERYONE, public_id=pending.public_id)


def _postings(world: World, nusantara: Any) -> JobPosting:
    """One in each state; what is not public yet is read by the organization and by operators only."""
    live = builders.a_posting(nusantara, title="IT Support, Bandung")
    world.add("slug", "live", EVERYONE, slug=live.slug)
    world.add("posting", "live", STAFF, public_id=live.public_id, posting_id=live.public_id)
    world.add("kept", "live", EVERYONE, posting_id=live.public_id)
    world.add("moderated", "live", EVERYONE, public_id=live.public_id)
    for state in ("draft", "in_moderation", "closed"):
        was_public = state == "closed"
        title = "IT Tutup" if was_public else world.canary(state.replace("_", ""), STAFF | {"operator"})
        row = builders.a_posting(nusantara, title=title, state=state, published_at=timezone.now() if was_public else None)
        readers = EVERYONE if was_public else STAFF | {"operator"}
        world.add("slug", state, readers, slug=row.slug)
        if state == "draft":
            world.add("posting", state, STAFF, public_id=row.public_id, posting_id=row.public_id)
        world.add("kept", state, STAFF | {"operator"}, posting_id=row.public_id)
    report = PostingReport.objects.create(
        posting=live,
        reason="fee",
        words=world.canary("laporan", frozenset({"operator"})),
        account=world.accounts["other_jobseeker"],
    )
    world.add("report", "open", EVERYONE, report_id=str(report.pk))
    return live


def _applications(world: World, live: JobPosting) -> None:
    """Sari's, laid before one manager; a stranger's that was dropped and rejected; both with notes, quotes and letters."""
    person, staff = world.accounts["jobseeker"], STAFF
    readers = staff | SHOWN | {"jobseeker"}
    cv = builders.a_cv(
        account=person,
        name=f"Sari {world.canary('nama', readers)}",
        text=f"{builders.TEXT}\nHobi: {world.canary('teks', readers)}\n",
        data=plain_pdf(),
        file_name=f"{world.canary('berkas', readers)}.pdf",
        confirmed_at=timezone.now(),
    )
    Jobseeker.objects.create(account=person, cv=cv, headline="IT Support")
    applied = builders.an_application(
        live, name=cv.document["basics"]["name"], account=person, cv=cv, headline=world.canary("jabatan", readers)
    )
    people = type(applied.candidate).objects
    people.filter(pk=applied.candidate_id).update(email=f"{world.canary('surel', readers)}@contoh.id")
    dropped = builders.an_application(
        live, name=f"Tamu {world.canary('tamu', staff)}", text=f"{builders.TEXT}\n{world.canary('tamuteks', staff)}\n"
    )
    people.update(phone="+6281200001234")
    for row in (applied, dropped):
        inside = staff | SHOWN if row is applied else staff
        Note.objects.create(
            application=row, words=world.canary(f"catatan{row.pk}", inside), written_by=world.accounts["recruiter"]
        )
    seat = world.accounts["manager"].memberships.get()
    Share.objects.create(application=applied, membership=seat, shared_by=world.accounts["recruiter"])
    move = decide_application(dropped, kind="reject", actor=world.actor("recruiter"), words=world.canary("alasan", staff))
    Message.objects.create(template="application_received", to_address=person.email, account=person, application=applied,
                           params={"path": world.canary("surat", frozenset({"jobseeker"}))})  # fmt: skip
    world.add("own_application", "new", frozenset({"jobseeker"}), application_id=applied.public_id)
    world.add("own_application", "of an intake", frozenset(), application_id=dropped.public_id)
    world.add("application", "new", staff, application_id=applied.public_id)
    world.add("application", "rejected", staff, application_id=dropped.public_id)
    world.add("shared_application", "laid before one", SHOWN, application_id=applied.public_id)
    world.add("shared_application", "laid before nobody", frozenset(), application_id=dropped.public_id)
    world.add("move", "undoable", staff, move_id=move.public_id)
    world.add("own_cv", "confirmed", frozenset({"jobseeker"}), cv_id=cv.public_id, page="1")
    world.add("cv", "with file", staff | SHOWN, cv_id=cv.public_id, page="1")
    world.form |= {"anggota": seat.public_id, "lamaran": applied.public_id, "other": applied.public_id}
    for who, account in world.accounts.items():
        world.own_cv[who] = cv.public_id if who == "jobseeker" else builders.a_cv(account=account, name=who, data=b"x").public_id


def _intakes(world: World, live: JobPosting) -> None:
    intake = Intake.objects.create(posting=live, dropped_by=world.accounts["recruiter"])
    name = world.canary("intake", STAFF)
    row = IntakeFile.objects.create(
        intake=intake, position=1, file_name=f"{name}.pdf", state="failed", error_code="damaged", done_at=timezone.now()
    )
    world.add("intake", "done", STAFF, public_id=intake.public_id)
    world.add("intake_file", "failed", STAFF, public_id=row.public_id)


def _members(world: World, nusantara: Any) -> None:
    owner = frozenset({"owner"})
    world.add("membership", "current", owner, public_id=world.accounts["interviewer"].memberships.get().public_id)
    for state, left in (("open", timedelta(days=7)), ("expired", timedelta(days=-1))):
        token = f"token-{state}"
        invitation = Invitation.objects.create(
            organization=nusantara, email=f"{world.canary(f'undangan{state}', owner)}@contoh.id", role="recruiter",
            token_hash=hashed(token), expires_at=timezone.now() + left, invited_by=world.accounts["owner"],
        )  # fmt: skip
        world.add("invitation", state, owner, public_id=invitation.public_id)
        world.add("invitation_token", state, EVERYONE, token=token)
    link = make_sign_in_link(builders.an_account("Tamu", email="tamu@contoh.id"))
    world.add("sign_in_token", "usable", EVERYONE, token=link.split("/")[3])


def _jobseekers_rows(world: World, live: JobPosting) -> None:
    mine = frozenset({"jobseeker"})
    words = world.canary("pencarian", mine)
    alert = Alert.objects.create(account=world.accounts["jobseeker"], words=words, query={"words": words})
    world.add("alert", "awake", mine, alert_id=alert.public_id)
    told = Alert.objects.create(account=world.accounts["jobseeker"], words="it support", query={"words": "it support"})
    world.add("alert_stop", "awake", EVERYONE, alert_id=told.public_id, token=stop_token(told))
    for who, readers in (("jobseeker", mine), ("owner", frozenset({"owner"}))):
        answers = {**dict.fromkeys(FIT_SITUATIONS, "partly"), world.canary(f"cocok{who}", readers): "no"}
        kept = FitCheck.objects.create(account=world.accounts[who], occupation="it-helpdesk", answers=answers)
        world.add("fit_check", f"kept by {who}", readers, fit_check_id=kept.public_id)
    world.add("occupation", "with guide", EVERYONE, occupation="it-helpdesk", other="it-support")
    for purpose in ("apply", "cv_database", "alerts"):
        world.add("purpose", purpose, EVERYONE, purpose=purpose)
    from allauth.mfa.models import Authenticator

    owner = builders.an_account("Penjaga", email="penjaga@contoh.id")
    key = Authenticator.objects.create(
        user=owner, type="webauthn", data={"name": world.canary("kunci", frozenset()), "credential": {}}
    )
    world.add("passkey", "of nobody here", frozenset(), pk=str(key.pk))


FACTORIES: tuple[tuple[str, str, str], ...] = (
    ("peran/", "occupation", "occupation"),
    ("perusahaan/", "slug", "organization_slug"),
    ("loker/", "slug", "slug"),
    ("rekrut/anggota/undangan/", "public_id", "invitation"),
    ("rekrut/anggota/", "public_id", "membership"),
    ("rekrut/berkas/file/", "public_id", "intake_file"),
    ("rekrut/berkas/", "public_id", "intake"),
    ("rekrut/loker/", "public_id", "posting"),
    ("rekrut/loker/", "posting_id", "posting"),
    ("rekrut/tinjau/", "application_id", "shared_application"),
    ("rekrut/lamaran/", "application_id", "application"),
    ("rekrut/keputusan/", "move_id", "move"),
    ("rekrut/cv/", "cv_id", "cv"),
    ("operator/verifikasi/", "public_id", "organization"),
    ("operator/moderasi/", "public_id", "moderated"),
    ("operator/laporan/", "report_id", "report"),
    ("saya/cv/", "cv_id", "own_cv"),
    ("saya/lamaran/", "application_id", "own_application"),
    ("saya/simpanan/", "posting_id", "kept"),
    ("saya/cocok/", "fit_check_id", "fit_check"),
    ("saya/alert/", "alert_id", "alert"),
    ("alert/", "alert_id", "alert_stop"),
    ("saya/data/persetujuan/", "purpose", "purpose"),
    ("masuk/tautan/", "token", "sign_in_token"),
    ("undangan/", "token", "invitation_token"),
    ("akun/2fa/webauthn/keys/", "pk", "passkey"),
)
"""(beginning of the address, word in it, kind of thing): the first that fits makes the address. A route without one fails."""

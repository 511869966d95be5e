"""Rows for tests: `a_posting(...)`, `an_application(...)`. Every builder makes what it needs, nothing else, and no magic."""

import hashlib
from collections.abc import Mapping, Sequence
from datetime import timedelta
from itertools import count
from typing import Any

from allauth.mfa.models import Authenticator
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.utils import timezone

from tepat.models import (
    CV,
    Account,
    Application,
    Candidate,
    JobPosting,
    Match,
    Membership,
    Organization,
    Requirement,
)
from tepat.services.deciding import add_default_stages

_number = count(1)
VERDICTS = {"m": "met", "p": "partly", "n": "not_stated", "c": "contradicted"}
SCORES = {"m": 1_000_000, "p": 500_000, "n": 0, "c": 0}
MUSTS = ("Dukungan teknis ≥ 2 tahun", "Konfigurasi jaringan kantor", "Active Directory")
NICES = ("Sertifikat jaringan",)
TEXT = """{name}
Bandung · 0812-0000-1234 · {mail}

Pengalaman
IT Support, PT Gudang Tiga Rasa\tJuli 2024 – sekarang
• Menangani eskalasi dari helpdesk: konfigurasi switch dan VLAN, perbaikan laptop.
• Mengelola Active Directory untuk 180 pengguna dan hak akses folder.

Pendidikan
D3 Teknik Informatika, Politeknik Contoh Bandung, 2021. IPK 3,31.

Keahlian
Windows Server (dasar), jaringan LAN, VPN
"""
QUOTES = ("IT Support", "konfigurasi switch dan VLAN", "Active Directory untuk 180 pengguna", "Windows Server")


def an_account(name: str = "Sari", **fields: Any) -> Account:
    """Operators have a second factor, as they must; `second_factor` says otherwise."""
    fields.setdefault("email", f"{name.split(maxsplit=1)[0].lower()}{next(_number)}@contoh.id")
    protected = fields.pop("second_factor", fields.get("is_operator", False))
    account = Account.objects.create_user(fields.pop("email"), fields.pop("password", None), name=name, **fields)
    if protected:
        a_second_factor(account)
    return account


def a_second_factor(account: Account) -> None:
    Authenticator.objects.create(user=account, type=Authenticator.Type.TOTP, data={"secret": "JBSWY3DPEHPK3PXP"})


def an_organization(name: str = "PT Nusantara", **fields: Any) -> Organization:
    fields.setdefault("slug", f"organisasi-{next(_number)}")
    fields.setdefault("verification", "verified")
    return Organization.objects.create(name=name, **fields)


def a_seat(account: Account, organization: Organization, role: str = "recruiter") -> Membership:
    return Membership.objects.create(account=account, organization=organization, role=role)


def a_posting(
    organization: Organization | None = None,
    *,
    title: str = "IT Support, Bandung",
    musts: Sequence[str] = MUSTS,
    nices: Sequence[str] = NICES,
    **fields: Any,
) -> JobPosting:
    """A published posting with requirements r1, r2 … (must first) and the usual stages."""
    fields = {"state": "published", "published_at": timezone.now(), "city": "Bandung", "text": title} | fields
    posting = JobPosting.objects.create(
        organization=organization or an_organization(), title=title, slug=f"loker-{next(_number)}", **fields
    )
    asked = [(label, "must") for label in musts] + [(label, "nice") for label in nices]
    Requirement.objects.bulk_create(
        Requirement(posting=posting, key=f"r{n}", position=n, kind="skill", importance=importance, label=label)
        for n, (label, importance) in enumerate(asked, 1)
    )
    add_default_stages(posting)
    return posting


def a_cv(
    *,
    organization: Organization | None = None,
    account: Account | None = None,
    name: str = "Bagas Prayogo",
    text: str = TEXT,
    data: bytes = b"",
    **fields: Any,
) -> CV:
    """A CV that was read: text, and a document whose evidence points to name and mail where they stand in the text."""
    mail = f"{name.split(maxsplit=1)[0].lower()}@contoh.id"
    written = text.replace("{name}", name).replace("{mail}", mail)
    owner = {"account": account} if account else {"organization": organization or an_organization()}
    stored = default_storage.save(f"made/{next(_number)}", ContentFile(data)) if data else ""
    facts = {"/basics/name": name, "/basics/email": mail, "/education/0/institution": "Politeknik Contoh Bandung"}
    row = {
        "file_name": f"{name.lower().replace(' ', '-')}.pdf",
        "stored_as": stored,
        "sha256": hashlib.sha256(data or written.encode()).hexdigest(),
        "size_bytes": len(data),
        "media_type": "application/pdf",
        "state": "read",
        "text": written,
        "page_starts": [0],
        "document": {
            "basics": {"name": name, "email": mail},
            "evidence": {path: [place(written, words)] for path, words in facts.items() if words in written},
        },
    }
    return CV.objects.create(**owner, **(row | fields))


def place(text: str, words: str) -> dict[str, int]:
    start = text.index(words)
    return {"start": start, "end": start + len(words), "page": 1}


def an_application(
    posting: JobPosting | None = None,
    *,
    name: str = "Bagas Prayogo",
    strip: str | None = "mmp|n",
    quotes: Sequence[str] | Mapping[str, str] = QUOTES,
    account: Account | None = None,
    days: float = 0,
    cv: CV | None = None,
    text: str = TEXT,
    headline: str = "IT Support · PT Gudang Tiga Rasa",
    **fields: Any,
) -> Application:
    """An application that came `days` ago with a match whose verdicts are `strip`; without a match where that is None."""
    posting = posting or a_posting()
    came = timezone.now() - timedelta(days=days)
    candidate = Candidate.objects.create(
        organization_id=posting.organization_id,
        account=account,
        name=name,
        email=f"orang{next(_number)}@contoh.id",
        city="Bandung",
    )
    application = Application.objects.create(
        posting=posting,
        candidate=candidate,
        cv=cv or a_cv(organization=posting.organization, name=name, text=text),
        **({"source": "apply" if account else "intake", "applied_at": came, "stage_since": came} | fields),
    )
    if strip is not None:
        a_match(application, strip=strip, quotes=quotes, headline=headline)
    return application


def a_match(
    application: Application, *, strip: str = "mmp|n", quotes: Sequence[str] | Mapping[str, str] = QUOTES, headline: str = ""
) -> Match:
    """Verdicts as letters; each but "n" quotes the words given for its requirement, where the CV's text holds them."""
    musts, _, nices = strip.partition("|")
    text = application.cv.text if application.cv else ""
    rows = []
    for n, (letter, requirement) in enumerate(zip(musts + nices, application.posting.requirements.all(), strict=True)):
        words = quotes.get(requirement.key, "") if isinstance(quotes, Mapping) else quotes[n] if n < len(quotes) else ""
        proof = [{"quote": words, **place(text, words), "path": f"/skills/{n}"}] if words and words in text else []
        rows.append(
            {
                "id": requirement.key,
                "kind": requirement.kind,
                "importance": requirement.importance,
                "label": requirement.label,
                "verdict": VERDICTS[letter],
                "score": SCORES[letter],
                "reason": {"code": "", "params": {}},
                "evidence": proof if letter != "n" else [],
            }
        )
    return Match.objects.create(
        application=application,
        score=sum(SCORES[x] for x in musts + nices) // max(1, len(musts + nices)),
        must_met=musts.count("m"),
        must_total=len(musts),
        nice_met=nices.count("m"),
        nice_total=len(nices),
        strip=strip,
        headline=headline,
        document={"requirements": rows, "occupations": []},
    )

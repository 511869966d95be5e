"""Samples for the gallery: what the components of guides and fit checks need."""

from dataclasses import dataclass
from datetime import date

from tepat.domain.occupations.guide import Contrast
from tepat.domain.occupations.occupation import Statement
from tepat.web.public.comparison import Scale
from tepat.web.public.fit_check import Choice, Question
from tepat.web.public.guides import Entry


@dataclass(frozen=True, slots=True)
class RoleSamples:
    scale: Scale
    names: tuple[str, str]
    contrasts: tuple[Contrast, ...]
    role: Entry
    checked: date
    question: Question


def role_samples() -> RoleSamples:
    said = _said("Helpdesk cuma ganti komponen.", "Helpdesks only swap parts.")
    really = _said("Juga memecahkan masalah dan melatih pengguna.", "They also solve problems and teach users.")
    choices = (Choice("a", "Saya mulai dari catatan.", chosen=True), Choice("b", "Saya minta ia menunggu.", chosen=False))
    return RoleSamples(
        scale=Scale("dasar", "rumit", 22, 56),
        names=("IT Helpdesk", "IT Support"),
        contrasts=(Contrast(said, really),),
        role=Entry("it-helpdesk", "IT Helpdesk", "garda depan, cepat dan sabar", "#", "#"),
        checked=date(2026, 11, 29),
        question=Question(1, "sample", "Seorang pengguna menelepon untuk ketiga kalinya.", choices, missing=True),
    )


def _said(indonesian: str, english: str) -> Statement:
    return Statement("sample", indonesian, english, "tepat")

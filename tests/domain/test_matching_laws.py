"""Laws of matching: what must hold for every CV and every posting."""

from dataclasses import fields, is_dataclass, replace
from datetime import date
from functools import cache
from typing import get_args, get_type_hints

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tepat.adapters.knowledge import load_knowledge
from tepat.domain.cv.profile import Certificate, Education, Fact, LanguageFact, PartialDate, SkillFact, Work
from tepat.domain.cv.read import read_cv
from tepat.domain.documents import ExtractedText, Span
from tepat.domain.matching.evidence import CLOSED, OpenCV
from tepat.domain.matching.match import match
from tepat.domain.matching.opening import open_cv
from tepat.domain.postings.posting import Requirement

KNOWLEDGE = load_knowledge()
TODAY = date(2026, 11, 22)
WANTED = (("it-support", 0.8), ("network-engineer", 0.2))
CV = """RATNA CONTOH WULANDARI
Jl. Melati Rekaan No. 17, Bandung | ratna@contoh.example | 0812 0000 0001
Perempuan, 27 tahun, belum menikah, Islam

PROFIL
Ratna Contoh Wulandari, wanita berusia 27 tahun, teliti dan senang belajar.

PENGALAMAN KERJA
IT Support - PT Rekaan Jaya
Januari 2021 - Desember 2023
- Memperbaiki komputer dan printer
- Konfigurasi MikroTik dan jaringan LAN
Staff IT - PT Misal Saja
Januari 2024 - Juni 2025
- Merawat server Windows

PENDIDIKAN
D3 Teknik Informatika - Politeknik Negeri Rekaan
2017 - 2020

KEAHLIAN
Windows Server, Microsoft Excel

BAHASA
Bahasa Inggris (pasif)
"""
NOWHERE = Span(0, 0)
few = settings(max_examples=25)
SKILLS = sorted(KNOWLEDGE.skills)
skill = st.sampled_from(SKILLS)
months = st.integers(1, 60)
asked_skill = st.builds(lambda i: ("skill", {"skills": (i,), "label": KNOWLEDGE.skills[i].name}), skill)
asked_other = st.sampled_from(
    [
        ("experience", {"months": 24, "occupations": ("it-support",)}),
        ("experience", {"months": 60}),
        ("experience", {"months": 0}),
        ("education", {"value": "S1", "areas": ("Teknik Informatika",)}),
        ("education", {"value": "D3"}),
        ("certificate", {"label": "CCNA"}),
        ("certificate", {"label": "MTCNA"}),
        ("language", {"value": "English", "level": "aktif"}),
        ("location", {"value": "Surabaya"}),
        ("availability", {"value": "shift"}),
        ("licence", {"label": "SIM C"}),
        ("other", {"label": "teliti"}),
        ("other", {"label": "IPK ≥ 3.00", "value": "3.00"}),
    ]
)
asked = st.lists(st.one_of(asked_skill, asked_other), min_size=1, max_size=8).map(
    lambda rows: tuple(
        Requirement(f"r{n}", kind, "must" if n % 3 else "nice", **{"label": "x", **more}) for n, (kind, more) in enumerate(rows)
    )
)


@cache
def profile():
    return read_cv(ExtractedText(CV, "text/plain"), knowledge=KNOWLEDGE, as_of=TODAY).profile


@cache
def opened(person, text=CV):
    return open_cv(person, text=text, page_of=lambda _: 1, as_of=TODAY, knowledge=KNOWLEDGE)


def matched(person, requirements, text=CV):
    return match(opened(person, text), requirements=requirements, occupations=WANTED, knowledge=KNOWLEDGE)


def never_lower(before, after, requirements):
    a, b = matched(before, requirements), matched(after, requirements)
    assert b.occupation_fit >= a.occupation_fit
    assert [y.score >= x.score for x, y in zip(a.requirements, b.requirements, strict=True)] == [True] * len(requirements)
    assert b.score >= a.score


@few
@given(asked)
def test_every_requirement_is_explained_once_and_only_silence_has_no_quote(requirements):
    found = matched(profile(), requirements).requirements
    assert [r.requirement for r in found] == list(requirements)
    for r in found:
        assert bool(r.evidence) == (r.verdict != "not_stated")
        assert 0 <= r.score <= 1_000_000
        assert [e.quote == CV[e.start : e.end] and 0 < len(e.quote) <= 200 for e in r.evidence] == [True] * len(r.evidence)


@few
@given(asked, st.sets(skill, max_size=6), st.booleans())
def test_a_learned_skill_never_lowers_a_match(requirements, ids, in_work):
    place = Span(CV.index("Microsoft Excel"), CV.index("Microsoft Excel") + 15)
    learned = tuple(SkillFact(i, KNOWLEDGE.skills[i].name, (i,), (place,), in_work=in_work) for i in sorted(ids))
    never_lower(profile(), replace(profile(), skills=(*profile().skills, *learned)), requirements)


@few
@given(asked, st.sampled_from(["CCNA", "MTCNA", "CompTIA A+", "ITIL Foundation"]))
def test_a_certificate_never_lowers_a_match(requirements, name):
    place = Span(CV.index("Microsoft Excel"), CV.index("Microsoft Excel") + 15)
    never_lower(profile(), replace(profile(), certificates=(Certificate(Fact(name, (place,))),)), requirements)


@few
@given(asked, months, st.integers(0, 1))
def test_months_of_work_that_began_earlier_never_lower_a_match(requirements, more, which):
    works = list(profile().work)
    start = works[which].start.value
    month = start.year * 12 + start.month - 1 - more
    works[which] = replace(works[which], start=Fact(PartialDate(month // 12, month % 12 + 1), works[which].start.spans))
    never_lower(profile(), replace(profile(), work=tuple(works)), requirements)


@few
@given(asked, months, st.sampled_from(["IT Support", "Network Engineer", "Akuntan", "Programmer"]), st.integers(2010, 2026))
def test_another_engagement_never_lowers_a_match(requirements, length, title, year):
    end = min(year * 12 + length, TODAY.year * 12 + TODAY.month - 1)
    more = Work(
        employer=None,
        position=Fact(title, (NOWHERE,)),
        start=Fact(PartialDate(year, 1), (Span(CV.index("Januari 2021"), CV.index("Januari 2021") + 12),)),
        end=Fact(PartialDate(end // 12, end % 12 + 1), ()),
        ongoing=False,
        type="job",
        duties=None,
        span=NOWHERE,
    )
    never_lower(profile(), replace(profile(), work=(*profile().work, more)), requirements)


@few
@given(
    asked,
    st.sampled_from(["SMK", "D3", "D4", "S1", "S2"]),
    st.sampled_from([None, "Sistem Informasi", "Akuntansi"]),
    st.booleans(),
)
def test_another_study_never_lowers_a_match(requirements, level, area, completed):
    place = Span(CV.index("D3"), CV.index("D3") + 2)
    study = Education(None, Fact(area) if area else None, Fact(level, (place,)), None, None, None, completed, place)
    without_grades = tuple(r for r in requirements if not r.label.startswith("IPK"))
    never_lower(profile(), replace(profile(), education=(*profile().education, study)), without_grades)


@few
@given(asked, st.sampled_from(["English", "Mandarin", "Indonesian"]), st.sampled_from([None, "aktif", "pasif"]))
def test_another_language_never_lowers_a_match(requirements, language, fluency):
    place = Span(CV.index("Bahasa Inggris"), CV.index("Bahasa Inggris") + 14)
    after = replace(profile(), languages=(*profile().languages, LanguageFact(Fact(language, (place,)), fluency)))
    never_lower(profile(), after, requirements)


def one(kind, text=CV, **more):
    person = read_cv(ExtractedText(text, "text/plain"), knowledge=KNOWLEDGE, as_of=TODAY).profile
    return matched(person, (Requirement("r1", kind, "must", **{"label": "x", **more}),), text).requirements[0]


def test_a_skill_named_again_and_again_in_one_place_is_worth_no_more():
    excel = {"label": "Microsoft Excel", "skills": ("microsoft-excel",)}
    again = CV.replace("Windows Server, Microsoft Excel", "Windows Server, Microsoft Excel, Microsoft Excel, Excel, MS Excel")
    assert one("skill", again, **excel).score == one("skill", **excel).score


def test_a_skill_used_in_a_second_engagement_is_worth_more_up_to_a_limit():
    mikrotik = {"label": "MikroTik", "skills": ("mikrotik-routeros",)}
    once = one("skill", **mikrotik).score
    twice = one("skill", CV.replace("Merawat server Windows", "Merawat server dan MikroTik"), **mikrotik).score
    assert once < twice <= 1_000_000


def test_a_month_in_which_two_engagements_overlap_counts_once():
    alone = one("experience", months=100, occupations=("it-support",)).reason.params["months"]
    twice = CV.replace("Januari 2024 - Juni 2025", "Januari 2021 - Desember 2023").replace("Staff IT", "IT Support")
    assert alone > 36
    assert one("experience", twice, months=100, occupations=("it-support",)).reason.params["months"] == 36


@pytest.mark.parametrize(("held", "general"), [("TCP/IP", "jaringan"), ("Laravel", "pemrograman")])
def test_a_wide_skill_says_nothing_of_a_special_one(held, general):
    wanted = next(m.skill for m in KNOWLEDGE.skill_index.find(held))
    text = CV.replace("Konfigurasi MikroTik dan jaringan LAN", f"Merawat {general}")
    assert one("skill", text, label=held, skills=(wanted.id,)).verdict == "not_stated"


def test_a_narrow_skill_is_a_start_for_a_special_one():
    found = one("skill", CV.replace("Microsoft Excel", "firewall"), label="FortiGate", skills=("fortigate",))
    assert (found.verdict, found.reason.code) == ("partly", "skill_related")


def names_within(kind, seen):
    """Every field name that a value of this type can carry, to the last depth."""
    if not isinstance(kind, list):
        if kind in seen:
            return set()
        seen.add(kind)
    names = set()
    if is_dataclass(kind):
        hints = get_type_hints(kind)
        for field in fields(kind):
            names |= {field.name} | names_within(hints[field.name], seen)
    for inner in kind if isinstance(kind, list) else get_args(kind):
        names |= names_within(inner, seen)
    return names


def test_the_matcher_has_no_place_for_who_somebody_is():
    names = names_within(OpenCV, set())
    assert {"position", "level", "language", "city"} <= names
    never = {
        "email",
        "phone",
        "photo",
        "sex",
        "gender",
        "age",
        "birth",
        "religion",
        "marital",
        "address",
        "institution",
        "employer",
    }
    assert not [name for name in names if never & set(name.split("_"))]
    assert "name" not in {field.name for field in fields(OpenCV)}


@pytest.mark.parametrize(
    "word",
    [
        "RATNA",
        "Ratna",
        "Wulandari",
        "Melati",
        "ratna@",
        "0812",
        "Perempuan",
        "wanita",
        "27",
        "menikah",
        "Islam",
        "Politeknik",
        "PT ",
    ],
)
def test_the_text_that_matching_sees_is_closed_where_it_tells_who_somebody_is(word):
    seen = opened(profile()).text
    assert word in CV
    assert word not in seen
    assert len(seen) == len(CV)


def test_what_speaks_of_work_stays_open():
    seen = opened(profile()).text
    for words in ("IT Support", "Januari 2021 - Desember 2023", "Konfigurasi MikroTik", "Teknik Informatika", "D3", "Bandung"):
        assert words in seen
    assert CLOSED in seen


@pytest.mark.parametrize(
    "pasted",
    [
        "Kata kunci: Linux, Cisco, Python",
        "Keywords\nLinux Cisco Python",
        "Dibutuhkan IT Support yang menguasai Linux",
        "Kualifikasi:\n- Linux\n- Cisco",
        "Linux, Cisco, " * 8,
        "menguasai Linux " * 9,
    ],
)
def test_what_was_pasted_or_repeated_for_a_machine_proves_nothing(pasted):
    text = CV.replace("BAHASA\n", f"{pasted}\n\nBAHASA\n")
    assert one("skill", text, label="Linux", skills=("linux",)).verdict == "not_stated"
    assert one("skill", CV.replace("Excel", "Excel, Linux"), label="Linux", skills=("linux",)).verdict == "met"

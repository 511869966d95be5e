"""The demo shows every screen something true to life, and nothing that would fail its own checks unawares."""

from collections import Counter
from datetime import date

import pytest

from tepat.adapters.generator.content import load_content
from tepat.adapters.generator.showcase import demo_cvs, load_demo

AS_OF = date(2026, 11, 22)
ROLES = (
    "IT Support",
    "Helpdesk",
    "Teknisi Komputer",
    "Network Engineer",
    "System Administrator",
    "Staf IT",
    "Application Support",
    "Web Developer",
    "Front End Developer",
    "Backend Developer",
    "Full Stack Developer",
    "Mobile Developer",
    "Data Analyst",
    "Data Engineer",
    "Database Administrator",
    "DevOps",
    "Security",
    "QA Engineer",
    "Business Analyst",
    "Project Manager",
    "ERP",
    "NOC",
    "IT Manager",
)


@pytest.fixture(scope="module")
def demo():
    return load_demo()


@pytest.fixture(scope="module")
def cvs():
    return demo_cvs(AS_OF)


def test_three_organizations_one_awaits_verification(demo):
    assert Counter(o.verification for o in demo.organizations) == {"verified": 2, "pending": 1}
    for field in ("key", "slug", "email_domain", "business_number"):
        assert len({getattr(o, field) for o in demo.organizations}) == 3


def test_cast_stands_where_the_tests_and_the_guide_say(demo):
    seats = {p.key: (p.role, p.organization) for p in demo.persons}
    assert seats["sari"] == ("jobseeker", "")
    assert seats["budi"] == ("recruiter", "nusantara")
    assert seats["citra"] == ("hiring_manager", "nusantara")
    assert seats["dewi"][1] == "samudra"
    assert seats["operator"] == ("operator", "")


def test_postings_cover_the_roles(demo):
    titles = " | ".join(p.title for p in demo.postings)
    assert [role for role in ROLES if role not in titles] == []
    assert len(demo.postings) >= 38
    assert len({p.key for p in demo.postings}) == len(demo.postings)


def test_postings_are_complete_and_in_bounds(demo):
    places = set(load_content().places)
    organizations = {o.key for o in demo.organizations}
    for posting in demo.postings:
        assert 300 < len(posting.text) <= 5_000, posting.key
        assert len(posting.title) <= 60, posting.key
        assert (posting.city, posting.region) in places, posting.key
        assert posting.organization in organizations
        assert posting.headcount >= 1
        assert posting.closes_in_days >= 1
        assert 0 <= posting.published_days_ago <= 30
        low, high = posting.salary_min_idr_month, posting.salary_max_idr_month
        assert (low is None) == (high is None)
        assert low is None or (high is not None and 1_000_000 <= low <= high), posting.key


def test_some_postings_hide_their_pay_and_modes_vary(demo):
    assert sum(p.salary_min_idr_month is None for p in demo.postings) >= 3
    assert {p.work_mode for p in demo.postings} == {"on_site", "hybrid", "remote"}
    assert {p.contract for p in demo.postings} >= {"permanent", "fixed_term", "internship", "daily"}


def test_doubtful_adverts_are_never_public(demo):
    """An age or looks limit stays a draft; an unverified organization publishes nothing."""
    marks = ("usia maks", "umur 22", "berpenampilan menarik", "biaya administrasi")
    doubtful = [p for p in demo.postings if any(mark in p.text for mark in marks)]
    assert len(doubtful) == 3
    assert all(p.state != "published" for p in doubtful)
    pending = {o.key for o in demo.organizations if o.verification == "pending"}
    assert all(p.state != "published" for p in demo.postings if p.organization in pending)


def test_sixty_cvs_of_sixty_persons(cvs):
    assert len(cvs) == 60
    for key in ("name", "email", "phone"):
        assert len({cv.truth[key] for cv in cvs}) == 60, key
    assert len({cv.name for cv in cvs}) == 60
    assert set(Counter(cv.truth["format"] for cv in cvs)) == {"pdf", "docx"}
    assert len({cv.truth["layout"] for cv in cvs}) >= 10
    assert demo_cvs(AS_OF)[0].data == cvs[0].data


def test_sari_is_among_them(cvs, demo):
    sari = next(p for p in demo.persons if p.key == "sari")
    own = [cv for cv in cvs if cv.person == "sari"]
    assert [(cv.truth["name"], cv.truth["email"]) for cv in own] == [(sari.name, sari.email)]
    assert own[0].truth["profession"] == "it-support"


def test_applications_name_postings_that_are_open(cvs, demo):
    open_ones = {p.key for p in demo.postings if p.state == "published"}
    applied = Counter(key for cv in cvs for key in cv.applies_to)
    assert set(applied) <= open_ones
    assert applied["nusantara-it-support"] >= 15
    professions = {cv.truth["profession"] for cv in cvs if "nusantara-it-support" in cv.applies_to}
    assert {"it-support", "web-developer", "not-it"} <= professions

"""Title against work: what warns, what does not, and the sentences that decide."""

import pytest
from evals.clarity import PRECISION, RECALL, read_cases, read_half, score

from tepat.adapters.knowledge import load_knowledge
from tepat.domain.occupations.occupation import OccupationScore
from tepat.domain.postings.clarity import judge_clarity
from tepat.domain.postings.covering import are_close, covers
from tepat.domain.postings.parting import Part, part_roles
from tepat.domain.postings.read import find_duties, read_posting
from tepat.domain.postings.sections import read_sections

KNOWLEDGE = load_knowledge()
CASES = read_cases()


def listed(*duties):
    return "".join(f"- {duty}\n" for duty in duties)


DESK = listed(
    "Memperbaiki PC, laptop dan printer karyawan", "Memelihara jaringan LAN dan wifi", "Instalasi Windows dan aplikasi kantor"
)
CODE = listed(
    "Membangun aplikasi web internal dengan PHP dan MySQL", "Menulis API untuk aplikasi gudang", "Memperbaiki bug program kasir"
)
PAPERS = listed("Membuat faktur dan merekap kas", "Mengarsipkan surat dan dokumen", "Mengurus gaji dan absensi karyawan")
FLUFF = listed("Membuat laporan mingguan", "Berkoordinasi dengan tim lain", "Mengikuti rapat bulanan")


def read(title, *duties):
    text = f"{title}\n\nTugas:\n{''.join(duties)}"
    return text, read_posting(text, knowledge=KNOWLEDGE)


def roles(*scores):
    return [OccupationScore(id=name, score=score) for name, score in scores]


def test_the_corpus_is_large_and_halved():
    warned = [case for case in CASES if case.verdict in {"mismatch", "two_roles"}]
    assert len(warned) >= 60
    assert {case.half for case in CASES} == {"dev", "held"}
    assert len({case.text for case in CASES}) == len(CASES)


@pytest.mark.long
@pytest.mark.parametrize("half", ["dev", "held"])
def test_warnings_reach_their_floors(half):
    pairs, _ = read_half([case for case in CASES if case.half == half], KNOWLEDGE)
    both = score(pairs)["warnings"]
    assert both["precision"] >= PRECISION
    assert both["recall"] >= RECALL


def test_a_list_of_two_roles_parts_where_the_second_begins():
    text, reading = read("IT Support", DESK, CODE)
    clarity = reading.clarity
    assert (clarity.verdict, clarity.params["duties"], clarity.params["second"]) == (
        "two_roles",
        "it-support",
        "software-developer",
    )
    assert [span.of(text) for span in clarity.spans][2] == "Membangun aplikasi web internal dengan PHP dan MySQL"
    assert (clarity.params["duties_count"], clarity.params["second_count"]) == (3, 3)


def test_paperwork_is_a_second_role_but_reports_and_meetings_are_none():
    assert read("IT Support", DESK, PAPERS)[1].clarity.params["second"] == "not-it"
    assert read("IT Support", DESK, FLUFF)[1].clarity.verdict == "consistent"


@pytest.mark.parametrize("title", ["IT Support & Programmer", "IT Support / Web Developer"])
def test_a_title_that_names_both_roles_misleads_nobody(title):
    assert read(title, DESK, CODE)[1].clarity.verdict == "consistent"


def test_other_work_than_the_title_says_names_a_better_title():
    _, reading = read("Network Engineer", CODE)
    assert reading.clarity.verdict == "mismatch"
    assert reading.clarity.suggested_occupation == "software-developer"
    assert reading.clarity.spans


def test_one_duty_outside_it_says_nothing():
    assert read("Network Engineer", "- Merekap kas dan mengarsipkan surat jalan perusahaan\n")[1].clarity.verdict == "unclear"


@pytest.mark.parametrize(("title", "verdict"), [(0.95, "mismatch"), (0.6, "consistent")])
def test_a_title_that_hardly_names_a_role_is_not_held_against_the_work(title, verdict):
    work = roles(("software-developer", 0.95))
    assert judge_clarity(roles(("network-engineer", title)), work, tally={}).verdict == verdict


def test_a_title_of_unknown_words_is_not_held_against_the_work():
    assert judge_clarity(roles(("not-it", 1.0)), roles(("data-professional", 0.99)), tally={}).verdict == "consistent"


def test_words_outside_it_must_lead_more_surely_than_a_role_of_it():
    title = roles(("it-support", 1.0))
    assert judge_clarity(title, roles(("not-it", 0.85)), tally={}).verdict == "consistent"
    assert judge_clarity(title, roles(("not-it", 0.95)), tally={}).verdict == "mismatch"


def test_parts_of_a_list_that_speaks_for_a_third_role_are_no_two_roles():
    parts = (Part("it-helpdesk", 0.9, ()), Part("software-developer", 0.9, ()))
    title = roles(("it-helpdesk", 1.0))
    assert judge_clarity(title, roles(("software-developer", 0.6)), tally={}, parts=parts).verdict == "two_roles"
    assert judge_clarity(title, roles(("data-professional", 0.6)), tally={}, parts=parts).verdict != "two_roles"


def test_what_the_title_covers_goes_without_saying():
    assert covers(["it-support"], ["it-support", "network-engineer"])
    assert not covers(["it-helpdesk"], ["it-helpdesk", "network-engineer"])
    assert covers(["it-manager"], ["network-engineer", "software-developer"])
    assert not covers(["it-manager"], ["network-engineer", "not-it"])
    assert are_close("data-professional", "database-administrator")


def test_short_lists_do_not_part():
    text = "IT Support\n\nTugas:\n- Memperbaiki printer\n- Membangun web dengan Laravel\n"
    assert part_roles(text, find_duties(text, read_sections(text)), KNOWLEDGE) is None


def test_what_an_opening_says_of_the_firm_is_no_duty():
    text = "Programmer\nPT Contoh\n\nPT Contoh Maju adalah perusahaan logistik.\nMembangun aplikasi gudang dengan PHP.\n"
    assert [span.of(text) for span in find_duties(text, read_sections(text))] == ["Membangun aplikasi gudang dengan PHP"]

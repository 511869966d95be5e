"""Roles are told apart by duties; titles are read apart from them; what decided is cited."""

import re
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tepat.adapters.knowledge import load_knowledge
from tepat.domain.documents import Span
from tepat.domain.occupations.citing import LONGEST_CITATION, cite, sentences_of
from tepat.domain.occupations.classify import (
    Job,
    classify_cv,
    classify_duties,
    classify_posting,
    classify_title,
    identify,
)
from tepat.domain.occupations.likeness import rank_titles
from tepat.domain.occupations.occupation import to_document
from tepat.domain.occupations.shares import shares_of, worth

KNOWN = load_knowledge()

DUTIES = {
    "it-helpdesk": [
        "Menerima keluhan pengguna lewat telepon dan email, mencatat tiket, reset password, mengeskalasi masalah ke tim lain.",
        "Answer incoming calls from users, log all calls as tickets, reset passwords and escalate issues to tier 2.",
    ],
    "it-support": [
        "Instalasi dan konfigurasi PC karyawan, troubleshooting hardware dan jaringan, inventaris aset, perawatan perangkat IT.",
        "Provide deskside support on site: set up laptops for new users, image computers, maintain printers and IT assets.",
    ],
    "computer-technician": [
        "Merakit komputer, memperbaiki laptop dan printer pelanggan, mengganti spare part, servis laptop, install ulang.",
        "Repair laptops and PCs at the bench: replace motherboards and power supplies, assemble computers, remove viruses.",
    ],
    "network-engineer": [
        "Merancang jaringan, konfigurasi router dan switch Cisco, routing OSPF dan BGP, VLAN, VPN, firewall.",
        "Design the network, configure routers and switches, OSPF, BGP, MPLS and wireless LAN; monitor network performance.",
    ],
    "system-administrator": [
        "Mengelola server Windows dan Linux, virtualisasi VMware, Active Directory, backup server, patching dan hak akses.",
        "Administer Windows servers and Linux servers, VMware vSphere, group policy, storage, patching and backups.",
    ],
    "software-developer": [
        "Mengembangkan aplikasi web dengan PHP Laravel, membuat REST API, menulis kode dan memperbaiki bug.",
        "Develop web applications in Java and Spring Boot, write clean code, unit tests and REST APIs.",
    ],
    "data-professional": [
        "Menganalisis data penjualan, membuat dashboard Power BI, mengolah data dengan SQL dan Python.",
        "Build data pipelines and ETL, model data in the warehouse, create dashboards in Tableau.",
    ],
    "database-administrator": [
        "Administrasi database Oracle: backup database, replikasi, performance tuning, patching.",
        "Administer SQL Server instances: replication, log shipping, database tuning, backup and recovery of databases.",
    ],
    "qa-engineer": [
        "Menyusun test case, menjalankan pengujian aplikasi, membuat laporan bug, automation test dengan Selenium.",
        "Write test plans and test cases, run regression tests, report defects and automate tests in Cypress.",
    ],
    "devops-engineer": [
        "Membangun pipeline CI/CD Jenkins, Docker, Kubernetes, Terraform di AWS, monitoring Prometheus dan Grafana.",
        "Build CI/CD pipelines, run Kubernetes on AWS, infrastructure as code with Terraform and Ansible.",
    ],
    "not-it": [
        "Melayani pelanggan toko, mencapai target penjualan, stok barang di gudang, dan laporan kas harian.",
        "Prepare invoices, bookkeeping, tax and financial statements; follow up suppliers.",
    ],
}
CASES = [(role, text) for role, texts in DUTIES.items() for text in texts]


@pytest.mark.parametrize(("role", "text"), CASES)
def test_duties_tell_the_role(role, text):
    _, duties = classify_posting("", text, knowledge=KNOWN)
    assert duties[0].id == role


@pytest.mark.parametrize(("role", "text"), CASES)
def test_the_title_never_changes_what_the_duties_say(role, text):
    answers = {classify_posting(title, text, knowledge=KNOWN)[1] for title in ("IT Support", "Programmer", "", "Barista", role)}
    assert len(answers) == 1


@pytest.mark.parametrize(("role", "text"), CASES)
def test_the_deciding_sentences_are_cited(role, text):
    best = classify_posting("", text, knowledge=KNOWN)[1][0]
    assert 1 <= len(best.spans) <= 3
    assert all(0 <= span.start < span.end <= len(text) and span.end - span.start <= 200 for span in best.spans)


DEPTHS = [
    ("it-helpdesk", "Provide first level technical support to users. "),
    ("it-support", "Provide second level support, on site. "),
]
SAME_TOPICS = (
    "Troubleshoot hardware, software and network issues. Install and configure workstations. "
    "Document support requests in the helpdesk system."
)


@pytest.mark.parametrize(("role", "depth"), DEPTHS)
def test_the_border_of_helpdesk_and_support_is_depth_not_topic(role, depth):
    assert classify_posting("", depth + SAME_TOPICS, knowledge=KNOWN)[1][0].id == role


def test_knowing_how_data_travels_is_asked_of_network_engineers():
    text = "Memahami konsep OSI layer, protokol komunikasi data, dan perangkat komunikasi data."
    assert classify_posting("", text, knowledge=KNOWN)[1][0].id == "network-engineer"


SEVERAL = (
    "Menerima telepon dari pengguna dan mencatat tiket.\nMemasang kabel LAN di kantor.\n"
    "Reset password dan eskalasi ke tim lain.\nInstalasi PC karyawan dan printer.\nPerawatan berkala perangkat IT."
)


def test_without_the_cited_sentences_the_answer_is_another():
    best = classify_posting("", SEVERAL, knowledge=KNOWN)[1][0]
    rest = SEVERAL
    for span in reversed(best.spans):
        rest = rest[: span.start] + rest[span.end :]
    assert classify_posting("", rest, knowledge=KNOWN)[1][0].id != best.id


def test_no_fewer_sentences_would_do():
    first = {(0, 1): -1.0, (0, 1, 2): -3.0, (0, 1, 2, 3): -4.0}
    spans = [Span(at * 10, at * 10 + 5) for at in range(4)]
    assert cite(spans, lambda sets: np.array([first.get(tuple(sorted(one)), 1.0 - len(one) / 9) for one in sets])) == (
        spans[0],
        spans[1],
    )


def test_where_no_three_sentences_are_enough_those_that_take_most_are_cited():
    spans = [Span(at * 10, at * 10 + 5) for at in range(6)]
    weights = np.array([1.0, 5.0, 2.0, 4.0, 0.5, 3.0])
    assert cite(spans, lambda sets: np.array([50 - weights[list(one)].sum() for one in sets])) == (spans[1], spans[3], spans[5])


def test_an_answer_that_nothing_turns_is_asked_about_once():
    asked = []

    def leads(sets):
        asked.append(sets)
        return np.array([9.0 - max(one) if len(one) == 1 else 3.0 for one in sets])

    spans = [Span(at * 10, at * 10 + 5) for at in range(6)]
    assert cite(spans, leads) == (spans[3], spans[4], spans[5])
    assert len(asked) == 1


@given(st.text(alphabet="ab ,.;\n•", max_size=900))
def test_sentences_are_short_apart_and_leave_out_nothing_but_blanks_and_bullets(text):
    found = sentences_of(text)
    assert all(0 < span.end - span.start <= LONGEST_CITATION for span in found)
    assert all(left.end <= right.start for left, right in pairwise(found))
    assert re.sub(r"[\s•;]", "", "".join(span.of(text) for span in found)) == re.sub(r"[\s•;]", "", text)


@pytest.mark.parametrize(
    ("title", "role"),
    [
        ("IT Helpdesk", "it-helpdesk"),
        ("Help Desk Analyst (Shift)", "it-helpdesk"),
        ("IT Support", "it-support"),
        ("Staff IT Support - Jakarta Selatan", "it-support"),
        ("Teknisi Komputer", "computer-technician"),
        ("Senior Network Engineer", "network-engineer"),
        ("Sysadmin Linux", "system-administrator"),
        ("Staff IT", "it-generalist"),
        ("Staff IT Programmer", "software-developer"),
        ("Frontend Developer (React)", "software-developer"),
        ("Data Analyst", "data-professional"),
        ("DBA", "database-administrator"),
        ("Manager IT", "it-manager"),
        ("Admin Gudang", "not-it"),
        ("SAP Consultant", "erp-consultant"),
        ("NOC", "noc-operator"),
    ],
)
def test_titles_name_roles(title, role):
    assert classify_title(title, knowledge=KNOWN)[0].id == role


def test_the_narrower_role_stands_beside_the_public_one():
    best = classify_title("Frontend Developer", knowledge=KNOWN)[0]
    assert (best.id, best.narrower) == ("software-developer", "front-end-developer")


def test_nothing_known_gives_no_answer():
    assert classify_posting("", "", knowledge=KNOWN) == ((), ())
    assert identify("", "cv", KNOWN) == ()


def test_stretches_outside_the_duties_do_not_count():
    text = "Programmer PHP Laravel\nMenerima keluhan lewat telepon, mencatat tiket, reset password."
    start = text.index("\n") + 1
    best = classify_duties(text, [Span(start, len(text))], knowledge=KNOWN)[0]
    assert best.id == "it-helpdesk"
    assert all(span.start >= start for span in best.spans)


def test_recent_work_weighs_more():
    helpdesk, developer = (f"{DUTIES[role][0]}\n" for role in ("it-helpdesk", "software-developer"))
    text = helpdesk + developer
    first, second = Span(0, len(helpdesk)), Span(len(helpdesk), len(text))
    now_helpdesk = classify_cv(text, [Job(None, first, 0), Job(None, second, 60)], knowledge=KNOWN)
    now_developer = classify_cv(text, [Job(None, first, 60), Job(None, second, 0)], knowledge=KNOWN)
    assert now_helpdesk[0].id == "it-helpdesk"
    assert now_developer[0].id == "software-developer"


@settings(max_examples=60)
@given(st.text(max_size=200))
def test_any_text_gives_shares(text):
    for kind in ("posting", "cv"):
        scores = identify(text, kind, KNOWN)
        assert all(0 <= score.score <= 1 for score in scores)
        assert [score.score for score in scores] == sorted((score.score for score in scores), reverse=True)
        assert all(0 <= span.start < span.end <= len(text) for score in scores for span in score.spans)


@given(st.lists(st.floats(-20, 200), min_size=1), st.booleans())
def test_shares_add_up_to_one(points, learned):
    row = np.array([points])
    said = np.log(np.full(row.shape, 1 / len(points))) if learned else None
    logs = worth(row, found=np.ones(row.shape, dtype=bool), learned=said, part=0.6)[0]
    assert shares_of(logs, blended=learned).sum() == pytest.approx(1)
    assert logs[row.argmax()] == pytest.approx(logs.max())


def test_documents_hold_only_public_ids():
    document = to_document(classify_title("Android Developer", knowledge=KNOWN)[0])
    assert document["id"] == "software-developer"
    assert document["narrower"] == "mobile-developer"
    assert document["evidence"] == [{"start": 0, "end": 17}]


def test_titles_are_ranked_by_likeness():
    corpus = ["Accountant", "Network Engineer", "IT Support Engineer", "Help Desk Technician"]
    answers = list(rank_titles(["IT support", "helpdesk", "zzz"], corpus, top=2))
    assert [answer[0].position for answer in answers] == [2, 3, 0]
    assert [len(answer) for answer in answers] == [2, 2, 2]


@given(st.lists(st.sampled_from(["IT Support", "Network Engineer", "Programmer", "Kasir"]), min_size=1, max_size=8))
def test_a_title_is_nearest_to_itself(corpus):
    for title, ranked in zip(corpus, rank_titles(corpus, corpus), strict=True):
        assert corpus[ranked[0].position] == title
        assert sorted(hit.position for hit in ranked) == list(range(len(corpus)))

"""Skills in text: the longest name wins, case decides for short ones, spans hold what was written."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tepat.adapters.knowledge import load_knowledge
from tepat.domain.skills import Skill, SkillIndex

KNOWN = load_knowledge().skill_index
NAMES = sorted({alias for skill in load_knowledge().skills.values() for alias in (skill.name, *skill.aliases)})


def names(text):
    return [mention.skill.name for mention in KNOWN.find(text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Menguasai C, C++, C# dan .NET; Go, R", ["C", "C++", "C#", ".NET", "Go", "R"]),
        ("NodeJS / Node.js / Node JS", ["Node.js", "Node.js", "Node.js"]),
        ("ASP.NET dan VB.NET", ["ASP.NET", "VB.NET"]),
        ("TCP/IP, TCP IP, tcp-ip", ["TCP/IP", "TCP/IP", "TCP/IP"]),
        ("AD, DNS dan DHCP", ["Active Directory", "DNS", "DHCP"]),
        ("instal ulang OS, tiketing, Mikrotik", ["OS Installation", "Ticketing", "MikroTik RouterOS"]),
        ("M365 / O365 / Office 365", ["Microsoft 365", "Microsoft 365", "Microsoft 365"]),
        ("AnyDesk/TeamViewer", ["Remote Support"]),
        ("Windows Server 2019 dan Windows 10", ["Windows Server", "Windows"]),
        ("PHP8, Laravel10 dan HTML5", ["PHP", "Laravel", "HTML"]),
        ("LAN/WAN", ["Computer Networking"]),
        ("Active\nDirectory", ["Active Directory"]),
        ("Ms. Excel (VLOOKUP, Pivot)", ["Microsoft Excel", "Microsoft Excel", "Microsoft Excel"]),
        ("pelayanan pelanggan", ["Customer Service"]),
        ("Kotlin, Swift, Rust", ["Kotlin", "Swift", "Rust"]),
        ("Jest, Mocha dan Cypress", ["Jest", "Mocha", "Cypress"]),
        ("Xero / Kledo / Accurate", ["Xero", "Kledo", "Accurate"]),
        ("Dapodik, SIPD, e-Bupot", ["Dapodik", "SIPD", "Tax"]),
        ("konfigurasi OLT, ODP dan splicing", ["OLT", "ODP and ODC", "Fibre Splicing"]),
        ("VMware vSphere, Hyper-V, Nutanix", ["VMware vSphere", "Hyper-V", "Nutanix"]),
        ("DynamoDB, Cassandra, Neo4j", ["Amazon DynamoDB", "Apache Cassandra", "Neo4j"]),
        ("Fingerspot & Hikvision", ["Attendance Machines", "Hikvision"]),
        ("SAP FICO, SAP Ariba", ["SAP FI/CO", "SAP Ariba"]),
    ],
)
def test_names_as_people_write_them(text, found):
    assert names(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "Memiliki SIM C dan SIM A",
        "Go to market bersama tim R & D",
        "we excel in what we do",
        "S1/S2/S3 segala jurusan",
        "Head of IT",
        "go live bulan depan",
        "Brevet A, B, C",
        "an adept reactor operator",
        "jaringan distribusi nasional",
        "Swift action in unity",
        "stand-ups and meet ups",
        "SIM (C) dan dokumen L/C",
        "Bertanggung jawab atas gedung",
        "to immediately remedy a flaw",
        "Uang koin dan tas karma bergaya jasmine",
        "Pekerja yang berwatak keras",
        "a jest over cucumber and celery salad",
        "wisata waterfall dan kain yarn",
        "Gatsby pomade, Lombok, NTB",
        "an eloquent speaker who can retrofit a boiler",
        "membagikan leaflet sambil minum kopi mocha",
        "Tunjangan asuransi kesehatan dan perjalanan dinas",
        "https://example.test/lowongan",
        "ada banyak pilihan di Hong Kong",
        "the cypress by the jetty",
        "",
    ],
)
def test_words_that_only_look_like_skills(text):
    assert names(text) == []


def test_a_full_stop_parts_two_names():
    assert names("Menguasai Active. Directory") == []


def test_the_longest_name_wins():
    assert [m.written for m in KNOWN.find("Microsoft SQL Server dan SQL")] == ["Microsoft SQL Server", "SQL"]


def test_implied_skills_are_followed_to_the_end():
    assert KNOWN.implied({"laravel"}) >= {"laravel", "php", "mvc", "programming"}
    assert "linux" in KNOWN.implied({"ubuntu"})
    assert "nosql" in KNOWN.implied({"cassandra"})
    assert KNOWN.implied({"no-such-skill"}) == {"no-such-skill"}


def test_a_circle_of_implications_ends():
    index = SkillIndex({"a": Skill("a", "Alfa", implies=("b",)), "b": Skill("b", "Beta", implies=("a",))})
    assert index.implied(["a"]) == {"a", "b"}


@given(st.text(max_size=300))
def test_mentions_are_what_the_text_says(text):
    end = 0
    for mention in KNOWN.find(text):
        assert mention.span.of(text) == mention.written
        assert end <= mention.span.start < mention.span.end <= len(text)
        end = mention.span.end


@given(st.sampled_from(NAMES), st.sampled_from(["\n", ", ", "; ", " • "]))
def test_every_name_is_found_in_a_list(name, sign):
    mentions = KNOWN.find(f"Zzyzx{sign}{name}{sign}Zzyzx")
    assert mentions
    assert mentions[0].written in name


@given(st.lists(st.sampled_from(NAMES), max_size=6))
def test_more_skills_never_take_one_away(chosen):
    text = "\n---\n".join(chosen)
    assert KNOWN.ids(text) <= KNOWN.ids(text + "\n---\nPython")

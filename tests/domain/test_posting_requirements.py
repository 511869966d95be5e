"""What an advert asks: kinds, importance, figures, tight places."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tepat.adapters.knowledge import load_knowledge
from tepat.domain.postings.read import read_posting

KNOWLEDGE = load_knowledge()


def asked(*points, heading="Kualifikasi:"):
    text = "IT Support\nPT Contoh Maju\nBandung\n\n" + heading + "\n" + "".join(f"- {p}\n" for p in points)
    return text, read_posting(text, knowledge=KNOWLEDGE).requirements


def only(*points, kind):
    _, found = asked(*points)
    (one,) = [r for r in found if r.kind == kind]
    return one


@pytest.mark.parametrize(
    ("point", "level"),
    [
        ("Pendidikan minimal D3 Teknik Informatika", "D3"),
        ("Minimal SMA/SMK sederajat", "SMA"),
        ("Lulusan SMK jurusan TKJ", "SMK"),
        ("Min. Diploma/Sarjana jurusan Sistem Informasi", "D3"),
        ("Bachelor's degree in Computer Science or equivalent", "S1"),
        ("Minimum Diploma, maximum S1", "D3"),
        ("Pendidikan S2 Ilmu Komputer", "S2"),
        ("Sarjana (S1) Teknik Komputer", "S1"),
    ],
)
def test_lowest_accepted_level(point, level):
    assert only(point, kind="education").value == level


def test_majors_are_named_without_or_related():
    found = only("S1 jurusan Teknik Informatika / Sistem Informasi atau bidang terkait", kind="education")
    assert found.areas == ("Teknik Informatika", "Sistem Informasi")


def test_a_higher_level_may_be_a_wish():
    _, found = asked("Pendidikan Minimal SMA/SMK, D3 di utamakan")
    assert [(r.value, r.importance) for r in found if r.kind == "education"] == [("SMA", "must"), ("D3", "nice")]


@pytest.mark.parametrize(
    ("point", "months"),
    [
        ("Pengalaman minimal 2 tahun di bidang yang sama", 24),
        ("Pengalaman ± 2 thn sebagai IT Support", 24),
        ("Minimal 2-3 tahun pengalaman dalam pengembangan aplikasi", 24),
        ("At least 6month - 2 year of experience in Java Programming", 6),
        ("3+ years of experience in networking", 36),
        ("Memiliki pengalaman kerja minimal 1 (satu) tahun", 12),
        ("Fresh graduate welcome", 0),
        ("Tidak diperlukan pengalaman kerja", 0),
    ],
)
def test_least_months(point, months):
    assert only(point, kind="experience").months == months


def test_fresh_graduates_make_years_a_wish():
    _, found = asked("Pengalaman minimal 1 tahun", "Fresh graduate dipersilakan melamar")
    assert {(r.months, r.importance) for r in found if r.kind == "experience"} == {(0, "nice")}


def test_age_is_no_experience():
    text, found = asked("Usia maksimal 27 tahun", "Menguasai Linux")
    assert [r.kind for r in found] == ["skill"]
    assert found[0].spans[0].of(text) == "Linux"


def test_lists_are_split_and_named():
    text, found = asked("Menguasai PHP (Laravel), MySQL & Git")
    assert [r.label for r in found] == ["PHP", "Laravel", "MySQL", "Git"]
    assert [r.spans[0].of(text) for r in found] == ["PHP", "Laravel", "MySQL", "Git"]


def test_two_alternatives_are_one_requirement():
    _, found = asked("Menguasai Git atau SVN")
    assert [set(r.skills) for r in found] == [{"git", "svn"}]


def test_any_of_a_list_of_alternatives_is_enough():
    _, found = asked("Menguasai salah satu: PHP, Java, Python")
    assert [set(r.skills) for r in found] == [{"php", "java", "python"}]


@pytest.mark.parametrize(
    "point",
    [
        "Memahami MikroTik menjadi nilai plus",
        "Diutamakan memahami MikroTik",
        "Lebih disukai yang memahami MikroTik",
        "MikroTik experience is preferred",
        "Knowledge of MikroTik is an advantage",
        "MikroTik (optional)",
    ],
)
def test_wishes(point):
    assert only(point, kind="skill").importance == "nice"


def test_a_block_of_wishes():
    _, found = asked("Docker", "Kubernetes", heading="Nice to have:")
    assert {r.importance for r in found} == {"nice"}


@pytest.mark.parametrize(
    ("point", "kind", "value"),
    [
        ("Bersedia ditempatkan di Surabaya", "location", "Surabaya"),
        ("Berdomisili di Bandung", "location", "Bandung"),
        ("Bersedia bekerja shift", "availability", "shift"),
        ("Bersedia dinas luar kota", "availability", "travel"),
        ("Memiliki SIM C", "licence", None),
        ("Fluent in English", "language", "English"),
        ("Mampu berbahasa Inggris aktif", "language", "English"),
        ("Memiliki sertifikat CCNA", "certificate", None),
        ("Jujur dan bertanggung jawab", "other", None),
        ("Menguasai bahasa pemrograman Java", "skill", None),
    ],
)
def test_kinds(point, kind, value):
    _, found = asked(point)
    assert {(r.kind, r.value) for r in found} == {(kind, value)}


def test_ids_are_stable_and_in_order():
    text, found = asked("Menguasai Linux", "Menguasai Windows", "SIM A")
    assert [r.id for r in found] == ["r1", "r2", "r3"]
    assert found == read_posting(text, knowledge=KNOWLEDGE).requirements


@given(
    st.lists(
        st.sampled_from(
            ["Menguasai", "Linux", "S1", "2 tahun", "pengalaman", "(", ")", "seperti", "atau", ",", "IPK 3.00", "SIM C", "di"]
        ),
        max_size=25,
    )
)
def test_any_words_give_tight_places(words):
    text, found = asked(" ".join(words))
    assert all(0 <= s.start < s.end <= len(text) and "\n" not in s.of(text) for r in found for s in r.spans)
    assert len({r.id for r in found}) == len(found)
    assert all(len(r.label) <= 200 and r.label for r in found)

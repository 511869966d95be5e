"""Words of both languages as the search sees them."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tepat.domain.language.normalise import LONGEST_WORD, normalise
from tepat.domain.language.stem import stem
from tepat.domain.language.tokens import terms, tokens
from tepat.domain.language.words import ENDS_IN_S, JOINS, NOISE, ROOTS

# Letters of several scripts, combining and hidden signs, signs of names, surrogates and NUL.
hostile = st.text(
    st.one_of(st.sampled_from("aAbcéßİñ1259 .,/-+#'’\u00ad\u200b\u0301\0\ud800\n\"()=*ﷺ½日本ＩＴ"), st.characters()), max_size=40
)
written = st.lists(
    st.sampled_from([*sorted(ROOTS)[:80], "help", "desk", "C++", "TCP/IP", "teman-teman", "5.000.000", " - ", "/"])
).map(" ".join)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("C++ dan C#", ("c++", "dan", "c#")),
        ("C, C# & C++/CLI", ("c", "c#", "c++", "cli")),
        (".NET atau ASP.NET", (".net", "atau", "asp.net")),
        ("Node.js, NodeJS, node js", ("node.js", "node.js", "node.js")),
        ("TCP/IP tcp-ip tcpip", ("tcp/ip", "tcp/ip", "tcp/ip")),
        ("Microsoft 365 (M365), Office 365", ("m365", "m365", "m365")),
        ("CI/CD UI/UX 24/7", ("ci/cd", "ui/ux", "24/7")),
        ("F# notepad++", ("f#", "notepad++")),
        ("admin/teknisi", ("admin", "teknisi")),
        ("Wi-Fi e-mail front-end full stack", ("wifi", "email", "frontend", "fullstack")),
    ],
)
def test_it_names_stay_whole(text: str, expected: tuple[str, ...]) -> None:
    assert terms(text) == expected


def test_joins_meet_within_a_sentence_only() -> None:
    assert terms("help desk Help-Desk HELPDESK help\ndesk") == ("helpdesk",) * 4
    assert terms("Butuh help. Desk kayu") == ("butuh", "help", "desk", "kayu")
    assert terms("help, desk") == ("help", "desk")


@pytest.mark.parametrize(
    ("root", "forms"),
    [
        ("kuasa", "menguasai penguasaan dikuasai kuasai"),
        ("kembang", "mengembangkan pengembangan pengembang dikembangkan berkembang perkembangan"),
        ("kelola", "mengelola pengelolaan dikelola pengelola"),
        ("layan", "melayani pelayanan layanan pelayan"),
        ("baik", "memperbaiki perbaikan diperbaiki terbaik sebaiknya"),
        ("program", "memprogram pemrograman program"),
        ("aman", "keamanan pengamanan mengamankan"),
        ("selesai", "menyelesaikan penyelesaian diselesaikan"),
        ("pengalaman", "berpengalaman pengalamannya"),
        ("terampil", "keterampilan"),
        ("mampu", "berkemampuan kemampuan mampu"),
        ("kerja", "bekerja pekerjaan dikerjakan pekerja"),
        ("komunikasi", "mengkomunikasikan berkomunikasi"),
        ("uji", "menguji pengujian penguji diuji"),
        ("cetak", "mencetak percetakan pencetakan"),
        ("pasang", "memasang pemasangan terpasang"),
        ("tulis", "menulis penulisan tertulis"),
        ("cek", "mengecek pengecekan dicek"),
    ],
)
def test_indonesian_words_of_one_root_meet(root: str, forms: str) -> None:
    assert {form: stem(form) for form in forms.split()} == dict.fromkeys(forms.split(), root)


KEPT = """
    jaringan lowongan karyawan perusahaan perangkat berkas bahasa teknisi administrasi teknis bisnis analis akses proses media
    penetration memory terminal terraform digital display performance permission person people direct director design device
    server service security kernel keyboard mentor menu metric method period perl seo setup selenium semantic dialog disk django
    plan scan lan vlan wan api cli gui wifi java python ruby kotlin swift android linux windows kubernetes devops jenkins redis
    nginx cisco mikrotik azure aws sales analytics manager developer engineer analyst support operator training testing meeting
"""


@pytest.mark.parametrize("word", KEPT.split())
def test_names_and_english_words_keep_their_form(word: str) -> None:
    assert stem(word) == word


def test_english_plurals_meet_their_singular() -> None:
    assert terms("networks developers skills databases companies policies") == (
        "network",
        "developer",
        "skill",
        "database",
        "company",
        "policy",
    )


def test_numbers_keep_their_value() -> None:
    assert terms("Rp 5.000.000 atau 5,000,000") == ("rp", "5000000", "atau", "5000000")
    assert terms("Python 3.11, 2 tahun.") == ("python", "3.11", "2", "tahun")


def test_writing_habits_meet() -> None:
    assert terms("Café re\u0301sume\u0301 soft\u00adware ＩＴ") == ("cafe", "resume", "software", "it")
    assert terms("teman-teman jum'at company's") == ("teman", "jumat", "company")


def test_spans_show_the_words_as_written() -> None:
    text = "Staf Help-Desk (C++), menguasai jaringan-jaringan"
    assert [(t.term, t.span.of(text)) for t in tokens(text)] == [
        ("staf", "Staf"),
        ("helpdesk", "Help-Desk"),
        ("c++", "C++"),
        ("kuasa", "menguasai"),
        ("jaringan", "jaringan-jaringan"),
    ]


@given(hostile)
@example("İ" * 70)
@example("\ufdfa" * 30)
def test_normalising_twice_changes_nothing(word: str) -> None:
    once = normalise(word)
    assert normalise(once) == once
    assert len(once) <= LONGEST_WORD


@given(st.one_of(hostile, written))
def test_terms_are_words_and_spans_rise_within_the_text(text: str) -> None:
    found = tokens(text)
    assert terms(text) == tuple(token.term for token in found)
    ends = 0
    for token in found:
        assert ends <= token.span.start < token.span.end <= len(text)
        ends = token.span.end
        assert token.term
        assert not any(c.isspace() or c in '=\0"*()' or "\ud800" <= c <= "\udfff" for c in token.term)


@given(written)
def test_case_does_not_matter(text: str) -> None:
    assert terms(text.upper()) == terms(text.lower())


@given(
    st.sampled_from(sorted(ROOTS)),
    st.sampled_from(("", "nya", "lah", "kan", "an", "i")),
    st.sampled_from(("", "di", "ter", "ke")),
)
def test_stems_are_roots_or_words_and_stay_so(root: str, suffix: str, prefix: str) -> None:
    found = stem(prefix + root + suffix)
    assert stem(found) == found
    if not prefix and suffix in ("", "nya", "lah"):
        assert found == root or root + suffix in ROOTS or found in ROOTS


def test_the_data_is_in_the_form_it_is_looked_up_in() -> None:
    assert all(normalise(word) == word and " " not in word for word in ROOTS | ENDS_IN_S | NOISE)
    for left, right in JOINS.items():
        assert all(normalise(word) == word for word in left)
        assert terms(right) == (right,) or terms(right)[0] == stem(right), right
        assert terms(" ".join(left)) == (stem(right),), left


@given(st.one_of(hostile, written))
@example("3.11 5.000 24/7 C++/CLI .NET-core node.js's")
def test_terms_of_a_term_are_that_term(text: str) -> None:
    """Stored searches rely on it: their terms are made anew when they are read."""
    for term in terms(text):
        assert terms(term) == (term,)

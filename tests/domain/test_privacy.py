"""Blind review: the identity goes, everything else stays in its place."""

from hypothesis import given
from hypothesis import strategies as st

from tepat.domain.documents import Span
from tepat.domain.privacy import BLOT, blotted, identity_spans, nik_spans

TEXT = """Bagas Prayogo
Jl. Kenanga No. 25 · 0812-3456-7890 · bagas.p@contoh.id · linkedin.com/in/bagas
Jenis kelamin: Laki-laki
IT Support, PT Gudang Tiga Rasa
S1 Informatika, Universitas Contoh Bandung, 2021
Saya, Bagas, mengelola 180 pengguna."""
DOCUMENT = {"basics": {"name": "Bagas Prayogo"}, "evidence": {"/basics/name": [{"start": 0, "end": 13}]}}


def test_name_contact_campus_and_sex_are_blotted_and_the_work_stays():
    seen = blotted(TEXT, identity_spans(TEXT, DOCUMENT))
    for hidden in ("Bagas", "Prayogo", "0812", "contoh.id", "linkedin", "Laki", "Kenanga", "Universitas", "Contoh Bandung"):
        assert hidden not in seen
    for kept in ("IT Support, PT Gudang Tiga Rasa", "S1 Informatika", "2021", "180 pengguna", "Jenis kelamin:"):
        assert kept in seen


def test_a_nik_is_found_however_it_is_spaced():
    text = "NIK 3273011203980001, rekening 12345678901234567, 3273 0112 0398 0002"
    assert [s.of(text) for s in nik_spans(text)] == ["3273011203980001", "3273 0112 0398 0002"]


@given(st.text(max_size=80), st.lists(st.tuples(st.integers(-5, 90), st.integers(-5, 90)), max_size=4))
def test_blotting_keeps_length_and_everything_outside(text: str, pairs: list[tuple[int, int]]):
    spans = [Span(min(p), max(p)) for p in pairs]
    seen = blotted(text, spans)
    assert len(seen) == len(text)
    for at, (before, after) in enumerate(zip(text, seen, strict=True)):
        inside = any(s.start <= at < s.end for s in spans)
        assert after == (BLOT if inside and not before.isspace() else before)

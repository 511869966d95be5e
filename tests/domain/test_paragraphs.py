"""A CV as paragraphs: nothing is lost, nothing stands twice, lines that go on are joined."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from tepat.domain.cv.paragraphs import Block, blocks_of
from tepat.domain.documents import Span

TEXT = """Bagas Prayogo

Pengalaman
IT Support, PT Gudang\tJuli 2024 – sekarang
• Menangani eskalasi dari helpdesk: konfigurasi switch dan VLAN
serta perbaikan laptop.
• Cadangan harian
Keahlian
Windows Server
"""


def words(block: Block) -> str:
    return block.span.of(TEXT)


def test_headings_entries_bullets_and_tails_are_told_apart():
    found = blocks_of(TEXT, entries=[Span(TEXT.index("IT Support"), TEXT.index("IT Support") + 10)])
    assert [(b.kind, words(b)) for b in found] == [
        ("plain", "Bagas Prayogo"),
        ("heading", "Pengalaman"),
        ("entry", "IT Support, PT Gudang"),
        ("bullet", "Menangani eskalasi dari helpdesk: konfigurasi switch dan VLAN\nserta perbaikan laptop."),
        ("bullet", "Cadangan harian"),
        ("heading", "Keahlian"),
        ("plain", "Windows Server"),
    ]
    assert found[2].tail is not None
    assert found[2].tail.of(TEXT) == "Juli 2024 – sekarang"


def test_only_dates_stand_at_the_end_of_a_line_and_headings_that_wrap_are_one():
    text = "Nama\t: Baso 2021\nLinux\tPrinter\nADDITIONAL\nINFORMATION\nMagang\tpresent"
    found = blocks_of(text)
    assert [(b.kind, b.tail and b.tail.of(text)) for b in found] == [
        ("plain", None),
        ("plain", None),
        ("heading", None),
        ("plain", "present"),
    ]


def test_a_page_is_named_by_its_first_block():
    found = blocks_of("satu\ndua\ntiga", page_starts=[0, 5])
    assert [b.page for b in found] == [None, 2, None]


@given(st.text(alphabet="ab.• \t\n\fP", max_size=200), st.lists(st.integers(0, 200), max_size=3))
def test_every_visible_character_stands_in_exactly_one_block(text: str, starts: list[int]):
    spans = [s for b in blocks_of(text, page_starts=[0, *sorted(starts)]) for s in (b.span, b.tail) if s]
    assert all(a.end <= b.start for a, b in pairwise(spans))
    covered = "".join(s.of(text) for s in spans)
    assert [c for c in covered if not c.isspace() and c != "•"] == [c for c in text if not c.isspace() and c != "•"]

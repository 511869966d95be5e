"""Guide files: every sentence in both languages with a known source, every section filled, every pointer leads somewhere."""

import re
import tomllib
from collections import Counter
from importlib.resources import files
from pathlib import Path

import pytest

from tepat.adapters.guides import FOLDER, guide_ids, load_guide, read_guide, read_traits
from tepat.adapters.knowledge import KnowledgeError, load_knowledge
from tepat.domain.occupations.guide import gaps_of, statements_of

KNOWN = load_knowledge()
PATTERN = "it-helpdesk"
PROTECTED = re.compile(
    r"\b(?:usia|umur|jenis kelamin|laki-laki|perempuan|pria|wanita|hamil|menikah|lajang|agama|suku|etnis|difabel|disabilitas"
    r"|tinggi badan|penampilan|kewarganegaraan|age|aged|sex|gender|male|female|man|woman|pregnan\w+|married|single|religio\w+"
    r"|ethnic\w*|disab\w+|handsome|beautiful|nationality)\b",
    re.IGNORECASE,
)


@pytest.fixture(scope="module", params=guide_ids())
def guide(request):
    return load_guide(request.param)


def test_the_most_confused_roles_have_guides():
    assert set(guide_ids()) >= {"it-helpdesk", "it-support", "computer-technician", "network-engineer"}
    assert len(guide_ids()) >= 25


def test_a_guide_is_complete(guide):
    assert gaps_of(guide) == ()


def test_a_guide_describes_a_known_occupation(guide):
    assert guide.occupation in KNOWN.occupations
    ends = {n.to for n in guide.neighbours} | {r.occupation for r in guide.routes if r.occupation}
    assert ends <= KNOWN.occupations.keys()
    assert guide.occupation not in ends


def test_every_sentence_has_a_known_source(guide):
    assert {s.id: s.source for s in statements_of(guide) if s.source not in KNOWN.sources} == {}


def test_no_sentence_stands_twice_in_a_guide(guide):
    counts = Counter(s.text_id for s in statements_of(guide))
    assert [text for text, n in counts.items() if n > 1] == []


def test_sentences_are_translated(guide):
    names = {named.name for named in (*guide.tools, *guide.certificates)}  # Products are called alike in both languages.
    said = [s for s in statements_of(guide) if s not in names]
    assert [s.id for s in said if s.text_id == s.text_en and len(s.text_id.split()) > 4] == []


def test_sentences_are_clean(guide):
    """Typographic quotes, no exclamation marks, no double spaces, no numbers of pay or shares: those are computed."""
    bad = re.compile(r"[!\"'`]|  |\bRp ?\d|\d ?%|\bpersen\b|\bper cent\b")
    said = [s for s in statements_of(guide) if bad.search(re.sub(r"(?<=\w)'(?=\w)|s'", "’", s.text_en)) or bad.search(s.text_id)]
    assert [s.id for s in said] == []


def test_the_fit_check_asks_for_nothing_protected(guide):
    words = [text for s in statements_of(guide.situations) for text in (s.text_id, s.text_en)]
    assert [text for text in words if PROTECTED.search(text)] == []


INDONESIAN = re.compile(
    r"\b(dan|atau|lalu|dari|bidang|sertifikat|kompetensi|papan|alat|ponsel|telepon|sistem|skrip|konsol|laporan|layanan|lingkungan"
    r"|kalender|anggaran|kontrak|basis|obeng|tang|solder|catu|perangkat|lembar|laci|peramban|penyedia|aplikasi)\b",
    re.IGNORECASE,
)


def test_names_of_tools_and_certificates_are_english_in_english(guide):
    names = [named.name.text_en for named in (*guide.tools, *guide.certificates)]
    assert [name for name in names if INDONESIAN.search(name)] == []


def test_soft_skills_are_told_apart(guide):
    assert len({soft.trait.key for soft in guide.soft}) == len(guide.soft)


def test_traits_have_sources():
    traits = read_traits(FOLDER)
    assert {t.name.source for t in traits.values()} <= KNOWN.sources.keys()
    assert len({t.name.text_id for t in traits.values()}) == len(traits)


def _changed(tmp_path, *, of: str, to: str) -> Path:
    """A folder with the pattern guide, changed in one place."""
    folder = Path(str(files("tepat") / "knowledge" / "guides"))
    text = (folder / f"{PATTERN}.toml").read_text(encoding="utf-8")
    assert of in text
    (tmp_path / f"{PATTERN}.toml").write_text(text.replace(of, to, 1), encoding="utf-8")
    (tmp_path / "traits.toml").write_bytes((folder / "traits.toml").read_bytes())
    return tmp_path


@pytest.mark.parametrize(
    ("of", "to", "said"),
    [
        ('source = "tepat"\n\n[summary]', "\n[summary]", "it-helpdesk.motto: says no source"),
        ('en = "front line, quick and patient"', 'en = " "', "it-helpdesk.motto: id and en must both say something"),
        ('handling = "own"', 'handling = "maybe"', "'maybe' is none of own, share, pass"),
        ("level = 1", "level = 4", "4 is none of 1, 2, 3"),
        ('trait = "patience"', 'trait = "charm"', "charm"),
        ("[dimensions.focus]", "[dimensions.mood]", "mood"),
        ('source = "tepat"\nlicence', "licence", "must name its source"),
        ('occupation = "it-helpdesk"', 'occupation = "it-support"', "occupation"),
    ],
)
def test_a_bad_guide_is_refused_with_its_place(tmp_path, of, to, said):
    with pytest.raises(KnowledgeError, match=re.escape(said)):
        read_guide(_changed(tmp_path, of=of, to=to), PATTERN)


@pytest.mark.parametrize(
    ("of", "to", "gap"),
    [
        ('about = "lets-go"', 'about = "unknown"', "situations: about 'unknown', which is no point"),
        ("at = 22", "at = 99", "dimensions.problem: 99 is outside 5 to 95"),
        ('key = "third-call"', 'key = "night-shift"', "situations.night-shift: stands twice"),
    ],
)
def test_a_gap_is_named(tmp_path, of, to, gap):
    assert gap in gaps_of(read_guide(_changed(tmp_path, of=of, to=to), PATTERN))


def test_too_few_entries_are_a_gap(tmp_path):
    folder = _changed(tmp_path, of="[[soft]]", to="[[firm]]")
    assert gaps_of(read_guide(folder, PATTERN)) == ("soft: 4 of at least 5",)


def test_guides_stay_small():
    """A guide is read in ten minutes and fits its page's budget of bytes: at most 22,000 letters a language."""
    sizes = {i: sum(len(s.text_id) for s in statements_of(load_guide(i))) for i in guide_ids()}
    assert {i: n for i, n in sizes.items() if not 8_000 <= n <= 22_000} == {}


def test_the_file_says_when_it_was_checked():
    for occupation in guide_ids():
        table = tomllib.loads((FOLDER / f"{occupation}.toml").read_text(encoding="utf-8"))
        assert load_guide(occupation).checked == table["checked"]

"""Knowledge files: each names its source and licence, each statement stands in both languages, every pointer leads somewhere."""

import re
import tomllib
from collections import defaultdict
from importlib.resources import files
from pathlib import Path

import pytest

from tepat.adapters.knowledge import KnowledgeError, load_knowledge, read_knowledge

KNOWN = load_knowledge()
FILES = sorted(Path(str(files("tepat") / "knowledge")).rglob("*.toml"))
KEBAB = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
PUBLIC = {
    "it-helpdesk",
    "it-support",
    "computer-technician",
    "network-engineer",
    "system-administrator",
    "it-generalist",
    "application-support",
    "software-developer",
    "data-professional",
    "database-administrator",
    "security-specialist",
    "devops-engineer",
    "qa-engineer",
    "business-analyst",
    "project-manager",
    "it-manager",
    "erp-consultant",
    "noc-operator",
    "other-it",
    "not-it",
}
NARROWER = {
    "web-developer",
    "front-end-developer",
    "back-end-developer",
    "full-stack-developer",
    "mobile-developer",
    "data-analyst",
    "data-engineer",
    "data-scientist",
}
CONFUSED_FIRST = {"it-helpdesk", "it-support", "computer-technician", "network-engineer", "system-administrator"}


def statements():
    for occupation in KNOWN.occupations.values():
        yield from occupation.duties
        yield from (edge.distinction for edge in occupation.edges if edge.distinction)


@pytest.mark.parametrize("file", FILES, ids=lambda f: f.name)
def test_every_file_names_source_and_licence(file):
    table = tomllib.loads(file.read_text(encoding="utf-8"))
    assert table["source"] in KNOWN.sources
    assert table["licence"]


def test_every_statement_has_both_languages_and_a_known_source():
    bare = [s.id for s in statements() if not (s.text_id.strip() and s.text_en.strip()) or s.text_id == s.text_en]
    assert bare == []
    assert {s.source for s in statements()} <= KNOWN.sources.keys()


def test_statements_say_different_things():
    texts = [s.text_id for s in statements()]
    assert len(texts) == len(set(texts))


def test_sources_hold_no_addresses():
    assert not any("://" in source.citation or "www." in source.citation for source in KNOWN.sources.values())


def test_ids_are_kebab_case():
    assert [i for i in (*KNOWN.skills, *KNOWN.occupations) if not KEBAB.fullmatch(i)] == []


def test_the_promised_occupations_are_there():
    printed = {o.printed_as for o in KNOWN.occupations.values()}
    assert printed == PUBLIC
    assert KNOWN.occupations.keys() >= PUBLIC | NARROWER


def test_every_public_occupation_has_duties_signals_and_names():
    lacking = [
        i for i in PUBLIC if not (KNOWN.occupations[i].duties and KNOWN.occupations[i].signals and KNOWN.occupations[i].aliases)
    ]
    assert lacking == []


def test_edges_lead_to_occupations():
    ends = {(o.id, edge.to) for o in KNOWN.occupations.values() for edge in o.edges}
    assert {to for _, to in ends} <= KNOWN.occupations.keys()
    assert [o for o, to in ends if o == to] == []


def test_occupations_are_many_and_know_their_duties():
    assert len(KNOWN.occupations) >= 110
    assert [o.id for o in KNOWN.occupations.values() if o.id not in {"other-it", "not-it"} and len(o.duties) < 2] == []


def test_every_edge_says_what_tells_the_two_apart():
    assert [(o.id, e.kind, e.to) for o in KNOWN.occupations.values() for e in o.edges if e.distinction is None] == []


def test_codes_have_the_shape_of_their_classification():
    shapes = {"isco08": r"\d{4}", "kbji": r"\d{4}", "onet": r"\d{2}-\d{4}\.\d{2}", "esco": r"\d{4}(\.\d+)+"}
    codes = [(o.id, name, code) for o in KNOWN.occupations.values() for name, code in o.codes]
    assert [found for found in codes if not re.fullmatch(shapes[found[1]], found[2])] == []
    assert [o.id for o in KNOWN.occupations.values() if dict(o.codes).get("isco08") != dict(o.codes).get("kbji")] == []
    assert {o.id for o in KNOWN.occupations.values() if not o.codes} == {"not-it"}


def test_narrower_occupations_point_to_their_broader_one():
    lacking = [
        o.id
        for o in KNOWN.occupations.values()
        if o.printed_as != o.id and not any(e.kind == "broader" and e.to == o.printed_as for e in o.edges)
    ]
    assert lacking == []


def test_confusion_is_mutual_and_explained():
    pairs = {(o.id, e.to): e for o in KNOWN.occupations.values() for e in o.edges if e.kind == "confused_with"}
    assert [pair for pair in pairs if pair[::-1] not in pairs] == []
    assert [pair for pair, edge in pairs.items() if edge.distinction is None] == []


def test_the_most_confused_roles_are_told_apart():
    pairs = {(o.id, e.to) for o in KNOWN.occupations.values() for e in o.edges if e.kind == "confused_with"}
    assert {to for first, to in pairs if first == "it-support"} >= CONFUSED_FIRST - {"it-support"}


def test_skills_point_to_skills():
    assert {i for s in KNOWN.skills.values() for i in s.implies} <= KNOWN.skills.keys()
    assert {i for o in KNOWN.occupations.values() for i in o.skills} <= KNOWN.skills.keys()
    assert {i for c in KNOWN.certificate_kinds.values() for i in c.skills} <= KNOWN.skills.keys()


def test_implications_form_no_circle():
    beyond = {skill.id: KNOWN.skill_index.implied(skill.implies) for skill in KNOWN.skills.values()}
    assert [i for i, implied in beyond.items() if i in implied] == []


def test_no_alias_belongs_to_two_skills():
    owners = defaultdict(set)
    for skill in KNOWN.skills.values():
        for alias in (skill.name, *skill.aliases, *skill.case_sensitive, *skill.listed):
            owners[alias.casefold()].add(skill.id)
    assert {alias: ids for alias, ids in owners.items() if len(ids) > 1} == {}


def test_every_alias_finds_its_own_skill():
    index = KNOWN.skill_index
    lost = [
        (skill.id, alias)
        for skill in KNOWN.skills.values()
        for alias in (skill.name, *skill.aliases)
        if [m.skill.id for m in index.find(f"- {alias}\n")] != [skill.id] and alias not in {*skill.case_sensitive, *skill.listed}
    ]
    assert lost == []


def test_skills_are_many_in_both_languages():
    assert len(KNOWN.skills) >= 2_000
    assert {"jaringan", "instal ulang OS", "pelayanan pelanggan"} <= {a for s in KNOWN.skills.values() for a in s.aliases}


def test_places_are_complete():
    kinds = [place.kind for place in KNOWN.places]
    assert (kinds.count("province"), kinds.count("regency") + kinds.count("city")) == (38, 514)
    codes = {place.code for place in KNOWN.places}
    assert len(codes) == len(KNOWN.places)
    assert {code for area in KNOWN.areas.values() for code in area} <= codes
    assert next(p.name for p in KNOWN.places if "Solo" in p.aliases) == "Surakarta"


def test_majors_in_groups_are_known():
    assert {major for group in KNOWN.major_groups.values() for major in group} <= KNOWN.majors.keys()


def test_guides_are_left_to_those_who_show_them(tmp_path):
    """A command that ranks CVs parses no guide, and a word changed in one makes no stored reading old."""
    bare = read_knowledge(tmp_path).version
    (tmp_path / "guides").mkdir()
    (tmp_path / "guides" / "it-helpdesk.toml").write_text("not toml [", encoding="utf-8")
    assert read_knowledge(tmp_path).version == bare


def test_knowledge_stays_light_to_read():
    """Every command reads all of it but the guides: half a megabyte of TOML costs about a tenth of a second."""
    assert sum(file.stat().st_size for file in FILES if "guides" not in file.parts) <= 700_000


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("skills/bad.toml", "not toml [", "skills/bad.toml"),
        ("skills/bare.toml", "[skills]", "must name its source"),
        ("skills/nameless.toml", 'source="x"\nlicence="y"\n[skills]\na = { aliases = "b" }', "nameless.toml: a"),
        (
            "occupations/edge.toml",
            'source="x"\nlicence="y"\n[occupations.a]\nname_id="A"\nname_en="A"\nfamily="f"\nedges=[{kind="cousin",to="b"}]',
            "cousin",
        ),
        (
            "occupations/unsourced.toml",
            'source="x"\nlicence="y"\n[occupations.a]\nname_id="A"\nname_en="A"\nfamily="f"\nduties=[{id="B",en="C"}]',
            "KeyError('source')",
        ),
        (
            "occupations/edge_unsourced.toml",
            'source="x"\nlicence="y"\n[occupations.a]\nname_id="A"\nname_en="A"\nfamily="f"\nedges=[{kind="broader",to="b",id="B",en="C"}]',
            "KeyError('source')",
        ),
        ("certificates.toml", '[certificates]\n"A" = {}', "must name its source"),
        ("education.toml", '[majors]\n"A" = "B"', "must name its source"),
        ("places/places.toml", 'source="x"\nlicence="y"\n[aliases]\n"99"="Nowhere"', "no such place"),
    ],
)
def test_a_bad_file_is_named(tmp_path, name, content, said):
    path = tmp_path / name
    path.parent.mkdir(exist_ok=True)
    path.write_text(content, encoding="utf-8")
    with pytest.raises(KnowledgeError, match=re.escape(said)):
        read_knowledge(tmp_path)


def test_the_same_id_twice_is_an_error(tmp_path):
    (tmp_path / "skills").mkdir()
    for name in ("a", "b"):
        (tmp_path / "skills" / f"{name}.toml").write_text(
            'source="x"\nlicence="y"\n[skills]\nsame = { name = "Same" }', encoding="utf-8"
        )
    with pytest.raises(KnowledgeError, match="same"):
        read_knowledge(tmp_path)


def test_the_version_follows_the_content(tmp_path):
    (tmp_path / "skills").mkdir()
    file = tmp_path / "skills" / "a.toml"
    versions = set()
    for name in ("One", "Two", "One"):
        file.write_text(f'source="x"\nlicence="y"\n[skills]\na = {{ name = "{name}" }}', encoding="utf-8")
        versions.add(read_knowledge(tmp_path).version)
    assert len(versions) == 2

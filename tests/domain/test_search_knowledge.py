"""Questions as jobseekers type them, understood with the knowledge that Tepat ships."""

import pytest

from tepat.adapters.knowledge import load_knowledge
from tepat.domain.search import Query, Vocabulary, leaves, parse, query_from_document, query_to_document, understand

VOCABULARY = Vocabulary.of(load_knowledge())


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("helpdesk bandung 5jt", ["occupation:it-helpdesk", "place:Bandung", "salary:5000000"]),
        ("lowongan help desk di Bandung, gaji minimal 5 juta", ["occupation:it-helpdesk", "place:Bandung", "salary:5000000"]),
        ("IT Support Jakarta Selatan remote", ["occupation:it-support", "place:Jakarta Selatan", "work_mode:remote"]),
        ("service desk jogja", ["occupation:it-helpdesk", "place:Yogyakarta"]),
        ("teknisi komputer kab Bogor", ["occupation:computer-technician", "place:Bogor"]),
        ("magang programmer laravel", ["contract:internship", "occupation:software-developer", "skill:laravel"]),
        ("data analyst sql 8-12 jt", ["occupation:data-analyst", "skill:sql", "salary:8000000"]),
    ],
)
def test_questions(text: str, expected: list[str]) -> None:
    assert [chip.key for chip in understand(text, vocabulary=VOCABULARY).chips] == expected


def test_every_name_we_know_can_be_asked_for_and_stored() -> None:
    known = knowledge_names()
    assert len(known) > 500
    for name in known:
        parsed = parse(name, vocabulary=VOCABULARY)
        assert isinstance(parsed, Query), name
        assert query_from_document(query_to_document(parsed)) == parsed, name
        assert next(leaves(parsed.where), None) is not None, name


def knowledge_names() -> list[str]:
    knowledge = load_knowledge()
    names = [n for o in knowledge.occupations.values() for n in (o.name_id, o.name_en)]
    names += [s.name for s in knowledge.skills.values()] + [p.name for p in knowledge.places]
    # Names with signs of the syntax are asked for in quotes; here only bare ones.
    return sorted({name for name in names if not set(name) & set('"():|')})

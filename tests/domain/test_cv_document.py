from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from tepat.domain.cv.document import to_document, to_json_resume, to_profile
from tepat.domain.cv.profile import Certificate, Education, Fact, LanguageFact, PartialDate, Profile, SkillFact, Work
from tepat.domain.cv.read import CVReading
from tepat.domain.documents import DocumentWarning, ExtractedText, Span

AS_OF = date(2026, 11, 22)
TEXT = ExtractedText("x" * 500, "text/plain", page_starts=(0, 250))

spans = st.builds(lambda start, length: Span(start, start + length), st.integers(0, 400), st.integers(1, 90))
places = st.lists(spans, max_size=3).map(tuple)
words = st.text(min_size=1, max_size=12)
sureness = st.integers(0, 100).map(lambda n: n / 100)
dates = st.builds(PartialDate, st.integers(1950, 2049), st.none() | st.integers(1, 12))


def facts(values):
    return st.builds(Fact, values, places, sureness)


def maybe(values):
    return st.none() | facts(values)


works = st.builds(
    lambda ongoing, end, **rest: Work(ongoing=ongoing, end=None if ongoing else end, **rest),
    ongoing=st.booleans(),
    end=maybe(dates),
    employer=maybe(words),
    position=maybe(words),
    start=maybe(dates),
    type=st.sampled_from(["job", "internship", "volunteer"]),
    duties=maybe(words),
    span=spans,
)
educations = st.builds(
    Education,
    institution=maybe(words),
    area=maybe(words),
    level=facts(st.sampled_from(["SMA", "SMK", "D1", "D2", "D3", "D4", "S1", "S2", "S3"])),
    start=maybe(dates),
    end=maybe(dates),
    grade=maybe(st.integers(0, 400).map(lambda n: n / 100)),
    completed=st.booleans(),
    span=spans,
)
skills = st.builds(
    SkillFact, words, words, st.lists(words, max_size=2).map(tuple), places, st.booleans(), st.none() | words, sureness
)
certificates = st.builds(Certificate, facts(words), maybe(words), maybe(dates))
languages = st.builds(LanguageFact, facts(words), st.none() | words)
flags = st.builds(
    DocumentWarning, st.sampled_from(["hidden_text", "capped"]), st.dictionaries(words, st.integers() | words, max_size=2), places
)


def several(values):
    return st.lists(values, max_size=3).map(tuple)


profiles = st.builds(
    Profile,
    name=maybe(words),
    email=maybe(words),
    phone=maybe(words),
    city=maybe(words),
    region=maybe(words),
    summary=maybe(words),
    work=several(works),
    education=several(educations),
    skills=several(skills),
    certificates=several(certificates),
    languages=several(languages),
    expected_salary_idr_month=maybe(st.integers(0, 10**9)),
    availability=maybe(words),
    language=st.sampled_from(["id", "en", "mixed"]),
    flags=several(flags),
)


@settings(deadline=None)
@given(profiles)
def test_a_profile_survives_its_document(profile):
    assert to_profile(to_document(CVReading(TEXT, profile), as_of=AS_OF)) == profile


@settings(deadline=None)
@given(profiles)
def test_json_resume_holds_its_own_keys_and_no_nulls(profile):
    resume = to_json_resume(to_document(CVReading(TEXT, profile), as_of=AS_OF))
    assert set(resume) == {"$schema", "basics", "work", "volunteer", "education", "skills", "certificates", "languages", "meta"}
    assert None not in list(leaves(resume))
    assert len(resume["work"]) + len(resume["volunteer"]) == len(profile.work)


def leaves(value):
    if isinstance(value, dict):
        for inner in value.values():
            yield from leaves(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from leaves(inner)
    else:
        yield value


def test_pages_are_told_from_offsets():
    profile = Profile(name=Fact("Sari", (Span(10, 14), Span(260, 264))))
    document = to_document(CVReading(TEXT, profile), as_of=AS_OF)
    assert document["evidence"]["/basics/name"] == [{"start": 10, "end": 14, "page": 1}, {"start": 260, "end": 264, "page": 2}]


def test_what_is_typed_in_by_hand_needs_no_place():
    typed = Work(Fact("PT Satu"), Fact("Staf"), Fact(PartialDate(2020)), None, True, "job", None, Span(0, 0))
    document = to_document(CVReading(TEXT, Profile(work=(typed,))), as_of=AS_OF)
    assert document["evidence"] == {}
    assert to_profile(document).work == (typed,)

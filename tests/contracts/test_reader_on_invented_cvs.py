"""The reader against CVs whose truth is known, in every layout the generator draws: a floor under each field."""

from collections import Counter
from datetime import date

import pytest

from tepat.adapters.extract.sandbox import Sandbox
from tepat.adapters.generator.cvs import make_cvs
from tepat.domain.documents import IncomingFile

AS_OF = date(2026, 11, 22)
COUNT = 60
FLOORS = {
    "name": 0.98,
    "email": 0.97,
    "phone": 0.98,
    "city": 0.95,
    "level": 0.93,
    "year": 0.93,
    "grade": 0.93,
    "months": 0.93,
    "work": 0.95,
}


@pytest.fixture(scope="module")
def pairs():
    made = list(make_cvs(count=COUNT, seed=4711, as_of=AS_OF))
    with Sandbox(workers=2) as sandbox:
        files = [IncomingFile(cv.name, cv.data) for cv in made]
        read = dict(sandbox.read_all(files, as_of=AS_OF))
    return [(cv.truth, read[n].profile) for n, cv in enumerate(made)]


def test_every_field_is_read_well(pairs):
    right = Counter()
    for truth, profile in pairs:
        right.update({field for field, same in compare(truth, profile).items() if same})
    assert {f: right[f] / COUNT for f, floor in FLOORS.items() if right[f] / COUNT < floor} == {}


def test_honest_cvs_raise_no_alarm(pairs):
    assert [flag for _, profile in pairs for flag in profile.flags] == []


def test_most_listed_skills_are_found_by_name(pairs):
    listed = {skill for truth, _ in pairs for skill in truth["skills"]}
    assert listed
    found = sum(any(s.name == skill for s in profile.skills) for truth, profile in pairs for skill in truth["skills"])
    assert found >= 0.85 * sum(len(truth["skills"]) for truth, _ in pairs)


def compare(truth, profile):
    top = profile.highest_education()
    low, high = truth["experience_months_range"]
    return {
        "name": value(profile.name).casefold() == truth["name"].casefold(),
        "email": value(profile.email) == truth["email"],
        "phone": value(profile.phone) == truth["phone"],
        "city": value(profile.city) == truth["city"],
        "level": top is not None and top.level.value == truth["education_level"],
        "year": top is not None and top.end is not None and top.end.value.year == truth["graduation_year"],
        "grade": top is not None and (top.grade.value if top.grade else None) == truth["ipk"],
        "months": low - 2 <= profile.experience_months(AS_OF) <= high + 2,
        "work": sorted(told(w) for w in profile.work if w.type != "volunteer")
        == sorted(tuple(w.values())[:4] for w in truth["experience"]),
    }


def told(work):
    end = str(work.end.value) if work.end else "present"
    return value(work.employer), value(work.position), str(work.start.value), end


def value(fact):
    return fact.value if fact else ""

"""Files of every hostile class, and mutants of honest ones: each gets an answer, nothing gets out, neighbours are read."""

import json
import time
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

import documents_for_tests as made
from hostile_files import ESCAPED, classes, drawings_in_drawings, mutate
from tepat.adapters.extract.sandbox import Sandbox
from tepat.domain.documents import MAX_PAGES, IncomingFile, Unreadable

AS_OF = date(2026, 11, 22)
REPORT = Path(__file__).parent.parent.parent / "evals" / "reports" / "fuzz.json"
MUTANTS, MANY = 200, 10_000
KILLED = {"killed", "sandbox"}
"""Details of an answer given for a child, or a server, that died."""


@pytest.fixture(scope="module")
def scratch(tmp_path_factory):
    """The folders that a process writes into when nobody thinks about it: all its own here, and empty."""
    with pytest.MonkeyPatch.context() as patch:
        folders = [tmp_path_factory.mktemp(name) for name in ("home", "temp", "here")]
        patch.setenv("HOME", str(folders[0]))
        patch.setenv("TMPDIR", str(folders[1]))
        patch.chdir(folders[2])
        # Pictures are opened but not recognised: tesseract never sees a stranger's bytes, only points.
        patch.setenv("PATH", "")
        yield folders


@pytest.fixture(scope="module")
def answers(scratch):
    """What one sandbox says to every class, each followed by an honest neighbour."""
    files = [IncomingFile(hostile.name, hostile.data) for hostile in classes().values()]
    neighbour = IncomingFile("cv.docx", made.docx())
    with Sandbox(workers=2) as sandbox:
        return dict(sandbox.read_all([file for hostile in files for file in (hostile, neighbour)], as_of=AS_OF))


@pytest.mark.parametrize(("place", "name"), list(enumerate(classes())))
def test_a_hostile_file_comes_to_what_is_expected(answers, place, name):
    hostile, answer = classes()[name], answers[2 * place]
    refused = isinstance(answer, Unreadable)
    assert hostile.expected in ("any", "refused" if refused else "read")
    if refused:
        # It ended by itself, within its time.
        assert answer.code != "timeout"
        assert answer.params.get("detail") not in KILLED
        return
    assert set(hostile.flags) <= {warning.code for warning in answer.profile.flags}
    assert len(answer.extracted.page_starts) <= MAX_PAGES
    skills = {skill.name for skill in answer.profile.skills}
    assert not skills & set(hostile.hidden.split())
    assert hostile.hidden not in answer.extracted.text or not hostile.hidden


def test_neighbours_of_hostile_files_are_read(answers):
    read = [answers[place].profile.email.value for place in range(1, len(answers), 2)]
    assert read == ["sari@example.com"] * len(classes())


def test_hostile_files_leave_nothing_behind(answers, scratch):
    assert [list(folder.iterdir()) for folder in scratch] == [[], [], []]
    assert not Path(ESCAPED).exists()


@pytest.mark.long
def test_a_file_that_reaches_its_bounds_is_ended_and_its_neighbour_read(scratch):
    files = [IncomingFile("cv.pdf", drawings_in_drawings()), IncomingFile("cv.docx", made.docx())]
    with Sandbox(workers=2) as sandbox:
        found = dict(sandbox.read_all(files, as_of=AS_OF))
    assert isinstance(found[0], Unreadable)
    assert found[1].profile.email.value == "sari@example.com"


def fuzz(seeds):
    """What became of a mutant of each seed, counted; and the seeds of those that crashed or hung."""
    outcomes, bad = Counter(), []
    with Sandbox(workers=2) as sandbox:
        for place, answer in sandbox.read_all((IncomingFile("cv", mutate(seed)) for seed in seeds), as_of=AS_OF):
            outcome = answer.code if isinstance(answer, Unreadable) else "read"
            outcomes[outcome] += 1
            if outcome == "timeout" or (outcome == "damaged" and answer.params.get("detail") in KILLED):
                bad.append(seeds[place])
    return outcomes, bad


def test_mutants_neither_crash_nor_hang(scratch):
    outcomes, bad = fuzz(range(MUTANTS))
    assert bad == []
    assert outcomes.total() == MUTANTS
    # Else the mutants would be so broken that they try nothing.
    assert outcomes["read"] > MUTANTS // 4
    assert outcomes["damaged"] > 0


@pytest.mark.long
def test_ten_thousand_mutants_neither_crash_nor_hang(scratch):
    began = time.monotonic()
    outcomes, bad = fuzz(range(MUTANTS, MUTANTS + MANY))
    report = {"mutants": outcomes.total(), "seeds": [MUTANTS, MUTANTS + MANY - 1], "crashed_or_hung": bad}
    report |= {"outcomes": dict(sorted(outcomes.items())), "seconds": round(time.monotonic() - began)}
    REPORT.write_text(json.dumps(report, indent=1) + "\n", encoding="utf-8")
    assert bad == []
    assert outcomes.total() == MANY

"""Generated CVs: reproducible, and their truth stands in their text."""

import io
from collections import Counter
from datetime import date

import phonenumbers
import pypdfium2
import pytest
from docx import Document

from tepat.adapters.generator.cvs import LAYOUTS, make_cvs
from tepat.domain.demonstration import GeneratedCV

AS_OF = date(2026, 11, 22)


@pytest.fixture(scope="module")
def corpus() -> list[GeneratedCV]:
    return list(make_cvs(count=60, seed=11, as_of=AS_OF))


def test_same_seed_gives_same_bytes(corpus):
    again = list(make_cvs(count=12, seed=11, as_of=AS_OF))
    assert [(cv.name, cv.data, cv.truth) for cv in again] == [(cv.name, cv.data, cv.truth) for cv in corpus[:12]]


def test_other_seed_gives_other_persons(corpus):
    others = list(make_cvs(count=12, seed=12, as_of=AS_OF))
    assert not {cv.truth["phone"] for cv in others} & {cv.truth["phone"] for cv in corpus[:12]}


def test_formats_are_those_asked_for():
    assert {cv.truth["format"] for cv in make_cvs(count=10, seed=3, as_of=AS_OF, formats=("txt",))} == {"txt"}


@pytest.mark.parametrize("as_of", [date(2027, 1, 1), date(2028, 2, 29), date(2026, 12, 31)])
def test_any_day_will_do(as_of):
    for cv in make_cvs(count=6, seed=5, as_of=as_of):
        assert cv.truth["as_of"] == f"{as_of:%Y-%m}"
        assert all(job["start"] <= f"{as_of:%Y-%m}" for job in cv.truth["experience"])


def test_all_layouts_languages_and_kinds_of_file_occur(corpus):
    layouts = Counter(cv.truth["layout"] for cv in corpus)
    assert set(layouts) == {name for group in LAYOUTS.values() for name in group}
    assert {cv.truth["lang"] for cv in corpus} == {"id", "en", "mixed"}
    for cv in corpus:
        assert cv.data.startswith({"pdf": b"%PDF-", "docx": b"PK", "txt": b""}[cv.truth["format"]])
        assert cv.name.endswith("." + cv.truth["format"])


def test_every_fact_stands_in_the_text(corpus):
    for cv in corpus:
        text = squeeze(read_plainly(cv))
        missing = [form for form in surface_forms(cv.truth) if squeeze(form) not in text]
        assert not missing, (cv.name, missing)


def test_phone_stands_in_the_text_in_some_form(corpus):
    for cv in corpus:
        digits = "".join(c for c in read_plainly(cv) if c.isdigit())
        assert cv.truth["phone"].removeprefix("+62") in digits, cv.name


def test_nobody_real_can_be_reached(corpus):
    for cv in corpus:
        assert cv.truth["email"].endswith(".example")
        number = phonenumbers.parse(cv.truth["phone"])
        assert phonenumbers.is_possible_number(number)
        assert str(number.national_number)[3:6] == "000"


def test_truth_is_plausible(corpus):
    for cv in corpus:
        truth = cv.truth
        least, most = truth["experience_months_range"]
        assert least <= truth["experience_months"] <= most
        assert truth["experience_months"] <= truth["experience_months_incl_intern"]
        assert truth["graduation_year"] <= AS_OF.year
        assert truth["ipk"] is None or 2 <= truth["ipk"] <= 4
        assert len(truth["skills"]) == len(truth["skills_surface"]) >= 5
        assert not set(truth["skills"]) & set(truth["skills_mentioned"])
        for job in truth["experience"]:
            assert job["end"] == "present" or job["start"] <= job["end"] <= "2026-11"


def surface_forms(truth):
    """The words of each fact as a CV may write them; dates and numbers have tests of their own."""
    yield from (truth[key] for key in ("name", "email", "city", "institution", "major"))
    yield from truth["skills_surface"]
    yield from truth["certifications"]
    yield str(truth["graduation_year"])
    for job in truth["experience"]:
        yield from (job["employer"], job["title"])
        yield job["start"][2:4]
    if truth["ipk"] is not None:
        yield f"{truth['ipk']:.2f}".replace(".", "")


def squeeze(text):
    """Letters and digits only: how lines are broken and words are cased is the layout's affair."""
    return "".join(c for c in text.casefold() if c.isalnum())


def read_plainly(cv):
    if cv.truth["format"] == "txt":
        return cv.data.decode()
    return read_docx(cv.data) if cv.truth["format"] == "docx" else read_pdf(cv.data)


def read_docx(data):
    document = Document(io.BytesIO(data))
    return "\n".join(node.text or "" for part in parts_of(document) for node in part.iter() if node.tag.endswith("}t"))


def parts_of(document):
    yield document.element
    for section in document.sections:
        yield section.header._element


def read_pdf(data):
    with pypdfium2.PdfDocument(data) as document:
        return "\n".join(page.get_textpage().get_text_bounded() for page in document)

"""Who may be the same person: same name and a shared employer, however they are written; nothing else counts."""

from dataclasses import fields

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tepat.domain.likeness import Known, employer_key, employers_of, may_be_one, name_key


@pytest.mark.parametrize(
    "written",
    [
        "Bagas Prayogo",
        "BAGAS PRAYOGO, S.Kom.",
        "Bagas Prayogo, S.Kom., M.T.",
        "Ir. Bagas Prayogo S.T",
        "Drs. H. Bagas  Prayogo, MBA",
        "bagas prayogo, A.Md.Kom",
        "Bagas Prayogo SKom",
        "Bagas Prayógo, B.Sc.",
    ],
)
def test_degrees_titles_and_case_are_no_part_of_a_name(written):
    assert name_key(written) == "bagas prayogo"


def test_what_is_a_name_stays():
    assert name_key("Nurul Mustofa") == "nurul mustofa"
    assert name_key("Mega") == "mega"
    assert name_key("SE") == "se"
    assert name_key("Dra Ayu") == "dra ayu"
    assert name_key("I Made Suardika") == "i made suardika"
    assert name_key("") == ""


@pytest.mark.parametrize(
    "written",
    [
        "PT Gudang Tiga Rasa",
        "Gudang Tiga Rasa",
        "PT. GUDANG TIGA RASA, Tbk.",
        "pt gudang tiga rasa (Persero) Tbk",
        "CV Gudang Tiga Rasa",
    ],
)
def test_legal_forms_are_no_part_of_an_employer(written):
    assert employer_key(written) == "gudang tiga rasa"


def test_no_employer_is_shared_by_freelancers():
    assert employers_of(["Freelance", "Self-employed", "Wiraswasta", "PT", None, ""]) == frozenset()


def person(name="Bagas Prayogo", *employers, **contacts):
    return Known(name_key(name), employers_of(employers), **contacts)


def test_one_shared_employer_is_enough_and_none_is_not():
    first = person("Bagas Prayogo", "PT Satu", "PT Dua")
    assert may_be_one(first, person("BAGAS PRAYOGO, S.Kom", "Dua Tbk"))
    assert not may_be_one(first, person("Bagas Prayogo", "PT Tiga"))
    assert not may_be_one(first, person("Bagas Prayoga", "PT Dua"))
    assert not may_be_one(person(""), person(""))


def test_same_mail_or_phone_needs_no_question():
    one = person("Bagas", "PT Satu", email="bagas@contoh.id", phone="+62812")
    assert not may_be_one(one, person("Bagas", "PT Satu", email="bagas@contoh.id"))
    assert not may_be_one(one, person("Bagas", "PT Satu", phone="+62812"))
    assert may_be_one(one, person("Bagas", "PT Satu", email="lain@contoh.id", phone="+62813"))


def test_nothing_but_name_employers_and_contacts_is_looked_at():
    assert {f.name for f in fields(Known)} == {"name", "employers", "email", "phone"}


@given(st.text(max_size=60))
def test_keys_of_keys_are_the_same(text):
    assert name_key(name_key(text)) == name_key(text)
    assert employer_key(employer_key(text)) == employer_key(text)


@given(st.text("ab .,", max_size=9), st.text("ab .,", max_size=9), st.text("ab", max_size=2), st.text("ab", max_size=2))
def test_the_order_of_two_people_does_not_matter(one, other, first, second):
    pair = person(one, first), person(other, second)
    assert may_be_one(*pair) == may_be_one(*pair[::-1])

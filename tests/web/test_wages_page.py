"""The operator's page of minimum wages: imports, and shows faults with what was pasted."""

import pytest
from django.utils import timezone

import builders
from cast_of_tests import session_of

pytestmark = pytest.mark.django_db
YEAR = timezone.localdate().year
HEAD = "region,city,year,amount,source\n"


@pytest.fixture
def as_operator(db):
    return session_of(builders.an_account("Oni", is_operator=True))


def test_only_operators_come_in(as_budi):
    assert as_budi.get("/operator/upah/").status_code in {302, 404}


def test_a_faulty_table_is_shown_again_with_its_lines(as_operator):
    page = as_operator.post("/operator/upah/", {"table": HEAD + "Bali,,2026,12,SK"})
    assert page.status_code == 422
    assert "Baris 2:" in page.content.decode()
    assert "Bali,,2026,12,SK" in page.content.decode()


def test_what_was_imported_is_listed(as_operator):
    table = HEAD + f"Jawa Barat,Bandung,{YEAR},4482914,SK 1"
    assert as_operator.post("/operator/upah/", {"table": table}).status_code == 302
    page = as_operator.get("/operator/upah/").content.decode()
    assert "Rp4.482.914" in page
    assert "Bandung, Jawa Barat" in page

"""Minimum wages: imported whole or not at all, and compared with what a posting pays."""

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone

import builders
from tepat.domain.permissions import Actor
from tepat.models import Event, JobPosting, MinimumWage
from tepat.services.publishing import PostingFields, draft_posting
from tepat.services.wages import import_wages, minimum_wage_of

pytestmark = pytest.mark.django_db
YEAR = timezone.localdate().year
HEAD = "region,city,year,amount,source\n"
TABLE = HEAD + (
    f"Jawa Barat,Kota Bandung,{YEAR},Rp 4.482.914,SK 1\nJawa Barat,,{YEAR},2191232,SK 1\nJawa Barat,,{YEAR - 1},2000000,SK 0\n"
)
ADVERT = "IT Helpdesk\n\nTugas:\n- Menjawab tiket pengguna\n\nSyarat:\n- Menguasai Linux\n"


def checks_of(place, **pay):
    organization = builders.an_organization("PT Upah")
    fields = PostingFields(title="IT Helpdesk", text=ADVERT, **place, **pay)
    posting = draft_posting(organization, fields, actor=Actor(account_id=None))
    assert isinstance(posting, JobPosting)
    return {c["code"]: c["params"] for c in posting.reading["checks"] if c["code"].startswith("salary.")}


def test_a_table_is_taken_and_taken_again_replaces():
    assert import_wages(TABLE) == 3
    assert import_wages(TABLE.replace("2191232", "2300000").replace(",", ";")) == 3
    assert MinimumWage.objects.count() == 3
    assert MinimumWage.objects.get(city="", year=YEAR).amount_idr_month == 2_300_000
    assert Event.objects.filter(code="wages.imported").count() == 2


@pytest.mark.parametrize(
    ("table", "codes"),
    [
        ("daerah,upah\nJawa,1", ["wages_columns"]),
        (HEAD, ["wages_empty"]),
        (TABLE + "Bali,,2026,12,SK\nBali,,x,3000000,SK\nBali,,2026,3000000,\n", ["wages_row"] * 3),
        ("x" * 500_001, ["wages_too_large"]),
    ],
)
def test_of_a_faulty_table_nothing_is_taken(table, codes):
    assert [fault.code for fault in import_wages(table)] == codes
    assert not MinimumWage.objects.exists()


def test_faults_name_their_lines():
    faults = import_wages(TABLE + "Bali,,2026,12,SK\n")
    assert [fault.params["line"] for fault in faults] == [5]


@pytest.mark.parametrize(
    ("place", "least"),
    [
        ({"city": "Bandung", "region": "Jawa Barat"}, 4_482_914),
        ({"city": "bandung", "region": ""}, 4_482_914),
        ({"city": "Cimahi", "region": "Jawa Barat"}, 2_191_232),
        ({"city": "Denpasar", "region": "Bali"}, None),
        ({"city": "", "region": ""}, None),
    ],
)
def test_the_nearest_place_and_the_latest_year_count(place, least):
    import_wages(TABLE + f"Jawa Barat,Bandung,{YEAR + 1},9999999,SK 2\n")
    assert minimum_wage_of(JobPosting(**place)) == least


def test_a_name_that_two_provinces_share_is_not_guessed():
    import_wages(TABLE + f"Lampung,Bandung,{YEAR},3000000,SK 3\n")
    assert minimum_wage_of(JobPosting(city="Bandung", region="")) is None


def test_pay_below_it_is_marked_and_other_pay_is_not():
    import_wages(TABLE)
    place = {"city": "Bandung", "region": "Jawa Barat"}
    assert checks_of(place, salary_max_idr_month=4_000_000) == {"salary.below_minimum": {"minimum": 4_482_914}}
    assert checks_of(place, salary_min_idr_month=4_000_000, salary_max_idr_month=5_000_000) == {}
    assert checks_of({"city": "Denpasar", "region": "Bali"}, salary_max_idr_month=1_000_000) == {}
    assert checks_of(place) == {"salary.missing": {}}


def test_the_command_imports_and_lists(tmp_path, capsys):
    path = tmp_path / "upah.csv"
    path.write_text(TABLE, encoding="utf-8-sig")
    call_command("minimumwages", path)
    call_command("minimumwages")
    assert f"{YEAR}\tJawa Barat\tBandung\t4482914\tSK 1" in capsys.readouterr().out
    path.write_text("daerah\n")
    with pytest.raises(CommandError, match="kolom"):
        call_command("minimumwages", path)

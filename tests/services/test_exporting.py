"""A shortlist in a spreadsheet: text stays text, nothing of a stranger is reckoned, a blind review stays blind."""

import csv
import io

import openpyxl

import builders
from tepat.models import Event
from tepat.services.exporting import as_csv, as_xlsx, record_export, shortlist_rows


def rows_of(posting, *, blind=False):
    people = posting.applications.select_related("candidate", "cv", "match").in_rank_order()
    return shortlist_rows(posting, list(people), blind=blind)


def a_list(nusantara, **person):
    posting = builders.a_posting(nusantara)
    application = builders.an_application(posting, strip="mpn|c", **person)
    application.candidate.phone = "+6281200001234"
    application.candidate.save()
    return posting


def test_each_requirement_has_a_column_with_verdict_and_quote(nusantara):
    header, row = rows_of(a_list(nusantara))
    assert header[-4:] == [*builders.MUSTS, *builders.NICES]
    assert row[0:2] == ["1", "Bagas Prayogo"]
    assert row[6:8] == ["1/3", "Lamaran baru"]
    assert row[-4:] == [
        "Terpenuhi: “IT Support”",
        "Sebagian: “konfigurasi switch dan VLAN”",
        "Tidak disebut",
        "Bertentangan: “Windows Server”",
    ]


def test_xlsx_keeps_phone_and_formula_as_text(nusantara):
    posting = a_list(nusantara, name="=HYPERLINK(1)")
    sheet = openpyxl.load_workbook(io.BytesIO(as_xlsx(rows_of(posting), title="x"))).active
    assert [(sheet.cell(2, c).value, sheet.cell(2, c).data_type) for c in (1, 2, 4)] == [
        ("1", "s"),
        ("=HYPERLINK(1)", "s"),
        ("+6281200001234", "s"),
    ]


def test_csv_opens_in_an_indonesian_excel_and_disarms_formulas(nusantara):
    posting = a_list(nusantara, name="＝cmd|' /C calc'!A0", headline="-1+1")
    data = as_csv(rows_of(posting))
    assert data.startswith(b"\xef\xbb\xbf")
    row = list(csv.reader(io.StringIO(data.decode("utf-8-sig")), delimiter=";"))[1]
    assert row[1] == "'＝cmd|' /C calc'!A0"
    assert row[3] == "'+6281200001234"
    assert row[5] == "'-1+1"


def test_a_blind_export_says_nothing_of_who_it_is(nusantara):
    posting = a_list(nusantara)
    _header, row = rows_of(posting, blind=True)
    assert row[1:5] == [posting.applications.get().public_id[:4].upper(), "", "", ""]
    assert "Bagas" not in " ".join(row)


def test_an_export_is_an_event(nusantara, budi):
    posting = builders.a_posting(nusantara)
    record_export(posting, actor=budi.as_actor(), count=3, form="csv")
    event = Event.objects.get()
    assert (event.code, event.organization, event.params) == ("shortlist.exported", nusantara, {"count": 3, "form": "csv"})

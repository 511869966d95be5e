"""Postings: every fault at its field, nothing public without a reason for what is doubtful."""

import json
from dataclasses import replace
from datetime import timedelta

import pytest
from django.utils import timezone

import builders
from tepat.domain.refusal import Refusal
from tepat.models import Event, JobPosting, SearchChange
from tepat.services.publishing import (
    PostingFields,
    approve_posting,
    change_posting,
    change_requirements,
    close_posting,
    draft_posting,
    publish_posting,
)

ADVERT = """IT Helpdesk
PT Nusantara, Bandung

Tugas:
- Menerima laporan pengguna lewat telepon dan tiket
- Reset password dan instalasi printer

Kualifikasi:
- Minimal D3 Teknik Informatika
- Pengalaman minimal 1 tahun
- Menguasai Windows dan Active Directory
- Nilai plus: MikroTik

Gaji Rp 5.000.000 - 6.000.000 per bulan
"""


@pytest.fixture
def actor(budi):
    return budi.as_actor()


def draft(nusantara, actor, **fields):
    return draft_posting(nusantara, PostingFields(**{"title": "IT Helpdesk", "text": ADVERT} | fields), actor=actor)


def test_an_advert_is_read_into_requirements(nusantara, actor):
    posting = draft(nusantara, actor)
    by_kind = {r.kind: r for r in posting.requirements.all()}
    assert by_kind["education"].value == "D3"
    assert by_kind["experience"].months == 12
    assert {r.label for r in posting.requirements.filter(importance="nice")} == {
        "MikroTik RouterOS"
    } or posting.requirements.filter(importance="nice").count() == 1
    assert posting.occupation == "it-helpdesk"
    assert list(posting.stages.values_list("key", flat=True)) == ["new", "screening", "interview", "test", "offer"]


def test_empty_fields_come_from_the_advert_and_typed_ones_stay(nusantara, actor):
    posting = draft(nusantara, actor, title="", salary_max_idr_month=None, city="Cimahi")
    assert posting.title == "IT Helpdesk"
    assert (posting.salary_min_idr_month, posting.salary_max_idr_month) == (5_000_000, 6_000_000)
    assert posting.city == "Cimahi"


def test_every_fault_is_named_at_its_field(nusantara, actor):
    yesterday = timezone.localdate() - timedelta(days=1)
    faults = draft(nusantara, actor, title=" ", text="x", closes_on=yesterday, salary_min_idr_month=6, salary_max_idr_month=5)
    assert {(f.code, f.field) for f in faults} >= {("closes_in_past", "closes_on"), ("salary_reversed", "salary_max_idr_month")}
    assert {(f.code, f.field) for f in draft(nusantara, actor, title="", text="")} == {
        ("title_missing", "title"),
        ("text_missing", "text"),
    }
    assert not JobPosting.objects.exists()


def test_a_published_posting_is_noted_for_the_index(nusantara, actor):
    posting = publish_posting(draft(nusantara, actor), actor=actor)
    assert posting.state == "published"
    assert SearchChange.objects.filter(kind="posting", object_id=posting.pk).exists()
    assert publish_posting(posting, actor=actor) == Refusal("already_published")


def test_a_limit_on_age_needs_a_written_reason(nusantara, actor):
    posting = draft(nusantara, actor, text=ADVERT + "\n- Usia maksimal 27 tahun\n")
    answer = publish_posting(posting, actor=actor)
    assert isinstance(answer, Refusal)
    assert answer.code == "reason_missing"
    kept = publish_posting(posting, actor=actor, kept_reasons={str(answer.params["check"]): "Pekerjaan di ketinggian, aturan K3"})
    assert kept.state == "published"


def test_a_title_that_misleads_is_published_with_a_logged_reason(nusantara, actor):
    work = "- Membangun aplikasi web dengan Laravel\n- Menulis REST API\n- Memperbaiki bug dan menulis unit test\n"
    posting = draft(nusantara, actor, title="Network Engineer", text=f"Tugas:\n{work}\nKualifikasi:\n- Menguasai PHP\n")
    assert publish_posting(posting, actor=actor).params["check"] == "clarity.title_duties"
    reasons = {"clarity.title_duties": "Nama jabatan ini dipakai di seluruh grup"}
    assert publish_posting(posting, actor=actor, kept_reasons=reasons).state == "published"
    assert Event.objects.get(code="posting.published").params["kept"] == "clarity.title_duties"


def test_pasted_markup_becomes_the_advert_it_marks_up(nusantara, actor):
    marked = {"@type": "JobPosting", "title": "IT Helpdesk", "description": "<p>Syarat:</p><ul><li>Menguasai Linux</li></ul>"}
    marked |= {"employmentType": "INTERN", "validThrough": f"{timezone.localdate().year + 1}-03-31"}
    page = f'<html><script type="application/ld+json">{json.dumps(marked)}</script></html>'
    posting = draft(nusantara, actor, title="", text=page)
    assert (posting.title, posting.contract, str(posting.closes_on)[5:]) == ("IT Helpdesk", "internship", "03-31")
    assert "<" not in posting.text
    assert [r.label for r in posting.requirements.all()] == ["Linux"]


def test_two_letters_are_no_reason(nusantara, actor):
    posting = draft(nusantara, actor, text=ADVERT + "\n- Usia maksimal 27 tahun\n")
    assert publish_posting(posting, actor=actor, kept_reasons={"discrimination.age": "ya"}).code == "reason_missing"


def test_a_mark_of_a_swindle_goes_to_an_operator_whatever_is_written(nusantara, actor):
    posting = draft(nusantara, actor, text=ADVERT + "\nPelamar membayar biaya seragam Rp 350.000 sebelum bekerja.\n")
    assert any(c["code"] == "scam.fee" for c in posting.reading["checks"])
    answer = publish_posting(posting, actor=actor, kept_reasons={"scam.fee": "Pekerjaannya memang menuntut biaya ini"})
    assert answer.state == "in_moderation"


def test_a_pending_organization_goes_to_moderation(actor):
    organization = builders.an_organization("CV Baru", verification="pending")
    posting = publish_posting(draft(organization, actor), actor=actor)
    assert posting.state == "in_moderation"
    assert not JobPosting.objects.live().exists()
    organization.verification = "verified"
    organization.save()
    approve_posting(posting, actor=actor)
    assert JobPosting.objects.live().get() == posting


def test_a_posting_past_its_day_is_not_published(nusantara, actor):
    posting = draft(nusantara, actor)
    JobPosting.objects.filter(pk=posting.pk).update(closes_on=timezone.localdate() - timedelta(days=1))
    assert publish_posting(posting, actor=actor) == Refusal("closes_in_past", "closes_on")


def test_new_text_is_read_anew(nusantara, actor):
    posting = draft(nusantara, actor)
    changed = change_posting(
        posting, PostingFields(title="IT Helpdesk", text="Kualifikasi:\n- Minimal S1 Teknik Informatika"), actor=actor
    )
    assert [r.value for r in changed.requirements.filter(kind="education")] == ["S1"]


def test_new_text_keeps_what_was_put_right_by_hand(nusantara, actor):
    posting = draft(
        nusantara,
        actor,
        text="Kualifikasi:\n- Minimal D3 Teknik Informatika\n- Menguasai MikroTik\n- Menguasai Active Directory\n",
    )
    degree, mikrotik, directory = posting.as_requirements()
    mine = (replace(degree, importance="nice"), replace(mikrotik, label="MikroTik RouterOS"))
    change_requirements(posting, mine, actor=actor)
    text = posting.text + "- Menguasai Linux\n"
    changed = change_posting(posting, PostingFields(title=posting.title, text=text), actor=actor)
    rows = {r.label: r.importance for r in changed.requirements.all()}
    assert rows == {degree.label: "nice", "MikroTik RouterOS": "must", "Linux": "must"}
    assert directory.label not in rows


def test_saving_what_is_unchanged_matches_nobody_anew(nusantara, actor):
    posting = draft(nusantara, actor)
    change_posting(posting, PostingFields(title=posting.title, text=posting.text), actor=actor)
    assert not Event.objects.filter(code="posting.requirements_changed").exists()


def test_a_closed_posting_is_no_longer_live(nusantara, actor):
    posting = publish_posting(draft(nusantara, actor), actor=actor)
    close_posting(posting, actor=actor)
    assert not JobPosting.objects.live().exists()


def test_the_last_day_of_the_advert_is_taken_unless_it_is_over(nusantara, actor):
    day = timezone.localdate() + timedelta(days=30)
    assert draft(nusantara, actor, text=f"{ADVERT}Lamaran paling lambat {day:%d/%m/%Y}\n").closes_on == day
    assert draft(nusantara, actor, text=f"{ADVERT}Lamaran paling lambat 01/02/2020\n").closes_on is None

"""The index follows the database; the database has the last word."""

from datetime import timedelta

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone

import builders
from tepat.domain.permissions import Actor
from tepat.domain.search import Busy
from tepat.models import JobPosting, SearchChange
from tepat.services import engines
from tepat.services.consenting import give_consent, withdraw_consent
from tepat.services.indexing import drain_changes, note_candidate_change, note_posting_change, rebuild_index
from tepat.services.publishing import close_posting
from tepat.services.searching import search_people, search_postings


def found(words, **more):
    return search_postings(
        words,
        chosen=more.pop("chosen", {}),
        least_pay=more.pop("least_pay", None),
        sort="relevance",
        start=0,
        size=20,
        facets=("city",),
    )


def test_a_noted_posting_is_found_and_a_closed_one_is_not(db):
    rebuild_index()  # whatever earlier tests of this process left in the index
    posting = builders.a_posting(title="Teknisi jaringan Mikrotik")
    note_posting_change(posting)
    assert drain_changes() == 1
    assert found("mikrotik").postings == (posting,)
    close_posting(posting, actor=Actor())
    assert found("mikrotik").postings == (), "the database has the last word even before the index knows"
    drain_changes()
    assert found("mikrotik").total == 0
    assert not SearchChange.objects.exists()


def test_rebuilding_finds_everything_again(db):
    posting = builders.a_posting(title="Analis keamanan siber")
    assert rebuild_index()["posting"] >= 1
    assert posting in found("keamanan").postings


def test_pay_and_place_narrow(db):
    low = builders.a_posting(title="Helpdesk satu", salary_max_idr_month=4_000_000)
    high = builders.a_posting(title="Helpdesk dua", salary_max_idr_month=9_000_000, city="Cimahi")
    rebuild_index()
    assert high in found("helpdesk", least_pay=8_000_000).postings
    assert low not in found("helpdesk", least_pay=8_000_000).postings
    assert found("helpdesk", chosen={"city": ["Cimahi"]}).postings == (high,)


def test_only_people_who_agreed_are_found(budi):
    from tepat.models import Jobseeker

    account = builders.an_account("Wulan")
    document = {"skills": [{"name": "MikroTik RouterOS", "keywords": ["Mikrotik"]}], "meta": {"occupations": []}}
    Jobseeker.objects.create(account=account, visibility="verified", cv=builders.a_cv(account=account, document=document))
    note_candidate_change(account)
    drain_changes()

    def people():
        return search_people("mikrotik", chosen={}, least_months=None, start=0, size=20, facets=(), actor=budi.as_actor()).people

    assert people() == ()
    give_consent(account, purpose="cv_database")
    drain_changes()
    assert [p.account for p in people()] == [account]
    assert (
        search_people("mikrotik", chosen={}, least_months=None, start=0, size=20, facets=(), actor=Actor(account.pk)).people == ()
    )
    withdraw_consent(account, purpose="cv_database")
    assert people() == (), "at once, before the index knows"
    drain_changes()


def test_overdue_postings_leave_the_index(db):
    from tepat.services.working import let_go_overdue_postings

    posting = builders.a_posting(title="Loker lama sekali", closes_on=timezone.localdate())
    rebuild_index()
    JobPosting.objects.filter(pk=posting.pk).update(closes_on=timezone.localdate() - timedelta(days=1))
    assert let_go_overdue_postings() == 1
    drain_changes()
    assert found("lama").total == 0
    assert let_go_overdue_postings() == 0


def test_an_index_that_cannot_be_used_is_built_anew(db, monkeypatch, tmp_path):
    from tepat.adapters.search.tantivy import TantivyIndex
    from tepat.services import engines
    from tepat.services.indexing import mend_index

    index = TantivyIndex(tmp_path / "index")
    monkeypatch.setattr(engines, "index", lambda: index)
    old, new = builders.a_posting(title="Teknisi lama"), builders.a_posting(title="Teknisi baru")
    assert mend_index() >= 2, "a missing index is built, without any change noted"
    assert mend_index() == 0
    current = tmp_path / "index" / "current.json"
    current.write_text("{}")
    assert found("teknisi").total == 0
    assert mend_index() >= 2
    current.write_text("{}")
    note_posting_change(new)
    assert drain_changes() == 1
    assert {*found("teknisi").postings} == {old, new}, "one change does not pass for the whole"
    index.close()


class Held:
    """An index that another process writes, until the worker has drained once."""

    def __init__(self, index, *, until):
        self.index, self.until = index, until

    def rebuild(self, documents, *, seq):
        return self.index.rebuild(documents, seq=seq) if self.until() else Busy()

    def __getattr__(self, name):
        return getattr(self.index, name)


def test_reindex_hands_the_work_to_the_worker_that_holds_the_index(db, monkeypatch, capsys):
    posting = builders.a_posting(title="Analis keamanan siber")
    working = []
    held = Held(engines.index(), until=lambda: working)
    monkeypatch.setattr(engines, "index", lambda: held)

    def work(_seconds):
        working.append(True)
        drain_changes()

    monkeypatch.setattr("tepat.management.commands.reindex.time.sleep", work)
    call_command("reindex", lang="en")
    said = capsys.readouterr()
    assert "A worker holds the index" in said.err
    assert "Done after" in said.err
    assert not SearchChange.objects.exists()
    assert found("keamanan").postings == (posting,)


def test_reindex_that_waits_in_vain_says_so_and_leaves_its_request(db, monkeypatch):
    held = Held(engines.index(), until=lambda: False)
    monkeypatch.setattr(engines, "index", lambda: held)
    monkeypatch.setattr("tepat.management.commands.reindex.PATIENCE_SECONDS", 0)
    with pytest.raises(CommandError, match="Permintaannya tetap tercatat"):
        call_command("reindex")
    assert drain_changes() == 0
    assert SearchChange.objects.get().kind == "everything"

"""The database itself refuses what must not be: every constraint of the models has a row that breaks it."""

from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

import pytest
from django.apps import apps
from django.db import IntegrityError, models, transaction
from django.utils import timezone

import builders
from tepat.models import (
    CV,
    Account,
    Alert,
    AlertHit,
    AlertKey,
    Application,
    Bookmark,
    Candidate,
    Consent,
    FitCheck,
    Intake,
    IntakeFile,
    Invitation,
    JobPosting,
    Jobseeker,
    Likeness,
    Match,
    Membership,
    Message,
    MinimumWage,
    Move,
    Organization,
    Requirement,
    Share,
    SpentKey,
    Stage,
    TalentPoolEntry,
)

OWN = [m for m in apps.get_app_config("tepat").get_models() if not m._meta.auto_created]
DECLARED = {c.name: c for m in OWN for c in m._meta.constraints}


def put(model: type[models.Model], **changes: Any) -> Callable[[Any], object]:
    """Changes every row of a model at once, past everything but the database."""
    return lambda _given: model._default_manager.all().update(**changes)


def again(model: type[models.Model], **changes: Any) -> Callable[[Any], object]:
    """A second row like the first, with the changes that its other unique fields need."""

    def insert(_given: Any) -> None:
        row = model._default_manager.order_by("pk").first()
        assert row is not None
        row.pk = None
        for name, value in changes.items():
            setattr(row, name, value)
        row.save(force_insert=True)

    return insert


CASES: dict[str, Callable[[Any], object]] = {
    "account_email_once": again(Account, public_id="x", email="BUDI@contoh.id"),
    "alert_frequency_known": put(Alert, frequency="hourly"),
    "alert_key_once": again(AlertKey),
    "alert_hit_once": again(AlertHit),
    "one_application_per_posting": again(Application, public_id="x", idempotency_key="y"),
    "application_outcome_known": put(Application, outcome="lost"),
    "move_kind_known": put(Move, kind="forget"),
    "shared_once": again(Share),
    "musts_met_within_total": put(Match, must_met=9, must_total=3),
    "candidate_per_account_once": again(Candidate, public_id="x"),
    "in_the_pool_once": again(TalentPoolEntry),
    "consent_purpose_known": put(Consent, purpose="sell"),
    "cv_has_one_owner": put(CV, organization=None, account=None),
    "cv_state_known": put(CV, state="lost"),
    "unreadable_cv_says_why": put(CV, state="unreadable", error_code=""),
    "key_spent_once": again(SpentKey),
    "intake_file_state_known": put(IntakeFile, state="lost"),
    "failed_file_says_why": put(IntakeFile, state="failed", error_code=""),
    "jobseeker_visibility_known": put(Jobseeker, visibility="some"),
    "bookmark_once": again(Bookmark),
    "fit_check_once_per_role": again(FitCheck, public_id="x"),
    "likeness_answered_once": again(Likeness),
    "likeness_in_order": put(Likeness, first=models.F("second")),
    "minimum_wage_once": again(MinimumWage),
    "minimum_wage_positive": put(MinimumWage, amount_idr_month=0),
    "message_state_known": put(Message, state="lost"),
    "organization_verification_known": put(Organization, verification="perhaps"),
    "one_current_membership": again(Membership, public_id="x"),
    "membership_role_known": put(Membership, role="guest"),
    "one_open_invitation": again(Invitation, public_id="x", token_hash="x", email="TONO@contoh.id"),
    "invitation_role_known": put(Invitation, role="guest"),
    "posting_state_known": put(JobPosting, state="lost"),
    "posting_has_title": put(JobPosting, title=""),
    "posting_salary_in_order": put(JobPosting, salary_min_idr_month=6_000_000, salary_max_idr_month=5_000_000),
    "published_posting_has_day": put(JobPosting, state="published", published_at=None),
    "requirement_key_once": again(Requirement),
    "requirement_importance_known": put(Requirement, importance="may"),
    "stage_key_once": again(Stage),
}


@pytest.fixture
def given(db) -> SimpleNamespace:
    """One row of every model that has a constraint."""
    organization = builders.an_organization()
    account = builders.an_account("Budi", email="budi@contoh.id")
    seat = builders.a_seat(account, organization)
    posting = builders.a_posting(organization)
    application = builders.an_application(posting, account=account)
    alert = Alert.objects.create(account=account, words="it", query={})
    AlertKey.objects.create(alert=alert, term="it")
    AlertHit.objects.create(alert=alert, posting=posting)
    Move.objects.create(application=application, kind="hold", from_stage="new", to_stage="new", from_since=timezone.now())
    Share.objects.create(application=application, membership=seat)
    TalentPoolEntry.objects.create(candidate=application.candidate)
    other = Candidate.objects.create(organization=organization, name="Budi")
    Likeness.objects.create(first=application.candidate, second=other, is_same=True)
    Consent.objects.create(account=account, purpose="apply", text_version="1", language="id")
    SpentKey.objects.create(owner="1", key="k", answer_path="/")
    IntakeFile.objects.create(intake=Intake.objects.create(posting=posting), position=1, file_name="a.pdf")
    Jobseeker.objects.create(account=account)
    Bookmark.objects.create(account=account, posting=posting)
    FitCheck.objects.create(account=account, occupation="it-support")
    Message.objects.create(template="application_received", to_address="a@contoh.id", dedupe_key="once")
    MinimumWage.objects.create(region="Bali", city="Badung", year=2026, amount_idr_month=3_000_000, source="SK")
    Invitation.objects.create(
        organization=organization, email="tono@contoh.id", role="recruiter", token_hash="t", expires_at=timezone.now()
    )
    return SimpleNamespace(application=application)


def test_every_constraint_has_a_case():
    assert set(CASES) == set(DECLARED)


@pytest.mark.parametrize("name", sorted(CASES))
def test_the_database_refuses(given, name):
    with pytest.raises(IntegrityError) as refused, transaction.atomic():
        CASES[name](given)
    constraint, said = DECLARED[name], str(refused.value)
    fields = getattr(constraint, "fields", ())
    assert name in said or all(f"{field}_id" in said or field in said for field in fields), said
    assert ("unique" if isinstance(constraint, models.UniqueConstraint) else "check") in said.lower()


@pytest.mark.parametrize(("model", "field"), [(Application, "idempotency_key"), (Message, "dedupe_key")])
def test_keys_that_keep_work_from_being_done_twice_are_unique(given, model, field):
    """On these two hangs that nothing accepted is doubled."""
    first = model.objects.get()
    other = builders.an_application() if model is Application else Message.objects.create(template="x", to_address="b@contoh.id")
    with pytest.raises(IntegrityError, match=field), transaction.atomic():
        model.objects.filter(pk=other.pk).update(**{field: getattr(first, field)})

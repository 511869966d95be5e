"""JobPosting, Requirement, Stage."""

from datetime import date
from typing import ClassVar

from django.db import models
from django.utils import timezone

from tepat.domain import pipeline
from tepat.domain.documents import Span
from tepat.domain.permissions import Actor
from tepat.domain.postings import posting as domain
from tepat.models.keys import new_public_id

STATES = ("draft", "in_moderation", "published", "closed")


class JobPostingQuerySet(models.QuerySet["JobPosting"]):
    def visible_to(self, actor: Actor) -> "JobPostingQuerySet":
        """Live ones to everyone; all of an organization to those who edit its postings; all to operators."""
        if actor.is_operator:
            return self
        own = models.Q(organization_id__in=actor.organizations("edit_postings"))
        shared = models.Q(
            pk__in=self.model.objects.filter(
                applications__shares__membership_id__in=[s.membership_id for s in actor.seats]
            ).values("pk")
        )
        return self.filter(own | shared | models.Q(pk__in=self.model.objects.live().values("pk")))

    def editable_by(self, actor: Actor) -> "JobPostingQuerySet":
        return self.filter(organization_id__in=actor.organizations("edit_postings"))

    def live(self, on: date | None = None) -> "JobPostingQuerySet":
        """Published, not past closing day, by a verified organization."""
        today = on or timezone.localdate()
        return self.filter(state="published", organization__verification="verified").filter(
            models.Q(closes_on=None) | models.Q(closes_on__gte=today)
        )

    def describing(self, occupation: str, *, printed_as: str) -> "JobPostingQuerySet":
        """Those whose duties describe an occupation: a public one, or a narrower one that is printed under it."""
        described = self.filter(occupation=printed_as)
        return described if occupation == printed_as else described.filter(reading__occupations__duties__0__narrower=occupation)


class JobPosting(models.Model):
    personal_fields: ClassVar[frozenset[str]] = frozenset()

    public_id = models.CharField(max_length=12, unique=True, default=new_public_id, editable=False, help_text="Random id")
    organization = models.ForeignKey(
        "tepat.Organization", on_delete=models.CASCADE, related_name="postings", help_text="Who hires"
    )
    slug = models.SlugField(
        max_length=120, unique=True, help_text="Last part of its page's address; never changes after publishing"
    )
    title = models.CharField(max_length=150, help_text="Title only: no pay, no code")
    text = models.TextField(help_text="The advert as written, plain text; offsets of requirements point into it")
    state = models.CharField(max_length=14, default="draft", choices=[(s, s) for s in STATES], help_text="Where it stands")
    city = models.CharField(max_length=80, blank=True, help_text="City or regency of the work, without Kota/Kabupaten")
    region = models.CharField(max_length=80, blank=True, help_text="Province of the work")
    work_mode = models.CharField(
        max_length=10,
        default="on_site",
        choices=[(m, m) for m in ("on_site", "hybrid", "remote")],
        help_text="Where the work is done",
    )
    contract = models.CharField(
        max_length=12,
        blank=True,
        choices=[(c, c) for c in ("permanent", "fixed_term", "internship", "freelance", "daily")],
        help_text="PKWTT, PKWT, magang, lepas, harian",
    )
    salary_min_idr_month = models.PositiveBigIntegerField(null=True, blank=True, help_text="Rupiah a month, lower end, as shown")
    salary_max_idr_month = models.PositiveBigIntegerField(null=True, blank=True, help_text="Rupiah a month, upper end, as shown")
    working_hours = models.CharField(max_length=200, blank=True, help_text="Hours and shifts in words")
    headcount = models.PositiveSmallIntegerField(default=1, help_text="People sought")
    closes_on = models.DateField(null=True, blank=True, help_text="Last day to apply")
    published_at = models.DateTimeField(null=True, blank=True, help_text="First day seen by the public")
    closed_at = models.DateTimeField(null=True, blank=True, help_text="When it was closed")
    reading = models.JSONField(default=dict, help_text="Occupations, clarity and checks, as `tepat posting read` prints them")
    occupation = models.CharField(max_length=40, blank=True, db_index=True, help_text="Id of the occupation its duties describe")
    kept_reasons = models.JSONField(default=dict, help_text="Written reason per check that stays although it was warned of")
    weights = models.JSONField(
        default=dict,
        db_default=models.Value({}, output_field=models.JSONField()),
        blank=True,
        help_text="What the order counts how much, percent: work against requirements, and each requirement; empty = as usual",
    )
    audit_percent = models.PositiveSmallIntegerField(
        default=0, db_default=0, help_text="Percent of the queue taken at random from far below, to measure what the order misses"
    )
    moderation_note = models.CharField(
        max_length=500,
        blank=True,
        default="",
        db_default="",
        help_text="What the operator who looked at it wrote; shown to the organization",
    )
    reader_version = models.CharField(max_length=40, blank=True, help_text="Reader and knowledge that read it")
    created_by = models.ForeignKey(
        "tepat.Account", null=True, on_delete=models.SET_NULL, related_name="+", help_text="Who wrote it"
    )
    created_at = models.DateTimeField(default=timezone.now, help_text="When it was begun")
    updated_at = models.DateTimeField(auto_now=True, help_text="Last change")

    objects = JobPostingQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=models.Q(state__in=STATES), name="posting_state_known"),
            models.CheckConstraint(condition=~models.Q(title=""), name="posting_has_title"),
            models.CheckConstraint(
                condition=models.Q(salary_min_idr_month=None)
                | models.Q(salary_max_idr_month=None)
                | models.Q(salary_max_idr_month__gte=models.F("salary_min_idr_month")),
                name="posting_salary_in_order",
            ),
            models.CheckConstraint(
                condition=~models.Q(state="published") | models.Q(published_at__isnull=False), name="published_posting_has_day"
            ),
        ]
        indexes = [models.Index(fields=["state", "-published_at"])]

    @property
    def is_live(self) -> bool:
        """What `live` asks of the database, of this row; needs its organization."""
        is_open = self.closes_on is None or self.closes_on >= timezone.localdate()
        return self.state == "published" and self.organization.verification == "verified" and is_open

    def as_requirements(self) -> tuple[domain.Requirement, ...]:
        """Its requirements as values, must first, in their order. Uses a prefetch where there is one."""
        return tuple(
            row.as_domain() for row in sorted(self.requirements.all(), key=lambda r: (r.importance != "must", r.position))
        )

    def as_stages(self) -> tuple[pipeline.Stage, ...]:
        return tuple(pipeline.Stage(s.key, s.position, s.promise_days) for s in self.stages.all())


class Requirement(models.Model):
    """One thing asked of a candidate."""

    personal_fields: ClassVar[frozenset[str]] = frozenset()

    posting = models.ForeignKey(JobPosting, on_delete=models.CASCADE, related_name="requirements", help_text="Of which posting")
    key = models.CharField(max_length=12, help_text="Id inside the posting, such as r3; stays when others go")
    position = models.PositiveSmallIntegerField(help_text="Order on the page")
    kind = models.CharField(
        max_length=14, help_text="skill, experience, education, certificate, language, location, availability, licence, other"
    )
    importance = models.CharField(max_length=4, choices=[("must", "must"), ("nice", "nice")], help_text="Must or nice")
    label = models.CharField(max_length=200, help_text="Short name shown")
    value = models.CharField(max_length=80, blank=True, help_text="Education level, city, language; see the domain")
    months = models.PositiveSmallIntegerField(null=True, blank=True, help_text="Least experience in months")
    level = models.CharField(max_length=40, blank=True, help_text="Proficiency asked")
    skills = models.JSONField(default=list, help_text="Ids of skills, any of which shows it")
    occupations = models.JSONField(default=list, help_text="Ids of occupations whose work counts; empty = any")
    areas = models.JSONField(default=list, help_text="Accepted majors; empty = any")
    spans = models.JSONField(default=list, help_text="[start, end] in the posting's text")

    objects: ClassVar[models.Manager["Requirement"]] = models.Manager()

    class Meta:
        ordering = ["position", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["posting", "key"], name="requirement_key_once"),
            models.CheckConstraint(condition=models.Q(importance__in=["must", "nice"]), name="requirement_importance_known"),
        ]

    def as_domain(self) -> domain.Requirement:
        return domain.Requirement(
            id=self.key,
            kind=self.kind,  # type: ignore[arg-type]
            importance=self.importance,  # type: ignore[arg-type]
            label=self.label,
            value=self.value or None,
            months=self.months,
            level=self.level or None,
            skills=tuple(self.skills),
            occupations=tuple(self.occupations),
            areas=tuple(self.areas),
            spans=tuple(Span(a, b) for a, b in self.spans),
        )


class Stage(models.Model):
    """A step of a posting's process."""

    personal_fields: ClassVar[frozenset[str]] = frozenset()

    posting = models.ForeignKey(JobPosting, on_delete=models.CASCADE, related_name="stages", help_text="Of which posting")
    key = models.CharField(max_length=20, help_text="new, screening, interview, test, offer, or an own one")
    name = models.CharField(max_length=60, blank=True, help_text="Own name; empty = the usual one in the reader's language")
    position = models.PositiveSmallIntegerField(help_text="Order")
    promise_days = models.PositiveSmallIntegerField(help_text="Longest wait promised, days")

    objects: ClassVar[models.Manager["Stage"]] = models.Manager()

    class Meta:
        ordering = ["position"]
        constraints = [models.UniqueConstraint(fields=["posting", "key"], name="stage_key_once")]


class PostingReport(models.Model):
    """Somebody says that a posting is not right; a moderator looks."""

    personal_fields: ClassVar[frozenset[str]] = frozenset({"words", "account"})

    posting = models.ForeignKey(JobPosting, on_delete=models.CASCADE, related_name="reports", help_text="Which posting")
    account = models.ForeignKey(
        "tepat.Account", null=True, blank=True, on_delete=models.SET_NULL, related_name="+", help_text="Who, if signed in"
    )
    reason = models.CharField(max_length=20, help_text="fee, discrimination, not_real, other")
    words = models.TextField(blank=True, max_length=2000, help_text="In own words")
    reported_at = models.DateTimeField(default=timezone.now, help_text="When")
    settled_at = models.DateTimeField(null=True, blank=True, help_text="When a moderator was done with it")

    objects: ClassVar[models.Manager["PostingReport"]] = models.Manager()

"""Home: one search box, families of IT work, what is new."""

from dataclasses import dataclass
from datetime import timedelta

from django.db.models import Count
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from tepat.models import JobPosting
from tepat.services import engines
from tepat.services.wording.postings import occupation_name
from tepat.web.actors import actor_of
from tepat.web.policies import anyone
from tepat.web.public.rows import JobRow, job_rows

NEWEST, ROLES, CITIES = 6, 12, 8


@dataclass(frozen=True, slots=True)
class Choice:
    value: str
    words: str
    count: int


@dataclass(frozen=True, slots=True)
class Page:
    roles: tuple[Choice, ...]
    cities: tuple[Choice, ...]
    total: int
    new_today: int
    newest: tuple[JobRow, ...]


@anyone
def show(request: HttpRequest) -> HttpResponse:
    """`GET /`."""
    live = JobPosting.objects.live()
    newest = live.select_related("organization").prefetch_related("requirements").order_by("-published_at", "-pk")[:NEWEST]
    page = Page(
        roles=tuple(Choice(v, occupation_name(v, engines.knowledge()), n) for v, n in _counts("occupation", ROLES)),
        cities=tuple(Choice(v, v, n) for v, n in _counts("city", CITIES)),
        total=live.count(),
        new_today=live.filter(published_at__gte=timezone.now() - timedelta(days=1)).count(),
        newest=job_rows(newest, actor=actor_of(request)),
    )
    return render(request, "public/home.html", {"page": page})


def _counts(field: str, most: int) -> list[tuple[str, int]]:
    rows = JobPosting.objects.live().exclude(**{field: ""}).values_list(field).annotate(n=Count("pk"))
    return list(rows.order_by("-n", field)[:most])

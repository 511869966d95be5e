"""The content of the demo as values: handed to the service that fills an empty home. All people in it are invented."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

from tepat.domain.postings.posting import Contract, WorkMode


@dataclass(frozen=True, slots=True)
class GeneratedCV:
    """A CV file and what a reader should find in it.

    `applies_to`: keys of the demo postings this person applied to. `person`: key of a person of the cast who owns it, or empty.
    """

    name: str
    data: bytes
    truth: Mapping[str, Any]
    applies_to: tuple[str, ...] = ()
    person: str = ""


@dataclass(frozen=True, slots=True)
class DemoOrganization:
    """An invented employer; `verification` is the state in which the demo shows it."""

    key: str
    name: str
    slug: str
    about: str
    website: str
    city: str
    email_domain: str
    business_number: str
    verification: Literal["pending", "verified"]


@dataclass(frozen=True, slots=True)
class DemoPerson:
    """One of the cast. `role` is a role of an organization, or `jobseeker` or `operator` where `organization` is empty."""

    key: str
    name: str
    email: str
    role: str
    organization: str = ""
    city: str = ""


@dataclass(frozen=True, slots=True)
class DemoPosting:
    """An advert. Salary in rupiah a month, None = not said. Days count back to publishing and forward to closing from today."""

    key: str
    organization: str
    state: Literal["published", "draft", "in_moderation"]
    title: str
    text: str
    city: str
    region: str
    work_mode: WorkMode
    contract: Contract
    salary_min_idr_month: int | None
    salary_max_idr_month: int | None
    working_hours: str
    headcount: int
    published_days_ago: int
    closes_in_days: int


@dataclass(frozen=True, slots=True)
class Demo:
    organizations: tuple[DemoOrganization, ...]
    persons: tuple[DemoPerson, ...]
    postings: tuple[DemoPosting, ...]

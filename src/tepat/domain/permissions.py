"""Who may do what: one table of role × action. A question of rows ("which ones") is asked of `visible_to`, never here."""

from dataclasses import dataclass
from typing import Literal, get_args

Role = Literal["owner", "recruiter", "hiring_manager", "interviewer"]
Action = Literal[
    "see_desk",
    "edit_postings",
    "review_applications",
    "decide_applications",
    "see_shared",
    "give_feedback",
    "search_candidates",
    "export_shortlists",
    "manage_members",
    "edit_organization",
]

ROLES: tuple[Role, ...] = get_args(Role)
ACTIONS: tuple[Action, ...] = get_args(Action)

TABLE: dict[Action, frozenset[Role]] = {
    "see_desk": frozenset({"owner", "recruiter"}),
    "edit_postings": frozenset({"owner", "recruiter"}),
    "review_applications": frozenset({"owner", "recruiter"}),
    "decide_applications": frozenset({"owner", "recruiter"}),
    "see_shared": frozenset({"owner", "recruiter", "hiring_manager", "interviewer"}),
    "give_feedback": frozenset({"owner", "recruiter", "hiring_manager", "interviewer"}),
    "search_candidates": frozenset({"owner", "recruiter"}),
    "export_shortlists": frozenset({"owner", "recruiter"}),
    "manage_members": frozenset({"owner"}),
    "edit_organization": frozenset({"owner"}),
}


@dataclass(frozen=True, slots=True)
class Seat:
    """One membership: the organization's id, the membership's id and the role in it."""

    organization_id: int
    membership_id: int
    role: Role


@dataclass(frozen=True, slots=True)
class Actor:
    """Who acts: nobody (`account_id` None), a person, with seats in organizations; `seat` is the one in use."""

    account_id: int | None = None
    is_operator: bool = False
    seats: tuple[Seat, ...] = ()
    seat: Seat | None = None

    def may(self, action: Action) -> bool:
        """True if the seat in use allows the action."""
        return self.seat is not None and self.seat.role in TABLE[action]

    def organizations(self, action: Action) -> frozenset[int]:
        """Ids of all organizations in which this person may do it, whichever seat is in use."""
        return frozenset(seat.organization_id for seat in self.seats if seat.role in TABLE[action])


NOBODY = Actor()

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
    """Who acts: nobody (`account_id` None), a person, with seats in organizations; `seat` is the one in use.

    `withheld`: what this person would be with a second factor, where one is asked of them and they have none; until then the
    rights of an operator and the seats of organizations that ask for one are not theirs.
    """

    account_id: int | None = None
    is_operator: bool = False
    seats: tuple[Seat, ...] = ()
    seat: Seat | None = None
    withheld: "Actor | None" = None

    def may(self, action: Action) -> bool:
        """True if the seat in use allows the action."""
        return self.seat is not None and self.seat.role in TABLE[action]

    def organizations(self, action: Action) -> frozenset[int]:
        """Ids of all organizations in which this person may do it, whichever seat is in use."""
        return frozenset(seat.organization_id for seat in self.seats if seat.role in TABLE[action])


def actor_of_account(
    account_id: int, *, is_operator: bool, seats: tuple[Seat, ...], asked: frozenset[int], protected: bool, wanted: int | None
) -> Actor:
    """The person with what a second factor leaves them.

    `asked`: ids of organizations that ask their members for one; an operator is asked always. `protected`: has one, or lives in a
    home where none is asked. `wanted`: id of the organization whose seat is to be in use, else the first.
    """
    whole = Actor(account_id, is_operator, seats, _in_use(seats, wanted))
    if protected or not (is_operator or any(s.organization_id in asked for s in seats)):
        return whole
    left = tuple(s for s in seats if s.organization_id not in asked)
    return Actor(account_id, False, left, _in_use(left, wanted), whole)


def _in_use(seats: tuple[Seat, ...], wanted: int | None) -> Seat | None:
    return next((s for s in seats if s.organization_id == wanted), seats[0] if seats else None)


NOBODY = Actor()

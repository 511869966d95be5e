"""Which roles go together: pairs whose work overlaps, and what a title naturally takes in besides its own role."""

from collections.abc import Iterable

OUTSIDE = "not-it"
VAGUE = frozenset({"it-generalist", "other-it"})
"""Titles such as "Staff IT" promise no special role: support, helpdesk and generalist work fit them."""
SUPPORT = frozenset({"it-helpdesk", "it-support", "it-generalist", "computer-technician", "application-support"})
_CLOSE = (
    frozenset({"it-support", "computer-technician"}),
    frozenset({"it-support", "application-support"}),
    frozenset({"system-administrator", "network-engineer"}),
    frozenset({"system-administrator", "devops-engineer"}),
    frozenset({"noc-operator", "network-engineer"}),
    frozenset({"noc-operator", "system-administrator"}),
    frozenset({"data-professional", "database-administrator"}),
    frozenset({"business-analyst", "erp-consultant"}),
    frozenset({"business-analyst", "application-support"}),
    frozenset({"application-support", "erp-consultant"}),
    frozenset({"it-manager", "project-manager"}),
)
"""Pairs whose work overlaps so far that a title of one and duties of the other mislead nobody."""
_COVERS = {
    "it-support": SUPPORT | {"network-engineer", "system-administrator", "noc-operator"},
    "it-generalist": SUPPORT | {"network-engineer", "system-administrator", "noc-operator", "software-developer"},
    "it-helpdesk": {"it-generalist", "application-support"},
    "computer-technician": {"it-support", "it-generalist"},
    "network-engineer": {"system-administrator", "noc-operator", "security-specialist"},
    "noc-operator": {"network-engineer", "system-administrator", "it-helpdesk"},
    "system-administrator": {
        "network-engineer",
        "devops-engineer",
        "database-administrator",
        "security-specialist",
        "noc-operator",
        "it-support",
    },
    "devops-engineer": {"system-administrator", "network-engineer", "security-specialist", "noc-operator"},
    "security-specialist": {"network-engineer", "system-administrator"},
    "software-developer": {"devops-engineer", "database-administrator", "qa-engineer", "other-it", "business-analyst"},
    "data-professional": {"database-administrator", "business-analyst"},
    "database-administrator": {"data-professional", "security-specialist", "system-administrator"},
    "business-analyst": {"data-professional", "erp-consultant", "application-support", "project-manager"},
    "application-support": {"erp-consultant", "it-helpdesk", "it-support", "business-analyst", "database-administrator"},
    "erp-consultant": {"business-analyst", "application-support", "project-manager"},
    "project-manager": {"it-manager", "business-analyst"},
}
"""What a title takes in besides its own role without misleading anybody."""


def are_close(first: str, second: str) -> bool:
    """True where the work of the two overlaps widely."""
    return frozenset({first, second}) in _CLOSE


def covers(titles: Iterable[str], roles: Iterable[str]) -> bool:
    """True where all `roles` are those of a title, or naturally go with one; a leader's title takes in all of IT."""
    known = set(titles)
    for title in tuple(known):
        known |= _COVERS.get(title, set())
    wanted = set(roles)
    return wanted <= known or ("it-manager" in known and OUTSIDE not in wanted)

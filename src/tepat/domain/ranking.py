"""Matches → one stable order that explains itself."""

from collections.abc import Sequence

from tepat.domain.matching.verdicts import Match


def rank(matches: Sequence[Match]) -> tuple[int, ...]:
    """Positions in `matches`, best first: by score, then occupation fit, then the tie-breaker, then content.

    The order depends on the matches only: shuffling the input changes nothing but the positions, except among matches that are
    equal in every part, which keep the order in which they came.
    """
    return tuple(sorted(range(len(matches)), key=lambda i: _key(matches[i])))


def _key(match: Match) -> tuple[int, int, int, tuple[tuple[str, int, tuple[tuple[str, int], ...]], ...]]:
    content = tuple((r.requirement.id, -r.score, tuple((e.quote, e.start) for e in r.evidence)) for r in match.requirements)
    return (-match.score, -match.occupation_fit, -match.tie_breaker, content)

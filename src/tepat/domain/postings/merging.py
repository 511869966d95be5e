"""An advert read anew without losing what a person put right: base, mine and theirs become one list."""

from collections.abc import Hashable, Sequence
from dataclasses import replace

from tepat.domain.postings.posting import Requirement

Requirements = Sequence[Requirement]


def merge_requirements(*, base: Requirements, mine: Requirements, theirs: Requirements) -> tuple[Requirement, ...]:
    """The requirements of a new text, with what a person changed since the old one was read.

    `base`: read of the old text; `mine`: as they stand, put right by hand; `theirs`: read of the new text. What was taken out by
    hand stays out, wording, weight and months set by hand stay, what was added by hand is appended with a free id; everything
    else is as read. With `mine` equal to `base` the answer is `theirs`.
    """
    old, own = _by_subject(base), _by_subject(mine)
    by_id = {r.id: r for r in mine}
    read = []
    for requirement in theirs:
        before = old.get(_subject(requirement))
        kept = own.get(_subject(requirement)) or (by_id.get(before.id) if before else None)
        if before and kept is None:
            continue
        read.append(_with_changes(requirement, before or requirement, kept) if kept else requirement)
    known = {_subject(r) for r in (*base, *theirs)}
    was = {r.id for r in base}
    added = [r for r in mine if r.id not in was and _subject(r) not in known]
    return (*read, *_renamed(added, taken={r.id for r in read}))


def _subject(requirement: Requirement) -> Hashable:
    """What it is about, whatever its wording: two readings of one thing have the same subject."""
    r = requirement
    about = (r.value, r.skills, r.occupations, r.areas)
    return (r.kind, *about) if any(about) else (r.kind, " ".join(r.label.casefold().split()))


def _by_subject(requirements: Requirements) -> dict[Hashable, Requirement]:
    return {_subject(r): r for r in reversed(requirements)}


def _with_changes(read: Requirement, before: Requirement, kept: Requirement) -> Requirement:
    """`read`, where `kept` differs from what had been read with the person's word."""
    return replace(
        read,
        label=kept.label if kept.label != before.label else read.label,
        importance=kept.importance if kept.importance != before.importance else read.importance,
        months=kept.months if kept.months != before.months else read.months,
    )


def _renamed(added: Requirements, *, taken: set[str]) -> tuple[Requirement, ...]:
    """Each with an id of its own: its old one where that is free."""
    renamed = []
    for requirement in added:
        free = (f"r{n}" for n in range(1, 10_000) if f"r{n}" not in taken)
        name = requirement.id if requirement.id not in taken else next(free)
        taken.add(name)
        renamed.append(replace(requirement, id=name))
    return tuple(renamed)

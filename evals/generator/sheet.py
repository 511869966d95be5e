"""A CV in words: its sections, before any layout draws them."""

from dataclasses import dataclass, field

from evals.generator.phrases import Dates


@dataclass(frozen=True)
class Entry:
    """A job or a school: `head` stands first, `sub` second; `nested` belongs to the employer above it."""

    head: str
    sub: str = ""
    when: str = ""
    bullets: tuple[str, ...] = ()
    nested: bool = False


@dataclass(frozen=True)
class Row:
    """The same job or school for tables and forms: employer and title, or school and degree; notes are duties or marks."""

    first: str
    second: str
    when: str
    notes: tuple[str, ...]


@dataclass(frozen=True)
class Section:
    """One section; `entries` and `rows` say the same, a layout draws one of them."""

    key: str
    heading: str
    entries: tuple[Entry, ...] = ()
    lines: tuple[str, ...] = ()
    tags: tuple[tuple[str, int | None], ...] = ()
    groups: tuple[tuple[str, tuple[str, ...]], ...] = ()
    rows: tuple["Row", ...] = ()


@dataclass(frozen=True)
class Sheet:
    """A CV in words. `contact` is (key, label, value), `identity` (label, value); `heads` all heading words."""

    language: str
    title: str
    name: str
    headline: str
    contact: tuple[tuple[str, str, str], ...]
    identity: tuple[tuple[str, str], ...]
    sections: tuple[Section, ...]
    heads: dict[str, str]
    labels: dict[str, str]
    columns: dict[str, str]
    labelled: bool
    dates: Dates
    letter: tuple[str, ...] = ()
    traits: tuple[str, ...] = field(default=())

    def of(self, *keys: str) -> tuple[Section, ...]:
        return tuple(s for s in self.sections if s.key in keys)

    def without(self, *keys: str) -> tuple[Section, ...]:
        return tuple(s for s in self.sections if s.key not in keys)

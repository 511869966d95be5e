"""A refusal is a value: why something may not be done, as a code with parameters, and at which field."""

from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import field as with_default


@dataclass(frozen=True, slots=True)
class Refusal:
    """`field` names the form field at fault; empty where it is the whole."""

    code: str
    field: str = ""
    params: Mapping[str, str | int] = with_default(default_factory=dict)

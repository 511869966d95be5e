"""Adverts that may not be passed on, as texts to learn from: only to know what leaving them out costs."""

from pathlib import Path

from generate import Written
from gold import lines_of


def read_adverts(path: Path) -> list[Written]:
    """JSON Lines of `text` (duties and demands) and `role`."""
    return [Written(row["text"], row["role"], "posting") for row in lines_of(path)]

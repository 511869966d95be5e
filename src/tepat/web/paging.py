"""Pages of a list."""

from dataclasses import dataclass

from django.http import HttpRequest


@dataclass(frozen=True, slots=True)
class Pager:
    """Page `number` (from 1) of a list of `total` items, `size` to a page. `key` names the page in the address."""

    number: int
    total: int
    size: int
    key: str = "hal"

    @property
    def last(self) -> int:
        return max(1, -(-self.total // self.size))

    @property
    def previous(self) -> int | None:
        return self.number - 1 if self.number > 1 else None

    @property
    def next(self) -> int | None:
        return self.number + 1 if self.number < self.last else None

    @property
    def start(self) -> int:
        """Offset of the first item of this page."""
        return (self.number - 1) * self.size

    @property
    def window(self) -> tuple[int | None, ...]:
        """Numbers to show, None for a gap: first, last, and those beside the current one."""
        near = sorted({1, self.last, *(n for n in range(self.number - 1, self.number + 2) if 1 <= n <= self.last)})
        shown: list[int | None] = []
        for n in near:
            gap = n - (shown[-1] or 0) if shown else 1
            if gap > 1:
                shown.append(n - 1 if gap == 2 else None)
            shown.append(n)
        return tuple(shown)


def page_number(request: HttpRequest, key: str = "hal") -> int:
    """The page asked for in the address; 1 for anything that is none."""
    asked = request.GET.get(key, "1")
    return min(max(1, int(asked)), 10_000) if asked.isascii() and asked.isdigit() else 1

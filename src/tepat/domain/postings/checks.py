"""Problems to mend before publishing: limits that are not about the work, marks of fraud, and what a good advert lacks.

The limits follow Surat Edaran Menteri Ketenagakerjaan M/6/HK.04/V/2025 (28 May 2025) on recruiting without discrimination, and
article 5 and
6 of law 13/2003: age, sex, looks, marital status, height, skin colour, ethnicity, religion and disability are no criteria
unless the work
itself requires it. It says what was found; a person decides.
"""

import re
from collections.abc import Iterator, Sequence

from tepat.domain.documents import Span
from tepat.domain.postings.limits import LIMITS
from tepat.domain.postings.posting import Check, Clarity, Requirement, SalaryRange, Severity
from tepat.domain.postings.scams import SCAMS
from tepat.domain.postings.spelling import Plain, to_plain
from tepat.domain.postings.wordings import words_of

_WORDS = words_of((*LIMITS, *SCAMS)) | {"no", "wa"}
_NEXT_POINT = re.compile(r"\n(?=\s*(?:[-•*–▪●✓✔>\n]|\d+[.)]))")


def check_text(text: str) -> tuple[Check, ...]:
    """Find discrimination.* and scam.*, in order of the text, each stretch once; spelling tricks are seen through."""
    plain = to_plain(text, words=_WORDS)
    found: list[Check] = []
    for code, severity, pattern, unless in LIMITS:
        found.extend(_matches(plain, code, severity, pattern, unless))
    for code, severity, pattern, unless in SCAMS:
        found.extend(_matches(plain, code, severity, pattern, unless))
    return tuple(sorted(_distinct(found), key=lambda c: (c.spans, c.code)))


def check_posting(
    *,
    requirements: Sequence[Requirement],
    duties: Sequence[Span],
    salary: SalaryRange | None,
    salary_span: Span | None,
    clarity: Clarity,
    minimum_wage_idr: int | None = None,
) -> tuple[Check, ...]:
    """salary.* and clarity.*: what a candidate would miss. `minimum_wage_idr`: of the place, as the operator imported it."""
    return check_pay(salary, salary_span, minimum_wage_idr=minimum_wage_idr) + tuple(_clarity(requirements, duties, clarity))


def check_pay(salary: SalaryRange | None, span: Span | None = None, *, minimum_wage_idr: int | None = None) -> tuple[Check, ...]:
    """salary.*: missing, wide, below the minimum wage of the place (rupiah a month; None = not known, never guessed)."""
    return tuple(_salary(salary, span, minimum_wage_idr))


def _matches(
    plain: Plain, code: str, severity: Severity, pattern: re.Pattern[str], unless: re.Pattern[str] | None
) -> Iterator[Check]:
    for match in pattern.finditer(plain.text):
        start, end = match.span("limit") if "limit" in pattern.groupindex and match["limit"] else match.span()
        before, limit, after = (
            _NEXT_POINT.split(plain.text[max(0, start - 60) : start])[-1],
            plain.text[start:end],
            plain.text[end : end + 40],
        )
        after = _NEXT_POINT.split(after)[0]
        if unless and (unless.search(f"{before}\0{limit}\0{after}") or unless.search(before + limit + after)):
            continue
        span = plain.original(start, end)
        if span is not None:
            yield Check(code, severity, {"quote": plain.source[span.start : span.end][:120]}, (span,))


def _distinct(checks: Sequence[Check]) -> Iterator[Check]:
    """Of overlapping finds with the same code the longest stays."""
    kept: list[Check] = []
    for check in sorted(checks, key=lambda c: (c.code, c.spans[0].start, -c.spans[0].end)):
        last = kept[-1] if kept else None
        if last and last.code == check.code and check.spans[0].start < last.spans[0].end:
            continue
        kept.append(check)
    yield from kept


def _salary(salary: SalaryRange | None, span: Span | None, minimum: int | None) -> Iterator[Check]:
    spans = (span,) if span else ()
    if salary is None:
        yield Check("salary.missing", "hint")
        return
    least, most = salary.min_idr, salary.max_idr
    if least and most and most > 2 * least:
        yield Check("salary.wide", "hint", {"min": least, "max": most}, spans)
    if minimum and salary.period == "month" and (most or least or 0) < minimum:
        yield Check("salary.below_minimum", "warning", {"minimum": minimum}, spans)


def _clarity(requirements: Sequence[Requirement], duties: Sequence[Span], clarity: Clarity) -> Iterator[Check]:
    if clarity.verdict == "mismatch":
        yield Check("clarity.title_duties", "warning", clarity.params, clarity.spans)
    if clarity.verdict == "two_roles":
        yield Check("clarity.two_roles", "warning", clarity.params, clarity.spans)
    if not duties:
        yield Check("clarity.no_duties", "warning")
    if not requirements:
        yield Check("clarity.no_requirements", "hint")

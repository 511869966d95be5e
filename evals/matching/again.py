"""Recomputes kept matches from kept inputs: `python -m evals.matching.again INPUTS` prints one digest a line.

INPUTS is JSON Lines {"document", "text", "page_starts"}: what a row of the table of CVs keeps. Adverts are those of this folder.
"""

import hashlib
import json
import sys
from collections.abc import Iterator
from pathlib import Path

from evals.matching.adverts import ADVERTS
from evals.matching.people import AS_OF, KNOWLEDGE, Advert, advert

from tepat.domain.cv.document import to_profile
from tepat.domain.documents import ExtractedText
from tepat.domain.matching.match import match
from tepat.domain.matching.opening import open_cv
from tepat.domain.matching.record import to_record


def digests(rows: Iterator[str], adverts: list[Advert]) -> Iterator[str]:
    """SHA-256 of score, fit, ties, verdicts, reasons and quotes of each CV against each advert."""
    for line in rows:
        kept = json.loads(line)
        text = ExtractedText(kept["text"], "text/plain", tuple(kept["page_starts"]))
        cv = open_cv(to_profile(kept["document"]), text=text.text, page_of=text.page_of, as_of=AS_OF, knowledge=KNOWLEDGE)
        for asked in adverts:
            found = match(cv, requirements=asked.requirements, occupations=asked.wanted, knowledge=KNOWLEDGE, terms=asked.terms)
            whole = [found.score, found.occupation_fit, found.tie_breaker, to_record(found)]
            yield hashlib.sha256(json.dumps(whole, ensure_ascii=False).encode()).hexdigest()


def main() -> None:
    adverts = [advert(role, text) for role, text in ADVERTS.items()]
    with Path(sys.argv[1]).open(encoding="utf-8") as rows:
        for digest in digests(rows, adverts):
            print(digest)


if __name__ == "__main__":
    main()

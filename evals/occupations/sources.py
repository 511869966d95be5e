"""What the models learn from besides our own texts: O*NET and ESCO, both free to be passed on with attribution."""

import csv
import gzip
import hashlib
import io
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from tepat.domain.language.tokens import terms
from tepat.domain.occupations.titles import TitleIndex

ONET, ESCO = "taxonomy/onet27", "taxonomy/esco"
VACANCIES = "bench/jobnorm_esco_titles.val.csv.gz"
FILES = {
    f"{ONET}/Task_Statements.txt.gz": "O*NET 27.0 task statements, CC BY 4.0",
    f"{ONET}/Occupation_Data.txt.gz": "O*NET 27.0 titles and descriptions, CC BY 4.0",
    f"{ONET}/Alternate_Titles.txt.gz": "O*NET 27.0 alternate titles without those that are also reported titles, CC BY 4.0",
    f"{ONET}/Sample_of_Reported_Titles.txt.gz": "O*NET 27.0 reported titles: left out of training, used to measure, CC BY 4.0",
    f"{ESCO}/occupations_en.csv.gz": "ESCO v1.2 occupations, reuse with attribution (Decision 2011/833/EU)",
    VACANCIES: "titles of vacancies with their ESCO occupation (JobBERT evaluation set), MIT: half of them",
}
ROLES = {
    "15-1232": "it-support",
    "15-1231": "network-engineer",
    "15-1241": "network-engineer",
    "15-1244": "system-administrator",
    "15-1212": "security-specialist",
    "15-1242": "database-administrator",
    "15-1243": "database-administrator",
    "15-2051": "data-professional",
    "15-1252": "software-developer",
    "15-1254": "software-developer",
    "15-1251": "software-developer",
    "15-1253": "qa-engineer",
    "15-1211": "business-analyst",
    "11-3021": "it-manager",
    "49-2011": "computer-technician",
    "15-1255": "other-it",
    "27-3042": "other-it",
}
"""O*NET-SOC → role. The rest of 15-12 is told by its own code below, the rest of the world is outside IT."""
CODES = {
    "15-1299.09": "project-manager",
    "15-1299.08": "business-analyst",
    "15-1299.05": "security-specialist",
    "15-1243.01": "data-professional",
    "15-1299.04": "security-specialist",
    "15-2051.01": "data-professional",
}


def digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def missing(data: Path) -> list[str]:
    """Names of source files that are not there."""
    return [name for name in FILES if not (data / name).is_file()]


def rows(path: Path, delimiter: str = "\t") -> Iterator[dict[str, str]]:
    with gzip.open(path, "rt", encoding="utf-8", newline="") as lines:
        yield from csv.DictReader(io.StringIO(lines.read()), delimiter=delimiter)


def role_of(code: str) -> str | None:
    """The role an O*NET-SOC code stands for; None where it is between roles."""
    if code in CODES:
        return CODES[code]
    return ROLES.get(code[:7]) or (None if code.startswith(("15-12", "15-20", "17-20", "49-20")) else "not-it")


def duties_elsewhere(data: Path, titles: TitleIndex, printed: dict[str, str]) -> dict[str, list[str]]:
    """Role → statements of O*NET and ESCO about it."""
    found: dict[str, list[str]] = defaultdict(list)
    for row in rows(data / f"{ONET}/Task_Statements.txt.gz"):
        if role := role_of(row["O*NET-SOC Code"]):
            found[role].append(row["Task"])
    for row in rows(data / f"{ESCO}/occupations_en.csv.gz", ","):
        named = titles.points(row["preferredLabel"])
        inside = row["iscoGroup"].startswith(("25", "351", "133"))
        role = printed[max(named, key=lambda i: named[i][0])] if named and inside else None if inside else "not-it"
        if role:
            found[role].extend(part.strip() for part in row["description"].replace("\n", " ").split(". ") if len(part) > 20)
    return found


def is_held(title: str) -> bool:
    """Whether a vacancy title belongs to the half that measures. Titles of the same terms are never parted."""
    return hashlib.sha256(" ".join(terms(title)).encode()).digest()[0] % 2 == 1


def vacancies(data: Path) -> list[tuple[str, str]]:
    """(vacancy title, URI of its ESCO occupation), both halves."""
    return [(row["vacancyTitle"], row["conceptUri"]) for row in rows(data / VACANCIES, ",")]


def title_groups(data: Path) -> tuple[list[list[str]], list[tuple[str, int]]]:
    """Titles that name one occupation, group by group; and titles of vacancies, each with the place of its group.

    None of them is a title reported to O*NET, or of the half of the vacancies that measures.
    """
    reported = {row["Reported Job Title"].casefold() for row in rows(data / f"{ONET}/Sample_of_Reported_Titles.txt.gz")}
    groups: dict[str, list[str]] = defaultdict(list)
    for row in rows(data / f"{ONET}/Occupation_Data.txt.gz"):
        groups[row["O*NET-SOC Code"]].append(row["Title"])
    for row in rows(data / f"{ONET}/Alternate_Titles.txt.gz"):
        if row["Alternate Title"].casefold() not in reported:
            groups[row["O*NET-SOC Code"]].append(row["Alternate Title"])
    for row in rows(data / f"{ESCO}/occupations_en.csv.gz", ","):
        groups[row["conceptUri"]] = [row["preferredLabel"], *row["altLabels"].split("\n")]
    place = {name: at for at, name in enumerate(groups)}
    heard = [(title, place[uri]) for title, uri in vacancies(data) if uri in place and not is_held(title)]
    return [list(dict.fromkeys(t.strip() for t in group if t.strip())) for group in groups.values()], heard

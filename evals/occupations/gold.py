"""Labelled texts to measure by. None of them may be passed on, none is learned from: they stay outside the project."""

import gzip
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tepat.domain.documents import Span
from tepat.domain.knowledge import Knowledge
from tepat.domain.postings.read import find_duties, read_posting
from tepat.domain.postings.sections import read_sections

FAMILY = {
    "helpdesk": {"it-helpdesk"},
    "it_support": {"it-support", "it-generalist"},
    "computer_technician": {"computer-technician"},
    "network": {"network-engineer", "noc-operator"},
    "sysadmin": {"system-administrator"},
    "dba": {"database-administrator"},
    "security": {"security-specialist"},
    "project_manager": {"project-manager", "it-manager"},
    "developer": {"software-developer"},
}
MERGED = {"web_frontend": "developer", "java_dev": "developer", "python_dev": "developer"}
FAMILY_OF = {role: family for family, roles in FAMILY.items() for role in roles}
SURE_TITLE = 0.6


@dataclass(frozen=True)
class Advert:
    """`said`: what we read as its duties' role, with its share; `work`: duties and demands alone, for the baselines."""

    text: str
    role: str
    work: str
    said: str
    share: float
    shares: dict[str, float]
    spans: tuple[Span, ...]
    verdict: str = ""
    clarity: str = ""


def lines_of(path: Path) -> list[dict[str, Any]]:
    data = path.read_bytes()
    text = (gzip.decompress(data) if path.suffix == ".gz" else data).decode()
    return [json.loads(line) for line in text.split("\n") if line]


def read_advert(text: str, role: str, knowledge: Knowledge, verdict: str = "") -> Advert:
    reading = read_posting(text, knowledge=knowledge)
    sections = read_sections(text)
    parts = [*find_duties(text, sections), *(block.span for block in sections.of_kind("qualifications", "preferred"))]
    best = reading.occupations_duties[0] if reading.occupations_duties else None
    return Advert(
        text=text,
        role=role,
        work="\n".join(part.of(text) for part in sorted(set(parts))) or text,
        said=best.id if best else "",
        share=best.score if best else 0.0,
        shares={o.id: o.score for o in reading.occupations_duties},
        spans=best.spans if best else (),
        verdict=verdict,
        clarity=reading.clarity.verdict,
    )


def gold_adverts(folder: Path, knowledge: Knowledge) -> list[Advert]:
    """Adverts whose duties two people have read."""
    rows = lines_of(folder / "adverts.jsonl")
    return [
        read_advert((folder / "adverts" / f"{r['id']}.txt").read_text(), r["duties_role"], knowledge, r["verdict"]) for r in rows
    ]


def silver_adverts(data: Path, knowledge: Knowledge, outside: int = 150) -> list[Advert]:
    """Adverts whose title names a role surely; that role stands for the duties' one, which is wrong now and then."""
    found = []
    for name, most in (("jobstreet_ict", 10**6), ("jobstreet_other", outside)):
        for row in lines_of(data / f"jobs_id/{name}.jsonl.gz")[:most]:
            text = f"{row['title']}\n{row['company']}\n\n{row['description']}"
            named = read_posting(text, knowledge=knowledge).occupations_title if name == "jobstreet_ict" else ()
            if name != "jobstreet_ict" or (named and named[0].score > SURE_TITLE):
                found.append(read_advert(text, named[0].id if named else "not-it", knowledge))
    return found


def resumes(data: Path, most: int) -> list[tuple[str, str]]:
    """(text, family) of résumés; the family is told by the title their owner declares, which the text no longer opens with."""
    rows = [r for r in lines_of(data / "resumes/resumes_it_en.jsonl.gz") if r.get("family") not in (None, "None")]
    return [(r["text"], MERGED.get(r["family"], r["family"])) for r in rows[:most]]

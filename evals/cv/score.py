"""Precision, recall and F1 per field, with the conventions of `evals/generator/truth.py`."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from rapidfuzz.fuzz import ratio, token_set_ratio, token_sort_ratio

Row = Mapping[str, Any]
Counts = dict[str, list[int]]
FIELDS = (
    *("name", "email", "phone", "city", "education_level", "major", "graduation_year", "ipk", "experience_months"),
    *("employer", "title", "dates", "position", "skills", "certifications", "languages"),
)
"""The sixteen of the macro average; `position` is employer, title and dates all right at once."""
DEGREES = re.compile(
    r",?\s*\b(s\.?\s?kom|s\.?\s?t|s\.?\s?e|a\.?\s?md(\.?\s?kom)?|m\.?\s?kom|m\.?\s?m|m\.?\s?t|s\.?\s?tr\.?\s?kom"
    r"|s\.?\s?(kep|pd|ds|psi)|drs?|ir|hj?)\b\.?",
    re.IGNORECASE,
)
INTERN = re.compile(r"\b(magang|intern|internship|siswa pkl|pkl)\b")
LEGAL = re.compile(r"\b(pt|cv|tbk|pte|ltd|gmbh|persero|ud|yayasan)\b")
TONGUES = {
    "indonesia": "indonesian",
    "bahasa": "indonesian",
    "inggris": "english",
    "jawa": "javanese",
    "sunda": "sundanese",
    "jepang": "japanese",
    "chinese": "mandarin",
    "arab": "arabic",
    "korea": "korean",
    "jerman": "german",
    "bali": "balinese",
}
SHORT_MAJORS = {"tkj": "teknik komputer dan jaringan", "rpl": "rekayasa perangkat lunak", "dkv": "desain komunikasi visual"}
GENERIC = frozenset(
    [
        "support",
        "management",
        "system",
        "sistem",
        "computer",
        "hardware",
        "server",
        "service",
        "networking",
        "network",
        "desktop",
        "remote",
        "monitoring",
        "online",
        "development",
        "microsoft",
        "office",
        "instalasi",
        "installation",
        "bank",
        "account",
        "adobe",
        "google",
        "team",
        "tools",
        "troubleshooting",
        "customer",
        "software",
        "jaringan",
        "komputer",
        "laporan",
    ]
)
"""Words that two skills may share without being the same."""


def plain(value: object) -> str:
    text = unicodedata.normalize("NFKC", str(value or "")).casefold()
    return " ".join(re.sub(r"[^\w+#]+", " ", text).split())


def without_degrees(value: object) -> str:
    return plain(DEGREES.sub("", str(value or "")))


def city(value: object) -> str:
    return re.sub(r"^(kota|kab|kabupaten)\s+", "", plain(value))


def employer(value: object) -> str:
    return " ".join(LEGAL.sub("", plain(value)).split())


def major(value: object) -> str:
    return SHORT_MAJORS.get(plain(value), plain(value))


def tongue(value: object) -> str:
    word = plain(value).removeprefix("bahasa ")
    return TONGUES.get(word, word)


def same_skill(said: str, forms: Iterable[str]) -> bool:
    """Whether a predicted skill is one that is known by any of `forms`."""
    generic = set(said.split()) <= GENERIC
    for form in map(plain, forms):
        if not form or not said:
            continue
        if said == form or ratio(said, form) >= 88 or token_sort_ratio(said, form) >= 90:
            return True
        a, b = set(said.split()), set(form.split())
        if not generic and (a <= b or b <= a) and len(min(said, form, key=len)) >= 2:
            return True
    return False


def number(value: object) -> float:
    return float(str(value).replace(",", "."))


def near(value: object, row: Row) -> bool:
    ranges = (row["experience_months_range"], [row["experience_months_incl_intern"]] * 2)
    return any(low - 2 <= number(value) <= high + 2 for low, high in ranges)


SINGLE: Mapping[str, Callable[[Any, Row], bool]] = {
    "name": lambda v, row: without_degrees(v) == without_degrees(row["name"]),
    "email": lambda v, row: str(v).strip().lower() == row["email"].lower(),
    "phone": lambda v, row: re.sub(r"[^\d+]", "", str(v)) == row["phone"],
    "city": lambda v, row: city(v) == city(row["city"]),
    "education_level": lambda v, row: str(v).upper().replace("-", "") == row["education_level"],
    "major": lambda v, row: any(token_set_ratio(major(v), major(m)) >= 90 for m in row["major_alt"]),
    "graduation_year": lambda v, row: str(v)[:4] == str(row["graduation_year"]),
    "ipk": lambda v, row: abs(number(v) - row["ipk"]) < 0.006,
    "experience_months": near,
    "expected_salary": lambda v, row: number(v) == row["expected_salary"],
}


def greedy(said: Sequence[Any], true: Sequence[Any], same: Callable[[Any, Any], bool]) -> int:
    """How many of `said` find a partner of their own in `true`."""
    free, pairs = list(true), 0
    for value in said:
        match = next((t for t in free if same(value, t)), None)
        if match is not None:
            free.remove(match)
            pairs += 1
    return pairs


def same_employer(a: Row, b: Row) -> bool:
    return bool(employer(a.get("employer"))) and token_set_ratio(employer(a["employer"]), employer(b["employer"])) >= 85


def same_title(a: Row, b: Row) -> bool:
    """Whether the titles agree; "intern" and its like may stand in either."""
    said, true = plain(a.get("title")), plain(b["title"])
    pairs = ((said, true), (INTERN.sub("", said), INTERN.sub("", true)))
    return bool(said) and any(token_sort_ratio(*pair) >= 82 for pair in pairs)


def same_dates(a: Row, b: Row) -> bool:
    end = str(a.get("end") or "present")
    ends = end == "present" or end >= "2026-11" if b["end"] == "present" else end.startswith(b["end"])
    return str(a.get("start") or "").startswith(b["start"]) and ends


def same_position(a: Row, b: Row) -> bool:
    return same_employer(a, b) and same_title(a, b) and same_dates(a, b)


def score_row(said: Row, row: Row) -> tuple[Counts, dict[str, Any]]:
    """Per field [right, said, true], and for each field that is not wholly right what was said."""
    counts: Counts = defaultdict(lambda: [0, 0, 0])
    wrong: dict[str, Any] = {}
    for field, same in SINGLE.items():
        value, true = said.get(field), row[field]
        if field == "experience_months" and value is None and true == 0:
            value = 0
        has = value not in (None, "", [])
        right = has and true is not None and same(value, row)
        counts[field] = [int(right), int(has), int(true is not None)]
        if not right and (has or true is not None):
            wrong[field] = value
    score_work(said, row, counts, wrong)
    score_lists(said, row, counts, wrong)
    score_evidence(said, counts, wrong)
    return counts, wrong


def score_work(said: Row, row: Row, counts: Counts, wrong: dict[str, Any]) -> None:
    work, true = said.get("experience") or [], row["experience"]
    for field, same in (("employer", same_employer), ("title", same_title), ("dates", same_dates), ("position", same_position)):
        counts[field] = [greedy(work, true, same), len(work), len(true)]
    if counts["position"][0] < max(len(work), len(true)):
        wrong["position"] = [[job.get(k) for k in ("employer", "title", "start", "end")] for job in work]


def same_certificate(a: str, b: str) -> bool:
    return token_set_ratio(plain(a), plain(b)) >= 85


def score_lists(said: Row, row: Row, counts: Counts, wrong: dict[str, Any]) -> None:
    """Skills only mentioned, certificates given as skills and seminars given as certificates are neither right nor wrong."""
    skills = list(dict.fromkeys(plain(s) for s in said.get("skills") or [] if plain(s)))
    pairs = list(zip(row["skills"], row["skills_surface"], strict=True))
    hit = {n for s in skills for n, forms in enumerate(pairs) if same_skill(s, forms)}
    neutral = [*row["skills_mentioned"], *row["certifications"]]
    false = [s for s in skills if not any(same_skill(s, f) for f in pairs) and not any(same_skill(s, (x,)) for x in neutral)]
    counts["skills"] = [len(hit), len(hit) + len(false), len(pairs)]
    certificates = [c for c in said.get("certifications") or [] if not any(same_certificate(c, s) for s in row["seminars"])]
    right = greedy(certificates, row["certifications"], same_certificate)
    counts["certifications"] = [right, len(certificates), len(row["certifications"])]
    tongues = list(dict.fromkeys(tongue(t) for t in said.get("languages") or []))
    counts["languages"] = [len(set(tongues) & {t.lower() for t in row["languages"]}), len(tongues), len(row["languages"])]
    if false or len(hit) < len(pairs):
        wrong["skills"] = {"false": false, "missed": [p for n, p in enumerate(pairs) if n not in hit]}
    pair = {"certifications": certificates, "languages": tongues}
    wrong.update({field: value for field, value in pair.items() if counts[field][0] < max(counts[field][1:])})


def score_evidence(said: Row, counts: Counts, wrong: dict[str, Any]) -> None:
    """`evidence`: facts that a tight span shows, of all facts; `tight`: of all spans of single values, those that short."""
    judged = said.get("evidence")
    if not judged:
        return
    counts["evidence"] = [judged["shown"], judged["facts"], judged["facts"]]
    counts["tight"] = [judged["tight"], judged["spans"], judged["spans"]]
    if judged["unproved"]:
        wrong["evidence"] = judged["unproved"]


def f1(right: int, said: int, true: int) -> float:
    precision = right / said if said else float(not true)
    recall = right / true if true else float(not said)
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def summed(rows: Iterable[Counts]) -> Counts:
    total: Counts = defaultdict(lambda: [0, 0, 0])
    for counts in rows:
        for field, values in counts.items():
            total[field] = [a + b for a, b in zip(total[field], values, strict=True)]
    return total


def grade(total: Counts) -> dict[str, float]:
    """F1 per field and `macro`, the mean over the sixteen."""
    grades = {field: round(f1(*values), 4) for field, values in total.items()}
    grades["macro"] = round(sum(grades.get(field, 0.0) for field in FIELDS) / len(FIELDS), 4)
    return grades

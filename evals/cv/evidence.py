"""Whether each fact of a profile has a span that shows it, and whether the spans are tight."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

TIGHT = 120
"""Characters that a span of a single value may have."""
WHOLE = re.compile(r"^/(work|education)/\d+$|/summary$")
"""Pointers whose spans may be long: whole entries and summaries."""
FIELDS = {"work": ("name", "position", "startDate", "endDate"), "education": ("institution", "area", "startDate", "endDate")}
INDONESIAN = {
    "Indonesian": "Indonesia",
    "English": "Inggris",
    "Javanese": "Jawa",
    "Sundanese": "Sunda",
    "Japanese": "Jepang",
    "Arabic": "Arab",
    "Korean": "Korea",
    "German": "Jerman",
    "Balinese": "Bali",
}


def facts(cv: Mapping[str, Any]) -> Iterator[tuple[str, list[str]]]:
    """Every fact that needs a proof: its pointer and the forms in which a quote may show it."""
    basics, meta = cv.get("basics") or {}, cv.get("meta") or {}
    top = meta.get("highest_education") or {}
    singles = {f"/basics/{key}": basics.get(key) for key in ("name", "email", "phone")}
    singles["/basics/location/city"] = (basics.get("location") or {}).get("city")
    singles |= {f"/meta/highest_education/{key}": top.get(key) for key in ("ipk", "year", "area")}
    for section, keys in FIELDS.items():
        for n, row in enumerate(cv.get(section) or []):
            singles |= {f"/{section}/{n}/{key}": row.get(key) for key in keys}
    yield from ((pointer, [str(value)]) for pointer, value in singles.items() if value not in (None, ""))
    for n, skill in enumerate(cv.get("skills") or []):
        yield f"/skills/{n}", [skill["name"], *(skill.get("keywords") or [])]
    for n, row in enumerate(cv.get("certificates") or []):
        yield f"/certificates/{n}", [row["name"]]
    for n, row in enumerate(cv.get("languages") or []):
        yield f"/languages/{n}", [row["language"], INDONESIAN.get(row["language"], row["language"])]


def judge(cv: Mapping[str, Any]) -> dict[str, Any]:
    """`shown` and `facts` (numbers of facts), `tight` and `spans` (numbers of spans), and the pointers not shown."""
    text, spans = cv.get("text") or "", cv.get("evidence") or {}
    unproved = []
    count = 0
    for pointer, forms in facts(cv):
        count += 1
        quotes = [text[s["start"] : s["end"]] for s in spans.get(pointer) or []]
        if not any(len(q) <= TIGHT and supports(form, q) for q in quotes for form in forms):
            unproved.append(pointer)
    widths = [s["end"] - s["start"] for pointer, found in spans.items() if not WHOLE.search(pointer) for s in found]
    tight = sum(width <= TIGHT for width in widths)
    return {"shown": count - len(unproved), "facts": count, "tight": tight, "spans": len(widths), "unproved": unproved}


def plain(text: str) -> str:
    return " ".join(re.sub(r"[^\w+#]+", " ", text.casefold()).split())


def supports(value: str, quote: str) -> bool:
    """The words of the value stand in the quote or the other way round; numbers by their digits, dates by their year."""
    if re.fullmatch(r"\d{4}(-\d{2})?", value):
        return value[:4] in quote or re.search(rf"(?<!\d){value[2:4]}(?!\d)", quote) is not None
    a, b = plain(value), plain(quote)
    digits = re.sub(r"\D", "", value)
    return a in b or (b in a and len(b) > 1) or (len(digits) > 1 and digits[-7:] in re.sub(r"\D", "", quote))

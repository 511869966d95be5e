"""Whole CVs: a person, a wording, a layout, and the truth about them."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from random import Random
from typing import Literal

from tepat.adapters.generator.careers import Brief
from tepat.adapters.generator.content import load_content
from tepat.adapters.generator.layouts import bars, boxes, forms, magazines, pages, text, word
from tepat.adapters.generator.persons import Language, Person, make_person
from tepat.adapters.generator.sheets import Sheet, compose_sheet
from tepat.adapters.generator.truth import Truth, tell_truth
from tepat.adapters.generator.wording import Wording, choose_wording
from tepat.domain.demonstration import GeneratedCV

Format = Literal["pdf", "docx", "txt"]
Draw = Callable[..., bytes]
LAYOUTS: Mapping[Format, Mapping[str, Draw]] = {
    "pdf": {
        "single": pages.draw_single,
        "left_bar": bars.draw_left_bar,
        "right_bar": bars.draw_right_bar,
        "form": forms.draw_form,
        "timeline": pages.draw_timeline,
        "compact": pages.draw_compact,
        "magazine": magazines.draw_magazine,
    },
    "docx": {
        "word_plain": word.write_plain,
        "word_form": word.write_form,
        "word_columns": word.write_columns,
        "word_header": word.write_header,
        "word_box": boxes.write_box,
    },
    "txt": {"text": text.write_text},
}
LANGUAGES: tuple[Language, ...] = ("id", "en", "mixed")
TWO_COLUMNS = {"left_bar", "right_bar", "magazine", "word_columns", "word_box"}
FORMAT_WEIGHTS: Mapping[Format, int] = {"pdf": 70, "docx": 25, "txt": 5}


def make_cvs(*, count: int, seed: int, as_of: date, formats: Sequence[Format] = ("pdf", "docx", "txt")) -> Iterator[GeneratedCV]:
    """`count` CVs of mixed careers, languages and layouts; the same arguments give the same bytes."""
    content = load_content()
    for number in range(1, count + 1):
        random = Random(f"{seed}/{number}")  # noqa: S311 - invents people, keeps no secret
        career = random.choice(tuple(content.careers))
        language = random.choices(LANGUAGES, weights=(55, 30, 15))[0]
        brief = Brief(career=career, language=language, as_of=as_of)
        chosen = random.choices(formats, weights=[FORMAT_WEIGHTS[f] for f in formats])[0]
        layout = random.choice(tuple(LAYOUTS[chosen]))
        yield make_cv(random, brief, id=f"g{number:04d}", layout=layout)


def make_cv(random: Random, brief: Brief, *, id: str, layout: str) -> GeneratedCV:  # noqa: A002 - the truth's own key
    """One CV after `brief` in `layout`, a key of one of LAYOUTS."""
    person = make_person(random, load_content(), brief)
    wording = choose_wording(random, brief.language)
    sheet = compose_sheet(random, person, wording)
    format_, draw = next((f, layouts[layout]) for f, layouts in LAYOUTS.items() if layout in layouts)
    name = f"{id}_{name_file(random, person, year=brief.as_of.year)}.{format_}"
    data = draw(random, sheet, as_of=brief.as_of)
    row: Truth = {
        "id": id,
        "file": name,
        "format": format_,
        "layout": layout,
        "two_column": layout in TWO_COLUMNS,
        "scanned": False,
        "scan_mode": None,
        "difficulties": name_difficulties(person, sheet, wording, layout),
    }
    return GeneratedCV(name, data, row | tell_truth(person, wording, sheet, as_of=brief.as_of))


def name_file(random: Random, person: Person, *, year: int) -> str:
    """File names as applicants give them."""
    compact = "".join(c for c in person.name.lower() if c.isalnum())
    forms_ = (
        f"CV {person.name}",
        f"Lamaran {person.career.titles_id[0]}",
        f"resume_{compact}",
        f"CV-{year} (final)" if random.random() < 0.4 else f"CV_{person.name.replace(' ', '_')}",
        f"CV_{compact}_terbaru",
        f"{person.name} - {person.career.titles_en[0]}",
    )
    return random.choice(forms_).replace("/", "-")


def name_difficulties(person: Person, sheet: Sheet, wording: Wording, layout: str) -> list[str]:
    """What makes this CV hard to read, as codes, so that a score can be split by them."""
    facts = {
        "two_columns": layout in TWO_COLUMNS,
        "table": layout in ("form", "word_form", "word_columns"),
        "contact_in_header": layout == "word_header",
        "text_box": layout == "word_box",
        "dates_beside": layout == "timeline",
        "one_word_name": " " not in person.name,
        "degree_in_name": bool(person.degree),
        "running_degree": any(not school.completed for school in person.schools),
        "school_average": any(school.average for school in person.schools),
        "internship": any(job.type == "internship" for job in person.jobs),
        "years_only": wording.dates in ("years", "apostrophe"),
        "unusual_dates": wording.dates in ("apostrophe", "days", "dashes", "since"),
        "one_line_entries": wording.schools_in_line or any(not entry.when for s in sheet.find("work") for entry in s.entries),
        "referees": bool(person.referees),
        "wish": bool(person.wish),
        "organisation": bool(sheet.find("organisations")),
        "levels": any(skill.level for skill in person.skills),
        "mixed_language": person.language == "mixed",
        "no_experience": not person.jobs,
    }
    return [code for code, present in facts.items() if present]

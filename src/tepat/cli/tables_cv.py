"""A CV's reading as a table for people."""

from datetime import date
from pathlib import Path

from django.utils.translation import gettext as _
from rich.console import Console
from rich.table import Table
from rich.text import Text

from tepat.domain.cv.profile import Education, Fact, Profile, Work
from tepat.domain.cv.read import CVReading
from tepat.services.wording.documents import flag_message


def print_cv(path: Path, reading: CVReading, today: date) -> None:
    """One table per CV: contact, work, education, skills, and what a reviewer should know."""
    profile = reading.profile
    table = Table(title=Text(str(path)), title_justify="left", show_header=False, pad_edge=False)
    table.add_column(style="bold", no_wrap=True)
    table.add_column(overflow="fold")
    for label, value in _rows(profile, today):
        if value:
            table.add_row(label, Text(value))
    for flag in profile.flags:
        table.add_row("!", Text(flag_message(flag.code, flag.params), style="yellow"))
    Console(highlight=False).print(table, "")


def _rows(profile: Profile, today: date) -> list[tuple[str, str]]:
    salary = profile.expected_salary_idr_month
    return [
        (_("Name"), _shown(profile.name)),
        (_("Contact"), " · ".join(filter(None, (_shown(profile.email), _shown(profile.phone), _shown(profile.city))))),
        (_("Experience"), _("%(count)s months") % {"count": profile.experience_months(today)}),
        (_("Work"), "\n".join(_work_line(w) for w in profile.work if w.type != "volunteer")),
        (_("Education"), "\n".join(_education_line(e) for e in profile.education)),
        (_("Skills"), ", ".join(s.name for s in profile.skills)),
        (_("Certificates"), ", ".join(c.name.value for c in profile.certificates)),
        (_("Languages"), ", ".join(x.language.value for x in profile.languages)),
        (_("Expected salary"), f"Rp {salary.value:,}".replace(",", ".") if salary else ""),
        (_("Availability"), _shown(profile.availability)),
    ]


def _shown(fact: Fact[str] | None) -> str:
    return fact.value if fact else ""


def _work_line(work: Work) -> str:
    start = str(work.start.value) if work.start else "?"
    end = str(work.end.value) if work.end else _("now") if work.ongoing else "?"
    return f"{start} – {end}  {', '.join(filter(None, (_shown(work.position), _shown(work.employer))))}"


def _education_line(education: Education) -> str:
    end = f" {education.end.value.year}" if education.end else ""
    grade = f" (IPK {education.grade.value:.2f})" if education.grade else ""
    return f"{education.level.value} {_shown(education.area)}, {_shown(education.institution)}{end}{grade}".replace(
        " ,", ","
    ).rstrip(", ")

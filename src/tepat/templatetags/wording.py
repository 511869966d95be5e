"""Words for codes of the domain, and for figures and days, in the reader's language."""

from collections.abc import Mapping
from datetime import date, datetime, timedelta

from django.utils import formats, timezone
from django.utils.functional import Promise
from django.utils.translation import get_language, gettext, gettext_lazy, ngettext, pgettext_lazy

Words = Mapping[str, Promise]

VERDICTS: Words = {
    "met": gettext_lazy("Met"),
    "partly": gettext_lazy("Partly"),
    "not_stated": gettext_lazy("Not stated"),
    "contradicted": gettext_lazy("Contradicted"),
}
TABLES: Mapping[str, Words] = {
    "verdict": VERDICTS,
    "importance": {"must": gettext_lazy("Must"), "nice": gettext_lazy("Nice to have")},
    "contract": {
        "permanent": gettext_lazy("Permanent"),
        "fixed_term": gettext_lazy("Fixed term"),
        "internship": gettext_lazy("Internship"),
        "freelance": gettext_lazy("Freelance"),
        "daily": gettext_lazy("Paid by the day"),
    },
    "work_mode": {
        "on_site": pgettext_lazy("work mode", "on site"),
        "hybrid": pgettext_lazy("work mode", "partly from home"),
        "remote": pgettext_lazy("work mode", "from home"),
    },
    "stage": {
        "new": gettext_lazy("New applications"),
        "screening": gettext_lazy("Short call"),
        "interview": gettext_lazy("Interview"),
        "test": gettext_lazy("Practical test"),
        "offer": gettext_lazy("Offer"),
    },
    "step": {
        "new": gettext_lazy("Application received"),
        "screening": gettext_lazy("Short call"),
        "interview": gettext_lazy("Interview"),
        "test": gettext_lazy("Practical test"),
        "offer": gettext_lazy("Offer"),
    },
    "role": {
        "owner": gettext_lazy("Owner"),
        "recruiter": gettext_lazy("Recruiter"),
        "hiring_manager": gettext_lazy("Hiring manager"),
        "interviewer": gettext_lazy("Interviewer"),
    },
    "report": {
        "fee": gettext_lazy("Asks for money"),
        "discrimination": gettext_lazy("Shuts people out for age, sex or looks"),
        "not_real": gettext_lazy("The job or the firm is not real"),
        "other": gettext_lazy("Something else"),
    },
}
MILLION = 1_000_000


def say(code: str, table: str) -> str:
    """The words for `code` in one of `TABLES`; the code itself where none is known."""
    return str(TABLES[table].get(code, code))


def rupiah(amount: int | None) -> str:
    """Such as "Rp5.200.000"; empty for None."""
    return "" if amount is None else f"Rp{grouped(amount)}"


def grouped(amount: int) -> str:
    """Thousands apart as the language does it."""
    written = f"{amount:,}"
    return written if get_language() == "en" else written.replace(",", ".")


def rupiah_range(low: int | None, high: int | None) -> str:
    """Such as "Rp5.200.000–6.000.000", "mulai Rp5.000.000", "sampai Rp6.000.000"; empty where nothing is known."""
    if low is not None and high is not None:
        return rupiah(low) if low == high else f"{rupiah(low)}–{grouped(high)}"
    if low is not None:
        return gettext("from %(pay)s") % {"pay": rupiah(low)}
    return gettext("up to %(pay)s") % {"pay": rupiah(high)} if high is not None else ""


def millions(amount: int) -> str:
    """Such as "Rp4,5 jt" / "Rp4.5 m"; for chips and short ranges."""
    figure = f"{amount / MILLION:.1f}".removesuffix(".0")
    return f"Rp{figure} m" if get_language() == "en" else f"Rp{figure.replace('.', ',')} jt"


def month_year(written: str | date | None) -> str:
    """Such as "2024-03" or a day → "Maret 2024"; "2024" stays; None → "sekarang"."""
    if written is None:
        return gettext("now")
    if isinstance(written, date):
        return formats.date_format(written, "F Y")
    year, _, month = written.partition("-")
    if not (year.isdigit() and month[:2].isdigit() and 1 <= int(month[:2]) <= 12):
        return written
    return formats.date_format(date(int(year), int(month[:2]), 1), "F Y")


def day(of: date | datetime | None) -> str:
    """Such as "Jumat, 4 Desember"; with the year where it is another than this."""
    known = local_day(of)
    if known is None:
        return ""
    return formats.date_format(known, "l, j F" if known.year == timezone.localdate().year else "l, j F Y")


def moment(at: datetime | None) -> str:
    """Such as "4 Desember 2026, 14.30" in the reader's time zone."""
    if at is None:
        return ""
    local = timezone.localtime(at)
    return formats.date_format(local, "j F Y, H:i" if get_language() == "en" else "j F Y, H.i")


def local_day(of: date | datetime | None) -> date | None:
    return timezone.localtime(of).date() if isinstance(of, datetime) else of


def days_ago(of: date | datetime | None) -> str:
    """Such as "hari ini", "kemarin", "3 hari lalu"; after 60 days the month."""
    known = local_day(of)
    if known is None:
        return ""
    days = (timezone.localdate() - known).days
    if days <= 0:
        return gettext("today")
    if days == 1:
        return gettext("yesterday")
    return ngettext("%(n)s day ago", "%(n)s days ago", days) % {"n": days} if days <= 60 else formats.date_format(known, "F Y")


def days_left(until: date | None) -> str:
    """Such as "11 hari lagi", "hari terakhir", "sudah lewat"."""
    if until is None:
        return ""
    days = (until - timezone.localdate()).days
    if days < 0:
        return gettext("is over")
    return ngettext("%(n)s day left", "%(n)s days left", days) % {"n": days} if days else gettext("last day")


def duration(months: int | None) -> str:
    """Such as "1 tahun 8 bulan"; empty for None."""
    if months is None:
        return ""
    years, rest = divmod(months, 12)
    parts = [ngettext("%(n)s year", "%(n)s years", years) % {"n": years}] if years else []
    if rest or not years:
        parts.append(ngettext("%(n)s month", "%(n)s months", rest) % {"n": rest})
    return " ".join(parts)


def about_left(left: timedelta) -> str:
    """How long a running job still takes, told roughly: minutes, and seconds only below one minute."""
    seconds = max(1, round(left.total_seconds()))
    if seconds < 60:
        return ngettext("± %(n)s second left", "± %(n)s seconds left", seconds) % {"n": seconds}
    return ngettext("± %(n)s minute left", "± %(n)s minutes left", round(seconds / 60)) % {"n": round(seconds / 60)}

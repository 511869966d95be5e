"""How people write dates, phones, salaries and marks: one style per CV."""

from dataclasses import dataclass
from random import Random

from evals.generator.pools import Pools
from evals.generator.story import Month

MONTHS = {
    "id": [
        "Januari",
        "Februari",
        "Maret",
        "April",
        "Mei",
        "Juni",
        "Juli",
        "Agustus",
        "September",
        "Oktober",
        "November",
        "Desember",
    ],
    "en": [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ],
}
SHORT = {
    "id": ["Jan", "Feb", "Mar", "Apr", "Mei", "Jun", "Jul", "Agu", "Sep", "Okt", "Nov", "Des"],
    "en": ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sept", "Oct", "Nov", "Dec"],
}
YEAR_ONLY = {"year", "year_slash", "apostrophe", "since_year"}


@dataclass(frozen=True)
class Dates:
    """The date style of one CV; `language` is that of its month names."""

    style: str
    joiner: str
    now: str
    language: str
    durations: bool

    @property
    def coarse(self) -> bool:
        return self.style in YEAR_ONLY

    def period(self, start: Month, end: Month | None, *, today: Month) -> str:
        """How the CV writes a job's time."""
        if end is None and self.style.startswith("since"):
            word = "sejak" if self.language == "id" else "since"
            return f"{word.capitalize() if start % 2 else word} {self.moment(start)}"
        if end is not None and self.style == "duration":
            return f"{self.moment(start)}, {'selama' if self.language == 'id' else 'for'} {self.length(end - start + 1)}"
        if end is not None and self.style == "month_range" and start // 12 == end // 12 and start != end:
            return f"{SHORT[self.language][start % 12]}{self.joiner}{self.moment(end)}"
        if self.style == "year_slash" and end is not None:
            return f"{start // 12}/{end // 12}"
        said = f"{self.moment(start)}{self.joiner}{self.now if end is None else self.moment(end)}"
        return f"{said} ({self.length((today if end is None else end) - start + 1)})" if self.durations else said

    def moment(self, month: Month) -> str:
        year, number = divmod(month, 12)
        full, short = MONTHS[self.language][number], SHORT[self.language][number]
        forms = {
            "short": f"{short} {year}",
            "month_range": f"{short} {year}",
            "since": f"{short} {year}",
            "slash": f"{number + 1:02d}/{year}",
            "slash_short": f"{number + 1:02d}/{year % 100:02d}",
            "dash": f"{number + 1:02d}-{year}",
            "dot": f"{number + 1:02d}.{year}",
            "iso": f"{year}-{number + 1:02d}",
            "short_apostrophe": f"{short}'{year % 100:02d}",
            "apostrophe": f"'{year % 100:02d}",
            "day": f"{1 + number % 3} {full} {year}",
            "us_day": f"{full} {1 + number % 3}, {year}",
            "upper": f"{full.upper()} {year}",
        }
        if self.style in YEAR_ONLY and self.style != "apostrophe":
            return str(year)
        return forms.get(self.style, f"{full} {year}")

    def length(self, months: int) -> str:
        years, rest = divmod(months, 12)
        words = ("tahun", "bulan") if self.language == "id" else ("yr" if years == 1 else "yrs", "mo" if rest == 1 else "mos")
        return " ".join(p for p in (f"{years} {words[0]}" if years else "", f"{rest} {words[1]}" if rest else "") if p)


def choose_dates(random: Random, pools: Pools, language: str) -> Dates:
    styles = pools.list("wording", language, "dates")
    weights = [5 if s in ("long", "short") else 2 for s in styles]
    return Dates(
        style=random.choices(styles, weights=weights)[0],
        joiner=pools.pick(random, "wording", language, "joiners"),
        now=pools.pick(random, "wording", language, "now"),
        language=language,
        durations=random.random() < 0.08,
    )


def write_phone(random: Random, phone: str) -> str:
    """One of the ways in which people write a mobile number."""
    rest = phone.removeprefix("+62")
    a, b, c = rest[:3], rest[3:7], rest[7:]
    forms = (
        f"0{rest}",
        f"+62{rest}",
        f"0{a}-{b}-{c}",
        f"+62 {a}-{b}-{c}",
        f"0{a} {b} {c}",
        f"62{rest}",
        f"(+62) {a} {b} {c}",
        f"+62 {a} {b} {c}",
        f"0{a}.{b}.{c}",
        f"(0{a}) {b}{c}",
        f"+62-{a}-{b}-{c}",
        f"0{a}{b[:1]} {b[1:]}{c}",
        f"+62 (0) {a}{b}{c}",
        f"wa.me/62{rest}",
        f"0{a}{b[:1]}-{b[1:]}{c[:1]}-{c[1:]}",
    )
    return random.choice(forms)


def write_salary(random: Random, salary: int, language: str) -> str:
    dots, commas, million = f"{salary:,}".replace(",", "."), f"{salary:,}", f"{salary / 1e6:g}"
    forms = (
        (
            f"Rp {dots}",
            f"Rp{dots},-",
            f"Rp. {dots},00",
            f"IDR {dots}",
            f"{million.replace('.', ',')} juta",
            f"{million.replace('.', ',')} jt/bulan",
        )
        if language == "id"
        else (f"IDR {commas}", f"Rp {commas}", f"IDR {million} million", f"IDR {commas} / month")
    )
    return random.choice(forms)


def write_ipk(random: Random, pools: Pools, ipk: float, language: str) -> str:
    number = f"{ipk:.2f}"
    form = pools.pick(random, "wording", language, "ipk")
    return form.format(v=number.replace(".", ",") if language == "id" and random.random() < 0.5 else number)

"""Telephone numbers of Indonesia and abroad, in E.164."""

import re

import phonenumbers

from tepat.domain.documents import Span

_CANDIDATE = re.compile(
    r"(?:(?<![\w.@/])|(?<=wa\.me/)|(?<=phone=))\(?(?:\+|00)?\(?\+?\d[\d\s().\-–]{6,22}\d(?![\w@]|/\d)", re.IGNORECASE
)


def find_phones(text: str) -> tuple[tuple[str, Span], ...]:
    """Numbers in `text`, in order, each as E.164 ("+6281234567890") with its place. Numbers without a country are Indonesian."""
    found = []
    for match in _CANDIDATE.finditer(text):
        written = match.group()
        if "\n" in written:
            written = written[: written.index("\n")].rstrip()
        if number := to_e164(written):
            found.append((number, Span(match.start(), match.start() + len(written))))
    return tuple(found)


def to_e164(written: str) -> str | None:
    """E.164, or None where no subscriber can be reached under it. "62812…" and "812…" are read as Indonesian mobile numbers."""
    digits = re.sub(r"\D", "", written)
    if re.fullmatch(r"(?:19|20)\d\d(?:19|20)\d\d", digits):
        return None
    if written.lstrip(" (").startswith("+"):
        digits = "+" + re.sub(r"^620", "62", digits)
    elif digits.startswith("620") or (digits.startswith("62") and len(digits) >= 10):
        digits = "+62" + digits[2:].lstrip("0")
    elif digits.startswith("8") and 9 <= len(digits) <= 12:
        digits = "+62" + digits
    elif not digits.startswith("0"):
        return None
    try:
        number = phonenumbers.parse(digits, "ID")
    except phonenumbers.NumberParseException:
        return None
    mobile = number.country_code == 62 and str(number.national_number).startswith("8")
    if not (phonenumbers.is_possible_number(number) if mobile else phonenumbers.is_valid_number(number)):
        return None
    return str(phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164))

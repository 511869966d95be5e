"""Letters that a recogniser mistakes, put right where their neighbours leave no doubt. Nothing is ever invented."""

import re

_DIGIT_LIKE = str.maketrans(
    {"O": "0", "o": "0", "Q": "0", "D": "0", "l": "1", "I": "1", "|": "1", "i": "1", "S": "5", "B": "8", "Z": "2"}
)
_NUMBERED = re.compile(r"(?<![\w@.])\+?[\dOoQlI|SBZ][\dOoQDlI|iSBZ().\-/ ]{8,20}[\dOoQlI|SBZ](?![\w@])")
_YEAR = re.compile(r"(?<!\w)[12l|I][09Oo][\dOolI|][\dOolI|SB](?!\w)")
_GRADE = re.compile(r"(?<![\w.,])([1-4lI|])\s?[.,]\s?([\dOolI|SB]{1,2})(?=\s*(?:/|dari|of|\(|$|\b))")
_IPK = re.compile(r"\b(?:IPK|GPA|IP|1PK|lPK|\|PK)\b[\s:]*", re.IGNORECASE)
_AT = re.compile(r"(?<=[\w.])\s?[©®]\s?(?=[a-z][\w-]*\.)|(?<=[\w.])\s?\(at\)\s?(?=[a-z])")
_MAIL = re.compile(r"([A-Za-z0-9][\w.+\-]*)\s{0,2}@\s{0,2}((?:[A-Za-z0-9\-]+\s?[.,]\s?)+[A-Za-z]{2,})(?!\w)")
_PARTED = re.compile(r"(?:(?<=\d)\s[1lI]\s(?=\S+@))|(?:(?<=[a-z]) [1lI] (?=\+?\d|[A-Z]|\S+@))")
_NO_PART = r"(?:e-?mail|g?mail|surel|surat|kontak|contact|hubungi|alamat|pribadi|personal|atau|dan|or|and|via|ke|to|di|at|cc)\b"
_SPLIT_MAIL = re.compile(
    rf"(?:^|(?<=[\t:|])|(?<=[:|•] ))((?!{_NO_PART})[a-z][a-z0-9.]+) ([a-z0-9.]+@[\w.\-]+)(?=\s*(?:$|[\t|,;]))"
)
_ENDING = re.compile(r"\s?[.,]\s?(?=[A-Za-z0-9])")
_HOSTS = ("gmail.com", "yahoo.com", "yahoo.co.id", "outlook.com", "hotmail.com", "icloud.com")
_GLUED = re.compile(r"@(" + "|".join(host.replace(".", "") for host in _HOSTS) + r")(?!\w)", re.IGNORECASE)
_OF_HOST = {host.replace(".", ""): host for host in _HOSTS}
_BULLET = re.compile(r"^(?:[e¢«*+©®°·•‣»>~¥=oOQ#]|[-–—](?!\s*\d))\s+(?=[A-Z\d][\w&(])")
_COMPANY = re.compile(r"^(?:PI|Pl|P1|Pr|FT)[.,]?\s(?=[A-Z])")
_COLON = re.compile(
    r"^([A-Z][A-Za-z./& ]{1,24})\t(?:[1lIi|!;.t]\.?|1[.,:])[ \t]+(?!(?:orang|tahun|thn|th|bulan|kali|years?|months?)\b)(?=\S)"
)
_LETTER = re.compile(r"[^\W_]")
_WORD = re.compile(r"\b[a-zà-ÿ]{3,}\b")
_VOWEL = re.compile(r"[aeiouyàáâäèéêëìíîïòóôöùúûü]", re.IGNORECASE)


def mend_line(line: str) -> str:
    """One recognised line: e-mails, telephone numbers, years and grades with the letters they must have, bullets as bullets."""
    line = _BULLET.sub("• ", line)
    line = _COMPANY.sub("PT ", _COLON.sub(r"\1\t: ", line))
    line = _mend_mail(line)
    line = " | ".join(_NUMBERED.sub(_as_number, part) for part in line.split(" | "))
    line = _YEAR.sub(lambda match: _digits(match.group()), line)
    return _mend_grade(line)


def _digits(text: str) -> str:
    return text.translate(_DIGIT_LIKE)


def _as_number(match: "re.Match[str]") -> str:
    """A run that is mostly digits already, and long enough for a telephone or a span of dates."""
    text = match.group()
    digits = sum(c.isdigit() for c in text)
    alike = sum(c.isalpha() or c == "|" for c in text)
    return _digits(text) if alike and digits >= 8 and alike <= 3 else text


def _mend_mail(line: str) -> str:
    if "@" not in line and "©" not in line and "®" not in line and "(at)" not in line:
        return line
    line = _AT.sub("@", line)
    line = _GLUED.sub(lambda match: "@" + _OF_HOST[match[1].casefold()], line)
    line = _MAIL.sub(lambda match: match[1] + "@" + _ENDING.sub(".", match[2]), line)
    return _SPLIT_MAIL.sub(r"\1_\2", _PARTED.sub(" | ", line))


def _mend_grade(line: str) -> str:
    """A grade behind "IPK": "IPK 3,5l" is 3,51."""
    found = _IPK.search(line)
    if not found:
        return line
    head, tail = line[: found.start()], line[found.end() :]
    label = re.sub(r"^[1l|]PK", "IPK", found.group())
    grade = _GRADE.match(tail)
    if grade:
        tail = f"{_digits(grade[1])}{',' if ',' in grade.group() else '.'}{_digits(grade[2])}" + tail[grade.end() :]
    return head + label + tail


def is_noise(word: str, confidence: float) -> bool:
    """Whether a recognised word is a rule, an icon or dirt: without a letter or digit and unsure, or very unsure and short."""
    if not _LETTER.search(word):
        return word not in ("&", "-", "–", "—", "•", "+", "/", ":", "|", "«", "*", "·", "°", "©", "®") or confidence < 20
    return confidence < 12 and len(word) <= 3


def is_gibberish(text: str) -> bool:
    """Whether letters make no words: a font that does not say what its signs mean. Judged on at least 40 letters."""
    letters = [c for c in text if not c.isspace()]
    if len(letters) < 40:
        return False
    strange = sum(c == "\ufffd" or "\ue000" <= c <= "\uf8ff" or ord(c) < 32 or "\u0180" <= c <= "\u02af" for c in letters)
    if strange > 0.25 * len(letters):
        return True
    words = _WORD.findall(text)
    plain = sum(c.isascii() and c.isalnum() for c in letters)
    if plain < 0.45 * len(letters) and all(ord(c) < 0x250 or 0x2000 <= ord(c) < 0x2100 for c in letters):
        return True
    return len(words) >= 12 and sum(bool(_VOWEL.search(word)) for word in words) < 0.5 * len(words)

"""The name of the person a CV is about, without titles and degrees."""

import re
from collections.abc import Iterator

from tepat.domain.cv.cells import Cell, split_cells, trim
from tepat.domain.cv.profile import Fact
from tepat.domain.cv.sections import Line
from tepat.domain.documents import Span

_LABEL = re.compile(
    r"^(?:(?:candidate|applicant|pelamar|kandidat)(?=\s*[:\t])|nama(?:\s+(?:lengkap|saya|pelamar|kandidat|peserta|calon\s+karyawan|sesuai\s+ktp))*|(?:full\s*|complete\s+|legal\s+|candidate(?:['’]s)?\s+|applicant(?:['’]s)?\s+)?name(?:\s+of\s+applicant)?)"
    r"\b(?:\s*\([^)]{2,30}\))?\s*(?:[:\t]\s*:?|$)\s*:?\s*",
    re.IGNORECASE,
)
_DEGREE = re.compile(
    r"[,\s]+(?:(?:[SMA]|Amd|Ahli|Ir|Dr|Drs|BE|B|Ph)\s?\.\s?[\w.]{1,12}|S\.?\s?(?:Kom|T|E|Si|Pd|H|Sos|Tr|Ak|Psi|Farm|Kep|Ked|Hum|IP|Ikom|Ds|Sn|Ag|TP|Pt|P)\b[.\w]*|A\.?\s?Md\b[.\w]*"
    r"|M\.?\s?(?:Kom|T|M|Si|Pd|Sc|TI|Eng|Ak|Kes|Hum|Cs|BA)\b[.\w]*|B\.?\s?(?:Sc|A|Eng|CS|IT|Comp|Bus)\b[.\w]*|MBA|MM|MT|ST|SE|SH|SS|CPA|CCNA|CCNP|MTCNA|PMP|CISA|CISSP|CSCU|CEH|ITIL|Gr)\.?(?=[,\s]|$)",
    re.IGNORECASE,
)
_TITLE = re.compile(r"^(?:(?:Bpk|Bapak|Ibu|Sdri?|Mr|Mrs|Ms|Ir|Dr|Drs|Dra|Hj?|R|Prof|Apt|Ns)\.\s*)+", re.IGNORECASE)
_CITED = frozenset("br bin binti van der de la le al el da dos".split())  # noqa: SIM905 - words
"""Small words inside names: they need no capital."""
_NO_NAME = re.compile(
    r"\b(?:curriculum|vitae|resume|cv|daftar|riwayat|hidup|lamaran|kerja|data|diri|pribadi|profile?|profil|kontak|contact|phone|telp|telepon|handphone|ponsel|email|alamat|address|jl|jalan"
    r"|engineer|developer|programmer|support|staff|staf|admin\w*|teknisi|technician|analyst|analis|manager|manajer|helpdesk|desk|officer|specialist|spesialis|sysadmin|penguji|petugas"
    r"|network|system|software|web|data|mobile|front-?end|back-?end|full-?stack|fullstack|intern|magang|guru|sales|accounting|bookkeeper|agent|designer|operator|it|fresh|finance"
    r"|graduate|indonesia|kota|kabupaten|university|universitas|pt|smk|sma|menikah|islam|kristen|laki-laki|perempuan|male|female|single|wni|dan|and|the|of|to|nama|name|nomor"
    r"|keuangan|jaringan|komputer|administrator|lead|senior|junior|qa|tester|security|database|cloud|devops|consultant|konsultan|assistant|asisten|supervisor|kepada|yth|dear|hormat"
    r"|perihal|hal|lampiran|hrd|team|tim|pimpinan|candidate|pelamar|kandidat|applicant|photo|foto|page|halaman|lives?|berdomisili|domisili|tinggal|lahir|birth|born|kelahiran|gender|kelamin"
    r"|status|agama|religion|whatsapp|wa|hp|quality|assurance|product|project|business|driver|kasir|perawat|dosen|teacher|marketing|human|resources?|warehouse|tempat|tanggal|about|tentang"
    r"|bersama|surat|application|position|posisi|job|company|skills?|keahlian|experience|pengalaman|education|pendidikan|portfolio|linkedin|github|instagram|website|sex|ttl|e-mail|mail|surel|marital|nationality|kewarganegaraan|suku|cell|civil|bagian|personalia|pengembang|analisis)\b",
    re.IGNORECASE,
)
_WORD = re.compile(r"^[^\W\d_]+(?:['’.`-][^\W\d_]*)*\.?$")
READ_FIRST = frozenset({"header", "personal", "other", "summary"})


def read_name(lines: tuple[Line, ...], email: Fact[str] | None) -> Fact[str] | None:
    """A labelled name; else the best line of the header: in the largest letters, first, or spelled in the e-mail address."""
    if labelled := _labelled(lines):
        return _as_name(labelled, 0.97)
    header = [line for line in lines if line.kind in ("header", "personal")]
    options = list(_candidates(header)) or list(_candidates([line for line in lines if line.kind == "summary"]))
    local = re.sub(r"[^a-z]", "", email.value.partition("@")[0]) if email else ""

    def spells(cell: Cell) -> float:
        words = [w for w in cell.text.casefold().split() if len(w) > 2]
        return sum(w in local for w in words) / max(1, len(words))

    if not options:
        elsewhere = [line for line in lines if line.kind != "references"]
        return next((_as_name(cell, 0.55) for cell, _ in _candidates(elsewhere) if spells(cell) >= 0.5), None)
    tallest = max((height for _, height in options), default=0.0)

    def weigh(number: int) -> float:
        cell, height = options[number]
        words, spelled = cell.text.split(), spells(cell)
        return 2.0 * spelled + (1.5 if tallest and height >= 0.97 * tallest else 0.0) - 0.25 * number + 0.3 * (len(words) > 1)

    best = max(range(len(options)), key=weigh)
    return _as_name(options[best][0], 0.9 if weigh(best) > 1 else 0.55)


def _labelled(lines: tuple[Line, ...]) -> Cell | None:
    """The name after its label, on the same line or alone on the next."""
    for number, line in enumerate(lines):
        label = _LABEL.match(line.text) if line.kind in READ_FIRST else None
        if label is None:
            continue
        value = line.text[label.end() :].split("\t")[0]
        cell = trim(value, line.start + label.end())
        if cell is None and number + 1 < len(lines):
            cell = Cell(lines[number + 1].text, lines[number + 1].span)
        if cell and (name := _clean(cell)):
            return name
    return None


def _candidates(header: list[Line]) -> Iterator[tuple[Cell, float]]:
    """Lines that look like a name, with the height of their letters; lines of one height that follow each other are one name."""
    at = 0
    while at < len(header):
        line = header[at]
        run = [line]
        while line.height and at + len(run) < len(header) and _goes_on(run[-1], header[at + len(run)]):
            run.append(header[at + len(run)])
        joined = " ".join(part.text for part in run)
        cell = Cell(joined, Span(run[0].start, run[-1].end))
        if len(run) > 1 and len(joined.split()) <= 6 and (name := _clean(cell)):
            yield name, line.height
            at += len(run)
            continue
        first = next(iter(split_cells(line.text, line.start)), None)
        if first and (name := _clean(first)):
            yield name, line.height
        at += 1


def _goes_on(line: Line, following: Line) -> bool:
    same = following.region == line.region and abs(following.height - line.height) < 0.03 * line.height
    return (
        same
        and not following.blank_before
        and bool(_clean(Cell(following.text, following.span)) or _DEGREE.fullmatch(" " + following.text))
    )


def _clean(cell: Cell) -> Cell | None:
    """The name without titles and degrees, or None if this is no name of a person."""
    title = _TITLE.match(cell.text)
    start = title.end() if title else 0
    text = re.split(r"\s[/(]|\s*[^\x00-\u024f’]", cell.text[start:], maxsplit=1)[0]
    degree = _DEGREE.search(text)
    text = text[: degree.start()] if degree else text
    text = text.split(",")[0].rstrip(" ,.-")
    words = text.split()
    if not 1 <= len(words) <= 6 or not all(_WORD.match(w) for w in words) or _NO_NAME.search(text) or len(text) < 3:
        return None
    if not all(w[0].isupper() for w in words if len(w) > 3 or (len(w) > 1 and w.rstrip(".") not in _CITED)):
        return None
    begin = cell.span.start + start
    return Cell(" ".join(words), Span(begin, min(cell.span.end, begin + len(text))))


def _as_name(cell: Cell, confidence: float) -> Fact[str]:
    text = cell.text
    if text.isupper():
        text = " ".join(_capitalised(w) for w in text.split())
    return Fact(text, (cell.span,), confidence)


def _capitalised(word: str) -> str:
    """Initials stay as they are, "NUR'AINI" and "AL-FARISI" begin each part with a capital."""
    if len(word) <= 2 and "." in word:
        return word
    return re.sub(r"[^\W\d_]+", lambda m: m.group().capitalize(), word) if "-" in word else word.capitalize()

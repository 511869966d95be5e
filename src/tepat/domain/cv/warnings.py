"""What a reviewer should know about a CV's text: instructions to machines, letters of two alphabets in one word."""

import re
from collections.abc import Iterator

from tepat.domain.documents import DocumentWarning, Span

_INSTRUCTION = re.compile(
    r"\b(?:ignore|disregard|forget|override|bypass|abaikan|lupakan|hiraukan|kesampingkan)\b[^\n]{0,40}\b(?:instructions?|prompts?|rules?|rubric"
    r"|criteria|requirements?|above|previous|prior|guidelines?|instruksi|perintah|aturan|kriteria|syarat|penilaian|sebelumnya|di\s+atas|rubrik)\b"
    r"|^\W*(?:system|assistant|user|human|ai)\s*(?:prompt|message)?\s*:\s*\S[^\n]*|<\|?(?:im_start|im_end|system|endoftext)\|?>|\[/?INST\]|<</?SYS>>"
    r"|\b(?:you\s+are|act\s+as|kamu\s+adalah|anda\s+adalah)\s+(?:now\s+)?(?:an?\s+)?(?:AI|asisten|assistant|language\s+model|model\s+bahasa|chatgpt|gpt|llm|recruiter|screening|hr\s+bot)\b"
    r"|\b(?:rank|score|rate|mark|give|place|put|beri(?:kan)?|nilai|tempatkan|urutkan|peringkatkan)\b[^\n]{0,40}\b(?:this|the|kandidat|pelamar|candidate|applicant|resume|cv)\b[^\n]{0,60}"
    r"\b(?:first|top|highest|perfect|maximum|best|100|10/10|tertinggi|pertama|teratas|sempurna|maksimal|terbaik)\b"
    r"|\b(?:note|catatan|pesan|message|instruction|instruksi|perintah)s?\s+(?:to|for|untuk|kepada|bagi)\s+(?:the\s+)?(?:ai|llm|model|bot|machine|system|sistem|ats|parser|screening|mesin)\b"
    r"|\b(?:hire|recommend|terima|rekomendasikan|loloskan)\s+(?:this|kandidat|pelamar|the)\s*(?:candidate|applicant|ini)?\s+(?:immediately|without|tanpa|segera|strongly|sekarang)\b"
    r"|\b(?:do\s+not|jangan)\s+(?:reject|tolak|mention|sebutkan|reveal)\b|<script\b[^\n]*|\bnew\s+instructions?\s*[:,]|\binstruksi\s+baru\s*[:,]"
    r"|\{\{[^\n}]{0,80}\}\}|\{%[^\n%]{0,80}%\}|\b(?:output|respond|reply|jawab)\s+(?:only\s+)?(?:with|dengan)\b[^\n]{0,40}\b(?:json|yes|score|ya|lolos|qualified)\b",
    re.IGNORECASE | re.MULTILINE,
)
_MIXED = re.compile(r"[^\W\d_]+")
_LATIN = re.compile(r"[a-zA-Z\u00c0-\u024f]")
_FOREIGN = re.compile(r"[\u0370-\u03ff\u0400-\u052f]")


def find_instructions(text: str) -> tuple[Span, ...]:
    """Whole lines that speak to a machine. They are data: they are shown, and prove nothing."""
    spans: dict[Span, None] = {}
    for match in _INSTRUCTION.finditer(text):
        start = text.rfind("\n", 0, match.start() + 1) + 1 if not match.group().startswith("\n") else match.start() + 1
        end = text.find("\n", max(match.end() - 1, start))
        if end > start or end < 0:
            spans[Span(start, end if end > start else len(text))] = None
    return tuple(spans)


def warn_of_text(text: str, instructions: tuple[Span, ...]) -> Iterator[DocumentWarning]:
    """Warnings that the text alone gives reason for; `instructions` as `find_instructions` found them."""
    if instructions:
        yield DocumentWarning("prompt_injection", {"lines": len(instructions)}, instructions)
    mixed = tuple(Span(*m.span()) for m in _MIXED.finditer(text) if _FOREIGN.search(m.group()) and _LATIN.search(m.group()))
    if mixed:
        yield DocumentWarning("mixed_scripts", {"words": len(mixed)}, mixed[:20])

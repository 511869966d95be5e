"""Languages that people speak, by their names in Indonesian and English."""

import re

from tepat.domain.documents import Span

_NAMES = {
    "Indonesian": "indonesia indonesian",
    "English": "inggris english",
    "Javanese": "jawa javanese",
    "Sundanese": "sunda sundanese",
    "Japanese": "jepang japanese nihongo",
    "Mandarin": "mandarin chinese tiongkok china",
    "Korean": "korea korean",
    "Arabic": "arab arabic",
    "German": "jerman german",
    "French": "perancis prancis french",
    "Dutch": "belanda dutch",
    "Spanish": "spanyol spanish",
    "Malay": "melayu malay",
    "Balinese": "bali balinese",
    "Batak": "batak",
    "Minangkabau": "minang minangkabau padang",
    "Buginese": "bugis buginese",
    "Madurese": "madura madurese",
    "Betawi": "betawi",
    "Hokkien": "hokkien",
    "Cantonese": "kanton cantonese",
    "Thai": "thai thailand",
    "Russian": "rusia russian",
    "Italian": "italia italian",
    "Portuguese": "portugis portuguese",
    "Hindi": "hindi",
    "Vietnamese": "vietnam vietnamese",
    "Turkish": "turki turkish",
}
_NAME_OF = {word: name for name, words in _NAMES.items() for word in words.split()}
_TONGUE = re.compile(rf"(?:\b(?P<prefix>bahasa)\s+)?\b(?P<word>{'|'.join(_NAME_OF)})\b", re.IGNORECASE)


def find_tongues(text: str) -> tuple[tuple[str, Span, bool], ...]:
    """Spoken languages in `text`, in order: English name ("Indonesian"), place, and whether "bahasa" stands before it."""
    return tuple((_NAME_OF[m["word"].casefold()], Span(*m.span()), bool(m["prefix"])) for m in _TONGUE.finditer(text))

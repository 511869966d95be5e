"""The corpus: CVs drawn from a seed. What needs a browser or an office program is told apart from what does not."""

import hashlib
import io
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from random import Random
from typing import Any

from evals.generator import layouts, plain
from evals.generator.blocks import choose_look
from evals.generator.pools import Split, load_pools
from evals.generator.sheet import Sheet
from evals.generator.story import Language, Month, Story, tell_story
from evals.generator.truth import tell_truth
from evals.generator.writer import write_sheet

TODAY: Month = 2026 * 12 + 10
LANGUAGES: tuple[Language, ...] = ("id", "en", "mixed")
KINDS = {"print": 56, "drawn": 6, "docx": 11, "txt": 5, "html": 3, "odt": 4, "rtf": 3, "doc": 3, "office_pdf": 4, "scan": 5}
"""How a CV becomes a file, in shares: printed by a browser, drawn or written here, converted by an office program, scanned."""
PURE = ("docx", "txt", "html", "drawn")
SCAN_MODES = ("clean", "clean", "grey", "tilt", "low", "turned", "exif", "shadow", "phone")
OFFICE = ("odt", "rtf", "doc", "office_pdf")


@dataclass(frozen=True)
class Drawn:
    """One CV: its truth row, and `data` in `source` form (html, docx, txt), from which `kind` makes the file."""

    truth: dict[str, Any]
    kind: str
    source: str
    data: bytes

    @property
    def name(self) -> str:
        return str(self.truth["file"])

    def key(self) -> str:
        """Changes when the words or looks change, so that a file drawn before can be kept."""
        words = self.data
        if self.source == "docx":  # its ZIP holds the time of writing
            with zipfile.ZipFile(io.BytesIO(self.data)) as archive:
                words = b"".join(archive.read(n) for n in archive.namelist() if n.startswith("word/"))
        return hashlib.sha256(f"{self.kind} {self.truth['scan_mode']}".encode() + words).hexdigest()[:24]


def draw_corpus(*, split: Split, seed: int, count: int, kinds: Sequence[str] = tuple(KINDS)) -> Iterator[Drawn]:
    """`count` CVs; the same arguments give the same words, looks and truth."""
    pools = load_pools(split)
    for number in range(1, count + 1):
        random = Random(f"{split}/{seed}/{number}")
        language = random.choices(LANGUAGES, weights=(52, 30, 18))[0]
        kind = random.choices(kinds, weights=[KINDS[k] for k in kinds])[0]
        story = tell_story(random, pools, language=language, now=TODAY)
        sheet = write_sheet(random, pools, story, today=TODAY)
        yield draw(random, story, sheet, split=split, kind=kind, id=f"{split[0]}{number:04d}")


def draw(random: Random, story: Story, sheet: Sheet, *, split: Split, kind: str, id: str) -> Drawn:  # noqa: A002 - the truth's own key
    source, layout, data, traits = draw_source(random, sheet, split=split, kind=kind)
    row: dict[str, Any] = {
        "id": id,
        "file": f"{id}_{file_name(random, story)}.{ending(kind)}",
        "format": kind,
        "layout": layout,
        "split": split,
        "two_column": layout in layouts.TWO_COLUMNS,
        "scanned": kind == "scan",
        "scan_mode": random.choice(SCAN_MODES) if kind == "scan" else None,
        "difficulties": sorted({*sheet.traits, *traits, layout}),
    }
    return Drawn(row | tell_truth(story, sheet, today=TODAY), kind, source, data)


def draw_source(random: Random, sheet: Sheet, *, split: Split, kind: str) -> tuple[str, str, bytes, list[str]]:
    """(source form, layout, bytes, difficulties that lie in the looks)."""
    if kind == "txt":
        return "txt", "text", plain.write_text(random, sheet).encode(), []
    if kind in ("docx", *OFFICE):
        layout = random.choice([name for name in layouts.WRITTEN[split] if kind != "rtf" or name not in layouts.LOST_AS_RTF])
        return "docx", layout, layouts.WRITTEN[split][layout](random, sheet), []
    if kind == "drawn":
        layout = random.choice(tuple(layouts.DRAWN[split]))
        return "drawn", layout, layouts.DRAWN[split][layout](random, sheet), []
    look = choose_look(random, held=split == "held", language=sheet.language)
    names = [n for n in layouts.PRINTED[split] if kind != "html" or n not in layouts.ONLY_SEEN]
    layout = random.choice(names)
    html = layouts.PRINTED[split][layout](random, sheet, look)
    traits = [
        f"when_{look.when}",
        f"skills_{look.tags}",
        *(["letter_spaced"] if look.spaced else []),
        *(["icons"] if look.icons else []),
    ]
    return "html", layout, html.encode(), traits


def ending(kind: str) -> str:
    return {"print": "pdf", "drawn": "pdf", "office_pdf": "pdf", "scan": "pdf"}.get(kind, kind)


def file_name(random: Random, story: Story) -> str:
    """File names as applicants give them."""
    name = "".join(c for c in story.name if c.isalnum() or c == " ")
    forms = (
        f"CV {name}",
        f"Lamaran {story.profession.id}",
        f"resume_{name.replace(' ', '').lower()}",
        "CV terbaru (1)",
        f"{name} - CV 2026",
        "scan0007",
    )
    return random.choice(forms)

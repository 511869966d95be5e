"""CVs per second and core, as `tepat bench cv` reports them: sandboxed and complete, beside bare text extraction.

CPU time counts, of the server, its children and this side of it, one child at a time: other work on the machine disturbs it
little. Rounds alternate between Tepat and pypdfium2's own text of the same PDFs; medians go to evals/reports/cv_speed.json.
"""

import json
import os
import statistics
import time
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

import pypdfium2 as pdfium

from tepat.adapters.extract.sandbox import Sandbox
from tepat.adapters.generator.cvs import make_cvs
from tepat.domain.cv.read import CVReading
from tepat.domain.documents import IncomingFile

REPORT = Path(__file__).parent / "reports" / "cv_speed.json"
KINDS = {".pdf", ".docx", ".odt", ".rtf", ".doc", ".txt", ".html"}
AS_OF = date(2026, 11, 22)
LEAST = 25
"""CVs per second and core that are promised."""
_TICKS = os.sysconf("SC_CLK_TCK")


def measure(folder: Path | None = None, *, count: int = 60, rounds: int = 5) -> dict[str, Any]:
    """The figures, also written down; of the files in `folder`, else of `count` drawn CVs."""
    files = _files(folder) if folder else [IncomingFile(cv.name, cv.data) for cv in make_cvs(count=count, seed=7, as_of=AS_OF)]
    pdfs = [file for file in files if file.data.startswith(b"%PDF")]
    others = [file for file in files if not file.data.startswith(b"%PDF")]
    ours, rest, plain = [], [], []
    with Sandbox(workers=1) as sandbox:
        read = _read(sandbox, files)[0]
        for _ in range(rounds):
            ours.append(_read(sandbox, pdfs)[1])
            plain.append(_extract(pdfs))
            rest.append(_read(sandbox, others)[1])
    seconds = statistics.median(ours) + statistics.median(rest)
    report = {
        "files": len(files),
        "read": read,
        "pdfs": len(pdfs),
        "rounds": rounds,
        "drawn": folder is None,
        "per_second_core": round(len(files) / seconds, 1),
        "ms_each": round(1000 * seconds / max(1, len(files)), 1),
        "pdf_ms_each": round(1000 * statistics.median(ours) / max(1, len(pdfs)), 1),
        "plain_pdf_ms_each": round(1000 * statistics.median(plain) / max(1, len(pdfs)), 2),
        "ratio": round(statistics.median(a / b for a, b in zip(ours, plain, strict=True)), 1) if pdfs else None,
        "least": LEAST,
        "load": round(os.getloadavg()[0], 1),
    }
    if folder is None:
        REPORT.write_text(json.dumps(report, indent=1) + "\n", encoding="utf-8")
    return report


def _files(folder: Path) -> list[IncomingFile]:
    found = sorted(path for path in folder.rglob("*") if path.suffix.lower() in KINDS)
    return [IncomingFile(path.name, path.read_bytes()) for path in found]


def _read(sandbox: Sandbox, files: Sequence[IncomingFile]) -> tuple[int, float]:
    """How many were read, and the CPU seconds of everything that took part."""
    before, began = _used(sandbox), time.process_time()
    read = sum(isinstance(answer, CVReading) for _, answer in sandbox.read_all(files, as_of=AS_OF))
    return read, _used(sandbox) - before + time.process_time() - began


def _used(sandbox: Sandbox) -> float:
    """CPU seconds of the server, of all its children that have ended and of those that live; 0.0 before it starts."""
    process = sandbox._process  # noqa: SLF001 - the only one who asks
    if process is None:
        return 0.0
    living = Path(f"/proc/{process.pid}/task/{process.pid}/children").read_text().split()
    return sum(_times(str(process.pid))) + sum(sum(_times(pid)[:2]) for pid in living)


def _times(pid: str) -> list[float]:
    """CPU seconds of a process, as user and system, and of its children that have ended; none where it is gone."""
    try:
        fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    except FileNotFoundError:
        return []
    return [int(ticks) / _TICKS for ticks in fields[11:15]]


def _extract(files: Sequence[IncomingFile]) -> float:
    """CPU seconds of pypdfium2 alone: every page's text, no order, no boxes, no sandbox."""
    began = time.process_time()
    for file in files:
        document = pdfium.PdfDocument(file.data)
        for page in document:
            page.get_textpage().get_text_range()
    return time.process_time() - began

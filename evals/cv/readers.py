"""The reader from outside, `tepat cv read`, and the plain text of files for the simple one that it is compared with."""

import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from evals.cv.evidence import judge

AS_OF = "2026-11-22"


def read_with_tepat(files: list[Path]) -> tuple[dict[str, dict[str, Any]], float]:
    """Predictions by file name, and the seconds it took."""
    began = time.perf_counter()
    command = [sys.executable, "-m", "tepat", "cv", "read", "--json", "--text", "--as-of", AS_OF, *map(str, files)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, env={**os.environ, "PYTHONPATH": "src"})
    if done.returncode not in (0, 1):
        sys.exit(done.stderr[-2000:])
    seconds = time.perf_counter() - began
    return {row["file"]: row for row in map(flatten, map(json.loads, done.stdout.splitlines()))}, seconds


def flatten(cv: Mapping[str, Any]) -> dict[str, Any]:
    """The contract's document → a prediction."""
    name = Path(cv["file"]).name
    if cv.get("error"):
        return {"file": name, "error": cv["error"]["code"]}
    basics, meta = cv.get("basics") or {}, cv.get("meta") or {}
    top = meta.get("highest_education") or {}
    work = [w for w in cv.get("work") or [] if w.get("type") in (None, "job", "internship")]
    return {
        "file": name,
        **{key: basics.get(key) for key in ("name", "email", "phone")},
        "city": (basics.get("location") or {}).get("city"),
        "education_level": top.get("level"),
        "major": top.get("area"),
        "graduation_year": top.get("year"),
        "ipk": top.get("ipk"),
        "experience_months": meta.get("experience_months"),
        "experience": [
            {
                "employer": w.get("name"),
                "title": w.get("position"),
                "start": w.get("startDate"),
                "end": w.get("endDate") or "present",
            }
            for w in work
        ],
        "skills": [s["name"] for s in cv.get("skills") or []],
        "certifications": [c["name"] for c in cv.get("certificates") or []],
        "languages": [x["language"] for x in cv.get("languages") or []],
        "expected_salary": meta.get("expected_salary_idr_month"),
        "text": cv.get("text") or "",
        "evidence": judge(cv),
    }


def text_of(file: Path) -> str:
    """The plain text of a file as simple tools give it; empty where they give none."""
    ending = file.suffix
    if ending == ".pdf":
        return "\n".join(pdf_pages(file))
    if ending == ".docx":
        import docx

        document = docx.Document(str(file))
        cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
        return "\n".join([*(p.text for p in document.paragraphs), *cells])
    if ending in (".odt", ".html"):
        return marked_up(file)
    if ending == ".doc" and shutil.which("antiword"):
        return subprocess.run([shutil.which("antiword") or "", str(file)], capture_output=True, text=True, check=False).stdout
    return file.read_text(encoding="utf-8", errors="replace") if ending == ".txt" else ""


def pdf_pages(file: Path) -> list[str]:
    import pypdfium2

    document = pypdfium2.PdfDocument(str(file))
    return [page.get_textpage().get_text_range() for page in document]


def marked_up(file: Path) -> str:
    import zipfile

    from lxml import html

    data = zipfile.ZipFile(file).read("content.xml") if file.suffix == ".odt" else file.read_bytes()
    return "\n".join(str(piece).strip() for piece in html.fromstring(data).itertext() if str(piece).strip())

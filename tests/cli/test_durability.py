"""Nothing accepted is lost or doubled when Tepat is killed: the short form of evals/durability.py."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.mark.long
def test_a_kill_under_load_loses_and_doubles_nothing(tmp_path):
    out = tmp_path / "report.json"
    words = ["--applications", "60", "--applicants", "12", "--kills", "1", "--seed", "3", "--report", str(out)]
    done = subprocess.run(
        [sys.executable, str(ROOT / "evals" / "durability.py"), *words], capture_output=True, text=True, check=False, timeout=540
    )
    assert done.returncode == 0, done.stdout[-2000:] + done.stderr[-2000:]
    report = json.loads(out.read_text())
    nothing = ("lost", "doubled", "errors_visible", "locked", "not_matched", "letters_not_sent")
    assert {name: report[name] for name in nothing} == dict.fromkeys(nothing, 0)
    assert (report["accepted"], report["events"], report["receipts"], report["kills"]) == (60, 60, 60, 1)

"""Documents keep their promises: links lead somewhere, every variable is explained, no workplace leaks in."""

import re
import subprocess
from pathlib import Path

ROOT = Path(__file__).parents[2]
PAGES = [
    ROOT / n for n in ("README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "STYLE.md", "SECURITY.md", "CHANGELOG.md", "NOTICE")
]


def test_the_house_has_its_papers():
    assert [p.name for p in [*PAGES, ROOT / "LICENSE", ROOT / "docs" / "glossary.md"] if not p.is_file()] == []


def test_relative_links_lead_somewhere():
    pages = [*PAGES, *sorted((ROOT / "docs").rglob("*.md"))]
    targets = [(page, t) for page in pages for t in re.findall(r"\]\(([^)#:\s]+)(?:#[^)]*)?\)", page.read_text())]
    broken = [f"{page.relative_to(ROOT)} → {target}" for page, target in targets if not (page.parent / target).exists()]
    assert broken == []


def test_every_option_is_documented():
    from tepat.config.options import OPTIONS

    page = (ROOT / "docs" / "operate" / "options.md").read_text()
    assert [o.variable for o in OPTIONS.values() if o.variable not in page] == []


def test_decisions_are_numbered_without_gaps():
    numbers = [int(p.name[:4]) for p in sorted((ROOT / "docs" / "adr").glob("[0-9]*.md"))]
    assert numbers == list(range(1, len(numbers) + 1))


def test_no_file_names_a_registry():
    hosts = [r"p" + r"ypi\.org", r"python" + r"hosted", r"npm" + r"js\.(org|com)", r"deb\." + r"debian"]
    tracked = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=False).stdout.split("\n")
    named = [
        f
        for f in tracked
        if f
        and (p := ROOT / f).is_file()
        and p.suffix not in {".png", ".svg"}
        and re.search("|".join(hosts), p.read_text(errors="ignore"))
    ]
    assert named == []

"""Scripts as they are sent: joined, and still what they were."""

import re
from collections import Counter
from pathlib import Path

from tepat.config import static
from tepat.web.scripts import IMPORT, script_joined

JS = Path(static.__file__).parents[1] / "static/js"
TOP = re.compile(r"^(?:export )?(?:async )?(?:function|class|const|let) +(\w+)", re.MULTILINE)


def test_a_module_stands_behind_what_it_imports(tmp_path):
    (tmp_path / "part.js").write_text("// Why.\nexport const ONE = 1;\nexport function two() {\n  return 2;\n}\n")
    (tmp_path / "entry.js").write_text('import { ONE, two } from "./part.js";\nimport("./later.js");\nsay(ONE + two());\n')
    assert script_joined(tmp_path / "entry.js").splitlines() == [
        "const ONE = 1;", "function two() {", "return 2;", "}", 'import("./later.js");', "say(ONE + two());",
    ]  # fmt: skip


def test_each_part_belongs_to_one_entry_and_its_names_to_it_alone():
    """A part in two entries would be there twice on one page; a name in two parts would not load."""
    imported = {script: parts_of(script) for script in JS.rglob("*.js")}
    assert [part.name for part, n in Counter(part for parts in imported.values() for part in parts).items() if n > 1] == []
    entries = {entry.stem: [entry, *parts] for entry, parts in imported.items() if parts}
    assert set(entries) == {"outbox-bar", "triage-desk"}
    for name, together in {**entries, "worker": list((JS / "worker").glob("*.js"))}.items():
        assert len(together) > 2
        names = Counter(found for part in together for found in TOP.findall(part.read_text()))
        assert [found for found, n in names.items() if n > 1] == [], name


def parts_of(script: Path) -> list[Path]:
    return [(script.parent / path).resolve() for path in IMPORT.findall(script.read_text())]

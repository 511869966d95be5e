"""Files and functions stay small; a breach says why in its own first lines (`size: reason`)."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SOURCE = ROOT / "src" / "tepat"
BUDGETS = {".py": 300, ".html": 80, ".css": 150, ".js": 120}
FUNCTION_LINES = 30


def sources(suffix):
    return [p for p in sorted(SOURCE.rglob(f"*{suffix}")) if "migrations" not in p.parts]


def gives_reason(text: str) -> bool:
    return any("size: " in line for line in text.splitlines()[:8])


@pytest.mark.parametrize("suffix", BUDGETS)
def test_files_stay_within_their_budget(suffix):
    over = {
        str(p.relative_to(ROOT)): n
        for p in sources(suffix)
        if (n := len((text := p.read_text()).splitlines())) > BUDGETS[suffix] and not gives_reason(text)
    }
    assert over == {}


def test_functions_stay_within_thirty_lines():
    over = {}
    for path in sources(".py"):
        text = path.read_text()
        lines = text.splitlines()
        for node in ast.walk(ast.parse(text)):
            if isinstance(node, ast.FunctionDef):
                body = node.end_lineno - node.body[0].lineno + 1
                if ast.get_docstring(node):
                    body -= node.body[0].end_lineno - node.body[0].lineno + 1
                if body > FUNCTION_LINES and "size: " not in lines[node.lineno - 1]:
                    over[f"{path.relative_to(ROOT)}:{node.name}"] = body
    assert over == {}


def test_no_file_is_named_after_nothing():
    forbidden = {"utils", "util", "common", "helpers", "helper", "base", "manager", "misc"}
    assert [str(p) for p in sources(".py") if p.stem in forbidden] == []


def test_the_budget_is_felt(tmp_path):
    assert not gives_reason("x = 1\n" * 400)
    assert gives_reason('"""A table. size: one row per code."""\n')

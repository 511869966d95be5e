"""Every text and background pair that pages use keeps its contrast in both themes (WCAG 2.2: text 4.5:1, controls 3:1)."""

import math
import re
from pathlib import Path

import pytest

TOKENS = (Path(__file__).parents[2] / "src/tepat/static/css/tokens.css").read_text()
COLOUR = re.compile(r"--([a-z-]+): oklch\(([\d.]+) ([\d.]+) ([\d.]+)\);")
TEXT = (
    *((ink, ground) for ink in ("ink", "ink-soft", "nila") for ground in ("mori-page", "mori-surface", "mori-sunken")),
    *(("ink", ground) for ground in ("mark", "mark-strong", "soga-tint", "mengkudu-tint", "nila-tint", "daun-tint")),
    *((dye, ground) for dye in ("daun", "soga", "mengkudu") for ground in ("mori-page", "mori-surface", f"{dye}-tint")),
    *(("on-nila", ground) for ground in ("nila", "nila-deep")),
    ("nila", "nila-tint"),
    ("ink-soft", "mori-sunken"),
    ("on-inverse", "inverse"),
    ("inverse-link", "inverse"),
    ("mori-surface", "ink"),
)
CONTROLS = (*(("edge", g) for g in ("mori-page", "mori-surface")), ("nila", "mori-surface"), ("mark-line", "mark"))


def themes() -> dict[str, dict[str, tuple[float, float, float]]]:
    """Raw values of each block that defines them: light, dark by choice, dark by the device."""
    blocks = [
        {n: tuple(map(float, v)) for n, *v in COLOUR.findall(part)}
        for part in re.split(r"\n\s*:root|\[data-theme=\"dark\"\]", TOKENS)
    ]
    light, dark, by_device = (block for block in blocks if block)
    return {"light": light, "dark": dark, "by device": by_device}


def luminance(lightness: float, chroma: float, hue: float) -> float:
    """Relative luminance of an OKLCH colour, cut to sRGB (CSS Color 4)."""
    a, b = chroma * math.cos(math.radians(hue)), chroma * math.sin(math.radians(hue))
    long = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
    medium = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
    short = (lightness - 0.0894841775 * a - 1.2914855480 * b) ** 3
    red = 4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short
    green = -1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short
    blue = -0.0041960863 * long - 0.7034186147 * medium + 1.7076147010 * short
    cut = [min(1.0, max(0.0, c)) for c in (red, green, blue)]
    return 0.2126 * cut[0] + 0.7152 * cut[1] + 0.0722 * cut[2]


def contrast(one: tuple[float, float, float], other: tuple[float, float, float]) -> float:
    high, low = sorted((luminance(*one), luminance(*other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def test_the_dark_values_are_the_same_by_choice_and_by_device():
    found = themes()
    assert found["dark"] == found["by device"]
    assert set(found["light"]) == set(found["dark"])


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_text_is_readable(theme):
    values = themes()[theme]
    weak = {pair: round(contrast(values[pair[0]], values[pair[1]]), 2) for pair in TEXT}
    assert {pair: ratio for pair, ratio in weak.items() if ratio < 4.5} == {}


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_controls_and_underlines_are_seen(theme):
    values = themes()[theme]
    assert {pair for pair in CONTROLS if contrast(values[pair[0]], values[pair[1]]) < 3} == set()


def test_black_on_white_is_21():
    assert round(contrast((0, 0, 0), (1, 0, 0)), 1) == 21

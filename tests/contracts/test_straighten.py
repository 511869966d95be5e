"""Pictures of paper become upright pages: level, evenly lit, cut out of the desk, with the way back to the picture."""

import io

import numpy as np
import pytest
from PIL import Image, ImageOps

import documents_for_tests as made
from scans_for_tests import DPI, page, scans
from tepat.adapters.extract.paper import find_paper
from tepat.adapters.extract.straighten import carry, straighten


def where(upright, point):
    """Where a point of the upright page lies in the picture."""
    x, y = point
    x0, y0, _, _ = carry(upright.back, (x, y, x, y))
    return x0, y0


def opened(data):
    return ImageOps.exif_transpose(Image.open(io.BytesIO(data))).convert("L")


@pytest.mark.parametrize(
    ("turn", "corner"),
    [
        (None, (0, 0)),
        (Image.Transpose.ROTATE_90, (0, 1)),
        (Image.Transpose.ROTATE_180, (1, 1)),
        (Image.Transpose.ROTATE_270, (1, 0)),
    ],
)
def test_a_page_stands_upright_however_it_was_fed(turn, corner):
    picture = page() if turn is None else page().transpose(turn)
    upright = straighten(picture)
    assert upright.pixels.shape[0] > upright.pixels.shape[1]
    assert upright.upright
    assert where(upright, (0, 0)) == pytest.approx((corner[0] * picture.width, corner[1] * picture.height), abs=12)


def test_a_page_fed_askew_is_level():
    askew = page().rotate(3.0, Image.Resampling.BICUBIC, expand=True, fillcolor=255)
    (x0, y0), (x1, y1) = (where(straighten(askew), (x, 1000)) for x in (200, 1400))
    assert np.degrees(np.arctan2(y0 - y1, x1 - x0)) == pytest.approx(3.0, abs=0.2)


def test_paper_on_a_desk_is_cut_out():
    photo = opened(scans.make_scan(page(), mode="phone", seed=2)[1])
    upright = straighten(photo)
    rim = np.concatenate([upright.pixels[30:60, 30:-30].ravel(), upright.pixels[-60:-30, 30:-30].ravel()])
    assert rim.mean() > 240
    ratio = upright.pixels.shape[0] / upright.pixels.shape[1]
    assert ratio == pytest.approx(2**0.5, rel=0.15)


def test_shadows_go_and_ink_stays():
    shaded = opened(scans.make_scan(page(), mode="shadow", seed=1)[1])
    pixels = straighten(shaded).pixels
    assert np.percentile(np.asarray(shaded), 20) < 210
    assert np.percentile(pixels, 20) > 240
    assert (pixels < 110).mean() == pytest.approx((np.asarray(page()) < 110).mean(), rel=0.35)


def test_rules_and_frames_go_and_letters_stay():
    framed = page().copy()
    plain = straighten(framed).pixels
    dots = np.asarray(framed).copy()
    dots[300:303, 200:1400] = 0
    dots[300:700, 200:203] = 0
    ruled = straighten(Image.fromarray(dots)).pixels
    assert (ruled[298:306, 400:1200] < 150).mean() < 0.02
    assert abs((ruled < 150).mean() - (plain < 150).mean()) < 0.002


def with_panel(height, shade=70):
    """The page with its top as light letters on a dark panel."""
    dots = np.asarray(page()).copy()
    dots[:height] = 255 - (dots[:height].astype(int) * (255 - shade) // 255)
    return Image.fromarray(dots)


@pytest.mark.parametrize("shade", [20, 70, 120])
def test_light_letters_on_a_panel_become_dark_ones_on_paper(shade):
    pixels, plain = straighten(with_panel(300, shade)).pixels, straighten(page()).pixels
    assert np.percentile(pixels[:300], 60) > 240
    assert (pixels[:300] < 110).mean() == pytest.approx((plain[:300] < 110).mean(), rel=0.35)


def test_a_dark_panel_at_the_head_of_paper_is_no_desk():
    photo = opened(scans.make_scan(with_panel(300), mode="phone", seed=2)[1])
    _, (across, down) = find_paper(photo)
    assert down / across == pytest.approx(2**0.5, rel=0.05)


def test_bars_of_skills_go_also_where_noise_makes_them_ragged():
    dots = np.asarray(page()).copy()
    dots[900:914, 200:900] = 140
    noisy = np.clip(dots + np.random.default_rng(1).normal(0, 10, dots.shape), 0, 255).astype(np.uint8)
    pixels = straighten(Image.fromarray(noisy)).pixels
    assert (pixels[895:920, 200:900] < 180).mean() < 0.02


def test_short_lines_with_dates_at_the_margin_are_not_taken_for_columns_of_a_turned_page():
    words = ["Web Developer", "SMP Negeri 4", "Programmer"] * 4
    lines = [(60, 780 - 40 * n, 11, "0 0 0", said) for n, said in enumerate(words)]
    dates = [(480, 780 - 40 * n, 11, "0 0 0", f"Okt {2012 + n}") for n in range(12)]
    drawn = scans.draw_pages(made.pdf(lines + dates))[0]
    assert straighten(drawn).pixels.shape[0] > 2000
    assert np.allclose(where(straighten(drawn), (0, 0)), (0, 0), atol=12)


def test_a_small_picture_is_drawn_larger_and_a_blank_one_harms_nobody():
    small = page().resize((page().width * 100 // DPI, page().height * 100 // DPI))
    assert straighten(small).pixels.shape[1] == pytest.approx(1654, abs=30)
    blank = straighten(Image.new("L", (3, 2), 255))
    assert blank.pixels.min() == 255
    assert not blank.upright

"""Pages are drawn in the sandbox: a page is a PNG, whatever else is asked has a reason."""

import struct

import pytest

from tepat.adapters.extract.sandbox import Sandbox
from tepat.adapters.extract.warming import sample_pdf
from tepat.domain.documents import IncomingFile, PagePicture, Unreadable


@pytest.fixture(scope="module")
def drawer():
    with Sandbox(workers=1) as sandbox:
        yield sandbox


def test_a_page_is_a_png_as_wide_as_promised(drawer):
    drawn = drawer.draw(IncomingFile("cv.pdf", sample_pdf()), page=1)
    assert isinstance(drawn, PagePicture)
    assert drawn.pages == 1
    assert drawn.png.startswith(b"\x89PNG\r\n\x1a\n")
    width, height = struct.unpack(">II", drawn.png[16:24])
    assert width == 1100
    assert height == pytest.approx(1100 * 842 / 595, abs=2)


def test_the_picture_shows_ink_and_paper(drawer):
    import io

    from PIL import Image

    drawn = drawer.draw(IncomingFile("cv.pdf", sample_pdf()), page=1)
    assert isinstance(drawn, PagePicture)
    with Image.open(io.BytesIO(drawn.png)) as picture:
        darkest, lightest = picture.convert("L").getextrema()
    assert darkest < 64
    assert lightest == 255


@pytest.mark.parametrize(
    ("data", "page", "code"),
    [
        (sample_pdf(), 2, "damaged"),
        (sample_pdf(), 0, "damaged"),
        (b"PK\3\4", 1, "unsupported_type"),
        (b"%PDF-1.4 broken", 1, "damaged"),
    ],
)
def test_what_cannot_be_drawn_has_a_reason(drawer, data, page, code):
    answer = drawer.draw(IncomingFile("cv", data), page=page)
    assert isinstance(answer, Unreadable)
    assert answer.code == code

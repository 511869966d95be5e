"""Several photos as the pages of one CV: bound as they came, read and shown page by page."""

import io

import pytest
from PIL import Image

from tepat.adapters.extract.bundles import ZipArchives
from tepat.adapters.extract.photos import PHOTOS
from tepat.adapters.extract.picture import draw_page
from tepat.adapters.extract.registry import extract_file
from tepat.domain.documents import MAX_BYTES, MAX_PHOTOS, ExtractedText, IncomingFile, PagePicture, Unreadable


def photo(width, kind="JPEG"):
    memory = io.BytesIO()
    Image.new("L", (width, 300), 255).save(memory, kind)
    return IncomingFile(f"IMG_{width}.{kind.lower()}", memory.getvalue())


def by_width(points, upright):
    """A recogniser that reads off each page how tall it is beside its width, so that pages can be told apart."""
    word = f"Halaman{round(10 * points.shape[0] / points.shape[1])}"
    return f"level\n5\t1\t1\t1\t1\t1\t100\t200\t250\t40\t90\t{word}\n"


PAGES = (photo(200), photo(300, "PNG"), photo(240))


def bound(*pictures):
    return ZipArchives().bind(pictures)


def test_photos_become_pages_of_one_document_in_their_order():
    one = bound(*PAGES)
    assert one.name == "IMG_200 (+2).zip"
    assert not ZipArchives().is_archive(one)
    found = extract_file(one, by_width)
    assert isinstance(found, ExtractedText)
    assert (found.text.split(), found.media_type, found.ocr) == (["Halaman15", "Halaman10", "Halaman12"], PHOTOS, True)
    assert [found.page_of(box.span.start) for box in found.boxes] == [1, 2, 3] == [box.page for box in found.boxes]
    assert found.warnings == ()


def test_the_same_photos_make_the_same_file_and_another_order_another():
    assert bound(*PAGES).data == bound(*PAGES).data != bound(*reversed(PAGES)).data


def test_each_photo_is_shown_as_a_page():
    one = bound(*PAGES).data
    drawn = [draw_page(one, number) for number in (1, 2, 3, 4)]
    assert [(int.from_bytes(page.png[16:20], "big"), page.pages) for page in drawn[:3]] == [(200, 3), (300, 3), (240, 3)]
    assert isinstance(drawn[0], PagePicture)
    assert drawn[3] == Unreadable("damaged", {"pages": 3})


def test_what_is_no_picture_is_named_by_its_place():
    assert bound(PAGES[0], IncomingFile("cv.pdf", b"%PDF-1.7")) == Unreadable("unsupported_type", {"photo": 2})
    broken = extract_file(bound(PAGES[0], IncomingFile("b.jpg", PAGES[2].data[:40])), by_width)
    assert (broken.code, broken.params["photo"]) == ("damaged", 2)


def test_too_many_or_too_large_photos_are_refused():
    assert bound(*[PAGES[0]] * (MAX_PHOTOS + 1)) == Unreadable("too_large", {"limit_photos": MAX_PHOTOS})
    heavy = IncomingFile("a.jpg", PAGES[0].data + bytes(MAX_BYTES // 2))
    assert bound(heavy, heavy) == Unreadable("too_large", {"limit_mb": 20})


@pytest.mark.parametrize("tail", [b"", b"PK\5\6" + bytes(18)])
def test_a_broken_bundle_is_damaged(tail):
    data = bound(*PAGES).data
    assert isinstance(extract_file(IncomingFile("x.zip", data[: len(data) // 2] + tail), by_width), Unreadable)

"""Photos and scans: text with boxes on the picture as it was sent, through a program that sees grey points only."""

import io

import pytest
from PIL import Image

import documents_for_tests as made
from scans_for_tests import CV, cv_pdf, page, scans
from tepat.adapters.extract.programs import missing_packages
from tepat.adapters.extract.recognition import MOST_PAGES, encode_question, start_recogniser
from tepat.adapters.extract.registry import extract_file
from tepat.adapters.extract.sandbox import Sandbox
from tepat.domain.documents import MAX_PIXELS, ExtractedText, IncomingFile, Unreadable
from tepat.domain.language.misreads import is_gibberish, mend_line

needs_tesseract = pytest.mark.skipif(bool(missing_packages()), reason="needs tesseract-ocr and tesseract-ocr-ind")
WORDS = ("Sari", "Wulandari", "sari@gmail,com")


def tsv(words=WORDS, *, confidence=90, backwards=False):
    """What tesseract would write for one line of words."""
    places = range(len(words))
    lefts = [900 - 300 * n if backwards else 100 + 300 * n for n in places]
    rows = [(5, 1, 1, 1, 1, n + 1, lefts[n], 200, 250, 40, confidence, words[n]) for n in places]
    return "level\n" + "\n".join("\t".join(map(str, row)) for row in rows)


def picture(kind, size=(1654, 2339)):
    memory = io.BytesIO()
    Image.new("L", size, 255).save(memory, kind)
    return memory.getvalue()


def read(data, recognise, name="cv"):
    return extract_file(IncomingFile(name, data), recognise)


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "WEBP", "TIFF", "BMP", "GIF"])
def test_every_kind_of_picture_is_read_with_boxes_on_it(kind):
    found = read(picture(kind), lambda points, upright: tsv())
    assert isinstance(found, ExtractedText)
    assert (found.ocr, found.media_type) == (True, f"image/{kind.lower()}")
    assert found.text.strip() == "Sari Wulandari sari@gmail.com"
    box = found.boxes[0]
    assert (box.x0, box.x1) == (pytest.approx(100 * 595 / 1654, abs=1), pytest.approx(950 * 595 / 1654, abs=1))
    assert box.y0 < 240 * 595 / 1654 < box.y1 + 2


def test_words_that_run_backwards_stand_on_a_page_upside_down():
    found = read(picture("PNG"), lambda points, upright: tsv(backwards=True))
    assert found.text.strip() == "Sari Wulandari sari@gmail.com"
    assert found.boxes[0].x0 == pytest.approx(300 * 595 / 1654, abs=1)


def test_labels_and_values_recognised_apart_stand_in_one_row():
    """Two blocks side by side, their feet off by eight points of the picture: a form, and no two columns."""
    labels = ("Nama", "Telepon", "Domisili", "Tinggal", "Kelamin", "Kewarganegaraan", "Status")
    values = ("Sari", "0812345678", "Bandung", "Bandung", "Wanita", "Indonesia", "Lajang")
    rows = [
        f"5\t1\t{block}\t1\t{n + 1}\t1\t{left}\t{200 + 60 * n + shift * (-1) ** n}\t250\t30\t90\t{word}"
        for block, left, shift, words in ((1, 100, 0, labels), (2, 700, 8, values))
        for n, word in enumerate(words)
    ]
    found = read(picture("PNG"), lambda points, upright: "level\n" + "\n".join(rows))
    assert found.text.splitlines()[:2] == ["Nama\tSari", "Telepon\t0812345678"]


@pytest.mark.parametrize(
    ("answer", "code", "params"),
    [
        (None, "no_text", {"image": 1, "needs": "tesseract-ocr tesseract-ocr-ind"}),
        ("level\n", "no_text", {"image": 1, "recognised": 1}),
    ],
)
def test_a_picture_without_words_says_what_is_missing(answer, code, params):
    found = read(picture("PNG"), None if answer is None else lambda points, upright: answer)
    assert (found.code, dict(found.params)) == (code, params)


def test_a_hard_scan_is_flagged():
    found = read(picture("PNG"), lambda points, upright: tsv(confidence=40))
    assert [w.code for w in found.warnings] == ["low_quality_scan"]


def test_a_picture_of_too_many_points_is_refused_unopened():
    side = int(MAX_PIXELS**0.5) + 100
    memory = io.BytesIO()
    Image.new("1", (side, side), 1).save(memory, "PNG")
    found = read(memory.getvalue(), lambda points, upright: tsv())
    assert (found.code, found.params["limit_megapixels"]) == ("too_large", 60)


def test_broken_pictures_are_damaged():
    whole = picture("PNG")
    for data in (whole[:60], whole[:-200], b"\xff\xd8\xff" + bytes(50), b"RIFF1234WEBPVP8 "):
        assert isinstance(read(data, lambda points, upright: tsv()), Unreadable)


def test_only_the_pages_that_are_pictures_are_recognised():
    scan = scans.bind_pages([scans.make_scan(page(), mode="clean", seed=1)[1]])
    asked = []

    def recognise(points, upright):
        asked.append(points.shape)
        return tsv()

    assert isinstance(read(cv_pdf(), recognise), ExtractedText)
    assert asked == []
    found = read(scan, recognise)
    assert (found.ocr, found.media_type, len(asked)) == (True, "application/pdf", 1)
    assert found.boxes[0].x0 == pytest.approx(100 * 0.36, abs=2)


def test_a_font_that_hides_its_letters_is_recognised_instead():
    assert is_gibberish("\ue010\ue011\ue012 " * 30)
    assert not is_gibberish("Memasang jaringan Mikrotik dan server Windows di kantor cabang Bandung")
    assert not is_gibberish("PHP MySQL HTML CSS JS SQL TCP DNS DHCP VPN LAN WAN CCTV VLAN BGP OSPF 2019 2020 2021")


@pytest.mark.parametrize(
    ("read_as", "meant"),
    [
        ("budi.santoso@gmail,com", "budi.santoso@gmail.com"),
        ("budi @ gmail. com", "budi@gmail.com"),
        ("budi©yahoo.co.id", "budi@yahoo.co.id"),
        ("budi@gmailcom", "budi@gmail.com"),
        ("raharjo dwi@kotaksurat.example", "raharjo_dwi@kotaksurat.example"),
        ("E-mail: raharjo dwi@kotaksurat.example | 0812", "E-mail: raharjo_dwi@kotaksurat.example | 0812"),
        ("Email budi@kotaksurat.example", "Email budi@kotaksurat.example"),
        ("hubungi budi@kotaksurat.example", "hubungi budi@kotaksurat.example"),
        ("Kirim ke budi@kotaksurat.example", "Kirim ke budi@kotaksurat.example"),
        ("O812-345l-7890", "0812-3451-7890"),
        ("0858-8722-424 1 budi@live.com | Depok", "0858-8722-424 | budi@live.com | Depok"),
        ("Januari 2O19 - sekarang", "Januari 2019 - sekarang"),
        ("IPK: 3,5l", "IPK: 3,51"),
        ("e Instalasi Windows", "• Instalasi Windows"),
        ("— 2023), GPA 2.89", "— 2023), GPA 2.89"),
        ("Agama\t1 Katolik", "Agama\t: Katolik"),
        ("Anak\t1 orang", "Anak\t1 orang"),
        ("Office 365, SOLID, IoT", "Office 365, SOLID, IoT"),
        ("PI Nusantara Digital", "PT Nusantara Digital"),
    ],
)
def test_misread_letters_are_mended_and_nothing_is_invented(read_as, meant):
    assert mend_line(read_as) == meant


def test_a_question_that_is_none_starts_nothing():
    assert start_recogniser(b"", 1) is None
    assert start_recogniser(encode_question(page_points(), upright=True)[:-1], 1) is None


def page_points():
    import numpy as np

    return np.full((4, 5), 255, np.uint8)


@needs_tesseract
def test_a_photo_of_a_cv_is_read_in_the_sandbox_beside_its_neighbours():
    photo = scans.make_scan(page(), mode="phone", seed=3)[1]
    turned = scans.bind_pages([scans.make_scan(page(), mode="turned", seed=1)[1]])
    files = [IncomingFile("foto.jpg", photo), IncomingFile("cv.docx", made.docx()), IncomingFile("scan.pdf", turned)]
    with Sandbox(workers=2) as sandbox:
        found = dict(sandbox.extract_all(files))
    for answer in (found[0], found[2]):
        assert answer.ocr
        words = {word for line in CV for word in line.split()}
        assert len(words & set(answer.text.split())) >= 0.95 * len(words)
    assert [w.code for n in (0, 2) for w in found[n].warnings] == []
    assert not found[1].ocr
    assert MOST_PAGES == 10

"""The text extractor and the CV reader: honest files give their text, hostile ones an answer, and nobody else suffers."""

import json
import os
import signal
import subprocess
import sys
import threading
import time
from datetime import date

import pytest

import documents_for_tests as made
from tepat.adapters.extract import wire
from tepat.adapters.extract.sandbox import Sandbox
from tepat.domain.cv.read import CVReading
from tepat.domain.documents import MAX_PAGES, ExtractedText, IncomingFile, Unreadable

AS_OF = date(2026, 11, 22)
RUN = "<w:p><w:r><w:rPr>{0}</w:rPr><w:t>Kubernetes Terraform</w:t></w:r></w:p>"


@pytest.fixture(scope="module")
def sandbox():
    with Sandbox(workers=2) as engine:
        yield engine


def extract(sandbox, data, name="cv"):
    return sandbox.extract(IncomingFile(name, data))


@pytest.mark.parametrize(
    ("data", "media_type"),
    [
        (made.plain_pdf(), "application/pdf"),
        (made.docx(), "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
        (made.doc(), "application/msword"),
        (made.odt(), "application/vnd.oasis.opendocument.text"),
        (made.rtf(), "application/rtf"),
        (made.html(), "text/html"),
        ("\n".join(made.LINES).encode(), "text/plain"),
        ("\n".join(made.LINES).encode("utf-16"), "text/plain"),
        (("\r\n".join(made.LINES) + "\r\nJos\xe9").encode("cp1252"), "text/plain"),
    ],
)
def test_every_format_gives_its_lines(sandbox, data, media_type):
    found = extract(sandbox, data)
    assert isinstance(found, ExtractedText)
    assert found.media_type == media_type
    assert [line for line in found.text.splitlines() if line.strip()][:4] == list(made.LINES)


def test_boxes_stand_on_their_lines(sandbox):
    found = extract(sandbox, made.plain_pdf(pages=2))
    assert len(found.page_starts) == 2
    # What runs along the head of both pages is said once.
    assert [box.span.of(found.text) for box in found.boxes] == [*made.LINES, made.LINES[-1]]
    assert {(box.page, found.page_of(box.span.start)) for box in found.boxes} == {(1, 1), (2, 2)}
    assert all(0 <= b.x0 < b.x1 <= 595 and 0 <= b.y0 < b.y1 <= 842 for b in found.boxes)


def test_columns_are_read_one_after_the_other(sandbox):
    left = [(40, 780 - 17 * n, 11, "0 0 0", f"kiri {n}") for n in range(8)]
    right = [(300, 774 - 14 * n, 11, "0 0 0", f"kanan {n}") for n in range(10)]
    found = extract(sandbox, made.pdf([piece for pair in zip(left, right, strict=False) for piece in pair] + right[8:]))
    assert found.text.split() == [w for n in range(8) for w in ("kiri", str(n))] + [
        w for n in range(10) for w in ("kanan", str(n))
    ]


def test_a_date_at_the_right_margin_stays_on_its_line(sandbox):
    rows = [(40, 780 - 14 * n, 11, "0 0 0", f"PT Contoh {n}") for n in range(6)]
    dates = [(400, 780 - 14 * n, 11, "0 0 0", f"202{n}") for n in range(6)]
    assert extract(sandbox, made.pdf(rows + dates)).text.split("\n")[:6] == [f"PT Contoh {n}\t202{n}" for n in range(6)]


def test_dates_at_the_left_margin_stand_above_their_text(sandbox):
    dates = [(40, 780 - 56 * n, 11, "0 0 0", f"201{n} - 201{n + 1}") for n in range(3)]
    rows = [(180, 780 - 56 * n - 13 * k, 11, "0 0 0", f"baris {n}{k}") for n in range(3) for k in range(3)]
    lines = [line for line in extract(sandbox, made.pdf(dates + rows)).text.split("\n") if line]
    assert lines == [line for n in range(3) for line in (f"201{n} - 201{n + 1}", f"baris {n}0", f"baris {n}1", f"baris {n}2")]


@pytest.mark.parametrize(
    "hidden",
    [
        (50, 600, 11, "1 1 1", "Kubernetes Terraform"),
        (50, 600, 11, "0.99 0.99 0.99", "Kubernetes Terraform"),
        (50, 600, 1, "0 0 0", "Kubernetes Terraform"),
        (50, -200, 11, "0 0 0", "Kubernetes Terraform"),
        (900, 600, 11, "0 0 0", "Kubernetes Terraform"),
    ],
)
def test_a_pdf_hides_nothing(sandbox, hidden):
    found = extract(sandbox, made.pdf([*[(50, 800 - 16 * n, 11, "0 0 0", w) for n, w in enumerate(made.LINES)], hidden]))
    assert "Kubernetes" not in found.text
    assert [(w.code, w.params["characters"]) for w in found.warnings] == [("hidden_text", 20)]


@pytest.mark.parametrize(
    ("properties", "seen"),
    [
        ("<w:vanish/>", False),
        ('<w:vanish w:val="0"/>', True),
        ('<w:color w:val="FFFFFF"/>', False),
        ('<w:color w:val="FEFEFE"/>', False),
        ('<w:color w:themeColor="background1"/>', False),
        ('<w:color w:val="FFFFFF"/><w:shd w:fill="1F3864"/>', True),
        ('<w:color w:val="FFFFFF"/><w:highlight w:val="black"/>', True),
        ('<w:sz w:val="2"/>', False),
        ('<w:sz w:val="22"/>', True),
    ],
)
def test_a_word_document_hides_nothing(sandbox, properties, seen):
    found = extract(sandbox, made.docx(RUN.format(properties)))
    assert ("Kubernetes" in found.text, [w.code for w in found.warnings]) == (seen, [] if seen else ["hidden_text"])


HIDDEN_STYLE = '<{0}:style {0}:type="{1}" {0}:styleId="Unseen"><{0}:rPr>{2}</{0}:rPr></{0}:style>'
STYLED = '<w:p><w:pPr><w:pStyle w:val="Unseen"/></w:pPr><w:r><w:t>Kubernetes</w:t></w:r></w:p>'


@pytest.mark.parametrize(
    ("prefix", "type_", "properties", "seen"),
    [
        ("w", "paragraph", "<w:vanish/>", False),
        ("x", "paragraph", "<x:vanish/>", False),
        ("w", "paragraph", '<w:color w:themeColor="background1"/>', False),
        ("w", "paragraph", "<w:sz w:val='2'/>", False),
        ("w", "paragraph", '<w:color w:val="1F3864"/>', True),
        ("w", "table", "<w:vanish/>", True),
    ],
)
def test_a_style_hides_nothing_whatever_its_prefix(sandbox, prefix, type_, properties, seen):
    styles = f'<{prefix}:styles xmlns:{prefix}="{made.W}">{HIDDEN_STYLE.format(prefix, type_, properties)}</{prefix}:styles>'
    found = extract(sandbox, made.docx(STYLED, extra={"word/styles.xml": styles}))
    assert ("Kubernetes" in found.text, [w.code for w in found.warnings]) == (seen, [] if seen else ["hidden_text"])


@pytest.mark.parametrize(
    "data",
    [
        made.html(more='<p style="display:none">Kubernetes</p>'),
        made.html(more='<span style="color:#fff">Kubernetes</span>'),
        made.html(more="<div hidden><b>Kubernetes</b></div>"),
        made.doc(hidden="Kubernetes\r"),
        made.rtf(more="{\\v Kubernetes}"),
        made.rtf(more="{\\cf1 Kubernetes}"),
    ],
)
def test_other_formats_hide_nothing(sandbox, data):
    found = extract(sandbox, data)
    assert ("Kubernetes" in found.text, [w.code for w in found.warnings]) == (False, ["hidden_text"])


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "empty"),
        (b"\0" * 100, "empty"),
        (b" \n\t", "empty"),
        (b"\x7fELF" + bytes(200), "unsupported_type"),
        (b"MZ" + bytes(range(256)), "unsupported_type"),
        (made.archive({"a.exe": b"MZ"}), "unsupported_type"),
        (b"\x89PNG\r\n\x1a\n" + bytes(50), "damaged"),
        (bytes(range(256)) * 8, "unsupported_type"),
        (made.encrypted_pdf(), "encrypted"),
        (b"%PDF-1.7\nnothing", "damaged"),
        (made.pdf([]), "no_text"),
        (made.docx()[:300], "damaged"),
        (made.doc()[:1200], "damaged"),
        (made.compound({"Workbook": b"x"}), "unsupported_type"),
        (made.compound({"EncryptedPackage": b"x"}), "encrypted"),
        (made.docx(lines=()), "no_text"),
        (made.bomb(), "damaged"),
        (made.entities(), "damaged"),
        (b"x" * (20 * 1024 * 1024 + 1), "too_large"),
    ],
)
def test_what_cannot_be_read_says_why(sandbox, data, code):
    found = extract(sandbox, data, "cv.pdf")
    assert isinstance(found, Unreadable)
    assert found.code == code


def test_the_type_is_decided_by_content_and_a_wrong_name_is_flagged(sandbox):
    found = extract(sandbox, made.plain_pdf(), "cv.docx")
    assert [(w.code, dict(w.params)) for w in found.warnings] == [("type_mismatch", {"claimed": "docx", "found": "pdf"})]


def test_scripts_are_named_and_never_shown(sandbox):
    page = extract(sandbox, made.html(more="<script>alert(1)</script>"))
    script = extract(sandbox, made.plain_pdf(extra="/OpenAction<</S/JavaScript/JS(app.alert)>>"))
    macro = extract(sandbox, made.docx(extra={"word/vbaProject.bin": b"x"}))
    assert "alert" not in page.text
    assert [[w.code for w in found.warnings] for found in (page, script, macro)] == [["active_content"]] * 3


def test_many_pages_are_capped(sandbox):
    found = extract(sandbox, made.plain_pdf(pages=MAX_PAGES + 3))
    assert len(found.page_starts) == MAX_PAGES
    assert [w.code for w in found.warnings] == ["capped"]


def test_deep_nesting_costs_little(sandbox):
    began = time.monotonic()
    page = extract(sandbox, made.html(more="<div>" * 60_000 + "dalam"))
    word = extract(sandbox, made.docx("<w:sdt>" * 5_000 + "</w:sdt>" * 5_000))
    assert "dalam" in page.text
    assert isinstance(word, Unreadable)
    assert time.monotonic() - began < 8


def test_neighbours_of_broken_files_are_read(sandbox):
    files = [made.docx(), b"", made.bomb(), made.plain_pdf(), made.entities(), made.docx()[:100], made.html()]
    found = dict(sandbox.read_all([IncomingFile(f"{n}", data) for n, data in enumerate(files)], as_of=AS_OF))
    assert {n: isinstance(answer, CVReading) for n, answer in found.items()} == {n: n in (0, 3, 6) for n in range(7)}
    assert {answer.profile.name.value for answer in found.values() if isinstance(answer, CVReading)} == {"Sari Wulandari"}


def test_what_a_reader_read_before_changes_no_answer():
    sari, other = made.docx(), made.docx(lines=("Budi Contoh", "Jabatan: Kasir", "PT Contoh, 2019 - 2021"))
    with Sandbox(workers=1) as engine:
        found = dict(engine.read_all([IncomingFile("cv", data) for data in (sari, other, other, sari)], as_of=AS_OF))
    assert found[0] == found[3]
    assert found[0] != found[1] == found[2]


def test_two_threads_share_the_server(sandbox):
    answers = {}

    def run(key):
        files = [IncomingFile("cv", made.docx(lines=("Sari Wulandari", f"sari{key}{n}@example.com"))) for n in range(12)]
        answers[key] = {n: a.profile.email.value for n, a in sandbox.read_all(files, as_of=AS_OF)}

    threads = [threading.Thread(target=run, args=(key,)) for key in "ab"]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)
    assert answers == {key: {n: f"sari{key}{n}@example.com" for n in range(12)} for key in "ab"}


def test_large_files_and_large_answers_do_not_block_each_other(sandbox):
    file = IncomingFile("cv.txt", ("Sari Wulandari\n" * 12_000).encode())
    found = dict(sandbox.extract_all([file] * 16))
    assert [answer.text.count("Sari") for answer in found.values()] == [12_000] * 16


def test_a_server_that_dies_is_started_again():
    with Sandbox(workers=1) as engine:
        assert isinstance(extract(engine, made.docx()), ExtractedText)
        os.kill(engine._process.pid, signal.SIGKILL)
        assert isinstance(extract(engine, made.docx()), ExtractedText)


def test_a_server_that_dies_at_work_loses_no_file():
    with Sandbox(workers=1) as engine:
        answers = engine.extract_all([IncomingFile("cv", made.docx())] * 8)
        found = [next(answers)]
        os.kill(engine._process.pid, signal.SIGKILL)
        found += list(answers)
    assert sorted(n for n, _ in found) == list(range(8))
    assert all(isinstance(answer, ExtractedText) for _, answer in found)


def test_closing_ends_the_server_and_its_children():
    engine = Sandbox(workers=1)
    extract(engine, made.docx())
    process = engine._process
    engine.close()
    assert process.poll() is not None


CONFINED = """
from tepat.adapters.extract import confinement
import os, _socket
confinement.confine(seconds=10)
try:
    {work}
    answer = b"done"
except BaseException as error:
    answer = type(error).__name__.encode()
os.write(1, answer)
os._exit(0)
"""


@pytest.mark.parametrize(
    ("work", "answer"),
    [
        ("len('x')", "done"),
        ("open('/etc/hostname')", "OSError"),
        ("os.open('/tmp/tepat-escaped', os.O_CREAT | os.O_WRONLY)", "OSError"),
        ("_socket.socket(_socket.AF_INET, _socket.SOCK_STREAM)", "OSError"),
        ("bytearray(2 * 1024**3)", "MemoryError"),
    ],
)
def test_a_child_reaches_nothing(work, answer):
    done = subprocess.run([sys.executable, "-c", CONFINED.format(work=work)], capture_output=True, text=True, check=True)
    assert done.stdout == answer


LIMITED = """
import time, numpy
from tepat.adapters.extract import answering, children, recognition, server
from tepat.domain.documents import Unreadable
children.SECONDS, children.CEILING, server.SECONDS_PAGE, server.TOO_LATE = {seconds}, {ceiling}, 0.2, 0.0
children.find_recogniser = lambda: True
recognition.recogniser_arguments = lambda upright: ["/bin/sh", "-c", "while :; do :; done"]

def work(file, recognise):
    while file.name == "hitung":
        pass
    if file.name == "tidur":
        time.sleep(30)
    if file.name == "tunggu":
        time.sleep(1.2)
    if file.name == "tanya":
        recognise(numpy.zeros((4, 4), numpy.uint8), False)
    return Unreadable("empty")

answering.extract_file = work
server.Server(0, 1, 1).serve()
"""


def serve(script, bodies, kind):
    """What a server of `script` answers to jobs, as (kind, body)."""
    with subprocess.Popen([sys.executable, "-c", script], stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        for number, body in enumerate(bodies, 1):
            process.stdin.write(wire.HEADER.pack(number, len(body), kind) + body)
        process.stdin.flush()
        answers = []
        for _ in bodies:
            _, length, answered = wire.HEADER.unpack(process.stdout.read(wire.HEADER.size))
            answers.append((answered, process.stdout.read(length)))
    return answers


@pytest.mark.parametrize(
    ("name", "seconds", "ceiling", "kind"),
    [
        # One that computes for ever ends by its CPU time, one that sleeps by the ceiling, also while a page is recognised.
        ("hitung", 0.5, 600, wire.TIMEOUT),
        ("tidur", 600, 0.5, wire.TIMEOUT),
        ("tanya", 0.5, 600, wire.TIMEOUT),
        # One for which a busy machine has no time is waited for.
        ("tunggu", 0.5, 600, wire.ANSWER),
    ],
)
def test_a_file_that_takes_too_long_is_stopped_and_the_next_one_read(name, seconds, ceiling, kind):
    script = LIMITED.format(seconds=seconds, ceiling=ceiling)
    kinds = [
        answered for answered, _ in serve(script, [wire.encode_job(job, b"x", None) for job in (name, "biasa")], wire.EXTRACT)
    ]
    assert kinds == [kind, wire.ANSWER]


UNDERSTOOD = """
import os
from tepat.adapters.extract import answering, children, server
from tepat.domain.documents import ExtractedText, Unreadable
children.SECONDS = children.LEAST_SECONDS = 0.5
children.MOST_TEXTS = server.MOST_TEXTS = 2

def read(extracted, *, knowledge, as_of):
    while "hitung" in extracted.text:
        pass
    if "mati" in extracted.text:
        os._exit(1)
    return Unreadable("empty", {"reader": os.getpid()})

answering.extract_file = lambda file, recognise: ExtractedText(file.data.decode(), "text/plain")
answering.read_cv, answering.load_knowledge = read, lambda: None
server.Server(0, 1, 1).serve()
"""


def test_texts_share_a_reader_that_is_replaced_when_one_harms_it_and_after_many():
    texts = [b"satu orang", b"dua orang", b"tiga orang", b"hitung terus", b"empat orang", b"mati lampu", b"lima orang"]
    answers = serve(UNDERSTOOD, [wire.encode_job("cv.txt", text, AS_OF) for text in texts], wire.READ)
    kinds = [kind for kind, _ in answers]
    readers = [json.loads(found)["params"]["reader"] if found else None for _, found in answers]
    assert kinds == [wire.ANSWER] * 3 + [wire.TIMEOUT, wire.ANSWER, wire.DEAD, wire.ANSWER]
    assert readers[0] == readers[1]
    assert len({*readers}) == 5

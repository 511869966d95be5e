"""Files built byte by byte: honest ones in every format, and hostile ones."""

import io
import struct
import zipfile

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
LINES = ("Sari Wulandari", "sari@example.com", "KEAHLIAN", "Mikrotik, Windows")


def docx(body="", *, lines=LINES, extra=None):
    """A Word document with a paragraph for each line, then `body` as raw XML."""
    paragraphs = "".join(f"<w:p><w:r><w:t>{line}</w:t></w:r></w:p>" for line in lines)
    members = {
        "[Content_Types].xml": "<Types/>",
        "word/document.xml": f'<?xml version="1.0"?><w:document xmlns:w="{W}"><w:body>{paragraphs}{body}</w:body></w:document>',
    }
    return archive(members | (extra or {}))


def archive(members, *, compression=zipfile.ZIP_DEFLATED):
    memory = io.BytesIO()
    with zipfile.ZipFile(memory, "w", compression) as file:
        for name, content in members.items():
            # Without the time of day: the same members give the same bytes.
            file.writestr(zipfile.ZipInfo(name), content, compress_type=compression)
    return memory.getvalue()


def odt(lines=LINES):
    text = "urn:oasis:names:tc:opendocument:xmlns:text:1.0"
    office = "urn:oasis:names:tc:opendocument:xmlns:office:1.0"
    paragraphs = "".join(f"<text:p>{line}</text:p>" for line in lines)
    content = f'<o:document-content xmlns:o="{office}" xmlns:text="{text}"><o:body>{paragraphs}</o:body></o:document-content>'
    return archive({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": content})


def rtf(lines=LINES, more=""):
    return ("{\\rtf1\\ansi{\\colortbl;\\red255\\green255\\blue255;}" + "\\par ".join(lines) + "\\par " + more + "}").encode()


def html(lines=LINES, more=""):
    return ("<!doctype html><body>" + "".join(f"<p>{line}</p>" for line in lines) + more).encode()


def pdf(texts, *, pages=1, extra=""):
    """`texts`: (x, y from the bottom, size, colour as 'r g b', words); the same on each page."""
    shown = "".join(f"{colour} rg BT /F1 {size} Tf {x} {y} Td ({words}) Tj ET\n" for x, y, size, colour, words in texts)
    kids = " ".join(f"{10 + n} 0 R" for n in range(pages))
    objects = [
        f"1 0 obj<</Type/Catalog/Pages 2 0 R{extra}>>endobj",
        f"2 0 obj<</Type/Pages/Kids[{kids}]/Count {pages}>>endobj",
        f"4 0 obj<</Length {len(shown)}>>stream\n{shown}endstream endobj",
        "5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj",
    ]
    page = "obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F1 5 0 R>>>>/Contents 4 0 R>>endobj"
    objects += [f"{10 + n} 0 {page}" for n in range(pages)]
    return ("%PDF-1.4\n" + "\n".join(objects) + "\ntrailer<</Root 1 0 R>>\n%%EOF\n").encode("latin-1")


def plain_pdf(lines=LINES, **options):
    return pdf([(50, 800 - 16 * n, 11, "0 0 0", line) for n, line in enumerate(lines)], **options)


def encrypted_pdf():
    """A PDF whose standard security handler wants a password nobody gave."""
    body = plain_pdf().decode("latin-1")
    lock = f"<</Filter/Standard/V 1/R 2/Length 40/P -4/O<{'41' * 32}>/U<{'42' * 32}>>>"
    return body.replace("trailer<<", f"trailer<</ID[<00><00>]/Encrypt {lock}").encode("latin-1")


def bomb():
    """A Word document whose text unpacks to 400 times its size."""
    return docx(lines=("x" * 40_000_000,))


def entities():
    """A Word document that brings its own entities: one reads a file, others multiply."""
    own = '<!ENTITY x SYSTEM "file:///etc/passwd"><!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">'
    head = f'<?xml version="1.0"?><!DOCTYPE d [{own}]>'
    body = f'<w:document xmlns:w="{W}"><w:body><w:p><w:r><w:t>Sari Wulandari &x; &b;</w:t></w:r></w:p></w:body></w:document>'
    return archive({"word/document.xml": head + body})


def doc(lines=LINES, hidden=""):
    """A Word 97 document in two pieces: `lines` in one byte per letter, `hidden` vanished, in two."""
    text = "".join(f"{line}\r" for line in lines)
    one, two = text.encode("cp1252"), hidden.encode("utf-16-le")
    begin = 1536
    fib = bytearray(begin)
    struct.pack_into("<H", fib, 0, 0xA5EC)
    struct.pack_into("<H", fib, 0x0A, 0x0200)
    struct.pack_into("<L", fib, 0x4C, len(text) + len(hidden))
    body = bytes(fib) + one + two
    body += bytes(-len(body) % 512)
    look = bytearray(512)
    struct.pack_into("<3L", look, 0, begin, begin + len(one), begin + len(one) + len(two))
    look[12:14] = bytes([0, 200])
    look[400:404] = bytes([3]) + struct.pack("<HB", 0x083C, 1)
    look[511] = 2
    page = len(body) // 512
    body += bytes(look)
    pieces = struct.pack("<3L", 0, len(text), len(text) + len(hidden))
    pieces += struct.pack("<HLH", 0, 0x40000000 | begin * 2, 0) + struct.pack("<HLH", 0, begin + len(one), 0)
    clx = b"\x02" + struct.pack("<L", len(pieces)) + pieces
    looks = struct.pack("<3L", begin, begin + len(one) + len(two), page)
    main = bytearray(body)
    struct.pack_into("<2L", main, 0x1A2, 0, len(clx))
    struct.pack_into("<2L", main, 0xFA, len(clx), len(looks))
    return compound({"WordDocument": bytes(main), "1Table": clx + looks})


def compound(streams):
    """A compound file of sectors of 512 bytes; streams are padded beyond the size for small ones."""
    contents = {name: data + bytes(max(0, 4096 - len(data))) for name, data in streams.items()}
    table, sectors, entries = [], [], [entry("Root Entry", 5, 0xFFFFFFFE, 0)]
    for name, data in contents.items():
        count = -(-len(data) // 512)
        entries.append(entry(name, 2, len(sectors), len(data)))
        table += [*range(len(sectors) + 1, len(sectors) + count), 0xFFFFFFFE]
        sectors += [data[n * 512 : (n + 1) * 512].ljust(512, b"\0") for n in range(count)]
    directory = len(sectors)
    sectors.append(b"".join(entries).ljust(512, b"\0"))
    table += [0xFFFFFFFE, 0xFFFFFFFD]
    table += [0xFFFFFFFF] * (128 - len(table))
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16) + struct.pack("<5H6x", 0x3E, 3, 0xFFFE, 9, 6)
    head += struct.pack("<9L", 0, 1, directory, 0, 4096, 0xFFFFFFFE, 0, 0xFFFFFFFE, 0)
    head += struct.pack("<109L", directory + 1, *[0xFFFFFFFF] * 108)
    return head + b"".join(sectors) + struct.pack("<128L", *table)


def entry(name, kind, start, size):
    written = (name + "\0").encode("utf-16-le")
    return struct.pack("<64sHBB3L16sLQQLQ", written, len(written), kind, 1, *[0xFFFFFFFF] * 3, b"", 0, 0, 0, start, size)

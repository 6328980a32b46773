#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes the files of this folder anew: make.py. What each does is said in cases.ini."""
import os
import zlib

FOLDER = os.path.dirname(os.path.abspath(__file__))
CATALOG = b"<< /Type /Catalog /Pages 2 0 R >>"
PAGES = b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>"


def page(more=b"", box=b"0 0 595 842"):
    return b"<< /Type /Page /Parent 2 0 R /MediaBox [%s] %s >>" % (box, more)


def stream(data, entries=b""):
    return b"<< %s /Length %d >>\nstream\n%s\nendstream" % (entries, len(data), data)


def file(*objects, trailer=b""):
    """Objects 1 to n with a right cross-reference table."""
    out = bytearray(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")
    places = []
    for number, content in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    for place in places:
        out += b"%010d 00000 n \n" % place
    out += b"trailer\n<< /Size %d /Root 1 0 R %s >>\n" % (len(objects) + 1, trailer)
    return bytes(out + b"startxref\n%d\n%%%%EOF\n" % start)


def with_content(content, resources=b"", *others, entries=b""):
    return file(CATALOG, PAGES, page(b"/Contents 4 0 R /Resources << %s >>" % resources),
                stream(content, entries), *others)


def with_picture(entries, data=b"abcd"):
    return with_content(b"595 0 0 842 0 0 cm /F Do", b"/XObject << /F 5 0 R >>",
                        stream(data, b"/Type /XObject /Subtype /Image " + entries))


def deflate_much(byte, size):
    """So many of one byte, deflated twice."""
    once = zlib.compressobj(9)
    block = byte * (1 << 20)
    packed = b"".join(once.compress(block) for _ in range(size >> 20)) + once.flush()
    return zlib.compress(packed, 9)


def deep_tree(depth):
    nodes = [b"<< /Type /Pages /Kids [%d 0 R] /Count 1 /Parent %d 0 R >>" % (n + 3, n + 1)
             for n in range(depth)]
    return file(CATALOG, *nodes, b"<< /Type /Page /Parent %d 0 R /MediaBox [0 0 595 842] >>"
                % (depth + 1))


def endless_forms():
    forms = []
    for number in range(10):
        draws = b"/F Do " * 10
        forms.append(stream(draws, b"/Type /XObject /Subtype /Form /BBox [0 0 595 842] "
                            b"/Resources << /XObject << /F %d 0 R >> >>" % (number + 6)))
    forms.append(stream(b"0 0 9 9 re f", b"/Type /XObject /Subtype /Form /BBox [0 0 595 842]"))
    return with_content(b"/F Do", b"/XObject << /F 5 0 R >>", *forms)


def tiles():
    pattern = stream(b"0 0 0.001 0.001 re f",
                     b"/Type /Pattern /PatternType 1 /PaintType 1 /TilingType 1 "
                     b"/BBox [0 0 0.002 0.002] /XStep 0.002 /YStep 0.002 /Resources << >>")
    return with_content(b"/Pattern cs /P scn 0 0 595 842 re f", b"/Pattern << /P 5 0 R >>", pattern)


def javascript():
    script = b"app.launchURL('http://127.0.0.1:9/'); this.exportDataObject({cName: 'a'}); app.quit();"
    catalog = (b"<< /Type /Catalog /Pages 2 0 R /OpenAction << /S /JavaScript /JS (%s) "
               b"/Next << /S /Launch /F (/bin/sh) /Next << /S /URI /URI (http://127.0.0.1:9/) >> >> >> "
               b"/AA << /WC << /S /JavaScript /JS (app.quit\\(\\)) >> >> "
               b"/Names << /EmbeddedFiles << /Names [(a) << /Type /Filespec /F (/etc/passwd) >>] >> >> >>"
               % script.replace(b"(", b"\\(").replace(b")", b"\\)"))
    return file(catalog, PAGES, page(b"/Contents 4 0 R /AA << /O << /S /Launch /F (/bin/sh) >> >>"),
                stream(b"0 0 200 200 re f"))


def outside_file():
    """A picture whose bytes are said to be in another file."""
    return with_picture(b"/Width 9 /Height 9 /ColorSpace /DeviceGray /BitsPerComponent 8 "
                        b"/F (/etc/passwd) /FFilter /ASCIIHexDecode")


def font():
    face = stream(b"\x00\x01\x00\x00\x00\xff" + b"glyf\xff\xff\xff\xff" * 200, b"/Length1 2006")
    return with_content(
        b"BT /A 40 Tf 72 700 Td (hostile) Tj ET", b"/Font << /A 5 0 R >>",
        b"<< /Type /Font /Subtype /TrueType /BaseFont /Bad /FirstChar 0 /LastChar 255 "
        b"/Widths [%s] /FontDescriptor 6 0 R >>" % (b"99999999 " * 256),
        b"<< /Type /FontDescriptor /FontName /Bad /Flags 4 /FontBBox [-2147483648 0 2147483647 1] "
        b"/ItalicAngle 0 /Ascent 1e38 /Descent -1e38 /CapHeight 1 /StemV 1 /FontFile2 7 0 R >>", face)


def same_table_again():
    whole = file(CATALOG, PAGES, page())
    start = whole.rindex(b"xref\n0 ")
    return whole.replace(b"/Root 1 0 R ", b"/Root 1 0 R /Prev %d " % start)


def cut_in_half():
    whole = with_content(b"0 0 200 200 re f " * 400)
    return whole[: len(whole) // 2]


FILES = {
    "content-bomb": lambda: with_content(deflate_much(b" ", 1 << 30),
                                         entries=b"/Filter [/FlateDecode /FlateDecode]"),
    "cut-in-half": cut_in_half,
    "dashes": lambda: with_content(b"[0.0000001 0.0000001] 0 d 9 w 0 0 m 99999999 99999999 l S"),
    "file-outside": outside_file,
    "font-broken": font,
    "forms-endless": endless_forms,
    "form-in-itself": lambda: with_content(
        b"/F Do", b"/XObject << /F 5 0 R >>",
        stream(b"/F Do", b"/Type /XObject /Subtype /Form /BBox [0 0 9 9] "
               b"/Resources << /XObject << /F 5 0 R >> >>")),
    "javascript": javascript,
    "jbig2-broken": lambda: with_picture(
        b"/Width 9999 /Height 9999 /ColorSpace /DeviceGray /BitsPerComponent 1 "
        b"/Filter [/ASCIIHexDecode /JBIG2Decode]",
        b"0000000000010000000013ffffffffffffffff00000000000000000000ff>"),
    "jpx-broken": lambda: with_picture(
        b"/Width 9999 /Height 9999 /Filter [/ASCIIHexDecode /JPXDecode]",
        b"ff4fff51002f0000ffffffffffffffff00000000000000000000ffffffff>"),
    "page-huge": lambda: file(CATALOG, PAGES, page(box=b"0 0 100000000 100000000")),
    "page-of-no-size": lambda: file(CATALOG, PAGES, page(box=b"0 0 0 0")),
    "pages-in-a-circle": lambda: file(
        CATALOG, b"<< /Type /Pages /Kids [3 0 R 2 0 R] /Count 2000 >>",
        b"<< /Type /Pages /Kids [2 0 R 3 0 R] /Count 1000 >>"),
    "pages-too-many": lambda: file(
        CATALOG, b"<< /Type /Pages /Kids [3 0 R] /Count 2147483647 >>", page()),
    "picture-bomb": lambda: with_picture(
        b"/Width 40000 /Height 40000 /ColorSpace /DeviceRGB /BitsPerComponent 8 "
        b"/Filter [/FlateDecode /FlateDecode]", deflate_much(b"\0", 1 << 30)),
    "picture-huge": lambda: with_picture(
        b"/Width 60000 /Height 60000 /ColorSpace /DeviceRGB /BitsPerComponent 8"),
    "picture-overflowing": lambda: with_picture(
        b"/Width 2147483647 /Height 2147483647 /ColorSpace /DeviceCMYK /BitsPerComponent 16"),
    "table-in-a-circle": same_table_again,
    "tiles": tiles,
    "tree-deep": lambda: deep_tree(3000),
}

for name, make in sorted(FILES.items()):
    with open(os.path.join(FOLDER, name + ".pdf"), "wb") as out:
        out.write(make())

"""Small real PDF files, the same for the same arguments."""


def pdf(text, size=None):
    """One page with a line of text; of exactly `size` bytes when given, by a comment before the end."""
    stream = f"BT /F1 18 Tf 72 770 Td ({escaped(text)}) Tj ET".encode("latin-1", "replace")
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R"
        b" /Resources << /Font << /F1 5 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    body = b"%PDF-1.4\n"
    places = []
    for number, content in enumerate(objects, start=1):
        places.append(len(body))
        body += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    if size is not None:
        body += filling(size - len(body) - len(closing(places, size)))
    return body + closing(places, len(body))


def closing(places, start):
    """The table of contents and the end. Ten digits, so that its length does not depend on the numbers."""
    entries = b"".join(b"%010d 00000 n \n" % place for place in places)
    count = len(places) + 1
    return (b"xref\n0 %d\n0000000000 65535 f \n%s" % (count, entries)
            + b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%010d\n%%%%EOF\n" % (count, start))


def filling(length):
    if length < 2:
        raise ValueError("a PDF of that size has no room for its content")
    return b"%" + b"." * (length - 2) + b"\n"


def escaped(text):
    return text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")

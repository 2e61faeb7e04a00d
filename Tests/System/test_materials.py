"""The tests' own materials are what they say: valid batches, real PDF files, numbers that nobody has."""

import itertools
import re

import pytest

from batch import Message, batch, complaints
from numbers_for_tests import bsns, oin
from pdf import pdf


def test_a_batch_with_everything_validates():
    full = Message(
        next(bsns()), subject="<&> \u00e9\u00e9n", reference="ref/1", publish_at="2026-10-01T09:00:00",
        deadline_at="2026-11-01T00:00:00+01:00", attachments=[pdf("Een"), pdf("Twee")])
    bare = Message(next(bsns()), text=None)
    assert complaints(batch(oin(1), [full, bare]), "batch-request.xsd") == ""


@pytest.mark.parametrize("messages", [[], [Message("1", subject="")], [Message("1", subject="x" * 51)]])
def test_a_wrong_batch_does_not(messages):
    assert complaints(batch(oin(1), messages), "batch-request.xsd") != ""


@pytest.mark.parametrize("size", [None, 1_000, 50_000, 512_000])
def test_a_pdf_is_one_and_has_the_size_asked_for(size, tmp_path):
    content = pdf("Besluit (1\\2)", size)
    assert content.startswith(b"%PDF-") and content.rstrip().endswith(b"%%EOF")
    assert size is None or len(content) == size
    start = int(re.search(rb"startxref\n(\d+)", content)[1])
    assert content[start:].startswith(b"xref")
    for number, place in enumerate(re.findall(rb"(\d{10}) 00000 n", content), start=1):
        assert content[int(place):].startswith(b"%d 0 obj" % number)


def test_numbers_are_of_the_test_ranges_and_different():
    numbers = list(itertools.islice(bsns(), 9_000))
    assert len(set(numbers)) == 9_000 and all(number.startswith("9999") for number in numbers)
    assert len(oin(7)) == 20 and oin(7).startswith("00000099")

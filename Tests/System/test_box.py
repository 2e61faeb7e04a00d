"""A citizen keeps the own box in order: places, search, everything in one file, and erasing that erases."""

import contextlib
import io
import shutil
import sqlite3
import subprocess
import zipfile

import pytest
from lxml import html

from citizen import TIMEOUT_SECONDS, Visitor
from server import Server

WORD = "watersysteemheffing"


@pytest.fixture
def server(binary, worked_example, tmp_path):
    server = Server(binary, tmp_path, options=["--log-level", "debug"])
    shutil.copytree(worked_example.data, server.data)
    shutil.copytree(worked_example.keys, server.keys)
    yield server.start()
    server.kill()


def send(visitor, page, action, press=(), **fields):
    """Sends the form with this action from a page, as if a button was pressed; the answer in the end."""
    form = next(form for form in page.forms if form.action == action)
    data = [(name, value) for name, value in form.form_values() if name not in fields]
    for name, value in [*fields.items(), *press]:
        data += [(name, each) for each in (value if isinstance(value, list) else [value])]
    return visitor.session.post(
        visitor.server.url + action, data=data, timeout=TIMEOUT_SECONDS)


def choices(page):
    return page.xpath("//input[@type='checkbox']/@value")


def test_everything_in_a_box_comes_as_one_zip(server, tmp_path):
    bilal = Visitor(server, "c02").sign_in()
    places = ["/berichtenbox", "/berichtenbox/archief", "/berichtenbox/prullenbak"]
    places += [link for link in bilal.get("/berichtenbox").xpath("//nav//a/@href") if "/mappen/" in link]
    assert len(places) > 4, "the worked example has folders"
    messages = [message for place in places for message in bilal.box(place)]
    answer = send(bilal, bilal.get("/berichtenbox/downloaden"), "/berichtenbox/downloaden")
    assert answer.headers["Content-Type"] == "application/zip"
    assert "attachment" in answer.headers["Content-Disposition"]
    file = tmp_path / "box.zip"
    file.write_bytes(answer.content)
    subprocess.run(["unzip", "-tq", file], check=True)
    with zipfile.ZipFile(io.BytesIO(answer.content)) as kept:
        assert kept.testzip() is None
        texts = [name for name in kept.namelist() if name.endswith("bericht.txt")]
        files = [name for name in kept.namelist() if name.endswith(".pdf")]
        assert len(texts) == len(messages) and files
        assert {name.split("/")[0] for name in texts} == {"Berichtenbox", "Archief", "Prullenbak", "Mappen"}
        subjects = sorted(kept.read(name).decode().split("\r\n")[0] for name in texts)
        assert subjects == sorted(subject for subject, _ in messages)
        assert all(kept.read(name).startswith(b"%PDF-") for name in files)
        assert not any(".." in name or name.startswith("/") or "\\" in name for name in kept.namelist())


def test_a_search_finds_in_every_place_and_its_words_stay_out_of_the_log(server):
    bilal = Visitor(server, "c02").sign_in()
    answer = send(bilal, bilal.get("/berichtenbox"), "/berichtenbox/zoeken", **{"zoekwoorden-kort": WORD})
    assert answer.status_code == 200 and WORD not in answer.url
    assert "Niets gevonden" not in answer.text and "message-list__item" in answer.text
    page = bilal.get("/berichtenbox/zoeken")
    answer = send(bilal, page, "/berichtenbox/zoeken", zoekwoorden="bestaatnietwoord")
    assert "Niets gevonden" in answer.text
    log = server.log.read_text()
    assert log
    assert WORD not in log and "bestaatnietwoord" not in log


def test_what_is_erased_is_in_no_file_any_more(server):
    bilal = Visitor(server, "c02").sign_in()
    _, place = bilal.box()[0]
    # Read in by a search first: the words must go too.
    send(bilal, bilal.get("/berichtenbox"), "/berichtenbox/zoeken", **{"zoekwoorden-kort": "uw"})
    message = place.split("/")[-1]
    binned = send(
        bilal, bilal.get("/berichtenbox"), "/berichtenbox/verplaatsingen", bericht=[message],
        press=[("daad", "verwijderen")])
    assert "verplaatst naar de prullenbak" in binned.text
    bin = bilal.get("/berichtenbox/prullenbak")
    assert message in choices(bin)
    key = bytes.fromhex(message.replace("-", ""))
    sealed = sealed_values(server, key)
    assert len(sealed) >= 3 and all(len(value) > 28 for _, value in sealed)
    asked = send(bilal, bin, "/berichtenbox/verplaatsingen", bericht=[message], press=[("daad", "wissen")])
    assert "definitief wissen?" in asked.text
    erased = bilal.session.post(
        f"{server.url}/berichtenbox/verplaatsingen", timeout=TIMEOUT_SECONDS,
        data={**form_of(asked, "/berichtenbox/verplaatsingen").fields, "daad": "wissen-bevestigd"})
    assert "De berichten zijn gewist" in erased.text
    assert message not in choices(bilal.get("/berichtenbox/prullenbak"))
    server.stop()
    # What the log beside the file still holds goes at its next checkpoint.
    with contextlib.closing(sqlite3.connect(server.data / "peil.sqlite")) as database:
        database.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    for file in server.data.rglob("*"):
        if file.is_file():
            content = file.read_bytes()
            assert [what for what, value in sealed if value in content] == [], file


def form_of(answer, action):
    return next(form for form in html.fromstring(answer.content).forms if form.action == action)


def sealed_values(server, key):
    """What stands sealed about a message: heading, text, descriptions, and the words of its box."""
    about = {
        "heading": "SELECT heading_sealed FROM message WHERE id = ?",
        "text": "SELECT body_sealed FROM message WHERE id = ?",
        "description": "SELECT description_sealed FROM attachment WHERE message_id = ?",
        "words": "SELECT words_sealed FROM search_part WHERE person_id ="
                 " (SELECT person_id FROM message WHERE id = ?)"}
    with contextlib.closing(sqlite3.connect(server.data / "peil.sqlite")) as database:
        return [(what, row[0]) for what, query in about.items() for row in database.execute(query, [key])]

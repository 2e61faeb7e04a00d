"""Who gets hold of files, log or metrics reads no number of a citizen and no word of a message."""

import base64
import shutil

import pytest
import requests

from batch import Message
from citizen import BSN, Visitor, eventually
from client import Client
from load import SENDERS
from pdf import pdf
from server import Server

# Parts of what the example writes to citizens (Sources/Platform/Demo/DemoCast.swift).
SUBJECTS = [
    "Uw aanslag afvalstoffenheffing", "Uw paspoort verloopt binnenkort", "Uw aanslag watersysteemheffing",
    "Beschikking zorgtoeslag", "Wij hebben gegevens van u nodig", "Uw jaaroverzicht staat klaar",
    "De APK van uw auto verloopt"]
TEXTS = [
    "U vindt het bedrag in", "Maak op tijd een afspraak", "droge voeten en schoon water",
    "opnieuw berekend", "Stuur ons uw jaaropgave", "Bewaar het bij uw papieren",
    "Laat uw auto op tijd keuren"]
NAMES = ["Anna de Test", "Bilal Voorbeeld", "Chantal van de Proef", "Dirk Demonstratie", "Esra Model",
         "Femke Staal-Monster"]
NUMBERS = [*BSN.values(), "999990081", "999999011"]  # also who has no box, and the person of the probe
OWN_SUBJECT = "Onderwerp van de toets op geheimhouding"
OWN_TEXT = "Tekst van de toets op geheimhouding"
OWN_FILE = "Bijlage van de toets op geheimhouding"
PERSONAL = [*NUMBERS, *SUBJECTS, *TEXTS, *NAMES, OWN_SUBJECT, OWN_TEXT, OWN_FILE]


def writings(text):
    """The bytes that give a text away: plain, in UTF-16, and in base64 at each of its three places."""
    yield text.encode()
    yield text.encode("utf-16-le")
    yield text.encode("utf-16-be")
    for encoded in (text.encode(), text.encode("utf-16-le")):
        for place in range(3):
            # The first and last quad may hold bits of what stands beside it.
            yield base64.b64encode(b"\0" * place + encoded)[4 if place else 0:-4]


FORBIDDEN = {written: text for text in PERSONAL for written in writings(text)}


def given_away(content):
    return sorted({text for written, text in FORBIDDEN.items() if written in content})


@pytest.mark.parametrize("written", [
    b"x999990019y", "De APK van uw auto verloopt".encode("utf-16-le"),
    base64.b64encode(b"<text>Stuur ons uw jaaropgave</text>"),
    base64.b64encode(b"12Stuur ons uw jaaropgave."), base64.b64encode(b"1999990019 en"),
])
def test_what_is_searched_for_would_be_found(written):
    assert len(given_away(b"\0\1" + written + b"\2")) == 1


@pytest.fixture(scope="module")
def used(binary, worked_example, tmp_path_factory):
    """The worked example after traffic of every kind, with everything logged."""
    server = Server(binary, tmp_path_factory.mktemp("used"), options=["--log-level", "debug"])
    shutil.copytree(worked_example.data, server.data)
    shutil.copytree(worked_example.keys, server.keys)
    server.start()
    places = traffic(server)
    yield server, places
    server.kill()


def traffic(server):
    """Deliveries good and bad, pages read; the addresses of the pages."""
    oin, type, citizens = SENDERS[0]
    client = Client.of_example(server, oin).sign_in()
    good = Message(BSN[citizens[0]], type=type, subject=OWN_SUBJECT, text=OWN_TEXT,
                   attachments=[pdf(OWN_FILE)])
    answer = client.deliver_message(good)
    assert answer.status_code == 202, answer.text
    rejected = Message(NUMBERS[-2], type=type, subject=OWN_SUBJECT, text=OWN_TEXT)
    assert client.deliver_message(rejected).status_code == 202
    wrong = Message(BSN[citizens[0]] + "9", type=type, subject=OWN_SUBJECT * 3, text=OWN_TEXT)
    assert client.deliver_message(wrong).status_code == 400
    delivery = answer.json()["id"]
    eventually(lambda: client.delivery(delivery).json()["status"] != "geparkeerd", "the message processed")
    places = ["/", "/inloggen", "/berichtenbox", f"/api/v1/aanleveringen/{delivery}"]
    for key in BSN:
        citizen = Visitor(server, key).sign_in()
        for subject, place in citizen.box():
            places += [place, *citizen.get(place).xpath("//a/@href")]
    requests.get(f"{server.url}/berichtenbox/{BSN['c01']}", timeout=60)  # no such address; not in the log
    return places


def test_no_file_of_an_installation_gives_anything_away(used):
    server, _ = used
    files = [file for file in server.data.rglob("*") if file.is_file()]
    assert any(file.suffix == ".eml" for file in files) and any(file.suffix == ".segment" for file in files)
    found = {str(file.relative_to(server.data)): given_away(file.read_bytes()) for file in files}
    for name in [name for name in found if name.endswith(".eml")]:
        # A mail to a person names what a message is about, unless such messages are sensitive; nothing more.
        found[name] = sorted(set(found[name]) - {*SUBJECTS, OWN_SUBJECT})
    assert {name: texts for name, texts in found.items() if texts} == {}


def test_the_log_at_its_most_talkative_gives_nothing_away(used):
    server, _ = used
    assert given_away(server.log.read_bytes()) == []


def test_the_metrics_give_nothing_away(used):
    server, _ = used
    metrics = requests.get(f"{server.management_url}/metrics", timeout=60)
    assert metrics.ok and given_away(metrics.content) == []


def test_no_address_of_a_page_gives_anything_away(used):
    _, places = used
    assert len(places) > 100 and given_away("\n".join(places).encode()) == []

"""The subscription service on the running program: it waits by day, and runs by night (SNO-15 to SNO-18)."""

import datetime
import json
import shutil
import uuid
import zoneinfo

import pytest
from lxml import etree

from batch import now
from citizen import BSN, eventually
from client import TIMEOUT_SECONDS, Client
from server import ROOT

SUPPLIER = "00000099000000001000"
NAMESPACE = "http://schemas.overheid.nl/GEB/AbonnementServiceProcessor/2014/02"
EPOCH = "2020-01-01T00:00:00Z"


def clock(hours):
    """What the clock in Amsterdam shows so many hours from now."""
    moment = datetime.datetime.now(zoneinfo.ZoneInfo("Europe/Amsterdam"))
    return (moment + datetime.timedelta(hours=hours)).strftime("%H:%M")


def with_night(server, start, end, longest_hours):
    """The server with a corrected agreement, in which the night lies so many hours from now."""
    folder = server.folder / "agreements"
    shutil.copytree(ROOT / "agreements", folder)
    file = folder / "mijnoverheid-sno-2020.yaml"
    text = file.read_text()
    for old, new in (("hours: 23:00-07:00", f"hours: {clock(start)}-{clock(end)}"),
                     ("at_most: 4 uur\n", f"at_most: {longest_hours} uur\n")):
        assert old in text
        text = text.replace(old, new)
    file.write_text(text)
    server.options = [*server.options, "--agreements", str(folder)]
    return server.start()


def signed_in(server):
    client = Client.of_example(server, SUPPLIER)
    client.scopes = ("abonnementen", "validatie")
    return client.sign_in()


def ask(client, **question):
    answer = client.session.post(
        f"{client.server.url}/api/v1/abonnementaanvragen", json=question, timeout=TIMEOUT_SECONDS)
    assert answer.status_code == 202, answer.text
    return answer


def ask_document(client, content=""):
    id = str(uuid.uuid4())
    document = (
        f'<ns0:AbonnementAanvraag xmlns:ns0="{NAMESPACE}"><BerichtLeverancier><OIN>{SUPPLIER}</OIN>'
        f"</BerichtLeverancier><VerzoekId>{id}</VerzoekId>{content}</ns0:AbonnementAanvraag>")
    answer = client.session.post(
        f"{client.server.url}/koppelvlak/abonnementen", data=document,
        headers={"Content-Type": "application/xml"}, timeout=TIMEOUT_SECONDS)
    assert answer.status_code == 202, answer.text
    return answer.headers["Location"]


def get(client, place):
    return client.session.get(client.server.url + place, timeout=TIMEOUT_SECONDS)


def lines(client, place, seconds=60):
    """The result of a request, once it is there."""
    def result():
        answer = get(client, place + "/resultaat")
        return answer if answer.status_code == 200 else None

    answer = eventually(result, "a result", seconds)
    assert answer.headers["Content-Encoding"] == "gzip"
    return [json.loads(line) for line in answer.text.splitlines()]


@pytest.fixture
def by_night(filled):
    return signed_in(with_night(filled, -1, 6, 4))


def test_a_request_by_day_waits_and_says_until_when(filled):
    client = signed_in(with_night(filled, 5, 12, 4))
    state = ask(client, soort="alles").json()
    assert state["status"] == "wacht"
    start, ready = (datetime.datetime.fromisoformat(state[name]) for name in ("startOp", "verwachtOp"))
    ahead = start - datetime.datetime.now(datetime.timezone.utc)
    assert datetime.timedelta(hours=4.9) < ahead < datetime.timedelta(hours=5.1)
    assert ready - start == datetime.timedelta(hours=4)
    early = get(client, f"/api/v1/abonnementaanvragen/{state['id']}/resultaat")
    assert early.status_code == 404 and early.json()["code"] == 1404
    assert int(early.headers["Retry-After"]) > 4.8 * 3600


def test_all_lists_and_changes_agree_with_the_validation_service(by_night):
    client = by_night
    answer = client.session.post(
        f"{client.server.url}/api/v1/validaties", timeout=TIMEOUT_SECONDS,
        json={"berichttype": "AFVAL", "bsns": list(BSN.values())})
    assert answer.status_code == 200, answer.text
    welcome = {one["bsn"] for one in answer.json()["resultaten"] if one["berichtSturen"]}
    assert welcome
    everybody = [line["bsn"] for line in lines(client, ask(client, soort="alles").headers["Location"])]
    assert len(everybody) == len(set(everybody))
    assert welcome == set(everybody) & set(BSN.values())
    asked = [*BSN.values(), "999990018", *BSN.values()]
    of_list = lines(client, ask(client, soort="bsnLijst", bsns=asked).headers["Location"])
    assert [line["bsn"] for line in of_list] == [number for number in BSN.values() if number in welcome]
    changes = lines(client, ask(client, soort="mutaties", vanaf=EPOCH).headers["Location"])
    assert {line["bsn"] for line in changes if line["status"] == "actief"} == set(everybody)
    none = lines(client, ask(client, soort="mutaties", vanaf=now()).headers["Location"])
    assert none == []


def test_the_existing_interface_gives_the_same_in_its_own_form(by_night):
    client = by_night
    everybody = {line["bsn"] for line in lines(client, ask(client, soort="alles").headers["Location"])}
    place = ask_document(client)
    answer = eventually(
        lambda: (found := get(client, place)).status_code == 200 and found, "a document")
    assert answer.headers["Content-Encoding"] == "gzip"
    root = etree.fromstring(answer.content)
    assert root.tag == f"{{{NAMESPACE}}}AbonnementAntwoord"
    assert root.findtext("BerichtLeverancier/OIN") == SUPPLIER
    assert root.findtext("VerzoekId") == place.split("/")[-1]
    assert {number.text for number in root.findall("BSNLijst/BSN")} == everybody
    place = ask_document(client, f"<MutatieDatum>{EPOCH}</MutatieDatum>")
    answer = eventually(
        lambda: (found := get(client, place)).status_code == 200 and found, "a document")
    states = [(one.findtext("BSN"), one.findtext("Status"))
              for one in etree.fromstring(answer.content).findall("MutatieLijst/Mutatie")]
    assert {number for number, state in states if state == "actief"} == everybody


def test_a_million_numbers_are_one_request(by_night):
    client = by_night
    numbers = [str(number) for number in range(900_000_000, 901_000_000 - len(BSN))] + list(BSN.values())
    state = ask(client, soort="bsnLijst", bsns=numbers)
    # A build for looking into is some twenty times slower.
    found = {line["bsn"] for line in lines(client, state.headers["Location"], seconds=400)}
    assert found and found <= set(BSN.values())
    wrong = client.session.post(
        f"{client.server.url}/api/v1/abonnementaanvragen", timeout=TIMEOUT_SECONDS,
        json={"soort": "bsnLijst", "bsns": numbers[:-5] + ["x", "12345678", "1234567890", "", "a" * 9]})
    assert wrong.status_code == 400
    assert [fault["pad"] for fault in wrong.json()["fouten"]] == [
        f"bsns.{place}" for place in range(999_995, 1_000_000)]
    assert not any(number in client.server.logged() for number in BSN.values())

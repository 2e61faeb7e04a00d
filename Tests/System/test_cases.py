"""Running cases and own data, through the running program: pushed twice, late, at once; sources that fail."""

import concurrent.futures
import datetime
import json
import time
import uuid

import pytest

from citizen import BSN, TIMEOUT_SECONDS, Visitor
from client import Client

SUPPLIER, OTHER = "00000099000000001000", "00000099000000002000"
STRANGER = "999990081"  # passes the elfproef, and has no account
SINGLE, BATCH = "application/cloudevents+json", "application/cloudevents-batch+json"
SLOWEST_PAGE_SECONDS = 8  # its time-out is two; a debug build on a loaded machine is slow by itself


@pytest.fixture
def client(example):
    client = Client.of_example(example, SUPPLIER)
    client.scopes = ("zaken",)
    return client.sign_in()


def moment(minutes_ago):
    now = datetime.datetime.now(datetime.UTC)
    return (now - datetime.timedelta(minutes=minutes_ago)).isoformat(timespec="seconds")


def whole(citizen=BSN["c05"], at=None, **more):
    return {"betrokkene": {"type": "BSN", "waarde": citizen}, "zaaktype": "Vergunning",
            "omschrijving": "Dakkapel", "status": "open", "gewijzigdOp": at or moment(90)} | more


def event(type, at, subject, source=SUPPLIER, **more):
    return {"specversion": "1.0", "id": str(uuid.uuid4()), "source": f"urn:nld:oin:{source}:systeem:zaken",
            "type": f"nl.overheid.zaken.zaak-{type}", "subject": subject, "time": at} | more


def send(client, body, kind=SINGLE):
    return client.session.post(
        f"{client.server.url}/api/v1/gebeurtenissen", data=json.dumps(body),
        headers={"Content-Type": kind}, timeout=TIMEOUT_SECONDS)


def put(client, id, body):
    return client.session.put(
        f"{client.server.url}/api/v1/zaken/{id}", json=body, timeout=TIMEOUT_SECONDS)


def own(visitor, place):
    return visitor.session.get(visitor.server.url + place, timeout=TIMEOUT_SECONDS)


def test_the_same_event_twenty_times_at_once_is_taken_once(client):
    body = whole()
    at, opened = body.pop("gewijzigdOp"), event("geopend", moment(80), "Z-1")
    body.pop("status")
    opened["data"] = body
    with concurrent.futures.ThreadPoolExecutor(20) as crowd:
        answers = list(crowd.map(lambda _: send(client, opened), range(20)))
    assert {answer.status_code for answer in answers} == {200}, answers[0].text
    assert len({answer.text for answer in answers}) == 1
    visitor = Visitor(client.server, "c05").sign_in()
    found = own(visitor, "/api/v1/mijn/zaken").json()["items"]
    assert [one["omschrijving"] for one in found] == ["Dakkapel"]
    story = own(visitor, f"/api/v1/mijn/zaken/{found[0]['id']}").json()["verloop"]
    assert [one["soort"] for one in story] == ["geopend"]
    opened["time"] = at
    assert send(client, opened).json()["code"] == 1752


def test_pushes_in_any_order_give_the_same_case(client):
    assert put(client, "Z-2", whole()).status_code == 201
    later = [event("afgesloten", moment(10), "Z-2", data={"resultaat": "Verleend"}),
             event("opgeschort", moment(40), "Z-2"), event("bijgewerkt", moment(60), "Z-2")]
    answers = send(client, later, BATCH).json()["resultaten"]
    assert [answer["gebeurtenis"]["verouderd"] for answer in answers] == [False, True, True]
    visitor = Visitor(client.server, "c05").sign_in()
    found = own(visitor, "/api/v1/mijn/zaken").json()["items"][0]
    assert (found["status"], found["resultaat"]) == ("afgesloten", "Verleend")
    story = own(visitor, f"/api/v1/mijn/zaken/{found['id']}").json()["verloop"]
    assert [one["soort"] for one in story] == ["geopend", "bijgewerkt", "opgeschort", "afgesloten"]
    # Somebody else's, and another organisation's, is not there.
    other = Visitor(client.server, "c01").sign_in()
    assert own(other, f"/api/v1/mijn/zaken/{found['id']}").status_code == 404
    assert own(other, f"/zaken/{found['id']}").status_code == 404
    neighbour = Client.of_example(client.server, OTHER)
    neighbour.scopes = ("zaken",)
    neighbour.sign_in()
    address = f"{client.server.url}/api/v1/zaken/Z-2"
    assert neighbour.session.get(address, timeout=TIMEOUT_SECONDS).json()["code"] == 1751
    assert send(neighbour, event("opgeschort", moment(5), "Z-2")).json()["code"] == 1205


def test_who_has_no_account_cannot_be_found_out(client):
    at, shown = moment(90), []
    for id, citizen in (("K", BSN["c05"]), ("O", STRANGER)):
        first = put(client, id, whole(citizen, at))
        status = client.session.post(
            f"{client.server.url}/api/v1/zaken/{id}/statussen", timeout=TIMEOUT_SECONDS,
            json={"statusId": "s1", "tijdstip": moment(60), "omschrijving": "Bekeken"})
        stands = client.session.get(f"{client.server.url}/api/v1/zaken/{id}", timeout=TIMEOUT_SECONDS)
        answers = [(answer.status_code, answer.json()) for answer in (first, status, stands)]
        for _, body in answers:
            body.pop("zaakId")
            body.pop("ontvangenOp")
            body.pop("gewijzigdOp", None)
        shown.append(answers)
    assert shown[0] == shown[1]


@pytest.mark.parametrize("key, source, works", [
    ("c03", "brp", "woz"), ("c04", "adres", "brp"), ("c05", "woz", "brp"), ("c06", "inkomen", "brp"),
], ids=["broken JSON", "10 MB", "never answers", "503"])
def test_a_source_that_fails_keeps_nobody_from_the_others(example, key, source, works):
    visitor = Visitor(example, key).sign_in()
    began = time.monotonic()
    page = visitor.get("/gegevens")
    assert time.monotonic() - began < SLOWEST_PAGE_SECONDS
    text = page.text_content()
    assert text.count("Tijdelijk niet beschikbaar") == 1
    assert BSN[key] not in text
    refused = own(visitor, f"/api/v1/mijn/gegevens/{source}")
    assert (refused.status_code, refused.json()["code"]) == (503, 1761)
    assert "Retry-After" in refused.headers
    assert own(visitor, f"/api/v1/mijn/gegevens/{works}").json()["gegevens"]
    looks = own(visitor, "/api/v1/mijn/inzage?wie=uzelf").json()["items"]
    assert {"ask-brp", "ask-woz", "ask-bag", "ask-income"} <= {look["activiteit"] for look in looks}
    assert BSN[key] not in example.logged()

"""The validation service, as a stock SOAP client and a JSON client use it (SNO-14)."""

import pytest
import requests
import zeep
from lxml import etree

from batch import complaints
from citizen import BSN
from client import TIMEOUT_SECONDS, Client

SUPPLIER = "00000099000000001000"
TYPE = "AFVAL"
NOBODY = "999990081"  # passes the elfproef
MISTYPED = "999990018"  # does not


@pytest.fixture
def client(example):
    client = Client.of_example(example, SUPPLIER)
    client.scopes = ("validatie",)
    return client.sign_in()


def stock(client):
    """What somebody gets who points zeep at the address in the documents."""
    transport = zeep.Transport(session=client.session, timeout=TIMEOUT_SECONDS)
    return zeep.Client(f"{client.server.url}/koppelvlak/validatie?wsdl", transport=transport)


def question(numbers, type=TYPE, supplier=SUPPLIER):
    return {"berichtleverancierCode": supplier, "berichtTypeCode": type,
            "klanten": {"Klant": [{"Key": number, "Rol": "Burger"} for number in numbers]}}


def ask_json(client, numbers, type=TYPE):
    return client.session.post(
        f"{client.server.url}/api/v1/validaties", json={"berichttype": type, "bsns": numbers},
        timeout=TIMEOUT_SECONDS)


def test_a_stock_soap_client_and_a_json_client_get_the_same_answer(client):
    numbers = [*BSN.values(), NOBODY, MISTYPED]
    found = stock(client).service.ValidateAbonnementen(question(numbers))
    by_soap = [(one.klant.Key, one.isBerichtSturen) for one in found]
    answer = ask_json(client, numbers)
    assert answer.status_code == 200, answer.text
    by_json = [(one["bsn"], one["berichtSturen"]) for one in answer.json()["resultaten"]]
    assert by_soap == by_json
    assert [number for number, _ in by_json] == numbers
    assert dict(by_json)[NOBODY] is False and dict(by_json)[MISTYPED] is False
    assert {True, False} == {welcome for _, welcome in by_json}


def test_what_the_service_sends_is_valid_by_its_schema(client):
    service = stock(client)
    envelope = service.create_message(
        service.service, "ValidateAbonnementen", question([*BSN.values(), NOBODY]))
    answer = client.session.post(
        f"{client.server.url}/koppelvlak/validatie", data=etree.tostring(envelope),
        headers={"Content-Type": "text/xml; charset=utf-8"}, timeout=TIMEOUT_SECONDS)
    assert answer.status_code == 200, answer.text
    for document in (etree.tostring(envelope), answer.content):
        body = etree.fromstring(document).find("{http://schemas.xmlsoap.org/soap/envelope/}Body")
        assert complaints(etree.tostring(body[0]), "validatie-operation.xsd") == ""


@pytest.mark.parametrize("asked, code", [
    (question([NOBODY] * 251), "1002"), (question(["12345678"]), "1002"),
    (question([NOBODY], type="NIEUW"), "1401"),
    (question([NOBODY], supplier="00000099000000002000"), "1205"),
], ids=["251 numbers", "eight digits", "unknown type", "another organisation"])
def test_a_mistake_is_a_fault_of_the_schemas(client, asked, code):
    with pytest.raises(zeep.exceptions.Fault) as caught:
        stock(client).service.ValidateAbonnementen(asked)
    fault = caught.value
    assert fault.code.endswith("Client")
    assert fault.message.startswith(code)
    assert NOBODY not in fault.message
    detail = fault.detail[0]
    assert etree.QName(detail).localname == "ApplicationFault"
    assert complaints(etree.tostring(detail), "validatie-shared.xsd") == ""


def test_the_schemas_in_the_description_are_those_of_the_interface(client):
    served = requests.get(f"{client.server.url}/koppelvlak/validatie?wsdl", timeout=TIMEOUT_SECONDS)
    assert served.status_code == 200
    names = {element.get("name") for element in etree.fromstring(served.content).iter(
        "{http://www.w3.org/2001/XMLSchema}element") if element.get("name")}
    assert {"ValidateAbonnementen", "ValidateAbonnementenResponse", "isBerichtSturen", "Key",
            "ApplicationFault", "DependentServiceFault"} <= names


def test_no_number_reaches_the_log(client):
    ask_json(client, [*BSN.values(), MISTYPED])
    ask_json(client, ["999990", *BSN.values()])
    logged = client.server.logged()
    assert not any(number in logged for number in [*BSN.values(), MISTYPED])

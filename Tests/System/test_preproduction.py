"""A supplier that connects: every test citizen and every code of preproduction, by JSON, XML and SOAP, and
what the self-check says of it to the system and to its people."""

import datetime
import os
import re
import shutil

import pytest
import yaml
import zeep
from axe_playwright_python.sync_playwright import Axe
from oidc_provider_mock import run_server_in_thread
from playwright.sync_api import expect, sync_playwright

import screens
from batch import Message, batch, new_id
from citizen import eventually
from client import TIMEOUT_SECONDS, Client
from pdf import pdf
from server import ROOT, Server
from test_sign_in import RULES, someone
from test_subscriptions import NAMESPACE

OIN, OTHER = "00000099000000042000", "00000099000000043000"
SCOPES = ("berichten", "validatie", "abonnementen", "berichttypes")
SOON = {"no-answer": 3, "slow-answer": 2}  # seconds, instead of a day and ten minutes
NEEDS_A_NIGHT = {"abonnementen-resultaat"}


@pytest.fixture(scope="module")
def provider():
    with run_server_in_thread(require_nonce=True) as server:
        yield f"http://localhost:{server.server_port}"


@pytest.fixture(scope="module")
def citizens():
    """The test citizens by behaviour, as the file has them."""
    listed = yaml.safe_load((ROOT / "policies" / "test-citizens.yaml").read_text())["test_citizens"]
    return {one["behaviour"]: one["bsn"] for one in listed}


@pytest.fixture(scope="module")
def site(binary, provider, tmp_path_factory):
    folder = tmp_path_factory.mktemp("preproduction")
    policies = folder / "policies"
    shutil.copytree(ROOT / "policies", policies)
    file = policies / "test-citizens.yaml"
    listed = yaml.safe_load(file.read_text())
    for one in listed["test_citizens"]:
        if one["behaviour"] in SOON:
            one["validation_seconds"] = one["report_seconds"] = SOON[one["behaviour"]]
    file.write_text(yaml.safe_dump(listed))
    server = Server(
        binary, folder, environment="preproduction",
        options=["--policies", str(policies), "--work-openid-issuer", provider,
                 "--work-openid-client", "peil", "--work-openid-secret", "geheim"])
    yield server.start()
    server.kill()


@pytest.fixture(scope="module")
def client(site):
    client = Client(site, "aansluiting-1", OIN, SCOPES).register(site.folder, "Gemeente in Aanbouw").sign_in()
    made = client.session.post(
        f"{site.url}/api/v1/berichttypes", json={"code": "BESLUIT", "titel": "Besluit"},
        timeout=TIMEOUT_SECONDS)
    assert made.status_code == 201, made.text
    return client


def check(client):
    answer = client.session.get(f"{client.server.url}/api/v1/zelftest", timeout=TIMEOUT_SECONDS)
    assert answer.status_code == 200, answer.text
    return answer.json()


def tried(client):
    return {step["onderdeel"] for step in check(client)["onderdelen"] if step["geprobeerd"]}


def post(client, place, **content):
    return client.session.post(client.server.url + place, timeout=TIMEOUT_SECONDS, **content)


def codes(client, messages, **options):
    """What became of the messages of a batch, by id."""
    id = new_id()
    taken = client.deliver_batch(batch(OIN, messages, id=id, **options))
    assert taken.status_code == 202, taken.text

    def report():
        answer = client.report_of_batch(id)
        return answer.text if answer.status_code == 200 else None

    found = eventually(report, f"the report of {id}")
    ids = re.findall(r"<BerichtID>([^<]+)", found)
    return dict(zip(ids, re.findall(r"<VerwerkingsCode>([^<]+)", found), strict=True))


def days(count):
    moment = datetime.datetime.now(datetime.timezone.utc) + datetime.timedelta(days=count)
    return moment.strftime("%Y-%m-%dT%H:%M:%SZ")


def test_a_new_organisation_has_tried_nothing(client):
    assert tried(client) == set()
    assert all(
        "aangeleverdOp" not in one and "gevalideerdOp" not in one for one in check(client)["testburgers"])


def test_sno_11_each_test_citizen_gives_the_same_code_by_xml_and_by_json(client, citizens):
    expected = {
        "receives": "Verwerkt", "without-box": "NietActiefOfGeabonneerd",
        "not-subscribed": "NietActiefOfGeabonneerd", "suspended": "NietActiefOfGeabonneerd",
        "unknown-type": "BerichtTypeNietOndersteund", "fault": "TechnischProbleem",
        "slow-answer": "Verwerkt", "no-answer": "Verwerkt"}
    assert set(citizens) == set(expected)
    for behaviour, bsn in citizens.items():
        by_xml = Message(bsn)
        assert codes(client, [by_xml]) == {by_xml.id: expected[behaviour]}, behaviour
        by_json = client.deliver_message(Message(bsn))
        assert by_json.status_code == 202, by_json.text
        place = client.server.url + by_json.headers["Location"]

        def outcome():
            return client.session.get(place, timeout=TIMEOUT_SECONDS).json().get("verwerkingscode")

        assert eventually(outcome, behaviour) == expected[behaviour], behaviour
    lines = {one["gedrag"]: one for one in check(client)["testburgers"]}
    assert all("aangeleverdOp" in lines[behaviour] for behaviour in citizens)


def test_sno_14_each_test_citizen_answers_the_validation_alike_by_json_and_soap(client, citizens):
    service = zeep.Client(
        f"{client.server.url}/koppelvlak/validatie?wsdl",
        transport=zeep.Transport(session=client.session, operation_timeout=TIMEOUT_SECONDS)).service

    def by_soap(bsn):
        return service.ValidateAbonnementen({
            "berichtleverancierCode": OIN, "berichtTypeCode": "BESLUIT",
            "klanten": {"Klant": [{"Key": bsn, "Rol": "Burger"}]}})[0].isBerichtSturen

    def by_json(bsn):
        return post(client, "/api/v1/validaties", json={"berichttype": "BESLUIT", "bsns": [bsn]})

    for behaviour, bsn in citizens.items():
        answer = by_json(bsn)
        if behaviour in ("unknown-type", "fault", "no-answer"):
            assert answer.json()["code"] == (1401 if behaviour == "unknown-type" else 1903), behaviour
            with pytest.raises(zeep.exceptions.Error):
                by_soap(bsn)
        else:
            welcome = behaviour in ("receives", "slow-answer")
            assert answer.json()["resultaten"] == [{"bsn": bsn, "berichtSturen": welcome}], behaviour
            assert by_soap(bsn) is welcome, behaviour
    lines = {one["gedrag"]: one for one in check(client)["testburgers"]}
    assert all("gevalideerdOp" in lines[behaviour] for behaviour in citizens)


def test_every_other_step_can_be_tried_and_is_seen(client, citizens):
    receives = citizens["receives"]
    # Codes that come of the message itself.
    first = Message(receives, attachments=[pdf("Besluit")], publish_at=days(2))
    assert codes(client, [first]) == {first.id: "Verwerkt"}
    assert codes(client, [first]) == {first.id: "BerichtBestaatAl"}
    far, large = Message(receives, publish_at=days(40)), Message(receives, attachments=[pdf("x", 600_000)])
    wrong = Message(receives, subject="")
    found = codes(client, [far, large, wrong])
    assert found == {
        far.id: "PublicatieDatumLigtTeVerInDeToekomst", large.id: "BijlageTeGroot",
        wrong.id: "XmlValidatieTegenXsdValtNegatiefUit"}
    old = Message(receives)
    assert codes(client, [old], made_at=days(-40)) == {old.id: "AanmaakDatumLigtTeVerInHetVerleden"}
    # A delivery again, and its report too early.
    id, again = new_id(), [Message(citizens["slow-answer"])]
    body = batch(OIN, again, id=id)
    assert client.deliver_batch(body).status_code == 202
    assert client.deliver_batch(body).status_code == 202
    assert client.report_of_batch(id).json()["code"] == 1301
    # Reports by REST.
    report = client.reports()[0]
    confirmed = client.session.put(
        f"{client.server.url}/api/v1/verwerkingsberichten/{report['id']}/ontvangst", timeout=TIMEOUT_SECONDS)
    assert confirmed.status_code == 204, confirmed.text
    # Subscriptions; their result takes a night.
    assert post(client, "/api/v1/abonnementaanvragen", json={"soort": "alles"}).status_code == 202
    document = (
        f'<ns0:AbonnementAanvraag xmlns:ns0="{NAMESPACE}">'
        f"<BerichtLeverancier><OIN>{OIN}</OIN></BerichtLeverancier><VerzoekId>{new_id()}</VerzoekId>"
        "</ns0:AbonnementAanvraag>")
    asked = post(
        client, "/koppelvlak/abonnementen", data=document.encode(),
        headers={"Content-Type": "application/xml"})
    assert asked.status_code == 202, asked.text
    # Refusals.
    for answer, number in (
            (post(client, "/api/v1/aanleveringen", json={"berichtId": new_id()}), 1002),
            (post(client, "/api/v1/aanleveringen", data=b" " * 2_100_000,
                  headers={"Content-Type": "application/json"}), 1004),
            (client.deliver_batch(body[:200]), 1201),
            (client.deliver_batch(batch(OIN, [Message(receives)], id="geen-guid")), 1203),
            (client.deliver_batch(batch(OTHER, [Message(receives)])), 1205)):
        assert answer.json()["code"] == number, answer.text
    untried = {step["onderdeel"] for step in check(client)["onderdelen"] if not step["geprobeerd"]}
    assert untried == NEEDS_A_NIGHT


@pytest.mark.parametrize("width", [390, 1280])
def test_the_organisations_people_see_it_on_a_page(site, client, citizens, provider, width, tmp_path):
    counted = check(client)
    someone(provider, "erik", oin=OIN, roles="raadpleger")
    arguments = ["--no-sandbox"] if os.geteuid() == 0 else []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=arguments)
        page = browser.new_context(
            base_url=site.url, locale="nl-NL", viewport={"width": width, "height": 900}).new_page()
        page.goto("/leverancier")
        page.get_by_role("main").get_by_role("link", name="Inloggen met eHerkenning").click()
        page.locator("input[name=sub]").fill("erik")
        page.get_by_role("button", name="Authorize").click()
        page.get_by_role("navigation").first.get_by_role("link", name="Zelftest").click()
        main = page.get_by_role("main")
        expect(page.get_by_role("heading", level=1)).to_have_text("Zelftest")
        expect(main).to_contain_text(f"{counted['geprobeerd']} van {counted['totaal']} onderdelen")
        expect(main.locator(".status-badge", has_text="Nog niet")).to_have_count(len(NEEDS_A_NIGHT))
        for bsn in citizens.values():
            expect(main).to_contain_text(bsn)
        assert page.evaluate(
            "document.scrollingElement.scrollWidth - document.scrollingElement.clientWidth") <= 0
        violations = Axe().run(page, options=RULES).response["violations"]
        assert [violation["id"] for violation in violations] == []
        picture = screens.folder(otherwise=tmp_path) / f"self-check-tried-{width}-light.png"
        page.screenshot(path=picture, full_page=True)
        browser.close()

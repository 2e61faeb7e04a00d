"""People sign in by a real OpenID provider, in a real browser; and let an app in, as the app sees it."""

import base64
import hashlib
import os
import re
import shutil
import urllib.parse

import pytest
import requests
from axe_playwright_python.sync_playwright import Axe
from oidc_provider_mock import run_server_in_thread
from playwright.sync_api import expect, sync_playwright

from citizen import BSN
from server import Server

SUBSTANTIAL = "http://eidas.europa.eu/LoA/substantial"
LOW = "http://eidas.europa.eu/LoA/low"
NUMBER = "urn:nl-eid-gdi:1.0:id:bsn"
OIN = "00000099000000001000"
APP = "http://127.0.0.1:8765/terug"
RULES = {"runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}}


@pytest.fixture(scope="module")
def provider():
    with run_server_in_thread(require_nonce=True) as server:
        yield f"http://localhost:{server.server_port}"


@pytest.fixture(scope="module")
def site(binary, worked_example, provider, tmp_path_factory):
    server = Server(
        binary, tmp_path_factory.mktemp("sign-in"),
        options=["--openid-issuer", provider, "--openid-client", "peil", "--openid-secret", "geheim",
                 "--work-openid-issuer", provider, "--work-openid-client", "peil-werk",
                 "--work-openid-secret", "geheim", "--log-level", "debug"])
    shutil.copytree(worked_example.data, server.data)
    shutil.copytree(worked_example.keys, server.keys)
    yield server.start()
    server.kill()


@pytest.fixture
def page(site):
    arguments = ["--no-sandbox"] if os.geteuid() == 0 else []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=arguments)
        page = browser.new_context(base_url=site.url, locale="nl-NL").new_page()
        page.set_default_timeout(20_000)
        yield page
        browser.close()


def someone(provider, subject, **claims):
    """Somebody who can sign in there."""
    known = {"acr": SUBSTANTIAL, "name": "Anna de Test", NUMBER: BSN["c01"]} | claims
    answer = requests.put(f"{provider}/users/{subject}", json=known, timeout=20)
    assert answer.status_code == 204, answer.text
    return subject


def sign_in(page, subject, door="DigiD"):
    page.get_by_role("main").get_by_role("link", name=f"Inloggen met {door}").click()
    page.locator("input[name=sub]").fill(subject)
    page.get_by_role("button", name="Authorize").click()


def clean(page):
    violations = Axe().run(page, options=RULES).response["violations"]
    assert [violation["id"] for violation in violations] == []


def test_sno_01_a_citizen_signs_in_by_a_provider_and_out_again(page, site, provider):
    page.goto("/instellingen/account")
    expect(page).to_have_url(re.compile(r"/inloggen\?naar="))
    clean(page)
    sign_in(page, someone(provider, "anna"))
    expect(page).to_have_url(re.compile("/instellingen/account$"))
    expect(page.get_by_role("main")).to_contain_text("Actief")
    expect(page.get_by_role("banner")).to_contain_text("Anna de Test")
    page.get_by_role("button", name="Uitloggen", exact=True).click()
    expect(page).to_have_url(re.compile(f"^{provider}/oauth2/end_session"))
    page.get_by_role("button", name="End session").click()
    expect(page).to_have_url(re.compile("/uitgelogd$"))
    clean(page)
    page.goto("/berichtenbox")
    expect(page).to_have_url(re.compile("/inloggen"))
    assert BSN["c01"] not in site.logged()


def test_who_is_new_accepts_the_terms_first(page, provider):
    page.goto("/")
    page.get_by_role("link", name="Inloggen").first.click()
    sign_in(page, someone(provider, "nieuw", name="Nieuw de Test", **{NUMBER: "999990111"}))
    expect(page.get_by_role("heading", level=1)).to_have_text("Gebruiksvoorwaarden")
    page.goto("/berichtenbox")
    expect(page.get_by_role("heading", level=1)).to_have_text("Gebruiksvoorwaarden")
    page.get_by_role("button", name="Ik accepteer de voorwaarden").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Berichtenbox")


@pytest.mark.parametrize(["subject", "claims", "words"], [
    ("laag", {"acr": LOW}, "veiliger manier"),
    ("zonder", {NUMBER: ""}, "niet herkennen"),
    ("jong", {"birthdate": "2020-01-01"}, "te jong"),
])
def test_who_cannot_be_let_in_reads_why(page, provider, subject, claims, words):
    page.goto("/inloggen")
    sign_in(page, someone(provider, subject, **claims))
    expect(page.get_by_role("heading", level=1)).to_contain_text(words)
    clean(page)
    page.goto("/berichtenbox")
    expect(page).to_have_url(re.compile("/inloggen"))


def test_who_stops_there_can_try_again(page):
    page.goto("/inloggen")
    page.get_by_role("main").get_by_role("link", name="Inloggen met DigiD").click()
    page.get_by_role("button", name="Deny").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("U bent niet ingelogd")
    page.get_by_role("link", name="Opnieuw inloggen").click()
    expect(page.get_by_role("main").get_by_role("link", name="Inloggen met DigiD")).to_be_visible()


def test_sno_19_an_employee_signs_in_for_an_organisation_and_out_again(page, site, provider):
    page.goto("/leverancier/berichttypes")
    expect(page).to_have_url(re.compile(r"/inloggen\?naar="))
    clean(page)
    claims = {"oin": OIN, "roles": ["iets-anders", "leveranciersbeheerder"]}
    sign_in(page, someone(provider, "erik", name="Erik de Test", **claims), "eHerkenning")
    expect(page).to_have_url(re.compile("/leverancier/berichttypes$"))
    banner = page.get_by_role("banner")
    expect(banner).to_contain_text("Gemeente Veenwoude")
    expect(banner).to_contain_text("Leveranciersbeheerder")
    expect(page.get_by_role("button", name="Berichttype maken")).to_be_visible()
    assert page.goto("/berichtenbox").status == 403, "for an organisation nobody is a citizen"
    page.goto("/leverancier")
    page.get_by_role("button", name="Uitloggen", exact=True).click()
    expect(page).to_have_url(re.compile(f"^{provider}/oauth2/end_session"))
    page.get_by_role("button", name="End session").click()
    expect(page).to_have_url(re.compile("/uitgelogd$"))
    page.goto("/leverancier")
    expect(page).to_have_url(re.compile("/inloggen"))


@pytest.mark.parametrize(["subject", "claims", "words"], [
    ("nergens", {"roles": ["raadpleger"]}, "niet waar u werkt"),
    ("elders", {"oin": "00000099000000077000", "roles": ["raadpleger"]}, "niet aangesloten"),
    ("zonder-rol", {"oin": OIN}, "geen rol"),
    ("te-veel", {"oin": OIN, "roles": ["service-manager"]}, "geen rol"),
])
def test_an_employee_who_cannot_be_let_in_reads_why(page, provider, subject, claims, words):
    page.goto("/inloggen")
    sign_in(page, someone(provider, subject, **claims), "eHerkenning")
    expect(page.get_by_role("heading", level=1)).to_contain_text(words)
    clean(page)
    page.goto("/leverancier")
    expect(page).to_have_url(re.compile("/inloggen"))


def test_sno_05_a_person_lets_an_app_in(page, site, provider):
    verifier = "een-lang-geheim-" * 3
    digest = hashlib.sha256(verifier.encode()).digest()
    question = {
        "response_type": "code", "client_id": "peil-app", "redirect_uri": APP, "scope": "mijn.berichten",
        "state": "x1", "code_challenge": base64.urlsafe_b64encode(digest).rstrip(b"=").decode(),
        "code_challenge_method": "S256"}
    page.route(f"{APP}**", lambda route: route.fulfill(body="terug in de app"))
    page.goto("/oauth/authorize?" + urllib.parse.urlencode(question))
    sign_in(page, someone(provider, "anna"))
    expect(page.get_by_role("heading", level=1)).to_have_text("Geeft u Peil-app toegang?")
    clean(page)
    page.get_by_role("button", name="Ja, toegang geven").click()
    page.wait_for_url(f"{APP}**")
    answer = dict(urllib.parse.parse_qsl(urllib.parse.urlsplit(page.url).query))
    assert answer["state"] == "x1" and answer["iss"] == site.url
    description = requests.get(f"{site.url}/.well-known/oauth-authorization-server", timeout=20).json()
    given = requests.post(description["token_endpoint"], timeout=20, data={
        "grant_type": "authorization_code", "client_id": "peil-app", "code": answer["code"],
        "redirect_uri": APP, "code_verifier": verifier})
    assert given.status_code == 200, given.text
    assert given.json()["scope"] == "mijn.berichten"
    renewed = requests.post(description["token_endpoint"], timeout=20, data={
        "grant_type": "refresh_token", "client_id": "peil-app",
        "refresh_token": given.json()["refresh_token"]})
    assert renewed.status_code == 200, renewed.text


def test_without_the_provider_nobody_signs_in_and_the_page_says_so(page, binary, worked_example, tmp_path):
    alone = Server(
        binary, tmp_path,
        options=["--openid-issuer", "http://127.0.0.1:9", "--openid-client", "peil"])
    shutil.copytree(worked_example.data, alone.data)
    shutil.copytree(worked_example.keys, alone.keys)
    try:
        page.goto(alone.start().url + "/inloggen")
        page.get_by_role("main").get_by_role("link", name="Inloggen met DigiD").click()
        expect(page.get_by_role("heading", level=1)).to_have_text("Inloggen kan nu niet")
        expect(page.get_by_role("link", name="Opnieuw inloggen")).to_be_visible()
        clean(page)
    finally:
        alone.kill()

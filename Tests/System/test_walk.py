"""People walk through the pages in a real browser: by eye, by keyboard, without scripts, on a phone."""

import os
import re
import shutil

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect, sync_playwright

import screens
from server import Server

RULES = {"runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}}
SUPPLIER = "Leveranciersbeheerder, Gemeente Veenwoude"
REPORT = "/dienstniveaus/mijnoverheid-sno?maand=2026-10"
PHONE, DESK = 390, 1280
TALLEST_PICTURE = 1_800  # what people look at; the rest of a long page is more of the same


@pytest.fixture(scope="module")
def site(binary, worked_example, tmp_path_factory):
    server = Server(binary, tmp_path_factory.mktemp("walk"))
    shutil.copytree(worked_example.data, server.data)
    shutil.copytree(worked_example.keys, server.keys)
    yield server.start().url
    server.kill()


@pytest.fixture(scope="module")
def chromium():
    arguments = ["--no-sandbox"] if os.geteuid() == 0 else []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=arguments)
        yield browser
        browser.close()


@pytest.fixture
def visit(chromium, site):
    """Opens a browser of a visitor's own; at the end nothing may have gone wrong in any of them."""
    contexts, complaints = [], []

    def open_page(width=DESK, **options):
        context = chromium.new_context(
            base_url=site, viewport={"width": width, "height": 900}, locale="nl-NL",
            timezone_id="Europe/Amsterdam", **options)
        context.set_default_timeout(20_000)
        contexts.append(context)
        page = context.new_page()
        # A page of a failure is itself reported as one: that is not a complaint about the page.
        page.on("console", lambda said: complaints.append(said.text)
                if said.type in ("error", "warning") and "Failed to load resource" not in said.text else None)
        page.on("pageerror", lambda error: complaints.append(str(error)))
        # Going on before a page is whole, and a download, abort a request: that is no complaint either.
        page.on("requestfailed", lambda request: complaints.append(f"{request.url} {request.failure}")
                if request.failure != "net::ERR_ABORTED" else None)
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert complaints == []


def sign_in(page, name):
    page.goto("/inloggen")
    page.get_by_label(name, exact=True).check()
    page.get_by_role("main").get_by_role("button", name="Inloggen").click()
    expect(page.get_by_role("button", name="Uitloggen", exact=True)).to_be_visible()
    return page


def unread(page):
    """The number beside the box in the menu; nothing there is none."""
    badge = page.get_by_role("navigation").first.locator(".number-badge")
    return int(re.search(r"\d+", badge.inner_text())[0]) if badge.count() else 0


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without scripts"])
def test_a_citizen_reads_the_post(visit, scripts):
    page = visit(java_script_enabled=scripts, accept_downloads=True)
    page.goto("/")
    page.get_by_role("link", name="Inloggen").first.click()
    name = "Bilal Voorbeeld" if scripts else "Femke Staal-Monster"
    sign_in(page, name)
    expect(page).to_have_url(re.compile("/berichtenbox$"))
    expect(page.get_by_role("heading", level=1)).to_have_text("Berichtenbox")

    before = unread(page)
    assert before > 0
    row = page.locator(".message-list__item--unread").first
    subject = row.get_by_role("link").inner_text()
    row.get_by_role("link").click()
    expect(page.get_by_role("heading", level=1)).to_have_text(subject)
    assert "\\r\\n" not in page.get_by_role("main").inner_text()
    page.get_by_role("link", name="Terug naar de berichtenbox").click()
    assert unread(page) == before - 1

    page.locator(".message-list__item", has_text="bijlage").first.get_by_role("link").click()
    with page.expect_download() as download:
        page.locator(".attachments a").first.click()
    with open(download.value.path(), "rb") as file:
        assert file.read(5) == b"%PDF-"

    page.get_by_role("button", name="Uitloggen", exact=True).click()
    expect(page.get_by_role("link", name="Inloggen").first).to_be_visible()
    page.goto("/berichtenbox")
    expect(page).to_have_url(re.compile("/inloggen"))


def test_older_and_newer_lead_through_the_whole_box(visit):
    page = sign_in(visit(), "Bilal Voorbeeld")
    first = page.locator(".message-list__subject").evaluate_all("all => all.map(one => one.href)")
    page.get_by_role("link", name="Oudere berichten").click()
    second = page.locator(".message-list__subject").evaluate_all("all => all.map(one => one.href)")
    assert first and second and not set(first) & set(second)
    page.get_by_role("link", name="Nieuwere berichten").click()
    assert page.locator(".message-list__subject").evaluate_all("all => all.map(one => one.href)") == first


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without scripts"])
def test_a_citizen_keeps_the_box_in_order(visit, scripts):
    page = sign_in(visit(java_script_enabled=scripts), "Anna de Test" if scripts else "Dirk Demonstratie")
    page.goto("/berichtenbox/mappen")
    page.get_by_label("Naam van de map").last.fill("Bewaren")
    page.get_by_role("button", name="Map maken").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Bewaren")
    expect(page.get_by_text("Deze map is leeg")).to_be_visible()
    page.goto("/berichtenbox")
    rows = page.locator(".message-list__item")
    subjects = [rows.nth(place).get_by_role("link").inner_text() for place in (0, 1)]
    places = page.locator(".message-list__subject").evaluate_all("all => all.map(one => one.href)")

    def choose_two():
        for place in (0, 1):
            page.locator(".message-list input[type=checkbox]").nth(place).check()

    page.get_by_role("button", name="Verwijderen").click()
    expect(page.get_by_text("U hebt niets gekozen")).to_be_visible()
    choose_two()
    page.get_by_role("button", name="Verwijderen").click()
    expect(page.get_by_role("status")).to_contain_text("2 berichten verplaatst naar de prullenbak.")
    page.get_by_role("button", name="Ongedaan maken").click()
    expect(page.get_by_role("status")).to_contain_text("Dat is ongedaan gemaakt.")
    assert page.locator(".message-list__subject").evaluate_all("all => all.map(one => one.href)") == places
    choose_two()
    page.get_by_label("Verplaats naar").select_option("Bewaren")
    page.get_by_role("button", name="Verplaatsen").click()
    expect(page.get_by_role("status")).to_contain_text("2 berichten verplaatst naar de map ‘Bewaren’.")
    page.get_by_role("link", name="Bewaren").click()
    expect(page.locator(".message-list__subject")).to_have_text(subjects)
    page.get_by_role("link", name=subjects[0]).first.click()
    page.get_by_role("button", name="Ongelezen").click()
    expect(page.locator(".message-list__item--unread").first).to_be_visible()


def test_the_keyboard_alone_is_enough(visit):
    page = visit()
    page.goto("/")
    page.keyboard.press("Tab")
    assert focused(page) == "Direct naar de inhoud"
    expect(page.locator(":focus")).to_be_in_viewport()
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "inhoud"
    tab_to(page, "Inloggen")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("/inloggen"))
    tab_to(page, "persoon")
    page.keyboard.press("ArrowDown")
    expect(page.get_by_label("Bilal Voorbeeld", exact=True)).to_be_checked()
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("/berichtenbox$"))
    subject = page.locator(".message-list__subject").first.inner_text()
    tab_to(page, subject)
    # The ring is drawn around the whole row.
    assert page.locator(":focus").evaluate("one => getComputedStyle(one, '::after').boxShadow") != "none"
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text(subject)
    tab_to(page, "Uitloggen")
    page.keyboard.press("Enter")
    expect(page.get_by_role("link", name="Inloggen").first).to_be_visible()


def focused(page):
    return page.evaluate("(document.activeElement.innerText || document.activeElement.name || '').trim()")


def tab_to(page, what):
    for _ in range(80):
        page.keyboard.press("Tab")
        if focused(page) == what:
            return
    raise AssertionError(f"Tab does not lead to {what}")


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without scripts"])
def test_a_service_manager_reads_a_month_and_its_explanations(visit, scripts):
    page = sign_in(visit(java_script_enabled=scripts), "Servicemanager")
    page.get_by_role("main").get_by_role("link", name="Dienstniveaus").click()
    page.goto(REPORT)
    expect(page.get_by_role("heading", level=1)).to_contain_text("oktober 2026")
    explanation = page.locator("details").first
    assert explanation.get_attribute("open") is None
    explanation.locator("summary").click()
    expect(explanation.locator("li, p").first).to_be_visible()
    page.get_by_role("link", name=re.compile("november 2026")).click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("november 2026")
    page.get_by_role("link", name=re.compile("oktober 2026")).click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("oktober 2026")


def test_a_citizen_gets_no_service_levels_and_no_post_of_others(visit):
    other = sign_in(visit(), "Femke Staal-Monster")
    post = other.locator(".message-list__subject").first.get_attribute("href")
    page = sign_in(visit(), "Anna de Test")
    assert page.goto(REPORT).status in (403, 404)
    assert page.goto(post).status == 404


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without scripts"])
def test_staff_of_a_supplier_follow_a_message_and_manage_a_type(visit, scripts):
    page = sign_in(visit(java_script_enabled=scripts, accept_downloads=True), SUPPLIER)
    expect(page).to_have_url(re.compile("/leverancier$"))
    page.goto("/leverancier?periode=maand")
    with page.expect_download() as download:
        page.get_by_role("link", name="Download de aantallen als CSV").click()
    with open(download.value.path(), encoding="utf-8-sig") as file:
        counted = sum(int(line.split(";")[3]) for line in list(file)[1:])
    total = page.locator("tbody tr").last.locator("td").first.inner_text()
    assert counted == int(total.replace(".", "")) > 0

    page.get_by_role("navigation").first.get_by_role("link", name="Verwerkingsberichten").click()
    page.locator("tbody a").first.click()
    message = page.locator("tbody a").first.inner_text()
    page.get_by_role("navigation").first.get_by_role("link", name="Berichten", exact=True).click()
    page.get_by_label("Bericht-id, batch-id of uw referentie").fill(message)
    page.get_by_role("button", name="Zoeken").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Levensloop van een bericht")
    expect(page.get_by_role("main")).to_contain_text(message)

    page.goto("/leverancier/berichttypes")
    page.get_by_label("Code").fill("NIEUW" if scripts else "NIEUW2")
    page.get_by_label("Naam").fill("Nieuwe brief")
    page.get_by_role("button", name="Berichttype maken").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("NIEUW")
    page.get_by_role("button", name="Deactiveren").click()
    expect(page.get_by_role("button", name="Weer activeren")).to_be_visible()


def test_a_citizen_sees_what_to_do_in_a_case_and_who_looked(visit):
    page = sign_in(visit(java_script_enabled=False), "Anna de Test")
    page.get_by_role("navigation").first.get_by_role("link", name="Lopende zaken").click()
    first = page.locator(".case-list__item").first
    expect(first).to_contain_text("Actie voor u")
    first.get_by_role("link").click()
    expect(page.get_by_role("main")).to_contain_text("U moet nog iets doen")
    expect(page.locator(".timeline li").first).to_contain_text("tekening")
    case = page.url
    page.get_by_role("navigation").first.get_by_role("link", name="Mijn gegevens").click()
    expect(page.get_by_role("main")).to_contain_text("Anna Maria")
    page.get_by_role("link", name="Zie wie uw gegevens bekeek").click()
    expect(page.locator("table")).to_contain_text("Stuurde u een bericht.")
    page.get_by_role("link", name="Door uzelf").click()
    expect(page.locator("table")).to_contain_text("Gemeente Veenwoude")
    other = sign_in(visit(), "Bilal Voorbeeld")
    assert other.goto(case).status == 404


def test_a_source_that_fails_leaves_the_others_in_sight(visit):
    page = sign_in(visit(), "Femke Staal-Monster")
    page.goto("/gegevens")
    expect(page.get_by_role("main")).to_contain_text("Tijdelijk niet beschikbaar")
    expect(page.get_by_role("main")).to_contain_text("Staal-Monster")


# Every page there is, in every form: clean by axe, within its width.

CONSENT = (
    "/oauth/authorize?response_type=code&client_id=peil-app&redirect_uri=nl.peil.app%3A%2Fterug"
    "&scope=mijn.berichten%20mijn.zaken&state=x&code_challenge_method=S256"
    "&code_challenge=E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM")

PAGES = [
    ("start", None, "/"), ("sign-in", None, "/inloggen"), ("not-found", None, "/bestaat-niet"),
    ("accessibility", None, "/toegankelijkheid"), ("components", None, "/componenten"),
    ("terms", None, "/voorwaarden"), ("signed-out", None, "/uitgelogd"),
    ("terms-newcomer", "Gerrit Nieuweling", "/voorwaarden"),
    ("account", "Bilal Voorbeeld", "/instellingen/account"),
    ("closing", "Bilal Voorbeeld", "/instellingen/account/opzegging"),
    ("consent", "Bilal Voorbeeld", CONSENT),
    ("start-citizen", "Bilal Voorbeeld", "/"), ("box", "Bilal Voorbeeld", "/berichtenbox"),
    ("message", "Bilal Voorbeeld", "first message"), ("print", "Bilal Voorbeeld", "first message to print"),
    ("archive", "Bilal Voorbeeld", "/berichtenbox/archief"),
    ("bin", "Bilal Voorbeeld", "/berichtenbox/prullenbak"),
    ("box-moved", "Bilal Voorbeeld", "a message moved"), ("box-empty", "Esra Model", "/berichtenbox/archief"),
    ("folders", "Bilal Voorbeeld", "/berichtenbox/mappen"), ("search", "Bilal Voorbeeld", "a search"),
    ("download", "Bilal Voorbeeld", "/berichtenbox/downloaden"),
    ("erase", "Bilal Voorbeeld", "a message to erase"),
    ("forbidden", "Bilal Voorbeeld", REPORT),
    ("settings", "Femke Staal-Monster", "/instellingen"),
    ("settings-email", "Femke Staal-Monster", "/instellingen/e-mailadres"),
    ("settings-telling", "Femke Staal-Monster", "/instellingen/meldingen"),
    ("settings-preferences", "Femke Staal-Monster", "/instellingen/voorkeuren"),
    ("settings-device", "Femke Staal-Monster", "/instellingen/dit-apparaat"),
    ("offline", None, "/app/geen-verbinding"), ("offline-list", "Bilal Voorbeeld", "/app/lijst"),
    ("settings-story", "Femke Staal-Monster", "/instellingen/geschiedenis"),
    ("start-unreachable", "Esra Model", "/"),
    ("cases", "Anna de Test", "/zaken"), ("case", "Anna de Test", "first case"),
    ("cases-none", "Esra Model", "/zaken"), ("records", "Anna de Test", "/gegevens"),
    ("source", "Anna de Test", "/gegevens/brp"), ("source-down", "Femke Staal-Monster", "/gegevens/inkomen"),
    ("looks", "Anna de Test", "/gegevens/inzage"),
    ("start-staff", "Servicemanager", "/"), ("report", "Servicemanager", REPORT),
    ("supplier-today", SUPPLIER, "/leverancier"), ("supplier-month", SUPPLIER, "/leverancier?periode=maand"),
    ("supplier-year", SUPPLIER, "/leverancier?periode=jaar"),
    ("supplier-messages", SUPPLIER, "/leverancier/berichten"),
    ("supplier-story", SUPPLIER, "first supplied message"),
    ("supplier-rejections", SUPPLIER, "/leverancier/afwijzingen?periode=jaar"),
    ("supplier-reports", SUPPLIER, "/leverancier/verwerkingsberichten"),
    ("supplier-types", SUPPLIER, "/leverancier/berichttypes"),
    ("supplier-type", SUPPLIER, "/leverancier/berichttypes/AFVAL"),
    ("supplier-systems", SUPPLIER, "/leverancier/systemen"),
    ("supplier-contacts", SUPPLIER, "/leverancier/contacten"),
    ("self-check", SUPPLIER, "/leverancier/zelftest"),
    ("supplier-types-reader", "Raadpleger, Waterschap De Brede Sloot", "/leverancier/berichttypes"),
]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [PHONE, DESK])
def test_every_page_is_clean_by_axe_and_looked_at(visit, width, scheme, tmp_path):
    folder, found = screens.folder(otherwise=tmp_path), {}
    for name, page in every_page(visit, width, color_scheme=scheme):
        height = page.evaluate("document.documentElement.scrollHeight")
        page.screenshot(
            path=folder / f"{name}-{width}-{scheme}.png", full_page=True,
            clip={"x": 0, "y": 0, "width": width, "height": min(height, TALLEST_PICTURE)})
        result = Axe().run(page, options=RULES).response
        for violation in result["violations"]:
            found.setdefault(name, []).append(
                f"{violation['id']}: {[node['target'] for node in violation['nodes'][:3]]}")
        assert result["passes"], f"axe looked at nothing on {name}"
    assert found == {}


# 200 % zoom on 1280 is a window of 640 in CSS pixels; 320 is what WCAG 1.4.10 asks.
@pytest.mark.parametrize("width", [320, 640], ids=["at 320", "at 200 %"])
def test_no_page_scrolls_sideways(visit, width):
    wide = {}
    for name, page in every_page(visit, width):
        overflow = page.evaluate(
            "document.scrollingElement.scrollWidth - document.scrollingElement.clientWidth")
        if overflow > 0:
            wide[name] = overflow
    assert wide == {}


def test_no_link_leads_nowhere(visit):
    broken = set()
    for name, page in every_page(visit, DESK):
        if name == "components":
            continue  # its links are samples
        for place in set(page.locator("a").evaluate_all("all => all.map(one => one.getAttribute('href'))")):
            if place.startswith("#"):
                assert page.locator(f"[id='{place[1:]}']").count() == 1, f"{name}: {place}"
            elif page.request.get(place).status >= 400:
                broken.add((name, place))
    assert broken == set()


def to_first_message(page):
    page.goto("/berichtenbox")
    page.locator(".message-list__item", has_text="bijlage").first.get_by_role("link").click()


def to_print(page):
    to_first_message(page)
    page.get_by_role("link", name="Afdrukken").click()


def to_search(page):
    page.goto("/berichtenbox")
    page.get_by_label("Zoeken in uw berichten").fill("aansl")
    page.get_by_role("button", name="Zoeken").click()


def to_moved(page):
    page.goto("/berichtenbox")
    page.locator(".message-list input[type=checkbox]").last.check()
    page.get_by_role("button", name="Archiveren").click()


def to_erase(page):
    page.goto("/berichtenbox/prullenbak")
    page.locator(".message-list input[type=checkbox]").first.check()
    page.get_by_role("button", name="Definitief wissen").click()


def to_first_case(page):
    page.goto("/zaken")
    page.locator(".case-list__title").first.click()


def to_first_supplied_message(page):
    page.goto("/leverancier/verwerkingsberichten")
    page.locator("tbody a").first.click()
    page.locator("tbody a").first.click()


# Pages that are reached by doing something.
WAYS = {
    "first supplied message": to_first_supplied_message,
    "first case": to_first_case,
    "first message": to_first_message, "first message to print": to_print, "a search": to_search,
    "a message moved": to_moved, "a message to erase": to_erase,
}


def every_page(visit, width, **options):
    visitors = {}
    for name, who, place in PAGES:
        if who not in visitors:
            page = visit(width, **options)
            visitors[who] = sign_in(page, who) if who else page
        page = visitors[who]
        WAYS.get(place, lambda page: page.goto(place))(page)
        yield name, page


# The last: from here on the newcomer has an account.

@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without scripts"])
def test_who_is_new_accepts_the_terms_and_can_pause_the_account(visit, scripts):
    page = sign_in(visit(java_script_enabled=scripts), "Gerrit Nieuweling")
    if page.get_by_role("heading", level=1).inner_text() == "Gebruiksvoorwaarden":
        page.get_by_role("button", name="Ik accepteer de voorwaarden").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Berichtenbox")
    page.goto("/instellingen/account")
    page.get_by_role("button", name="Account tijdelijk stoppen").click()
    expect(page.get_by_role("main")).to_contain_text("U krijgt geen nieuwe berichten.")
    page.get_by_role("button", name="Account weer gebruiken").click()
    page.get_by_role("link", name="Lees wat er gebeurt als u opzegt").click()
    page.get_by_role("button", name="Ja, account opzeggen").click()
    expect(page.get_by_role("main")).to_contain_text("Tot dan kunt u dit ongedaan maken.")
    page.get_by_role("button", name="Opzegging ongedaan maken").click()
    expect(page.get_by_role("button", name="Account tijdelijk stoppen")).to_be_visible()

"""The pages as an installed app, in a real browser: its worker, what it keeps, what it shows of a push.

The browser gets its push message through its debugging protocol, for there is no push service here."""

import json
import os
import re

import pytest
import requests
from playwright.sync_api import expect, sync_playwright

ANNA, BILAL = "Anna de Test", "Bilal Voorbeeld"
LIST, SHELL = "peil-lijst", "peil-schil-"
SHOWN = """() => navigator.serviceWorker.ready.then(found => found.getNotifications()).then(([one]) =>
    one && { title: one.title, body: one.body, lang: one.lang, icon: one.icon, tag: one.tag })"""


@pytest.fixture
def app(example, tmp_path):
    """A browser with a profile of its own, as on somebody's phone; worker and notifications allowed."""
    arguments = ["--no-sandbox"] if os.geteuid() == 0 else []
    with sync_playwright() as playwright:
        context = playwright.chromium.launch_persistent_context(
            str(tmp_path / "profile"), executable_path="/usr/bin/chromium", args=arguments,
            base_url=example.url, viewport={"width": 390, "height": 844}, locale="nl-NL",
            timezone_id="Europe/Amsterdam")
        context.set_default_timeout(20_000)
        context.grant_permissions(["notifications"], origin=example.url)
        yield App(example, context)
        context.close()


class App:
    def __init__(self, server, context):
        self.server, self.context, self.page = server, context, context.pages[0]

    def open(self, place="/"):
        self.page.goto(place)
        self.page.evaluate("navigator.serviceWorker.ready.then(() => true)")
        self.page.wait_for_function("navigator.serviceWorker.controller !== null")
        return self.page

    def sign_in(self, name):
        page = self.open("/inloggen")
        page.get_by_label(name, exact=True).check()
        page.get_by_role("main").get_by_role("button", name="Inloggen").click()
        expect(page.get_by_role("button", name="Uitloggen")).to_be_visible()
        return page

    def keep_list(self):
        self.page.evaluate(
            "navigator.serviceWorker.ready.then(found => found.active.postMessage('bewaar-lijst'))")
        self.until_kept()

    def until(self, script, arg=None, seconds=20):
        """What a script that has to wait for the browser gives, as soon as that is something."""
        for _ in range(20 * seconds):
            if found := self.page.evaluate(script, arg):
                return found
            self.page.wait_for_timeout(50)
        return None

    def until_kept(self, kept=True):
        assert self.until("([name, kept]) => caches.has(name).then(there => there === kept)", [LIST, kept])

    def kept(self):
        """All that the browser keeps for this site, by address."""
        return self.page.evaluate("""async () => {
            const all = {};
            for (const name of await caches.keys()) {
                const cache = await caches.open(name);
                for (const request of await cache.keys()) {
                    const place = new URL(request.url).pathname;
                    all[name + " " + place] = await (await cache.match(request)).text();
                }
            }
            return all;
        }""")

    def list_page(self):
        return next((text for place, text in self.kept().items() if place.startswith(LIST)), None)

    def push(self, text):
        """Has the browser hand a push message to the worker, as when it came from the push service; gives the
        notification that is shown for it."""
        devtools = self.context.new_cdp_session(self.page)
        found, faults = [], []
        devtools.on("ServiceWorker.workerRegistrationUpdated",
                    lambda event: found.extend(event["registrations"]))
        devtools.on("ServiceWorker.workerErrorReported", lambda event: faults.append(event["errorMessage"]))
        devtools.send("ServiceWorker.enable")
        for _ in range(100):
            if found:
                break
            self.page.wait_for_timeout(20)
        for _ in range(5):
            devtools.send("ServiceWorker.deliverPushMessage", {
                "origin": self.server.url, "registrationId": found[0]["registrationId"], "data": text})
            # A browser that has just started forgets, once, what it finds not on its screen: then again.
            if shown := self.until(SHOWN, seconds=5):
                assert faults == [], "nothing that the worker asks for is held back"
                return shown
        raise AssertionError("no notification is shown")


def texts_of_messages(server, name):
    """Pieces of the texts of all messages on the first page of a box: what must never lie on a device."""
    from citizen import Visitor

    visitor = Visitor(server, name).sign_in()
    pieces = []
    for _, place in visitor.box()[:25]:
        text = "".join(visitor.get(place).xpath("//*[contains(@class, 'paragraph--verbatim')]//text()"))
        pieces += [line.strip() for line in text.splitlines() if len(line.strip()) > 25]
    assert pieces
    return pieces


def test_the_browser_finds_a_manifest_without_a_fault_and_a_worker_that_runs(app):
    page = app.open("/")
    devtools = app.context.new_cdp_session(page)
    found = devtools.send("Page.getAppManifest")
    assert found["url"].endswith("/app.webmanifest")
    assert found.get("errors", []) == []
    assert json.loads(found["data"])["name"] == "Peil"
    hindrances = devtools.send("Page.getInstallabilityErrors")["installabilityErrors"]
    assert [one["errorId"] for one in hindrances] == []
    shell = [place for place in app.kept() if place.startswith(SHELL)]
    assert len(shell) == 5 and all(" /app/lijst" not in place for place in app.kept())


def test_without_a_connection_the_app_says_so(app):
    page = app.open("/")
    app.server.stop()
    page.goto("/berichtenbox")
    expect(page.get_by_role("heading", level=1)).to_have_text("Geen verbinding")
    # It looks like the other pages: its style was kept.
    assert page.evaluate("getComputedStyle(document.querySelector('h1')).fontWeight") == "700"
    app.server.start()
    page.get_by_role("link", name="Opnieuw proberen").click()
    expect(page).to_have_url(re.compile(r"/inloggen\?naar=%2Fberichtenbox$"))


def test_the_list_stays_without_a_connection_and_without_the_text_of_messages(app):
    page = app.sign_in(BILAL)
    subject = page.locator(".message-list__subject").first.inner_text()
    app.page.goto("/berichtenbox")
    assert app.list_page() is None, "nothing is kept until the reader chooses so"
    app.keep_list()
    page.locator(".message-list__subject").first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text(subject)
    for piece in texts_of_messages(app.server, "c02"):
        assert all(piece not in text for text in app.kept().values())
    app.server.stop()
    page.goto("/berichtenbox")
    expect(page.get_by_role("heading", level=1)).to_have_text("Uw berichten, zonder verbinding")
    expect(page.get_by_role("main")).to_contain_text("U ziet de lijst zoals die was op")
    expect(page.get_by_role("row").nth(1)).to_contain_text(subject)
    assert page.get_by_role("row").count() > 2


def test_signing_out_removes_the_list_from_the_device(app):
    page = app.sign_in(BILAL)
    app.keep_list()
    page.get_by_role("button", name="Uitloggen").click()
    expect(page.get_by_role("link", name="Inloggen").first).to_be_visible()
    app.until_kept(False)
    app.server.stop()
    page.goto("/berichtenbox")
    expect(page.get_by_role("heading", level=1)).to_have_text("Geen verbinding")


def test_another_person_and_the_end_of_a_session_remove_the_list(app):
    app.sign_in(BILAL)
    app.keep_list()
    bilal = app.list_page()
    page = app.sign_in(ANNA)
    app.page.goto("/berichtenbox")
    assert app.until(
        """([name, before]) => caches.match('/app/lijst', {cacheName: name})
            .then(kept => kept ? kept.text() : before).then(text => text !== before)""", [LIST, bilal])
    # The session ends elsewhere: the next page that comes in is the one to sign in.
    app.context.clear_cookies()
    page.goto("/berichtenbox")
    expect(page).to_have_url(re.compile(r"/inloggen\?naar=%2Fberichtenbox$"))
    app.until_kept(False)


def test_a_list_that_was_kept_too_long_is_not_shown(app):
    page = app.sign_in(BILAL)
    app.keep_list()
    page.evaluate("""async name => {
        const cache = await caches.open(name);
        const kept = await cache.match('/app/lijst');
        const headers = new Headers(kept.headers);
        headers.set('Peil-Bewaren-Tot', '2026-01-01T00:00:00Z');
        await cache.put('/app/lijst', new Response(await kept.text(), { headers }));
    }""", LIST)
    app.server.stop()
    page.goto("/berichtenbox")
    expect(page.get_by_role("heading", level=1)).to_have_text("Geen verbinding")
    app.until_kept(False)


def test_a_push_message_becomes_a_notification_with_its_words(app):
    app.sign_in(BILAL)
    shown = app.push(json.dumps({
        "titel": "Nieuw bericht van Waterschap Testdal", "tekst": "Open uw berichtenbox om het te lezen.",
        "taal": "nl", "kenmerk": "k1"}))
    assert shown["title"] == "Nieuw bericht van Waterschap Testdal"
    assert shown["body"] == "Open uw berichtenbox om het te lezen."
    assert shown["lang"] == "nl" and shown["tag"] == "k1"
    assert requests.get(shown["icon"], timeout=5).headers["Content-Type"] == "image/png"


@pytest.mark.parametrize("text", ["", "geen JSON", '{"titel": 7, "tekst": null}', "[]", "null"])
def test_a_push_message_that_cannot_be_read_still_says_that_something_came(app, text):
    app.open("/")
    shown = app.push(text)
    assert (shown["title"], shown["body"]) == ("Nieuw bericht", "Open uw berichtenbox om het te lezen.")

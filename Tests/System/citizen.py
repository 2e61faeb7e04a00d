"""A citizen or an employee of the worked example, on the pages, without a browser."""

import contextlib
import time

import requests
from lxml import html

TIMEOUT_SECONDS = 60
SUBJECT = "//a[@class='message-list__subject']"
OLDER = "//nav[@class='pagination']//a[@rel='next']"

BSN = {"c01": "999990019", "c02": "999990020", "c03": "999990032", "c04": "999990044", "c05": "999990056",
       "c06": "999990068"}


class Visitor:
    def __init__(self, server, key):
        self.server, self.key, self.session = server, key, requests.Session()

    def sign_in(self):
        form = next(form for form in self.get("/inloggen").forms if form.action == "/inloggen")
        answer = self.session.post(
            f"{self.server.url}/inloggen", timeout=TIMEOUT_SECONDS, allow_redirects=False,
            data={**form.fields, "persoon": self.key})
        assert answer.status_code == 303, answer.text
        return self

    def get(self, place):
        answer = self.session.get(self.server.url + place, timeout=TIMEOUT_SECONDS)
        assert answer.status_code == 200, f"{place}: {answer.status_code}"
        return html.fromstring(answer.content)

    def box(self, place="/berichtenbox"):
        """The subject and the address of every message in a place of the box, newest first."""
        messages = []
        while place:
            page = self.get(place)
            messages += [(link.text, link.get("href")) for link in page.xpath(SUBJECT)]
            place = next((link.get("href") for link in page.xpath(OLDER)), None)
        return messages

    def subjects(self):
        return [subject for subject, _ in self.box()]


def eventually(condition, what, seconds=60):
    """Waits until the condition holds, and returns what it gave."""
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        with contextlib.suppress(requests.ConnectionError):
            found = condition()
            if found:
                return found
        time.sleep(0.1)
    raise AssertionError(f"not within {seconds} s: {what}")

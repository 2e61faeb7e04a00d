"""Settings and mail of the running program: a code that confirms an address, and mail that comes back."""

import email
import email.policy
import re

from citizen import TIMEOUT_SECONDS, Visitor, eventually


def mails(server, to):
    """The mails to an address, as the program wrote them to files."""
    found = []
    for file in sorted((server.data / "mail").glob("*.eml")):
        mail = email.message_from_bytes(file.read_bytes(), policy=email.policy.default)
        if to in mail["To"]:
            found.append(mail)
    return found


def text(mail):
    return mail.get_body(("plain",)).get_content()


def send(visitor, page, action, **fields):
    """Fills in the form of a page and sends it."""
    form = next(form for form in visitor.get(page).forms if form.action == action)
    answer = visitor.session.post(
        visitor.server.url + action, timeout=TIMEOUT_SECONDS, data={**form.fields, **fields})
    assert answer.status_code == 200, answer.text
    return answer.text


def test_an_address_counts_once_the_code_in_its_mail_came_back(example):
    visitor = Visitor(example, "c04").sign_in()
    assert "U krijgt geen mail als er post is" in visitor.get("/").text_content()
    place = "/instellingen/e-mailadres"
    assert "Bevestig uw e-mailadres" in send(visitor, place, place, emailadres="dirk@burger.example")
    mail = eventually(lambda: mails(example, "dirk@burger.example"), "a mail with a code")[0]
    code = re.search(r"Uw code is (\d{6})", text(mail))[1]
    assert "http" not in text(mail) and code not in mail["Subject"]
    assert "Uw e-mailadres is bevestigd" in send(visitor, place, f"{place}/code", code=code)
    assert "U krijgt geen mail" not in visitor.get("/").text_content()


REPORT = """\
From: MAILER-DAEMON@mx.example
To: {sender}
Content-Type: multipart/report; report-type=delivery-status; boundary="x"

--x
Content-Type: text/plain

Helaas.
--x
Content-Type: message/delivery-status

Reporting-MTA: dns; mx.example

Final-Recipient: rfc822; {recipient}
Action: failed
Status: 5.1.1

--x
Content-Type: text/rfc822-headers

Message-ID: {id}

--x--
"""


def test_mail_that_comes_back_is_told_on_coming_in(example):
    mail = eventually(lambda: mails(example, "c01@burger.example"), "mail to Anna")[-1]
    report = REPORT.format(sender=mail["From"], recipient=mail["To"], id=mail["Message-ID"])
    told = example.command("bounce", "--data", str(example.data), input=report)
    assert '"gevolg":"onbereikbaar"' in told
    visitor = Visitor(example, "c01").sign_in()
    assert "Wij kunnen u niet mailen" in visitor.get("/").text_content()
    assert "Wij kunnen u niet mailen" in visitor.get("/berichtenbox").text_content()
    result = example.attempt("bounce", "--data", str(example.data), input="Subject: Ik ben er niet\n\nDag")
    assert result.returncode == 1 and "1002" in result.stderr + result.stdout

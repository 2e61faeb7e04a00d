"""The month against the agreement: what is shown, that it is the same each time, and how it comes about."""

import json
import re
import subprocess
import time

import pytest

from batch import Message
from citizen import BSN, Visitor, eventually
from client import Client
from conftest import EXAMPLE_AS_OF
from load import SENDERS
from server import ROOT, Server

MONTH = "2026-10"
CLAUSES = ["SNO-06", "SNO-08", "SNO-09", "SNO-10", "SNO-12", "SNO-13", "SNO-30"]
VERDICTS = {"opPeil": "op peil", "onderPeil": "onder peil", "nietAangesproken": "niet aangesproken",
            "geenMeting": "geen meting"}


@pytest.fixture(scope="module")
def running(binary, worked_example):
    """The example itself, running: these tests only read months that are over."""
    yield worked_example.start()
    worked_example.kill()


def clauses(server, month=MONTH):
    report = json.loads(server.report(month, "--json"))
    return {clause["id"]: clause for clause in report["afspraken"]}


@pytest.mark.parametrize("id", CLAUSES)
def test_each_norm_stands_there_with_what_was_measured_and_why(running, id):
    clause = clauses(running)[id]
    assert clause["titel"] and clause["paragraaf"] and clause["bevindingen"]
    for finding in clause["bevindingen"]:
        assert finding["onderwerp"] and finding["norm"] and finding["gemeten"] and finding["uitleg"]
        assert finding["oordeel"] in VERDICTS
        assert finding["waarnemingen"] >= 0
        if finding["oordeel"] in ("opPeil", "onderPeil"):
            assert finding["waarnemingen"] > 0


@pytest.mark.parametrize("id", CLAUSES)
def test_the_text_says_the_same_as_the_json(running, id):
    text = running.report(MONTH)
    section = re.split(r"^-{20,}$", text, flags=re.MULTILINE)
    section = next(one for one in section if one.strip().startswith(id))
    plain = " ".join(section.split())
    clause = clauses(running)[id]
    for finding in clause["bevindingen"]:
        for shown in (finding["onderwerp"], finding["norm"], finding["gemeten"],
                      VERDICTS[finding["oordeel"]], *finding["uitleg"]):
            assert " ".join(shown.split()) in plain
        assert f"waarnemingen {finding['waarnemingen']:,}".replace(",", ".") in plain


def test_the_example_has_an_outage_with_its_maintenance_left_out_of_it(running):
    findings = {one["onderwerp"]: one for one in clauses(running)["SNO-30"]["bevindingen"]}
    box = findings["Raadplegen Berichtenbox"]
    assert box["oordeel"] == "opPeil" and box["gemeten"].startswith("99,9")
    assert any("37 min" in line for line in box["uitleg"])
    assert any("Buiten de berekening gelaten" in line for line in box["uitleg"])


def test_a_capacity_that_was_not_asked_for_is_not_judged(running):
    for finding in clauses(running)["SNO-09"]["bevindingen"][:3]:
        assert finding["oordeel"] == "nietAangesproken"
        assert finding["gemeten"].startswith("capaciteit niet aangesproken; hoogst aangeboden ")


def test_the_example_is_the_same_for_the_same_moment(running, server):
    server.make_example(as_of=EXAMPLE_AS_OF)
    server.start()
    assert clauses(server) == clauses(running)
    for key in BSN:
        assert posts(server, key) == posts(running, key)
    for oin, _, _ in SENDERS:
        assert summaries(server, oin) == summaries(running, oin)


def posts(server, key):
    """The box as it is listed, without the addresses, which hold ids of their own."""
    place, rows = "/berichtenbox", []
    while place:
        page = Visitor.get(visitors(server, key), place)
        rows += [" ".join(row.text_content().split()) for row in page.xpath(
            "//li[contains(@class, 'message-list__item')]")]
        place = next(iter(page.xpath("//nav[@class='pagination']//a[@rel='next']/@href")), None)
    assert rows
    return rows


signed_in = {}


def visitors(server, key):
    if (server.url, key) not in signed_in:
        signed_in[server.url, key] = Visitor(server, key).sign_in()
    return signed_in[server.url, key]


def summaries(server, oin):
    return [{name: value for name, value in report.items() if name != "id"}
            for report in Client.of_example(server, oin).sign_in().reports()]


def test_a_report_that_is_fixed_stays_as_it_is(example):
    before = example.report(MONTH, "--json")
    assert json.loads(before)["voorlopig"] is False
    oin, type, citizens = SENDERS[0]
    client = Client.of_example(example, oin).sign_in()
    delivery = client.deliver_message(Message(BSN[citizens[0]], type=type)).json()["id"]
    eventually(lambda: client.delivery(delivery).json()["status"] == "verwerkt", "the message processed")
    example.stop()
    example.start()
    assert example.report(MONTH, "--json") == before


def test_the_probe_hands_in_what_it_sees(example):
    month = time.strftime("%Y-%m")

    def observations():
        report = json.loads(example.report(month, "--json"))
        return sum(finding["waarnemingen"] for clause in report["afspraken"] if clause["id"] == "SNO-30"
                   for finding in clause["bevindingen"])

    before = observations()
    log = example.folder / "probe.log"
    with open(log, "wb") as output:
        probe = subprocess.Popen([example.binary, *example.probe_arguments()], stdout=output, stderr=output,
                                 cwd=ROOT)
    try:
        eventually(
            lambda: observations() > before, f"an observation handed in: {log.read_text()}", seconds=90)
        assert probe.poll() is None, log.read_text()
    finally:
        probe.terminate()
        ended = probe.wait(timeout=60)
    assert ended == 0, log.read_text()
    assert "is down" not in log.read_text()


# What goes wrong is one line for the person at the terminal: 1, or 2 when it was used wrongly.


@pytest.mark.parametrize("arguments", [
    ["report", "mijnoverheid", "--month", MONTH, "--data", "{folder}/nothing-runs-here"],
    ["report", "no-such-agreement", "--month", MONTH, "--data", "{data}"],
    ["deliver", "{folder}/no-such-file", "--as", SENDERS[0][0], "--data", "{data}"],
    ["token", "--client", "nobody", "--key", "{keys}/peil-probe.pem", "--server", "{url}"],
    ["demo", "--data", "{data}", "--keys", "{keys}"],
], ids=["no server", "no such agreement", "no such file", "unknown client", "folder in use"])
def test_a_failure_is_one_line_and_exit_code_1(running, arguments):
    result = attempt(running, arguments)
    assert result.returncode == 1, result.stderr
    assert len(result.stderr.strip().splitlines()) == 1 and result.stdout == ""


@pytest.mark.parametrize("arguments", [
    ["report", "mijnoverheid", "--month", "october"], ["report"], ["--no-such-option"],
    ["serve", "--log-level", "loud"], ["demo", "--as-of", "yesterday", "--data", "{folder}/unused"],
], ids=" ".join)
def test_wrong_use_is_exit_code_2(running, arguments):
    result = attempt(running, arguments)
    assert result.returncode == 2, result.stderr
    assert result.stderr.startswith("Error: ")


def attempt(server, arguments):
    places = {"folder": server.folder, "data": server.data, "keys": server.keys, "url": server.url}
    return server.attempt(*(argument.format_map(places) for argument in arguments))

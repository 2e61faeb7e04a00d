"""The commands about agreements: check, show, diff, publish, clock, windows, whatif."""

import datetime
import json
import shutil
import subprocess
import time

import icalendar
import pytest
import recurring_ical_events

import reference_clock
from server import ROOT

AGREEMENTS = [
    "mijnoverheid-sno-2020.yaml", "mijnoverheid-dap-2018.yaml", "bvv-beheerafspraken.yaml", "ssc-sla.yaml"]
SNO = ROOT / "agreements" / AGREEMENTS[0]
CASES = "docs/examples/cases.csv"


def attempt(binary, *arguments, input=None):
    return subprocess.run(
        [str(binary), *map(str, arguments)], input=input, capture_output=True, text=True, timeout=120,
        cwd=ROOT)


def peil(binary, *arguments, input=None):
    result = attempt(binary, *arguments, input=input)
    assert result.returncode == 0, result.stdout + result.stderr
    return result.stdout


def changed(tmp_path, old, new):
    """The agreement of the message box with one value changed."""
    text = SNO.read_text()
    assert text.count(old) >= 1
    file = tmp_path / "changed.yaml"
    file.write_text(text.replace(old, new))
    return file


def test_the_shipped_agreements_are_right(binary):
    lines = peil(binary, "agreement", "check", "agreements").splitlines()
    assert len(lines) == len(AGREEMENTS) and all(": in orde: " in line for line in lines)


def test_a_wrong_file_is_told_line_by_line_and_beside_a_right_one(binary, tmp_path):
    wrong = changed(tmp_path, "20 kantooruren", "20 kantoordagen")
    result = attempt(binary, "agreement", "check", wrong, SNO)
    assert result.returncode == 1
    assert f"{wrong}:" in result.stderr and "SNO-38" in result.stderr and "20 kantoordagen" in result.stderr
    assert "in orde" in result.stdout


def test_an_agreement_reads_as_its_document_with_the_assumptions_marked(binary):
    text = peil(binary, "agreement", "show", "bvv-beheerafspraken")
    assert text.index("Openingstijden servicedesk  [BVV-01") < text.index("Afhandeling incidenten  [BVV-03")
    assert "70 % ≤ 6 uur ondersteuningstijd" in text and "Aanname – " in text
    one = peil(binary, "agreement", "show", "bvv-beheerafspraken", "--clause", "BVV-03")
    assert "[BVV-03" in one and "[BVV-01" not in one


def test_two_versions_differ_in_the_values_that_were_changed(binary, tmp_path):
    text = peil(binary, "agreement", "diff", SNO, changed(tmp_path, "20 kantooruren", "16 kantooruren"))
    assert "SNO-38" in text and "20 kantooruren → 16 kantooruren" in text and "SNO-37" not in text
    assert peil(binary, "agreement", "diff", SNO, SNO).strip() == "Er is geen verschil."


def test_a_file_is_published_once_and_is_then_a_version_on_record(example, tmp_path):
    name, data = "mijnoverheid-sno", ["--data", str(example.data)]
    before = example.command("agreement", "versions", name, *data).splitlines()
    file = changed(tmp_path, "20 kantooruren", "16 kantooruren")
    first = example.command("agreement", "publish", str(file), *data)
    again = example.command("agreement", "publish", str(file), *data)
    after = example.command("agreement", "versions", name, *data).splitlines()
    assert first.startswith("Gepubliceerd.") and again.startswith("Deze tekst is al gepubliceerd.")
    assert first.splitlines()[1] == again.splitlines()[1]
    assert len(after) == len(before) + 1 and first.splitlines()[1] in after


def test_a_wrong_file_is_not_published(example, tmp_path):
    data = ["--data", str(example.data)]
    before = example.command("agreement", "versions", "mijnoverheid-sno", *data)
    wrong = changed(tmp_path, "20 kantooruren", "20 kantoordagen")
    result = example.attempt("agreement", "publish", str(wrong), *data)
    assert result.returncode == 1 and "SNO-38" in result.stderr
    assert example.command("agreement", "versions", "mijnoverheid-sno", *data) == before


def test_a_clock_tells_its_deadline_and_how_it_came_about(binary):
    text = peil(
        binary, "clock", "bvv-beheerafspraken", "BVV-03", "--priority", 1, "--term", "resolution",
        "--start", "2026-04-03 16:00")
    assert "Deadline:    di 7 april 2026, 12.30 uur" in text and "Tweede paasdag" in text
    answer = json.loads(peil(
        binary, "clock", "bvv-beheerafspraken", "BVV-03", "--priority", 1, "--term", "resolution",
        "--start", "2026-04-03T14:00:00Z", "--pause", "2026-04-07 09:00/2026-04-07 10:00:uwv",
        "--asof", "2026-04-07 11:00", "--json"))
    [clock] = answer["clocks"]
    assert clock["deadline"] == "2026-04-07T13:30:00+02:00" and clock["outcome"] == "open"
    assert clock["elapsed_seconds"] == 3.5 * 3600 and clock["remaining_seconds"] == 2.5 * 3600
    assert [part for part in clock["trace"] if part["kind"] == "paused"][0]["responsible"] == "uwv"


@pytest.mark.parametrize("arguments, code, told", [
    (["bvv-beheerafspraken", "BVV-99", "--start", "2026-04-03 16:00"], 1, "BVV-03"),
    (["bvv-beheerafspraken", "BVV-01", "--start", "2026-04-03 16:00"], 1, "BVV-03"),
    (["bvv", "BVV-03", "--start", "2026-04-03 16:00"], 2, "bvv-beheerafspraken"),
    (["bvv-beheerafspraken", "BVV-03", "--start", "gisteren"], 2, "2026-04-03 16:00"),
    (["bvv-beheerafspraken", "BVV-03"], 2, "--start"),
    (["bvv-beheerafspraken", "BVV-03", "--batch"], 2, "--batch"),
    ([], 2, "name an agreement"),
])
def test_what_cannot_be_run_is_told_with_what_can(binary, arguments, code, told):
    result = attempt(binary, "clock", *arguments)
    assert result.returncode == code and told in result.stderr


def test_questions_are_answered_as_they_come_also_while_more_may_follow(binary):
    question = {
        "id": "a", "window": {"days": "mon-fri", "from": "08:30", "to": "18:00"},
        "holidays": "bvv-beheerafspraken", "start": "2026-04-03T16:00:00+02:00", "budget_seconds": 21600}
    process = subprocess.Popen(
        [str(binary), "clock", "--batch"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=ROOT)
    for line in [json.dumps(question), "nonsense", json.dumps(question)]:
        process.stdin.write(line + "\n")
        process.stdin.flush()
        answer = json.loads(process.stdout.readline())  # comes now, or this waits for ever
        assert answer.get("deadline") == "2026-04-07T12:30:00+02:00" or "error" in answer
    process.stdin.close()
    assert process.wait(timeout=60) == 0 and process.stdout.read() == ""


def test_a_hundred_thousand_questions_are_a_matter_of_seconds(binary):
    question = {
        "window": {"days": "mon-fri", "from": "08:30", "to": "18:00"}, "holidays": None,
        "start": "2026-04-03T16:00:00+02:00", "pauses": []}
    lines = "".join(
        json.dumps(question | {"id": f"{n}", "budget_seconds": n}) + "\n" for n in range(100_000))
    begin = time.monotonic()
    answers = peil(binary, "clock", "--batch", input=lines).splitlines()
    assert len(answers) == 100_000 and json.loads(answers[-1])["id"] == "99999"
    assert time.monotonic() - begin < 60  # a debug build on a loaded machine


def test_a_month_is_a_picture_that_fits_a_terminal(binary):
    text = peil(binary, "windows", "bvv-beheerafspraken", "--month", "2026-05")
    assert all(len(line) <= 100 for line in text.splitlines()) and "\x1b" not in text
    assert "Hemelvaartsdag" in text and "█" in text
    assert attempt(binary, "windows", "bvv-beheerafspraken", "--month", "mei").returncode == 2


@pytest.mark.parametrize("environment", ["production", "preproduction"])
@pytest.mark.parametrize("agreement", [f"agreements/{name}" for name in AGREEMENTS if "dap" not in name])
def test_a_calendar_program_expands_the_windows_to_what_peil_materialises(binary, agreement, environment):
    months = [f"{year}-{month:02}" for year in (2026, 2027) for month in range(1, 13)]
    where = ["--environment", environment]
    calendar = icalendar.Calendar.from_ical(
        peil(binary, "windows", agreement, "--month", "2026-01", *where, "--ical"))
    expanded = {}
    for event in recurring_ical_events.of(calendar).between((2025, 12, 31), (2028, 1, 3)):
        key = str(event["UID"]).split(".")[1]
        expanded.setdefault(key, []).append((event["DTSTART"].dt, event["DTEND"].dt))
    materialised = {}
    for month in months:
        answer = json.loads(peil(binary, "windows", agreement, "--month", month, *where, "--json"))
        for window in answer["service"] + answer["maintenance"]:
            for interval in window["intervals"]:
                materialised.setdefault(window["key"], []).append(
                    tuple(datetime.datetime.fromisoformat(text) for text in interval))
    assert materialised and united(expanded) == united(materialised)


def united(windows):
    """Per window its stretches in UTC, those that touch made one."""
    result = {}
    for key, intervals in windows.items():
        stretches = []
        for begin, end in sorted((a.astimezone(reference_clock.UTC), b.astimezone(reference_clock.UTC))
                                 for a, b in intervals):
            if stretches and begin <= stretches[-1][1]:
                stretches[-1] = (stretches[-1][0], max(end, stretches[-1][1]))
            else:
                stretches.append((begin, end))
        result[key] = stretches
    return result


def test_what_if_shows_the_norms_and_the_cases_that_differ(binary, tmp_path):
    other = changed(tmp_path, "20 kantooruren", "16 kantooruren")
    arguments = ["whatif", CASES, "--under", "mijnoverheid-sno", "--instead", other,
                 "--month", "2026-10", "--asof", "2026-11-05 12:00"]
    text = peil(binary, *arguments)
    assert "≤ 20 kantooruren: 1 van 3 op tijd" in text and "≤ 16 kantooruren: 0 van 3 op tijd" in text
    assert "M-04: was op tijd" in text
    answer = json.loads(peil(binary, *arguments, "--json"))
    assert answer["changed_outcomes"] == 1
    norm = next(norm for norm in answer["norms"] if norm["clause"] == "SNO-38")
    assert norm["under"]["share"] == "1 van 3" and norm["instead"]["share"] == "0 van 3"


def test_wrong_cases_are_told_together_and_nothing_is_judged(binary, tmp_path):
    file = tmp_path / "cases.csv"
    shutil.copy(ROOT / CASES, file)
    with open(file, "a") as cases:
        cases.write("M-20,disturbance,production,,,een,2026-10-20 10:00,,\nM-21,,,,,,,,\n")
    result = attempt(binary, "whatif", file, "--under", "mijnoverheid-sno", "--instead", "mijnoverheid-sno")
    assert result.returncode == 1 and result.stdout == ""
    assert f"{file}:12: priority" in result.stderr and f"{file}:13: process" in result.stderr

"""`peil clock --batch` against an independent reckoning, on many random questions.

The seed is printed, and may be given again as PEIL_CLOCK_SEED; PEIL_CLOCK_CASES asks for more than the usual.
"""

import datetime
import json
import os
import random
import subprocess

import pytest

import reference_clock
from server import ROOT

CASES = int(os.environ.get("PEIL_CLOCK_CASES", 10_000))
SECONDS = 60
SHOWN = 5  # differences printed; one is enough to look into

pytestmark = pytest.mark.timeout(SECONDS * 5)  # a loaded machine and a debug build


def test_ten_thousand_random_clocks_agree_with_the_reference(binary):
    seed = int(os.environ.get("PEIL_CLOCK_SEED", random.SystemRandom().randrange(2**32)))
    print(f"PEIL_CLOCK_SEED={seed}")
    questions = list(random_questions(random.Random(seed), CASES))
    answers = ask(binary, questions)
    differences = [
        (question, answer, expected)
        for question, answer in zip(questions, answers, strict=True)
        if answer != (expected := {"id": question["id"], "deadline": written(question)})]
    for question, answer, expected in differences[:SHOWN]:
        print(json.dumps(question), "peil:", answer, "reference:", expected)
    assert not differences, f"{len(differences)} of {len(questions)} differ; seed {seed}"
    with_pauses = sum(1 for question in questions if question["pauses"])
    assert with_pauses > CASES / 4 and len({q["window"]["days"] for q in questions}) > 8


@pytest.mark.parametrize("number, window, holidays, start, hours, expected", [
    (1, "mon-fri 08:30-18:00", True, "2026-04-03T16:00+02:00", 6, "2026-04-07T12:30:00+02:00"),
    (2, "mon-fri 08:30-18:00", True, "2026-05-13T17:00+02:00", 12, "2026-05-18T10:00:00+02:00"),
    (6, "mon-fri 08:30-18:00", True, "2026-04-13T08:30+02:00", 9.5, "2026-04-13T18:00:00+02:00"),
    (7, "mon-fri 08:30-18:00", True, "2026-04-11T12:00+02:00", 1, "2026-04-13T09:30:00+02:00"),
    (7, "mon-fri 08:30-18:00", True, "2026-04-13T18:00+02:00", 1, "2026-04-14T09:30:00+02:00"),
    (8, "mon-fri 08:30-18:00", True, "2026-04-13T08:30+02:00", 400, "2026-06-15T09:30:00+02:00"),
    (9, "mon-sun 00:00-24:00", False, "2026-03-29T00:30+01:00", 6, "2026-03-29T07:30:00+02:00"),
    (11, "mon-sun 00:00-24:00", False, "2026-10-25T02:15+02:00", 1, "2026-10-25T02:15:00+01:00"),
    (11, "mon-sun 00:00-24:00", False, "2026-10-25T02:15+01:00", 1, "2026-10-25T03:15:00+01:00"),
    (12, "mon-sun 00:00-24:00", False, "2026-03-29T00:00+01:00", 23, "2026-03-30T00:00:00+02:00"),
    (12, "mon-sun 00:00-24:00", False, "2026-10-25T00:00+02:00", 25, "2026-10-26T00:00:00+01:00"),
    (19, "mon-fri 08:00-18:00", False, "2026-04-13T17:00+02:00", 4, "2026-04-14T11:00:00+02:00"),
    (22, "mon-fri 08:00-18:00", False, "2026-04-17T17:00+02:00", 4, "2026-04-20T11:00:00+02:00"),
])
def test_the_cases_of_the_facts_by_number(binary, number, window, holidays, start, hours, expected):
    assert ask(binary, [question(number, window, holidays, start, hours)]) == [
        {"id": f"case {number}", "deadline": expected}]


def test_case_17_a_pause_costs_its_open_hours_only(binary):
    pause = ["2026-04-10T15:00:00+02:00", "2026-04-13T09:00:00+02:00"]
    asked = question(17, "mon-fri 08:00-20:00", False, "2026-04-10T14:00:00+02:00", 12) | {
        "pauses": [pause]}
    assert ask(binary, [asked])[0]["deadline"] == "2026-04-13T20:00:00+02:00"


def question(number, window, holidays, start, hours):
    days, times = window.split()
    begin, end = times.split("-")
    return {
        "id": f"case {number}", "window": {"days": days, "from": begin, "to": end},
        "holidays": "bvv-beheerafspraken" if holidays else None,
        "start": datetime.datetime.fromisoformat(start).isoformat(), "budget_seconds": hours * 3600}


def ask(binary, questions):
    lines = "".join(json.dumps(question) + "\n" for question in questions)
    result = subprocess.run(
        [str(binary), "clock", "--batch"], input=lines, capture_output=True, text=True, cwd=ROOT,
        timeout=SECONDS * 4)
    assert result.returncode == 0, result.stderr
    return [json.loads(line) for line in result.stdout.splitlines()]


def written(question):
    local = reference_clock.deadline(question).astimezone(reference_clock.AMSTERDAM)
    text = local.strftime("%Y-%m-%dT%H:%M:%S")
    if local.microsecond:
        text += f".{local.microsecond:06}".removesuffix("000")
    offset = local.strftime("%z")
    return f"{text}{offset[:3]}:{offset[3:]}"


# Random questions: a window of a small set of shapes and random hours, a start in 2020–2035 that is often at
# an edge or on a night the clock changes, a budget from nothing to some weeks, and pauses before, in and
# after it.

SHAPES = ["mon-fri", "mon-sun", "fri-mon", "sat,sun", "mon,wed,fri", "tue", "sun", "wed-sat", "sun-thu",
          "mon-thu,sat", "sat-sun", "mon-sat"]


def random_questions(chance, count):
    windows = [random_window(chance) for _ in range(60)]
    for number in range(count):
        start = random_start(chance)
        yield {
            "id": f"q{number}", "window": chance.choice(windows),
            "holidays": chance.choice(["bvv-beheerafspraken", None]), "start": in_some_zone(chance, start),
            "budget_seconds": random_budget(chance),
            "pauses": [[in_some_zone(chance, moment) for moment in pause]
                       for pause in random_pauses(chance, start)]}


def random_window(chance):
    begin = chance.randrange(0, 24 * 60, 15)
    times = chance.choice([
        ("08:30", "18:00"), ("00:00", "24:00"), ("17:00", "06:00"), ("02:00", "03:00"), ("22:30", "02:30"),
        (clock(begin), clock((begin + chance.randrange(15, 24 * 60, 15)) % (24 * 60))),
        (clock(begin), "24:00")])
    return {"days": chance.choice(SHAPES), "from": times[0], "to": times[1]}


def clock(minutes):
    return f"{minutes // 60:02}:{minutes % 60:02}"


def random_start(chance):
    first = datetime.datetime(2020, 1, 1, tzinfo=reference_clock.UTC)
    moment = first + datetime.timedelta(seconds=chance.randrange(16 * 365 * 86_400))
    if chance.random() < 0.2:  # near a change of the clock
        month = chance.choice([3, 10])
        last = datetime.datetime(moment.year, month, 31, tzinfo=reference_clock.UTC)
        sunday = last - datetime.timedelta(days=(last.weekday() + 1) % 7)
        moment = sunday + datetime.timedelta(minutes=chance.randrange(-36 * 60, 36 * 60))
    if chance.random() < 0.5:
        moment = moment.replace(minute=moment.minute // 15 * 15, second=0)
    return moment


def random_budget(chance):
    kind = chance.random()
    if kind < 0.05:
        return 0
    if kind < 0.5:
        return chance.randrange(1, 60) * 900
    if kind < 0.6:
        return chance.randrange(1, 10**9) / 1_000
    return chance.randrange(1, 30 * 86_400)


def random_pauses(chance, start):
    for _ in range(chance.choice([0, 0, 1, 1, 2, 3, 6])):
        begin = start + datetime.timedelta(seconds=chance.randrange(-86_400, 20 * 86_400))
        if chance.random() < 0.3:
            begin = begin.replace(minute=30, second=0)
        yield begin, begin + datetime.timedelta(seconds=chance.choice([0, 900, 7_200, 50_000, 400_000]))


def in_some_zone(chance, moment):
    zone = chance.choice([
        reference_clock.AMSTERDAM, reference_clock.UTC,
        datetime.timezone(datetime.timedelta(hours=chance.randrange(-11, 12), minutes=30))])
    return moment.astimezone(zone).isoformat()

"""An independent reckoning of open time, to hold `peil clock --batch` against.

It shares nothing with the program: the zone is that of the system's own tables (zoneinfo), Easter and the
Dutch holidays come from the `holidays` package, corrected where that differs from the agreement of the BVV
(no Good Friday; Liberation Day only once in five years), and a deadline is found by walking the days.
"""

import datetime
import functools
import zoneinfo

import holidays

AMSTERDAM = zoneinfo.ZoneInfo("Europe/Amsterdam")
UTC = datetime.timezone.utc
DAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
# Days that the package has and the agreement has not.
NOT_CLOSED = {"Goede vrijdag", "Eerste paasdag", "Eerste pinksterdag"}


@functools.cache
def closed_days(year):
    """The holidays of the BVV agreement (BVV-01) in a year."""
    names = holidays.country_holidays("NL", years=year, language="nl", expand=False)
    days = {day for day, name in names.items() if name not in NOT_CLOSED}
    if year % 5 == 0:
        days.add(datetime.date(year, 5, 5))
    elif names.get(datetime.date(year, 5, 5)) == "Bevrijdingsdag":
        days.discard(datetime.date(year, 5, 5))
    return frozenset(days)


@functools.cache
def weekdays(text):
    """`mon-fri`, `fri-mon`, `mon,wed`: the days as numbers."""
    days = set()
    for part in text.split(","):
        first, _, last = part.partition("-")
        day, end = DAYS.index(first), DAYS.index(last or first)
        days.add(day)
        while day != end:
            day = (day + 1) % 7
            days.add(day)
    return frozenset(days)


def moment(date, text):
    """A reading of the clock on a day, as a moment in UTC; one that the clock leaps over is the leap."""
    hours, minutes = map(int, text.split(":")[:2])
    if hours == 24:
        date, hours = date + datetime.timedelta(days=1), 0
    local = datetime.datetime.combine(date, datetime.time(hours, minutes), AMSTERDAM)
    found = local.astimezone(UTC)
    back = found.astimezone(AMSTERDAM)
    if back.replace(tzinfo=None) != local.replace(tzinfo=None):
        # Never shown: 02:00 to 03:00 does not exist, and all of it is the moment of the leap, 01:00 UTC.
        return datetime.datetime.combine(date, datetime.time(1), UTC)
    return found


def openings(window, closed, first):
    """The openings from a day on, in order of their beginning, as moments in UTC."""
    days = weekdays(window["days"])
    date = first
    while date.year < 2100:
        if date.weekday() in days and not (closed and date in closed_days(date.year)):
            next_day = window["to"] <= window["from"]
            begin = moment(date, window["from"])
            end = moment(date + datetime.timedelta(days=1 if next_day else 0), window["to"])
            if begin < end:
                yield begin, end
        date += datetime.timedelta(days=1)


def without(begin, end, pauses):
    """What is left of a stretch when the pauses are taken out."""
    for pause_begin, pause_end in pauses:
        if pause_end <= begin:
            continue
        if pause_begin >= end:
            break
        if begin < pause_begin:
            yield begin, pause_begin
        begin = max(begin, pause_end)
    if begin < end:
        yield begin, end


def deadline(question):
    """The moment at which the budget is used up, in UTC."""
    start = datetime.datetime.fromisoformat(question["start"]).astimezone(UTC)
    left = datetime.timedelta(microseconds=round(question["budget_seconds"] * 1_000_000))
    if not left:
        return start
    pauses = sorted(
        tuple(datetime.datetime.fromisoformat(text).astimezone(UTC) for text in pause)
        for pause in question.get("pauses") or [])
    # An opening of the day before may reach past midnight, and past the opening of this day.
    first = start.astimezone(AMSTERDAM).date() - datetime.timedelta(days=2)
    reached = start
    for begin, end in openings(question["window"], question.get("holidays") is not None, first):
        for part_begin, part_end in without(max(begin, reached), end, pauses):
            if part_end - part_begin >= left:
                return part_begin + left
            left -= part_end - part_begin
        reached = max(reached, end)
    raise ValueError("beyond the end of time")

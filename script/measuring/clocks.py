"""One deadline on office hours, as two libraries in wide use reckon it: their seconds for each."""

import datetime
import json
import random
import shutil
import subprocess
import sys
import time

DEADLINES = 300  # both take tens of microseconds and more


def peil(binary, quick):
    """What `peil load clocks` measures."""
    fewer = ["--deadlines", "200000", "--clocks", "50000", "--cases", "20000"] if quick else []
    line = [binary, "load", "clocks", *fewer]
    return json.loads(subprocess.run(line, check=True, stdout=subprocess.PIPE).stdout)


def starts():
    """Random moments over twenty years, as seconds since 1970; the same each time."""
    chance = random.Random(1)
    first = int(datetime.datetime(2026, 4, 1, tzinfo=datetime.timezone.utc).timestamp())
    return [first + chance.randrange(20 * 365 * 86_400) for _ in range(DEADLINES)]


def python():
    """Seconds for one deadline of six hours by businesstimedelta, warm, in Amsterdam time and with Dutch
    holidays, as Peil has them; None where it is not installed."""
    try:
        import businesstimedelta
        import holidays
        import pytz
    except ImportError:
        return None
    zone = pytz.timezone("Europe/Amsterdam")
    office = businesstimedelta.WorkDayRule(
        start_time=datetime.time(8, 30), end_time=datetime.time(18, 0), working_days=[0, 1, 2, 3, 4], tz=zone)
    closed = businesstimedelta.HolidayRule(holidays.country_holidays("NL"), tz=zone)
    rules = businesstimedelta.Rules([office, closed])
    budget = businesstimedelta.BusinessTimeDelta(rules, hours=6)
    moments = [zone.fromutc(datetime.datetime(1970, 1, 1) + datetime.timedelta(seconds=second))
               for second in starts()]
    moments[0] + budget
    begin = time.perf_counter()
    for moment in moments:
        moment + budget
    return (time.perf_counter() - begin) / len(moments)


PERL = r"""
use strict; use warnings; use Time::HiRes qw(time); use Business::Hours;
my $hours = Business::Hours->new();
my %day = (Start => '08:30', End => '18:00');
$hours->business_hours(
    0 => {Name => 'Sunday', Start => undef, End => undef},
    (map { $_ => {Name => $_, %day} } 1 .. 5), 6 => {Name => 'Saturday', Start => undef, End => undef});
my @starts = map { chomp; $_ } <STDIN>;
$hours->add_seconds($starts[0], 21600);
my $begin = time;
$hours->add_seconds($_, 21600) for @starts;
printf "%.9f\n", (time - $begin) / @starts;
"""


def perl():
    """The same by Perl's Business::Hours; None where it is not installed."""
    if not shutil.which("perl"):
        return None
    given = "".join(f"{second}\n" for second in starts())
    ran = subprocess.run(["perl", "-e", PERL], input=given, capture_output=True, text=True)
    if ran.returncode != 0:
        print(ran.stderr.splitlines()[:1], file=sys.stderr)
        return None
    return float(ran.stdout)


def add(table, binary, quick):
    """The lines of the table."""
    figures = peil(binary, quick)
    nanoseconds = figures["deadline_nanoseconds"]
    table.add("one deadline of 6 office hours, warm", f"{nanoseconds:,.0f} ns")
    for name, seconds in (("Python businesstimedelta", python()), ("Perl Business::Hours", perl())):
        if seconds is None:
            table.add("", "", against=f"{name}: not installed")
        else:
            ratio = seconds * 1e9 / nanoseconds
            table.add("", "", limit=f"{seconds * 1e9:,.0f} ns", against=name, ratio=ratio)
    table.add(
        f"{figures['rejudged_clocks']:,} clocks judged anew, windows compiled anew",
        f"{figures['rejudged_seconds']:.2f} s")
    table.add(f"a month of {figures['month_cases']:,} cases judged", f"{figures['month_seconds']:.2f} s")

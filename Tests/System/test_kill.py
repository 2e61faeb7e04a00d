"""A server that is killed again and again loses nothing it acknowledged, and makes nothing twice."""

import random
import time

import pytest

from load import Load

ROUNDS = 24
LONGEST_ROUND_SECONDS = 0.8
DELIVERIES_A_ROUND = 8  # of each sender


@pytest.mark.timeout(240)
def test_everything_acknowledged_is_there_once_after_many_kills(filled):
    seed = random.SystemRandom().randrange(1_000_000)
    print(f"seed {seed}")
    chance = random.Random(seed)
    load = Load(filled.start(), seed)
    began = time.monotonic()

    def say(what):
        print(f"{time.monotonic() - began:.0f} s: {what}", flush=True)

    for number in range(ROUNDS):
        # Every third round takes nothing in: the kill comes while what lies there is processed.
        if number % 3 != 2:
            load.open(DELIVERIES_A_ROUND)
        wait(chance.uniform(0, LONGEST_ROUND_SECONDS), load)
        filled.kill()
        load.gate.clear()
        filled.start()
    load.open(DELIVERIES_A_ROUND)
    wait(LONGEST_ROUND_SECONDS, load)
    load.end()
    sent, acknowledged = load.sent(), load.acknowledged()
    say(f"{len(sent)} deliveries, {len(acknowledged)} acknowledged,"
        f" {sum(len(one.messages) for one in acknowledged)} messages")
    assert len(acknowledged) > ROUNDS and len(acknowledged) < len(sent)

    load.wait_until_processed()
    say("processed")
    assert list(load.lost_or_doubled()) == []
    say("counted; all is sent again")

    load.send_everything_again()
    assert load.acknowledged() == sent
    say("sent again")
    load.wait_until_processed()
    assert list(load.lost_or_doubled()) == []


def wait(seconds, load):
    """Lets the load go on. The moment of the kill is the point; it is no wait for something."""
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        load.check()
        load.ended.wait(0.01)

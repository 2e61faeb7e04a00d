"""An acknowledgement follows the sync of what it acknowledges: by system calls, and by cutting the power."""

import itertools
import random
import re
import time

import pytest

from batch import Message, batch, new_id
from citizen import BSN, eventually
from client import Client
from load import SENDERS, Load
from pdf import pdf
from powercut import powercut

ONE_BY_ONE = 12
OIN, TYPE, CITIZENS = SENDERS[0]
CALLS = "read,recvfrom,recvmsg,write,writev,sendto,sendmsg,fsync,fdatasync"
SYNC = re.compile(r"(?:fsync|fdatasync)\(\d+<([^>]*)>\) += 0$")
SYNC_BEGAN = re.compile(r"(?:fsync|fdatasync)\(\d+<([^>]*)> <unfinished")
SYNC_ENDED = re.compile(r"<\.\.\. (?:fsync|fdatasync) resumed>\) += 0$")


def messages(count, attachments):
    made = [Message(BSN[CITIZENS[0]], type=TYPE) for _ in range(count)]
    for message in made:
        message.attachments = [pdf(message.id, size=20_000) for _ in range(attachments)]
    return made


def deliver_json(client):
    return client.deliver_message(messages(1, attachments=0)[0])


def deliver_json_with_file(client):
    return client.deliver_message(messages(1, attachments=1)[0])


def deliver_xml(client):
    id = new_id()
    return client.deliver_batch(batch(OIN, messages(3, attachments=1), id=id))


@pytest.mark.parametrize("deliver, place, synced", [
    (deliver_json, "/api/v1/aanleveringen", ["peil.sqlite-wal"]),
    (deliver_json_with_file, "/api/v1/aanleveringen", ["peil.sqlite-wal"]),
    (deliver_xml, "/koppelvlak/berichtverwerking", ["parked-", "peil.sqlite-wal"]),
], ids=["a message", "a message with a file", "a batch"])
def test_each_acknowledgement_waits_for_a_sync(filled, deliver, place, synced):
    trace = filled.folder / "trace"
    # -D: the process that is started and killed is the server; strace stands beside it.
    filled.start(prefix=["strace", "-D", "-f", "-y", "-s", "100", "-e", f"trace={CALLS}", "-o", str(trace)])
    client = Client.of_example(filled, OIN).sign_in()
    for _ in range(ONE_BY_ONE):
        answer = deliver(client)
        assert answer.status_code == 202, answer.text
    filled.kill()
    eventually(lambda: "+++ killed by SIGKILL +++" in trace.read_text(errors="replace")[-2_000:],
               "the trace written to its end")

    acknowledgements = list(between_request_and_answer(trace.read_text(errors="replace"), place))
    assert len(acknowledgements) == ONE_BY_ONE
    for syncs in acknowledgements:
        # In this order: the payload in its segment, then the row that names it.
        assert is_in_order(synced, syncs), syncs


def between_request_and_answer(trace, place):
    """Per acknowledgement: the files whose sync began and ended between the request and the answer."""
    began, syncs = {}, None
    for line in trace.splitlines():
        thread = line.split(maxsplit=1)[0]
        if f'"POST {place} ' in line:
            syncs, began = [], {}
        elif '"HTTP/1.1 202 ' in line and syncs is not None:
            yield syncs
            syncs = None
        elif syncs is None:
            continue
        elif found := SYNC.search(line):
            syncs.append(found[1])
        elif found := SYNC_BEGAN.search(line):
            began[thread] = found[1]
        elif SYNC_ENDED.search(line) and thread in began:
            syncs.append(began.pop(thread))


def is_in_order(wanted, found):
    left = iter(found)
    return all(any(part in one for one in left) for part in wanted)


@pytest.mark.parametrize("trace, order", [
    ('1 read(5<s>, "POST /x HTTP", 9) = 9\n1 write(5<s>, "HTTP/1.1 202 A", 9) = 9', [[]]),
    ('1 fsync(3</d/a>) = 0\n1 read(5<s>, "POST /x HTTP", 9) = 9\n2 fsync(3</d/b>) = 0\n'
     '2 fdatasync(3</d/c> <unfinished ...>\n1 futex(1)\n2 <... fdatasync resumed>) = 0\n'
     '1 write(5<s>, "HTTP/1.1 202 A", 9) = 9\n1 fsync(3</d/e>) = 0', [["/d/b", "/d/c"]]),
    ('2 fsync(3</d/a> <unfinished ...>\n1 read(5<s>, "POST /x HTTP", 9) = 9\n2 <... fsync resumed>) = 0\n'
     '3 fsync(3</d/b>) = -1 EIO (error)\n1 write(5<s>, "HTTP/1.1 202 A", 9) = 9', [[]]),
], ids=["none", "whole and in two parts", "begun before, or failed"])
def test_the_trace_is_read_as_it_happened(trace, order):
    assert list(between_request_and_answer(trace, "/x")) == order


CUTS = [{}, {"survive": 0.5}, {"survive": 0.9}, {}, {"survive": 0.5, "names": "journalled"}, {"survive": 0.1}]
LONGEST_LOAD_SECONDS = 1.5
DELIVERIES_A_ROUND = 30  # of each sender


def test_nothing_acknowledged_is_missing_after_the_power_was_cut_under_load(filled, power_cut):
    seed = random.SystemRandom().randrange(1_000_000)
    print(f"seed {seed}")
    chance = random.Random(seed)
    loads = []
    for number, how in enumerate(CUTS):
        journal = filled.folder / f"journal-{number}"
        filled.start(environment=powercut.environment(power_cut, filled.data, journal))
        load = Load(filled, f"{seed} {number}")
        load.open(DELIVERIES_A_ROUND)
        until = time.monotonic() + chance.uniform(0.3, LONGEST_LOAD_SECONDS)
        while time.monotonic() < until or not load.acknowledged():
            load.check()
            load.ended.wait(0.01)
        filled.kill()
        load.end()
        outcome = powercut.apply(filled.data, journal, seed=chance.randrange(1_000_000), **how)
        print(f"{how}: {len(load.acknowledged())} acknowledged, {outcome.writes_lost} writes lost")
        loads.append((load, outcome))

    assert sum(outcome.writes_lost for _, outcome in loads) > 0, "the cuts took nothing back"
    filled.start()
    for load, _ in loads:
        load.wait_until_processed()
    wrong = itertools.chain.from_iterable(load.lost_or_doubled() for load, _ in loads)
    assert list(wrong) == []

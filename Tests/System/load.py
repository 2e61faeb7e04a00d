"""Systems of organisations that deliver at the same time, and remember what they were told."""

import random
import threading
from dataclasses import dataclass, field

import requests

from batch import Message, batch, new_id
from citizen import BSN, Visitor, eventually
from client import Client
from pdf import pdf

# Organisations of the worked example with a type of theirs, and citizens who take their post.
SENDERS = [
    ("00000099000000001000", "AFVAL", ["c01", "c02", "c03"]),
    ("00000099000000002000", "WATER", ["c01", "c04", "c06"]),
    ("00000099000000003000", "VRAAG", ["c01", "c02", "c05"]),
    ("00000099000000005000", "APK", ["c02", "c03", "c04"]),
]


@dataclass
class Delivered:
    """A batch or a single message as it was sent, and what came back."""

    id: str
    oin: str
    messages: list
    citizens: list
    body: bytes = None  # of a batch; None for a single message
    acknowledged: bool = False
    delivery: str = None  # the id under which a single message can be asked for

    def send(self, client):
        if self.body is None:
            answer = client.deliver_message(self.messages[0])
        else:
            answer = client.deliver_batch(self.body)
        assert answer.status_code == 202, f"{answer.status_code} {answer.text}"
        if self.body is None:
            self.delivery = answer.json()["id"]
        self.acknowledged = True


@dataclass
class Sender:
    """One system, in a thread of its own. The subject of a message is its id: boxes can be counted."""

    client: Client
    type: str
    citizens: list
    in_batches: bool
    chance: random.Random
    sent: list = field(default_factory=list)
    allowance: int = 0
    failure: BaseException = None

    def make(self):
        count = self.chance.randint(1, 12) if self.in_batches else 1
        citizens = [self.chance.choice(self.citizens) for _ in range(count)]
        messages = []
        for citizen in citizens:
            message = Message(BSN[citizen], type=self.type)
            message.subject = message.id
            if self.chance.random() < 0.7:
                message.attachments = [pdf(message.id, size=self.chance.randint(1_000, 40_000))]
            messages.append(message)
        id = new_id() if self.in_batches else messages[0].id
        body = batch(self.client.oin, messages, id=id) if self.in_batches else None
        return Delivered(id, self.client.oin, messages, citizens, body)

    def run(self, open_for_delivery, ended):
        """Delivers while the gate is open and the allowance lasts; a broken connection leaves a delivery
        unacknowledged."""
        try:
            while not ended.is_set():
                if not open_for_delivery.wait(timeout=0.1):
                    continue
                if self.allowance == 0:
                    ended.wait(0.01)
                    continue
                self.allowance -= 1
                delivered = self.make()
                self.sent.append(delivered)
                try:
                    delivered.send(self.client)
                except requests.RequestException:
                    ended.wait(0.02)
        except BaseException as failure:
            self.failure = failure
            raise


class Load:
    """All senders together: half of them in batches, half message by message."""

    def __init__(self, server, seed):
        self.server = server
        self.gate, self.ended = threading.Event(), threading.Event()
        self.senders = [
            Sender(Client.of_example(server, oin).sign_in(), type, citizens, place % 2 == 0,
                   random.Random(f"{seed} {oin}"))
            for place, (oin, type, citizens) in enumerate(SENDERS)]
        self.threads = [
            threading.Thread(target=sender.run, args=(self.gate, self.ended), daemon=True)
            for sender in self.senders]
        for thread in self.threads:
            thread.start()

    def open(self, allowance):
        """Lets each sender make so many deliveries, and no more: what is processed later must be bounded."""
        for sender in self.senders:
            sender.allowance = allowance
        self.gate.set()

    def sent(self):
        return [delivered for sender in self.senders for delivered in list(sender.sent)]

    def acknowledged(self):
        return [delivered for delivered in self.sent() if delivered.acknowledged]

    def end(self):
        self.ended.set()
        for thread in self.threads:
            thread.join(timeout=90)
            assert not thread.is_alive()
        self.check()

    def check(self):
        for sender in self.senders:
            assert sender.failure is None, repr(sender.failure)

    def send_everything_again(self):
        for sender in self.senders:
            for delivered in sender.sent:
                delivered.send(sender.client)

    # What the server made of it.

    def wait_until_processed(self, seconds=120):
        for sender in self.senders:
            wanted = {one.id for one in sender.sent if one.acknowledged}
            eventually(
                lambda: wanted <= {report["batchId"] for report in sender.client.reports()},
                f"every delivery of {sender.client.oin} processed", seconds)

    def lost_or_doubled(self):
        """Complaints: acknowledged messages and report lines that are not there exactly once, others that are
        there more than once."""
        return [*self.wrong_in_boxes(), *self.wrong_in_reports()]

    def wrong_in_boxes(self):
        boxes = {key: Visitor(self.server, key).sign_in().subjects() for key in BSN}
        for delivered in self.sent():
            for message, citizen in zip(delivered.messages, delivered.citizens):
                counts = {key: subjects.count(message.id) for key, subjects in boxes.items()}
                elsewhere = sum(counts.values()) - counts[citizen]
                lowest = 1 if delivered.acknowledged else 0
                if elsewhere or not lowest <= counts[citizen] <= 1:
                    yield f"message {message.id}, acknowledged {delivered.acknowledged}: in boxes {counts}"

    def wrong_in_reports(self):
        for sender in self.senders:
            listed = sender.client.reports()
            for delivered in sender.sent:
                found = [report for report in listed if report["batchId"] == delivered.id]
                lowest = 1 if delivered.acknowledged else 0
                if not lowest <= len(found) <= 1:
                    yield f"delivery {delivered.id}: {len(found)} reports"
                for report in found:
                    lines = sender.client.report(report["id"])["berichten"]
                    if sorted(line["berichtId"] for line in lines) != sorted(
                            message.id for message in delivered.messages):
                        yield f"delivery {delivered.id}: lines {lines}"
                    if {line["verwerkingsCode"] for line in lines} != {"Verwerkt"}:
                        yield f"delivery {delivered.id}: codes {lines}"

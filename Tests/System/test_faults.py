"""What fails around the server loses nothing, and does not last: a full disk, a mail server away."""

import contextlib
import os
import shutil
import socket
import threading

import pytest

from batch import Message, batch, new_id
from citizen import BSN, Visitor, eventually
from client import Client
from load import SENDERS
from pdf import pdf

OIN, TYPE, CITIZENS = SENDERS[0]
DISK_MEGABYTES = 400


def message(size=None):
    made = Message(BSN[CITIZENS[0]], type=TYPE)
    made.subject = made.id
    if size:
        made.attachments = [pdf(made.id, size=size)]
    return made


# A full disk. It is one of the server's own: a file system in memory that only this process sees.


class SmallDisk:
    def __init__(self, server, example):
        self.server = server
        alone = ["unshare", "--mount"] if os.geteuid() == 0 else ["unshare", "--mount", "--map-root-user"]
        made = (f'mkdir -p "$0" && mount -t tmpfs -o size={DISK_MEGABYTES}m tmpfs "$0"'
                ' && cp -a "$1"/. "$0" && shift && exec "$@"')
        self.prefix = [*alone, "sh", "-c", made, str(server.data), str(example.data)]

    @property
    def filling(self):
        return f"/proc/{self.server.process.pid}/root{self.server.data}/filling"

    def fill(self):
        with open(self.filling, "wb", buffering=0) as file, contextlib.suppress(OSError):
            while True:
                file.write(bytes(4096))

    def clear(self):
        os.unlink(self.filling)


def test_a_full_disk_is_said_and_passes(server, worked_example):
    shutil.copytree(worked_example.keys, server.keys)
    disk = SmallDisk(server, worked_example)
    server.start(prefix=disk.prefix)
    client = Client.of_example(server, OIN).sign_in()
    taken, offered = [], []

    def deliver_both():
        """A single message and a batch; the answers."""
        one, many = message(size=30_000), [message(size=30_000) for _ in range(3)]
        answers = [
            (client.deliver_message(one), [one]),
            (client.deliver_batch(batch(OIN, many, id=new_id())), many)]
        for answer, messages in answers:
            offered.extend(messages)
            if answer.status_code == 202:
                taken.extend(messages)
        return [answer for answer, _ in answers]

    assert [answer.status_code for answer in deliver_both()] == [202, 202]
    disk.fill()
    # What the log has room for is still taken; then both kinds are refused.
    refused = eventually(
        lambda: (answers := deliver_both()) and all(one.status_code != 202 for one in answers) and answers,
        "no more room")
    for answer in refused:
        assert answer.status_code == 503, answer.text
        assert answer.headers["Content-Type"].startswith("application/problem+json")
        assert answer.json()["actie"] == "later-opnieuw" and int(answer.headers["Retry-After"]) > 0
    disk.clear()
    eventually(
        lambda: [answer.status_code for answer in deliver_both()] == [202, 202], "room again", seconds=30)

    wanted = {one.id for one in taken}
    found = eventually(
        lambda: (subjects := box(server)) and wanted <= set(subjects) and subjects, "all that was taken")
    ours = {one.id for one in offered}
    assert sorted(subject for subject in found if subject in ours) == sorted(wanted)


def box(server):
    return Visitor(server, CITIZENS[0]).sign_in().subjects()


# A mail server that does not do its work, while deliveries go on.


class Mailbox:
    """A mail server that hangs or refuses, until it is told to work."""

    def __init__(self, greeting):
        self.greeting, self.works, self.mails = greeting, threading.Event(), []
        self.listener = socket.create_server(("127.0.0.1", 0))
        self.url = f"smtp://127.0.0.1:{self.listener.getsockname()[1]}"
        self.called = threading.Event()
        threading.Thread(target=self.listen, daemon=True).start()

    def listen(self):
        with contextlib.suppress(OSError):
            while True:
                connection, _ = self.listener.accept()
                self.called.set()
                threading.Thread(target=self.answer, args=(connection,), daemon=True).start()

    def answer(self, connection):
        with connection, connection.makefile("rwb") as lines, contextlib.suppress(OSError):
            if not self.works.is_set():
                if self.greeting is None:
                    connection.recv(1)  # says nothing until the other side gives up
                    return
                say(lines, self.greeting)
                return
            say(lines, "220 mail")
            while line := lines.readline().decode().strip().upper():
                if line == "DATA":
                    say(lines, "354 go on")
                    body = []
                    while (part := lines.readline()) != b".\r\n":
                        body.append(part)
                    self.mails.append(b"".join(body))
                    say(lines, "250 taken")
                elif line == "QUIT":
                    say(lines, "221 bye")
                    return
                else:
                    say(lines, "250 yes")


def say(lines, text):
    lines.write(text.encode() + b"\r\n")
    lines.flush()


@pytest.mark.parametrize("greeting", [None, "421 too busy"], ids=["hangs", "refuses"])
def test_deliveries_go_on_while_mail_cannot_be_sent(filled, greeting):
    mail = Mailbox(greeting)
    filled.options = ["--smtp", mail.url]
    filled.start()
    client = Client.of_example(filled, OIN).sign_in()
    first = [message() for _ in range(3)]
    for one in first:
        assert client.deliver_message(one).status_code == 202
    assert mail.called.wait(timeout=60), "nobody tried to send"
    second = [message() for _ in range(3)]
    for one in second:
        assert client.deliver_message(one).status_code == 202
    wanted = {one.id for one in first + second}
    eventually(lambda: wanted <= set(box(filled)), "every message in the box")
    if greeting is not None:
        # Refused at once, so tried again within a minute; what hangs waits for its time limit first.
        mail.works.set()
        # The worked example may have mails of its own to send, and each goes out at least once.
        subjects = [one.id.encode() for one in first + second]
        eventually(
            lambda: all(any(subject in sent for sent in list(mail.mails)) for subject in subjects),
            "every notification sent, each with its subject", seconds=180)
        assert all(first[0].text.encode() not in sent for sent in mail.mails)

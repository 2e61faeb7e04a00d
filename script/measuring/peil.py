"""Builds, fills, starts and loads Peil."""

import json
import os
import shutil
import signal
import socket
import sqlite3
import subprocess
import sys
import time
import urllib.request


def build():
    line = ["swift", "build", "--configuration", "release", "--product", "peil"]
    subprocess.run(line, check=True, stdout=sys.stderr)
    found = subprocess.run(
        [*line, "--show-bin-path"], check=True, capture_output=True, text=True
    ).stdout.strip()
    return os.path.join(found, "peil")


class Peil:
    def __init__(self, binary, folder, kept, port):
        self.binary = os.path.abspath(binary)
        self.folder = folder
        self.kept = kept
        self.port = port
        self.homes = {}

    def places(self, name):
        return ["--data", f"{self.homes[name]}/data", "--keys", f"{self.homes[name]}/keys"]

    def sessions(self, name):
        return f"{self.folder}/{name}.sessions"

    def run(self, *line):
        return subprocess.run([self.binary, *line], check=True, stdout=subprocess.PIPE).stdout

    def fill(self, name, accounts, messages):
        """An installation for this run only."""
        self.homes[name] = f"{self.folder}/{name}"
        return self._fill(name, accounts, messages)

    def fill_once(self, name, accounts, messages):
        """An installation that is kept for the next run: filling a large one takes long."""
        home = self.homes[name] = f"{self.kept}/{accounts}-{messages}"
        complete = f"{home}/complete.json"
        if not os.path.exists(complete):
            shutil.rmtree(home, ignore_errors=True)
            filled = self._fill(name, accounts, messages)
            with open(complete, "w") as file:
                json.dump(filled, file)
        with open(complete) as file:
            return json.load(file)

    def _fill(self, name, accounts, messages):
        os.makedirs(self.homes[name])
        print(f"filling with {accounts:,} accounts, {messages:,} messages …", file=sys.stderr, flush=True)
        counts = ["--count", str(accounts), "--messages", str(messages)]
        return json.loads(self.run("load", "accounts", *self.places(name), *counts))

    def sign_in(self, name, count, accounts):
        """Signs so many people in, whose sessions are then in a file."""
        counts = ["--count", str(count), "--accounts", str(accounts)]
        self.run("load", "sign-ins", *self.places(name), *counts, "--sessions", self.sessions(name))

    def server(self, name, *options):
        return Server(self, name, options)


class Server:
    """A running server, with its data."""

    def __init__(self, peil, name, options=()):
        self.peil = peil
        self.options = options
        self.keys = f"{peil.homes[name]}/keys"
        self.database_file = f"{peil.homes[name]}/data/peil.sqlite"
        self.name = name

    def __enter__(self):
        begin = time.monotonic()
        port = self.peil.port
        self.process = subprocess.Popen(
            [
                self.peil.binary,
                "serve",
                *self.peil.places(self.name),
                "--port",
                str(port),
                "--management-port",
                str(port + 1),
                *self.options,
            ],
            stdout=subprocess.DEVNULL,
        )
        while not self.answers():
            if self.process.poll() is not None:
                sys.exit(f"the server ended with {self.process.returncode}")
            time.sleep(0.002)
        self.start_seconds = time.monotonic() - begin
        return self

    def __exit__(self, *_):
        self.process.send_signal(signal.SIGTERM)
        self.process.wait()

    def answers(self):
        try:
            with socket.create_connection(("127.0.0.1", self.peil.port), timeout=5) as line:
                line.sendall(b"GET / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
                return line.recv(12).endswith(b"200")
        except OSError:
            return False

    def idle_megabytes(self):
        time.sleep(3)
        return self.megabytes()

    def megabytes(self):
        with open(f"/proc/{self.process.pid}/status") as lines:
            return next(int(line.split()[1]) for line in lines if line.startswith("VmRSS")) / 1024

    def load(self, kind, *options):
        print(f"load: {kind} {' '.join(options)}", file=sys.stderr, flush=True)
        keys = [] if kind == "boxes" else ["--keys", self.keys]
        line = [
            self.peil.binary,
            "load",
            kind,
            "--server",
            f"http://127.0.0.1:{self.peil.port}",
            *keys,
            *options,
        ]
        return Outcome(json.loads(subprocess.run(line, check=True, stdout=subprocess.PIPE).stdout))

    def caller(self):
        """Calls the API as the sender of the loads."""
        url = f"http://127.0.0.1:{self.peil.port}"
        key = f"{self.keys}/load.pem"
        token = self.peil.run("token", "--client", "load", "--key", key, "--server", url)
        return Caller(url, token.decode().strip())

    def value(self, statement, *values):
        with sqlite3.connect(f"file:{self.database_file}?mode=ro", uri=True, timeout=30) as database:
            return database.execute(statement, values).fetchone()[0]

    def check_stored(self, form, acknowledged):
        """What was acknowledged is in the database: one delivery each, those of the filling aside."""
        filled = 1 if form == "json" else 0
        stored = self.value("SELECT COUNT(*) FROM delivery WHERE form = ?", form) - filled
        if stored < acknowledged:
            sys.exit(f"{acknowledged} deliveries were acknowledged, and {stored} are stored")
        print(f"{acknowledged:,} acknowledged, {stored:,} stored", file=sys.stderr)

    def batch_bytes(self):
        return self.value("SELECT AVG(length) FROM blob WHERE shelf = 1 AND length > 1000000") or 1

    def drain(self, kind, patience_seconds=600):
        """Waits until the work of a kind is done; gives how much there was and how long it took."""
        count = self.value("SELECT COUNT(*) FROM work_item WHERE kind = ?", kind)
        begin = time.monotonic()
        waiting = (
            "SELECT EXISTS (SELECT 1 FROM work_item WHERE kind = ? AND state = 0) "
            "OR EXISTS (SELECT 1 FROM work_item WHERE kind = ? AND state = 1)"
        )
        while self.value(waiting, kind, kind):
            if time.monotonic() - begin > patience_seconds:
                count -= self.value("SELECT COUNT(*) FROM work_item WHERE kind = ?", kind)
                break
            time.sleep(0.1)
        return count, max(time.monotonic() - begin, 0.001)


class Caller:
    def __init__(self, url, token):
        self.url = url
        self.headers = {"Authorization": f"Bearer {token}"}

    def send(self, method, path, body=None):
        headers = self.headers | ({"Content-Type": "application/json"} if body else {})
        request = urllib.request.Request(self.url + path, data=body, headers=headers, method=method)
        with urllib.request.urlopen(request, timeout=600) as answer:
            return answer.read()


class Outcome:
    """What a load gave."""

    def __init__(self, figures):
        self.figures = figures

    def count(self, status):
        others = {key: count for key, count in self.figures["answers"].items() if key != str(status)}
        if others or self.figures["leftOut"]:
            print(f"other answers: {others}, left out: {self.figures['leftOut']}", file=sys.stderr)
        return self.figures["answers"].get(str(status), 0)

    def rate(self, status):
        return self.count(status) / self.figures["seconds"]

    def times(self):
        names = (("p50", "50 %"), ("p99", "99 %"), ("p999", "99.9 %"))
        return ", ".join(f"{title} {self.figures[name]:,.1f} ms" for name, title in names)

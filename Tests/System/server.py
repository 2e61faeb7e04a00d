"""The program as its operator runs it: a process with a data folder, keys and ports of its own."""

import contextlib
import os
import pathlib
import signal
import socket
import subprocess
import time

import requests

ROOT = pathlib.Path(__file__).parents[2]  # where the program finds agreements/ and policies/
START_SECONDS = 60  # a loaded machine of two cores, a debug build, and keys to make


def free_port():
    with contextlib.closing(socket.socket()) as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]


class Server:
    """Starts, stops and kills `peil serve`; started again, it goes on with the same data and ports."""

    def __init__(self, binary, folder, options=(), environment="demo"):
        self.binary, self.folder, self.options = str(binary), folder, options
        self.environment = environment
        self.data, self.keys, self.log = folder / "data", folder / "keys", folder / "server.log"
        self.port, self.management_port = free_port(), free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        self.management_url = f"http://127.0.0.1:{self.management_port}"
        self.process = None

    # The commands of the program, in one place.

    def make_example(self, as_of=None):
        return self.command("demo", *self.where(), *(["--as-of", as_of] if as_of else []))

    def serve_arguments(self):
        return ["serve", *self.where(), "--environment", self.environment, *self.options,
                "--port", str(self.port), "--management-port", str(self.management_port)]

    def where(self):
        return ["--data", str(self.data), "--keys", str(self.keys)]

    def probe_arguments(self):
        return ["probe", "--server", self.url, "--keys", str(self.keys),
                "--spool", str(self.folder / "probe")]

    def add_client(self, id, oin, name, keys_file, scopes):
        return self.command(
            "client", "add", "--data", str(self.data), "--oin", oin, "--name", name, "--id", id,
            "--jwks", str(keys_file), "--scope", *scopes)

    def report(self, month, *options):
        return self.command("report", "mijnoverheid", "--month", month, "--data", str(self.data), *options)

    def command(self, *arguments, input=None):
        """Runs a command to its end; its output, or an AssertionError with what it said."""
        result = self.attempt(*arguments, input=input)
        assert result.returncode == 0, f"peil {' '.join(arguments)}: {result.stdout}{result.stderr}"
        return result.stdout

    def attempt(self, *arguments, input=None):
        """Runs a command to its end, however it ends."""
        return subprocess.run(
            [self.binary, *arguments], input=input, capture_output=True, text=True, timeout=300, cwd=ROOT)

    # Its life.

    def start(self, environment=None, prefix=()):
        """Starts it and waits until it answers. `prefix` is a command to run it under, such as strace."""
        with open(self.log, "ab") as log:
            self.process = subprocess.Popen(
                [*prefix, self.binary, *self.serve_arguments()], stdin=subprocess.DEVNULL, stdout=log,
                stderr=log, env=os.environ | (environment or {}), cwd=ROOT)
        self.wait_until_ready()
        return self

    def wait_until_ready(self):
        until = time.monotonic() + START_SECONDS
        while time.monotonic() < until:
            assert self.process.poll() is None, f"the server ended by itself:\n{self.logged()}"
            with contextlib.suppress(requests.ConnectionError):
                if requests.get(f"{self.management_url}/readyz", timeout=5).ok:
                    return
            time.sleep(0.05)
        raise AssertionError(f"the server did not answer in {START_SECONDS} s:\n{self.logged()}")

    def stop(self):
        """Asks it to end, and waits: what an operator does."""
        return self.end(signal.SIGTERM)

    def kill(self):
        """Ends it without a word: what a crash does."""
        return self.end(signal.SIGKILL)

    def end(self, how):
        if self.process is None or self.process.poll() is not None:
            return None
        self.process.send_signal(how)
        try:
            return self.process.wait(timeout=60)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
            raise

    def logged(self):
        return self.log.read_text(errors="replace")

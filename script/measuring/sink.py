"""Receivers on this machine that take everything, as processes of their own: mail, and pushed reports."""

import asyncio
import contextlib
import re
import subprocess
import sys


class Mail(asyncio.Protocol):
    """One connection of a mail server."""

    def __init__(self):
        self.waiting, self.in_text = b"", False

    def connection_made(self, transport):
        self.transport = transport
        transport.write(b"220 sink\r\n")

    def data_received(self, piece):
        self.waiting += piece
        while True:
            if self.in_text:
                end = self.waiting.find(b"\r\n.\r\n")
                if end < 0:
                    return
                self.waiting, self.in_text = self.waiting[end + 5 :], False
                self.transport.write(b"250 taken\r\n")
                continue
            line, found, rest = self.waiting.partition(b"\r\n")
            if not found:
                return
            self.waiting = rest
            self.answer(line[:4].upper())

    def answer(self, command):
        self.in_text = command == b"DATA"
        self.transport.write(b"354 go on\r\n" if self.in_text else b"250 ok\r\n")
        if command == b"QUIT":
            self.transport.close()


class Web(asyncio.Protocol):
    """One connection of a web server that answers 204."""

    length = re.compile(rb"\r\ncontent-length: *(\d+)", re.IGNORECASE)

    def __init__(self):
        self.waiting = b""

    def connection_made(self, transport):
        self.transport = transport

    def data_received(self, piece):
        self.waiting += piece
        while True:
            head, found, rest = self.waiting.partition(b"\r\n\r\n")
            length = self.length.search(head)
            size = int(length[1]) if length else 0
            if not found or len(rest) < size:
                return
            self.waiting = rest[size:]
            self.transport.write(b"HTTP/1.1 204 No Content\r\n\r\n")


KINDS = {"smtp": Mail, "http": Web}


async def serve(kind):
    server = await asyncio.get_running_loop().create_server(KINDS[kind], "127.0.0.1", 0)
    print(server.sockets[0].getsockname()[1], flush=True)
    await server.serve_forever()


@contextlib.contextmanager
def running(kind):
    """The address of a sink that runs meanwhile."""
    process = subprocess.Popen([sys.executable, __file__, kind], stdout=subprocess.PIPE, text=True)
    try:
        yield f"{kind}://127.0.0.1:{process.stdout.readline().strip()}"
    finally:
        process.terminate()
        process.wait()


if __name__ == "__main__":
    asyncio.run(serve(sys.argv[1]))

"""A mail server on this machine that takes everything, as a process of its own."""

import asyncio
import contextlib
import subprocess
import sys


class Session(asyncio.Protocol):
    """One connection."""

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


async def serve():
    server = await asyncio.get_running_loop().create_server(Session, "127.0.0.1", 0)
    print(server.sockets[0].getsockname()[1], flush=True)
    await server.serve_forever()


@contextlib.contextmanager
def running():
    """The address of a sink that runs meanwhile."""
    process = subprocess.Popen([sys.executable, __file__], stdout=subprocess.PIPE, text=True)
    try:
        yield f"smtp://127.0.0.1:{process.stdout.readline().strip()}"
    finally:
        process.terminate()
        process.wait()


if __name__ == "__main__":
    asyncio.run(serve())

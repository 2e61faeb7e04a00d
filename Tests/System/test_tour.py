"""The tour in the README, walked as printed."""

import contextlib
import shutil
import socket
import subprocess

import pytest

import tour
from server import ROOT, Server

HEADING = "Five-minute tour"
PORT, MANAGEMENT_PORT = 8080, 8081  # what the README prints


def test_the_tour_in_the_readme_works_as_printed(binary, worked_example, tmp_path):
    blocks = tour.blocks((ROOT / "README.md").read_text(), HEADING)
    assert blocks, f"README.md has no commands below '{HEADING}'"
    clone = clone_of(tmp_path / "peil", binary, worked_example)
    server = Server(binary, clone)
    server.port, server.management_port = PORT, MANAGEMENT_PORT
    server.url, server.management_url = f"http://127.0.0.1:{PORT}", f"http://127.0.0.1:{MANAGEMENT_PORT}"
    assert is_free(PORT) and is_free(MANAGEMENT_PORT), "the tour needs the ports that the README prints"
    server.start()
    try:
        script = "set -euo pipefail\n" + "\n".join(blocks)
        walked = subprocess.run(
            ["bash", "-c", script], cwd=clone, stdin=subprocess.DEVNULL, capture_output=True, text=True,
            timeout=120)
    finally:
        server.kill()
    print(walked.stdout, walked.stderr)
    assert walked.returncode == 0
    for shown in ('"status":"geparkeerd"', '"aantalBerichten":2', ">Verwerkt<", ">NietActiefOfGeabonneerd<",
                  "SNO-30", "di 7 april 2026, 12.30 uur", "Hemelvaartsdag"):
        assert shown in walked.stdout


def clone_of(folder, binary, example):
    """What somebody who cloned and built it has, with the worked example made."""
    build = folder / ".build" / "debug"
    build.mkdir(parents=True)
    (build / "peil").symlink_to(binary)
    for name in ("script", "docs", "agreements", "policies"):
        shutil.copytree(ROOT / name, folder / name)
    shutil.copytree(example.data, folder / "data")
    shutil.copytree(example.keys, folder / "keys")
    return folder


def is_free(port):
    with contextlib.closing(socket.socket()) as listener:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        with contextlib.suppress(OSError):
            listener.bind(("127.0.0.1", port))
            return True
    return False


DOCUMENT = """
# Peil
```sh
before
```
## Tour
```sh
first
  second
```
```
output
```
### A step
~~~sh
# no heading
third
~~~
```python
other
```
## Next
```sh
after
```
"""


@pytest.mark.parametrize("document, heading, blocks", [
    (DOCUMENT, "Tour", ["first\n  second\n", "# no heading\nthird\n"]), (DOCUMENT, "Next", ["after\n"]),
    (DOCUMENT, "Elsewhere", []),
], ids=["below a heading", "the last", "none"])
def test_only_the_commands_below_the_heading_are_taken(document, heading, blocks):
    assert tour.blocks(document, heading) == blocks

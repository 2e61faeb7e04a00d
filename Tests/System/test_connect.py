"""The commands in docs/connect.md, run as printed."""

import re
import subprocess
import sys

import yaml

import tour
from server import ROOT, Server
from test_tour import MANAGEMENT_PORT, PORT, clone_of, is_free

HEADING = "Commands"


def test_a_stranger_connects_a_system_with_the_page_alone(binary, worked_example, tmp_path):
    page = (ROOT / "docs" / "connect.md").read_text()
    commands, programs = (tour.blocks(page, HEADING, language) for language in ("sh", "python"))
    assert len(commands) >= 9 and len(programs) == 1
    clone = clone_of(tmp_path / "peil", binary, worked_example)
    server = Server(binary, clone)
    server.port, server.management_port = PORT, MANAGEMENT_PORT
    server.url, server.management_url = f"http://127.0.0.1:{PORT}", f"http://127.0.0.1:{MANAGEMENT_PORT}"
    assert is_free(PORT) and is_free(MANAGEMENT_PORT), "the page needs the ports that it prints"
    (clone / "soap.py").write_text(programs[0])
    server.start()
    try:
        script = ["set -euo pipefail", *commands, f"export TOKEN; {sys.executable} soap.py"]
        walked = subprocess.run(
            ["bash", "-c", "\n".join(script)], cwd=clone, stdin=subprocess.DEVNULL, capture_output=True,
            text=True, timeout=120)
    finally:
        server.kill()
    print(walked.stdout, walked.stderr)
    assert walked.returncode == 0
    for shown in ('"status":"geparkeerd"', '"status":"verwerkt"', '"aantalBerichten":2',
                  "<VerwerkingsCode>Verwerkt", '"batchInformatie"', '"berichtSturen":true',
                  '"status":"wacht"', '"code":1404', "[('999990019', True)]"):
        assert shown in walked.stdout, shown


def test_the_page_lists_the_test_citizens_as_the_file_has_them():
    page = (ROOT / "docs" / "connect.md").read_text()
    shown = re.findall(r"^\| (\d{9}) \| ([^|]+) \| `([a-z-]+)` \|", page, re.MULTILINE)
    listed = yaml.safe_load((ROOT / "policies" / "test-citizens.yaml").read_text())["test_citizens"]
    assert shown == [(one["bsn"], one["name"], one["behaviour"]) for one in listed]

"""The running interface and its description, compared by schemathesis, which makes its own requests."""

import pathlib
import subprocess
import sys

import pytest

from client import Client

CONFIGURATION = pathlib.Path(__file__).with_name("schemathesis.toml")
SUPPLIER = "00000099000000001000"
SCOPES = ("berichten", "validatie", "abonnementen", "berichttypes", "zaken", "metingen")
RUN_SECONDS = 40  # two runs, together with the start of the server well below two minutes


def supplier(server):
    client = Client(server, "contract", SUPPLIER, scopes=SCOPES).register(server.folder).sign_in()
    return ["--header", f"Authorization: Bearer {client.token}"]


@pytest.mark.parametrize("caller", [supplier, lambda _: []], ids=["a supplier", "nobody"])
def test_what_is_served_is_what_is_described(example, caller, tmp_path):
    run = subprocess.run(
        [pathlib.Path(sys.executable).with_name("schemathesis"), "--config-file", CONFIGURATION,
         "run", f"{example.url}/api/v1/openapi.json", *caller(example), "--max-time", str(RUN_SECONDS),
         "--no-color"],
        cwd=tmp_path, capture_output=True, text=True, timeout=4 * RUN_SECONDS)
    print(run.stdout[-20_000:], run.stderr[-2_000:])
    assert run.returncode == 0
    assert "test cases" in run.stdout.lower()

"""What the tests of the running program share. The program is the one that PEIL_BINARY names."""

import os
import pathlib
import shutil

import pytest

from powercut import powercut
from server import Server

TEST_SECONDS = 600  # no test may hang the build server
EXAMPLE_AS_OF = "2026-11-20T12:00:00+01:00"  # October, its first month, is then whole


def pytest_collection_modifyitems(items):
    for item in items:
        if item.get_closest_marker("timeout") is None:
            item.add_marker(pytest.mark.timeout(TEST_SECONDS))


@pytest.fixture(scope="session")
def binary():
    named = os.environ.get("PEIL_BINARY")
    assert named, "PEIL_BINARY names no program to test; script/test does"
    return pathlib.Path(named).resolve(strict=True)


@pytest.fixture
def server(binary, tmp_path):
    """A server with folders and ports of its own, not started; ended after the test, and its log shown."""
    server = Server(binary, tmp_path)
    yield server
    server.kill()
    if server.log.exists():
        print(server.logged()[-20_000:])
        assert "undescribed problem" not in server.logged(), "an answer that openapi.json does not have"


@pytest.fixture(scope="session")
def worked_example(binary, tmp_path_factory):
    """A data folder and keys with the worked example, made once; tests work on copies of it."""
    made = Server(binary, tmp_path_factory.mktemp("example"))
    made.make_example(as_of=EXAMPLE_AS_OF)
    return made


@pytest.fixture
def filled(server, worked_example):
    """A server with the worked example, not started."""
    shutil.copytree(worked_example.data, server.data)
    shutil.copytree(worked_example.keys, server.keys)
    return server


@pytest.fixture
def example(filled):
    """A server with the worked example, started."""
    return filled.start()


@pytest.fixture(scope="session")
def power_cut(tmp_path_factory):
    """The library that follows what a program changes on disk."""
    return powercut.build(tmp_path_factory.mktemp("powercut") / "powercut.so")

"""The page about writing an agreement: its file, put together from its pieces, does what the page shows."""

import re
import shlex
import subprocess

import pytest

from server import ROOT

PAGE = ROOT / "docs" / "writing-an-agreement.md"


def blocks(language):
    return re.findall(rf"^```{language}\n(.*?)^```$", PAGE.read_text(), re.MULTILINE | re.DOTALL)


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "library.yaml").write_text("".join(blocks("yaml")))
    return tmp_path


def test_the_pieces_of_the_page_are_the_example_file(folder):
    example = ROOT / "docs" / "examples" / "library.yaml"
    assert (folder / "library.yaml").read_text() == example.read_text()


@pytest.mark.parametrize("block", blocks("console"), ids=lambda block: block.splitlines()[0])
def test_the_commands_of_the_page_say_what_it_shows(binary, folder, block):
    command, *shown = block.splitlines()
    name, *arguments = shlex.split(command.removeprefix("$ "))
    assert name == "peil" and shown
    result = subprocess.run(
        [str(binary), *arguments], capture_output=True, text=True, timeout=60, cwd=folder)
    assert result.returncode == 0, result.stderr
    lines = result.stdout.splitlines()
    assert [line for line in lines if line in shown] == shown

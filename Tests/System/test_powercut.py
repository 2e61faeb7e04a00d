"""The power cut, proven: what was synced stays, the rest is gone, SQLite is told apart by its settings."""

import os
import signal
import sqlite3
import subprocess
import sys
import textwrap

import pytest

from powercut import powercut


@pytest.fixture
def disk(tmp_path, power_cut):
    return Disk(tmp_path, power_cut)


class Disk:
    """A folder whose power can be cut."""

    def __init__(self, base, library):
        self.folder, self.journal, self.library = base / "disk", base / "journal", library
        self.folder.mkdir()

    def start(self, program, *arguments):
        environment = os.environ | powercut.environment(self.library, self.folder, self.journal)
        return subprocess.Popen(
            [sys.executable, "-c", textwrap.dedent(program), *map(str, arguments)],
            cwd=self.folder, env=environment, stdout=subprocess.PIPE, text=True)

    def run_and_cut(self, program, **how):
        """Runs the program until it says that it is done, kills it, and cuts the power."""
        process = self.start(KIT + textwrap.dedent(program) + "\nprint('done', flush=True)\nos.read(0, 1)\n")
        assert process.stdout.readline() == "done\n"
        process.send_signal(signal.SIGKILL)
        process.wait()
        return powercut.apply(self.folder, self.journal, **how)

    def before(self, name, content=b""):
        (self.folder / name).write_bytes(content)

    def content(self):
        return {str(file.relative_to(self.folder)): file.read_bytes()
                for file in sorted(self.folder.rglob("*")) if file.is_file()}


KIT = """
import os, sys, tempfile, threading
def new(name, *parts):
    file = os.open(name, os.O_CREAT | os.O_WRONLY | os.O_EXCL, 0o600)
    for part in parts: os.write(file, part)
    return file
def sync_folder(name="."):
    folder = os.open(name, os.O_RDONLY | os.O_DIRECTORY)
    os.fsync(folder)
    os.close(folder)
def safe(name, *parts):
    file = new(name, *parts)
    os.fsync(file)
    sync_folder()
    return file
"""

CASES = [
    ("a synced write stays", "safe('a', b'one')", {"a": b"one"}),
    ("an unsynced write vanishes", "f = safe('a', b'one'); os.write(f, b'two')", {"a": b"one"}),
    ("an overwritten range comes back", "f = safe('a', b'12345'); os.pwrite(f, b'XY', 2)", {"a": b"12345"}),
    ("of two overwrites the synced one stays",
     "f = safe('a', b'12345'); os.pwrite(f, b'XY', 1); os.fdatasync(f); os.pwrite(f, b'ZZZ', 0)",
     {"a": b"1XY45"}),
    ("a write past the end is cut off", "f = safe('a', b'1'); os.pwrite(f, b'9', 100)", {"a": b"1"}),
    ("vectored writes are seen",
     "f = safe('a', b'1'); os.writev(f, [b'2', b'3']); os.pwritev(f, [b'4'], 9)", {"a": b"1"}),
    ("an append is seen, whatever its offset",
     "safe('a', b'123'); f = os.open('a', os.O_APPEND | os.O_RDWR); os.write(f, b'4'); os.fsync(f);"
     "os.write(f, b'5'); os.pwrite(f, b'6', 0)", {"a": b"1234"}),
    ("a preallocated area is zeros again",
     "f = new('a'); os.posix_fallocate(f, 0, 8); os.fsync(f); sync_folder(); os.pwrite(f, b'xx', 2)",
     {"a": bytes(8)}),
    ("an unsynced preallocation is gone", "f = safe('a', b'1'); os.posix_fallocate(f, 0, 8)", {"a": b"1"}),
    ("a cut file is whole again", "f = safe('a', b'12345'); os.ftruncate(f, 2)", {"a": b"12345"}),
    ("a file opened with O_TRUNC is whole again",
     "safe('a', b'12345'); os.write(os.open('a', os.O_WRONLY | os.O_TRUNC), b'x')", {"a": b"12345"}),
    ("truncate by name is seen", "safe('a', b'12345'); os.truncate('a', 1)", {"a": b"12345"}),
    ("O_DSYNC needs no sync",
     "safe('a', b'1'); f = os.open('a', os.O_WRONLY | os.O_DSYNC | os.O_APPEND); os.write(f, b'2')",
     {"a": b"12"}),
    ("a synced file in an unsynced folder is gone", "f = new('a', b'1'); os.fsync(f)", {}),
    ("a synced folder keeps the name, not the content", "new('a', b'1'); sync_folder()", {"a": b""}),
    ("a removed file is back", "safe('a', b'1'); os.unlink('a')", {"a": b"1"}),
    ("a removed file is back without its unsynced end",
     "f = safe('a', b'1'); os.write(f, b'2'); os.unlink('a')", {"a": b"1"}),
    ("a removal is safe with its folder", "safe('a', b'1'); os.unlink('a'); sync_folder()", {}),
    ("a rename goes back, and what it replaced with it",
     "safe('a', b'old'); safe('b', b'new'); os.rename('b', 'a')", {"a": b"old", "b": b"new"}),
    ("write, sync, rename, sync: the way to replace a file",
     "safe('a', b'old'); os.fsync(new('b', b'new')); os.rename('b', 'a'); sync_folder()", {"a": b"new"}),
    ("a rename of what is not there changes nothing",
     "safe('a', b'1')\ntry: os.rename('no', 'a')\nexcept OSError: pass", {"a": b"1"}),
    ("an unsynced folder goes with what is in it",
     "os.mkdir('d'); os.fsync(new('d/a', b'1')); sync_folder('d')", {}),
    ("what was not there is not made", "os.mkdir('d'); os.rmdir('d'); sync_folder()", {}),
    ("a temporary file is seen", "f, name = tempfile.mkstemp(dir='.'); os.write(f, b'1'); os.fsync(f)", {}),
    ("a duplicated descriptor is seen", "f = safe('a', b'1'); os.write(os.dup(f), b'2')", {"a": b"1"}),
    ("a second life of a name is another file",
     "f = safe('a', b'1'); os.pwrite(f, b'2', 0); os.close(f); os.unlink('a');"
     "f = new('a', b'3'); os.fsync(f); sync_folder()", {"a": b"3"}),
    ("shared memory of SQLite is not followed, and goes", "safe('a-shm', b'1')", {}),
    ("sync makes everything safe", "new('a', b'1'); os.sync()", {"a": b"1"}),
]


@pytest.mark.parametrize("program, left", [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_after_the_cut(disk, program, left):
    disk.run_and_cut(program)
    assert disk.content() == left


def test_a_file_from_before_the_program_comes_back_as_it_was(disk):
    disk.before("a", b"as it was")
    disk.run_and_cut("f = os.open('a', os.O_RDWR); os.pwrite(f, b'AS', 0); os.unlink('a')")
    assert disk.content() == {"a": b"as it was"}


def test_on_a_journalled_file_system_a_sync_makes_earlier_names_safe(disk):
    disk.run_and_cut("f = new('a', b'1'); os.fsync(f); new('b')", names="journalled")
    assert disk.content() == {"a": b"1"}


def test_a_sync_covers_what_was_written_before_it_by_other_threads(disk):
    disk.run_and_cut("""
        f = safe('a')
        def fill(start):
            for place in range(start, start + 1000): os.pwrite(f, bytes([place % 251 + 1]), place)
        threads = [threading.Thread(target=fill, args=(start,)) for start in range(0, 8000, 1000)]
        for thread in threads: thread.start()
        for thread in threads: thread.join()
        os.fdatasync(f)
        for place in range(8000): os.pwrite(f, b'\\0', place)
        """)
    assert disk.content()["a"] == bytes(place % 251 + 1 for place in range(8000))


@pytest.mark.parametrize("seed", range(5))
def test_some_pieces_of_an_unsynced_write_survive_by_the_seed(disk, seed):
    pages = 64
    outcome = disk.run_and_cut(
        f"f = safe('a', b'a' * {pages * 4096}); os.pwrite(f, b'b' * {pages * 4096}, 0)",
        survive=0.5, seed=seed)
    content = disk.content()["a"]
    kinds = [content[start:start + 4096] for start in range(0, len(content), 4096)]
    assert set(kinds) == {b"a" * 4096, b"b" * 4096} and len(content) == pages * 4096
    assert outcome.pieces_survived == kinds.count(b"b" * 4096)


SQLITE = """
import os, sqlite3, sys
mode, synchronous = sys.argv[1:]
database = sqlite3.connect("box.sqlite", isolation_level=None)
database.execute("PRAGMA journal_mode = " + mode)
database.execute("PRAGMA synchronous = " + synchronous)
database.execute("CREATE TABLE message (id INTEGER PRIMARY KEY, text BLOB NOT NULL)")
for id in range(1, 1000000):
    database.execute("INSERT INTO message VALUES (?, ?)", (id, os.urandom(5000)))
    print(id, flush=True)
"""


def acknowledged_and_kept(disk, mode, synchronous, **how):
    """Inserts rows, each acknowledged, cuts the power at the 200th, and counts what is there."""
    process = disk.start(SQLITE, mode, synchronous)
    acknowledged = 0
    while acknowledged < 200:
        acknowledged = int(process.stdout.readline())
    process.send_signal(signal.SIGKILL)
    for line in process.stdout:
        acknowledged = int(line)
    process.wait()
    powercut.apply(disk.folder, disk.journal, **how)
    database = sqlite3.connect(disk.folder / "box.sqlite")
    try:
        assert database.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        return acknowledged, database.execute("SELECT count(*) FROM message").fetchone()[0]
    except sqlite3.OperationalError:
        return acknowledged, 0
    finally:
        database.close()


@pytest.mark.parametrize("how", [{}, {"survive": 0.5, "seed": 1}, {"survive": 0.9, "seed": 2}], ids=str)
@pytest.mark.parametrize("mode, synchronous", [("WAL", "FULL"), ("TRUNCATE", "FULL"), ("DELETE", "EXTRA")])
def test_sqlite_that_syncs_keeps_every_acknowledged_row(disk, mode, synchronous, how):
    acknowledged, kept = acknowledged_and_kept(disk, mode, synchronous, **how)
    assert acknowledged <= kept <= acknowledged + 1


# DELETE with FULL commits by a removal that it does not sync: the last row can be lost, as SQLite's manual
# says.
@pytest.mark.parametrize("mode, synchronous", [("WAL", "OFF"), ("WAL", "NORMAL"), ("DELETE", "FULL")])
def test_sqlite_that_syncs_less_loses_acknowledged_rows(disk, mode, synchronous):
    acknowledged, kept = acknowledged_and_kept(disk, mode, synchronous)
    assert kept < acknowledged

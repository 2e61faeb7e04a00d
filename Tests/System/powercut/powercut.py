"""Takes back what a disk would not have held when the power went: the other half of powercut.c.

    powercut.py build LIBRARY.so                    compiles the library
    powercut.py run FOLDER JOURNAL LIBRARY.so -- …  runs a program whose changes below FOLDER are followed
    powercut.py apply FOLDER JOURNAL                after the kill: the worst case, nothing unsynced survived
    powercut.py apply FOLDER JOURNAL --survive 0.5 --seed 7
                                                    some 4 KiB pieces of unsynced writes survived

An entry of a folder (a created, renamed or removed name) is safe once its folder was synced. With
`--names journalled` any sync makes all earlier names safe, as ext4 and XFS do in fact; POSIX does not promise
it, so it is not the default.
"""

import argparse
import os
import pathlib
import random
import shutil
import struct
import subprocess
import sys
from dataclasses import dataclass, field

HERE = pathlib.Path(__file__).parent
HEADER = struct.Struct("<IB3xQQQQQIIQ")
MAGIC = 0x70656331
PIECE = 4096  # what a disk and its file system write at once, or not at all


def build(library):
    """Compiles the library to be preloaded."""
    subprocess.run(
        ["gcc", "-std=gnu11", "-O2", "-Wall", "-Wextra", "-Werror", "-shared", "-fPIC", "-pthread",
         "-o", str(library), str(HERE / "powercut.c")], check=True)
    return library


def environment(library, folder, journal):
    """What to add to a program's environment. The journal lies beside the folder, on the same file system."""
    pathlib.Path(journal).mkdir(parents=True, exist_ok=True)
    folder, journal = pathlib.Path(folder).resolve(), pathlib.Path(journal).resolve()
    return {"LD_PRELOAD": str(library), "POWERCUT_FOLDER": str(folder), "POWERCUT_JOURNAL": str(journal)}


@dataclass
class Record:
    kind: str
    seq: int
    inode: int
    offset: int
    extent: int
    old_size: int
    path: str
    path2: str
    data: memoryview


@dataclass
class Outcome:
    """What was taken back: the changes made since the last sync that covered them."""

    records: int = 0
    writes_lost: int = 0
    pieces_survived: int = 0
    names_lost: list = field(default_factory=list)


def read_journal(journal):
    """The records in order; one cut off at the end belongs to a change that did not happen."""
    raw = memoryview((pathlib.Path(journal) / "journal").read_bytes())
    records, position = [], 0
    while position + HEADER.size <= len(raw):
        magic, kind, *numbers, one, two, length = HEADER.unpack_from(raw, position)
        if magic != MAGIC:
            raise ValueError(f"the journal is damaged at byte {position}")
        start = position + HEADER.size
        position = start + one + two + length
        if position > len(raw):
            break
        path, path2 = (
            str(text, "utf-8") for text in (raw[start:start + one], raw[start + one:start + one + two]))
        records.append(Record(chr(kind), *numbers, path, path2, raw[start + one + two:position]))
    return records


def apply(folder, journal, survive=0.0, seed=0, names="strict"):
    """Makes the folder what the disk would hold. Call it once, after the program is dead."""
    folder, records, chance = pathlib.Path(folder), read_journal(journal), random.Random(seed)
    outcome = Outcome(records=len(records))
    for shared_memory in folder.rglob("*-shm"):
        shared_memory.unlink()
    take_back_content(folder, pathlib.Path(journal) / "kept", records, survive, chance, outcome)
    take_back_names(records, names, survive, chance, outcome)
    return outcome


# Content, by inode: names may have changed, inodes have not.


def take_back_content(folder, kept, records, survive, chance, outcome):
    places = {}
    for place in [*folder.rglob("*"), *kept.rglob("*")]:
        if place.is_file() and not place.is_symlink():
            places[place.stat().st_ino] = place
    for inode, changes in unsafe_content(records).items():
        if inode not in places:
            continue
        outcome.writes_lost += len(changes)
        with open(places[inode], "r+b") as file:
            redo = [take_back(file, change) for change in reversed(changes)]
            if survive > 0:
                for change, later in zip(changes, reversed(redo)):
                    outcome.pieces_survived += do_again(file, change, later, survive, chance)


def unsafe_content(records):
    """Per inode the changes that no sync covered. At a birth the number stops meaning an earlier file."""
    changes, safe = {}, max((record.extent for record in records if record.kind == "A"), default=0)
    for record in records:
        if record.kind in "WT":
            changes.setdefault(record.inode, []).append(record)
        elif record.kind == "B":
            changes.pop(record.inode, None)
        elif record.kind == "S" and record.inode in changes:
            changes[record.inode] = [one for one in changes[record.inode] if one.seq > record.extent]
    return {inode: left for inode, all_of_it in changes.items()
            if (left := [one for one in all_of_it if one.seq > safe])}


def take_back(file, change):
    """Undoes one change; returns what its range held after it, so that it can be done again."""
    file.seek(0, os.SEEK_END)
    size = file.tell()
    file.seek(change.offset)
    after = file.read(change.extent) if change.kind == "W" else b""
    file.seek(change.offset)
    file.write(change.data)
    file.truncate(change.old_size)
    return size, after


def do_again(file, change, later, survive, chance):
    """Lets some pieces of a lost write reach the disk after all; a change of size does so whole."""
    size, after = later
    if change.kind == "T":
        if chance.random() < survive:
            file.truncate(size)
        return 0
    survived = 0
    start = change.offset
    while start < change.offset + len(after):
        end = min(start // PIECE * PIECE + PIECE, change.offset + len(after))
        if chance.random() < survive:
            file.seek(start)
            file.write(after[start - change.offset:end - change.offset])
            survived += 1
        start = end
    return survived


# Names, backwards in time.


def take_back_names(records, names, survive, chance, outcome):
    lost = unsafe_names(records, names)
    if survive > 0:
        # A file system writes names in order: of the unsafe ones a beginning survives.
        lost = lost[chance.randint(0, len(lost)):]
    for record in reversed(lost):
        if take_back_name(record):
            outcome.names_lost.append(f"{record.kind} {record.path}")


def unsafe_names(records, names):
    safe_in, safe = {}, 0
    for record in records:
        if record.kind == "A" or (names == "journalled" and record.kind in "SD"):
            safe = max(safe, record.extent)
        elif record.kind == "D":
            safe_in[record.path] = max(safe_in.get(record.path, 0), record.extent)

    def is_safe(record):
        # A rename is safe with the folder of the new name.
        name = record.path2 if record.kind == "R" else record.path
        return record.seq <= max(safe, safe_in.get(os.path.dirname(name), 0))

    return [record for record in records if record.kind in "CURMX" and not is_safe(record)]


def take_back_name(record):
    """Undoes one change of a name, if it happened: the kill may have come between the note and the change."""
    exists = os.path.lexists(record.path)
    if record.kind == "C" and exists:
        os.unlink(record.path)
    elif record.kind == "M" and exists:
        shutil.rmtree(record.path)
    elif record.kind == "X" and not exists:
        os.mkdir(record.path)
    elif record.kind == "U" and not exists:
        os.link(record.path2, record.path)
    elif record.kind == "R" and not exists and os.path.lexists(record.path2):
        os.rename(record.path2, record.path)
    else:
        return False
    return True


def main():
    parser = argparse.ArgumentParser(description="A power cut for the data of one program.")
    acts = parser.add_subparsers(dest="act", required=True)
    acts.add_parser("build").add_argument("library")
    run = acts.add_parser("run")
    for name in ("folder", "journal", "library"):
        run.add_argument(name)
    run.add_argument("command", nargs=argparse.REMAINDER)
    cut = acts.add_parser("apply")
    cut.add_argument("folder")
    cut.add_argument("journal")
    cut.add_argument("--survive", type=float, default=0.0)
    cut.add_argument("--seed", type=int, default=0)
    cut.add_argument("--names", choices=["strict", "journalled"], default="strict")
    given = parser.parse_args()
    if given.act == "build":
        build(given.library)
    elif given.act == "run":
        command = given.command[1:] if given.command[:1] == ["--"] else given.command
        os.execvpe(
            command[0], command, os.environ | environment(given.library, given.folder, given.journal))
    else:
        print(apply(given.folder, given.journal, given.survive, given.seed, given.names))


if __name__ == "__main__":
    sys.exit(main())

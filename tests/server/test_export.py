"""`kith export`: a copy is read from the file alone, and nothing in it is believed."""

import json
import os
import secrets
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from random import Random
from typing import NamedTuple, Protocol

import pytest

from server.backup import argon2id, backup, judge, read_backup
from server.cli import main
from server.client import Client
from sync import file_contents
from sync.errors import SyncError
from sync.file_contents import FileContents, LooseEdit
from sync.sealed_file import FLOOR, open_backup, seal_backup, seal_hand_over
from tests.relay_process import RelayProcess, relay_process
from tests.sources import ROOT

WORDS = "tea garden boat lamp river"


@pytest.fixture(scope="module")
def pair(tmp_path_factory: pytest.TempPathFactory) -> "Iterator[Pair]":
    """A tablet and a phone that have written, and met, and whose server has gone."""
    with relay_process() as relay:
        pair = Pair(tmp_path_factory.mktemp("pair"), relay)
    yield pair
    pair.tablet.close()
    pair.phone.close()


class Pair:
    """Two devices of one space, offline."""

    def __init__(self, folder: Path, relay: RelayProcess) -> None:
        self.tablet = Client.start(folder / "tablet", relay.origin)
        self.tablet.set("meta", "name/0", "Rose", "both")
        self.tablet.add("people", "ann", {"name": "Ann", "place": ["close", 900]}, 0)
        self.tablet.sync()
        invitation = self.tablet.invite((1,))
        self.tablet.sync()
        self.phone = Client.join(folder / "phone", self.tablet.link(invitation) or "", "Jo")
        self.phone.sync()
        self.tablet.sync()
        self.tablet.approve(next(iter(self.tablet.requests())))
        self.tablet.sync()
        self.phone.sync()
        self.phone.add("goals", "swim", {"title": "Swim on Tuesdays", "by": 1}, 1)
        self.phone.add("steps", "bus", {"goal": "swim", "what": "Find out about the bus"}, 1)
        self.phone.sync()
        self.tablet.sync()
        self.tablet.go_offline()
        self.phone.go_offline()

    @property
    def contents(self) -> FileContents:
        """What the tablet puts in a backup."""
        data = backup(self.tablet.device.replica, WORDS, 1_764_547_200)
        return file_contents.from_bytes(open_backup(data, WORDS, argon2id), "backup")


def sealed(contents: FileContents) -> bytes:
    return seal_backup(file_contents.to_bytes(contents), WORDS, argon2id, secrets.token_bytes, FLOOR)


class Kith(Protocol):
    """The command on a copy with these bytes."""

    def __call__(self, data: bytes | None, *more: str, words: str | None = WORDS) -> "Said": ...


class Said(NamedTuple):
    """How the command ended."""

    status: int
    out: str
    err: str


@pytest.fixture
def kith(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Kith:
    """The command, in a folder of its own, with nobody at the keyboard."""

    def run(data: bytes | None, *more: str, words: str | None = WORDS) -> Said:
        monkeypatch.chdir(tmp_path)
        asked: tuple[str, ...] = ()
        if data is not None:
            Path("copy").write_bytes(data)
        if words is not None:
            Path("words").write_text(words + "\n", "utf-8")
            asked = ("--passphrase-file", "words")
        status = main(["export", "copy", *more, *asked])
        return Said(status, *capsys.readouterr())

    return run


def test_no_word_stands_in_a_file_in_clear_and_no_private_key_in_it_at_all(pair: Pair) -> None:
    replica = pair.tablet.device.replica
    copy = backup(replica, WORDS, 1_764_547_200)
    plain = open_backup(copy, WORDS, argon2id)
    shared = file_contents.to_bytes(replace(pair.contents, epoch_keys=(), loose=()))
    changes = seal_hand_over(shared, replica.epoch_keys[-1], secrets.token_bytes)
    for words in ("Rose", "Swim on Tuesdays", "Find out about the bus", WORDS):
        forms = (words.encode(), words.encode("utf-16-le"))
        assert not any(form in file for form in forms for file in (copy, changes, shared))
    assert replica.epoch_keys[-1] in plain
    for secret in (replica.keys.signing.private, replica.keys.box.private):
        assert secret not in plain
    assert replica.epoch_keys[-1] not in shared


def test_a_copy_is_read_without_a_server_and_is_what_the_devices_have(pair: Pair, kith: Kith, tmp_path: Path) -> None:
    done = kith(backup(pair.tablet.device.replica, WORDS, 1_764_547_200), "--text")
    assert (done.status, done.err) == (0, "")
    assert "4 changes from 2 devices, each one checked: 1 person, 1 goal, 1 step." in done.out
    assert "made on 2025-12-01 00:00 UTC" in done.out
    written = json.loads((tmp_path / "copy.json").read_text("utf-8"))
    assert written["document"] == pair.phone.document().model_dump(mode="json", by_alias=True)
    assert written["copy"]["set_aside"] == []
    text = (tmp_path / "copy.txt").read_text("utf-8")
    for words in ("Rose", "Close\n- Ann", "Goal: Swim on Tuesdays (person 2 suggests)\n- Find out about the bus"):
        assert words in text
    assert (tmp_path / "copy.json").stat().st_mode & 0o077 == 0


def test_its_photographs_are_written_on_request(kith: Kith, tmp_path: Path) -> None:
    tablet = Client.start(tmp_path / "tablet", "http://localhost:1")
    jpeg = b"\xff\xd8 felt pen on paper " * 5000
    tablet.keep_photograph("paper", jpeg, {"day": "2026-05-01"}, 0)
    tablet.add("photographs", "gone", {"key": "0", "size": 5, "pieces": ["aa"]}, 0)
    assert tablet.photograph("paper") == jpeg
    done = kith(backup(tablet.device.replica, WORDS, 1_764_547_200), "--photographs")
    tablet.close()
    assert (done.status, done.err) == (0, "kith export: photograph 1 is not all in this copy.\n")
    assert (tmp_path / "copy-photograph-2.jpg").read_bytes() == jpeg
    assert not (tmp_path / "copy-photograph-1.jpg").exists()


def test_words_may_come_from_a_file_descriptor_and_nothing_is_written_over(pair: Pair, tmp_path: Path) -> None:
    (tmp_path / "copy").write_bytes(backup(pair.tablet.device.replica, WORDS, 0))
    (tmp_path / "there.json").write_text("mine")
    reading, writing = os.pipe()
    os.write(writing, WORDS.encode())
    os.close(writing)
    done = subprocess.run(
        [sys.executable, "-m", "server", "export", str(tmp_path / "copy"), "--passphrase-fd", str(reading), "--out",
         str(tmp_path / "there.json")],
        cwd=ROOT, pass_fds=(reading,), capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip
    os.close(reading)
    assert done.returncode == 1
    assert "File exists" in done.stderr
    assert (tmp_path / "there.json").read_text() == "mine"


def test_what_was_not_sealed_yet_is_shown_and_told_apart(pair: Pair) -> None:
    pair.phone.set("meta", "meeting", "Thursday at two", 1)
    reading = read_backup(backup(pair.phone.device.replica, WORDS, 0), WORDS)
    assert reading.document.read().meeting == "Thursday at two"
    assert (len(reading.contents.loose), reading.refused) == (1, ())


def test_a_refusal_is_one_sentence(pair: Pair, kith: Kith, tmp_path: Path) -> None:
    good = backup(pair.tablet.device.replica, WORDS, 0)
    asked = {
        "no such file": (None, WORDS, "cannot read"),
        "empty": (b"", WORDS, "damaged"),
        "a picture": (b"\x89PNG" + bytes(1000), WORDS, "damaged"),
        "cut": (good[:-100], WORDS, "damaged"),
        "a bit": (good[:500] + bytes((good[500] ^ 1,)) + good[501:], WORDS, "damaged"),
        "newer": (good[:10] + b"\2" + good[11:], WORDS, "newer Kith"),
        "words": (good, "other words than these", "do not open it"),
        "nobody to ask": (good, None, "--passphrase-file"),
    }
    for name, (data, words, said) in asked.items():
        done = kith(data, words=words)
        assert (done.status, done.out) == (1, ""), name
        assert said in done.err, name
        assert done.err.count("\n") == 1, name
        assert not (tmp_path / "copy.json").exists()


def test_a_copy_whose_words_are_right_is_still_not_believed(pair: Pair, kith: Kith) -> None:
    """Somebody who knows the words may write any file: its chain, keys and records are judged all the same."""
    contents = pair.contents
    entry, key = contents.entries[-1], contents.epoch_keys[0][1]
    wrong = {
        "SPACE_MISMATCH": replace(contents, space=bytes(16)),
        "CHAIN_BROKEN": replace(contents, entries=(contents.entries[0], *contents.entries[2:])),
        "SIGNATURE_BAD": replace(contents, entries=(*contents.entries[:-1], entry[:-1] + bytes((entry[-1] ^ 1,)))),
        "MALFORMED": replace(contents, entries=(b"\xff",)),
        "COMMITMENT_BAD": replace(contents, epoch_keys=((0, key[::-1]),)),
    }
    for code, hostile in wrong.items():
        with pytest.raises(SyncError) as refused:
            judge(hostile)
        assert refused.value.code == code
    done = kith(sealed(wrong["CHAIN_BROKEN"]))
    assert done.status == 1
    assert "who belongs cannot be true (CHAIN_BROKEN)" in done.err


def test_records_that_cannot_be_true_are_set_aside_and_told(pair: Pair, kith: Kith, tmp_path: Path) -> None:
    contents = pair.contents
    first, *rest = contents.records
    changed = first[:-1] + bytes((first[-1] ^ 1,))
    hostile = replace(contents, records=(changed, *rest, b"not a record"), loose=(LooseEdit(0, 0, b"\xff"),))
    done = kith(sealed(hostile))
    assert done.status == 0
    assert "3 changes set aside, because they cannot be true: ACTOR_WRONG, MALFORMED, SIGNATURE_BAD." in done.out
    assert "build on others that are not in this copy" in done.out
    assert json.loads((tmp_path / "copy.json").read_text())["copy"]["set_aside"] == ["MALFORMED", "SIGNATURE_BAD"]


def test_300_copies_changed_by_somebody_with_the_words_are_read_or_refused_and_never_fail(pair: Pair) -> None:
    chance = Random(7)
    plain = file_contents.to_bytes(replace(pair.contents, loose=(LooseEdit(1, 5, b"\0\0"),)))
    for _ in range(300):
        changed = bytearray(plain)
        for _ in range(chance.randint(1, 3)):
            changed[chance.randrange(len(changed))] = chance.randrange(256)
        try:
            reading = judge(file_contents.from_bytes(bytes(changed), "backup"))
        except SyncError:
            continue
        assert reading.document.read().people is not None

"""A cold device finds the snapshots among all records: the newest first, page by page."""

import os

from sync.envelope import ATTEST, NOTICE, SNAPSHOT, Record
from sync.limits import LIMITS
from sync.messages import SnapPull, Snaps
from sync.remark import Attest, Notice, Part
from tests.relay_process import RelayProcess
from tests.server.talking import Device, push, start_space


def part(device: Device, index: int, count: int, size: int) -> Record:
    position, digest = (1, bytes(32)) if index == 0 else (0, b"")
    return device.remark(SNAPSHOT, Part(index, count, position, (), digest, os.urandom(size)))


def test_parts_and_attests_come_newest_first_and_nothing_else_does(relay: RelayProcess) -> None:
    _, tablet = start_space()
    first = [tablet.record(), part(tablet, 0, 1, 10), tablet.remark(NOTICE, Notice(0, 1, bytes(32), "DECRYPT_BAD"))]
    attest = tablet.remark(ATTEST, Attest(0, 2, first[1].hash, bytes(32), ok=True))
    with tablet.connect(relay, creates=True)[0] as talk:
        assert talk.ask(SnapPull(0), Snaps) == Snaps((), end=True)
        push(talk, *first, attest, tablet.record())
        assert talk.ask(SnapPull(0), Snaps) == Snaps(((4, attest.raw), (2, first[1].raw)), end=True)
        assert talk.ask(SnapPull(4), Snaps) == Snaps(((2, first[1].raw),), end=True)
        assert talk.ask(SnapPull(2), Snaps) == Snaps((), end=True)


def test_a_large_snapshot_comes_in_pages_that_fit(relay: RelayProcess) -> None:
    _, tablet = start_space()
    parts = [part(tablet, index, 12, LIMITS.snapshot_part_bytes) for index in range(12)]
    with tablet.connect(relay, creates=True)[0] as talk:
        for each in parts:
            push(talk, each)
        found: list[tuple[int, bytes]] = []
        end = False
        while not end:
            page = talk.ask(SnapPull(found[-1][0] if found else 0), Snaps)
            assert 0 < sum(len(raw) for _, raw in page.records) <= LIMITS.records_bytes
            found, end = [*found, *page.records], page.end
    assert found == [(index + 1, parts[index].raw) for index in reversed(range(12))]

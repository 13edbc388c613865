"""Presence that was tampered with says nothing, and no snapshot is trusted that nobody else has vouched for."""

from random import Random

import pytest

from sync.envelope import By
from sync.errors import Damaged
from sync.messages import Eph
from sync.presence import Hand, Hands, PresenceHeader, open_frame, seal
from sync.remark import Attest
from sync.snapshot import Shelf, Snapshot, split
from sync.vectors.seeds import seed
from tests.tampering.records import flipped
from tests.tampering.scene import Scene, word

MUTATIONS = 1000
SPACE, DEVICE, SESSION, KEY = (seed(f"presence {name}", 16) for name in ("space", "device", "session", "key"))
HANDS = (Hand(1, "person", "people/ann", "close", 450, 10, -20),)


def good(counter: int = 7, epoch: int = 2, by: By = 1, space: bytes = SPACE) -> Eph:
    return seal(PresenceHeader(space, DEVICE, epoch, SESSION, counter), Hands(by, HANDS), KEY)


PRESENCE = {
    "a bit flipped in the box": lambda draw: Eph(good().header, flipped(good().box, draw)),
    "a bit flipped in the header": lambda draw: Eph(flipped(good().header, draw), good().box),
    "truncated": lambda draw: Eph(good().header, good().box[: draw.randrange(len(good().box))]),
    "extended": lambda draw: Eph(good().header, good().box + draw.randbytes(draw.randrange(1, 2000))),
    "of another space": lambda draw: good(space=draw.randbytes(16)),
    "of another epoch": lambda draw: good(epoch=draw.choice((0, 1, 3, 2**53 - 1))),
    "a counter used again": lambda draw: good(counter=draw.randrange(1, 7)),
    "a counter that jumps to 2^53": lambda draw: Eph(
        good().header[:-1] + b"\x1b" + (2**53 + draw.randrange(2**60)).to_bytes(8, "big"), good().box
    ),
}


@pytest.mark.parametrize("name", PRESENCE)
def test_of_1000_tampered_frames_of_presence_0_are_accepted_and_0_crash(name: str) -> None:
    last = 6
    for n in range(MUTATIONS):
        with pytest.raises(Damaged):
            open_frame(PRESENCE[name](Random(f"{name} {n}")), SPACE, 2, KEY, last)
    assert open_frame(good(), SPACE, 2, KEY, last) == Hands(1, HANDS)


def test_of_1000_snapshots_without_a_device_or_older_than_the_log_0_are_trusted_on_their_own_devices_word() -> None:
    scene, shelf = Scene(), Shelf()
    state = scene.state
    desk = state.device(scene.desk.id)
    assert desk is not None
    heads = scene.device.replica.log.heads(state)
    for n in range(MUTATIONS):
        draw = Random(n)
        left = draw.sample(heads, draw.randrange(len(heads)))
        covers = tuple(sorted((ix, draw.randrange(1, seq + 1), end) for ix, seq, end in left))
        snapshot = Snapshot(draw.randrange(1, 9), covers, draw.randbytes(32), word(n), ())
        seq, end = 2 * n + 1, draw.randbytes(32)
        shelf.add(desk.ix, seq, end, split(snapshot)[0])
        shelf.add(desk.ix, seq + 1, draw.randbytes(32), Attest(desk.ix, seq, end, snapshot.digest, True))
    assert len(shelf.series()) == MUTATIONS
    assert shelf.newest_trusted(state) is None

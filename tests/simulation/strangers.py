"""Another space, whose records a relay may slip in."""

from functools import cache
from random import Random
from typing import Final

from server.headless_document import HeadlessDocument
from sync.device import Device
from sync.surroundings import Surroundings
from tests.simulation.relay import ORIGIN

_NOW_S: Final = 1_764_547_200


@cache
def records_of_another_space() -> tuple[bytes, ...]:
    """Good ones, where they belong; the same for every seed."""
    chance = Random("another space")
    stranger = Device.start(Surroundings(ORIGIN, chance.randbytes, lambda: _NOW_S))
    document = HeadlessDocument(chance.getrandbits(32), (), lambda: _NOW_S)
    for name in ("Ann", "Ben"):
        for update in document.add("people", name.lower(), {"name": name}, 0):
            stranger.write(0, update)
    sealed = [stranger.replica.seal_next(chance.randbytes(12)) for _ in range(2)]
    return tuple(record.raw for record in sealed if record is not None)

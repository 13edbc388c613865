"""What closed sockets leave behind does not stay."""

from collections.abc import Iterator
from pathlib import Path
from weakref import ref

import pytest

from server.config import Settings
from server.relay import Relay
from server.serving import MOST_GONE, clear_away


@pytest.fixture
def made(tmp_path: Path) -> Iterator[Relay]:
    relay = Relay(Settings(data=tmp_path))
    yield relay
    relay.close()


class Ring:
    """What only a look through everything finds."""

    def __init__(self) -> None:
        self.itself = self


def test_once_enough_sockets_have_closed_all_that_nobody_holds_is_cleared_away(made: Relay) -> None:
    left = ref(Ring())
    made.gone = MOST_GONE
    clear_away(made)
    assert made.gone == MOST_GONE, "too few: looking through everything is dear"
    made.gone += 1
    clear_away(made)
    assert (left(), made.gone) == (None, 0)

"""Pushes that go to the writer together, and one of them that the server is mistaken about."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

import gevent
import pytest

from server.hub import Hub
from server.push import Ledger, Pushed, Waiting
from server.pushes import Pushes
from server.store import Store, Writing, add_device, add_entry, add_space, records
from server.writer import Writer
from sync.errors import Refused
from sync.limits import LIMITS
from sync.membership import begin
from tests.server.talking import start_space

NOW: Final = 1_700_000_000


class Mistaken(Ledger):
    """Fails, once it has already done its work, where one of these spaces is written to."""

    cursed: frozenset[bytes] = frozenset()

    def append_all(self, connection: Writing, waiting: Sequence[Waiting], now: int) -> list[Pushed | Refused]:
        outcomes = super().append_all(connection, waiting, now)
        if any(each.membership.space in self.cursed for each in waiting):
            raise ZeroDivisionError
        return outcomes


class Pusher:
    """Somebody with a space of their own, who keeps what they are told."""

    def __init__(self, store: Store, writer: Writer) -> None:
        self.told: list[Pushed | str] = []
        self.space, self.tablet = start_space()
        self._store = store
        writer.write(self._begin)

    def push(self, pushes: Pushes, *counts: int) -> Waiting:
        said = [tuple(self.tablet.records(count)) for count in counts]
        waiting = Waiting(self, self.space.state, said)
        pushes.add(waiting)
        return waiting

    def stored(self, _: Waiting, pushed: Pushed) -> None:
        self.told.append(pushed)

    def lost(self, _: Waiting, refusal: Refused) -> None:
        self.told.append(refusal.code)

    @property
    def kept(self) -> list[bytes]:
        return [record for _, record in self._store.read(lambda c: records(c, self.space.id, 1, LIMITS.space_bytes))]

    def _begin(self, connection: Writing) -> None:
        state = begin(self.space.genesis)
        add_space(connection, state.space, NOW)
        add_entry(connection, state.space, 0, state.head, 0, NOW, self.space.genesis)
        for device in state.devices:
            add_device(connection, state.space, device.id, 0, is_paper=device.paper)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    made = Store(tmp_path, Hub())
    yield made
    made.close()


@pytest.fixture
def ledger() -> Mistaken:
    return Mistaken(LIMITS)


@pytest.fixture
def writer(store: Store, ledger: Ledger) -> Iterator[Writer]:
    made = Writer(store.open_for_writing(), ledger.forget, Hub())
    yield made
    made.close()


@pytest.fixture
def pushes(ledger: Ledger, writer: Writer) -> Pushes:
    return Pushes(ledger, writer, Hub(), lambda: NOW)


def wait_until_told(*pushers: Pusher) -> None:
    with gevent.Timeout(60):
        while not all(pusher.told for pusher in pushers):
            gevent.sleep(0.005)


def test_what_is_pushed_in_one_turn_is_told_apart_again(store: Store, writer: Writer, pushes: Pushes) -> None:
    one, other = Pusher(store, writer), Pusher(store, writer)
    first, second = one.push(pushes, 2, 1), other.push(pushes, 1)
    assert [each.is_handed_in for each in (first, second)] == [False, False]
    wait_until_told(one, other)
    assert [each.is_handed_in for each in (first, second)] == [True, True]
    for pusher, count in ((one, 3), (other, 1)):
        (pushed,) = pusher.told
        assert isinstance(pushed, Pushed)
        assert pushed.stored == [(pusher.tablet.id, seq, seq) for seq in range(1, count + 1)]
        assert [record for _, record in pushed.appended] == pusher.kept
        assert len(pusher.kept) == count


def test_one_that_the_server_is_mistaken_about_harms_no_other(
    store: Store, writer: Writer, ledger: Mistaken, pushes: Pushes
) -> None:
    first, cursed, last = (Pusher(store, writer) for _ in range(3))
    ledger.cursed = frozenset((cursed.space.id,))
    for pusher in (first, cursed, last):
        pusher.push(pushes, 2)
    wait_until_told(first, cursed, last)
    assert cursed.told == ["INTERNAL"]
    assert cursed.kept == []
    for pusher in (first, last):
        (pushed,) = pusher.told
        assert isinstance(pushed, Pushed)
        assert len(pushed.stored) == len(pusher.kept) == 2


def test_of_each_push_nothing_stands_behind_the_first_that_is_refused(
    store: Store, writer: Writer, pushes: Pushes
) -> None:
    pusher = Pusher(store, writer)
    head = pusher.tablet.head
    said = pusher.tablet.records(4)
    waiting = Waiting(pusher, pusher.space.state, [(said[0],), (said[2], said[3]), (said[1], said[2])])
    pushes.add(waiting)
    wait_until_told(pusher)
    (pushed,) = pusher.told
    assert isinstance(pushed, Pushed)
    assert [(nack.seq, nack.code, nack.expected_seq) for nack in pushed.refused] == [(3, "SEQ_GAP", head.seq + 2)]
    assert pusher.kept == [record.raw for record in said[:3]]

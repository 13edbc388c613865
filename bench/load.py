"""Load on a relay: everything that is sent is acknowledged and delivered, once and in order, or there is no figure."""

import gc
import select
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from statistics import quantiles
from time import perf_counter, process_time
from typing import Final

from bench.peer import Peer, Unexpected

WARM_S: Final = 0.7  # not counted
SETTLE_S: Final = 20
TICK_S: Final = 0.001


@dataclass(frozen=True, slots=True)
class Outcome:
    """What one run came to."""

    per_s: float  # messages delivered a second
    p50_ms: float  # from being sent to being delivered
    p95_ms: float
    p99_ms: float
    sent: int  # in all, warming up included
    load_cpu: float  # share of its core that the load itself took


def flood(peers: Sequence[Peer], window: int, seconds: float) -> Outcome:
    """As fast as it goes with at most `window` unacknowledged messages a peer. Ends early when a peer has no more."""

    def push(peer: Peer, _now: float) -> None:
        room = min(window - (peer.sent - peer.acked), peer.left)
        if room > 0:
            peer.push(room)

    return _Run(peers).measure(push, seconds, each_s=None)


def pace(peers: Sequence[Peer], per_s: float, seconds: float) -> Outcome:
    """At a steady rate over all peers, however far behind the server is."""
    started, share = perf_counter(), per_s / len(peers)
    turn = {peer: index / len(peers) for index, peer in enumerate(peers)}

    def push(peer: Peer, now: float) -> None:
        due = min(int((now - started) * share + turn[peer]) - peer.sent, peer.left)
        if due > 0:
            peer.push(due)

    return _Run(peers).measure(push, seconds, each_s=TICK_S)


class _Run:
    def __init__(self, peers: Sequence[Peer]) -> None:
        self._peers = {peer.socket.fileno(): peer for peer in peers}
        self._poll = select.epoll()
        self._delays: list[float] = []
        for number in self._peers:
            self._poll.register(number, select.EPOLLIN)

    def measure(self, push: Callable[[Peer, float], None], seconds: float, each_s: float | None) -> Outcome:
        """`push` is asked for more after every arrival at a peer, or for all peers every `each_s`."""
        with _no_collection():
            started = perf_counter()
            self._push_all(push, started)
            while perf_counter() - started < WARM_S and self._have_more():
                self._turn(push, each_s)
            before, cpu_s, begun = len(self._delays), process_time(), perf_counter()
            while perf_counter() - begun < seconds and self._have_more():
                self._turn(push, each_s)
            span_s, cpu_s = perf_counter() - begun, process_time() - cpu_s
            counted = self._delays[before:]
            self._settle()
        if span_s < min(0.5, seconds):
            raise Unexpected("the messages that were made ready did not last")
        if len(counted) < 2:
            raise Unexpected("nothing was delivered in all that time")
        cuts = quantiles(counted, n=100)
        sent = sum(peer.sent for peer in self._peers.values())
        return Outcome(len(counted) / span_s, cuts[49] * 1000, cuts[94] * 1000, cuts[98] * 1000, sent, cpu_s / span_s)

    def _turn(self, push: Callable[[Peer, float], None], each_s: float | None) -> None:
        arrived = self._poll.poll(0.5 if each_s is None else each_s)
        for number, _ in arrived:
            peer = self._peers[number]
            peer.take(self._delays)
            if each_s is None:
                push(peer, 0.0)
        if each_s is not None:
            self._push_all(push, perf_counter())

    def _push_all(self, push: Callable[[Peer, float], None], now: float) -> None:
        for peer in self._peers.values():
            push(peer, now)

    def _have_more(self) -> bool:
        return all(peer.left for peer in self._peers.values())

    def _settle(self) -> None:
        """Waits for what is under way. Raises Unexpected when some of it never comes."""
        deadline = perf_counter() + SETTLE_S
        while not all(peer.is_settled for peer in self._peers.values()):
            if perf_counter() > deadline:
                missing = sum(2 * peer.sent - peer.acked - peer.heard for peer in self._peers.values())
                raise Unexpected(f"{missing} acknowledgements and deliveries are missing")
            for number, _ in self._poll.poll(0.5):
                self._peers[number].take(self._delays)
        self._poll.close()


@contextmanager
def _no_collection() -> Iterator[None]:
    """Nothing here makes loops, and a collection in the middle would look like a slow server."""
    gc.collect()
    gc.disable()
    try:
        yield
    finally:
        gc.enable()

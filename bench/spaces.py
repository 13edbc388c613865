"""B10: what one push costs a server that keeps ten spaces, and what it costs with thousands.

In every space one device is connected. Either all of them push in turn, so that the server comes back to a space only
after it has been to all the others, or ten of them do while the others are only there. Ten pushes are always under
way, each is acknowledged, and in the end each lies on the disk.
"""

import argparse
import json
import os
import resource
import select
import sqlite3
from collections import defaultdict, deque
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from itertools import product
from pathlib import Path
from statistics import median, quantiles
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import Final, NamedTuple

from bench.changes import changes
from bench.figures import machine, ratio, show, spread, tell
from bench.pairs import new_pair, seal_all
from bench.peer import Unexpected
from bench.processes import Busy, cores, kith_server, on_core
from bench.relays import RAISED, answer, row_count, welcomed
from server.store import NewRecord, Store, add_device, add_records, number_of_device, number_of_space
from sync import messages
from sync.messages import Ack, Pull, Push, Records

UNDER_WAY: Final = 10
KEPT_RECORDS: Final = 20
QUIET_S: Final = 100_000  # nobody here answers a ping
SETTINGS: Final = {
    "KITH_LIMITS": json.dumps({**RAISED, "sockets_per_address": 100_000, "ping_s": QUIET_S, "idle_s": QUIET_S})
}


class Cost(NamedTuple):
    """Of one push."""

    cpu_us: float  # of the server's own time
    p50_ms: float
    p95_ms: float
    others: float  # their share of the server's core


class Costs(NamedTuple):
    """Of one run."""

    in_turn: Cost
    ten: Cost


class Case(NamedTuple):
    """How many spaces have somebody in them, and how many others are on the disk."""

    spaces: int
    kept: int


class Device:
    """One device in a space of its own, with its pushes made ready."""

    def __init__(self, port: int, count: int) -> None:
        pair = new_pair()
        self.peer, _ = welcomed(port, pair, 0, creates=True)
        if not isinstance(records := answer(self.peer, Pull(1)), Records):
            raise Unexpected(records)
        self.pushes = deque(messages.to_bytes(Push((record.raw,))) for record in seal_all(pair, 0, changes(0, count)))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--spaces", type=int, nargs="+", default=[10, 2_500], help="how many there are")
    parser.add_argument("--kept", type=int, nargs="+", default=[0, 10_000], help="others on the disk, where nobody is")
    parser.add_argument("--pushes", type=int, default=10_000, help="that are counted, each time (10000)")
    parser.add_argument("--runs", type=int, default=1, help="turns of each (1)")
    options = parser.parse_args()
    costs = measure(options.spaces, options.kept, options.pushes, options.runs)
    first, *_ = costs.values()
    rows = list[list[str]]()
    for case, theirs in costs.items():
        rows.append([f"{case.spaces:,}", f"{case.kept:,}"])
        for taken, firsts in zip(zip(*theirs, strict=True), zip(*first, strict=True), strict=True):
            cpus, first_cpus = [cost.cpu_us for cost in taken], [cost.cpu_us for cost in firsts]
            against = "" if theirs is first else ratio(cpus, first_cpus)
            rows[-1] += [spread(cpus), against, spread([cost.p50_ms for cost in taken], 1)]
    heads = [f"{who}: {what}" for who in ("all in turn", "ten of them") for what in ("CPU µs", "against", "p50 ms")]
    show("B10, one push", ["spaces", "others kept", *heads], rows)
    print(machine("gevent", "websockets", "cryptography"))


def measure(spaces: Sequence[int], kept: Sequence[int], pushes: int, runs: int) -> dict[Case, list[Costs]]:
    """What a push costs in each case, the first of which the others are held against; runs interleaved."""
    _, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (hard, hard))
    server_core, load_core = cores()
    costs = defaultdict[Case, list[Costs]](list)
    with on_core(load_core):
        for _ in range(runs):
            for others, count in product(kept, spaces):
                costs[Case(count, others)].append(measured(count, others, pushes, server_core))
    return costs


def measured(count: int, kept: int, pushes: int, core: int) -> Costs:
    costs = list[Cost]()
    with serving(count, kept, 2 * pushes, core) as (devices, pid):
        for active in (devices, devices[:UNDER_WAY]):
            run(active, max(len(active), pushes // 10))  # to warm up
            cost = _cost(active, pushes, core, pid)
            tell(f"{count:,} spaces, {len(active):,} active: {cost}")
            costs.append(cost)
    return Costs(*costs)


@contextmanager
def serving(count: int, kept: int, pushes: int, core: int) -> Iterator[tuple[list[Device], int]]:
    """So many devices in as many spaces of a fresh server, and its process; then what is on the disk is counted."""
    with TemporaryDirectory(prefix="kith-bench-") as temporary:
        folder = Path(temporary)
        before = fill(folder / "data", kept)
        with kith_server(folder, core, SETTINGS) as relay:
            tell(f"making {count:,} spaces")
            each = pushes // count * 3 // 2 + 4
            few = pushes // UNDER_WAY * 3 // 2 + each
            devices = [Device(relay.port, few if index < UNDER_WAY else each) for index in range(count)]
            ready = sum(len(device.pushes) for device in devices)
            yield devices, relay.pid
            sent = ready - sum(len(device.pushes) for device in devices)
            for device in devices:
                device.peer.socket.close()
            relay.stop()
        if (stored := row_count(folder / "data" / "kith.sqlite3")) != sent + before:
            raise Unexpected(f"{sent} records were acknowledged and {stored - before} kept")


def fill(folder: Path, spaces: int) -> int:
    """Puts spaces on the disk of which the server need never know more than that; how many records they hold."""
    Store(folder).close()
    with closing(sqlite3.connect(folder / "kith.sqlite3")) as stored, stored:
        for _ in range(spaces):
            space, device = os.urandom(16), os.urandom(16)
            stored.execute("INSERT INTO space (space, created) VALUES (?, 1)", (space,))
            row = (space, 0, os.urandom(32), 0, 1, os.urandom(600))
            stored.execute("INSERT INTO control VALUES (?, ?, ?, ?, ?, ?)", row)
            add_device(stored, space, device, 0, is_paper=False)
            log, author = number_of_space(stored, space), number_of_device(stored, space, device)
            records = [
                NewRecord(log, seq, author, seq, os.urandom(32), 1, 0, seq * 450, 1, os.urandom(450))
                for seq in range(1, KEPT_RECORDS + 1)
            ]
            add_records(stored, records)
    return spaces * KEPT_RECORDS


def run(devices: Sequence[Device], pushes: int) -> list[float]:
    """How long each push took, in seconds; the devices take turns."""
    poll, waiting, left = select.epoll(), deque(device for device in devices if device.pushes), pushes
    by_number, sent_at, took = dict[int, Device](), dict[int, float](), list[float]()

    def push() -> None:
        nonlocal left
        if waiting and left:
            left -= 1
            device = waiting.popleft()
            number = device.peer.socket.fileno()
            by_number[number], sent_at[number] = device, perf_counter()
            poll.register(number, select.EPOLLIN)
            device.peer.say(device.pushes.popleft())

    for _ in range(min(UNDER_WAY, len(devices))):
        push()
    while by_number:
        arrived = poll.poll(20)
        if not arrived:
            raise Unexpected("nothing is acknowledged any more")
        for number, _ in arrived:
            device = by_number.pop(number)
            if not isinstance(ack := messages.parse(device.peer.hear()), Ack):
                raise Unexpected(ack)
            if device.pushes:
                waiting.append(device)
            took.append(perf_counter() - sent_at.pop(number))
            poll.unregister(number)
            push()
    poll.close()
    if left:
        raise Unexpected("the pushes that were made ready did not last")
    return took


def _cost(devices: Sequence[Device], pushes: int, core: int, pid: int) -> Cost:
    busy = Busy(core, pid)
    took = run(devices, pushes)
    return Cost(busy.own_s() / pushes * 1e6, median(took) * 1e3, quantiles(took, n=20)[18] * 1e3, busy.others())


if __name__ == "__main__":
    main()

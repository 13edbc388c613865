"""A thousand connections that never finish saying what they want, and Debian's slowhttptest in its four modes: does
/healthz answer the others in time?

The thousand come from a hundred of this machine's addresses, and every second one has begun a request. slowhttptest
comes from one address, as it does in the wild. /healthz is asked from another, ten times a second, each time anew.
"""

import argparse
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from http.client import HTTPConnection
from pathlib import Path
from socket import create_connection, socket
from statistics import median
from tempfile import TemporaryDirectory
from threading import Event, Thread
from time import monotonic, sleep
from typing import Final, NamedTuple

from bench.figures import Promise, judge, machine, tell
from bench.member import address
from bench.processes import Watch, cores, kith_server, on_core
from bench.relay import allow_many_sockets
from tests.relay_process import RelayProcess

ANSWER_S: Final = 1
GIVE_UP_S: Final = 10
ASKED_EACH_S: Final = 0.1
AGAIN_S: Final = 0.5
ADDRESSES: Final = 100
OTHERS: Final = "127.0.9.9"  # who asks for /healthz
MODES: Final = {"-H": "slow headers", "-B": "slow body", "-R": "ranges", "-X": "slow reading"}
BEGUN: Final = b"GET / HTTP/1.1\r\nHost: localhost\r\nX-Slow: "


class Health(NamedTuple):
    """How /healthz did."""

    asked: int
    failed: int
    most_s: float
    median_s: float
    most_mib: float  # what the server weighed meanwhile


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=float, default=60, help="each attack lasts (60)")
    parser.add_argument("--connections", type=int, default=1_000, help="of each attack (1000)")
    options = parser.parse_args()
    allow_many_sockets()
    server_core, load_core = cores()
    promises = list[Promise]()

    def judged(what: str, health: Health) -> None:
        seen = (
            f"{health.asked} asked, {health.failed} without an answer, {health.median_s * 1e3:.0f} ms in the middle, "
        )
        seen += f"{health.most_s * 1e3:.0f} ms at most; {health.most_mib:.0f} MiB"
        is_kept = not health.failed and health.most_s < ANSWER_S
        promises.append(Promise(what, seen, f"< {ANSWER_S} s throughout", is_kept))
        tell(f"{what}: {seen}")

    with on_core(load_core), TemporaryDirectory(prefix="kith-bench-") as temporary:
        folder = Path(temporary)
        with kith_server(folder, server_core, {}) as relay:
            with half_open(relay.port, options.connections):
                judged(f"{options.connections:,} half-open connections", asked(relay, options.seconds))
            for mode, name in MODES.items():
                with slow_http(relay.port, mode, options.connections, options.seconds):
                    judged(f"slowhttptest {mode}, {name}", asked(relay, options.seconds))
    status = judge("Half-open connections and slow requests: /healthz", promises)
    print(machine("gevent"))
    sys.exit(status)


@contextmanager
def half_open(port: int, connections: int) -> Iterator[None]:
    """So many; whoever is put out comes again a little later."""
    is_over, opened = Event(), dict[int, socket]()

    def keep() -> None:
        while not is_over.wait(AGAIN_S):
            for number in range(connections):
                if number in opened and _is_over(opened[number]):
                    opened.pop(number).close()
                if number not in opened:
                    with suppress(OSError):
                        opened[number] = _begin(port, number)

    keeping = Thread(target=keep, daemon=True)
    keeping.start()
    try:
        yield
    finally:
        is_over.set()
        keeping.join()
        for one in opened.values():
            one.close()


def _begin(port: int, number: int) -> socket:
    one = create_connection(("127.0.0.1", port), GIVE_UP_S, (address(number % ADDRESSES), 0))
    one.setblocking(False)
    if number % 2:
        one.send(BEGUN)
    return one


def _is_over(one: socket) -> bool:
    try:
        return not one.recv(1024)
    except BlockingIOError:
        return False
    except OSError:
        return True


@contextmanager
def slow_http(port: int, mode: str, connections: int, seconds: float) -> Iterator[None]:
    """slowhttptest for so long; ended afterwards."""
    counts = ["-c", str(connections), "-r", str(connections // 5), "-l", str(int(seconds)), "-i", "5", "-p", "3"]
    command = ["slowhttptest", mode, *counts, "-u", f"http://127.0.0.1:{port}/"]
    attack = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, stdin=subprocess.DEVNULL)
    try:
        yield
    finally:
        attack.kill()
        attack.wait()


def asked(relay: RelayProcess, seconds: float) -> Health:
    watch, took, failed, started = Watch(relay.pid), list[float](), 0, monotonic()
    while (now := monotonic()) - started < seconds:
        connection = HTTPConnection("127.0.0.1", relay.port, timeout=GIVE_UP_S, source_address=(OTHERS, 0))
        try:
            connection.request("GET", "/healthz")
            if connection.getresponse().status != 200:
                failed += 1
        except OSError:
            failed += 1
        finally:
            connection.close()
        took.append(monotonic() - now)
        sleep(max(0, ASKED_EACH_S - took[-1]))
    watch.stop()
    return Health(len(took), failed, max(took), median(took), watch.most_mib)


if __name__ == "__main__":
    main()

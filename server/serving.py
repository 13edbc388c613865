"""Runs the relay until it is told to stop: listens, checks pulses, drains on SIGTERM and SIGINT."""

import gc
import resource
import signal
import sqlite3
import sys
from typing import Final

import gevent
from gevent.event import Event

from server import logs, tombstones
from server.app import create_app
from server.config import Settings
from server.holding import hold
from server.listening import listen
from server.observing import MetricsApp
from server.relay import Relay
from server.store import READERS
from sync.errors import Malformed

SWITCH_S: Final = 0.0005  # how long the hub may keep the writer's thread from running
PULSE_S: Final = 1
PURGE_S: Final = 3_600
DRAIN_S: Final = 3
COLLECTING: Final = (25_000, 4, 1)  # objects, rounds, and rounds of rounds until all is looked through
MOST_GONE: Final = 100  # sockets that may have closed, or a quarter of those there are, before all is looked through
OPEN_FILES: Final = 65_536  # the usual soft limit of 1,024 would be the first to be reached


def serve(settings: Settings) -> None:
    """Serves until a signal comes.

    Raises CannotListen, OSError, sqlite3.Error, FolderInUse, tables.StoreTooNew, soundness.StoreDamaged.
    """
    sys.setswitchinterval(SWITCH_S)
    logs.start(settings.log)
    settings = settings.with_room_for(_allow_many_files())
    gevent.get_hub().print_exception = _log_fault  # its own words would quote what they should not
    gevent.get_hub().threadpool.maxsize = READERS  # one more would only wait for a reader, and keep what it once needed
    with hold(settings.data):
        _serve(settings)


def _serve(settings: Settings) -> None:
    relay = Relay(settings)
    server = listen(settings.host, settings.port, create_app(relay), settings.limits, settings.proxies)
    servers = [server]
    if settings.metrics_address is not None:
        servers.append(listen(*settings.metrics_address, MetricsApp(relay, server.doorway)))
    for each in servers:
        each.start()
    stop = Event()
    signals = [gevent.signal_handler(number, stop.set) for number in (signal.SIGTERM, signal.SIGINT)]
    tasks = [gevent.spawn(_check_pulses, relay), gevent.spawn(purge_hourly, relay)]
    _clear_away_soon()
    most = settings.limits.sockets
    logs.tell("server.started", port=settings.port, origin=settings.public_origin, most_sockets=most)
    try:
        stop.wait()
        relay.dismiss_all()
        with gevent.Timeout(DRAIN_S, False):
            while relay.sockets:
                gevent.sleep(0.02)
    finally:
        gevent.killall(tasks)
        for handler in signals:
            handler.cancel()
        server.close()  # last: until now whoever came was told to come again
        relay.close()
        for each in servers:
            each.stop(timeout=1)
        logs.tell("server.stopped")


def _clear_away_soon() -> None:
    """A closed socket leaves a ring of objects, some 10 KB, that only a look through everything finds.

    What is there for good is left out of it, so that the look is short. By default one at what is young comes after 700
    objects, and records under way are thousands, which leave no ring: a fifth of what a record cost was looking at
    them. So those looks are rare here, and `clear_away` has one at everything once enough sockets have closed.
    """
    gc.freeze()
    gc.collect()  # counts anew what there is
    gc.set_threshold(*COLLECTING)


def clear_away(relay: Relay) -> None:
    """What closed sockets have left, once there are enough of them. To be called about once a second."""
    if relay.gone > max(MOST_GONE, len(relay.sockets) // 4):
        relay.gone = 0
        gc.collect()


def _allow_many_files() -> int:
    """How many may be open now."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    most = OPEN_FILES if hard == resource.RLIM_INFINITY else min(OPEN_FILES, hard)
    if soft != resource.RLIM_INFINITY and soft < most:
        resource.setrlimit(resource.RLIMIT_NOFILE, (most, hard))
        return most
    return OPEN_FILES if soft == resource.RLIM_INFINITY else soft


def _log_fault(_context: object, _kind: object, error: BaseException, _trace: object) -> None:
    logs.fail("conversation.failed", error)


def _check_pulses(relay: Relay) -> None:
    while True:
        gevent.sleep(PULSE_S)
        try:
            relay.check_pulses()
            clear_away(relay)
        except Exception as error:  # noqa: BLE001  # without pulses nobody is pinged, and nobody is cut
            logs.fail("conversation.failed", error)


def purge_hourly(relay: Relay) -> None:
    """Purges what has ended and remembers what is closed, at the start and every hour, whatever goes wrong in one."""
    after_an_hour = False  # a start is not one: whoever starts often would count fast
    remembrance = tombstones.Remembrance(relay.settings.data)
    while True:
        relay.purge(after_an_hour=after_an_hour)
        try:
            relay.store.read(remembrance.catch_up)
        except (OSError, sqlite3.Error, Malformed) as error:
            logs.fail("tombstone.failed", error)
        gevent.sleep(PURGE_S)
        after_an_hour = True

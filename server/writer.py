"""The one thread that writes: it commits whatever is queued as one transaction, and only then are the senders told.

A native thread with its own SQLite connection (gevent is not monkey-patched), so that a slow disk never holds up a
socket. Results come back in a turn of their own (server/turns.py), in the order of the commits.
"""

import sqlite3
import threading
from collections import deque
from collections.abc import Callable
from functools import partial
from queue import Empty, SimpleQueue
from time import monotonic
from typing import Final, NamedTuple, TypeVar

from server import logs, metrics
from server.turns import Turns
from sync.errors import Refused

MOST_TOGETHER: Final = 2_000  # requests in one commit: more would only make the first of them wait
CLEAR_S: Final = 1  # until the log is tried again that somebody is just reading

T = TypeVar("T")
Report = Callable[[], None]


class _Request(NamedTuple):
    work: Callable[[sqlite3.Connection], Report]
    refused: Callable[[Refused], None]


class Writer:
    """Runs work inside group commits on `connection`, which from now on belongs to its thread.

    `on_rollback` is called in that thread whenever a transaction is lost, or what one request did in it by a fault of
    ours, for whoever remembers what was written.
    """

    def __init__(self, connection: sqlite3.Connection, on_rollback: Callable[[], None], turns: Turns) -> None:
        self._connection = connection
        self._turns = turns
        self._on_rollback = on_rollback
        self._queue: SimpleQueue[_Request | None] = SimpleQueue()
        self._reports: deque[Report] = deque()
        self._has_log_to_clear = False
        self._bell = turns.bell(self._report)
        self._thread = threading.Thread(target=self._run, name="kith-writer", daemon=True)
        self._thread.start()

    @property
    def is_alive(self) -> bool:
        return self._thread.is_alive()

    @property
    def waiting(self) -> int:
        """How many requests no commit has taken yet."""
        return self._queue.qsize()

    def submit(
        self, work: Callable[[sqlite3.Connection], T], done: Callable[[T], None], refused: Callable[[Refused], None]
    ) -> None:
        """Queues `work`. After its commit `done` gets what it returned; `refused` gets the Refused it raised, INTERNAL
        when it was mistaken (either undoes this work alone), or STORE_FAILED when the commit was lost. Both are called
        in a turn and must not wait.
        """

        def run(connection: sqlite3.Connection) -> Report:
            return partial(done, work(connection))

        self._queue.put(_Request(run, refused))

    def write(self, work: Callable[[sqlite3.Connection], T], committed: Callable[[], None] | None = None) -> T:
        """What `work` returned, once committed; `committed` was then called in a turn, before any later commit's news.

        Raises Refused. For conversations: it waits.
        """
        settled, answers, refusals = self._turns.signal(), list[T](), list[Refused]()

        def done(result: T) -> None:
            if committed is not None:
                committed()
            answers.append(result)
            settled.set()

        def refused(refusal: Refused) -> None:
            refusals.append(refusal)
            settled.set()

        self.submit(work, done, refused)
        settled.wait()
        if refusals:
            raise refusals[0]
        return answers[0]

    def clear_log(self) -> None:
        """For work that deletes: after its commit the write-ahead log is emptied, where old pages stand until then."""
        self._has_log_to_clear = True

    def close(self) -> None:
        """Commits what is queued, then ends the thread and closes the connection. Reports still due are given.

        In a turn, and it gives none away while it waits.
        """
        self._queue.put(None)
        self._thread.join()
        self._report()
        self._bell.take_down()

    def _run(self) -> None:
        is_open = True
        while is_open:
            requests: list[_Request] = []
            try:
                request = self._queue.get(timeout=CLEAR_S if self._has_log_to_clear else None)
                while request is not None:
                    requests.append(request)
                    if len(requests) >= MOST_TOGETHER:
                        break
                    request = self._queue.get_nowait()
                else:
                    is_open = False
            except Empty:
                pass  # everything that was waiting is in hand
            if requests:
                self._reports.extend(self._commit(requests))
                self._bell.ring()
            if self._has_log_to_clear:
                self._try_to_clear_log()
        self._connection.close()

    def _commit(self, requests: list[_Request]) -> list[Report]:
        """What each sender is to be told, in order."""
        connection, began_at = self._connection, monotonic()
        try:
            connection.execute("BEGIN IMMEDIATE")
            reports = [self._attempt(connection, request) for request in requests]
            connection.execute("COMMIT")
        except Exception as error:  # noqa: BLE001  # the thread's boundary: it must live on, whatever one request did
            logs.fail("commit.failed", error, requests=len(requests))
            if connection.in_transaction:
                connection.execute("ROLLBACK")
            self._on_rollback()
            metrics.commits.add("lost")
            return [partial(request.refused, Refused("STORE_FAILED")) for request in requests]
        metrics.commits.add("done")
        metrics.commit_s.observe(monotonic() - began_at)
        metrics.commit_requests.observe(len(requests))
        return reports

    def _attempt(self, connection: sqlite3.Connection, request: _Request) -> Report:
        connection.execute("SAVEPOINT request")
        try:
            report = request.work(connection)
        except Refused as refusal:
            connection.execute("ROLLBACK TO request")
            report = partial(request.refused, refusal)
        except Exception as error:  # one request's fault, and not that of all who are committed with it
            if isinstance(error, sqlite3.OperationalError) or not connection.in_transaction:
                raise  # the disk's, and so everybody's
            logs.fail("write.failed", error)
            connection.execute("ROLLBACK TO request")
            self._on_rollback()
            report = partial(request.refused, Refused("INTERNAL"))
        connection.execute("RELEASE request")
        return report

    def _try_to_clear_log(self) -> None:
        """Without waiting: somebody who reads what stands in the log is soon done."""
        connection = self._connection
        (busy_ms,) = connection.execute("PRAGMA busy_timeout").fetchone()
        connection.execute("PRAGMA busy_timeout=0")
        try:
            is_held, _, _ = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
            self._has_log_to_clear = bool(is_held)
        except sqlite3.Error as error:
            logs.fail("purge.failed", error)
        finally:
            connection.execute(f"PRAGMA busy_timeout={busy_ms}")

    def _report(self) -> None:
        while self._reports:
            report = self._reports.popleft()
            try:
                report()
            except Exception as error:  # noqa: BLE001  # the turn's boundary: one conversation must not end the others
                logs.fail("conversation.failed", error)

"""What the server counts, as Prometheus reads it. README.md lists every name.

Plain numbers: no label tells a space, a device or an address apart, only `code` (of a refusal) and `kind`. What is
counted often is added once a commit or a push. Each number is added to by one thread alone, the hub's or the writer's.
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping
from typing import Final, Literal, Protocol

CONTENT_TYPE: Final = "text/plain; version=0.0.4; charset=utf-8"


class Metric(Protocol):
    """Something with a name and lines."""

    @property
    def name(self) -> str: ...
    @property
    def kind(self) -> str: ...
    @property
    def says(self) -> str: ...
    def lines(self) -> Iterator[str]: ...


class Count:
    """How often something has happened since the start."""

    __slots__ = ("name", "says", "value")
    kind = "counter"

    def __init__(self, name: str, says: str) -> None:
        self.name, self.says = name, says
        self.value = 0

    def add(self, number: int = 1) -> None:
        self.value += number

    def lines(self) -> Iterator[str]:
        yield f"{self.name} {self.value}"


class Counts:
    """The same for each of a few words: `label` says what kind of word, which must be ours and never a caller's."""

    __slots__ = ("label", "name", "says", "values")
    kind = "counter"

    def __init__(self, name: str, label: Literal["code", "kind"], says: str) -> None:
        self.name, self.label, self.says = name, label, says
        self.values: dict[str, int] = {}

    def add(self, word: str, number: int = 1) -> None:
        self.values[word] = self.values.get(word, 0) + number

    def lines(self) -> Iterator[str]:
        for word, value in sorted(self.values.items()):
            yield f'{self.name}{{{self.label}="{word}"}} {value}'


class Gauge:
    """How much there is of something now. Looked up when somebody asks."""

    __slots__ = ("label", "name", "says", "values")
    kind = "gauge"

    def __init__(self, name: str, says: str, label: Literal["kind"] | None = None) -> None:
        self.name, self.says, self.label = name, says, label
        self.values: dict[str, int] = {}

    def set(self, value: int) -> None:
        self.values = {"": value}

    def set_each(self, values: Mapping[str, int]) -> None:
        self.values = dict(values)

    def lines(self) -> Iterator[str]:
        for word, value in self.values.items():
            yield f'{self.name}{{{self.label}="{word}"}} {value}' if self.label else f"{self.name} {value}"


class Histogram:
    """How large something was, each time: how often at most each of `bounds`."""

    __slots__ = ("bounds", "counts", "name", "says", "total")
    kind = "histogram"

    def __init__(self, name: str, says: str, bounds: tuple[float, ...]) -> None:
        self.name, self.says, self.bounds = name, says, bounds
        self.counts = [0] * (len(bounds) + 1)
        self.total: float = 0

    def observe(self, value: float) -> None:
        self.counts[bisect_left(self.bounds, value)] += 1
        self.total += value

    def lines(self) -> Iterator[str]:
        so_far = 0
        for bound, count in zip((*self.bounds, "+Inf"), list(self.counts), strict=True):
            so_far += count
            yield f'{self.name}_bucket{{le="{bound}"}} {so_far}'
        yield f"{self.name}_sum {self.total:.6f}"
        yield f"{self.name}_count {so_far}"


sockets: Final = Gauge("kith_sockets", "sockets that are open, by how far they have come", "kind")
queue_out_bytes: Final = Gauge("kith_queue_out_bytes", "bytes that wait for slow readers, of all sockets together")
queue_in_requests: Final = Gauge("kith_queue_in_requests", "what waits for the writing thread")
disk_free_bytes: Final = Gauge("kith_disk_free_bytes", "what is free on the disk of the database")
is_ready: Final = Gauge("kith_ready", "1 while /readyz says so")
connections: Final = Gauge("kith_connections", "connections that are open and are no sockets")
callers_refused: Final = Counts("kith_callers_refused_total", "code", "sockets refused before the upgrade")
messages_refused: Final = Counts("kith_messages_refused_total", "code", "messages answered with ERR")
push_refused: Final = Counts("kith_push_refused_total", "code", "records answered with NACK, the first of each device")
connections_cut: Final = Counts(
    "kith_connections_cut_total", "kind", "connections ended before they became sockets, by the reason"
)
sockets_cut: Final = Counts("kith_sockets_cut_total", "kind", "sockets ended by the server, by the reason")
sockets_closed: Final = Counts("kith_sockets_closed_total", "code", "closes that the server began, by their code")
held_back: Final = Count("kith_held_back_total", "times that a socket was not read for a while, having sent too fast")
records_stored: Final = Count("kith_records_stored_total", "records committed")
bytes_stored: Final = Count("kith_record_bytes_stored_total", "their bytes")
entries_stored: Final = Count("kith_entries_stored_total", "control entries committed")
spaces_created: Final = Count("kith_spaces_created_total", "spaces begun")
spaces_purged: Final = Count("kith_spaces_purged_total", "spaces purged")
joins_asked: Final = Count("kith_joins_asked_total", "requests to join that were kept")
presence: Final = Counts("kith_presence_total", "kind", "presence frames: handed on or dropped, for each who listens")
commits: Final = Counts("kith_commits_total", "kind", "commits, done and lost")
commit_s: Final = Histogram(
    "kith_commit_seconds", "how long a commit took, the disk included", (0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1, 3)
)
commit_requests: Final = Histogram(
    "kith_commit_requests", "what was committed together: entries, and what came in one turn", (1, 10, 100, 1000)
)
faults: Final = Counts("kith_faults_total", "kind", "faults, our own or the disk's, by the event of the log")

ALL: Final[tuple[Metric, ...]] = (
    sockets, connections, queue_out_bytes, queue_in_requests, disk_free_bytes, is_ready, callers_refused,
    messages_refused, push_refused, connections_cut, sockets_cut, sockets_closed, held_back, records_stored,
    bytes_stored, entries_stored, spaces_created, spaces_purged, joins_asked, presence, commits, commit_s,
    commit_requests, faults,
)  # fmt: skip


def text(metrics: Iterable[Metric] = ALL) -> str:
    """All of them in Prometheus' text format."""
    lines: list[str] = []
    for metric in metrics:
        lines += [f"# HELP {metric.name} {metric.says}", f"# TYPE {metric.name} {metric.kind}", *metric.lines()]
    return "\n".join([*lines, ""])

"""A relay that shows its metrics."""

import re
from collections.abc import Iterator
from contextlib import closing, contextmanager
from http.client import HTTPConnection

from tests.relay_process import RelayProcess, free_port, relay_process

SAMPLE = re.compile(r'(kith_\w+)(?:\{(code|kind|le)="([A-Za-z_.+\d]+)"\})? (\d+(?:\.\d+)?)')


def answer(port: int, path: str) -> tuple[int, str]:
    with closing(HTTPConnection("127.0.0.1", port, timeout=10)) as connection:
        connection.request("GET", path)
        response = connection.getresponse()
        return response.status, response.read().decode()


class Watched:
    """A relay, and what it says of itself."""

    def __init__(self, relay: RelayProcess, port: int) -> None:
        self.relay, self.port = relay, port

    def text(self) -> str:
        status, text = answer(self.port, "/metrics")
        assert status == 200
        return text

    def value(self, name: str, word: str = "") -> float:
        """A sample; 0 when there is none."""
        samples = [SAMPLE.fullmatch(line) for line in self.text().splitlines() if not line.startswith("#")]
        found = {(sample[1], sample[3] or ""): float(sample[4]) for sample in samples if sample}
        return found.get((name, word), 0)


@contextmanager
def watched_relay(**settings: str) -> Iterator[Watched]:
    port = free_port()
    with relay_process({**settings, "KITH_METRICS": f"127.0.0.1:{port}"}) as relay:
        yield Watched(relay, port)

"""How often something may happen: token buckets, and the counts that are kept for an address."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field


@dataclass(slots=True)
class Bucket:
    """Holds up to `burst` tokens and gains `rate_per_s`; times are seconds on any clock that never goes back."""

    rate_per_s: float
    burst: float
    at_s: float
    tokens: float = field(init=False)

    def __post_init__(self) -> None:
        self.tokens = self.burst

    def wait_s(self, count: float, now_s: float) -> float:
        """0.0, with `count` tokens taken; or how long until there are so many, with none taken."""
        self.tokens = min(self.burst, self.tokens + (now_s - self.at_s) * self.rate_per_s)
        self.at_s = now_s
        missing = min(count, self.burst) - self.tokens
        if missing > 0:
            return missing / self.rate_per_s
        self.tokens -= count
        return 0.0

    def is_full(self, now_s: float) -> bool:
        """Whether forgetting this bucket would change nothing."""
        return self.tokens + (now_s - self.at_s) * self.rate_per_s >= self.burst


class Pace:
    """How fast one socket may send: `burst` bytes at once, and `rate_per_s` on. The clock is read only when they are
    spent, so this costs next to nothing for each message.
    """

    __slots__ = ("_at_s", "_burst", "_left", "_now_s", "_rate_per_s")

    def __init__(self, rate_per_s: float, burst: float, now_s: Callable[[], float]) -> None:
        self._rate_per_s, self._burst, self._now_s = rate_per_s, burst, now_s
        self._left, self._at_s = burst, now_s()

    def has(self, size: int) -> bool:
        """Whether nobody has to wait for `size` bytes."""
        return self._left >= size

    def spend(self, size: int) -> float:
        """Takes `size` bytes; for how many seconds the socket should not be read now."""
        self._left -= size
        if self._left >= 0:
            return 0.0
        now_s = self._now_s()
        self._left = min(self._burst, self._left + (now_s - self._at_s) * self._rate_per_s)
        self._at_s = now_s
        return max(0.0, -self._left / self._rate_per_s)


class Buckets:
    """One bucket a key (a device, an address), made when first asked for and forgotten once full."""

    def __init__(self, rate_per_s: float, burst: float) -> None:
        self._rate_per_s, self._burst = rate_per_s, burst
        self._buckets: dict[bytes | str, Bucket] = {}

    def wait_s(self, key: bytes | str, count: float, now_s: float) -> float:
        """As Bucket.wait_s, for this key."""
        bucket = self._buckets.get(key)
        if bucket is None:
            bucket = self._buckets[key] = Bucket(self._rate_per_s, self._burst, now_s)
        return bucket.wait_s(count, now_s)

    def forget_full(self, now_s: float) -> None:
        for key in [key for key, bucket in self._buckets.items() if bucket.is_full(now_s)]:
            del self._buckets[key]


class Callers:
    """How many sockets an address has that have not yet said who they are: at most `most`."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._counts: Counter[str] = Counter()

    def may_call(self, address: str) -> bool:
        return self._counts[address] < self._most if address in self._counts else True

    def arrive(self, address: str) -> None:
        self._counts[address] += 1

    def is_known(self, address: str) -> None:
        """The socket has said who it is, or is gone."""
        self._counts[address] -= 1
        if self._counts[address] <= 0:
            del self._counts[address]

"""Where letters of two halves stand (UTF-16). Nothing is put between the two, and neither is rubbed out alone.

What would be left of them no two libraries read alike. README.md section 4, "honest".
"""

from bisect import bisect_left, insort
from collections.abc import Iterable, Mapping, Sequence

from sync.errors import Damaged
from sync.yjs_update import Item, Range


class Halves:
    """Of letters that still stand: what was rubbed out can be parted, and nobody sees it."""

    def __init__(self) -> None:
        self._seconds: dict[int, list[int]] = {}  # by client id: the clocks of second halves, in rising order

    def learn(self, items: Iterable[Item], deletes: Iterable[Range], ends: Mapping[int, int]) -> None:
        """Take in what is new of an update."""
        for item in items:
            clock = item.clock
            for letter in item.text:
                clock += 2 if letter > "\uffff" else 1
                second = clock - 1
                if letter > "\uffff" and second >= ends.get(item.client, 0) and not self._has(item.client, second):
                    insort(self._seconds.setdefault(item.client, []), second)
        for client, clock, length in deletes:
            seconds = self._seconds.get(client, [])
            del seconds[bisect_left(seconds, clock) : bisect_left(seconds, clock + length)]

    def check(self, items: Sequence[Item], deletes: Iterable[Range], ends: Mapping[int, int]) -> None:
        """Raises Damaged ACTOR_WRONG where an update parts one. `items`: what is new of it."""
        fresh = Halves()
        fresh.learn(items, (), ends)
        cuts = [(item.origin[0], item.origin[1] + 1) for item in items if item.origin]
        cuts += [item.right_origin for item in items if item.right_origin]
        for client, clock, length in deletes:
            cuts += [(client, clock), (client, clock + length)]
        if any(each._has(*cut) for cut in cuts for each in (self, fresh)):
            raise Damaged("ACTOR_WRONG", "half a letter")

    def _has(self, client: int, clock: int) -> bool:
        seconds = self._seconds.get(client, [])
        at = bisect_left(seconds, clock)
        return at < len(seconds) and seconds[at] == clock

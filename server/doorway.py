"""Connections that speak HTTP and have not become sockets: so many at once, and who has waited longest makes way.

Whoever opens a thousand and says nothing, little, or reads nothing, loses the oldest of them with each further one, and
keeps nobody else out: an honest request is answered long before its connection is the oldest.
"""

from collections import OrderedDict
from typing import Protocol

from server import metrics


class Guest(Protocol):
    def cut(self) -> None:
        """Ends the connection now."""


class Doorway:
    """Holds at most `most` guests, and `most_per_address` with one address (None: nobody counts, as behind a proxy)."""

    def __init__(self, most: int, most_per_address: int | None) -> None:
        self._most, self._most_per_address = most, most_per_address
        self._guests: OrderedDict[Guest, str] = OrderedDict()
        self._of_address: dict[str, OrderedDict[Guest, None]] = {}

    def __len__(self) -> int:
        return len(self._guests)

    def arrive(self, guest: Guest, address: str) -> None:
        """Lets `guest` in, and somebody go if that is one too many."""
        self._guests[guest] = address
        neighbours = self._of_address.setdefault(address, OrderedDict())
        neighbours[guest] = None
        if self._most_per_address is not None and len(neighbours) > self._most_per_address:
            self._show_out(next(iter(neighbours)))
        elif len(self._guests) > self._most:
            self._show_out(next(iter(self._guests)))

    def stir(self, guest: Guest) -> None:
        """`guest` has made a whole request, and so is the last who must go."""
        address = self._guests.get(guest)
        if address is not None:
            self._guests.move_to_end(guest)
            self._of_address[address].move_to_end(guest)

    def leave(self, guest: Guest) -> None:
        """`guest` is gone, or has become a socket. Does nothing the second time."""
        address = self._guests.pop(guest, None)
        if address is not None:
            neighbours = self._of_address[address]
            del neighbours[guest]
            if not neighbours:
                del self._of_address[address]

    def _show_out(self, guest: Guest) -> None:
        self.leave(guest)
        metrics.connections_cut.add("crowded")
        guest.cut()

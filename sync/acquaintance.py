"""What a device knows of the server that it meets, and the facts that it must keep."""

from sync.encoding import Item, encode


class Acquaintance:
    """The part of a replica that another server, or a restored one, makes void."""

    def __init__(self) -> None:
        self.incarnation = b""
        self.stored_seq = 0  # of this device's own records, how many the server has
        self.cursor = 1  # the first position that has not been seen
        self.served = 0  # how many control entries the server of this incarnation is known to have
        self._beyond: set[int] = set()  # positions seen behind a gap
        self._facts: list[Item] = []

    def take_facts(self) -> list[bytes]:
        """What must be kept before anything more is sent. Each fact is given once."""
        taken, self._facts = self._facts, []
        return [encode(fact) for fact in taken]

    def meet(self, incarnation: bytes) -> None:
        """The server says which one it is. Another than before was restored: all is pulled, and offered, again."""
        if incarnation != self.incarnation:
            self.start_over(incarnation)

    def start_over(self, incarnation: bytes) -> None:
        """What is known of the server's positions, and of what it has, is no longer so: all is pulled again."""
        self._note("incarnation", incarnation)
        self.incarnation, self.cursor, self.served, self.stored_seq = incarnation, 1, 0, 0
        self._beyond.clear()

    def pull_anew(self) -> None:
        """Positions were false, or have changed: all is pulled again. What the server has acknowledged stays so."""
        self._note("anew")
        self.cursor = 1
        self._beyond.clear()

    def mark_served(self, length: int) -> None:
        """The server has so many entries of the control chain, and can never again have fewer."""
        if length > self.served:
            self._note("served", length)
            self.served = length

    def _pass(self, position: int) -> None:
        if position >= self.cursor:
            self._beyond.add(position)
        while self.cursor in self._beyond:
            self._beyond.remove(self.cursor)
            self.cursor += 1

    def _note(self, *fact: Item) -> None:
        self._facts.append(fact)

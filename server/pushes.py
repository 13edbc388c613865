"""What is pushed within one turn, on its way into the next commit together: one request to the writer for all of it."""

from collections.abc import Callable, Sequence
from functools import partial

from server import logs
from server.push import Ledger, Pushed, Waiting
from server.turns import Turns
from server.writer import Writer
from sync.errors import Refused


class Pushes:
    """Gathers what senders push, for `writer` to append to `ledger`. For turns only."""

    def __init__(self, ledger: Ledger, writer: Writer, turns: Turns, unix: Callable[[], int]) -> None:
        self._ledger, self._writer, self._turns, self._unix = ledger, writer, turns, unix
        self._gathered: list[Waiting] = []

    def add(self, waiting: Waiting) -> None:
        """Hands `waiting` in soon; until then it may grow. Its sender is told what became of it."""
        if not self._gathered:
            self._turns.soon(self.hand_in)
        self._gathered.append(waiting)

    def hand_in(self) -> None:
        """Hands in what has been gathered: whatever goes to the writer from now on is judged after it.

        But for what is tried again by itself because of a fault of ours: its senders may hear of a gap, and come back.
        """
        gathered, self._gathered = self._gathered, []
        if gathered:
            self._hand_in(gathered)

    def _hand_in(self, waiting: Sequence[Waiting]) -> None:
        for each in waiting:
            each.is_handed_in = True
        work = partial(self._ledger.append_all, waiting=waiting, now=self._unix())
        self._writer.submit(work, partial(_tell, waiting), partial(self._fail, waiting))

    def _fail(self, waiting: Sequence[Waiting], refusal: Refused) -> None:
        """Nothing was committed. Where that is the fault of one of them, the others must not suffer from it."""
        if refusal.code == "INTERNAL" and len(waiting) > 1:
            for each in waiting:
                self._hand_in([each])
        else:
            _tell(waiting, [refusal] * len(waiting))


def _tell(waiting: Sequence[Waiting], outcomes: Sequence[Pushed | Refused]) -> None:
    for each, outcome in zip(waiting, outcomes, strict=True):
        try:
            if isinstance(outcome, Refused):
                each.sender.lost(each, outcome)
            else:
                each.sender.stored(each, outcome)
        except Exception as error:  # noqa: BLE001  # one conversation must not end the others
            logs.fail("conversation.failed", error)

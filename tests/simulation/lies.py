"""The lies that a relay may tell, and of each what is expected of whoever it is told to: one table."""

from dataclasses import dataclass
from typing import Final, Literal, TypeAlias

# what a frame proves to whoever takes it in: an alarm of this code, the refusal of the frame, or that it holds records
# which must be set aside
Proof: TypeAlias = Literal["", "ROLLBACK", "refused", "aside"]


@dataclass(frozen=True, slots=True)
class Expected:
    """`by` is how a lie shows: what it is called, or "" for one that nobody can tell from bad luck."""

    by: str
    why: str


EXPECTED: Final[dict[str, Expected]] = {
    "hide": Expected("OMISSION", "at the end of a stream, as soon as a record has come that had seen what is hidden"),
    "withheld entries": Expected(
        "ROLLBACK", "once they had been told; else OMISSION, as soon as a signed record waits for one of them"
    ),
    "rollback": Expected("ROLLBACK", "at the next WELCOME that says less than was acknowledged or told before"),
    "two faces": Expected(
        "FORK_CONTROL", "if the control chains part; else ROLLBACK, as the records of one face are missing in the other"
    ),
    "false ack": Expected("ROLLBACK", "at the next WELCOME that lacks what was acknowledged; it is sent again"),
    "altered record": Expected("aside", "its signature does not hold, or it is no record"),
    "foreign record": Expected("aside", "it names another space"),
    "forged entry": Expected("refused", "its signature does not hold, or it is no entry"),
    "wrong heads": Expected(
        "ROLLBACK", "if they say less than was acknowledged; nobody has signed a WELCOME, and nothing follows from more"
    ),
    "made-up request": Expected(
        "REQUEST_BAD", "when somebody would let it in: only the invitation's secret signs for it"
    ),
    "replay": Expected("", "the same record again, wherever it is said to stand, is held once"),
    "reordered page": Expected("", "nobody has signed a position: the records' own chains put them in order"),
    "false positions": Expected("", "the heads of the next WELCOME show what was passed over, and it is pulled"),
    "twice": Expected("", "as a network may"),
    "disorder": Expected("", "as a network may"),
    "silence": Expected("", "as a network may: until it ends nothing is called said that was not acknowledged"),
}


@dataclass(eq=False, slots=True)
class Lie:
    """`kind` and whom it is told to: names of tablets."""

    kind: str
    victims: frozenset[str]
    author: bytes = b""  # whose records it hides
    from_seq: int = 0  # the first record, or entry, that it hides
    told: int = 0  # how often

"""Whose words a text is: in one's own nobody else writes, and once words were agreed on, nobody does in those.

Which texts these are, document.py says (P10).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, Literal, TypeAlias

from sync.document import THINGS
from sync.envelope import By
from sync.limits import LIMITS
from sync.part import OWNER, Part, written_by
from sync.register import to_register
from sync.yjs_update import Value

_LARGEST: Final = 2**53 - 1  # whole numbers beyond it are not told apart in every language


@dataclass(frozen=True, slots=True)
class Rule:
    """In whose hand a text is written, and of which kind of thing anybody may take the words out."""

    is_settled: bool
    emptied: str


def _rules(model: type[Part]) -> dict[str, Rule]:
    """Of the texts that not everybody writes."""
    hands = ((name, written_by(field)) for name, field in model.model_fields.items())
    return {name: Rule(hand == "nobody", emptied) for name, (hand, emptied) in hands if hand}


# By the root that a thing stands in.
RULES: Final = {root: rules for root, model in THINGS.items() if (rules := _rules(model))}


@dataclass(slots=True)
class Thing:
    """A statement, or an agreed wording."""

    rules: Mapping[str, Rule]
    hands: frozenset[By] | None = None  # those whose word it is; None where nothing says so
    kind: Value = None

    def says_as_before(self, key: str, value: Value) -> bool:
        """Whether it would be the same hands' word, with the same to take out, with this register there."""
        if key == "by":
            return _hands_of(value) == self.hands
        return self.emptied(_kind_in(value)) == self.emptied(self.kind)

    def is_pinned(self, key: str) -> bool:
        """Whether this register tells whose its texts are: whoever writes it again leaves that as it is."""
        if key == "by":
            return not all(rule.is_settled for rule in self.rules.values())
        return key == "kind" and any(rule.emptied for rule in self.rules.values())

    def emptied(self, kind: Value) -> list[str]:
        """Of which texts anybody may take the words out, if it is of this kind."""
        return [name for name, rule in self.rules.items() if rule.emptied and rule.emptied == kind]

    def take(self, key: str, value: Value) -> None:
        """What a register says of it that was made with it."""
        if key == "by":
            self.hands = _hands_of(value)
        else:
            self.kind = _kind_in(value)


@dataclass(slots=True)
class Words:
    """One text of a thing."""

    thing: Thing
    rule: Rule
    length: int = 0

    def may_grow(self, by: By) -> bool:
        """Whether this hand may write letters there. Agreed words that are too long for one update come in several."""
        if self.rule.is_settled:
            return self.length >= LIMITS.insert_code_points
        return self.thing.hands is None or by in self.thing.hands

    def may_shrink(self, by: By) -> bool:
        """Whether this hand may rub out letters there."""
        if self.rule.is_settled:
            return False
        return self.may_grow(by) or (self.rule.emptied != "" and self.rule.emptied == self.thing.kind)


@dataclass(frozen=True, slots=True)
class Pin:
    """Where a register says whose a thing is."""

    thing: Thing
    key: str


# Anywhere else: at a key, where registers stand, or in a list, where letters do.
KEY: Final = "key"
LIST: Final = "list"

Spot: TypeAlias = Words | Pin | Literal["key", "list"]  # where an item stands, as far as that matters


def is_at_key(spot: Spot) -> bool:
    """Whether registers stand there."""
    return spot == KEY or isinstance(spot, Pin)


def _hands_of(stored: Value) -> frozenset[By] | None:
    """Whose word it is, as readers have it, and both; of a copy that the owner made, the owner's too."""
    register = to_register(stored)
    if register is None:
        return None
    member, hand = _member(register.value), _member(register.by)
    if register.by == "both":
        return frozenset({"both", OWNER if member is None else member})
    if hand is None:
        return None
    copied = {member} if hand == OWNER and member is not None else set[By]()
    return frozenset({"both", hand, *copied})


def _member(value: object) -> int | None:
    return value if isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= _LARGEST else None


def _kind_in(stored: Value) -> Value:
    register = to_register(stored)
    return register.value if register and isinstance(register.value, str) else None

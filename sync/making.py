"""What may be made where: things where things stand, of such parts as belong to them, and nothing where registers do.

Made elsewhere it would stay for ever, and whoever wrote there afterwards would write over it. README.md section 4,
"honest" (P22); vectors/authorship.json.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from sync.document import THINGS
from sync.errors import Damaged
from sync.part import Part, stored_as
from sync.roots import FLAT_ROOTS
from sync.yjs_update import ANY, MAP, STRING, TEXT, TYPE, Id, Item

# Lost values are kept under ids that follow from what was lost, so two devices may both keep the same one.
KEPT_ROOT: Final = "kept"
DEEPEST: Final = 8  # reading what is nested takes longer with each step down

_TYPES: Final = {"text": TEXT, "links": MAP, "rows": MAP}


def _parts(model: type[Part]) -> dict[str, int | None]:
    """The type at each field, or none where a register is; flags stand behind the field's name and a slash."""
    stored = ((name, stored_as(field)) for name, field in model.model_fields.items())
    return {f"{name}/" if how == "flags" else name: _TYPES.get(how) for name, how in stored if how}


_PARTS: Final = {root: _parts(model) for root, model in THINGS.items()}


@dataclass(frozen=True, slots=True)
class _Made:
    """A type, which parts it may have, and whether a version to come may have given it more."""

    parts: Mapping[str, int | None] = field(default_factory=dict)
    is_open: bool = False
    depth: int = 1


class Making:
    """The types that one update makes. Everybody writes registers in what was there before."""

    def __init__(self) -> None:
        self._made: dict[Id, _Made] = {}

    def take(self, item: Item) -> None:
        """The next item. Raises Damaged ACTOR_WRONG where something else belongs."""
        if item.kind == TYPE:
            if (item.origin, item.right_origin) != (None, None):
                raise Damaged("ACTOR_WRONG", "a type in the place of something")
            self._made[item.client, item.clock] = self._made_in(item)
        elif item.parent == KEPT_ROOT or item.parent in THINGS:
            raise Damaged("ACTOR_WRONG", "no thing where things stand")
        elif item.parent is not None and (item.kind, item.key is None) in ((ANY, True), (STRING, False)):
            raise Damaged("ACTOR_WRONG", "letters where registers stand, or a register among letters")

    def _made_in(self, item: Item) -> _Made:
        if not isinstance(item.parent, tuple):
            return _made_at(item.parent, item.of)
        holder = self._made.get(item.parent, _Made())
        name, slash, _ = (item.key or "").partition("/")
        name += slash
        if holder.is_open and name not in holder.parts and holder.depth < DEEPEST:
            return _Made(is_open=True, depth=holder.depth + 1)
        if holder.parts.get(name) != item.of:
            raise Damaged("ACTOR_WRONG", "a type where people write registers, or one of another kind")
        return _Made()


def _made_at(root: str | None, of: int) -> _Made:
    if root == KEPT_ROOT or root in THINGS:
        if of != MAP:
            raise Damaged("ACTOR_WRONG", "no thing where things stand")
        return _Made(_PARTS.get(root, {}), is_open=root in THINGS)
    if root in FLAT_ROOTS:
        raise Damaged("ACTOR_WRONG", "a type where people write registers")
    return _Made(is_open=True)

"""What may be made where: things where things stand, of such parts as belong to them, and nothing where registers do.

Made elsewhere it would stay for ever, and whoever wrote there afterwards would write over it. README.md section 4,
"honest" (P22); vectors/authorship.json.
"""

from typing import Final, TypeAlias

from sync.document import THINGS
from sync.errors import Damaged
from sync.part import stored_as
from sync.roots import FLAT_ROOTS
from sync.yjs_update import MAP, TEXT, TYPE, Id, Item

# Lost values are kept under ids that follow from what was lost, so two devices may both keep the same one.
KEPT_ROOT: Final = "kept"

_Fields: TypeAlias = dict[str, int | None]  # the type that is made there; none where a register is

_TYPES: Final = {"text": TEXT, "links": MAP, "rows": MAP}
_FIELDS: Final[dict[str, _Fields]] = {
    root: {name: _TYPES.get(how) for name, field in model.model_fields.items() if (how := stored_as(field))}
    for root, model in THINGS.items()
}


class Making:
    """The types that one update makes."""

    def __init__(self) -> None:
        # A thing, by its root; one that no root of today has, None; a part, which holds registers, "".
        self._made: dict[Id, str | None] = {}

    def take(self, item: Item) -> None:
        """The next item. Raises Damaged ACTOR_WRONG where something else belongs."""
        if item.kind == TYPE:
            if (item.origin, item.right_origin) != (None, None):
                raise Damaged("ACTOR_WRONG", "a type in the place of something")
            self._made[item.client, item.clock] = self._made_in(item)
        elif item.parent == KEPT_ROOT or item.parent in THINGS:
            raise Damaged("ACTOR_WRONG", "no thing where things stand")

    def _made_in(self, item: Item) -> str | None:
        if not isinstance(item.parent, tuple):
            if item.parent in FLAT_ROOTS:
                raise Damaged("ACTOR_WRONG", "a type where people write registers")
            return item.parent if item.parent == KEPT_ROOT or item.parent in THINGS else None
        root = self._made.get(item.parent, "")  # in what was there before, everybody writes registers
        if root is None:
            return None
        fields = _FIELDS.get(root, {})
        name = (item.key or "").split("/")[0]
        if root in THINGS and name not in fields:
            return None
        if fields.get(name) != item.of:
            raise Damaged("ACTOR_WRONG", "a type where people write registers, or one of another kind")
        return ""

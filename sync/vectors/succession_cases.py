"""succession.json: a device that goes on for another may write under its client ids (P22)."""

from sync.envelope import By
from sync.vectors.scribe import Scribe, set_value
from sync.vectors.seeds import Case, Json, device
from sync.vectors.story import NOON

_OLD, _NEW, _NEWEST, _OTHER = (device(name).id for name in ("tablet", "tablet again", "tablet once more", "phone"))
_CHAIN = ((_NEW, _OLD), (_NEWEST, _NEW))


def build() -> Case:
    """The file's content."""
    old = Scribe(11).write(set_value("meeting", ["Tuesday", 0, NOON]))
    more = Scribe(11, old).write(set_value("meeting", ["Wednesday", 0, NOON]))
    new = Scribe(12).write(set_value("meeting", ["Thursday", 0, NOON]))
    told = [(_OLD, old)]
    return {
        "cases": [
            _case("P22: the one that goes on, under the same client id", told, _NEW, more),
            _case("P22: the last of three, under the first's", told, _NEWEST, more),
            _case("P22: the first goes on under a client id of its own", told, _OLD, more),
            _case(
                "P22: the first, under the client id of the one that goes on", [(_NEW, new)], _OLD, new, "ACTOR_WRONG"
            ),
            _case("P22: another device, under the first's", told, _OTHER, more, "ACTOR_WRONG"),
            _case("P22: another device, under that of the one that goes on", [(_NEW, new)], _OTHER, new, "ACTOR_WRONG"),
        ]
    }


def _case(name: str, before: list[tuple[bytes, bytes]], who: bytes, update: bytes, code: str | None = None) -> Json:
    by: By = 0
    found: Case = {
        "name": name,
        "replaces": [[new.hex(), old.hex()] for new, old in _CHAIN],
        "before": [{"device": one.hex(), "by": by, "update": said.hex()} for one, said in before],
        "device": who.hex(),
        "by": by,
        "update": update.hex(),
    }
    return found if code is None else {**found, "code": code}

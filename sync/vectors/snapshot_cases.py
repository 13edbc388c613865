"""snapshots.json: digests of states, snapshots in parts, and which of them is trusted."""

import zlib
from collections.abc import Sequence
from typing import Final, TypeAlias

from pycrdt import Doc, Map

from sync.digest import digest
from sync.encoding import encode
from sync.errors import Damaged, Malformed
from sync.limits import LIMITS
from sync.remark import Attest, Part, Remark, remark_items
from sync.snapshot import Snapshot, join, split
from sync.vectors.scribe import Scribe, by_hand, deleted, person, set_value, text
from sync.vectors.seeds import Case, Json, as_json, seed
from sync.vectors.story import NOON, Story, pair

_Said: TypeAlias = tuple[int, int, bytes, Remark]  # device index, seq, record hash

_COVERS: Final = ((0, 12, seed("the tablet's head")), (2, 3, seed("the desk's head")))
_ACTORS: Final = ((11, 0), (21, 2))
_ANN: Final = Scribe(11).write(set_value("ann", person("Ann", "both"), "people"))
_RENAMED: Final = Scribe(21, _ANN).write(set_value("meeting", ["Tuesday", 1, NOON]))
# From Yjs 13.6: two hands at once, a text in pieces, an emoji, a fraction, a large number, a root that nobody knows.
_FROM_YJS: Final = bytes.fromhex(
    "02032000c41f081f090120c420001f0908616e642063616b65a81f010175037704416e6e657d017da4ebe6920d0c1f0027010670656f706c65"
    "03616e6e0121001f00046e616d650128001f0005616e676c650175037c423600007d007d80eae6920d28001f00036661720175037a00200000"
    "000000017d007d4127001f00046e6f74650204001f04027769811f0602811f0802841f0a07656120f09f9982a11f0101c42000200102787908"
    "0107756e6b6e6f776e017602017a7d01016175057e787702c3a97b7e37e43c8800759c74020102011f03010107041001"
)


def build() -> Case:
    """The file's content."""
    story = pair()
    return {
        "entries": [raw.hex() for raw in story.entries],
        "digests": _digests(),
        "refused_digests": _refused_digests(),
        "good": [_good(name, snapshot) for name, snapshot in _snapshots()],
        "refused": _refused(),
        "shelves": _shelves(story),
    }


def _state(*updates: bytes) -> bytes:
    """What pycrdt gives as the whole state after these."""
    doc = Doc[Map[object]]()
    for update in updates:
        doc.apply_update(update)
    return doc.get_update()


def _digests() -> list[Json]:
    states = {
        "nothing at all": b"\0\0",
        "Ann": _state(_ANN),
        "Ann, as one device sent her": _ANN,
        "Ann and a meeting": _state(_ANN, _RENAMED),
        "a value written over": _state(_ANN, _RENAMED, _overwritten(_ANN, _RENAMED)),
        "a bare value": Scribe(31).write(set_value("note", "a")),
        "as Yjs gives it": _FROM_YJS,
        "letters in one piece": by_hand(5, 0, _letters("note", "tea"), _more(2, "s")),
        "the same letters in pieces": by_hand(5, 0, _letters("note", "t"), _more(0, "ea"), _more(2, "s")),
        "letters that are gone": by_hand(5, 0, _letters("note", "tea"), deletes=deleted(5, 0, 3)),
        "the same, emptied": by_hand(5, 0, _emptied("note", 3), deletes=deleted(5, 0, 3)),
    }
    return [{"name": name, "state": state.hex(), "digest": digest(state).hex()} for name, state in states.items()]


def _refused_digests() -> list[Json]:
    states = {
        "no state": b"",
        "a state that does not begin at 0": by_hand(5, 2, _letters("note", "tea")),
        "a state with a gap inside": by_hand(5, 0, _letters("note", "t"), b"\x0a\x02", _more(2, "s")),
        "a state that deletes what is not there": by_hand(5, 0, _letters("note", "t"), deletes=deleted(5, 0, 2)),
        "an item of which a part is deleted": by_hand(5, 0, _letters("note", "tea"), deletes=deleted(5, 1, 1)),
        "an item of which the beginning is deleted": by_hand(5, 0, _letters("note", "tea"), deletes=deleted(5, 0, 1)),
    }
    found: list[Json] = []
    for name, state in states.items():
        try:
            digest(state)
        except Malformed as error:
            found.append({"name": name, "state": state.hex(), "code": error.code})
    return found


def _snapshots() -> list[tuple[str, Snapshot]]:
    whole = _state(_ANN, _RENAMED)
    return [
        ("a snapshot in one part", Snapshot(16, _COVERS, digest(whole), whole, _ACTORS)),
        ("a snapshot of an empty log", Snapshot(1, (), digest(b"\0\0"), b"\0\0", ())),
        ("a snapshot in two parts", Snapshot(400, _COVERS[:1], digest(_ANN), _ANN, _ACTORS[:1])),
    ]


def _good(name: str, snapshot: Snapshot) -> Json:
    return {
        "name": name,
        "position": snapshot.position,
        "covers": as_json(snapshot.covers),
        "digest": snapshot.digest.hex(),
        "state": snapshot.state.hex(),
        "actors": as_json(snapshot.actors),
        "parts": _parts(_split(name, snapshot)),
    }


def _split(name: str, snapshot: Snapshot) -> tuple[Part, ...]:
    return _halves(snapshot) if name == "a snapshot in two parts" else split(snapshot)


def _halves(snapshot: Snapshot) -> tuple[Part, Part]:
    """Parts may be smaller than they could be."""
    (only,) = split(snapshot)
    middle = len(only.piece) // 2
    first = Part(0, 2, only.position, only.covers, only.digest, only.piece[:middle])
    return first, Part(1, 2, 0, (), b"", only.piece[middle:])


def _refused() -> list[Json]:
    (_, one), _, (_, two) = _snapshots()
    first, second = _halves(two)
    (only,) = split(one)
    packed = only.piece
    plain = encode((one.state, one.actors))
    asked: list[tuple[str, Sequence[Part]]] = [
        ("no part", ()),
        ("the first part is missing", (second,)),
        ("the last part is missing", (first,)),
        ("parts in another order", (second, first)),
        ("a part twice", (first, first)),
        ("parts of two snapshots", (only, second)),
        ("parts that end too early", (_with(only, packed[:-2]),)),
        ("parts that do not inflate", (_with(only, b"\xff\xff\xff"),)),
        ("contents that are none", (_with(only, _deflated(b"\xff")),)),
        ("contents with a field too many", (_with(only, _deflated(encode((one.state, one.actors, None)))),)),
        ("actors out of order", (_with(only, _deflated(encode((one.state, one.actors[::-1])))),)),
        ("a state that is none", (_with(only, _deflated(encode((b"\xff", one.actors)))),)),
        ("another state than the digest's", (_with(only, _deflated(encode((_ANN, one.actors)))),)),
        ("contents cut short", (_with(only, _deflated(plain[:-1])),)),
        ("a snapshot that inflates without end", (_with(only, _deflated(bytes(LIMITS.snapshot_bytes + 1))),)),
    ]
    found: list[Json] = []
    for name, parts in asked:
        try:
            join(parts)
        except Damaged as error:
            found.append({"name": name, "parts": _parts(parts), "code": error.code})
    return found


def _shelves(story: Story) -> list[Json]:
    """The pair: a shared tablet (0), the owner's card, a desk of member 1 (2), the owner's phone (3), and others."""
    (_, one), _, (_, two) = _snapshots()
    (only,) = split(one)
    first, second = _halves(two)
    at, last = (0, 7), seed("hash 7")

    def said(ix: int, *, ok: bool = True, seq: int = 9, of: bytes = last, found: bytes = one.digest) -> _Said:
        return ix, seq, seed(f"hash of {ix}"), Attest(at[0], at[1], of, found, ok)

    small: _Said = (0, 7, last, only)
    newer = Attest(2, 1, last, two.digest, ok=True)
    asked: list[tuple[str, list[_Said], tuple[int, int] | None]] = [
        ("nobody has said anything", [small], None),
        ("another member's device has said that it is right", [small, said(2)], at),
        ("the other says so before it comes", [said(2), small], at),
        ("the same device says that it is right", [small, said(0, seq=10)], None),
        ("a device of the same members says that it is right", [small, said(5)], None),
        ("one says that it is wrong", [small, said(2), said(3, ok=False)], None),
        ("its own device says that it is wrong", [small, said(2), said(0, ok=False)], None),
        ("right, of another digest", [small, said(2, found=two.digest)], None),
        ("right, of another record", [small, said(2, of=seed("hash 8"))], None),
        ("a device says so that is not there", [small, said(40)], None),
        ("a part is missing", [(0, 7, last, first), said(2)], None),
        ("parts with another record between them", [(0, 7, last, first), (0, 9, last, second), said(2)], None),
        ("the newer one is not trusted yet", [small, said(2), (2, 1, last, first), (2, 2, last, second)], at),
        (
            "both are trusted",
            [small, said(2), (2, 1, last, first), (2, 2, last, second), (0, 8, last, newer)],
            (2, 1),
        ),
    ]  # fmt: skip
    found = [_shelf(name, len(story.entries), remarks, trusted) for name, remarks, trusted in asked]
    return [*found, _shelf("only a tablet and cards: the same device says so", 1, [small, said(0, seq=10)], at)]


def _shelf(name: str, length: int, remarks: Sequence[_Said], trusted: tuple[int, int] | None) -> Json:
    said: Json = [[ix, seq, record_hash.hex(), _remark(remark)] for ix, seq, record_hash, remark in remarks]
    return {"name": name, "length": length, "said": said, "trusted": list(trusted) if trusted else None}


def _remark(remark: Remark) -> Json:
    return [type(remark).__name__, as_json(remark_items(remark))]


def _parts(parts: Sequence[Part]) -> Json:
    return [as_json(remark_items(part)) for part in parts]


def _with(part: Part, piece: bytes) -> Part:
    return Part(part.index, part.count, part.position, part.covers, part.digest, piece)


def _deflated(plain: bytes) -> bytes:
    packer = zlib.compressobj(wbits=-15)
    return packer.compress(plain) + packer.flush()


def _overwritten(*before: bytes) -> bytes:
    return Scribe(12, *before).write(set_value("meeting", ["Wednesday", 0, NOON]))


def _letters(root: str, words: str) -> bytes:
    """The first words in a text."""
    return b"\x04\1" + text(root) + text(words)


def _more(clock: int, words: str) -> bytes:
    """Text behind what client 5 wrote at this clock."""
    return bytes((0x84, 5, clock)) + text(words)


def _emptied(root: str, length: int) -> bytes:
    return b"\x01\1" + text(root) + bytes((length,))

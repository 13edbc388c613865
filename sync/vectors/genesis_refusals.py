"""What must be refused at the beginning of a chain."""

from collections.abc import Sequence
from dataclasses import dataclass

from sync import entry as entries
from sync.encoding import Item, encode
from sync.keys import DeviceKeys
from sync.shape import array
from sync.vectors import curve
from sync.vectors.seeds import device, seed
from sync.vectors.story import NOON, SHARED, Story, card, genesis, header_of, listed, sealed


@dataclass(frozen=True, slots=True)
class Refusal:
    """An entry, the chain it would follow, and the code that it must be refused with."""

    name: str
    chain: str
    length: int
    space: bytes | None
    entry: bytes
    code: str


def build(pair: Story) -> list[Refusal]:
    """Every refusal of a genesis."""
    good = pair.entries[0]
    own = genesis("stranger", SHARED, 2, [("owner", 0)], nonce="a server's own")
    own_devices = genesis("tablet", SHARED, 2, [("owner", 0)], nonce="another nonce")
    asked: list[tuple[str, bytes | None, bytes, str]] = [
        ("P1: a server answers a link with a space of its own", pair.state.space, own, "SPACE_MISMATCH"),
        ("P1: a server answers with another space of the same people", pair.state.space, own_devices, "SPACE_MISMATCH"),
        ("P1: a space that is not its header's", None, _changed(good, {1: seed("space", 16)}), "SPACE_MISMATCH"),
        ("P1: a header that is another's, with this space", None, _changed(good, {5: NOON + 1}), "SPACE_MISMATCH"),
        ("nothing", None, b"", "MALFORMED"),
        ("not CBOR", None, b"\xff" + good, "MALFORMED"),
        ("spare bytes", None, good + b"\0", "MALFORMED"),
        ("another version", None, remade(good, {0: 2}), "MALFORMED"),
        ("time before 1970", None, remade(good, {5: -1}), "MALFORMED"),
        ("an operation that is not known", None, _changed(good, {6: "begin"}), "MALFORMED"),
        ("an entry that does not begin", None, pair.entries[1], "MALFORMED"),
        ("an entry larger than 16 KiB", None, remade(good, {7: _payload(good, {1: bytes(17000)})}), "MALFORMED"),
        ("a beginning that is not the first", None, remade(good, {2: 1}), "CHAIN_BROKEN"),
        ("a beginning that follows something", None, remade(good, {3: seed("prev")}), "CHAIN_BROKEN"),
        ("an author who is not the first device", None, _by_card(good), "AUTHOR_UNKNOWN"),
        ("signed by someone else", None, remade(good, {}, device("stranger")), "SIGNATURE_BAD"),
        ("a signature with a bit changed", None, good[:-1] + bytes((good[-1] ^ 1,)), "SIGNATURE_BAD"),
    ]  # fmt: skip
    more = [listed(device(f"device {n}"), (1,)) for n in range(24)]
    asked += [
        ("nine members", None, genesis("tablet", SHARED, 9), "TOO_MANY"),
        ("25 devices", None, genesis("tablet", SHARED, 2, more=more), "TOO_MANY"),
        ("9 cards", None, genesis("tablet", SHARED, 2, [(f"card {n}", 0) for n in range(9)]), "TOO_MANY"),
    ]
    asked += [(name, None, remade(good, {7: payload}), code) for name, payload, code in _payloads(good)]
    return [Refusal(name, "a pair", 0, space, entry, code) for name, space, entry, code in asked]


def _payloads(good: bytes) -> list[tuple[str, Item, str]]:
    fields = array(header_of(good)[7])
    first, paper = array(array(fields[3])[0]), array(array(fields[4])[0])
    commitment, wraps = array(fields[5])
    zero, one = (array(wrap) for wrap in array(wraps))
    small = curve.compress(curve.torsion()[1])
    high = (int.from_bytes(device("desk").box.public, "little") | 1 << 255).to_bytes(32, "little")
    desk = listed(device("desk"), SHARED)

    def devices(*more: Item) -> Item:
        return _payload(good, {3: more})

    def cards(*more: Item) -> Item:
        return _payload(good, {4: more})

    def wrapped(*more: Item) -> Item:
        return _payload(good, {5: (commitment, more)})

    return [
        ("another suite", _payload(good, {0: 2}), "MALFORMED"),
        ("a short nonce", _payload(good, {1: bytes(15)}), "MALFORMED"),
        ("no members", _payload(good, {2: 0}), "MALFORMED"),
        ("no devices", devices(), "MALFORMED"),
        ("a device of nobody", devices((*first[:2], ())), "MALFORMED"),
        ("members out of order", devices((*first[:2], (1, 0))), "MALFORMED"),
        ("a member twice", devices((*first[:2], (0, 0))), "MALFORMED"),
        ("a public key of 31 bytes", devices((bytes(31), *first[1:])), "MALFORMED"),
        ("a field too many", (*fields, None), "MALFORMED"),
        ("P34: a space before it of 15 bytes", (*fields, bytes(15)), "MALFORMED"),
        ("P34: two spaces before it", (*fields, bytes(16), bytes(16)), "MALFORMED"),
        ("a wrap of 79 bytes", wrapped((0, bytes(79)), one), "MALFORMED"),
        ("a device of a member who is not there", devices((*first[:2], (0, 2))), "MEMBER_UNKNOWN"),
        ("a card of a member who is not there", cards((*paper[:2], 2, paper[3])), "MEMBER_UNKNOWN"),
        ("P3: a signing key of small order", devices((small, *first[1:])), "KEY_WEAK"),
        ("P3: a box key of small order", devices((first[0], bytes(32), first[2])), "KEY_WEAK"),
        ("P3: a box key in another encoding", devices(first, (desk.ed, high, (1,))), "KEY_WEAK"),
        ("P3: a card of small order", cards((small, *paper[1:])), "KEY_WEAK"),
        ("P3: a device twice", devices(first, first), "DEVICE_REUSED"),
        ("P3: a device that is also a card", cards(paper, (*first[:2], 0, paper[3])), "DEVICE_REUSED"),
        ("P3: two devices with one box key", devices(first, (desk.ed, first[1], (1,))), "DEVICE_REUSED"),
        ("no wraps", wrapped(), "WRAPS_WRONG"),
        ("a wrap missing", wrapped(zero), "WRAPS_WRONG"),
        ("wraps out of order", wrapped(one, zero), "WRAPS_WRONG"),
        ("a wrap twice", wrapped(zero, one, one), "WRAPS_WRONG"),
        ("a wrap for nobody", wrapped(zero, one, (2, bytes(80))), "WRAPS_WRONG"),
    ]


def _payload(good: bytes, changes: dict[int, Item]) -> Item:
    fields: Sequence[Item] = array(header_of(good)[7])
    return tuple(changes.get(place, field) for place, field in enumerate(fields))


def _changed(raw: bytes, changes: dict[int, Item]) -> bytes:
    """The genesis with some fields changed and signed again, its space as it was."""
    header = [changes.get(place, field) for place, field in enumerate(header_of(raw))]
    return sealed(header, device("tablet"))


def remade(raw: bytes, changes: dict[int, Item], author: DeviceKeys | None = None) -> bytes:
    """The same, with the space that follows from it, so that nothing else is wrong."""
    header = [changes.get(place, field) for place, field in enumerate(header_of(raw))]
    header[1] = entries.space_id(encode(header))
    return sealed(header, author or device("tablet"))


def _by_card(raw: bytes) -> bytes:
    owner = card("owner").device
    return remade(raw, {4: owner.id}, owner)

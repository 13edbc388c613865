"""One target for each decoder that takes bytes from outside: any bytes give a value or a refusal, never another error.

Where something is sealed, a target seals the bytes well before it opens them, so that what lies behind is tried too.
"""

import zlib
from collections.abc import Callable
from contextlib import suppress
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final, TypeAlias

from pycrdt import Doc, Map

from server.fact_file import FactFile
from sync import bulk, encoding, entry, envelope, file_contents, joining, link, messages, presence, sealed_file, words
from sync import snapshot as snapshots
from sync.authorship import Authors, check
from sync.card import CardSecret
from sync.digest import digest
from sync.encoding import encode
from sync.errors import Damaged, SyncError
from sync.facts import replay
from sync.limits import LIMITS
from sync.membership import Membership, apply, begin
from sync.messages import Eph
from sync.padding import pad, pad_presence, unpad, unpad_presence
from sync.remark import MOST_PARTS, Part
from sync.sealed_file import KdfParameters
from sync.vectors.seeds import seed
from sync.vectors.story import EPOCH_KEY, invitation, pair
from sync.voucher import check_voucher
from sync.yrs import apply_update
from tests.fuzz.seeds import KINDS
from tests.fuzz.vouched import ASKING, MINE, PAIR, VOUCHER
from tests.server.test_incoming import heard_alone, heard_beside
from tests.tampering.scene import Scene, word

Target: TypeAlias = Callable[[bytes], None]

_RECORDS, _PUSH, _ACK = 12, 13, 14  # what a frame of each begins with


def encoding_target(data: bytes) -> None:
    item = encoding.decode(data)
    assert encode(item) == data, "two encodings of one value"


def messages_target(data: bytes) -> None:
    assert messages.to_bytes(messages.parse(data)) == data, "two encodings of one message"


def entry_target(data: bytes) -> None:
    entry.parse(data)
    state = _state()
    with suppress(SyncError):
        begin(data)
    assert apply(state, data).n == state.n + 1


def envelope_target(data: bytes) -> None:
    record = envelope.parse(data)
    assert record.raw == data
    envelope.open_payload(record, EPOCH_KEY)


def plain_record_target(data: bytes) -> None:
    """The short way of a record leads where the long one does, or nowhere."""
    short = envelope._plain(data)
    assert short is None or short == envelope._any(data), "the short way means something else"


def plain_push_target(data: bytes) -> None:
    """The same of a PUSH, of its ACK and of the records that are handed on for it."""
    pushed = bulk.plain_push(data)
    assert pushed is None or encoding.decode(data) == (_PUSH, pushed), "the short way means something else"
    stored = tuple((bytes(16), len(raw), at) for at, raw in enumerate(pushed or (data,), len(data)))
    assert bulk.ack(stored) == encode((_ACK, stored)), "another encoding"
    positioned = tuple((at, raw) for at, raw in enumerate(pushed or (data,), len(data)))
    assert bulk.records(positioned, end=bool(pushed)) == encode((_RECORDS, positioned, bool(pushed))), (
        "another encoding"
    )


def payload_target(data: bytes) -> None:
    """Behind the seal: what a member's device could say."""
    kind, plain = KINDS[data[0] % len(KINDS)] if data else 1, data[1:]
    assert unpad(pad(plain)) == plain
    with suppress(SyncError):
        unpad(plain)
    envelope._parse_payload(plain, kind)


def update_target(data: bytes) -> None:
    """An update that is found honest can be applied."""
    with suppress(SyncError):
        digest(data)
    check(data, 1, bytes(16), Authors())
    apply_update(Doc[Map[object]](), data)


def snapshot_target(data: bytes) -> None:
    joined(data)


def snapshot_behind_target(data: bytes) -> None:
    """Behind the packing, and with the digest that it should have."""
    joined(packed(data))


def packed(data: bytes) -> bytes:
    """As the state of a snapshot is packed."""
    packer = zlib.compressobj(wbits=-15)
    return packer.compress(data) + packer.flush()


def joined(state: bytes) -> None:
    """Joins a snapshot with this packed state, cut into parts of the usual size. Raises Damaged."""
    size = LIMITS.snapshot_part_bytes
    pieces = [state[at : at + size] for at in range(0, len(state), size)] or [b""]
    count = min(len(pieces), MOST_PARTS)
    first = Part(0, count, 1, (), bytes(32), pieces[0])
    snapshots.join([first, *(Part(at, count, 0, (), b"", piece) for at, piece in enumerate(pieces[1:count], 1))])


def joining_target(data: bytes) -> None:
    request, known = joining.parse_request(data), invitation("desk")
    with suppress(Damaged):
        joining.check_request(request, request.space, known.sign.public, request.ctl)
    joining.open_name(request, known)


def voucher_target(data: bytes) -> None:
    """As the text that came, and as the bytes that a text can say: only what the device has signed is believed."""
    for said in (data.decode("utf-8", "surrogateescape"), data.hex()):
        with suppress(Damaged):
            check_voucher(said, PAIR, MINE, ASKING)
            assert said == VOUCHER, "two vouchers for one request"


def link_target(data: bytes) -> None:
    said = data.decode("utf-8", "surrogateescape")
    with suppress(Damaged):
        joining.from_link(said)
    with suppress(Damaged):
        CardSecret.from_qr(said)
    address, secret = link.read(said, "x", 16, "LINK_BAD")
    assert link.write(address, "x", secret) == said.strip()


def words_target(data: bytes) -> None:
    said = data.decode("utf-8", "surrogateescape")
    words.to_bits(tuple(said.split()))
    CardSecret.from_words(said)


def presence_target(data: bytes) -> None:
    space = seed("space", 16)
    with suppress(Damaged):
        presence.open_frame(Eph(data[:80], data[80:]), space, 0, EPOCH_KEY, 0)
    with suppress(Damaged):
        presence.parse_header(data)
    plain = pad_presence(data)
    presence._parse(encoding.decode(unpad_presence(plain)))


def file_target(data: bytes) -> None:
    """The beginning is given the check that it should have, or every byte of it would be in vain."""
    end = len(sealed_file.MAGIC) + 3 + int.from_bytes(data[11:13], "big") + 32
    mended = data[:end] + sealed_file._check(data[:end]) + data[end + 16 :]
    for each in (data, mended):
        with suppress(Damaged):
            sealed_file.open_hand_over(each, (EPOCH_KEY,))
    sealed_file.open_backup(mended, "words", _derived)


def contents_target(data: bytes) -> None:
    """Behind the seal of a file."""
    with suppress(Damaged):
        file_contents.from_bytes(data, "hand-over")
    file_contents.from_bytes(data, "backup")


def frames_target(data: bytes) -> None:
    """The fast path beside the plain protocol object: `data` says where the stream is cut, and what it is, and which
    messages are not dealt with at once.
    """
    cut, stream = (data[0] if data else 0), data[1:300]
    each = cut % 3 + 1
    pieces = [stream[at : at + cut + 1] for at in range(0, len(stream), cut + 1)]
    if heard_beside(pieces, each) != heard_alone(
        stream
    ):  # the fast path looks at a size once the mask is there as well
        more = bytes(16)
        assert heard_beside([*pieces, more], each) == heard_alone(stream + more), "the fast path means something else"


def facts_target(data: bytes) -> None:
    path = _folder() / "facts"
    path.write_bytes(data)
    with suppress(SyncError):
        FactFile(path).close()
    with suppress(SyncError):
        replay((data,))
    replay((_first_fact(), data))


def device_target(data: bytes) -> None:
    """A live device hears a frame of any bytes: it learns nothing that nobody signed."""
    scene = _scene()
    try:
        scene.device.receive(data)
    finally:
        scene.device.take_facts()
        said = _said()  # what the frames that it begins with hold, whole
        assert all(update in said for update in scene.device.take_updates()), "an update out of nothing"


TARGETS: Final[dict[str, Target]] = {
    "encoding": encoding_target,
    "messages": messages_target,
    "entry": entry_target,
    "envelope": envelope_target,
    "plain-record": plain_record_target,
    "plain-push": plain_push_target,
    "payload": payload_target,
    "update": update_target,
    "snapshot": snapshot_target,
    "snapshot-behind": snapshot_behind_target,
    "joining": joining_target,
    "voucher": voucher_target,
    "link": link_target,
    "words": words_target,
    "presence": presence_target,
    "file": file_target,
    "contents": contents_target,
    "frames": frames_target,
    "facts": facts_target,
    "device": device_target,
}


def attempt(name: str, data: bytes) -> None:
    """One input: a refusal of the tree of errors is an answer, anything else is raised."""
    with suppress(SyncError):
        TARGETS[name](data)


@cache
def _state() -> Membership:
    return pair().state


@cache
def _scene() -> Scene:
    return Scene()


@cache
def _folder() -> Path:
    temporary = TemporaryDirectory(prefix="kith-fuzz-")
    _kept.append(temporary)
    return Path(temporary.name)


_kept: Final[list[TemporaryDirectory[str]]] = []


@cache
def _first_fact() -> bytes:
    return encode(("keys", seed("one"), seed("two"), None))


def _derived(_passphrase: bytes, _salt: bytes, _parameters: KdfParameters) -> bytes:
    return EPOCH_KEY


@cache
def _said() -> frozenset[bytes]:
    return frozenset(word(9000 + n) for n in range(len(_scene().next)))

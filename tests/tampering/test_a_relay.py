"""What a real relay hears: nothing that was tampered with is stored, every refusal has its code, and it goes on."""

import json
import zlib
from collections.abc import Callable, Iterator
from random import Random
from typing import Final, TypeAlias

import pytest

from sync import messages as m
from sync.encoding import encode
from sync.entry import parse as parse_entry
from sync.envelope import parse
from sync.messages import Ack, Auth, CtlAck, CtlAppend, Err, Hello, Message, Nack, Push
from tests.relay_process import relay_process
from tests.server.raw_socket import masked
from tests.tampering.chains import confused
from tests.tampering.records import flipped
from tests.tampering.stage import Stage, said

MUTATIONS: Final = 1000
ENOUGH: Final = 100_000_000
NO_LIMITS: Final = json.dumps(
    {
        "records_per_min": ENOUGH,
        "records_burst": ENOUGH,
        "sockets_per_address": 200,
        "joins_per_address_per_min": ENOUGH,
    }
    | {"in_bytes_per_s": ENOUGH, "in_burst_bytes": ENOUGH}
)
Live: TypeAlias = Callable[[Stage, Random], Message]


@pytest.fixture(scope="module")
def stage() -> Iterator[Stage]:
    with relay_process({"KITH_LIMITS": NO_LIMITS}) as relay:
        made = Stage(relay)
        yield made
        made.talk.close()
        log = relay.log.read_text()
        assert "failed" not in log, log[-2000:]


@pytest.fixture(autouse=True)
def _unchanged(stage: Stage) -> Iterator[None]:
    yield
    assert stage.standing() == stage.before
    assert stage.relay.is_healthy()


def hello(stage: Stage) -> bytes:
    return said(Hello(1, stage.space.id, stage.desk.id))


def text_frame(_: Stage, draw: Random) -> bytes:
    return masked(draw.randbytes(draw.randrange(60)).hex().encode(), 0x81)


def compressed_frame(stage: Stage, draw: Random) -> bytes:
    packed = zlib.compress(m.to_bytes(Hello(1, stage.space.id, draw.randbytes(16))), draw.randrange(10))
    return masked(packed, draw.choice((0xC2, 0x42, 0xE2, 0xA2, 0xD2)))


def interleaved(_: Stage, draw: Random) -> bytes:
    """A message within a message, with pings in between, at any place."""
    parts = [masked(draw.randbytes(draw.randrange(20)), 0x02)]
    parts += [masked(b"", draw.choice((0x00, 0x89))) for _ in range(draw.randrange(20))]
    return b"".join([*parts, masked(draw.randbytes(5), draw.choice((0x82, 0x02)))])


def wrong_mask(_: Stage, draw: Random) -> bytes:
    return b"\x82" + bytes((draw.randrange(126),)) + draw.randbytes(140)


def truncated(stage: Stage, draw: Random) -> bytes:
    frame = m.to_bytes(Hello(1, stage.space.id, stage.desk.id))
    return masked(frame[: draw.randrange(len(frame))])


def extended(stage: Stage, draw: Random) -> bytes:
    frame = m.to_bytes(Hello(1, stage.space.id, stage.desk.id))
    return masked(frame + draw.randbytes(draw.randrange(1, 200)))


def another_type(stage: Stage, draw: Random) -> bytes:
    item = (1, 1, stage.space.id, stage.desk.id)
    return masked(encode(confused(item, draw)))


def out_of_turn(stage: Stage, draw: Random) -> bytes:
    early: list[Message] = [Push((stage.theirs.raw,)), m.Pull(1), m.CtlPull(0), m.SnapPull(0), m.Decline(bytes(32))]
    return (hello(stage) if draw.random() < 0.5 else b"") + said(draw.choice(early))


def wrong_version(stage: Stage, draw: Random) -> bytes:
    return said(Hello(draw.choice((0, 2, 3, 2**53 - 1)), stage.space.id, stage.desk.id))


def wrong_space(stage: Stage, draw: Random) -> bytes:
    space = draw.randbytes(16)
    return said(Hello(1, space, stage.desk.id), Auth(space, stage.desk.id, draw.randbytes(64)))


def other_space_in_auth(stage: Stage, draw: Random) -> bytes:
    space = draw.choice((stage.other_space.id, draw.randbytes(16)))
    return hello(stage) + said(Auth(space, stage.desk.id, draw.randbytes(64)))


def auth_replayed(stage: Stage, draw: Random) -> bytes:
    """The answer to another challenge, or no answer at all."""
    message = m.Challenge(draw.randbytes(32), stage.space.id, 0)
    signed = stage.desk.auth(stage.relay, message)
    return hello(stage) + said(draw.choice((signed, Auth(stage.space.id, stage.desk.id, bytes(64)))))


def auth_by_another(stage: Stage, draw: Random) -> bytes:
    return hello(stage) + said(stage.tablet.auth(stage.relay, m.Challenge(draw.randbytes(32), stage.space.id, 0)))


def invitation_expired(stage: Stage, draw: Random) -> bytes:
    return draw.choice(stage.asks[stage.late_link])


def invitation_used(stage: Stage, draw: Random) -> bytes:
    return draw.choice(stage.asks[stage.used])


def invitation_elsewhere(stage: Stage, draw: Random) -> bytes:
    return draw.choice(stage.asks[stage.link_elsewhere])


FRESH: Final[dict[str, tuple[Callable[[Stage, Random], bytes], str | None, int]]] = {
    "a frame of text": (text_frame, None, 1003),
    "a compressed frame": (compressed_frame, None, 1002),
    "interleaved fragments": (interleaved, None, 1002),
    "a frame without a mask": (wrong_mask, None, 1002),
    "a truncated message": (truncated, "MALFORMED", 1008),
    "an extended message": (extended, "MALFORMED", 1008),
    "a thing of another type": (another_type, "MALFORMED", 1008),
    "a message out of turn": (out_of_turn, "MALFORMED", 1008),
    "a wrong version": (wrong_version, "VERSION", 1008),
    "a wrong space": (wrong_space, "SPACE_UNKNOWN", 1008),
    "another space than the one called": (other_space_in_auth, "AUTH_BAD", 1008),
    "an answer to another challenge": (auth_replayed, "AUTH_BAD", 1008),
    "another device's answer": (auth_by_another, "AUTH_BAD", 1008),
    "an invitation that has expired": (invitation_expired, "INVITE_EXPIRED", 1008),
    "an invitation that was used": (invitation_used, "INVITE_USED", 1008),
    "an invitation of another space": (invitation_elsewhere, "INVITE_INVALID", 1008),
}


@pytest.mark.parametrize("name", FRESH)
def test_of_1000_tampered_frames_on_fresh_sockets_0_are_accepted_and_each_has_its_code(stage: Stage, name: str) -> None:
    tamper, code, close = FRESH[name]
    for n in range(MUTATIONS):
        messages, closed = stage.ends(tamper(stage, Random(f"{name} {n}")))
        refusals = [message.code for message in messages if isinstance(message, Err)]
        assert (refusals, closed) == ([] if code is None else [code], close), f"{name} {n}"


def test_1000_pings_are_answered_and_cost_nothing(stage: Stage) -> None:
    flood = masked(b"", 0x89) * MUTATIONS
    assert stage.ends(flood + masked(b"\x03\xe8", 0x88)) == ([], 1000)


def test_a_flood_of_large_pings_from_a_stranger_ends_with_1009(stage: Stage) -> None:
    assert stage.ends(masked(b"x" * 125, 0x89) * MUTATIONS) == ([], 1009)


def bit_of_anothers(stage: Stage, draw: Random) -> Message:
    """The desk's record, handed on with a bit changed in what it seals, in its nonce, its tag or its signature."""
    good = stage.record(stage.desk.keys, stage.header(stage.desk))
    if draw.random() < 0.2:
        return Push((encode((good.header_bytes, good.body, flipped(good.signature, draw))),))
    return Push((encode((good.header_bytes, flipped(good.body, draw), good.signature)),))


def header_of_anothers(stage: Stage, draw: Random) -> Message:
    header = stage.header(stage.desk)
    good = stage.record(stage.desk.keys, header)
    other = stage.record(
        stage.desk.keys, header._replace(ctl=stage.space.state.hashes[0][:16], prev=draw.randbytes(32))
    )
    return Push((encode((other.header_bytes, good.body, good.signature)),))


def in_anothers_name(stage: Stage, _: Random) -> Message:
    return Push((stage.record(stage.tablet.keys, stage.header(stage.desk)).raw,))


def not_signed(stage: Stage, draw: Random) -> Message:
    good = stage.record(stage.desk.keys, stage.header(stage.desk))
    return Push((encode((good.header_bytes, good.body, draw.choice((bytes(64), draw.randbytes(64))))),))


def of_another_space(stage: Stage, draw: Random) -> Message:
    space = draw.choice((stage.other_space.id, draw.randbytes(16)))
    return Push((stage.record(stage.tablet.keys, stage.header(stage.tablet)._replace(space=space)).raw,))


def of_another_epoch(stage: Stage, draw: Random) -> Message:
    epoch = draw.choice((0, stage.space.state.epoch + 1, 2**53 - 1, draw.randrange(2, 2**40)))
    return Push((stage.record(stage.tablet.keys, stage.header(stage.tablet)._replace(epoch=epoch)).raw,))


def out_of_order(stage: Stage, draw: Random) -> Message:
    header = stage.header(stage.tablet)
    return Push((stage.record(stage.tablet.keys, header._replace(seq=header.seq + draw.randrange(1, 9))).raw,))


def counter_jump(stage: Stage, draw: Random) -> Message:
    seq = 2**53 - 1 - draw.randrange(2**20)
    return Push((stage.record(stage.tablet.keys, stage.header(stage.tablet)._replace(seq=seq)).raw,))


def other_body(stage: Stage, draw: Random) -> Message:
    held = draw.choice(stage.held).header
    header = stage.header(stage.tablet)
    return Push((stage.record(stage.tablet.keys, header._replace(seq=held.seq, prev=held.prev, epoch=held.epoch)).raw,))


def by_removed(stage: Stage, draw: Random) -> Message:
    state = stage.space.state
    n = draw.randrange(4, state.n + 1)
    ctl, epoch = state.hashes[n][:16], state.epoch_at(n)
    return Push((stage.record(stage.gone.keys, stage.header(stage.gone)._replace(ctl=ctl, epoch=epoch)).raw,))


def replayed(stage: Stage, draw: Random) -> Message:
    return Push(tuple(each.raw for each in draw.choices([*stage.held, stage.theirs], k=draw.randrange(1, 4))))


def entry_flipped(stage: Stage, draw: Random) -> Message:
    """The rotation that was, with a bit of its signature changed, or its place in the chain."""
    raw = stage.space.entries[-1]
    return CtlAppend(flipped(raw, draw, len(raw) - 64) if draw.random() < 0.9 else raw[: draw.randrange(len(raw))])


def entry_replayed(stage: Stage, draw: Random) -> Message:
    return CtlAppend(draw.choice(stage.space.entries))


LIVE: Final[dict[str, tuple[Live, set[str]]]] = {
    "a bit flipped in another's record": (bit_of_anothers, {"SIGNATURE_BAD"}),
    "another header on another's record": (header_of_anothers, {"SIGNATURE_BAD"}),
    "a record in another device's name": (in_anothers_name, {"SIGNATURE_BAD"}),
    "a record that is not signed": (not_signed, {"SIGNATURE_BAD"}),
    "a record of another space": (of_another_space, {"MALFORMED"}),
    "a record of an old or future epoch": (of_another_epoch, {"EPOCH_STALE"}),
    "a record out of order": (out_of_order, {"SEQ_GAP"}),
    "a counter that jumps to 2^53": (counter_jump, {"SEQ_GAP"}),
    "a counter used again": (other_body, {"SEQ_CONFLICT"}),
    "a record by a removed device": (by_removed, {"DEVICE_REMOVED"}),
    "a record replayed": (replayed, {"ACK"}),
    "an entry that was tampered with": (entry_flipped, {"CTL_INVALID", "CTL_CONFLICT"}),
    "a key rotation or another entry replayed": (entry_replayed, {"ACK"}),
}


@pytest.mark.parametrize("name", LIVE)
def test_of_1000_tampered_messages_of_a_device_0_are_stored_and_each_has_its_code(stage: Stage, name: str) -> None:
    tamper, codes = LIVE[name]
    for n in range(MUTATIONS):
        message = tamper(stage, Random(f"{name} {n}"))
        stage.talk.say(message)
        assert told_code(message, stage.talk.hear_any()) in codes, f"{name} {n}"


def told_code(asked: Message, answer: Message) -> str:
    """The code of a refusal; ACK where the same was stored before, at the same place."""
    match answer:
        case Nack() | Err():
            return answer.code
        case Ack(stored) if isinstance(asked, Push):
            known = [(record.device, record.seq) for record in (parse(raw).header for raw in asked.records)]
            return "ACK" if [(device, seq) for device, seq, _ in stored] == known else "other"
        case CtlAck(n, _) if isinstance(asked, CtlAppend):
            return "ACK" if parse_entry(asked.entry).n == n else "other"
        case _:
            return type(answer).__name__

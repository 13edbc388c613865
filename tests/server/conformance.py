"""What the transport promises of RFC 6455, as what a client says and what it hears from an echo server.

Grouped as the Autobahn test suite's cases 1 to 7 and 9, with three differences: messages are binary, so a text message
is refused unread (1003), whether or not it is UTF-8; a message has at most FRAGMENTS fragments (1008); and who closes
inside a message has made an error (1002). Compression (12, 13) is never agreed. After a close frame, ours or theirs, no
message is heard or sent; a ping that comes between ours and theirs still has its pong, as the RFC wants (5.5.2).
"""

from struct import pack
from typing import Final, NamedTuple

from server.frames import binary_frame
from server.incoming import FRAGMENTS
from tests.server.raw_socket import CLOSE, Heard, close_frame, frames_in, masked

MAX_BYTES: Final = 327_680
BINARY, TEXT, CONT, PING, PONG = 0x82, 0x81, 0x80, 0x89, 0x8A
FIRST, MIDDLE = 0x02, 0x00  # of a fragmented binary message
NO_CODE: Final = 1005  # stands for a close frame without one


class Case(NamedTuple):
    """`says` goes out after the handshake, then a close frame with 1000; `hears` comes back, then a close frame."""

    says: bytes
    hears: tuple[Heard, ...] = ()
    code: int = 1000


def echoed(*messages: bytes) -> tuple[Heard, ...]:
    return tuple(Heard(BINARY, message) for message in messages)


def unmasked(payload: bytes, first: int = BINARY) -> bytes:
    frame = bytearray(binary_frame(payload))
    frame[0] = first
    return bytes(frame)


def fragmented(payload: bytes, size: int, first: int = FIRST) -> bytes:
    """A message in fragments of `size` bytes, the last one empty if need be."""
    parts = [payload[at : at + size] for at in range(0, len(payload) + 1, size)]
    firsts = [first, *[MIDDLE] * (len(parts) - 2), CONT]
    return b"".join(masked(part, byte) for part, byte in zip(parts, firsts, strict=True))


def long_headed(payload: bytes, size_bytes: int) -> bytes:
    """A plain frame whose length takes more bytes than it needs."""
    head = pack("!BBH", BINARY, 0xFE, len(payload)) if size_bytes == 2 else pack("!BBQ", BINARY, 0xFF, len(payload))
    return head + bytes(4) + payload


def _framing() -> dict[str, Case]:
    """1: a message of any length comes back whole."""
    sizes = (0, 1, 125, 126, 127, 128, 65_535, 65_536, MAX_BYTES)
    cases = {f"binary of {size}": Case(masked(b"*" * size), echoed(b"*" * size)) for size in sizes}
    cases |= {f"text of {size}": Case(masked(b"*" * size, TEXT), (), 1003) for size in (0, 125, 126, 65_536)}
    cases["one byte too many"] = Case(masked(b"*" * (MAX_BYTES + 1)), (), 1009)
    cases["a length that no machine has"] = Case(masked(b"x", size=2**63 - 1), (), 1009)
    cases["a length with its highest bit set"] = Case(masked(b"x", size=2**64 - 1), (), 1009)
    # the RFC tells senders to be brief; what is not brief is no less clear
    cases["5 bytes told in two"] = Case(long_headed(b"hello", 2), echoed(b"hello"))
    cases["5 bytes told in eight"] = Case(long_headed(b"hello", 8), echoed(b"hello"))
    cases["200 bytes told in eight"] = Case(long_headed(b"h" * 200, 8), echoed(b"h" * 200))
    cases["not masked"] = Case(masked(b"a") + unmasked(b"x"), echoed(b"a"), 1002)
    cases["a ping that is not masked"] = Case(unmasked(b"x", PING), (), 1002)
    cases["a mask of zeros"] = Case(masked(b"bare", mask=bytes(4)), echoed(b"bare"))
    return cases


def _pings() -> dict[str, Case]:
    """2: each ping has its pong, with the same bytes, in its place among the messages. A pong asks for nothing."""
    cases = {f"ping of {size}": Case(masked(b"p" * size, PING), (Heard(PONG, b"p" * size),)) for size in (0, 5, 125)}
    cases["ping of bytes that are no text"] = Case(masked(b"\x00\xff\xfe", PING), (Heard(PONG, b"\x00\xff\xfe"),))
    cases["ping of 126"] = Case(masked(b"p" * 126, PING), (), 1002)
    cases["pongs that nobody asked for"] = Case(masked(b"", PONG) + masked(b"x", PONG) + masked(b"a"), echoed(b"a"))
    numbers = [b"%d" % n for n in range(10)]
    pings = b"".join(masked(number, PING) for number in numbers)
    cases["ten pings"] = Case(pings, tuple(Heard(PONG, number) for number in numbers))
    mixed = b"".join(masked(number, PING) + masked(number) for number in numbers)
    in_order = tuple(Heard(first, number) for number in numbers for first in (PONG, BINARY))
    cases["pings in order with data"] = Case(mixed, in_order)
    return cases


def _reserved_bits() -> dict[str, Case]:
    """3: no extension is agreed, so none may be used; what came before is still answered."""
    cases = dict[str, Case]()
    for bits in range(0x10, 0x80, 0x10):
        for name, first in (("binary", BINARY), ("text", TEXT), ("ping", PING), ("pong", PONG), ("close", CLOSE)):
            cases[f"{name} with {bits >> 4}"] = Case(masked(b"a") + masked(b"b", first | bits), echoed(b"a"), 1002)
    cases["a fragment"] = Case(masked(b"a", FIRST) + masked(b"b", CONT | 0x40), (), 1002)
    return cases


def _opcodes() -> dict[str, Case]:
    """4: opcodes that mean nothing."""
    return {
        f"opcode {opcode}": Case(masked(b"a") + masked(b"b", 0x80 | opcode) + masked(b"c", PING), echoed(b"a"), 1002)
        for opcode in (*range(3, 8), *range(11, 16))
    }


def _fragments() -> dict[str, Case]:
    """5: fragments make one message, control frames may come between; anything else between is an error."""
    one = masked(b"one ", FIRST)
    return {
        "two": Case(one + masked(b"two", CONT), echoed(b"one two")),
        "two, a ping between": Case(
            one + masked(b"?", PING) + masked(b"two", CONT), (Heard(PONG, b"?"), *echoed(b"one two"))
        ),
        "five, pings between": Case(
            one + masked(b"1", PING) + masked(b"a", MIDDLE) + masked(b"2", PING) + masked(b"b", MIDDLE)
            + masked(b"c", MIDDLE) + masked(b"d", CONT),
            (Heard(PONG, b"1"), Heard(PONG, b"2"), *echoed(b"one abcd")),
        ),
        "empty ones": Case(masked(b"", FIRST) + masked(b"", MIDDLE) + masked(b"", CONT), echoed(b"")),
        "two messages of them": Case(fragmented(b"x" * 9, 4) + fragmented(b"y" * 9, 4), echoed(b"x" * 9, b"y" * 9)),
        "as many as may be": Case(fragmented(b"x" * (FRAGMENTS - 1), 1), echoed(b"x" * (FRAGMENTS - 1))),
        "one too many": Case(fragmented(b"x" * FRAGMENTS, 1), (), 1008),
        "as large as may be": Case(fragmented(b"x" * MAX_BYTES, 65_536), echoed(b"x" * MAX_BYTES)),
        "too large together": Case(fragmented(b"x" * (MAX_BYTES + 1), 65_536), (), 1009),
        "a ping in pieces": Case(masked(b"a", 0x09) + masked(b"b", CONT), (), 1002),
        "a pong in pieces": Case(masked(b"a", 0x0A) + masked(b"b", CONT), (), 1002),
        "a close in pieces": Case(masked(b"", 0x08) + masked(b"", CONT), (), 1002),
        "the end of nothing": Case(masked(b"x", CONT) + masked(b"a"), (), 1002),
        "the middle of nothing": Case(masked(b"x", MIDDLE) + masked(b"a"), (), 1002),
        "the end of what has ended": Case(fragmented(b"xy", 2) + masked(b"z", CONT), echoed(b"xy"), 1002),
        "a message inside a message": Case(one + masked(b"a"), (), 1002),
        "a beginning inside a message": Case(one + masked(b"a", FIRST), (), 1002),
        "text inside a message": Case(one + masked(b"a", TEXT), (), 1002),
        "text": Case(masked(b"a", 0x01) + masked(b"b", CONT), (), 1003),
        "text, a ping between": Case(
            masked(b"a", 0x01) + masked(b"?", PING) + masked(b"b", CONT), (Heard(PONG, b"?"),), 1003
        ),
        "never ended": Case(one + masked(b"two", MIDDLE), (), 1002),
    }  # fmt: skip


def _text() -> dict[str, Case]:
    """6: text is refused unread; the reason of a close must be UTF-8."""
    sound = ("Hello-µ@ßöäüàá-UTF-8!!", "κόσμε", "\U0010ffff", "\0")
    broken = (
        b"\xce\xba\xe1\xbd\xb9\xcf\x83\xce\xbc\xce\xb5\xed\xa0\x80edited",  # a surrogate
        b"\xf8\x88\x80\x80\x80", b"\xf4\x90\x80\x80", b"\xc0\xaf", b"\xe0\x80\x80",  # over-long and out of range
        b"\xff", b"\x80", b"\xce", b"\xf0\x9f\x98",  # nothing, a rest, and two beginnings
    )  # fmt: skip
    cases = {f"text {text!r}": Case(masked(text.encode(), TEXT), (), 1003) for text in sound}
    cases |= {f"text {text!r}": Case(masked(text, TEXT), (), 1003) for text in broken}
    cases |= {f"reason {text!r}": Case(close_frame(1000, text.encode()), (), 1000) for text in sound}
    cases |= {f"reason {text!r}": Case(close_frame(1000, text), (), 1007) for text in broken}
    cases |= {f"binary {text!r}": Case(masked(text), echoed(text)) for text in broken}
    return cases


def _closing() -> dict[str, Case]:
    """7: a close is answered with its code, once; a code that may not be sent with 1002."""
    close, request = close_frame(1000), b"GET /healthz HTTP/1.1\r\nHost: localhost\r\n\r\n"
    cases = {
        "after a message": Case(masked(b"a") + close, echoed(b"a")),
        "twice": Case(close + close_frame(1001)),
        "and a ping": Case(close + masked(b"?", PING)),
        "and a message": Case(close + masked(b"late")),
        "inside a message": Case(masked(b"a", FIRST) + close + masked(b"b", CONT), (), 1002),
        "behind a large message": Case(masked(b"x" * 262_144) + close, echoed(b"x" * 262_144)),
        "and a request": Case(close + request),
        "and what is no frame": Case(close + b"\xff" * 500),
        "an error and a request": Case(masked(b"", 0x83) + request, (), 1002),
        "an error and a message": Case(masked(b"", 0x83) + masked(b"late"), (), 1002),
        "text and a message": Case(masked(b"text", TEXT) + masked(b"late"), (), 1003),
        "without a code": Case(masked(b"", CLOSE), (), NO_CODE),
        "half a code": Case(masked(b"\x03", CLOSE), (), 1002),
        "with a reason": Case(close_frame(1000, b"bye")),
        "with the longest reason": Case(close_frame(1000, b"*" * 123)),
        "with too long a reason": Case(close_frame(1000, b"*" * 124), (), 1002),
    }
    may = (1000, 1001, 1002, 1003, *range(1007, 1015), 3000, 3999, 4000, 4999)
    may_not = (0, 999, 1004, 1005, 1006, 1015, 1016, 1100, 2000, 2999, 5000, 65_535)
    cases |= {f"with {code}": Case(close_frame(code), (), code) for code in may}
    cases |= {f"with {code}": Case(close_frame(code), (), 1002) for code in may_not}
    return cases


def _sizes() -> dict[str, Case]:
    """9: large messages, whole and in fragments of every size, and many small ones."""
    large = bytes(range(256)) * (MAX_BYTES // 256)
    cases = {
        f"{len(large)} in {size}": Case(fragmented(large, size), echoed(large)) for size in (8_192, 65_536, MAX_BYTES)
    }
    for size in (0, 16, 64, 256, 1_024):
        cases[f"500 of {size}"] = Case(masked(b"m" * size) * 500, echoed(b"m" * size) * 500)
    return cases


GROUPS: Final[dict[str, dict[str, Case]]] = {
    "1 framing": _framing(),
    "2 pings": _pings(),
    "3 reserved bits": _reserved_bits(),
    "4 opcodes": _opcodes(),
    "5 fragments": _fragments(),
    "6 text": _text(),
    "7 closing": _closing(),
    "9 sizes": _sizes(),
}


SMALL: Final = {
    f"{group}, {name}": case for group, cases in GROUPS.items() for name, case in cases.items() if len(case.says) < 200
}


def verdict(received: bytes) -> tuple[tuple[Heard, ...], int]:
    """What a client heard, as a case puts it: the frames, and the code of the close frame, which no message follows."""
    frames = frames_in(received)
    kinds = [frame.first for frame in frames]
    assert kinds.count(CLOSE) == 1, "one close frame ends it"
    assert BINARY not in kinds[kinds.index(CLOSE) :]
    last = frames.pop(kinds.index(CLOSE)).payload
    return tuple(frames), int.from_bytes(last[:2], "big") if last else NO_CODE

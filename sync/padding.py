"""Hiding how long something is: a marker, then zeros, up to one of few sizes (P27).

Vectors: vectors/padding.json.
"""

from typing import Final

from sync.errors import Malformed

FLOOR_BYTES: Final = 256
PRESENCE_STEP_BYTES: Final = 128
_MARKER: Final = b"\x80"


def padme(size_bytes: int) -> int:
    """The Padmé length of `size_bytes`, at least the floor: at most 12 % more, and few values."""
    if size_bytes <= FLOOR_BYTES:
        return FLOOR_BYTES
    exponent = size_bytes.bit_length() - 1
    loose_bits = exponent - exponent.bit_length()
    mask = (1 << loose_bits) - 1
    return (size_bytes + mask) & ~mask


def pad(payload: bytes) -> bytes:
    """The payload, the marker, and zeros up to the Padmé length of both."""
    return (payload + _MARKER).ljust(padme(len(payload) + 1), b"\0")


def pad_presence(payload: bytes) -> bytes:
    """The payload, the marker, and zeros up to a multiple of 128 bytes."""
    size = -(-(len(payload) + 1) // PRESENCE_STEP_BYTES) * PRESENCE_STEP_BYTES
    return (payload + _MARKER).ljust(size, b"\0")


def unpad(padded: bytes) -> bytes:
    """What `pad` was given. Raises Malformed for bytes that it never gives back."""
    payload = _stripped(padded)
    if len(padded) != padme(len(payload) + 1):
        raise Malformed("padded to another length")
    return payload


def unpad_presence(padded: bytes) -> bytes:
    """What `pad_presence` was given. Raises Malformed for bytes that it never gives back."""
    payload = _stripped(padded)
    if len(padded) != len(pad_presence(payload)):
        raise Malformed("padded to another length")
    return payload


def _stripped(padded: bytes) -> bytes:
    marked = padded.rstrip(b"\0")
    if not marked.endswith(_MARKER):
        raise Malformed("no marker")
    return marked[:-1]

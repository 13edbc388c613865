"""Arithmetic on Ed25519's curve, slow and plain: only to make signatures that no honest signer makes."""

from hashlib import sha512
from typing import Final, TypeAlias

P: Final = 2**255 - 19
ORDER: Final = 2**252 + 27742317777372353535851937790883648493
_D: Final = -121665 * pow(121666, -1, P) % P
_ROOT: Final = pow(2, (P - 1) // 4, P)

Point: TypeAlias = tuple[int, int]
IDENTITY: Final[Point] = (0, 1)


def add(left: Point, right: Point) -> Point:
    """The sum of two points."""
    (x1, y1), (x2, y2) = left, right
    turn = _D * x1 * x2 * y1 * y2 % P
    x = (x1 * y2 + x2 * y1) * pow(1 + turn, -1, P)
    y = (y1 * y2 + x1 * x2) * pow(1 - turn, -1, P)
    return x % P, y % P


def times(scalar: int, point: Point) -> Point:
    """The point added to itself so many times."""
    found = IDENTITY
    while scalar:
        if scalar & 1:
            found = add(found, point)
        point, scalar = add(point, point), scalar >> 1
    return found


def decompress(data: bytes) -> Point | None:
    """The point with this encoding, canonical or not; none if no point has it."""
    both = int.from_bytes(data, "little")
    sign, y = both >> 255, both % 2**255 % P
    square = (y * y - 1) * pow(_D * y * y + 1, -1, P) % P
    x = pow(square, (P + 3) // 8, P)
    if x * x % P != square:
        x = x * _ROOT % P
    if x * x % P != square:
        return None
    return (P - x if x & 1 != sign else x) % P, y


def compress(point: Point) -> bytes:
    """The one encoding of a point."""
    x, y = point
    return (y | (x & 1) << 255).to_bytes(32, "little")


def challenge(r: bytes, public: bytes, message: bytes) -> int:
    """What the signer multiplies the private scalar with."""
    return int.from_bytes(sha512(r + public + message).digest(), "little") % ORDER


def private_scalar(seed: bytes) -> int:
    """The scalar that a seed stands for."""
    low = int.from_bytes(sha512(seed).digest()[:32], "little")
    return low & ~7 & (2**254 - 1) | 2**254


_found = decompress((4 * pow(5, -1, P) % P).to_bytes(32, "little"))
BASE: Final[Point] = _found or IDENTITY


def torsion() -> tuple[Point, ...]:
    """The eight points whose order divides 8."""
    y = 2
    while True:
        point = decompress(y.to_bytes(32, "little"))
        eighth = times(ORDER, point) if point else IDENTITY
        if times(4, eighth) != IDENTITY:
            return tuple(times(n, eighth) for n in range(8))
        y += 1

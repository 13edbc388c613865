"""Draws public/icon-*.png, the same picture as public/icon.svg: two overlapping circles on warm paper.

    python webapp/icons.py

Plain Python, so that the pictures can be made again anywhere and come out the same to the byte.
"""

import struct
import zlib
from pathlib import Path

Colour = tuple[int, int, int]

PAPER, GREEN_WASH, BLUE_WASH = (0xFB, 0xF8, 0xF2), (0xE2, 0xF2, 0xE8), (0xE3, 0xEE, 0xFB)
GREEN, BLUE, BOTH = (0x22, 0x69, 0x4A), (0x1F, 0x5F, 0xA8), (0x14, 0x59, 0x5F)
SAMPLES = 4  # along each side of a pixel


def colour_at(x: float, y: float, scale: float) -> Colour:
    """The colour at a point of the unit square, the drawing shrunk round its middle by `scale`."""
    x, y = 0.5 + (x - 0.5) / scale, 0.5 + (y - 0.5) / scale
    left = ((x - 0.383) ** 2 + (y - 0.5) ** 2) ** 0.5
    right = ((x - 0.617) ** 2 + (y - 0.5) ** 2) ** 0.5
    radius, half_line = 0.242, 0.0215
    if abs(right - radius) <= half_line:
        return BLUE
    if abs(left - radius) <= half_line:
        return GREEN
    if left < radius and right < radius:
        return BOTH
    if left < radius:
        return GREEN_WASH
    return BLUE_WASH if right < radius else PAPER


def pixel(column: int, row: int, size: int, scale: float) -> bytes:
    """One pixel, its colour the mean of SAMPLES x SAMPLES points."""
    steps = [(step + 0.5) / SAMPLES for step in range(SAMPLES)]
    points = [colour_at((column + dx) / size, (row + dy) / size, scale) for dy in steps for dx in steps]
    return bytes(round(sum(part) / len(points)) for part in zip(*points, strict=True))


def png(size: int, scale: float) -> bytes:
    """A PNG file, `size` pixels square."""
    rows = b"".join(b"\0" + b"".join(pixel(x, y, size, scale) for x in range(size)) for y in range(size))
    header = struct.pack(">IIBBBBB", size, size, 8, 2, 0, 0, 0)
    parts = [(b"IHDR", header), (b"IDAT", zlib.compress(rows, 9)), (b"IEND", b"")]
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))
        for kind, content in parts
    )


def main() -> None:
    public = Path(__file__).parent / "public"
    # a maskable icon may be cut to a circle of four fifths
    for name, size, scale in [("192", 192, 1.0), ("512", 512, 1.0), ("180", 180, 1.0), ("maskable-512", 512, 0.86)]:
        (public / f"icon-{name}.png").write_bytes(png(size, scale))


if __name__ == "__main__":
    main()

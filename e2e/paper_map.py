"""A photograph of a map on paper, as a camera would give it: with where and when it was taken, and a comment."""

import struct
from base64 import b64decode
from collections.abc import Iterator
from typing import Final

from playwright.sync_api import Page

# What a camera, and whoever owns it, writes beside what is to be seen. None of it is in any photograph otherwise.
COMMENT: Final = b"Zquorvcomment at the kitchen table"
ARTIST: Final = b"Zquorvartist\0"
NORTH: Final = struct.pack("<6I", 51, 1, 30, 1, 2664, 100)  # 51 degrees, 30 minutes, 26.64 seconds

# Four corners of their own colours, a ring, a name, and grain like that of paper; a JPEG in base64.
DRAW: Final = """([width, height, grain]) => {
  const canvas = Object.assign(document.createElement('canvas'), { width, height })
  const pen = canvas.getContext('2d')
  const corners = [['#d00000', 0, 0], ['#00a000', 1, 0], ['#0000d0', 0, 1], ['#d0d000', 1, 1]]
  for (const [colour, x, y] of corners) {
    pen.fillStyle = colour
    pen.fillRect(x * width / 2, y * height / 2, width / 2, height / 2)
  }
  let state = 7
  const next = () => (state = (state * 1103515245 + 12345) % 2147483648) / 2147483648
  for (let dot = 0; dot < grain; dot++) {
    pen.fillStyle = `rgb(255 255 255 / ${next() * 0.5})`
    pen.fillRect(next() * width, next() * height, 3, 3)
  }
  pen.strokeStyle = '#fff'
  pen.lineWidth = 8
  pen.arc(width / 2, height / 2, Math.min(width, height) / 3, 0, 7)
  pen.stroke()
  return canvas.toDataURL('image/jpeg', 0.95).split(',')[1]
}"""


def photographed(page: Page, width: int = 1600, height: int = 1000, grain: int = 60_000) -> bytes:
    """A JPEG, drawn in this page and left on no disk."""
    return b64decode(page.evaluate(DRAW, [width, height, grain]))


def as_a_camera_gives_it(jpeg: bytes, turned: int = 1) -> bytes:
    """The same with Exif (place, owner, which way up: 1 as it is, 6 a quarter to the right) and a comment in front."""
    assert jpeg[:2] == b"\xff\xd8"
    return jpeg[:2] + _segment(0xE1, b"Exif\0\0" + _tiff(turned)) + _segment(0xFE, COMMENT) + jpeg[2:]


def _segment(marker: int, content: bytes) -> bytes:
    return bytes((0xFF, marker)) + struct.pack(">H", len(content) + 2) + content


def _tiff(turned: int) -> bytes:
    first, entries, gps_entries = 8, 3, 2
    artist_at = first + 2 + entries * 12 + 4
    gps_at = artist_at + len(ARTIST) + len(ARTIST) % 2
    north_at = gps_at + 2 + gps_entries * 12 + 4
    orientation = struct.pack("<HHIHH", 0x0112, 3, 1, turned, 0)
    artist = struct.pack("<HHII", 0x013B, 2, len(ARTIST), artist_at)
    gps = struct.pack("<HHII", 0x8825, 4, 1, gps_at)
    north = struct.pack("<HHI4s", 1, 2, 2, b"N\0\0\0") + struct.pack("<HHII", 2, 5, 3, north_at)
    head = b"II*\0" + struct.pack("<IH", first, entries) + orientation + artist + gps + bytes(4)
    return head + ARTIST.ljust(gps_at - artist_at, b"\0") + struct.pack("<H", gps_entries) + north + bytes(4) + NORTH


def segments(jpeg: bytes) -> Iterator[tuple[int, bytes]]:
    """What stands before the picture itself: each marker, and what it holds."""
    at = 2
    while jpeg[at] == 0xFF and jpeg[at + 1] != 0xDA:
        size = int.from_bytes(jpeg[at + 2 : at + 4], "big")
        yield jpeg[at + 1], jpeg[at + 4 : at + 2 + size]
        at += 2 + size


def samples(jpeg: bytes, every_bytes: int = 16_384, size_bytes: int = 24) -> list[bytes]:
    """Stretches of it that stand nowhere else, from its beginning to its end."""
    starts = range(1024, len(jpeg) - size_bytes, every_bytes)
    return [jpeg[at : at + size_bytes] for at in starts]

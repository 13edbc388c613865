"""`kith cards`: a sheet of key cards to print and cut out, made beforehand on somebody's own computer.

The secrets are in the sheet and nowhere else: not stored, not logged, never told to the server (P2).
"""

import argparse
import os
import secrets
import sys
from collections.abc import Mapping, Sequence
from html import escape
from pathlib import Path
from typing import Final

import segno
from pydantic import ValidationError

from server.config import Settings, from_environment
from server.newcomer import create
from sync.card import CardSecret

CARDS_ON_A_PAGE: Final = 10
MOST_CARDS: Final = 200  # twenty pages: a larger heap of secrets has no business in one file
_LONG_ADDRESS: Final = 30  # characters; above that the two sentences would run into the words

# A wallet holds 85 × 55 mm. No word may be broken or meet the next, however wide the reader's own font draws it.
_STYLE: Final = """
@page { size: A4 portrait; margin: 0 }
* { box-sizing: border-box; margin: 0; padding: 0 }
html { font: 8.5pt/1.3 system-ui, "Noto Sans", sans-serif; color: #1d2b2f; background: #fff }
.note { max-width: 170mm; margin: 8mm auto 0; font-size: 12pt }
.page { width: 210mm; height: 297mm; padding: 11mm 20mm; display: grid; grid-template-columns: 85mm 85mm;
  grid-auto-rows: 55mm; margin: 0 auto; overflow: hidden; break-after: page }
.page:last-child { break-after: auto }
.card { width: 85mm; height: 55mm; padding: 3mm 3.5mm; border: 0.2mm dashed #8a8a8a; display: grid;
  grid-template: 23mm 1fr 6.5mm / 23mm 1fr; gap: 1mm 3mm; overflow: hidden; break-inside: avoid }
.card svg { width: 23mm; height: 23mm; shape-rendering: crispEdges }
.told { min-width: 0; overflow-wrap: anywhere }
.told.long p { font-size: 7pt; line-height: 1.2 }
h2 { font-size: 12pt; line-height: 1.3; display: flex; justify-content: space-between; align-items: baseline }
h2 small { font-size: 7pt; font-weight: 400; color: #54656a }
ol { grid-column: 1 / -1; list-style: none; display: grid; grid-template-columns: repeat(3, 1fr);
  align-content: end; white-space: nowrap; font-size: 10.5pt; line-height: 1.1 }
li span { display: inline-block; width: 4.6mm; font-size: 7.5pt; color: #54656a }
.meet { grid-column: 1 / -1; border-bottom: 0.3mm solid #54656a; padding-top: 2mm; color: #54656a }
@media print { .note { display: none } }
"""


def sheet(cards: Sequence[CardSecret], address: str) -> str:
    """One HTML file, whole in itself: ten cards of 85 × 55 mm an A4 page, to be printed at full size.

    The address is an origin, such as https://kith.example.org.
    """
    starts = range(0, len(cards), CARDS_ON_A_PAGE)
    pages = (
        f'<section class="page">{"".join(_card(card, address) for card in cards[at : at + CARDS_ON_A_PAGE])}</section>'
        for at in starts
    )
    return (
        '<!doctype html>\n<html lang="en-GB">\n<meta charset="utf-8">\n'
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
        f"<title>Cards</title>\n<style>{_STYLE}</style>\n"
        '<p class="note">Print this on A4 at full size (100%), cut along the lines, then delete this file. '
        "Whoever has it can use the cards.</p>\n" + "\n".join(pages) + "\n</html>\n"
    )


def _card(card: CardSecret, address: str) -> str:
    # Level Q: a card that has been in a pocket for a year still reads when a quarter of the square is gone.
    square = segno.make(card.qr(address), error="q", micro=False).svg_inline(omitsize=True, border=0)
    words = "".join(f"<li><span>{place}</span>{word}</li>" for place, word in enumerate(card.words(), 1))
    shown = escape(address.removeprefix("https://"))
    told = "told long" if len(shown) > _LONG_ADDRESS else "told"
    return (
        f'<article class="card">{square}<div class="{told}"><h2>Your way in <small>Kith</small></h2>'
        f"<p>Open <b>{shown}</b> on a phone, tablet or computer. Show it this square, or type the words.</p>"
        f'</div><ol>{words}</ol><p class="meet">We meet next:</p></article>\n'
    )


def add_to(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """`kith cards`."""
    parser = subparsers.add_parser(
        "cards",
        help="make a sheet of key cards to print",
        description="Writes a sheet of key cards. Make cards on your own computer, print them, delete the file.",
    )
    parser.add_argument("--count", type=_count, default=CARDS_ON_A_PAGE, help="how many cards (10: one page)")
    parser.add_argument("--address", help="where Kith is, such as https://kith.example.org (KITH_ORIGIN)")
    parser.add_argument("--out", type=Path, default=Path("cards.html"), help="the file to write (cards.html)")
    parser.set_defaults(run=_run)


def _count(given: str) -> int:
    count = int(given)
    if not 1 <= count <= MOST_CARDS:
        raise argparse.ArgumentTypeError(f"from 1 to {MOST_CARDS} cards at a time")
    return count


def _run(arguments: argparse.Namespace) -> int:
    count: int = arguments.count
    out: Path = arguments.out
    try:
        settings = _settings(arguments.address, os.environ)
    except ValidationError as error:
        sys.stderr.write(f"kith cards: {error.errors()[0]['msg']}\n")
        return 2
    for warning in warnings(settings):
        sys.stderr.write(f"kith cards: {warning}\n")
    written = sheet([CardSecret.new(secrets.token_bytes) for _ in range(count)], settings.public_origin)
    try:
        _write(out, written)
    except OSError as error:
        sys.stderr.write(f"kith cards: cannot write {out}: {error.strerror}. Print and delete it, or use --out.\n")
        return 1
    sys.stdout.write(
        f"{count} {'card is' if count == 1 else 'cards are'} in {out.resolve()}\n"
        "Open it in a browser and print it on A4 at full size (100%).\n"
        "Then delete the file: whoever has it can use the cards.\n"
    )
    return 0


def _settings(address: str | None, environment: Mapping[str, str]) -> Settings:
    return from_environment({**environment, **({"KITH_ORIGIN": address.rstrip("/")} if address else {})})


def warnings(settings: Settings) -> tuple[str, ...]:
    """What to think of before these cards are handed out."""
    said: list[str] = []
    if any(settings.data.glob("*.sqlite3")):
        said.append("this looks like the server. Make cards on your own computer, not on the server.")
    if not settings.is_usable_elsewhere:
        said.append(f"phones cannot use {settings.public_origin}: give the https address with --address.")
    return tuple(said)


def _write(path: Path, text: str) -> None:
    """A new file that nobody else may read. Raises OSError, FileExistsError too: cards not yet printed are not lost."""
    create(path)
    path.write_text(text, "utf-8")

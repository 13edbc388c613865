"""B9: a new device, 10,000 records behind: one by one, and by snapshot; beside decrypting and applying alone.

One tablet writes every record through the real relay. Each turn is another new device with an empty store on the disk,
counted from dialling, greeting included. "Shown" is the document on the screen, up to the last record; "read" is when
every record has been verified and is on the disk. On a busy machine the time that the page's main thread has worked
itself is the column to read.
"""

import argparse
from typing import Final

from playwright.sync_api import Page

from bench.engine_page import engines
from bench.figures import machine, ratio, show, spread, tell
from bench.tablet import Own

ONE_BY_ONE_MS: Final = 3000
BY_SNAPSHOT_MS: Final = 500
MOST_RUNS: Final = 9  # a space holds 24 devices


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--records", type=int, default=10_000)
    parser.add_argument("--runs", type=int, default=5, help=f"new devices of each kind (5, at most {MOST_RUNS})")
    parser.add_argument("--throttle", type=float, default=1, help="how much slower than this machine (1)")
    options = parser.parse_args()
    one_by_one, shown, behind, alone = list[float](), list[float](), list[float](), list[float]()
    own_one_by_one, own_behind, own_alone = list[float](), list[float](), list[float]()
    runs = min(options.runs, MOST_RUNS)
    with engines() as browser:
        tablet, phone = browser.page(), browser.page()
        card = tablet.evaluate("(count) => bench.writesRecords(count)", options.records)
        tell(f"{options.records:,} records are with the relay")
        for run in range(runs):
            page = browser.page(options.throttle)
            own = Own(page)
            one_by_one.append(catches_up(page, own, card, f"one-by-one-{run}", options.records)[1])
            own_one_by_one.append(own.since_ms())
            page.evaluate("bench.readsBack()")
            own.since_ms()
            alone.append(page.evaluate("bench.decryptsAndApplies()"))
            own_alone.append(own.since_ms())
            page.close()
        catches_up(phone, Own(phone), card, "phone", options.records)
        tablet.evaluate("bench.makesSnapshot()")
        phone.evaluate("(count) => bench.attests(count)", options.records)
        for run in range(runs):
            page = browser.page(options.throttle)
            own = Own(page)
            first, last = catches_up(page, own, card, f"by-snapshot-{run}", options.records)
            shown.append(first)
            behind.append(last)
            own_behind.append(own.since_ms())
            page.close()
    rows = [
        ["one by one, read", *cells(one_by_one, alone), *cells(own_one_by_one, own_alone), f"{ONE_BY_ONE_MS} ms"],
        ["by snapshot, shown", *cells(shown, alone), "", "", f"{BY_SNAPSHOT_MS} ms"],
        ["by snapshot, read behind it", *cells(behind, alone), *cells(own_behind, own_alone), ""],
        ["decrypt and apply alone", spread(alone), "", spread(own_alone), "", ""],
    ]
    head = ["", "ms", "against that alone", "of it its own work, ms", "against that alone", "budget"]
    show(f"B9, {options.records:,} records", head, rows)
    tell(machine("playwright"))


def cells(found: list[float], beside: list[float]) -> tuple[str, str]:
    return spread(found), ratio(found, beside)


def catches_up(page: Page, own: Own, card: str, name: str, records: int) -> tuple[float, float]:
    """A new device in this page: how long until the document is shown, and until all is read."""
    page.evaluate("([card, name]) => bench.comesIn(card, name)", [card, name])
    own.since_ms()
    took = page.evaluate("(count) => bench.catchesUp(count)", records)
    tell(f"{name}: shown after {took['shown']:.0f} ms, read after {took['read']:.0f} ms")
    return float(took["shown"]), float(took["read"])


if __name__ == "__main__":
    main()

"""B9: a new device, 10,000 records behind: one by one, and by snapshot; beside decrypting and applying alone.

One tablet writes every record through the real relay. Each turn is another new device with an empty store on the disk,
counted from dialling, greeting included. "Shown" is the document on the screen, up to the last record; "read" is when
every record has been verified and is on the disk.
"""

import argparse
from typing import Final

from playwright.sync_api import Page

from bench.engine_page import engines
from bench.figures import machine, ratio, show, spread, tell

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
    runs = min(options.runs, MOST_RUNS)
    with engines() as browser:
        tablet, phone = browser.page(), browser.page()
        card = tablet.evaluate("(count) => bench.writesRecords(count)", options.records)
        tell(f"{options.records:,} records are with the relay")
        for run in range(runs):
            page = browser.page(options.throttle)
            one_by_one.append(catches_up(page, card, f"one-by-one-{run}", options.records)[1])
            alone.append(page.evaluate("bench.decryptsAndApplies()"))
            page.close()
        catches_up(phone, card, "phone", options.records)
        tablet.evaluate("bench.makesSnapshot()")
        phone.evaluate("(count) => bench.attests(count)", options.records)
        for run in range(runs):
            page = browser.page(options.throttle)
            first, last = catches_up(page, card, f"by-snapshot-{run}", options.records)
            shown.append(first)
            behind.append(last)
            page.close()
    rows = [
        ["one by one, read", spread(one_by_one), ratio(one_by_one, alone), f"{ONE_BY_ONE_MS} ms"],
        ["by snapshot, shown", spread(shown), ratio(shown, alone), f"{BY_SNAPSHOT_MS} ms"],
        ["by snapshot, read behind it", spread(behind), ratio(behind, alone), ""],
        ["decrypt and apply alone", spread(alone), "", ""],
    ]
    show(f"B9, {options.records:,} records", ["", "ms", "against that alone", "budget"], rows)
    tell(machine("playwright"))


def catches_up(page: Page, card: str, name: str, records: int) -> tuple[float, float]:
    """A new device in this page: how long until the document is shown, and until all is read."""
    page.evaluate("([card, name]) => bench.comesIn(card, name)", [card, name])
    took = page.evaluate("(count) => bench.catchesUp(count)", records)
    tell(f"{name}: shown after {took['shown']:.0f} ms, read after {took['read']:.0f} ms")
    return float(took["shown"]), float(took["read"])


if __name__ == "__main__":
    main()

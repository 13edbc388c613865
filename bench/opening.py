"""B6: the reference space, from the device's own state cache to a document that a screen can show, without the KDF.

Beside it one bare `Y.applyUpdate` of the same document. Every figure is of a page that has just been opened, its main
thread slowed four times; the two take turns.
"""

import argparse
from typing import Final

from bench.engine_page import engines
from bench.figures import machine, ratio, show, spread, tell
from bench.tablet import Own

BUDGET: Final = 3


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--people", type=int, default=300)
    parser.add_argument("--links", type=int, default=200, help="between people and steps")
    parser.add_argument("--steps", type=int, default=100)
    parser.add_argument("--edits", type=int, default=20_000)
    parser.add_argument("--runs", type=int, default=9, help="openings of each kind (9)")
    parser.add_argument("--throttle", type=float, default=4, help="how much slower than this machine (4)")
    options = parser.parse_args()
    kith_ms, bare_ms = list[float](), list[float]()
    own_kith_ms, own_bare_ms = list[float](), list[float]()
    with engines() as browser:
        first = browser.page()
        sizes = [options.people, options.links, options.steps, options.edits]
        size = first.evaluate("(sizes) => bench.keepsReference(...sizes)", sizes)
        first.close()
        tell(f"the document is one update of {size:,} bytes")
        for run in range(options.runs):
            for what, found, own_found in (
                ("opensReference", kith_ms, own_kith_ms),
                ("appliesReference", bare_ms, own_bare_ms),
            ):
                page = browser.page(options.throttle)
                if found is bare_ms:
                    page.evaluate("bench.readsReference()")
                own = Own(page)
                found.append(page.evaluate(f"bench.{what}()"))
                own_found.append(own.since_ms())
                page.close()
            tell(f"run {run + 1}: opened in {kith_ms[-1]:.0f} ms, applied in {bare_ms[-1]:.0f} ms")
    rows = [
        [
            "opened from its own cache",
            *(spread(kith_ms), ratio(kith_ms, bare_ms)),
            *(spread(own_kith_ms), ratio(own_kith_ms, own_bare_ms)),
            f"{BUDGET} ×",
        ],
        ["bare Y.applyUpdate", spread(bare_ms), "", spread(own_bare_ms), "", ""],
    ]
    head = ["", "ms", "against it", "its main thread's own work, ms", "against it", "budget"]
    show(f"B6, {options.throttle:g}× CPU throttle, {size:,} bytes", head, rows)
    tell(machine("playwright"))


if __name__ == "__main__":
    main()

"""One target until its time is over, guided by coverage: `python -m tests.fuzz.run NAME SECONDS FOLDER`."""

import sys
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["sync", "server"]):
    from tests.fuzz.seeds import beginnings
    from tests.fuzz.targets import TARGETS, attempt


def main() -> None:
    name, seconds, folder = sys.argv[1], int(sys.argv[2]), Path(sys.argv[3])
    if name not in TARGETS:
        raise SystemExit(f"there is no target {name}")
    corpus = folder / name
    corpus.mkdir(parents=True, exist_ok=True)
    for n, data in enumerate(beginnings(name)):
        (corpus / f"seed-{n}").write_bytes(data)
    options = [f"-max_total_time={seconds}", "-max_len=4096", "-timeout=10", "-rss_limit_mb=1024"]
    options += ["-print_final_stats=1", "-verbosity=0", f"-artifact_prefix={folder}/{name}-"]
    atheris.Setup([sys.argv[0], *options, str(corpus)], lambda data: attempt(name, data))
    atheris.Fuzz()


if __name__ == "__main__":
    main()

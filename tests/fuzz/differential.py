"""Both languages answer the same to the same bytes: `python -m tests.fuzz.differential [--inputs 50000] [--seed 1]`."""

import argparse
import json
import os
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random
from tempfile import TemporaryFile
from typing import Final

from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from sync import encoding, entry, envelope, file_contents, joining, messages, presence, sealed_file
from sync.authorship import Authors, check
from sync.card import CardSecret
from sync.digest import digest
from sync.errors import Damaged, SyncError
from sync.keys import record_key
from sync.membership import apply
from sync.messages import Eph
from sync.padding import pad
from sync.vectors.story import EPOCH_KEY, pair
from sync.voucher import check_voucher
from tests.fuzz.seeds import KINDS, beginnings
from tests.fuzz.targets import joined, packed
from tests.fuzz.vouched import ASKING, MINE, PAIR
from tests.sources import ROOT

STORY: Final = pair()
_BEGINS_WITH: Final = {"apply": "entry", "digest": "update", "frame": "presence", "qr": "link"}
_OTHER_STATE: Final = "another state than it says"
_INTERESTING: Final = (0, 1, 23, 24, 25, 26, 27, 0x40, 0x7F, 0x80, 0x81, 0x9F, 0xA0, 0xF4, 0xF6, 0xFF)

DECODERS: Final[dict[str, Callable[[bytes], object]]] = {
    "encoding": encoding.decode,
    "messages": messages.parse,
    "entry": entry.parse,
    "apply": lambda data: apply(STORY.state, data),
    "envelope": lambda data: envelope.open_payload(envelope.parse(data), EPOCH_KEY),
    "update": lambda data: check(data, 1, bytes(16), Authors()),
    "digest": digest,
    "joining": joining.parse_request,
    "voucher": lambda data: check_voucher(_text(data), PAIR, MINE, ASKING),
    "presence": presence.parse_header,
    "frame": lambda data: presence.open_frame(Eph(data[:80], data[80:]), STORY.state.space, 0, EPOCH_KEY, 0),
    "file": lambda data: sealed_file.open_hand_over(data, (EPOCH_KEY,)),
    "contents": lambda data: file_contents.from_bytes(data, "backup"),
    "payload": lambda data: envelope.open_payload(envelope.parse(data), EPOCH_KEY),
    "snapshot": lambda data: _joined(data),
    "snapshot-behind": lambda data: _joined(data),
    "link": lambda data: joining.from_link(_text(data)),
    "qr": lambda data: CardSecret.from_qr(_text(data)),
    "words": lambda data: CardSecret.from_words(_text(data)),
}


def in_a_record(data: bytes) -> bytes:
    """A record that says this once it is opened, of the kind that the first byte chooses."""
    kind, plain = KINDS[data[0] % len(KINDS)] if data else 1, pad(data[1:])
    device, nonce = STORY.state.devices[0].id, bytes(12)
    header = (1, kind, STORY.state.space, device, 1, bytes(32), 0, bytes(16), 0, ())
    sealed = nonce + AESGCM(record_key(EPOCH_KEY, STORY.state.space, device)).encrypt(
        nonce, plain, encoding.encode(header)
    )
    return encoding.encode((encoding.encode(header), sealed, bytes(64)))


_WRAPPED: Final[dict[str, Callable[[bytes], bytes]]] = {"payload": in_a_record, "snapshot-behind": packed}


def _joined(state: bytes) -> None:
    """One whose digest alone is another is as good as whole: all that stands before has been read."""
    try:
        joined(state)
    except Damaged as error:
        if error.detail != _OTHER_STATE:
            raise


def _text(data: bytes) -> str:
    return data.decode("utf-8", "replace")


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz.differential", description=__doc__)
    parser.add_argument("--inputs", type=int, default=50_000, help="of all decoders together (50000)")
    parser.add_argument("--seed", type=int, default=1, help="what they are drawn from (1)")
    parser.add_argument("--folder", type=Path, help="the corpora that python -m tests.fuzz --folder has kept here, too")
    asked = parser.parse_args()
    inputs = list(mutated(asked.inputs, Random(asked.seed), asked.folder))
    theirs = answered(inputs)
    answers, apart = Counter[str](), list[str]()
    for (name, data), their in zip(inputs, theirs, strict=True):
        ours = answer(name, data)
        answers[f"{name} {ours}"] += 1
        if ours != their:
            apart.append(f"{name}: {ours} here, {their} there: {data.hex()}")
    print(*(f"{name}: {count:,}" for name, count in sorted(answers.items())), sep="\n")
    print(f"{len(inputs):,} inputs, {len(apart)} answered otherwise", *apart[:20], sep="\n")
    return 1 if apart else 0


def mutated(count: int, draw: Random, folder: Path | None = None) -> Iterator[tuple[str, bytes]]:
    """So many inputs, each decoder's share made from what its target begins with, and has come to."""
    corpora = {name: beginnings(_BEGINS_WITH.get(name, name)) for name in DECODERS}
    for name, corpus in corpora.items():
        if folder is not None:
            corpus += [path.read_bytes() for path in sorted((folder / _BEGINS_WITH.get(name, name)).glob("*"))]
    names = list(DECODERS)
    for n in range(count):
        name = names[n % len(names)]
        data = max(draw.choices(corpora[name], k=2), key=len)  # there is more to get wrong in a longer one
        for _ in range(draw.choice((0, 1, 1, 1, 2, 2, 3, 5))):
            data = changed(data, draw, corpora[name])
        yield name, _WRAPPED.get(name, bytes)(data)


def changed(data: bytes, draw: Random, corpus: list[bytes]) -> bytes:
    """One change: a bit, a byte, a piece taken out, put in twice, put in from elsewhere, or the end cut off."""
    at = draw.randrange(len(data) + 1)
    end = min(len(data), at + draw.randrange(1, 17))
    match draw.randrange(6):
        case 0 if at < len(data):
            return data[:at] + bytes((data[at] ^ 1 << draw.randrange(8),)) + data[at + 1 :]
        case 1 if at < len(data):
            return data[:at] + bytes((draw.choice(_INTERESTING),)) + data[at + 1 :]
        case 2:
            return data[:at] + data[end:]
        case 3:
            return data[:end] + data[at:]
        case 4:
            other = draw.choice(corpus)
            start = draw.randrange(len(other) + 1)
            return data[:at] + other[start : start + draw.randrange(40)] + data[at:]
        case _:
            return data[:at] if draw.random() < 0.3 else data[:at] + draw.randbytes(draw.randrange(1, 9)) + data[end:]


def answered(inputs: list[tuple[str, bytes]]) -> list[str]:
    """What the other language answers."""
    node = shutil.which("node", path=f"{ROOT / '.venv' / 'bin'}:{os.environ['PATH']}") or "node"
    asking = [each.hex() for each in (ASKING.space, ASKING.invite, ASKING.ed, ASKING.x)]
    ground = {"key": EPOCH_KEY.hex(), "space": STORY.state.space.hex(), "entries": [raw.hex() for raw in STORY.entries]}
    with TemporaryFile("w+") as lines:
        lines.write(json.dumps({**ground, "mine": MINE.members, "asking": asking}) + "\n")
        lines.writelines(json.dumps({"decoder": name, "hex": data.hex()}) + "\n" for name, data in inputs)
        lines.seek(0)
        command = [node, str(ROOT / "tests" / "fuzz" / "answers.mjs")]
        said = subprocess.run(command, cwd=ROOT / "webapp", stdin=lines, capture_output=True, text=True, check=True)
    return said.stdout.splitlines()


def answer(name: str, data: bytes) -> str:
    """`ok`, or the code of the refusal."""
    try:
        DECODERS[name](data)
    except SyncError as error:
        return error.code
    return "ok"


if __name__ == "__main__":
    sys.exit(main())

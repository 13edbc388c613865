"""chain.json: the rule for extending what a device has said."""

from sync.chain import Head, extend
from sync.envelope import Record
from sync.vectors.envelope_cases import header, record
from sync.vectors.seeds import Case, Json, device, seed


def build() -> Case:
    """The file's content."""
    tablet = device("tablet")
    first = record(tablet, header(tablet, 0)._replace(seq=1, prev=bytes(32), seen=()))
    second = record(tablet, header(tablet, 0)._replace(seq=2, prev=first.hash))
    forked = record(tablet, header(tablet, 1)._replace(seq=2, prev=first.hash))
    third = record(tablet, header(tablet, 0)._replace(seq=3, prev=second.hash))
    begun = record(tablet, header(tablet, 0)._replace(seq=1, prev=seed("something")))
    none, one, two = Head(), Head(1, first.hash), Head(2, second.hash)
    return {
        "cases": [
            _good("the first record", none, first),
            _good("the second", one, second),
            _good("the third", two, third),
            _good("a record sent again", two, second),
            _refused("the second before the first", none, second, "CHAIN_GAP"),
            _refused("the third before the second", one, third, "CHAIN_GAP"),
            _refused("a first record that follows something", none, begun, "CHAIN_FORKED"),
            _refused("another second record", two, forked, "CHAIN_FORKED"),
            _refused("the third, behind another second", Head(2, forked.hash), third, "CHAIN_FORKED"),
            _refused("the first, long after", two, first, "CHAIN_FORKED"),
        ]
    }


def _good(name: str, head: Head, found: Record) -> Json:
    return {"name": name, "head": _head(head), "record": found.raw.hex(), "after": _head(extend(head, found))}


def _refused(name: str, head: Head, found: Record, code: str) -> Json:
    return {"name": name, "head": _head(head), "record": found.raw.hex(), "code": code}


def _head(head: Head) -> Json:
    return {"seq": head.seq, "hash": head.hash.hex()}

"""acceptance.json: records around a removal, a turn, a rotation, a replacement and a close (P16 to P18, P22)."""

from dataclasses import dataclass

from sync import control
from sync.acceptance import accept, furthest
from sync.chain import Head
from sync.encoding import encode
from sync.envelope import HEADS, By, Header, Payload, Record, parse, seal
from sync.errors import SyncError
from sync.vectors.removal_stories import LongStory, ended, key_of, leaves_by_itself, only_way_in, turned
from sync.vectors.seeds import Case, Json, device, hexed, randomness, seed
from sync.vectors.story import NOON, OWNER, PRACTITIONER, SHARED, genesis, listed


@dataclass(frozen=True, slots=True)
class Asked:
    """A record, what is known when it comes, and what is to become of it."""

    name: str
    story: LongStory
    record: Record
    head: Head
    code: str | None
    last_ctl: int = 0
    known: int | None = None


def build() -> Case:
    """The file's content."""
    asked = _removed() + _turned() + _due() + _stale() + _replaced() + _closed()
    stories = {story.name: story for story in (*(each.story for each in asked), _two_and_what_follows())}
    return {
        "chains": [{"name": story.name, "entries": hexed(story.entries)} for story in stories.values()],
        "cases": [_case(each) for each in asked],
        "lines": [_line(*each) for each in _lines()],
    }


def said(story: LongStory, who: str, by: By, n: int, epoch: int | None = None, head: Head | None = None) -> Record:
    """A record by whoever, after this entry and under the epoch that it leaves in force."""
    keys, behind = key_of(who), head or Head()
    at = story.state.epoch_at(n) if epoch is None else epoch
    ctl = story.state.hashes[n][:16]
    header = Header(HEADS, story.state.space, keys.id, behind.seq + 1, behind.hash, at, ctl, by, ())
    nonce = seed(f"{who} {by} {n} {behind.seq}", 12)
    return seal(header, Payload(1, NOON, None), story.epoch_keys[at], keys.signing, nonce)


def _head(record: Record) -> Head:
    return Head(record.header.seq, record.hash)


def _removed() -> list[Asked]:
    more = [listed(device("desk"), PRACTITIONER), listed(device("phone"), OWNER)]
    first = genesis("tablet", SHARED, 2, [], more, nonce="removed")
    story = LongStory("two are removed", first, "a pair begins")
    one = said(story, "tablet", 0, 0)
    two = said(story, "tablet", 1, 0, head=_head(one))
    final = (0, two.header.seq, two.hash)
    removal = control.remove(
        story.state, device("phone"), (0, 1), (), (final,), story.epoch_keys[0], NOON, randomness("two are removed")
    )
    story.take(removal, "the phone removes the tablet, which had said two things, and the desk, which had said nothing")
    story.epoch_keys.append(randomness("two are removed")(32))
    other = said(story, "tablet", 0, 0, head=_head(one))
    three = said(story, "tablet", 0, 0, head=_head(two))
    late = said(story, "tablet", 0, 1, head=_head(two))
    return [
        Asked("a removed device's first record, offered again", story, one, Head(), None),
        Asked("a removed device's last record", story, two, _head(one), None),
        Asked("a removed device's last record, again", story, two, _head(two), None),
        Asked("another record in the place of its last", story, other, _head(one), "AUTHOR_REMOVED"),
        Asked("the same, before the removal is known", story, other, _head(one), None, known=1),
        Asked("a record behind its last, that names an entry from before", story, three, _head(two), "AUTHOR_REMOVED"),
        Asked("the same, before the removal is known", story, three, _head(two), None, known=1),
        Asked("a record that names the removal", story, late, _head(two), "AUTHOR_REMOVED", known=2),
        Asked(
            "the first record of one who had said nothing", story, said(story, "desk", 1, 0), Head(), "AUTHOR_REMOVED"
        ),
        Asked("P18: who stays, before the removal", story, said(story, "phone", 0, 0), Head(), None),
        Asked("P18: who stays, after it", story, said(story, "phone", 0, 1), Head(), None),
        Asked("P18: the old epoch, after it", story, said(story, "phone", 0, 1, 0), Head(), "EPOCH_WRONG"),
        Asked("P18: the new epoch, before it", story, said(story, "phone", 0, 0, 1), Head(), "EPOCH_WRONG"),
        Asked("P18: back to before it", story, said(story, "phone", 0, 0), Head(), "CTL_BACK", last_ctl=1),
    ]


def _two_and_what_follows() -> LongStory:
    first = genesis("tablet", SHARED, 2, [], [listed(device("phone"), OWNER)], nonce="lines")
    return LongStory("a tablet writes", first, "a shared tablet and a phone begin")


def _lines() -> list[tuple[str, LongStory, list[Record], Head, Head]]:
    """A name, records that are known, what is held, and how far they lead."""
    story = _two_and_what_follows()
    one = said(story, "tablet", 0, 0)
    two = said(story, "tablet", 1, 0, head=_head(one))
    three = said(story, "tablet", 0, 0, head=_head(two))
    far = said(story, "tablet", 0, 0, head=Head(2**53 - 2, bytes(range(32))))
    other = said(story, "tablet", 0, 0, head=Head(2, bytes(range(32))))
    unsigned = parse(encode((two.header_bytes, two.body, bytes(64))))
    late = said(story, "tablet", 0, 0, epoch=0, head=Head(2, unsigned.hash))
    wrong = said(story, "tablet", "both", 0, head=_head(two))
    old_epoch = seal(
        wrong.header._replace(epoch=1), Payload(1, NOON, None), story.epoch_keys[0], device("tablet").signing, bytes(12)
    )
    return [
        ("nothing behind what is held", story, [], _head(one), _head(one)),
        ("all in a row, from the beginning", story, [one, two, three], Head(), _head(three)),
        ("in another order, behind what is held", story, [three, two], _head(one), _head(three)),
        ("a gap", story, [three], _head(one), _head(one)),
        ("a number far ahead, well signed", story, [far, two], _head(one), _head(two)),
        ("the next number behind another record", story, [two, other], _head(one), _head(two)),
        ("a bad signature, and what is behind it", story, [unsigned, late], _head(one), _head(one)),
        ("a bad signature beside the good one", story, [unsigned, late, three, two], _head(one), _head(three)),
        ("an epoch that was not", story, [two, old_epoch], _head(one), _head(two)),
    ]


def _line(name: str, story: LongStory, records: list[Record], head: Head, expected: Head) -> Json:
    if furthest(records, story.state, head, 0) != expected:
        raise ValueError(name)
    return {
        "name": name,
        "chain": story.name,
        "records": [record.raw.hex() for record in records],
        "head": _head_json(head),
        "after": _head_json(expected),
    }


def _turned() -> list[Asked]:
    story = turned()
    return [
        Asked("P10: both, before the turn", story, said(story, "tablet", "both", 0), Head(), None),
        Asked("P10: both, after it", story, said(story, "tablet", "both", 1), Head(), "NOT_ALLOWED"),
        Asked("P10: who was turned out, after it", story, said(story, "tablet", 1, 1), Head(), "NOT_ALLOWED"),
        Asked("P10: who was turned out, before it", story, said(story, "tablet", 1, 0), Head(), None),
        Asked("P10: who stays, after it", story, said(story, "tablet", 0, 1), Head(), None),
        Asked("P10: both, on a device of three", story, said(story, "everyone's", "both", 2), Head(), "NOT_ALLOWED"),
        Asked("P10: both, on a device of the owner and the third", story, said(story, "everyone's", "both", 3), Head(),
              None),
    ]  # fmt: skip


def _due() -> list[Asked]:
    story = leaves_by_itself()  # due from entry 3 until entry 6
    return [
        Asked("P16: before a rotation is due", story, said(story, "phone", 0, 2), Head(), None),
        Asked("P16: while a rotation is due", story, said(story, "phone", 0, 3), Head(), "EPOCH_WRONG"),
        Asked("P16: while it is still due", story, said(story, "phone", 0, 5), Head(), "EPOCH_WRONG"),
        Asked("P16: once it has been made", story, said(story, "phone", 0, 6), Head(), None),
        Asked("P16: who left, before", story, said(story, "tablet", 0, 2), Head(), None),
        Asked("P16: who left, after", story, said(story, "tablet", 0, 3), Head(), "AUTHOR_REMOVED"),
    ]


def _stale() -> list[Asked]:
    story = only_way_in()  # the stale card makes a rotation due in entries 5 and 8
    return [
        Asked("P13: after a stale card has let a device in", story, said(story, "desk", 1, 5), Head(), "EPOCH_WRONG"),
        Asked("P13: after the rotation", story, said(story, "desk", 1, 7), Head(), None),
        Asked("P12: a card writes", story, said(story, "owner's card", 0, 4), Head(), "NOT_ALLOWED"),
    ]


def _replaced() -> list[Asked]:
    first = genesis("tablet", SHARED, 2, [], nonce="replaced")
    story = LongStory("a tablet goes on", first, "a shared tablet begins")
    one = said(story, "tablet", 0, 0)
    entry = control.replace_device(
        story.state, device("tablet"), device("tablet again"), (0, 1, one.hash), story.epoch_keys[0], NOON,
        randomness("replaced"),
    )  # fmt: skip
    story.take(entry, "it goes on under new keys")
    two = said(story, "tablet", 0, 0, head=_head(one))
    return [
        Asked("P22: the last record of a device that was replaced", story, one, Head(), None),
        Asked("P22: what it said behind that", story, two, _head(one), "AUTHOR_REMOVED"),
        Asked("P22: the one that goes on", story, said(story, "tablet again", "both", 1), Head(), None),
        Asked("P22: that one, too early", story, said(story, "tablet again", 0, 0), Head(), "AUTHOR_UNKNOWN"),
    ]


def _closed() -> list[Asked]:
    story = ended()  # closed from 1, open from 2, closed from 3, open from 4, closed for ever from 6
    return [
        Asked("before the space is closed", story, said(story, "phone", 0, 0), Head(), None),
        Asked("after it is closed", story, said(story, "phone", 0, 1), Head(), "SPACE_CLOSED"),
        Asked("after it is reopened", story, said(story, "phone", 0, 2), Head(), None),
        Asked("after it is closed again", story, said(story, "tablet", "both", 3), Head(), "SPACE_CLOSED"),
        Asked("after it is closed for ever", story, said(story, "phone", 0, 6), Head(), "SPACE_CLOSED"),
    ]


def _case(asked: Asked) -> Json:
    known = len(asked.story.entries) if asked.known is None else asked.known
    state = asked.story.states[known - 1]
    found: Case = {
        "name": asked.name,
        "chain": asked.story.name,
        "known": known,
        "record": asked.record.raw.hex(),
        "head": _head_json(asked.head),
        "last_ctl": asked.last_ctl,
    }
    try:
        after, code = accept(asked.record, state, asked.head, asked.last_ctl), None
    except SyncError as error:
        after, code = None, error.code
    if code != asked.code:
        raise ValueError(f"{asked.name}: {code}")
    return {**found, "code": code} if after is None else {**found, "after": _head_json(after)}


def _head_json(head: Head) -> Case:
    return {"seq": head.seq, "hash": head.hash.hex()}

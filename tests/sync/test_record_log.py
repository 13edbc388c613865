"""Records that rest on others: whoever comes too early waits, and says nothing about what nobody has written yet."""

from pycrdt import Doc, Map

from sync import envelope
from sync.chain import Head
from sync.encoding import encode
from sync.envelope import Payload, Record, seal
from sync.ground import Ground
from sync.keys import DeviceKeys
from sync.record_log import RecordLog
from sync.vectors.envelope_cases import header
from sync.vectors.scribe import Scribe, by_hand, deleted, person, set_value
from sync.vectors.seeds import device, seed
from sync.vectors.story import EPOCH_KEY, NOON, pair

TABLET, DESK = device("tablet"), device("desk")
STATE = pair().states[-1]
GROUND = Ground(STATE, (EPOCH_KEY,))
ANN = Scribe(11).write(set_value("ann", person("Ann", 1), "people"))


def said(author: DeviceKeys, behind: Head, update: bytes) -> Record:
    """The author's next record, in the hand of member 1."""
    plain = header(author, 1)._replace(seq=behind.seq + 1, prev=behind.hash, seen=(), ctl=STATE.head[:16])
    return seal(plain, Payload(1, NOON, update), EPOCH_KEY, author.signing, seed("nonce", 12))


def head(record: Record) -> Head:
    return Head(record.header.seq, record.hash)


def test_a_record_that_rests_on_another_waits_for_it() -> None:
    renamed = Scribe(21, ANN).write(lambda roots: set_name(roots["people"], "Anna"))
    made, change = said(TABLET, Head(), ANN), said(DESK, Head(), renamed)
    more = said(DESK, head(change), Scribe(22).write(set_value("meeting", ["Tuesday", 1, NOON])))
    log = RecordLog()
    for early in (change, more):
        log.take(early.raw, GROUND)
    assert (log.is_waiting, log.take_updates()) == (True, [])
    log.take(made.raw, GROUND)
    assert (log.is_waiting, log.aside, log.length(DESK.id)) == (False, {}, 2)
    assert log.take_updates() == [ANN, renamed, Scribe(22).write(set_value("meeting", ["Tuesday", 1, NOON]))]


def test_nobody_deletes_what_is_yet_to_be_written() -> None:
    wiped = said(DESK, Head(), by_hand(21, 0, deletes=deleted(11, 0, 1000)))
    log = RecordLog()
    log.take(wiped.raw, GROUND)
    log.take(said(TABLET, Head(), ANN).raw, GROUND)
    doc = Doc[Map[object]]()
    for update in log.take_updates():
        doc.apply_update(update)
    assert set(doc.get("people", type=Map).to_py() or {}) == {"ann"}
    assert [each.code for each in log.aside.values()] == ["ACTOR_WRONG"]


def test_a_forged_record_that_waits_takes_nobodys_place() -> None:
    good = said(TABLET, Head(), ANN)
    before = Ground(pair().states[-2], (EPOCH_KEY,))
    forged = envelope.parse(encode((good.header_bytes, good.body + b"!", good.signature)))
    log = RecordLog()
    for early in (forged, good, good):
        log.take(early.raw, before)
    assert (log.is_waiting, log.take_updates()) == (True, [])
    log.retry(GROUND)
    assert (log.is_waiting, log.take_updates(), log.alarms) == (False, [ANN], set())
    assert [(each.record, each.code) for each in log.aside.values()] == [(forged.raw, "SIGNATURE_BAD")]


def test_a_record_altered_while_its_entry_was_withheld_does_not_wait_for_a_place_that_never_comes() -> None:
    """Seed 21743 of the simulation: the relay had changed the number and the signature, so nothing called it forged."""
    far = said(TABLET, Head(161, b"\x01" * 32), ANN)
    altered = envelope.parse(encode((far.header_bytes, far.body, bytes([far.signature[0] ^ 1, *far.signature[1:]]))))
    log = RecordLog()
    log.take(altered.raw, Ground(pair().states[-2], (EPOCH_KEY,)))
    log.retry(GROUND)
    assert [(each.record, each.code) for each in log.aside.values()] == [(altered.raw, "SIGNATURE_BAD")]
    log.look_for_omissions(STATE)
    assert (log.is_waiting, log.alarms) == (False, set())


def test_a_good_record_whose_entry_was_withheld_waits_for_those_before_it() -> None:
    first = said(TABLET, Head(), ANN)
    second = said(TABLET, head(first), Scribe(12).write(set_value("meeting", ["Tuesday", 1, NOON])))
    log = RecordLog()
    log.take(second.raw, None)
    log.retry(GROUND)
    assert (log.is_waiting, log.aside) == (True, {})
    log.take(first.raw, GROUND)
    assert (log.is_waiting, log.length(TABLET.id)) == (False, 2)


def set_name(people: "Map[object]", name: str) -> None:
    ann = people["ann"]
    assert isinstance(ann, Map)
    ann["name"] = [name, 1, NOON]


def test_what_was_given_up_makes_no_fork_of_what_its_author_said_in_its_place() -> None:
    stands = said(DESK, Head(), ANN)
    named = stands.header._replace(ctl=seed("an entry that was given up", 16))
    given_up = seal(named, Payload(1, NOON, ANN), EPOCH_KEY, DESK.signing, seed("nonce", 12))
    log = RecordLog()
    log.set_aside(given_up.raw, "CTL_UNKNOWN")
    log.take(stands.raw, GROUND)
    for judged in (log.judged_afresh(GROUND), log.judged_anew(GROUND)):
        assert (judged.alarms, judged.length(DESK.id)) == (set(), 1)
        assert [each.code for each in judged.aside.values()] == ["CTL_UNKNOWN"]

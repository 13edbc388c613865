"""A record that nobody can use (P23): its author is told, looks, goes on under other keys and says everything anew."""

from collections.abc import Callable

import pytest
from pycrdt import Doc, Map, Text

from sync.device import Device
from sync.digest import digest
from sync.envelope import By, parse
from sync.remark import Notice
from sync.snapshot import Snapshot, join, split
from sync.vectors.scribe import Root, Scribe, person, set_value, within
from tests.sync.company import Company

AT = 1764547200
Change = Callable[[dict[str, Root]], None]


@pytest.fixture
def company(request: pytest.FixtureRequest) -> Company:
    return Company(request.node.name)


class OldApp:
    """An app on a device that wrote without checking, as it was before a fault in it was mended."""

    def __init__(self, company: Company, device: Device, client: int) -> None:
        self.company, self.device = company, device
        self._scribe = Scribe(client)

    def writes(self, by: By, change: Change) -> None:
        replica = self.device.replica
        replica.keep_draft(by, 1764547200, self._scribe.write(change))
        self.company.does(self.device, self.device.look())


def edited(text: str, at: int, instead: str) -> Change:
    def change(roots: dict[str, Root]) -> None:
        note = within(roots["people"], "ann")["note"]
        assert isinstance(note, Text)
        first = len(str(note)[:at].encode())
        del note[first : first + len(text.encode())]
        note.insert(first, instead)

    return change


def added(name: str, by: By) -> Change:
    def change(roots: dict[str, Root]) -> None:
        roots["people"][name] = person(name, by)

    return change


def ann_with(words: str) -> object:
    return {"name": ["ann", 0, AT], "died": [False, 0, AT], "note": f"with {words}", "links": {}}


def shown(company: Company, device: Device) -> object:
    company.reads(device)
    doc: Doc[Map[object]] = company.document_of(device)
    return {name: doc.get(name, type=Map).to_py() for name in ("meta", "people")}


def notices_in(company: Company, reader: Device) -> list[str]:
    ground, found = reader.replica.ground, list[str]()
    assert ground is not None
    for raw in company.space.records:
        record = parse(raw)
        author = ground.state.device(record.header.device)
        remark = ground.open(record).remark if record.header.kind == 5 else None
        if author and isinstance(remark, Notice):
            is_its_own = author.replaces == remark.ix
            found.append(f"{'by its author' if is_its_own else 'set aside'}: {remark.ix}/{remark.seq} {remark.code}")
    return found


def faulty(company: Company, tablet: Device) -> OldApp:
    """Ann stands on the map; then the tablet's app says in Jo's hand what she has not said, and goes on."""
    app = OldApp(company, tablet, 77)
    app.writes(0, added("ann", 0))
    app.writes(0, set_value("meeting", ["park", 1, 1]))
    app.writes(0, edited("tea", 5, "a cup of tea 🫖"))
    app.writes(1, added("ben", 1))
    app.writes("both", set_value("names", ["here", "both", 2]))
    return app


def test_what_nobody_could_use_is_said_anew_and_all_end_with_the_same(company: Company) -> None:
    tablet, phone = company.tablet, company.by_card(company.owner_card)
    old = tablet.replica.keys.id
    company.parts(tablet)
    faulty(company, tablet)
    company.says(phone, "phone", 0)
    company.meets(tablet)
    assert tablet.replica.keys.id != old
    assert tablet.is_settled
    everything = shown(company, tablet)
    assert shown(company, phone) == everything
    assert everything == {
        "meta": {"meeting": ["park", 0, 1], "names": ["here", "both", 2], "phone": ["phone by 0", 0, 1]},
        "people": {
            "ann": ann_with("a cup of tea 🫖"),
            "ben": {"name": ["ben", 1, AT], "died": [False, 1, AT], "note": "with tea", "links": {}},
        },
    }  # fmt: skip
    assert not phone.replica.log.is_waiting
    assert phone.alarms == frozenset()
    assert tablet.alarms == {"SAID_ANEW"}
    assert {parse(raw).header.by for raw in phone.replica.log.held[tablet.replica.keys.id]} == {0, 1, "both"}
    late = company.by_card(company.owner_card)
    assert shown(company, late) == everything
    assert not late.replica.log.is_waiting
    assert notices_in(company, phone) == ["set aside: 0/2 ACTOR_WRONG", "by its author: 0/2 SAID_ANEW"]


def test_one_notice_is_enough_however_many_read(company: Company) -> None:
    readers = [company.by_card(company.owner_card) for _ in range(3)]
    company.parts(company.tablet)
    app = OldApp(company, company.tablet, 77)
    app.writes(0, set_value("meeting", ["park", 1, 1]))
    for reader in readers[1:]:
        company.parts(reader)
    company.relay.connect(company.tablet)
    company.relay.run()
    for reader in readers[1:]:
        company.meets(reader)
    told = notices_in(company, readers[0])
    assert told == ["set aside: 0/1 ACTOR_WRONG", "by its author: 0/1 SAID_ANEW"]


def test_of_what_only_waits_nobody_is_told(company: Company) -> None:
    phone = company.by_card(company.owner_card)
    company.parts(phone)
    for word in ("a", "b", "c"):
        company.says(company.tablet, word, 1)
    held_back = company.space.records.pop(1)
    company.meets(phone)
    company.says(phone, "phone", 0)
    assert phone.replica.log.is_waiting
    assert notices_in(company, phone) == []
    company.space.records.append(held_back)


def test_a_snapshot_leaves_out_what_is_set_aside_and_what_waits_behind_it(company: Company) -> None:
    tablet, phone = company.tablet, company.by_card(company.owner_card)
    company.parts(phone)
    faulty(company, tablet)
    company.parts(tablet)
    company.meets(phone)
    state = phone.replica.state
    assert state is not None
    assert [each.code for each in phone.replica.log.aside.values()] == ["ACTOR_WRONG"]
    assert phone.replica.log.is_waiting
    assert shown(company, phone) == {"meta": {}, "people": {"ann": ann_with("tea")}}
    made, covers = company.document_of(phone).get_update(), phone.replica.log.heads(state)
    snapshot = join(split(Snapshot(2, covers, digest(made), made, ((77, 0),))))
    assert [(ix, seq) for ix, seq, _ in snapshot.covers if ix == 0] == [(0, 1)]
    second = company.by_card(company.owner_card)
    shown(company, second)
    assert digest(company.document_of(second).get_update()) == snapshot.digest
    assert second.replica.log.heads(state)[0] == snapshot.covers[0]


def test_a_false_notice_costs_a_look_and_nothing_more(company: Company) -> None:
    tablet, phone = company.tablet, company.by_card(company.owner_card)
    company.says(tablet, "good", 1)
    me = tablet.replica.me
    assert me is not None
    for _ in range(3):
        good = parse(tablet.replica.log.held[me.id][-1])
        company.does(phone, phone.say(0, Notice(me.ix, good.header.seq, good.hash, "ACTOR_WRONG")))
        company.says(tablet, "and on", "both")
    assert tablet.replica.me == me
    assert tablet.alarms == frozenset()
    assert "and on" in company.reads(phone)


def test_a_device_does_not_go_on_for_ever(company: Company) -> None:
    phone = company.by_card(company.owner_card)
    for n in range(8):
        OldApp(company, company.tablet, 100 + n).writes(0, set_value(f"w{n}", ["park", 1, 1]))
    state, me = phone.replica.state, company.tablet.replica.me
    assert state is not None
    assert me is not None
    assert state.successions(me.ix) == 4
    assert {f"w{n}" for n in range(8)} <= company.reads(company.tablet)
    assert {f"w{n}" for n in range(4)} <= company.reads(phone)
    assert "SAID_ANEW" in company.tablet.alarms
    assert "NOT_SENT" in company.tablet.alarms


@pytest.mark.parametrize("frames", range(0, 24, 2))
def test_it_may_crash_at_any_moment_of_it(company: Company, frames: int) -> None:
    tablet, phone = company.tablet, company.by_card(company.owner_card)
    company.parts(tablet)
    faulty(company, tablet)
    line = company.relay.connect(tablet)
    for _ in range(frames):
        for each in [each for each in company.relay.lines if each.inbox]:
            company.relay.deliver(each, each.device.receive(each.inbox.popleft()))
        if not line.is_open or tablet.wants_reconnect:
            break
    facts = list(company.relay.keep(tablet))
    company.parts(tablet)
    again = Device.load(company.around, facts)
    company.relay.kept[id(again)] = facts
    company.meets(again)
    assert again.is_settled
    assert again.alarms == {"SAID_ANEW"}
    assert shown(company, again) == shown(company, phone)
    assert company.reads(phone) == {"meeting", "names"}

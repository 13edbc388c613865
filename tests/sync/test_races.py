"""Found by schedules: what a server may honestly answer when it is asked in the very moment when something comes."""

from sync import messages as m
from sync.card import CardSecret
from sync.device import Device
from sync.surroundings import Surroundings
from sync.vectors.scribe import Scribe, set_value
from sync.vectors.seeds import randomness
from tests.sync.company import Company
from tests.sync.honest_relay import HonestRelay, Line, Space


class RacingRelay(HonestRelay):
    """Its first page is empty, and comes when there is already more."""

    def __init__(self) -> None:
        super().__init__()
        self.has_raced = False

    def _pull(self, line: Line, space: Space, position: int) -> None:
        if self.has_raced:
            super()._pull(line, space, position)
        else:
            self.has_raced = True
            self._say(line, m.Records((), end=False))


def test_a_device_asks_again_until_it_is_told_the_end() -> None:
    draw = randomness("an empty page")
    relay, card = RacingRelay(), CardSecret.new(draw)
    around = Surroundings(relay.origin, draw, lambda: 1764547200)
    tablet = Device.start(around, cards=[(card, 0)])
    relay.connect(tablet)
    relay.run()
    relay.has_raced = False
    phone = Device.open_card(around, card)
    relay.connect(phone)
    relay.run()
    line = next(each for each in relay.lines if each.device is tablet)
    relay.deliver(line, tablet.write(0, Scribe(7).write(set_value("meeting", ["Tuesday", 0, 1]))))
    relay.run()
    assert phone.is_settled
    assert phone.replica.log.held == tablet.replica.log.held


def hears_until_settled(relay: HonestRelay, line: Line) -> None:
    while not line.device.is_settled:
        relay.deliver(line, line.device.receive(line.inbox.popleft()))


def test_a_look_is_over_when_its_own_answer_has_come() -> None:
    draw = randomness("a look")
    relay, card = HonestRelay(), CardSecret.new(draw)
    around = Surroundings(relay.origin, draw, lambda: 1764547200)
    tablet, phone = Device.start(around, cards=[(card, 0)]), Device.open_card(around, card)
    here = relay.connect(tablet)
    relay.run()
    relay.connect(phone)
    relay.run()
    there = next(line for line in relay.lines if line.device is phone)
    for _ in range(2):
        relay.deliver(there, phone.invite((0,), 1764600000)[1])
        hears_until_settled(relay, there)
    relay.deliver(here, tablet.look())
    hears_until_settled(relay, here)
    relay.deliver(there, phone.write(0, Scribe(7).write(set_value("meeting", ["Tuesday", 0, 1]))))
    relay.deliver(here, tablet.look())
    hears_until_settled(relay, here)
    assert tablet.replica.log.held == phone.replica.log.held


def test_a_wish_comes_true_once_although_a_refusal_is_heard_that_was_not_its_own() -> None:
    draw = randomness("a stray refusal")
    relay, card = HonestRelay(), CardSecret.new(draw)
    tablet = Device.start(Surroundings(relay.origin, draw, lambda: 1764547200), cards=[(card, 0)])
    line = relay.connect(tablet)
    relay.run()
    state = tablet.replica.state
    assert state is not None
    relay.deliver(line, tablet.rotate())
    for _ in range(3):
        relay.deliver(line, tablet.receive(m.to_bytes(m.Err("CTL_CONFLICT", None))))
        relay.run()
    after = tablet.replica.state
    assert after is not None
    assert after.n == state.n + 1
    assert tablet.is_settled


def test_an_answer_without_entries_is_no_sign_of_those_before() -> None:
    draw = randomness("no entries")
    relay, card = HonestRelay(), CardSecret.new(draw)
    tablet = Device.start(Surroundings(relay.origin, draw, lambda: 1764547200), cards=[(card, 0)])
    line = relay.connect(tablet)
    relay.run()
    relay.deliver(line, tablet.rotate())
    relay.run()
    tablet.replica.start_over(tablet.replica.incarnation)  # as after a restore, before it has been given this entry
    tablet.receive(m.to_bytes(m.Ctl(2, ())))
    assert tablet.replica.served == 0


def test_one_whose_very_entry_another_has_brought_is_answered_all_the_same() -> None:
    company = Company("one card, shown twice")
    phone, desk, length = company.with_desk()
    gone, there = desk.replica.me, company.line_of(company.tablet)
    assert gone is not None
    assert there is not None
    frames = phone.remove((gone.ix,), by=company.owner_card)  # two at the table may show one card in the same second
    assert isinstance(m.parse(frames[-1]), m.CtlAppend)
    company.relay.deliver(there, frames[-1:])
    company.does(phone, frames)
    assert (phone.is_settled, phone.refusal) == (True, None)
    assert len(company.space.entries) == length + 1

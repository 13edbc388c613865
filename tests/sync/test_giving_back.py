"""A restored server is given back what it lacks, and nobody says that all is done before it is."""

import pytest

from sync import messages as m
from tests.sync.company import Company
from tests.sync.honest_relay import HonestRelay, Line, Space


class BusyRelay(HonestRelay):
    """It takes one PUSH and drops the next, again and again."""

    is_busy = False

    def _push(self, line: Line, space: Space, records: tuple[bytes, ...]) -> None:
        if self.is_busy:
            self._say(line, m.Err("RATE", 100))
        else:
            super()._push(line, space, records)
        self.is_busy = not self.is_busy


@pytest.fixture
def company(request: pytest.FixtureRequest) -> Company:
    return Company(request.node.name, BusyRelay())


def goes_on(company: Company) -> None:
    company.relay.run()
    for _ in range(20):
        for line in list(company.relay.lines):
            if line.device.refusal is not None:
                company.does(line.device, line.device.resume())


def test_it_is_not_over_before_the_server_has_what_it_lacked_of_others(company: Company) -> None:
    phone, desk = company.by_card(company.owner_card), company.joins(company.tablet, (1,))
    for number in range(210):
        company.says(desk, f"{number}", 1, runs=False)
    company.says(company.tablet, "one more", 0, runs=False)
    goes_on(company)
    for device in (company.tablet, phone, desk):
        company.parts(device)
    written, company.space.records = company.space.records, []
    company.relay.incarnation = company.draw(8)
    line = company.relay.connect(phone)
    while not phone.is_settled:
        if phone.refusal is not None:
            company.does(phone, phone.resume(), runs=False)
        company.relay.deliver(line, phone.receive(line.inbox.popleft()))
    assert sorted(company.space.records) == sorted(written)


def test_what_the_server_will_not_take_of_one_device_keeps_nobody_waiting(company: Company) -> None:
    phone, desk = company.by_card(company.owner_card), company.joins(company.tablet, (1,))
    for word, device, by in (("one", desk, 1), ("two", desk, 1), ("three", company.tablet, 0)):
        company.says(device, word, by)
        goes_on(company)
    for device in (company.tablet, phone, desk):
        company.parts(device)
    company.space.records.clear()
    company.relay.incarnation = company.draw(8)
    phone.replica.log.held[desk.replica.keys.id].pop(0)  # so that no server takes the rest
    company.meets(phone)
    goes_on(company)
    assert phone.is_settled
    assert len(company.space.records) == 1


def test_a_server_that_has_lost_the_whole_space_is_given_it_by_who_was_there_first(company: Company) -> None:
    phone, tablet = company.by_card(company.owner_card), company.tablet
    company.says(phone, "before", 0)
    goes_on(company)
    for device in (tablet, phone):
        company.parts(device)
    company.relay.spaces.clear()
    company.relay.incarnation = company.draw(8)
    for device in (tablet, phone):
        company.meets(device)
        goes_on(company)
        assert device.is_settled
    assert company.reads(company.by_card(company.owner_card)) == {"before"}

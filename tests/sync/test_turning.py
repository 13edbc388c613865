"""A shared tablet is turned into one person's while it holds words of either hand that it has not sent."""

import pytest

from sync.envelope import By
from sync.membership import replay
from tests.sync.company import Company


@pytest.fixture
def company(request: pytest.FixtureRequest) -> Company:
    return Company(request.node.name)


def test_words_of_a_hand_that_is_given_up_are_said_also_behind_those_of_the_one_that_stays(company: Company) -> None:
    """Seed 5229: on a branch that is taken over the tablet is the owner's alone. Its own words named that entry, and
    behind them what both had said could never be; all that rested on it would have waited for ever.
    """
    tablet, phone = company.tablet, company.by_card(company.owner_card)
    length = len(company.space.entries)
    company.does(phone, phone.rotate())
    company.parts(phone)
    company.parts(tablet)
    said: tuple[tuple[str, By], ...] = (("first", 0), ("by both", "both"), ("by Jo", 1), ("last", 0))
    for key, by in said:
        company.says(tablet, key, by)
    del company.space.entries[length:]
    company.space.state = replay(company.space.entries)
    company.relay.incarnation = b"restored"
    late = company.by_card(company.owner_card)
    company.does(late, late.turn(0, (0,)))
    company.meets(tablet)
    company.says(tablet, "as the owner's own", 0)
    assert tablet.replica.me is not None
    assert tablet.replica.me.members == (0,)
    assert tablet.replica.unsaid == []
    assert tablet.is_settled
    assert company.reads(late) == {"first", "by both", "by Jo", "last", "as the owner's own"}
    assert company.reads(tablet) == company.reads(late)


def test_a_tablet_that_goes_on_under_other_keys_is_turned_once_it_has_said_anew_what_it_had(company: Company) -> None:
    """Seed 11361: it was turned first, and the one that it went on as never had the hands that it had to write in."""
    tablet = company.tablet
    phone, desk, length = company.with_desk()
    company.parts(desk)
    company.says(tablet, "to be given back", 0)
    company.does(phone, phone.rotate())
    company.says(tablet, "had by a server that has lost it", 0)
    company.parts(tablet)
    company.says(tablet, "not sent", "both")
    company.goes_back(length)
    del company.space.records[1:]
    company.meets(desk)
    company.does(desk, desk.rotate())
    company.does(tablet, tablet.turn(0, (1,)))
    company.meets(tablet)
    company.says(tablet, "as Jo's own", 1)
    me = tablet.replica.me
    assert me is not None
    assert (me.members, me.replaces) == ((1,), 0)
    assert tablet.replica.unsaid == []
    assert tablet.is_settled
    said = {"before", "to be given back", "had by a server that has lost it", "not sent", "as Jo's own"}
    assert company.reads(desk) == said
    assert not desk.replica.log.is_waiting

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

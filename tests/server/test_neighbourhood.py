"""Limits for an address: callers are told apart behind a proxy, and of IPv6 a household is counted once."""

from collections.abc import Iterator
from contextlib import ExitStack

import pytest
from websockets.exceptions import InvalidStatus

from server.neighbourhood import neighbourhood
from tests.relay_process import RelayProcess, relay_process
from tests.server.talking import Conversation


@pytest.fixture(scope="module")
def relay() -> Iterator[RelayProcess]:
    """Behind a proxy, with one socket for each address."""
    with relay_process({"KITH_PROXIES": "1", "KITH_LIMITS": '{"sockets_per_address": 1}'}) as running:
        yield running


def test_behind_a_proxy_the_callers_are_told_apart(relay: RelayProcess) -> None:
    with ExitStack() as stack:
        stack.enter_context(Conversation(relay, forwarded_for="10.0.0.1"))
        stack.enter_context(Conversation(relay, forwarded_for="10.0.0.2"))
        with pytest.raises(InvalidStatus):  # what the caller wrote before it counts for nothing
            Conversation(relay, forwarded_for="10.9.9.9, 10.0.0.1")


def test_a_household_has_one_limit_whichever_of_its_ipv6_addresses_it_takes(relay: RelayProcess) -> None:
    with ExitStack() as stack:
        for address in ("2001:db8:0:1::1", "2001:db8:0:2::1", "::ffff:192.0.2.1", "::ffff:192.0.2.2"):
            stack.enter_context(Conversation(relay, forwarded_for=address))
        for again in ("2001:db8:0:1:ffff::2", "2001:DB8:0:2::", "192.0.2.1", "::ffff:c000:202"):
            with pytest.raises(InvalidStatus) as refused:
                Conversation(relay, forwarded_for=again)
            assert refused.value.response.status_code == 429


def test_an_interface_counts_for_nothing_and_what_is_no_address_stays_as_it_is() -> None:
    assert neighbourhood("fe80::1:2:3:4%eth0") == "fe80::"
    assert [neighbourhood(text) for text in ("", "unknown")] == ["", "unknown"]

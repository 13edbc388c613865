"""Limits for an address: one household has many IPv6 addresses, and is counted once."""

from contextlib import ExitStack

import pytest
from websockets.exceptions import InvalidStatus

from server.neighbourhood import neighbourhood
from tests.relay_process import relay_process
from tests.server.talking import Conversation


def test_a_household_has_one_limit_whichever_of_its_ipv6_addresses_it_takes() -> None:
    settings = {"KITH_PROXIES": "1", "KITH_LIMITS": '{"sockets_per_address": 1}'}
    with relay_process(settings) as relay, ExitStack() as stack:
        for address in ("2001:db8:0:1::1", "2001:db8:0:2::1", "::ffff:192.0.2.1", "::ffff:192.0.2.2"):
            stack.enter_context(Conversation(relay, forwarded_for=address))
        for again in ("2001:db8:0:1:ffff::2", "2001:DB8:0:2::", "192.0.2.1", "::ffff:c000:202"):
            with pytest.raises(InvalidStatus) as refused:
                Conversation(relay, forwarded_for=again)
            assert refused.value.response.status_code == 429


def test_an_interface_counts_for_nothing_and_what_is_no_address_stays_as_it_is() -> None:
    assert neighbourhood("fe80::1:2:3:4%eth0") == "fe80::"
    assert [neighbourhood(text) for text in ("", "unknown")] == ["", "unknown"]

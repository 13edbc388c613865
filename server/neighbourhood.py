"""Whom a limit for an address counts as one: an IPv4 address, or all the IPv6 addresses that one household has."""

from ipaddress import IPv6Address, ip_address
from typing import Final

_CHOSEN_BITS: Final = 64  # of an IPv6 address, which its holder picks, and anew for every connection if they like


def neighbourhood(address: str) -> str:
    """The IPv4 address, also where IPv6 has it mapped, or the /64 of an IPv6 one. What is no address stays as it is."""
    try:
        found = ip_address(address)
    except ValueError:
        return address
    if isinstance(found, IPv6Address):
        return str(found.ipv4_mapped or IPv6Address(int(found) >> _CHOSEN_BITS << _CHOSEN_BITS))
    return str(found)

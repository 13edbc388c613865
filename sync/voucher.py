"""A device's word, in a request to join somebody's own space, that it is kept by the same person (P15).

It is signed with the key that the device has in the pair's space, so the pair's control chain says whose device it is.
Vectors: vectors/vouchers.json.
"""

from dataclasses import dataclass

from sync.encoding import decode, encode, tagged
from sync.errors import Damaged, Malformed
from sync.keys import DeviceKeys, verify
from sync.membership import Membership
from sync.rights import OWNER, Device
from sync.shape import array, octets


@dataclass(frozen=True, slots=True)
class Asking:
    """What the request is for, and the keys that it asks for: a voucher is good for these alone."""

    space: bytes
    invite: bytes
    ed: bytes
    x: bytes


def keeper(members: tuple[int, ...]) -> int | None:
    """Whose unlock opens a device that lists these: of one that the owner shares with another, the other."""
    others = [member for member in members if member != OWNER]
    if len(others) > 1 or not members:
        return None
    return others[0] if others else OWNER


def vouch(pair: bytes, device: DeviceKeys, asking: Asking) -> str:
    """What stands in the place of a name in the request of this device of the pair."""
    return encode((device.id, device.signing.sign(_message(pair, device.id, asking)))).hex()


def check_voucher(text: str, pair: Membership, mine: Device, asking: Asking) -> Device:
    """The device of the pair that vouches. Raises Damaged.

    REQUEST_BAD for what is no voucher for this request by one that belongs to the pair now; NOT_ALLOWED where it and
    `mine`, the device that is asked, are not kept by the same person.
    """
    device_id, signature = _read(text)
    device = pair.device(device_id)
    if device is None or device.paper or not device.is_active:
        raise Damaged("REQUEST_BAD")
    if not verify(device.ed, _message(pair.space, device_id, asking), signature):
        raise Damaged("REQUEST_BAD")
    if keeper(device.members) is None or keeper(device.members) != keeper(mine.members):
        raise Damaged("NOT_ALLOWED")
    return device


def _read(text: str) -> tuple[bytes, bytes]:
    try:
        raw = bytes.fromhex(text)
        parts = array(decode(raw), 2)
        device_id, signature = octets(parts[0], 16), octets(parts[1], 64)
    except (Malformed, ValueError) as error:
        raise Damaged("REQUEST_BAD") from error
    if raw.hex() != text:
        raise Damaged("REQUEST_BAD", "another way to write the same")
    return device_id, signature


def _message(pair: bytes, device: bytes, asking: Asking) -> bytes:
    return tagged("voucher", (pair, device, asking.space, asking.invite, asking.ed, asking.x))

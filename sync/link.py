"""Secrets in an address: `<address>/#<mark>.<base64url>`. What stands after # never leaves the browser."""

import binascii
from base64 import urlsafe_b64decode, urlsafe_b64encode

from sync.errors import Damaged, DamagedCode


def write(address: str, mark: str, secret: bytes) -> str:
    """The link; the address is an origin, with or without a slash at its end."""
    return f"{address.rstrip('/')}/#{mark}.{urlsafe_b64encode(secret).rstrip(b'=').decode('ascii')}"


def read(link: str, mark: str, size_bytes: int, code: DamagedCode) -> tuple[str, bytes]:
    """The address and the secret. Raises Damaged with `code` for anything that `write` never gives back."""
    address, found, encoded = link.strip().rpartition(f"/#{mark}.")
    try:
        secret = urlsafe_b64decode(encoded + "=" * (-len(encoded) % 4))
    except (binascii.Error, ValueError) as error:
        raise Damaged(code) from error
    if not found or not address or len(secret) != size_bytes or write(address, mark, secret) != link.strip():
        raise Damaged(code)
    return address, secret

"""An invitation, the request that answers it, and the words that two people compare.

Vectors: vectors/joining.json.
"""

from dataclasses import dataclass
from hashlib import sha256
from typing import Final

from sync import hpke, words
from sync import link as links
from sync.encoding import decode, encode, tagged
from sync.errors import Damaged, Malformed
from sync.keys import BoxKey, DeviceKeys, Randomness, SigningKey, hkdf, is_weak_ed, is_weak_x, verify
from sync.limits import LIMITS
from sync.shape import array, octets, whole

_MARK: Final = "j1"
OWN_MARK: Final = "o1"  # of a person's own space: for another device of theirs, and of no use at a door (P15)
_COMPARED_WORDS: Final = 4


@dataclass(frozen=True, slots=True)
class Invitation:
    """What only the inviter and the invited know: a secret, and the keys that follow from it."""

    secret: bytes
    sign: SigningKey
    box: BoxKey
    id: bytes

    @staticmethod
    def from_secret(secret: bytes) -> "Invitation":
        """The invitation with this secret of 32 bytes."""
        sign = SigningKey.from_seed(hkdf(secret, b"", tagged("invite", ("sign",))))
        box = BoxKey.from_seed(hkdf(secret, b"", tagged("invite", ("box",))))
        return Invitation(secret, sign, box, invite_id(sign.public, box.public))

    def link(self, address: str, space: bytes, ctl: bytes, mark: str = _MARK) -> str:
        """The link for a space, once the control chain holds the invitation in the entry `ctl` (16 bytes)."""
        return links.write(address, mark, space + ctl + self.secret)


@dataclass(frozen=True, slots=True)
class Link:
    """What a link says: where to go, which space it must be, which entry invites."""

    address: str
    space: bytes
    ctl: bytes
    invitation: Invitation


@dataclass(frozen=True, slots=True)
class JoinRequest:
    """A device that asks to be admitted, as it came."""

    space: bytes
    invite: bytes
    ctl: bytes
    ed: bytes
    x: bytes
    name_box: bytes
    ts: int
    header_bytes: bytes
    by_invite: bytes
    by_device: bytes
    raw: bytes


def invite_id(sign_public: bytes, box_public: bytes) -> bytes:
    """16 bytes that name an invitation."""
    return sha256(tagged("invite-id", (sign_public, box_public))).digest()[:16]


def from_link(text: str, mark: str = _MARK) -> Link:
    """What the link says. Raises Damaged LINK_BAD for one that is mistyped, cut short, or of the other sort."""
    address, secret = links.read(text, mark, 64, "LINK_BAD")
    return Link(address, secret[:16], secret[16:32], Invitation.from_secret(secret[32:]))


def build_request(invited: Link, device: DeviceKeys, name: str, ts: int, randomness: Randomness) -> bytes:
    """The request of this device. Raises Malformed for a name too long to send."""
    invitation = invited.invitation
    info = _name_info(invited.space, invitation.id)
    name_box = hpke.seal(name.encode("utf-8"), invitation.box.public, info, randomness)
    header = (1, invited.space, invitation.id, invited.ctl, device.signing.public, device.box.public, name_box, ts)
    header_bytes = encode(header)
    message = tagged("join", header_bytes)
    raw = encode((header_bytes, invitation.sign.sign(message), device.signing.sign(message)))
    return parse_request(raw).raw


def parse_request(raw: bytes) -> JoinRequest:
    """The request in these bytes, not yet verified. Raises Malformed."""
    if len(raw) > LIMITS.join_request_bytes:
        raise Malformed("a join request too large")
    parts = array(decode(raw), 3)
    header_bytes = octets(parts[0])
    version, space, invite, ctl, ed, x, name_box, ts = array(decode(header_bytes), 8)
    whole(version, 1, 1)
    if len(octets(name_box)) > LIMITS.name_box_bytes:
        raise Malformed("a name too long")
    return JoinRequest(
        space=octets(space, 16),
        invite=octets(invite, 16),
        ctl=octets(ctl, 16),
        ed=octets(ed, 32),
        x=octets(x, 32),
        name_box=octets(name_box),
        ts=whole(ts),
        header_bytes=header_bytes,
        by_invite=octets(parts[1], 64),
        by_device=octets(parts[2], 64),
        raw=raw,
    )


def check_request(request: JoinRequest, space: bytes, sign_public: bytes, ctl: bytes) -> None:
    """Whether the request answers the invitation with this key, made in this entry. Raises Damaged REQUEST_BAD."""
    message = tagged("join", request.header_bytes)
    answers = (
        request.space == space
        and request.ctl == ctl
        and not is_weak_ed(request.ed)
        and not is_weak_x(request.x)
        and verify(sign_public, message, request.by_invite)
        and verify(request.ed, message, request.by_device)
    )
    if not answers:
        raise Damaged("REQUEST_BAD")


def open_name(request: JoinRequest, invitation: Invitation) -> str:
    """The first name that the joiner gave. Raises Damaged REQUEST_BAD."""
    info = _name_info(request.space, request.invite)
    try:
        return hpke.unseal(request.name_box, invitation.box.private, info).decode("utf-8")
    except (Damaged, UnicodeDecodeError) as error:
        raise Damaged("REQUEST_BAD") from error


def request_hash(raw: bytes) -> bytes:
    """What DECLINE names."""
    return sha256(raw).digest()


def comparison_words(request: bytes, ctl: bytes) -> tuple[str, ...]:
    """Four words that both people read aloud: the same only if both hold this request and this control chain."""
    digest = sha256(tagged("compare", (request, ctl))).digest()
    loose_bits = 256 - _COMPARED_WORDS * words.WORD_BITS
    return words.from_bits(int.from_bytes(digest, "big") >> loose_bits, _COMPARED_WORDS)


def _name_info(space: bytes, invite: bytes) -> bytes:
    return tagged("join-name", (space, invite))

"""The answer to a CHALLENGE: a request to be let in, a space that is new to the server, or the proof of who this is."""

from sync.errors import Malformed
from sync.keys import DeviceKeys, auth_message
from sync.messages import Auth, Challenge, Create, Join
from sync.replica import Replica


def request_first(replica: Replica, *, has_asked: bool, is_lost: bool) -> Join | Create | None:
    """What comes before AUTH, if anything does. A server that has lost the space is given it by whoever comes first."""
    if replica.request is not None and replica.state is None and not has_asked:
        return Join(replica.request)
    begins = replica.me is not None and replica.me.ix == 0 and not replica.created
    if replica.state is not None and (begins or is_lost):
        return Create(replica.entries[0], None)
    return None


def prove(challenge: Challenge | None, space: bytes | None, identity: DeviceKeys, origin: str) -> Auth:
    """Raises Malformed when there was no challenge, or it is for no space."""
    if challenge is None or space is None:
        raise Malformed("a challenge for no space")
    message = auth_message(origin, space, identity.id, challenge.nonce)
    return Auth(space, identity.id, identity.signing.sign(message))

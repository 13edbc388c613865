"""The first words of a device, from HELLO to the ACK of its first record, over whatever carries them."""

from collections.abc import Callable
from typing import TypeVar

from sync import messages
from sync.messages import Ack, Challenge, Create, Created, Message, Push, Welcome
from tests.relay_process import RelayProcess
from tests.server.talking import start_space

M = TypeVar("M", bound=Message)


def say_first_words(relay: RelayProcess, ask: Callable[[bytes], bytes]) -> None:
    """A new space is made and written to. `ask` sends a message, and gives the next that comes."""

    def heard(message: Message, kind: type[M]) -> M:
        answer = messages.parse(ask(messages.to_bytes(message)))
        assert isinstance(answer, kind), answer
        return answer

    space, tablet = start_space()
    challenge = heard(*tablet.hello())
    assert isinstance(challenge, Challenge)
    assert heard(Create(space.genesis, None), Created) == Created(space.id)
    assert heard(tablet.auth(relay, challenge), Welcome).control_head == space.state.head
    assert heard(Push((tablet.record().raw,)), Ack).stored == ((tablet.id, 1, 1),)

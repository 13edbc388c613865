"""A conversation from HELLO to live records, over a real socket."""

from sync.messages import Ctl, CtlPull, Pull, Records
from tests.relay_process import RelayProcess
from tests.server.talking import push, start_space


def test_a_space_is_made_and_a_record_reaches_the_other_socket(relay: RelayProcess) -> None:
    space, tablet = start_space()
    first, welcome = tablet.connect(relay, creates=True)
    assert (welcome.control_length, welcome.control_head) == (1, space.state.head)
    assert (welcome.head_position, welcome.heads) == (0, ())
    second, _ = tablet.connect(relay)
    with first, second:
        assert second.ask(CtlPull(0), Ctl) == Ctl(0, (space.genesis,))
        assert second.ask(Pull(1), Records) == Records((), end=True)
        record = tablet.record()
        assert push(first, record).stored == ((tablet.id, 1, 1),)
        assert second.hear(Records) == Records(((1, record.raw),), end=True)

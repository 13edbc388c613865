"""The transport keeps RFC 6455 over a real socket, however the bytes are cut: conformance.py says what it promises."""

import pytest
from websockets.protocol import OPEN
from websockets.server import ServerProtocol

from server.frames import binary_frame
from server.incoming import Incoming
from tests.server import echo
from tests.server.conformance import GROUPS, MAX_BYTES, SMALL, verdict
from tests.server.raw_socket import Heard, close_frame, head_of, masked, raw, rest_of


def answer(port: int, pieces: list[bytes]) -> bytes:
    """All that the server says to a client that sends these, one at a time, and then waits for the end."""
    with raw(port) as client:
        assert head_of(client).startswith(b"HTTP/1.1 101")
        for piece in pieces:
            client.sendall(piece)
        return rest_of(client)


def test_the_echo_server_takes_as_much_as_the_cases_say() -> None:
    assert echo.MAX_BYTES == MAX_BYTES


@pytest.mark.parametrize("group", GROUPS)
def test_autobahn_s_groups_of_cases(port: int, group: str) -> None:
    found = {name: verdict(answer(port, [case.says + close_frame(1000)])) for name, case in GROUPS[group].items()}
    assert found == {name: (case.hears, case.code) for name, case in GROUPS[group].items()}


def test_the_same_byte_by_byte(port: int) -> None:
    for case in list(SMALL.values())[::10]:
        stream = case.says + close_frame(1000)
        pieces = [stream[at : at + 1] for at in range(len(stream))]
        assert verdict(answer(port, pieces)) == (case.hears, case.code), case


def test_the_same_before_the_upgrade_is_answered(port: int) -> None:
    found = {}
    for name, case in SMALL.items():
        with raw(port, case.says + close_frame(1000)) as client:
            assert head_of(client).startswith(b"HTTP/1.1 101")
            found[name] = verdict(rest_of(client))
    assert found == {name: (case.hears, case.code) for name, case in SMALL.items()}


@pytest.mark.parametrize("early", [1, 5, 8_000, 8_192, 65_536, 100_000])
def test_a_large_message_of_which_so_much_comes_before_the_answer(port: int, early: int) -> None:
    frame = masked(b"e" * 150_000) + close_frame(1000)
    with raw(port, frame[:early]) as client:
        head_of(client)
        client.sendall(frame[early:])
        assert verdict(rest_of(client)) == ((Heard(0x82, b"e" * 150_000),), 1000)


def test_cut_at_every_byte_it_means_the_same() -> None:
    """In two at each byte: beside the real sockets, where what is sent apart may arrive together."""
    for case in SMALL.values():
        stream = case.says + close_frame(1000)
        for cut in range(len(stream)):
            assert heard([stream[:cut], stream[cut:]]) == (case.hears, case.code), (case, cut)


def heard(pieces: list[bytes]) -> tuple[tuple[Heard, ...], int]:
    protocol = ServerProtocol(state=OPEN, max_size=MAX_BYTES)
    incoming, said = Incoming(protocol, MAX_BYTES), bytearray()
    for piece in pieces:
        for message in incoming.receive(piece):
            said += b"".join(protocol.data_to_send()) + binary_frame(message)
        said += b"".join(protocol.data_to_send())
    return verdict(bytes(said))

"""A server that is not to be trusted, on the port of the real one. The app itself is on the device already."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from os import urandom
from threading import Thread

from websockets.sync.server import ServerConnection, serve

from sync.card import CardKeys, CardSecret
from sync.control import genesis
from sync.entry import parse as parse_entry
from sync.keys import DeviceKeys
from sync.membership import begin
from sync.messages import Auth, Challenge, Ctl, CtlPull, Hello, Message, Welcome, parse, to_bytes

Answer = Callable[[bytes], list[bytes]]


@contextmanager
def evil_relay(port: int, answer: Answer) -> Iterator[list[bytes]]:
    """Answers each frame with what `answer` makes of it. Gives the list of all frames heard, which grows."""
    heard: list[bytes] = []

    def talk(socket: ServerConnection) -> None:
        for frame in socket:
            assert isinstance(frame, bytes)
            heard.append(frame)
            for said in answer(frame):
                socket.send(said)

    with serve(talk, "127.0.0.1", port, compression=None) as server:
        thread = Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield heard
        server.shutdown()
        thread.join()


def nonsense(_: bytes) -> list[bytes]:
    """Bytes that mean nothing."""
    return [urandom(48)]


def another_space(frame: bytes) -> list[bytes]:
    """Says at once that this device's space is another."""
    return _say(Challenge(urandom(32), urandom(16), int(time.time()))) if isinstance(parse(frame), Hello) else []


def space_of_its_own(card: str) -> Answer:
    """Offers whoever comes with this card a space that it made itself, and could therefore read (P1, P2).

    It knows the card's public keys, as every server does that has met the card; it does not know the card's secret.
    """
    keys = CardSecret.from_words(card).keys()
    known = CardKeys(keys.device, urandom(32))
    author = DeviceKeys.new(urandom)
    entry = genesis(author, (0, 1), 2, [(known, 0)], urandom(32), urandom(16), int(time.time()), urandom)
    state = begin(entry)

    def answer(frame: bytes) -> list[bytes]:
        message = parse(frame)
        if isinstance(message, Hello):
            return _say(Challenge(urandom(32), state.space, int(time.time())))
        if isinstance(message, Auth):
            return _say(Welcome(urandom(8), 1, parse_entry(entry).hash, 0, ()))
        return _say(Ctl(0, (entry,))) if isinstance(message, CtlPull) else []

    return answer


def _say(message: Message) -> list[bytes]:
    return [to_bytes(message)]

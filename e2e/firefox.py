"""Firefox, as Debian packages it and without a screen, told what to do over WebDriver BiDi."""

import json
import re
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from pydantic import JsonValue
from websockets.sync.client import ClientConnection, connect

from e2e.eventually import eventually

START: Final = re.compile(r"WebDriver BiDi listening on (ws://\S+)")
LIMIT_S: Final = 60


class Firefox:
    """One window with nothing kept in it."""

    def __init__(self, told: ClientConnection) -> None:
        self._told, self._count = told, 0
        self._does("session.new", capabilities={})
        (self._window,) = re.findall(r'"context": "([^"]+)"', json.dumps(self._does("browsingContext.getTree")))

    def opens(self, address: str) -> None:
        self._does("browsingContext.navigate", context=self._window, url=address, wait="complete")

    def says(self, script: str) -> str:
        """The text that an expression comes to, awaited if need be."""
        where: JsonValue = {"context": self._window}
        found = self._does("script.evaluate", expression=script, target=where, awaitPromise=True)
        match found.get("result"):
            case {"type": "string", "value": str(text)}:
                return text
        raise ValueError(f"no text but {found}")

    def ends(self) -> None:
        self._does("browser.close")

    def _does(self, method: str, **params: JsonValue) -> dict[str, JsonValue]:
        self._count += 1
        self._told.send(json.dumps({"id": self._count, "method": method, "params": params}))
        while True:
            match json.loads(self._told.recv(LIMIT_S)):
                case {"id": self._count, "result": dict(result)}:
                    return result
                case {"id": self._count, **failure}:
                    raise ValueError(f"{method}: {failure}")


@contextmanager
def firefox(profile: Path) -> Iterator[Firefox]:
    """A Firefox with this empty folder as its profile."""
    command = ["firefox-esr", "--headless", "--no-remote", "--profile", str(profile), "--remote-debugging-port", "0"]
    with (profile / "said").open("w") as said:
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=said)
    try:
        started = eventually(lambda: START.findall((profile / "said").read_text()), "Firefox to start", LIMIT_S)
        with connect(f"{started[0]}/session", max_size=None, ping_interval=None) as told:
            browser = Firefox(told)
            yield browser
            browser.ends()
        process.wait(LIMIT_S)
    finally:
        process.kill()
        process.wait()

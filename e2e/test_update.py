"""A newer Kith waits until somebody asks for it, and never takes a word with it."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest

from e2e.people import Person
from tests.relay_process import RelayProcess, free_port
from tests.sources import ROOT

OLDER: Final = "Kith is for two people who sit side by side."
NEWER: Final = "Kith is still for two people who sit side by side."
READY: Final = "A newer Kith is ready."
TAKES_OVER: Final = """async () => {
  const { waiting } = await navigator.serviceWorker.getRegistration()
  const answer = new Promise((done) => navigator.serviceWorker.addEventListener('message', ({ data }) =>
    data === 'taken over' && done(data)))
  navigator.serviceWorker.startMessages()
  waiting.postMessage('take over')
  return await answer
}"""


@pytest.fixture(scope="module")
def newer(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Another build, of sources in which one sentence is different."""
    folder = tmp_path_factory.mktemp("newer")
    shutil.copytree(ROOT / "sync", folder / "sync", ignore=shutil.ignore_patterns("__pycache__", "vectors"))
    webapp = folder / "webapp"
    shutil.copytree(ROOT / "webapp", webapp, ignore=shutil.ignore_patterns("node_modules", "__pycache__"))
    (webapp / "node_modules").symlink_to(ROOT / "webapp" / "node_modules")
    words = webapp / "src" / "words" / "doors.ts"
    assert OLDER in words.read_text()
    words.write_text(words.read_text().replace(OLDER, NEWER))
    vite = [str(webapp / "node_modules" / ".bin" / "vite"), "build", "--outDir", str(folder / "static")]
    subprocess.run(vite, cwd=webapp, check=True, capture_output=True, env=os.environ)
    return folder / "static"


@pytest.fixture
def served(tmp_path: Path) -> Path:
    """The folder that the server serves: at first what is built here."""
    return Path(shutil.copytree(ROOT / "server" / "static", tmp_path / "static"))


@pytest.fixture
def server(tmp_path: Path, served: Path) -> Iterator[RelayProcess]:
    port = free_port()
    settings = {"KITH_ORIGIN": f"http://kith.localhost:{port}", "KITH_STATIC": str(served)}
    relay = RelayProcess(tmp_path, port, settings)
    try:
        relay.start()
        yield relay
    finally:
        relay.end()


def brings_out(server: RelayProcess, newer: Path, served: Path) -> None:
    """Whoever runs the server replaces the app and starts the server again."""
    shutil.rmtree(served)
    shutil.copytree(newer, served)
    server.restart()


def looks_for_a_newer_one(person: Person) -> None:
    """What the app does by itself every hour."""
    person.page.evaluate("async () => (await navigator.serviceWorker.getRegistration()).update()")


def test_a_newer_one_waits_until_asked(server: RelayProcess, practitioner: Person, newer: Path, served: Path) -> None:
    practitioner.opens_kith()
    practitioner.checks_that_it_opens_with_no_signal()
    practitioner.starts_together()
    practitioner.adds("Ana", ring="close")
    brings_out(server, newer, served)

    # In the middle of a talk that is not kept yet: nothing may be reloaded.
    looks_for_a_newer_one(practitioner)
    practitioner.reads("A newer Kith is ready. Keep this first.")
    assert practitioner.page.get_by_role("button", name="Update now").count() == 0
    practitioner.presses("Later")
    practitioner.sees("Ana", ring="close")
    practitioner.keeps_it(None)
    practitioner.sees_saved()
    practitioner.plans("Ask Ana on Thursday")

    # Opened again: still the older one, until somebody asks.
    practitioner.device.closes()
    practitioner.opens_kith()
    practitioner.unlocks()
    practitioner.sees("Ana", ring="close")
    practitioner.reads(READY)
    practitioner.wishes("Have coffee with somebody")
    practitioner.sees_saved()
    practitioner.presses("Update now")
    practitioner.unlocks()
    practitioner.sees("Ana", ring="close")
    practitioner.sees_step("Ask Ana on Thursday")
    practitioner.sees_goal("Have coffee with somebody")
    practitioner.does_not_read(READY)
    practitioner.locks()
    practitioner.device.closes()


def test_a_newer_one_is_there_with_no_signal_once_asked_for(
    server: RelayProcess, practitioner: Person, newer: Path, served: Path
) -> None:
    practitioner.opens_kith()
    practitioner.checks_that_it_opens_with_no_signal()
    brings_out(server, newer, served)
    practitioner.opens_kith()
    practitioner.reads(OLDER)
    practitioner.reads(READY)
    practitioner.presses("Update now")
    practitioner.reads(NEWER)
    practitioner.device.closes()
    server.kill()
    practitioner.opens_kith()
    practitioner.reads(NEWER)


def test_a_page_of_the_older_one_still_finds_its_parts(
    server: RelayProcess, practitioner: Person, newer: Path, served: Path
) -> None:
    practitioner.opens_kith()
    practitioner.checks_that_it_opens_with_no_signal()
    practitioner.starts_together()
    practitioner.adds("Ana", ring="close")
    brings_out(server, newer, served)
    looks_for_a_newer_one(practitioner)
    practitioner.reads("A newer Kith is ready. Keep this first.")

    # Somebody takes the newer one in another tab; the sheet of a person has not been needed in this one yet.
    this = practitioner.page
    assert practitioner.device.opens_another_tab().evaluate(TAKES_OVER) == "taken over"
    practitioner.device.turns_to(this)
    server.kill()
    practitioner.looks_at("Ana")

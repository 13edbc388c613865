"""The stage and the cast: a server of its own for each story, devices, and the two people."""

from collections.abc import Generator, Iterator
from os import urandom
from pathlib import Path

import pytest
from playwright.sync_api import Playwright, sync_playwright

from e2e.device import PHONE, SHELL, TABLET, Device, Screen
from e2e.people import Person
from sync.card import CardSecret
from tests.relay_process import RelayProcess, free_port


class Devices:
    """Makes devices that have never seen Kith, each with a profile of its own."""

    def __init__(self, playwright: Playwright, address: str, folder: Path, browser: str) -> None:
        self.made: list[Device] = []
        self._playwright, self._address, self._folder, self._browser = playwright, address, folder, browser

    def new(self, screen: Screen) -> Device:
        profile = self._folder / f"profile-{len(self.made)}"
        device = Device(self._playwright, self._address, profile, screen, self._browser)
        self.made.append(device)
        return device


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    """Drives Debian's browsers; none of its own is fetched."""
    with sync_playwright() as running:
        yield running


@pytest.fixture
def limits() -> str:
    """KITH_LIMITS of this story's server. Stories type faster than people."""
    return '{"records_per_min": 100000, "records_burst": 100000, "spaces_per_address_per_hour": 1000}'


@pytest.fixture
def host() -> str:
    """Stands for an address that another phone could follow; browsers find it on this machine."""
    return "kith.localhost"


@pytest.fixture
def server(tmp_path: Path, host: str, limits: str) -> Iterator[RelayProcess]:
    """`kith serve`. `kill()` closes its port, `start()` opens it again."""
    port = free_port()
    origin = f"http://{host}:{port}"
    relay = RelayProcess(tmp_path, port, {"KITH_ORIGIN": origin, "KITH_LIMITS": limits})
    try:
        relay.start()
        yield relay
    finally:
        relay.end()


@pytest.fixture
def browser() -> str:
    """What this story's devices run. Where a profile is searched, it is `CHROMIUM`: its windows remember things too."""
    return SHELL


@pytest.fixture
def devices(playwright: Playwright, server: RelayProcess, tmp_path: Path, browser: str) -> Iterator[Devices]:
    """New devices for this story. Each must end without an uncaught error or refused content."""
    devices = Devices(playwright, server.origin, tmp_path, browser)
    yield devices
    for device in devices.made:
        device.closes()
    assert [complaint for device in devices.made for complaint in device.complaints] == []


@pytest.fixture
def practitioner(devices: Devices) -> Person:
    """Jo, with a tablet."""
    return Person("Jo", devices.new(TABLET))


@pytest.fixture
def service_user(devices: Devices) -> Person:
    """Sam, with a small old phone."""
    return Person("Sam", devices.new(PHONE))


@pytest.fixture
def card() -> str:
    """The twelve words of a key card that was printed beforehand."""
    return " ".join(CardSecret.new(urandom).words())


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """A story that fails says what stood on each screen."""
    report = yield
    devices = item.funcargs.get("devices") if isinstance(item, pytest.Function) else None
    if report.when == "call" and report.failed and isinstance(devices, Devices):
        for at, device in enumerate(devices.made):
            report.sections.append((f"screen of device {at}", device.describes()))
    return report

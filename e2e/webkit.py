"""WebKit, the nearest thing to an iPad on Debian: MiniBrowser, driven by WebKitWebDriver and Selenium, under Xvfb."""

import os
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from selenium.common.exceptions import StaleElementReferenceException, WebDriverException
from selenium.webdriver import Keys, Remote
from selenium.webdriver.common.by import By
from selenium.webdriver.remote.client_config import ClientConfig
from selenium.webdriver.remote.remote_connection import RemoteConnection
from selenium.webdriver.remote.webelement import WebElement
from selenium.webdriver.webkitgtk.options import Options
from selenium.webdriver.webkitgtk.service import Service

from e2e.eventually import eventually
from tests.relay_process import free_port

DRIVER: Final = "/usr/bin/WebKitWebDriver"
BROWSERS: Final = "*/webkit2gtk-4.*/MiniBrowser"
WHERE: Final = "return JSON.stringify(arguments[0].getBoundingClientRect())"
LIMIT_S: Final = 150  # Argon2 is interpreted until WebKit has compiled it, and the machine may be busy


class WebKitTablet:
    """One browser with nothing kept in it. What it shows is found by the names that a screen reader says."""

    def __init__(self, driver: Remote) -> None:
        self._driver = driver

    def opens(self, address: str) -> None:
        self._driver.get(address)

    def presses(self, name: str) -> None:
        """The button with this name."""
        said = f'normalize-space(.)="{name}" or @aria-label="{name}"'
        self._acts(f"//*[self::button or @role='button'][{said}]", name, _press)

    def pastes_in(self, label: str, text: str) -> None:
        """Fills the field with this label."""

        def fill(field: WebElement) -> bool:
            if field.get_property("value") == text:
                return True
            field.clear()
            field.send_keys(text)
            return False  # looked at once more: a heading may have taken the focus meanwhile

        self._acts(f'//*[@id=//label[normalize-space(.)="{label}"]/@for]', label, fill)

    def writes_in(self, label: str, text: str) -> None:
        """Fills the field with this label, then presses Enter."""
        self.pastes_in(label, text)
        self._driver.switch_to.active_element.send_keys(Keys.ENTER)

    def chooses(self, label: str) -> None:
        """The radio button or the tick with this label."""
        self._acts(f'//label[contains(normalize-space(.), "{label}")]', label, _press)

    def reads(self, text: str) -> None:
        """These words are in sight."""
        self._acts(f'//*[contains(normalize-space(.), "{text}")][not(*[contains(., "{text}")])]', text, _look)

    def sees_on_the_map(self, name: str) -> None:
        """The person's mark, on a ring or in the tray."""
        said = f'starts-with(@aria-label, "{name}, ") or contains(normalize-space(.), "{name}, ")'
        self._acts(f"//*[self::button or @role='button'][{said}]", name, _look)

    def asks(self, script: str) -> object:
        """What a script on the page answers, awaited."""
        answer: object = self._driver.execute_async_script(f"const tell = arguments[0]; ({script}).then(tell, tell)")
        return answer

    def _acts(self, path: str, what: str, act: Callable[[WebElement], bool]) -> None:
        """Acts once the first that is in sight stands still: a press beside it would be lost."""
        stood: list[object] = []

        def attempt() -> bool:
            for found in self._driver.find_elements(By.XPATH, path):
                try:
                    if found.is_displayed():
                        stood.append(self._driver.execute_script(WHERE, found))
                        return stood[-2:-1] == stood[-1:] and act(found)
                except (StaleElementReferenceException, WebDriverException):  # drawn anew, or something lies above it
                    continue
            return False

        try:
            eventually(attempt, f"{what!r} in WebKit", LIMIT_S)
        except AssertionError as late:
            late.add_note(self._driver.find_element(By.TAG_NAME, "body").text)
            raise


def _press(found: WebElement) -> bool:
    found.click()
    return True


def _look(_: WebElement) -> bool:
    return True


@contextmanager
def display() -> Iterator[str]:
    """A screen that nobody sees; its X11 name."""
    command = ["Xvfb", "-displayfd", "1", "-screen", "0", "1280x900x24", "-nolisten", "tcp"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as server:
        assert server.stdout is not None
        try:
            yield f":{server.stdout.readline().decode().strip()}"
        finally:
            server.terminate()


@contextmanager
def webkit(screen: str) -> Iterator[WebKitTablet]:
    """A browser on a screen, ended afterwards."""
    options = Options()
    options.binary_location = str(next(Path("/usr/lib").glob(BROWSERS)))
    options.add_argument("--automation")
    # Its sandbox needs rights that a container's root does not have; nothing but our own page is opened.
    environment = {**os.environ, "DISPLAY": screen, "WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS": "1"}
    service = Service(DRIVER, port=free_port(), env=environment)
    service.start()
    try:
        driver = Remote(RemoteConnection(client_config=ClientConfig(service.service_url)), options=options)
        try:
            driver.set_script_timeout(LIMIT_S)
            yield WebKitTablet(driver)
        finally:
            driver.quit()
    finally:
        service.stop()

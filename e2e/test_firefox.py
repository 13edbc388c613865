"""Firefox talks to the relay from a page of its own, as Chromium and WebKit do in every other story."""

from pathlib import Path

from e2e.firefox import firefox
from tests.relay_process import relay_process
from tests.server.first_words import say_first_words

TALK = """
  const socket = new WebSocket(location.origin.replace('http', 'ws') + '/sync')
  socket.binaryType = 'arraybuffer'
  const opened = new Promise((resolve) => socket.addEventListener('open', resolve))
  const closed = new Promise((resolve) => socket.addEventListener('close', resolve))
  async function ask(hex) {
    await opened
    socket.send(Uint8Array.from(hex.match(/../g), (byte) => parseInt(byte, 16)))
    const { data } = await new Promise((resolve) => socket.addEventListener('message', resolve, { once: true }))
    return Array.from(new Uint8Array(data), (byte) => byte.toString(16).padStart(2, '0')).join('')
  }
  async function close() {
    socket.close(1000)
    const { code, wasClean } = await closed
    return `${code} ${wasClean}`
  }
  'ready'
"""


def test_firefox_says_its_first_words_and_closes(tmp_path: Path) -> None:
    with relay_process() as relay, firefox(tmp_path) as browser:
        browser.opens(f"{relay.origin}/healthz")
        assert browser.says(TALK) == "ready"
        say_first_words(relay, lambda message: bytes.fromhex(browser.says(f"ask('{message.hex()}')")))
        assert browser.says("close()") == "1000 true"

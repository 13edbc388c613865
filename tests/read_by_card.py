"""What the headless device reads where a card opens: `python -m tests.read_by_card <address> <words>`, as JSON.

The browser's tests hold it against their own snapshot.
"""

import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from server.client import Client
from sync.card import CardSecret


def main() -> int:
    address, words = sys.argv[1:]
    with TemporaryDirectory(prefix="kith-card-") as folder:
        client = Client.open_card(Path(folder, "device"), address, CardSecret.from_words(words))
        client.sync()
        print(client.document().model_dump_json(by_alias=True))
        client.close()
    return 1 if client.device.alarms or client.device.replica.log.aside else 0


if __name__ == "__main__":
    sys.exit(main())

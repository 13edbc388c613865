"""`kith verify` finds a single byte that a server hands out differently, and a page with a looser policy."""

import json
import shutil
from pathlib import Path

from server.verifying import differences
from tests.relay_process import relay_process
from tests.server.test_backup_of_server import kith
from tests.sources import ROOT

BUILT = ROOT / "server" / "static"


def test_this_build_is_recognised() -> None:
    with relay_process() as relay:
        told = kith("verify", f"http://localhost:{relay.port}")
    assert (told.returncode, told.stderr) == (0, "")
    assert "every file of it" in told.stdout


def test_one_other_byte_and_one_missing_file_are_found(tmp_path: Path) -> None:
    other = shutil.copytree(BUILT, tmp_path / "static")
    names = sorted(json.loads((BUILT / "manifest.json").read_text())["files"])
    script = next(name for name in names if name.endswith(".js"))
    (other / script).write_bytes((other / script).read_bytes() + b" ")
    (other / "icon.svg").unlink()
    with relay_process({"KITH_STATIC": str(other)}) as relay:
        found = list(differences(f"http://localhost:{relay.port}", BUILT / "manifest.json"))
    assert found == sorted([f"/{script} is not the one of this build", "/icon.svg is not there (404)"])


def test_a_server_that_is_not_there_is_said_plainly() -> None:
    for address in ("http://localhost:1", "localhost", "ftp://localhost"):
        told = kith("verify", address)
        assert told.returncode == 1
        assert "cannot be compared" in told.stdout
        assert "Traceback" not in told.stderr


def test_an_address_that_leads_elsewhere_is_said_once() -> None:
    with relay_process() as relay:
        told = kith("verify", f"http://127.0.0.1:{relay.port}")
    assert told.returncode == 1
    assert told.stdout.count("\n") == 1
    assert f"leads on to http://localhost:{relay.port}/, so give that address" in told.stdout

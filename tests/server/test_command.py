"""The command `kith serve`: its settings, what it says at start, and how it fails."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from pydantic import ValidationError

from server.cli import greeting
from server.config import Settings, from_environment
from server.database import NAME
from sync.limits import LIMITS
from tests.relay_process import relay_process
from tests.sources import ROOT


def serve(*arguments: str, **settings: str) -> subprocess.CompletedProcess[str]:
    environment = {name: value for name, value in os.environ.items() if not name.startswith("KITH_")}
    return subprocess.run(
        [sys.executable, "-m", "server", "serve", *arguments],
        cwd=ROOT,
        env={**environment, **settings},
        capture_output=True,
        text=True,
        timeout=30,
        check=False,
    )


def test_settings_come_from_the_environment_and_have_defaults() -> None:
    settings = from_environment({})
    assert (settings.host, settings.port, settings.data) == ("127.0.0.1", 8000, Path("data"))
    assert settings.public_origin == "http://localhost:8000"
    settings = from_environment({"KITH_PORT": "9001", "KITH_ORIGIN": "https://Kith.example.org", "KITH_LOG": ""})
    assert settings.public_origin == "https://kith.example.org"
    assert settings.log == "info"


def test_limits_can_be_replaced_one_by_one() -> None:
    settings = from_environment({"KITH_LIMITS": '{"record_bytes": 5}'})
    assert settings.limits.record_bytes == 5
    assert settings.limits.push_bytes == LIMITS.push_bytes


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("KITH_PORT", "eight"),
        ("KITH_PORT", "0"),
        ("KITH_ORIGIN", "https://kith.example.org/"),
        ("KITH_ORIGIN", "kith.example.org"),
        ("KITH_ORIGIN", "ftp://kith.example.org"),
        ("KITH_LIMITS", '{"people_per_minute": 1}'),
        ("KITH_LIMITS", "[]"),
        ("KITH_LIMITS", '{"record_bytes": "5"}'),
        ("KITH_LOG", "loud"),
    ],
)
def test_a_setting_that_makes_no_sense_is_refused_by_its_name(name: str, value: str) -> None:
    with pytest.raises(ValidationError):
        from_environment({name: value})
    failed = serve(**{name: value})
    assert failed.returncode == 2
    assert name in failed.stderr
    assert "Traceback" not in failed.stderr


def test_each_setting_has_its_reason() -> None:
    assert [name for name, field in Settings.model_fields.items() if not field.description] == []


def test_where_to_point_the_browser_and_what_will_not_work_there() -> None:
    local = " ".join(greeting(Settings(port=8123)))
    assert "http://localhost:8123" in local
    assert "TLS proxy" in local
    lan = " ".join(greeting(Settings(host="0.0.0.0", origin="http://192.168.1.20:8000")))
    assert "cannot work" in lan
    assert greeting(Settings(origin="https://kith.example.org")) == ("Kith is at https://kith.example.org",)


def test_a_taken_port_is_said_plainly(tmp_path: Path) -> None:
    with relay_process() as relay:
        failed = serve("--port", str(relay.port), "--data", str(tmp_path))
    assert failed.returncode == 1
    assert re.search(r"cannot listen on 127\.0\.0\.1 port \d+: Address already in use", failed.stderr)
    assert "Traceback" not in failed.stderr


def test_a_folder_that_cannot_be_used_is_said_plainly(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    (tmp_path / "folder" / NAME).mkdir(parents=True)
    for name, why in (("file", "exists"), ("folder", "unable to open database file")):
        failed = serve("--port", "1", "--data", str(tmp_path / name))
        assert failed.returncode == 1
        assert why in failed.stderr
        assert "cannot listen" not in failed.stderr
        assert "Traceback" not in failed.stderr


def test_it_stops_cleanly_when_asked() -> None:
    with relay_process() as relay:
        assert relay.stop() == 0
        assert "server.stopped" in relay.log.read_text()
        assert "Traceback" not in relay.log.read_text()

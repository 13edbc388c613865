"""Settings: every environment variable, its default and its reason. README.md shows the same list."""

import json
from collections.abc import Mapping
from dataclasses import asdict, replace
from pathlib import Path
from typing import Final, Literal, Self
from urllib.parse import urlsplit

from pydantic import BaseModel, ConfigDict, Field, InstanceOf, field_validator

from sync.limits import LIMITS, Limits

_PREFIX: Final = "KITH_"
FILES_BESIDES: Final = 64  # that are open besides sockets and callers: the database, the log, what gevent needs
_LOOPBACK: Final = frozenset(("localhost", "127.0.0.1", "::1"))


class Settings(BaseModel):
    """One field a variable: KITH_ and the field's name in capitals."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    host: str = Field(default="127.0.0.1", description="the address to listen on; other machines reach 0.0.0.0")
    port: int = Field(default=8000, ge=1, le=65535, description="the port to listen on")
    data: Path = Field(default=Path("data"), description="the folder that holds the database")
    origin: str = Field(
        default="",
        description="scheme, host and port that browsers show; other sockets are refused, and devices sign it. "
        "Unset: http://localhost and the port",
    )
    create_token: str = Field(
        default="", description="when set, a new space needs this word: for a server that is not for everyone"
    )
    proxies: int = Field(
        default=0, ge=0, description="trusted reverse proxies in front: the limits for an address then see the caller's"
    )
    static: Path = Field(
        default=Path(__file__).with_name("static"), description="the built web app; another folder to try a build"
    )
    limits: InstanceOf[Limits] = Field(  # read below: a model of so many fields would cost each start 50 ms
        default=LIMITS, description='JSON that replaces some of sync/limits.json, for benches: {"records_per_min": 1}'
    )
    metrics: str = Field(
        default="", description="host and port of their own for /metrics, like 127.0.0.1:9464; nothing is told without"
    )
    log: Literal["debug", "info", "warning", "error"] = Field(
        default="info", description="the least of what is logged; debug adds a line for every push"
    )

    @field_validator("limits", mode="before")
    @classmethod
    def _read_limits(cls, value: object) -> object:
        if not isinstance(value, str):
            return value
        changes = json.loads(value)
        if not isinstance(changes, dict) or not changes.keys() <= asdict(LIMITS).keys():
            raise ValueError("limits are a JSON object with names of sync/limits.json")
        if any(type(number) is not int or number < 0 for number in changes.values()):
            raise ValueError("limits are whole numbers")
        return replace(LIMITS, **changes)

    @field_validator("metrics")
    @classmethod
    def _check_metrics(cls, value: str) -> str:
        host, _, port = value.rpartition(":")
        if value and not (host and port.isdecimal() and 0 < int(port) < 65_536):
            raise ValueError("an address is like 127.0.0.1:9464")
        return value

    @field_validator("origin")
    @classmethod
    def _check_origin(cls, value: str) -> str:
        parts = urlsplit(value)
        if value and (parts.scheme not in ("http", "https") or f"{parts.scheme}://{parts.netloc}" != value):
            raise ValueError("an origin is like https://kith.example.org: no path, no slash at its end")
        return value.lower()

    @property
    def public_origin(self) -> str:
        return self.origin or f"http://localhost:{self.port}"

    @property
    def metrics_address(self) -> tuple[str, int] | None:
        host, _, port = self.metrics.rpartition(":")
        return (host.strip("[]"), int(port)) if host else None

    def with_room_for(self, open_files: int) -> Self:
        """These settings, with no more sockets than this process may have files open, all else that it opens aside.

        No more than a quarter of the files are for who has not become a socket.
        """
        half_open = min(self.limits.half_open, open_files // 4)
        sockets = min(self.limits.sockets, max(1, open_files - half_open - FILES_BESIDES))
        return self.model_copy(update={"limits": replace(self.limits, half_open=half_open, sockets=sockets)})

    @property
    def is_local(self) -> bool:
        """Whether browsers find this server on their own machine, where plain http is safe enough for everything."""
        name = urlsplit(self.public_origin).hostname or ""
        return name in _LOOPBACK or name.endswith(".localhost")

    @property
    def is_usable_elsewhere(self) -> bool:
        """Whether a phone can use the app: browsers give cryptography and the offline store to https only."""
        return self.public_origin.startswith("https://")


def from_environment(environment: Mapping[str, str]) -> Settings:
    """Raises pydantic.ValidationError, which says what is wrong with which variable."""
    named = {name: environment.get(_PREFIX + name.upper()) for name in Settings.model_fields}
    return Settings.model_validate({name: value for name, value in named.items() if value})

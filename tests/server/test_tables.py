"""A file that an earlier Kith wrote opens with all that it holds; `schema_4.sql` is how version 4 was made."""

import os
import re
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Final

import pytest

from server import store, tables
from server.cli import main
from server.database import NAME
from server.soundness import StoreDamaged
from server.spaces import spaces
from server.store import Store
from sync.chain import Head
from tests.relay_process import RelayProcess
from tests.server.talking import push, start_space

VERSION_4: Final = Path(__file__).with_name("schema_4.sql").read_text("utf-8")


def test_a_file_of_the_first_version_opens_with_all_that_it_holds(own_relay: RelayProcess) -> None:
    own_relay.stop()
    own_relay.stored.unlink()
    write_first_version(own_relay.stored)
    own_relay.start()
    _, tablet = start_space()
    with tablet.connect(own_relay, creates=True)[0] as first:
        push(first, tablet.record())
    with closing(sqlite3.connect(own_relay.stored)) as connection:
        assert connection.execute("SELECT schema, incarnation FROM server").fetchone() == (tables.SCHEMA, b"8 bytes.")
        old = connection.execute("SELECT created, closed, is_erased, purged FROM space WHERE created = 7").fetchall()
    assert old == [(7, None, 0, None)]


def write_first_version(path: Path) -> None:
    """A database as the first Kith made it: what had come by version 4 is taken out of its tables."""
    begin = VERSION_4.index("  created INTEGER NOT NULL,\n  closed")
    end = VERSION_4.index(") STRICT, WITHOUT ROWID;\n\nCREATE TABLE control")
    first = VERSION_4[:begin] + "  created INTEGER NOT NULL\n" + VERSION_4[end:]
    first = re.sub(r"NOT NULL,\n  restored.*\n", "NOT NULL\n", first).replace("4, NULL)", "1)")
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript(first)
        connection.execute("UPDATE server SET incarnation = ?", (b"8 bytes.",))
        connection.execute("INSERT INTO space VALUES (?, 7)", (bytes(16),))
        connection.commit()


def test_a_file_of_version_4_keeps_every_row(tmp_path: Path) -> None:
    first, second, phone, card = (os.urandom(16) for _ in range(4))
    said = [(position, os.urandom(32), os.urandom(300)) for position in (1, 2, 3)]
    with closing(sqlite3.connect(tmp_path / NAME)) as old:
        old.executescript(VERSION_4)
        old.execute("INSERT INTO space VALUES (?, 7, 8, 0, NULL, 9)", (second,))
        old.execute("INSERT INTO space VALUES (?, 5, NULL, 0, NULL, 0)", (first,))
        old.execute("INSERT INTO control VALUES (?, 0, ?, 0, 5, ?)", (first, b"head", b"genesis"))
        old.executemany("INSERT INTO device VALUES (?, ?, 0, ?)", [(first, phone, 0), (first, card, 1)])
        for position, hash_, raw in said:
            row = (first, position, phone, position, hash_, 1 + position // 2, 0, 0, 300 * position, 6, raw)
            old.execute("INSERT INTO record VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", row)
        old.execute("INSERT INTO join_request VALUES (?, ?, ?, ?, 6, 0, ?)", (first, b"h", phone, b"i", b"request"))
        old.commit()
    opened = Store(tmp_path)
    with closing(opened.open_for_writing()) as stored:
        assert store.records(stored, first, 1, 10_000) == [(position, raw) for position, _, raw in said]
        assert store.snapshots(stored, first, 0, 10_000) == ([(3, said[2][2]), (2, said[1][2])], True)
        assert store.last_of_device(stored, first, phone) == (Head(3, said[2][1]), 0)
        assert store.last_of_space(stored, first) == (3, 900)
        assert store.entries(stored, first, 0) == [b"genesis"]
        assert store.space_of_card(stored, card) == first
        assert store.waiting_requests(stored, first, 0) == [b"request"]
        assert [(row.space, row.created, row.closed, row.records) for row in spaces(stored)] == [
            (first, 5, None, 3),
            (second, 7, 8, 0),
        ]
        assert stored.execute("PRAGMA foreign_key_check").fetchall() == []
        assert shape(stored) == shape_of_a_new_one()
    opened.close()


def test_a_record_whose_device_is_not_there_stops_the_step_and_nothing_changes(tmp_path: Path) -> None:
    path = tmp_path / NAME
    with closing(sqlite3.connect(path)) as old:
        old.executescript(VERSION_4)
        old.execute("INSERT INTO space VALUES (?, 5, NULL, 0, NULL, 0)", (bytes(16),))
        row = (bytes(16), 1, os.urandom(16), 1, os.urandom(32), 1, 0, 0, 300, 6, b"record")
        old.execute("INSERT INTO record VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", row)
        old.commit()
        before = list(old.iterdump())
    with pytest.raises(StoreDamaged):
        Store(tmp_path)
    with closing(sqlite3.connect(path)) as left:
        assert list(left.iterdump()) == before


@pytest.mark.parametrize("version", ["first", "4"])
def test_a_file_of_an_earlier_version_is_left_to_the_server(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], version: str
) -> None:
    if version == "first":
        write_first_version(tmp_path / NAME)
    else:
        with closing(sqlite3.connect(tmp_path / NAME)) as old:
            old.executescript(VERSION_4)
    commands = [["spaces", "--data", str(tmp_path)], ["purge", "--yes", "--data", str(tmp_path)]]
    assert [main(command) for command in commands] == [1, 1]
    said = capsys.readouterr()
    assert (said.out, said.err.count("start the server once")) == ("", 2)
    Store(tmp_path).close()
    assert [main(command) for command in commands] == [0, 0]


def shape(connection: sqlite3.Connection) -> dict[str, list[tuple[object, ...]]]:
    """Columns and references of every table, and what is indexed."""
    names = [str(name) for (name,) in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")]
    asked = ("table_info", "foreign_key_list", "index_list")
    return {f"{name} {ask}": connection.execute(f"PRAGMA {ask}({name})").fetchall() for name in names for ask in asked}


def shape_of_a_new_one() -> dict[str, list[tuple[object, ...]]]:
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.executescript((Path(tables.__file__).parent / "schema.sql").read_text("utf-8"))
        return shape(connection)

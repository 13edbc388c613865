"""The one thread that writes: groups, savepoints, lost commits, and the order of news."""

import sqlite3
import threading
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import gevent
import pytest

from server.hub import Hub
from server.store import Store, Writing
from server.writer import Writer
from sync.errors import Refused


@pytest.fixture
def rollbacks() -> list[None]:
    """One item for each transaction that was lost."""
    return []


@pytest.fixture
def writer(tmp_path: Path, rollbacks: list[None]) -> Iterator[Writer]:
    """A writer on a fresh store, with a table to write to."""
    store = Store(tmp_path)
    connection = store.open_for_writing()
    connection.execute("CREATE TABLE word (word TEXT PRIMARY KEY)")
    made = Writer(connection, lambda: rollbacks.append(None), Hub())
    yield made
    made.close()
    store.close()


class AddWord:
    """Adds a word; its answer is how many there are. Refuses "no", is mistaken about "bug", has no disk for "full"."""

    def __init__(self, word: str) -> None:
        self._word = word

    def __call__(self, connection: Writing) -> int:
        connection.execute("INSERT INTO word VALUES (?)", (self._word,))
        if self._word == "no":
            raise Refused("TOO_MANY")
        if self._word == "bug":
            raise ZeroDivisionError
        if self._word == "full":
            raise sqlite3.OperationalError
        return int(connection.execute("SELECT count(*) FROM word").fetchone()[0])


def held_up(writer: Writer) -> threading.Event:
    """Makes the writer wait inside a commit, so that what comes next is committed together; set the event to go on."""
    entered, go_on = threading.Event(), threading.Event()

    def wait(_: Writing) -> None:
        entered.set()
        go_on.wait(10)

    writer.submit(wait, lambda _: None, lambda _: None)
    entered.wait(10)
    return go_on


def words(writer: Writer) -> list[str]:
    return writer.write(lambda connection: [row[0] for row in connection.execute("SELECT word FROM word ORDER BY 1")])


def submit_all(writer: Writer, *all_words: str) -> list[int | str]:
    """What became of each, in the order in which the news came; all in one commit."""
    news: list[int | str] = []
    go_on = held_up(writer)
    for word in all_words:
        writer.submit(AddWord(word), news.append, lambda refusal: news.append(refusal.code))
    go_on.set()
    while len(news) < len(all_words):
        gevent.sleep(0.001)
    return news


def test_one_refusal_undoes_itself_alone(writer: Writer, rollbacks: list[None]) -> None:
    assert submit_all(writer, "one", "no", "two") == [1, "TOO_MANY", 2]
    assert words(writer) == ["one", "two"]
    assert rollbacks == []


def test_one_mistake_undoes_itself_alone_and_what_is_remembered_is_read_again(
    writer: Writer, rollbacks: list[None]
) -> None:
    assert submit_all(writer, "one", "bug", "one", "two") == [1, "INTERNAL", "INTERNAL", 2]
    assert words(writer) == ["one", "two"]
    assert len(rollbacks) == 2


def test_a_lost_commit_is_told_to_all_in_it_and_the_writer_lives_on(writer: Writer, rollbacks: list[None]) -> None:
    assert writer.write(AddWord("before")) == 1
    assert submit_all(writer, "one", "full", "two") == ["STORE_FAILED"] * 3
    assert len(rollbacks) == 1
    assert writer.write(AddWord("after")) == 2
    assert words(writer) == ["after", "before"]
    assert writer.is_alive


def test_a_full_store_is_told_and_room_again_is_enough(writer: Writer) -> None:
    pages = writer.write(lambda connection: int(connection.execute("PRAGMA page_count").fetchone()[0]))
    writer.write(lambda connection: connection.execute(f"PRAGMA max_page_count={pages}") and None)
    with pytest.raises(Refused, match="STORE_FAILED"):
        writer.write(AddWord("x" * 100_000))
    assert writer.write(AddWord("small")) == 1
    writer.write(lambda connection: connection.execute("PRAGMA max_page_count=1000000") and None)
    assert writer.write(AddWord("x" * 100_000)) == 2


def test_news_comes_in_the_order_of_the_commits(writer: Writer) -> None:
    assert submit_all(writer, *(f"{n:03}" for n in range(500))) == list(range(1, 501))


def test_the_log_is_emptied_after_something_was_deleted_once_nobody_reads_it(writer: Writer, tmp_path: Path) -> None:
    def delete(connection: Writing) -> None:
        connection.execute("DELETE FROM word")
        writer.clear_log()

    log = tmp_path / "kith.sqlite3-wal"
    writer.write(AddWord("a word that goes"))
    with closing(sqlite3.connect(tmp_path / "kith.sqlite3", isolation_level=None)) as reader:
        reader.execute("BEGIN")
        assert reader.execute("SELECT count(*) FROM word").fetchone() == (1,)
        writer.write(delete)
        assert writer.write(AddWord("another")) == 1
        assert b"a word that goes" in log.read_bytes()
        reader.execute("COMMIT")
    with gevent.Timeout(60):
        while b"a word that goes" in log.read_bytes():
            gevent.sleep(0.01)
    assert b"a word that goes" not in (tmp_path / "kith.sqlite3").read_bytes()


def make_table(connection: Writing) -> None:
    connection.execute("CREATE TABLE t (x)")


def test_closing_commits_what_is_queued(tmp_path: Path) -> None:
    store = Store(tmp_path)
    writer = Writer(store.open_for_writing(), lambda: None, Hub())
    news: list[None] = []
    writer.submit(make_table, news.append, lambda _: None)
    writer.close()
    assert news == [None]
    assert store.read(lambda connection: connection.execute("SELECT count(*) FROM t").fetchone()) == (0,)
    store.close()


def test_every_commit_is_synced_to_the_disk(tmp_path: Path) -> None:
    store = Store(tmp_path)
    connection = store.open_for_writing()
    assert connection.execute("PRAGMA synchronous").fetchone() == (2,)
    assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)
    connection.close()
    with pytest.raises(sqlite3.OperationalError, match="readonly"):
        store.read(lambda reading: reading.execute("DELETE FROM space"))
    store.close()

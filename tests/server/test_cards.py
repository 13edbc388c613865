"""`kith cards`: what is on the sheet opens, and the secrets are nowhere else."""

import argparse
import re
import stat
from html import unescape
from pathlib import Path

import pytest
import segno

from server import cards
from server.store import Store
from sync.card import CardSecret

ADDRESS = "https://kith.example.org"


@pytest.fixture(autouse=True)
def own_computer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder to work in, and no settings of Kith around."""
    monkeypatch.chdir(tmp_path)
    for name in ("KITH_ORIGIN", "KITH_DATA", "KITH_PORT"):
        monkeypatch.delenv(name, raising=False)
    return tmp_path


def run(*arguments: str) -> int:
    parser = argparse.ArgumentParser()
    cards.add_to(parser.add_subparsers())
    chosen = parser.parse_args(["cards", *arguments])
    status: int = chosen.run(chosen)
    return status


def words_on(sheet: str) -> list[str]:
    """The words of each card, as somebody would type them."""
    lists = re.findall(r"<ol>(.*?)</ol>", sheet)
    return [" ".join(re.findall(r"</span>(\w+)</li>", one)) for one in lists]


def test_every_card_on_the_sheet_is_another_and_opens(own_computer: Path) -> None:
    assert run("--count", "23", "--address", ADDRESS) == 0
    sheet = (own_computer / "cards.html").read_text()
    found = [CardSecret.from_words(typed) for typed in words_on(sheet)]
    assert len({card.secret for card in found}) == 23
    assert sheet.count('<section class="page">') == 3


def test_the_square_and_the_words_of_a_card_say_the_same() -> None:
    card = CardSecret(bytes(range(16)))
    sheet = cards.sheet([card], ADDRESS)
    drawn = segno.make(card.qr(ADDRESS), error="q", micro=False).svg_inline(omitsize=True, border=0)
    assert drawn in sheet
    assert words_on(sheet) == [" ".join(card.words())]
    assert re.findall(r"<li><span>(\d+)</span>", sheet) == [str(place) for place in range(1, 13)]


def test_a_card_says_how_to_use_it_and_not_what_it_is_for() -> None:
    sheet = cards.sheet([CardSecret(bytes(16))], ADDRESS)
    [said] = re.findall(r"<article.*</article>", sheet, re.DOTALL)
    told = unescape(re.sub(r"<[^>]+>", " ", re.sub(r"<ol>.*</ol>", "", said)))
    assert " ".join(told.split()) == (
        "Your way in Kith Open kith.example.org on a phone, tablet or computer. "
        "Show it this square, or type the words. We meet next:"
    )


def test_the_sheet_is_whole_in_itself() -> None:
    sheet = cards.sheet([CardSecret(bytes(16))], ADDRESS)
    assert not re.search(r"<script|<link|<img|url\(|@import|\bsrc=|\bhref=", sheet)


def test_only_its_owner_may_read_the_sheet(own_computer: Path) -> None:
    run("--address", ADDRESS)
    assert stat.S_IMODE((own_computer / "cards.html").stat().st_mode) == 0o600


def test_no_secret_is_anywhere_but_on_the_sheet(own_computer: Path, capfd: pytest.CaptureFixture[str]) -> None:
    run("--address", ADDRESS, "--out", "two.html", "--count", "2")
    assert [path.name for path in own_computer.rglob("*")] == ["two.html"]
    out, error = capfd.readouterr()
    assert error == ""
    assert str(own_computer / "two.html") in out
    assert "delete the file" in out
    for typed in words_on((own_computer / "two.html").read_text()):
        card = CardSecret.from_words(typed)
        assert typed not in out
        assert card.qr(ADDRESS) not in out
        assert card.secret.hex() not in out


def test_a_sheet_that_is_there_already_is_kept(own_computer: Path, capfd: pytest.CaptureFixture[str]) -> None:
    (own_computer / "cards.html").write_text("not printed yet")
    assert run("--address", ADDRESS) == 1
    assert (own_computer / "cards.html").read_text() == "not printed yet"
    assert "--out" in capfd.readouterr().err


def test_the_address_may_come_from_the_settings(own_computer: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KITH_ORIGIN", "https://together.example.org")
    assert run("--count", "1") == 0
    assert "<b>together.example.org</b>" in (own_computer / "cards.html").read_text()


@pytest.mark.parametrize("address", ["kith.example.org", "https://kith.example.org/app", "ftp://kith.example.org"])
def test_an_address_that_browsers_could_not_open_is_refused(own_computer: Path, address: str) -> None:
    assert run("--address", address) == 2
    assert list(own_computer.iterdir()) == []


def test_cards_for_one_machine_only_are_warned_of(capfd: pytest.CaptureFixture[str]) -> None:
    assert run("--count", "1") == 0
    assert "phones cannot use http://localhost:8000" in capfd.readouterr().err


def test_making_cards_on_the_server_is_warned_of(own_computer: Path, capfd: pytest.CaptureFixture[str]) -> None:
    Store(own_computer / "data").close()
    assert run("--address", ADDRESS) == 0
    assert "Make cards on your own computer, not on the server" in capfd.readouterr().err


@pytest.mark.parametrize("count", ["0", "-1", "201", "ten"])
def test_a_count_that_makes_no_sense_is_refused(count: str) -> None:
    with pytest.raises(SystemExit):
        run("--count", count)

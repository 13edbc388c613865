"""What I said I'd do: gathered from pair to pair on the tablet that the one who helps keeps, and nowhere else."""

import re
from pathlib import Path

from playwright.sync_api import expect

from e2e.beginnings import keep_together
from e2e.people import Person
from e2e.test_own_map import holds
from e2e.with_files import COPY_WORDS
from server.backup import read_backup
from server.export import as_json


def says_they_will(jo: Person, what: str, when: str | None = None) -> None:
    """A step of the open plan that is Jo's to do."""
    jo.plans(what)
    jo.decides(what, who="Jo", when=when)


def test_gathered_from_pair_to_pair_true_again_and_let_go_of(practitioner: Person, card: str, tmp_path: Path) -> None:
    jo = practitioner
    keep_together(jo, Person("Sam", jo.device), card)
    jo.arranges(jo.looks_when_we_meet(), "When do you meet next?", "Thursday at two")
    jo.closes_what_is_open()
    says_they_will(jo, "Ring the pool with Sam", when="Next time we meet")
    says_they_will(jo, "Send for the form")
    jo.plans("Pack a towel")
    jo.decides("Pack a towel", who="Sam")

    # With Sam's place open: what Jo will do, when the two meet, and no name.
    jo.looks_at_what_they_said()
    called = jo.rounds()
    expect(called).to_have_count(1)
    sams = called.inner_text()
    jo.reads("You meet: Thursday at two", within=jo.round(sams))
    jo.reads("Ring the pool with S.", within=jo.round(sams))
    jo.reads("Send for the form", within=jo.round(sams))
    expect(jo.round(sams).get_by_text("Pack a towel")).to_have_count(0)
    expect(jo.round(sams).get_by_text("Sam", exact=True)).to_have_count(0)
    jo.closes_what_is_open()

    # Another pair on the same tablet: both are gathered there, one of them by name, because Jo chose so.
    jo.sees_sent()
    jo.locks()
    jo.presses("Start something new")
    jo.calls_us(whose_map="Mo", who_helps="Jo")
    jo.keeps_it(None, new_unlock=False)
    says_they_will(jo, "Find a bus to the choir")
    page = jo.looks_at_what_they_said(again=True)
    expect(jo.rounds()).to_have_count(2)
    jo.reads("Ring the pool with S.", within=jo.round(sams))
    jo.touches(page.get_by_role("checkbox", name="Call it “Mo” here"))
    jo.reads("Find a bus to the choir", within=jo.round("Mo"))
    jo.chooses("By day", within=page)
    expect(jo.rounds()).to_have_text(["Next time we meet", "No day"])
    jo.reads(f"{sams}, Thursday at two", within=jo.round("Next time we meet"))
    jo.closes_what_is_open()

    # Nothing of Sam's is among what Jo and Mo share: in no record, and on no page of theirs.
    reading = read_backup(jo.takes_a_copy(tmp_path).read_bytes(), COPY_WORDS)
    assert "Find a bus to the choir" in as_json(reading)
    for words in ("Ring the pool", "Send for the form", "Thursday at two"):
        assert words not in as_json(reading)
        assert not holds(reading, words)
        assert words not in jo.page.content()

    # Back with Sam, after the lock: what is done is gone from the page, and what was Mo's stays till that is opened.
    jo.sees_sent()
    jo.locks()
    jo.unlocks()
    jo.opens_the_place("Sam", "Jo")
    jo.ticks("Send for the form")
    page = jo.looks_at_what_they_said(again=True)
    jo.reads("Find a bus to the choir", within=jo.round("Mo"))
    jo.reads("Ring the pool with S.", within=jo.round(sams))
    expect(jo.round(sams).get_by_text("Send for the form")).to_have_count(0)
    expect(page.get_by_text(re.compile(r"\b(overdue|late)\b", re.IGNORECASE))).to_have_count(0)
    jo.closes_what_is_open()

    # Sam's is ended, for both: it is let go of, seen from Mo's place.
    jo.ends_it(card)
    jo.reads("You can go on until")
    jo.presses("Lock now")
    jo.unlocks()
    jo.opens_the_place("Mo", "Jo")
    page = jo.looks_at_what_they_said(again=True)
    expect(jo.rounds()).to_have_text(["Mo"])
    expect(page.get_by_text("Ring the pool")).to_have_count(0)

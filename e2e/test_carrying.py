"""Somebody is carried to another ring while the hands are busy with something else."""

from typing import Final

from playwright.sync_api import expect

from e2e.people import Person

CARETS: Final = "getSelection().rangeCount"


def test_whoever_writes_goes_on_writing_and_no_caret_is_left_when_they_are_done(service_user: Person) -> None:
    sam = service_user
    sam.opens_kith()
    sam.starts_together()
    sam.adds("Ana", ring="life")
    sam.presses("Add someone")
    form = sam.page.get_by_role("form", name="Add someone")
    field = form.get_by_role("textbox", name="Who or what?")
    sam.types_in(field, "Be")
    sam.drags_with_a_finger("Ana", "close")
    sam.hears("Ana: Close.")
    sam.page.keyboard.type("n")
    expect(field).to_have_value("Ben")
    sam.page.keyboard.press("Enter")
    sam.sees("Ben", ring="tray")
    sam.presses("That’s all for now", within=form)
    assert sam.page.evaluate(CARETS) == 1, "the browser leaves it where the field was"
    sam.drags_with_a_finger("Ana", "life")
    sam.sees("Ana", ring="life")
    assert sam.page.evaluate(CARETS) == 0

"""Going out: planned with nothing required, help and worries said, a no without a reason, how it was, and a rest."""

from datetime import UTC, datetime

from playwright.sync_api import expect

from e2e.beginnings import keep_together, take_it_home
from e2e.people import Person


def begins(jo: Person) -> None:
    jo.opens_kith()
    jo.starts_together()
    jo.calls_us(whose_map="Sam", who_helps="Jo")


def test_planned_with_help_and_a_worry(practitioner: Person, service_user: Person) -> None:
    """At one tablet: a day that has gone is fine, Ana is asked and says yes, and a card goes in the pocket."""
    jo, sam = practitioner, service_user
    sam.sits_beside(jo)
    begins(jo)
    jo.adds("Ana", ring="close")
    sam.thinks_of_going("The art class")
    sheet = sam.plans_outing("The art class")
    sam.unfolds("When and where", within=sheet)
    sam.writes_in("Which day?", "2020-02-29", within=sheet)
    where = sam.writes_in("Where?", "St Mark’s hall", within=sheet)
    where.press("Enter")
    sam.asks_for_help(sheet, "Come with me", who="Ana", answer="Said yes")
    worry = sam.worries_about(sheet, "Everybody will look", whose="Sam")
    worry.get_by_label("I could (Sam)", exact=True).fill("sit by the door")
    worry.get_by_label("You could (Jo)", exact=True).fill("go in first")
    sam.unfolds("First tiny steps", within=sheet)
    sam.presses("Walk past it", within=sheet)
    sam.presses("A card to take along", within=sheet)
    card = sam.sheet("A card to take along")
    for words in ("Saturday 29 February 2020", "St Mark’s hall", "Ana"):
        expect(card.get_by_text(words, exact=True)).to_be_visible()
    expect(card.get_by_text("Everybody will look")).to_have_count(0)
    sam.closes_what_is_open()
    expect(sam.outing("The art class").get_by_text("Come with me: Ana, said yes")).to_be_visible()
    sam.sees_step("Walk past it")


def test_help_half_typed_is_there_again(practitioner: Person) -> None:
    """Out of the room and back: what was not added yet is still in its line, until it is."""
    jo = practitioner
    begins(jo)
    jo.thinks_of_going("The art class")
    sheet = jo.plans_outing("The art class")
    jo.unfolds("Who helps", within=sheet)
    jo.writes_in("More about it", "by the back door", within=sheet)
    jo.closes_what_is_open()
    jo.enters("In the way")
    sheet = jo.plans_outing("The art class")
    jo.unfolds("Who helps", within=sheet)
    more = sheet.get_by_label("More about it", exact=True)
    expect(more).to_have_value("by the back door")
    jo.presses("Add it", within=sheet)
    expect(sheet.get_by_role("group", name="Come with me", exact=True).get_by_text("by the back door")).to_be_visible()
    expect(more).to_have_value("")


def test_no_thanks_and_going_now(practitioner: Person) -> None:
    """A no needs no reason, goes out of sight, and is told softly when the same is written again."""
    jo = practitioner
    begins(jo)
    jo.thinks_of_going("The gym")
    jo.presses("No thanks to “The gym”")
    expect(jo.outing("The gym")).to_have_count(0)
    jo.thinks_of_going("the gym")
    today = datetime.now(UTC).astimezone()
    jo.reads(f"“The gym” got a no on {today:%A} {today.day} {today:%B}. Is it different now?")
    jo.presses("Go now")
    field = jo.page.get_by_label("What shall we do right now?", exact=True)
    field.fill("A walk round the block")
    field.press("Enter")
    expect(jo.outing("A walk round the block").get_by_text(f"{today:%A} {today.day} {today:%B}")).to_be_visible()


def test_each_says_how_it_was(practitioner: Person, service_user: Person, card: str) -> None:
    """On two devices, the phone with no signal in between: both views stand, and neither changes the other's."""
    jo, sam = practitioner, service_user
    keep_together(jo, sam, card)
    take_it_home(sam, card)
    jo.takes_the_pen("Jo")
    jo.thinks_of_going("Swimming")
    sheet = jo.plans_outing("Swimming")
    jo.says_how_it_was(sheet, "Jo", "Loved it")
    sheet_at_home = sam.plans_outing("Swimming")
    sam.unfolds("How it was", within=sheet_at_home)
    sam.reads("Loved it", within=sheet_at_home)

    sam.device.loses_the_signal()
    expect(sheet_at_home.get_by_role("group", name="How was it for Jo?")).to_have_count(0)
    sam.chooses("Not for me", within=sheet_at_home.get_by_role("group", name="How was it for Sam?"))
    sheet_at_home.get_by_role("combobox", name="Next time, together or on my own? Sam says").select_option(
        label="Together"
    )
    jo.page.get_by_role("combobox", name="Next time, together or on my own? Jo says").select_option(label="On my own")
    sam.device.finds_the_signal()
    jo.reads("You see this in two ways. That is fine. Talk about it, if you like.")
    jo.reads("Not for me is good to know. There is more to try, or another kind of help.")
    expect(jo.page.get_by_role("group", name="How was it for Sam?")).to_have_count(0)


def test_a_rest_and_a_gentle_return(practitioner: Person) -> None:
    jo = practitioner
    begins(jo)
    jo.thinks_of_going("Swimming")
    sheet = jo.plans_outing("Swimming")
    jo.says_how_it_was(sheet, "Sam", "Loved it")
    jo.closes_what_is_open()
    jo.presses("Have a rest from all this")
    jo.reads("Last good thing: Swimming")
    jo.presses("Go on, gently")
    jo.does_not_read("We are having a rest")
    sheet = jo.plans_outing("Swimming")
    jo.presses("Let it rest", within=sheet)
    jo.touches(jo.page.get_by_text("Off the list", exact=True))
    jo.presses("Take up “Swimming” again")
    expect(jo.outing("Swimming")).to_be_visible()


def test_what_is_good_to_know_is_ones_own(practitioner: Person, service_user: Person) -> None:
    """Access, about me, and how to be asked after: Sam writes Sam's, and Jo's hand finds no way into it."""
    jo, sam = practitioner, service_user
    sam.sits_beside(jo)
    begins(jo)
    sam.takes_the_pen("Sam")
    sam.enters("Going out")
    sam.presses("Add something good to know about Sam")
    form = sam.page.get_by_role("form", name="Add something good to know about Sam")
    form.get_by_role("combobox", name="More closely").select_option(label="Stairs and walking")
    sam.writes_in("In your own words", "one flight is fine", within=form)
    sam.presses("Add", within=form)
    sam.chooses("Asking how I am", within=form)
    form.get_by_role("combobox", name="More closely").select_option(label="Send me a message")
    sam.presses("Add", within=form)
    known = sam.page.get_by_role("region", name="Good to know about Sam", exact=True)
    expect(known.get_by_text("one flight is fine")).to_be_visible()
    known.get_by_role("combobox", name="Who is to do that?").select_option(label="Jo")
    jo.takes_the_pen("Jo")
    expect(known.get_by_text("Send me a message (Jo)")).to_be_visible()
    expect(known.get_by_role("button")).to_have_count(0)

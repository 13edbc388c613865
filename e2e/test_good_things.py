"""What somebody likes, is good at, is said to be, and brings: for each of the two."""

from playwright.sync_api import expect

from e2e.beginnings import keep_together, take_it_home
from e2e.people import Person


def test_what_another_says_counts_once_they_say_yes(practitioner: Person, service_user: Person) -> None:
    """At one tablet. What Jo says of Sam waits for Sam; a no keeps it out, folded away; the plan remembers the rest."""
    jo, sam = practitioner, service_user
    sam.sits_beside(jo)
    jo.opens_kith()
    jo.starts_together()
    jo.calls_us(whose_map="Sam", who_helps="Jo")
    sam.wishes("Sing again")
    sam.looks_at_good_things()
    sam.says_good("Sam", "being by the sea")
    sam.sees_good("Sam", "being by the sea")
    jo.says_good("Jo", "a flask of tea", begins="I bring", whose="Jo")
    jo.says_good("Sam", "kind to shy people", begins="People say Sam is", whose="Jo")
    jo.says_good("Sam", "early for everything", begins="Sam is", whose="Jo")
    sam.sees_no_good("Sam", "kind to shy people")
    jo.closes_what_is_open()

    jo.takes_the_pen("Jo")
    jo.looks_at_good_things()
    jo.reads("It joins the list when Sam says yes.")
    expect(jo.good_things_of("Sam").get_by_role("button", name="Yes, that’s me")).to_have_count(0)
    jo.closes_what_is_open()

    sam.takes_the_pen("Sam")
    sam.looks_at_good_things()
    sam.touches(sam.good_things_of("Sam").get_by_role("button", name="Yes, that’s me").first)
    sam.sees_good("Sam", "kind to shy people")
    sam.presses("Not for me", within=sam.good_things_of("Sam"))
    sam.sees_no_good("Sam", "early for everything")
    sam.closes_what_is_open()
    sam.turns_to("plan")
    sam.reads("Good to remember. Sam: being by the sea, kind to shy people · Jo: a flask of tea")
    sam.does_not_read("early for everything")


def test_cards_for_when_nothing_comes_to_mind(service_user: Person) -> None:
    """On a small phone, with the keyboard: one card at a time, and away again."""
    service_user.opens_kith()
    service_user.presses("Start together")
    service_user.looks_at_good_things()
    section = service_user.good_things_of("Blue")
    section.get_by_role("button", name="Add a good thing").press("Enter")
    section.get_by_role("button", name="Nothing comes to mind?").press("Enter")
    card = section.get_by_role("region", name="A card to talk about")
    first = card.get_by_role("paragraph").inner_text()
    card.get_by_role("button", name="Another card").press("Enter")
    expect(card.get_by_role("paragraph")).not_to_have_text(first)
    card.get_by_role("button", name="Put the cards away").press("Enter")
    expect(card).to_have_count(0)


def test_of_ones_own_only_what_is_chosen_is_shown(practitioner: Person, service_user: Person, card: str) -> None:
    """The one who helps writes theirs where they alone read it, and shows one by one."""
    jo, sam = practitioner, service_user
    keep_together(jo, sam, card)
    take_it_home(sam, card)
    jo.looks_at_own_list()
    jo.writes_own_good_thing("carpentry", begins="I’m good at")
    jo.writes_own_good_thing("owls")
    jo.presses("Show “carpentry” here")
    jo.reads("Shown here, among the good things of you both")
    expect(jo.page.get_by_role("button", name="Show “owls” here", exact=True)).to_be_visible()
    jo.closes_what_is_open()
    jo.sees_sent()

    sam.looks_at_good_things()
    sam.sees_good("Jo", "carpentry")
    assert "owls" not in sam.page.content()
    jo.looks_at_own_list(again=True)
    jo.presses("Take “carpentry” off here")
    sam.sees_no_good("Jo", "carpentry")
    assert "carpentry" not in sam.page.content()  # nor among what is off the list

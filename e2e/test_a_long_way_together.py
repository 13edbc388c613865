"""From a first talk to something in the way that is got round, with a no, a not now, a rest and a letting go."""

from pathlib import Path
from typing import Final

from playwright.sync_api import Locator, expect

from e2e.beginnings import keep_together, take_it_home
from e2e.eventually import eventually
from e2e.people import Person
from tests.relay_process import RelayProcess
from tests.server.test_clock import BENDER

A_WEEK: Final = 7


def test_at_one_tablet_with_no_signal(
    server: RelayProcess, practitioner: Person, service_user: Person, card: str
) -> None:
    """Sam comes to Jo's tablet three times, in a hall where there is no signal."""
    jo, sam = practitioner, service_user
    sam.sits_beside(jo)
    jo.opens_kith()
    jo.checks_that_it_opens_with_no_signal()
    jo.device.closes()
    server.kill()

    # A first talk, of which nothing is kept. Sam would rather not, just now.
    jo.opens_kith()
    jo.starts_together()
    jo.calls_us(whose_map="Sam", who_helps="Jo")
    jo.enters("Talk")
    jo.presses("Another card")
    jo.reads("Who do you like to be with?")
    feel = sam.opens_up("How I feel")
    sam.feels("Nervous", "Curious", within=feel, as_="Sam")
    jo.feels("Hopeful", within=feel, as_="Jo")
    sam.has_a_first_thought("Uncle Ray")
    sam.does_not_read("If that is a whole name")
    sam.presses("Put Uncle Ray on the map")
    sam.sees("Uncle Ray", ring="tray")
    jo.answers_whether_to_go_on("Yes")
    sam.answers_whether_to_go_on("Not now", asked_again="In two weeks")
    sam.hears("That is fine. Everything can wait.")
    jo.keeps_it(card)
    jo.sees_saved()

    # Two weeks on it is asked once, and "not now" would be fine again. This time it is a yes.
    jo.device.lies_for(days=14)
    jo.opens_kith()
    jo.unlocks()
    sam.enters("Talk")
    sam.reads("Sam said “not now” a while ago. Is now better? “Not now” is still fine.")
    sam.answers_whether_to_go_on("Yes")
    sam.does_not_read("Is now better?")
    sam.moves("Uncle Ray", ring="closest")

    # A wish of Sam's; of Jo's two ideas one is not for Sam, and one is.
    sam.wishes("Mend bikes again")
    jo.takes_the_pen("Jo")
    jo.wishes("Join the walking group")
    jo.wishes("Look in at the bike shed")
    sam.takes_the_pen("Sam")
    sam.presses("Not for me: Join the walking group")
    sam.presses("I’d like that: Look in at the bike shed")
    expect(sam.goal("Join the walking group")).to_have_count(0)
    sam.plans("Find the key to the yard", towards="Mend bikes again")
    sam.takes_the_pen("Both of us")
    sam.ticks("Find the key to the yard")

    # They plan it with Ray, and on the day Sam does not go.
    sam.thinks_of_going("The bike shed")
    sheet = sam.plans_outing("The bike shed")
    sam.asks_for_help(sheet, "Come with me", who="Uncle Ray", answer="Said yes")
    sam.worries_about(sheet, "They all know each other", whose="Sam")
    sam.reads("Both of you read it when you meet.", within=sheet)
    sam.says_how_it_was(sheet, "Sam", "Didn’t go")
    sam.reads("Not this time. That can be hard, and it is part of trying.", within=sheet)
    sam.presses("Say what was in the way", within=sheet)
    sam.arrives_at("In the way")
    sam.says_what_is_in_the_way("Ten people at one bench", where="Somewhere else", whose="Sam")
    sam.tries("Go and mend a wheel there", about="Ten people at one bench")
    sam.finds_another_way(
        than="Go and mend a wheel there", what="Ray and I, in the yard", about="Ten people at one bench"
    )
    sam.makes_smaller("Go and mend a wheel there", "Look at the shed from the bus", about="Ten people at one bench")
    sam.has_a_rest()
    jo.sees_saved()

    # A month of rest. Coming back begins with the last good thing, and asks nothing.
    jo.device.lies_for(days=30)
    jo.opens_kith()
    jo.unlocks()
    sam.enters("Going out")
    sam.reads("Last good thing: Find the key to the yard")
    sam.presses("Go on, gently")
    sam.does_not_read("We are having a rest")
    sam.ticks("Look at the shed from the bus")
    sam.ticks("Ray and I, in the yard")
    sam.says_how_it_is_now("Ten people at one bench", "We got round it")
    expect(sam.barrier("Ten people at one bench").get_by_text("We got round it")).to_be_visible()

    # Taking stock: nobody is told that they went, no goal that got a no is asked about, and one goal is let go by both.
    sam.has_a_good_look()
    sam.reads("Not this time: The bike shed")
    sam.reads("Done: Ray and I, in the yard")
    sam.says_it_works("two of us at a time", as_="Sam")
    jo.decides_about("Look in at the bike shed", "Let it go", as_="Jo")
    sam.does_not_read("Join the walking group")
    sam.decides_about("Look in at the bike shed", "Let it go", as_="Sam")
    sam.does_as_both_say("Look in at the bike shed")
    sam.sees_goal("Mend bikes again")
    expect(sam.goal("Look in at the bike shed")).to_have_count(0)
    sam.touches(sam.page.get_by_text("Let go", exact=True).filter(visible=True))
    expect(sam.page.get_by_role("button", name="Take up again: Look in at the bike shed")).to_be_visible()
    sam.sees("Uncle Ray", ring="closest")


def test_a_week_at_home_with_no_server(
    server: RelayProcess, practitioner: Person, service_user: Person, card: str
) -> None:
    """Both go on with the same plan, outing and thing in the way; then they meet, and all of it is there."""
    jo, sam = practitioner, service_user
    keep_together(jo, sam, card)
    jo.wishes("Mend bikes")
    jo.plans("Find the key to the yard", towards="Mend bikes")
    jo.says_what_is_in_the_way("Ten people at one bench", where="Somewhere else", whose="Sam")
    jo.thinks_of_going("The bike shed")
    jo.presses("We went, or we tried", within=_afterwards(jo))
    jo.closes_what_is_open()
    jo.takes_the_pen("Jo")
    jo.sees_sent()
    sam.opens_kith()
    sam.checks_that_it_opens_with_no_signal()
    take_it_home(sam, card)
    jo.puts_away("A key card was used to open this somewhere.")
    sam.sees_step("Find the key to the yard")
    expect(_afterwards(sam).get_by_role("group", name="How was it for Sam?")).to_be_visible()
    sam.closes_what_is_open()
    for person in (jo, sam):
        person.sees_sent()
    server.kill()

    # On the second day Sam looks at the plan, and on the seventh at the rest. The phone has met nobody in between.
    sam.device.lies_for(days=2)
    sam.opens_kith()
    sam.presses("Open")
    sam.ticks("Find the key to the yard")
    sam.plans("Wash the old frame", towards="Mend bikes")
    sam.puts_the_caret(sam.words_of_goal(), 0)
    sam.page.keyboard.type("Slowly: ")
    expect(sam.words_of_goal()).to_have_value("Slowly: Mend bikes")
    sam.sees_saved()
    sam.sees_not_sent()
    sam.device.lies_for(days=A_WEEK - 2)
    sam.opens_kith()
    sam.presses("Open")
    sam.says_what_is_in_the_way("The step at the door", where="Somewhere else")
    sam.tries("Ask Ray to lift it", about="The step at the door")
    sam.says_how_it_is_now("Ten people at one bench", "We got round it")
    sheet = _afterwards(sam)
    sam.says_how_it_was(sheet, "Sam", "It was OK")
    sam.worries_about(sheet, "They all know each other")
    _says_where(sam, "By the canal")
    sam.thinks_of_going("Feed the ducks")
    sam.enters("Talk")
    sam.feels("Proud", within=sam.opens_up("How I feel"))
    sam.has_a_good_look()
    sam.says_it_works("one wheel turns")
    sam.sees_saved()

    # Jo too has had no signal, and has seen nothing of it.
    jo.device.lies_for(days=A_WEEK)
    jo.opens_kith()
    jo.unlocks()
    jo.sees_goal("Mend bikes")
    jo.takes_the_pen("Jo")
    jo.decides("Find the key to the yard", who="Jo", when="Next time we meet")
    jo.plans("Ask who has a spare wheel", towards="Mend bikes")
    jo.types_in(jo.words_of_goal(), " again")
    jo.says_what_is_in_the_way("My Thursdays are full", where="With Jo")
    jo.says_how_it_is_now("Ten people at one bench", "We leave it be")
    sheet = _afterwards(jo)
    jo.says_how_it_was(sheet, "Jo", "Mixed")
    jo.asks_for_help(sheet, "Give me a lift", who="Jo", answer="Said yes")
    _says_where(jo, "Mill Lane")
    jo.enters("Talk")
    jo.feels("Hopeful", within=jo.opens_up("How I feel"))
    jo.has_a_good_look()
    jo.says_it_works("Sam laughed")
    jo.sees_saved()
    jo.sees_not_sent()

    server.before = _a_week_on()
    server.start()
    for person in (jo, sam):
        person.device.finds_the_signal()
    for person in (jo, sam):
        person.sees_sent()
        person.sees_it_is_there_too()
    for person, felt, other, other_felt in ((jo, "Mixed", "Sam", "It was OK"), (sam, "It was OK", "Jo", "Mixed")):
        expect(person.column("What works").get_by_role("listitem")).to_have_count(2)
        for words in ("one wheel turns", "Sam laughed"):
            person.reads(words, within=person.column("What works"))
        person.enters("Talk")
        for words in ("Proud", "Hopeful"):
            person.reads(words, within=person.opens_up("How I feel"))

        person.turns_to("plan")
        expect(person.words_of_goal()).to_have_value("Slowly: Mend bikes again")
        for step in ("Wash the old frame", "Ask who has a spare wheel", "Ask Ray to lift it"):
            person.sees_step(step)
        key = person.step("Find the key to the yard")
        expect(key.get_by_role("checkbox")).to_be_checked()
        person.reads("Next time we meet", within=key)

        person.enters("In the way")
        expect(person.barrier("The step at the door").get_by_text("Sam said it")).to_be_visible()
        expect(person.barrier("My Thursdays are full").get_by_text("Jo said it")).to_be_visible()
        _sees_both_ways(person, "We got round it", "We leave it be")

        person.enters("Going out")
        expect(person.outing("Feed the ducks")).to_be_visible()
        _sees_both_ways(person, "By the canal", "Mill Lane")
        sheet = _afterwards(person)
        own = sheet.get_by_role("group", name=f"How was it for {person.name}?")
        expect(own.get_by_role("radio", name=felt)).to_be_checked()
        expect(sheet.get_by_role("group", name=f"How was it for {other}?")).to_have_count(0)
        person.reads(other_felt, within=sheet)
        person.unfolds("Worries", within=sheet)
        person.reads("Sam worries", within=sheet)
        person.unfolds("Who helps", within=sheet)
        expect(sheet.get_by_role("group", name="Give me a lift", exact=True)).to_be_visible()
        person.closes_what_is_open()
        person.does_not_read("The clock of this tablet seems wrong")


def _afterwards(somebody: Person) -> Locator:
    """The sheet of the one outing, with how it was in sight."""
    sheet = somebody.plans_outing("The bike shed")
    somebody.unfolds("How it was", within=sheet)
    return sheet


def _says_where(somebody: Person, where: str) -> None:
    sheet = somebody.sheet("Going out: “The bike shed”")
    somebody.unfolds("When and where", within=sheet)
    somebody.writes_in("Where?", where, within=sheet).press("Enter")
    somebody.closes_what_is_open()
    somebody.reads(where, within=somebody.outing("The bike shed"))


def _sees_both_ways(somebody: Person, one: str, other: str) -> None:
    """What two said at once of the same thing: one stands, and the other beside it."""

    def lost() -> str:
        return next((words for words in (one, other) if somebody.note_about(words).count() > 0), "")

    stands = other if eventually(lost, f"a note about {one} or {other}") == one else one
    somebody.reads(stands)


def _a_week_on() -> tuple[str, ...]:
    """What the server is run under, so that its clock went on as theirs did."""
    bender = next(Path("/usr/lib").glob(BENDER))
    return ("env", f"LD_PRELOAD={bender}", f"FAKETIME=+{A_WEEK}d", "FAKETIME_DONT_FAKE_MONOTONIC=1")

"""From a first talk to something in the way that is got round, with a no, a not now, a rest and a letting go."""

from playwright.sync_api import expect

from e2e.people import Person
from tests.relay_process import RelayProcess


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

"""Taking stock on two devices: both say their own, nobody has to agree, and only what both say changes the plan."""

from playwright.sync_api import expect

from e2e.beginnings import keep_together, take_it_home
from e2e.people import Person


def test_by_both_on_two_devices(practitioner: Person, service_user: Person, card: str) -> None:
    jo, sam = practitioner, service_user
    keep_together(jo, sam, card)
    for goal in ("Mend bikes again", "Sunday lunch at Ray’s", "Borrow a spanner"):
        jo.wishes(goal)
    jo.takes_the_pen("Jo")
    jo.sees_sent()
    take_it_home(sam, card)
    jo.puts_away("A key card was used to open this somewhere.")
    sam.sees_goal("Borrow a spanner")

    # A neighbour writes for Sam, and it says so beside the words.
    sam.enters("Talk")
    sam.writes_in("Who reads or writes?", "Mo", within=sam.opens_up("Somebody reads aloud or writes for you?"))
    sam.has_a_good_look()
    sam.says_it_works("Ray rang first")
    sam.says_not_yet("The bench")
    stopped = sam.says_what_stopped("The bench", "Everybody looked up", "Nothing in my hands", "Bring my own tools")
    expect(stopped.get_by_role("textbox")).to_have_count(0)
    sam.presses("Take it to what is in the way: “Everybody looked up”", within=stopped)
    expect(stopped.get_by_role("button", name="Take it to what is in the way: “Everybody looked up”")).to_have_count(0)
    sam.sees_sent()

    # Jo reads all of it, answers nothing for Sam, and says beside it.
    jo.has_a_good_look()
    jo.reads("Read or written by Mo", within=jo.column("What works"))
    jo.reads("The bench", within=jo.column("Not yet"))
    asked = jo.opens_up("What exactly was it?").get_by_role("region", name="What stopped “The bench”?")
    jo.reads("Bring my own tools", within=asked)
    expect(asked.get_by_role("button")).to_have_count(0)
    jo.says_it_works("The yard is quiet")
    jo.presses("Say my own beside it", within=jo.column("Not yet"))
    beside = jo.column("Not yet").get_by_label("Say my own beside “The bench”", exact=True)
    beside.fill("I came too late")
    beside.press("Enter")
    sam.reads("I came too late", within=sam.column("Not yet"))
    sam.reads("The yard is quiet", within=sam.column("What works"))
    jo.enters("In the way")
    expect(jo.barrier("Everybody looked up").get_by_text("Sam said it")).to_be_visible()

    # What becomes of each goal, as each of the two sees it.
    jo.has_a_good_look()
    sam.decides_about("Mend bikes again", "Change it")
    sam.decides_about("Sunday lunch at Ray’s", "Let it rest")
    sam.decides_about("Borrow a spanner", "It is done")
    goals = jo.opens_up("Our goals")
    for goal, said in (("Mend bikes again", "Change it"), ("Borrow a spanner", "It is done")):
        jo.reads(f"Sam: {said}", within=goals.get_by_role("region", name=goal))
    jo.decides_about("Mend bikes again", "Keep going")
    jo.decides_about("Sunday lunch at Ray’s", "Let it rest")
    jo.decides_about("Borrow a spanner", "It is done")

    # Seen in two ways, it stays as it is; where both say the same, either of them does it.
    theirs = sam.opens_up("Our goals")
    sam.reads("Jo: Keep going", within=theirs.get_by_role("region", name="Mend bikes again"))
    expect(theirs.get_by_role("region", name="Mend bikes again").get_by_role("button")).to_have_count(0)
    sam.does_as_both_say("Sunday lunch at Ray’s")
    jo.does_as_both_say("Borrow a spanner")
    for person in (sam, jo):
        person.sees_goal("Mend bikes again")
        for goal, where in (("Sunday lunch at Ray’s", "Resting"), ("Borrow a spanner", "Done")):
            expect(person.goal(goal)).to_have_count(0)
            person.touches(person.page.get_by_text(where, exact=True).filter(visible=True))
            expect(person.page.get_by_role("button", name=f"Take up again: {goal}")).to_be_visible()

    # How the talk was, each for themselves: the other sees it once it is shown and kept, and never what was let go.
    for person in (jo, sam):
        person.enters("Talk")
        check = person.opens_up("How was this talk?")
        person.presses("Begin", within=check)
    check = sam.opens_up("How was this talk?")
    sam.answers_about_the_talk("Partly", within=check)
    sam.reads("You have answered. Nobody sees it unless you want to.", within=check)
    sam.presses("Show my answers", within=check)
    sam.reads("What you answered", within=check)
    jo.does_not_read("Answers you kept")
    sam.presses("Keep them", within=check)
    kept = jo.opens_up("How was this talk?")
    jo.touches(kept.get_by_text("Answers you kept"))
    expect(kept.get_by_role("listitem").filter(has_text="Sam: Was this a helpful talk? Partly")).to_be_visible()

    jo.answers_about_the_talk("No", within=kept)
    jo.presses("Let them go", within=kept)
    jo.hears("They are gone. Nothing was kept.")
    jo.presses("Begin", within=kept)
    jo.answers_about_the_talk("Yes", within=kept)
    jo.presses("Show my answers", within=kept)
    jo.presses("Keep them", within=kept)
    sam.touches(check.get_by_text("Answers you kept"))
    for said in ("Sam: Was this a helpful talk? Partly", "Jo: Was this a helpful talk? Yes"):
        for part in (check, kept):
            expect(part.get_by_role("listitem").filter(has_text=said)).to_be_visible()
    expect(check.get_by_role("listitem")).to_have_count(6)
    sam.presses("To our plan")
    sam.arrives_at("Our plan")


def test_what_helped_and_where_else_it_could(practitioner: Person, service_user: Person, card: str) -> None:
    """Sam says on the phone what helped; where else it could is a tap of Sam's own, and both find it with that goal."""
    jo, sam = practitioner, service_user
    keep_together(jo, sam, card)
    for goal in ("Mend bikes again", "Sing with others"):
        jo.wishes(goal)
    jo.takes_the_pen("Jo")
    jo.sees_sent()
    take_it_home(sam, card)
    sam.has_a_good_look()
    helped = sam.opens_up("What helped")
    sam.says("Ray rang first", "Something that helped", within=helped)
    sam.sees_sent()

    # Jo reads it. Where else Sam's help could help is Sam's to say; Jo says their own beside it.
    jo.has_a_good_look()
    theirs = jo.opens_up("What helped")
    jo.reads("Ray rang first", within=theirs)
    expect(theirs.get_by_role("combobox")).to_have_count(0)
    jo.says("A short walk there", "Something that helped", within=theirs)
    theirs.get_by_role("combobox", name="Where else could “A short walk there” help?").select_option(
        label="Mend bikes again"
    )

    where = helped.get_by_role("combobox", name="Where else could “Ray rang first” help?")
    where.select_option(label="Sing with others")
    expect(where.get_by_role("option", name="Sing with others")).to_have_count(0)
    expect(where.get_by_role("option", name="Mend bikes again")).to_have_count(1)
    for who in (jo, sam):
        goals = who.opens_up("Our goals")
        who.reads("What helped before: Ray rang first", within=goals.get_by_role("region", name="Sing with others"))
        who.reads("What helped before: A short walk there", within=goals.get_by_role("region", name="Mend bikes again"))

"""What somebody likes, is good at, is said to be, and brings: for each of the two."""

from e2e.people import Person


def test_good_things_stand_under_the_name_of_whom_they_are_about(practitioner: Person) -> None:
    practitioner.opens_kith()
    practitioner.starts_together()
    practitioner.calls_us(whose_map="Sam", who_helps="Jo")
    sheet = practitioner.finds_more_to_do("Good things")
    about_sam = sheet.get_by_role("region", name="Good things about Sam")
    practitioner.presses("Add a good thing", within=about_sam)
    practitioner.writes_in("A good thing about Sam", "being by the sea", within=about_sam).press("Enter")
    practitioner.reads("I like: being by the sea", within=about_sam)

"""Much put away by one hand at once: it happens, everybody is told, and one tap brings all of it back (P35)."""

from e2e.beginnings import keep_together, take_it_home
from e2e.people import Person


def test_jo_puts_away_many_and_sam_brings_them_back(practitioner: Person, service_user: Person, card: str) -> None:
    keep_together(practitioner, service_user, card)
    practitioner.takes_the_pen("Jo")
    practitioner.adds("Ana", "Bo", "Cem", "Dee", ring="tray")
    take_it_home(service_user, card)
    service_user.sees("Dee", ring="tray")
    for name in ("Ana", "Bo"):
        practitioner.puts_away_from_the_map(name)
    practitioner.does_not_read("Bring them back?")
    practitioner.puts_away_from_the_map("Cem")
    practitioner.is_told_of_many("Jo put away 3 things. Bring them back?")

    strip = service_user.is_told_of_many("Jo put away 3 things. Bring them back?")
    service_user.presses("Have a look first", within=strip)
    look = service_user.sheet("What was put away")
    service_user.reads("Ana", within=look)
    service_user.presses("Close", within=look)
    service_user.brings_them_back()
    for person in (practitioner, service_user):
        for name in ("Ana", "Bo", "Cem"):
            person.sees(name, ring="tray")
        person.does_not_read("Bring them back?")


def test_left_so_it_is_not_asked_again(practitioner: Person, service_user: Person) -> None:
    keep_together(practitioner, service_user, card=None)
    practitioner.adds("Ana", "Bo", "Cem", ring="life")
    for name in ("Ana", "Bo", "Cem"):
        practitioner.puts_away_from_the_map(name)
    practitioner.is_told_of_many("Both of you put away 3 things.")
    practitioner.locks()
    practitioner.unlocks()
    practitioner.is_told_of_many("Both of you put away 3 things.")
    practitioner.presses("Leave it so")
    practitioner.does_not_read("Bring them back?")
    practitioner.locks()
    practitioner.unlocks()
    practitioner.reads("Who comes to mind first?")
    practitioner.does_not_read("Bring them back?")

"""The browser killed while somebody types, and started again with no server: what was said to be saved is there."""

from e2e.beginnings import keep_together
from e2e.eventually import eventually
from e2e.people import Person
from tests.relay_process import RelayProcess

SENTENCE = "Coffee on Friday at the corner, and then a walk along the canal as far as the second bridge"


def test_killed_while_typing(server: RelayProcess, practitioner: Person, service_user: Person) -> None:
    keep_together(practitioner, service_user, card=None)
    practitioner.wishes("Coffee")
    practitioner.types_in(practitioner.words_of_goal(), SENTENCE.removeprefix("Coffee"))
    practitioner.sees_saved()
    server.kill()
    words = practitioner.words_of_goal()
    shown_as_saved = ""
    for letter in " and back again, if it is dry":
        practitioner.page.keyboard.type(letter)
        if practitioner.is_saved():
            shown_as_saved = words.input_value()
    practitioner.device.is_killed()

    practitioner.opens_kith()
    practitioner.unlocks()
    again = practitioner.words_of_goal()
    eventually(again.is_visible, "the goal")
    assert again.input_value().startswith(SENTENCE)
    assert again.input_value().startswith(shown_as_saved)


def test_killed_three_times_without_a_server(server: RelayProcess, practitioner: Person, service_user: Person) -> None:
    keep_together(practitioner, service_user, card=None)
    server.kill()
    names = ("Ana", "Bo", "The library")
    for at, name in enumerate(names):
        practitioner.adds(name, ring="life")
        practitioner.sees_saved()
        practitioner.device.is_killed()
        practitioner.opens_kith()
        practitioner.unlocks()
        for earlier in names[: at + 1]:
            practitioner.sees(earlier, ring="life")

    server.start()
    practitioner.device.finds_the_signal()
    practitioner.sees_sent()

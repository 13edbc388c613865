"""A whole map of forty, put on the tablet by touch: it is what was entered, and so it is on the phone at home."""

import re
from typing import Final

from e2e.a_full_map import CONNECTION, CONNECTIONS, LIKENESS, SAID, TOGETHER, draws_all, heard_of
from e2e.beginnings import keep_together, take_it_home
from e2e.people import Person

SOMEBODY: Final = re.compile(r'- button "([^"]+, (?:person|place|activity|service|animal)\. [^"]+)"')
SAID_OF_DIONNE: Final = {CONNECTION: "Family", TOGETHER: "Sunday dinner", LIKENESS: "Person, with a picture"}


def test_forty_connections_by_touch_are_what_was_entered_at_home_too(
    practitioner: Person, service_user: Person, card: str
) -> None:
    keep_together(practitioner, service_user, card)
    draws_all(practitioner)
    practitioner.sees_sent()
    take_it_home(service_user, card)
    assert len(CONNECTIONS) == 40
    expected = sorted(heard_of(one.name) for one in CONNECTIONS)

    for person in (practitioner, service_user):
        person.sees(SAID[-1].name, ring="life", more=SAID[-1].relation)
        assert sorted(SOMEBODY.findall(person.hears_the_map())) == expected
        sheet = person.looks_at("Dionne")
        for part, said in SAID_OF_DIONNE.items():
            person.reads(said, within=person.fold(part, within=sheet))
        person.presses("Close", within=sheet)

"""How a story begins that is about something later."""

from e2e.people import Person


def keep_together(practitioner: Person, service_user: Person, card: str | None) -> None:
    """The two start at the practitioner's tablet, give their names and keep it; the server has it."""
    practitioner.opens_kith()
    practitioner.starts_together()
    practitioner.calls_us(whose_map=service_user.name, who_helps=practitioner.name)
    practitioner.keeps_it(card)
    practitioner.sees_sent()


def take_it_home(service_user: Person, card: str) -> None:
    """The service user's own phone, with the card."""
    service_user.opens_kith()
    service_user.has_a_card(card, phone_locks_itself=True)
    service_user.sees_sent()

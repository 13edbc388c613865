"""A browser that was killed throws all of IndexedDB away: whoever opens it the time after next finds everything."""

from pathlib import Path
from shutil import copytree, rmtree

from playwright.sync_api import BrowserContext, expect

from e2e.beginnings import keep_together, take_it_home
from e2e.paper_map import as_a_camera_gives_it, photographed
from e2e.people import Person
from tests.relay_process import RelayProcess

NO_BUCKETS = "delete Navigator.prototype.storageBuckets"
USED = "navigator.storage.estimate().then(({ usage }) => usage)"
ROOM_OF_WORDS_BYTES = 100_000


def has_it_for_good(somebody: Person) -> None:
    """Chromium writes down which storage it has half a minute after it first made any, or when it is closed."""
    somebody.device.closes()
    somebody.opens_kith()
    somebody.unlocks()


def is_killed_in_a_write(somebody: Person) -> None:
    """And opened once, where the browser goes on behind what was torn."""
    somebody.device.is_killed()
    somebody.device.is_torn()
    somebody.opens_kith()
    somebody.unlocks()


def is_killed_again(somebody: Person) -> None:
    """And opened: what was torn is found, and everything thrown away."""
    somebody.device.is_killed()
    somebody.opens_kith()


def test_a_torn_write_costs_all_where_there_is_no_copy(practitioner: Person) -> None:
    def without_buckets(context: BrowserContext) -> None:
        context.add_init_script(NO_BUCKETS)

    practitioner.device.before_opening(without_buckets)
    keep_together(practitioner, practitioner, card=None)
    has_it_for_good(practitioner)
    practitioner.adds("Ana", ring="close")
    practitioner.sees_saved()
    is_killed_in_a_write(practitioner)
    practitioner.adds("Bo", ring="close")
    practitioner.sees_saved()
    is_killed_again(practitioner)
    practitioner.reads("Something was kept here, since ")


def test_written_with_no_signal(server: RelayProcess, practitioner: Person, service_user: Person, card: str) -> None:
    keep_together(practitioner, service_user, card)
    practitioner.wishes("Coffee")
    practitioner.sees_sent()
    has_it_for_good(practitioner)
    server.kill()
    practitioner.adds("Ana", ring="close")
    practitioner.sees_saved()
    is_killed_in_a_write(practitioner)
    practitioner.sees("Ana", ring="close")
    practitioner.adds("Bo", ring="life")
    practitioner.sees_saved()
    is_killed_again(practitioner)
    practitioner.unlocks()
    practitioner.sees("Ana", ring="close")
    practitioner.sees("Bo", ring="life")
    expect(practitioner.words_of_goal()).to_have_value("Coffee")

    server.start()
    practitioner.device.finds_the_signal()
    practitioner.sees_sent()
    take_it_home(service_user, card)
    service_user.sees("Ana", ring="close")
    service_user.sees("Bo", ring="life")


def test_a_server_was_never_met(server: RelayProcess, practitioner: Person, service_user: Person, card: str) -> None:
    practitioner.opens_kith()
    practitioner.checks_that_it_opens_with_no_signal()
    server.kill()
    practitioner.starts_together()
    practitioner.adds("Ana", ring="closest")
    practitioner.keeps_it(card)
    has_it_for_good(practitioner)
    practitioner.adds("Bo", ring="close")
    practitioner.sees_saved()
    is_killed_in_a_write(practitioner)
    practitioner.adds("Cleo", ring="life")
    practitioner.sees_saved()
    is_killed_again(practitioner)
    practitioner.unlocks()
    for name, ring in (("Ana", "closest"), ("Bo", "close"), ("Cleo", "life")):
        practitioner.sees(name, ring=ring)

    server.start()
    practitioner.device.finds_the_signal()
    practitioner.sees_sent()
    take_it_home(service_user, card)
    for name, ring in (("Ana", "closest"), ("Bo", "close"), ("Cleo", "life")):
        service_user.sees(name, ring=ring)


def test_two_places(practitioner: Person) -> None:
    for name in ("Sam", "Mo"):
        if name == "Sam":
            practitioner.opens_kith()
            practitioner.starts_together()
        else:
            practitioner.locks()
            practitioner.presses("Start something new")
        practitioner.calls_us(whose_map=name, who_helps="Jo")
        practitioner.adds(f"A friend of {name}", ring="close")
        practitioner.keeps_it(None, new_unlock=name == "Sam")
        practitioner.sees_sent()
    practitioner.device.closes()
    practitioner.opens_kith()
    practitioner.unlocks()
    practitioner.opens_the_place("Sam", "Jo")
    practitioner.adds("Ana", ring="life")
    practitioner.sees_saved()
    practitioner.device.is_killed()
    practitioner.device.is_torn()
    practitioner.opens_kith()
    practitioner.unlocks()
    practitioner.opens_the_place("Mo", "Jo")
    practitioner.adds("Bo", ring="life")
    practitioner.sees_saved()
    for name, since in (("Sam", "Ana"), ("Mo", "Bo")):
        is_killed_again(practitioner)
        practitioner.unlocks()
        practitioner.opens_the_place(name, "Jo")
        practitioner.sees(f"A friend of {name}", ring="close")
        practitioner.sees(since, ring="life")


def test_a_full_tablet_has_the_room_of_the_copy(practitioner: Person) -> None:
    practitioner.opens_kith()
    practitioner.starts_together()
    practitioner.keeps_it(None)
    for _ in range(2):
        practitioner.keeps_a_photograph(as_a_camera_gives_it(photographed(practitioner.page)))
        practitioner.presses("Close")
    practitioner.sees_sent()
    has_it_for_good(practitioner)
    used_bytes: int = practitioner.page.evaluate(USED)
    practitioner.device.closes()
    practitioner.device.fills_up(used_bytes - ROOM_OF_WORDS_BYTES)
    practitioner.opens_kith()
    practitioner.unlocks()
    practitioner.adds("Ana", ring="close")
    practitioner.sees_saved()
    practitioner.device.closes()
    practitioner.opens_kith()
    practitioner.unlocks()
    practitioner.sees("Ana", ring="close")


def test_a_copy_of_before(
    server: RelayProcess, practitioner: Person, service_user: Person, card: str, tmp_path: Path
) -> None:
    keep_together(practitioner, service_user, card)
    has_it_for_good(practitioner)
    practitioner.adds("Ana", ring="close")
    practitioner.sees_sent()
    practitioner.device.closes()
    copytree(practitioner.device.spare, tmp_path / "before")
    practitioner.opens_kith()
    practitioner.unlocks()
    practitioner.renames("Ana", "Anna")
    practitioner.adds("Bo", ring="close")
    practitioner.sees_sent()
    practitioner.device.closes()
    rmtree(practitioner.device.spare)
    copytree(tmp_path / "before", practitioner.device.spare)
    server.kill()

    practitioner.opens_kith()
    practitioner.unlocks()
    practitioner.sees("Anna", ring="close")
    practitioner.sees("Bo", ring="close")
    practitioner.adds("Cleo", ring="life")
    practitioner.sees_saved()
    is_killed_in_a_write(practitioner)
    is_killed_again(practitioner)
    practitioner.unlocks()
    for name, ring in (("Anna", "close"), ("Bo", "close"), ("Cleo", "life")):
        practitioner.sees(name, ring=ring)

    server.start()
    practitioner.device.finds_the_signal()
    practitioner.sees_sent()
    take_it_home(service_user, card)
    for name, ring in (("Anna", "close"), ("Bo", "close"), ("Cleo", "life")):
        service_user.sees(name, ring=ring)

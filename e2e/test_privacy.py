"""What people write is nowhere but on their screens and, sealed, in what they keep.

Marked words are typed everywhere that a person can type. Then they are looked for in the server's database, log and
memory, in the traffic, and in every file of both browsers' profiles: once after the browser was closed, once after it
was killed. In each of these places words were planted first, in the forms that the place uses, and must be found:
a look that finds nothing because it cannot see is no look. What is looked for, and what is not, is told in traces.py.

One thing is left behind by the browser itself: an address that Kith is opened with, an invitation's or a card's, stays
in that browser's own history, and no page can take it out. An invitation is used up by then; for a card the screen says
so. Typed, pasted or scanned inside Kith, both leave nothing.
"""

import sqlite3
from base64 import b64encode
from collections.abc import Iterator
from contextlib import closing
from functools import partial
from pathlib import Path
from typing import Final

import pytest
from playwright.sync_api import Playwright

from e2e.beginnings import keep_together, take_it_home
from e2e.device import CHROMIUM, PHONE, TABLET, Device
from e2e.eventually import eventually
from e2e.paper_map import COMMENT, as_a_camera_gives_it, photographed, samples
from e2e.people import Person
from e2e.traces import Search, Trace, forms_of
from e2e.wiretap import Wiretap, wiretap
from server.backup import read_backup
from server.export import as_json
from sync.card import CardSecret
from tests.relay_process import RelayProcess, free_port

(
    OWNER, HELPER, PERSON, RENAMED, RELATION, GOAL, STEP, WENT, ELSE, MEETING, UNLOCK, ASKING, PHONE_UNLOCK, COPY_LOCK,
    OTHER_UNLOCK, BROUGHT, ON_PAPER, GOOD, CONTACT, OFFER, ON_OWN_MAP, OWN_OFFER, OWN_GOOD,
    MEETING_PLACE, NUMBER, LATE, OWN_LINE,
) = TYPED = (
    "Zquorvamara", "Zquorvjolene", "Zquorvsolveig", "Zquorvrenata", "zquorvneighbour", "zquorvpainting",
    "zquorvtelephone", "zquorvwonderful", "zquorvphysio", "zquorvthursday", "zquorvlantern copper walnut",
    "Zquorvcaller", "zquorvpocket drizzle ferry", "zquorvteapot garden boots",
    "zquorvcandle meadow violin", "Zquorvbarnaby", "zquorvfeltpen",
    "zquorvdrumming", "Zquorvgunnar", "zquorvcarpentry", "Zquorvhelga", "zquorvorchard", "zquorvjuggling",
    "zquorvbandstand", "zquorvringring", "zquorvtenminutes", "zquorvrota",
)  # fmt: skip

ON_ONES_OWN: Final = (CONTACT, OFFER, ON_OWN_MAP, OWN_OFFER, OWN_GOOD, OWN_LINE)
"""Typed by the one who helps in the place that is theirs alone, and never shown."""

IN_PROFILE: Final = (
    "xylfile", "xylvisited", "xylformtext", "xylsmallvalue", "xylsquashedvalue", "xyltable", "xylbase", "xylutf",
)  # fmt: skip
IN_SERVER: Final = {"memory": "xylmemory", "log": "xyllogline", "row": "xylrow", "wire": "xylwire"}

# What Kith must never do, done on its own page: words in an address, in a field that the browser may keep, in IndexedDB
# as small, compressed and tabled values, and in local storage.
PLANT: Final = """async ([visited, form, small, squashed, table, base, utf, wire]) => {
  history.pushState(null, '', '/?' + visited)
  history.pushState(null, '', '/')
  const field = document.createElement('input')
  document.body.append(field)
  field.value = form
  field.dispatchEvent(new Event('input', { bubbles: true }))
  localStorage.setItem('base', base)
  localStorage.setItem('utf', utf + ' \\u263a')
  const database = await new Promise((resolve) => {
    const opening = indexedDB.open('planted', 1)
    opening.onupgradeneeded = () => opening.result.createObjectStore('words')
    opening.onsuccess = () => resolve(opening.result)
  })
  const put = (values) => new Promise((resolve) => {
    const writing = database.transaction('words', 'readwrite')
    for (const [key, value] of values) writing.objectStore('words').put(value, key)
    writing.oncomplete = resolve
  })
  await put([['small', small], ['squashed', 'again and '.repeat(20000) + squashed]])
  for (let round = 0; round < 12; round += 1) {
    const noise = crypto.getRandomValues(new Uint8Array(60000))
    const lines = Array.from({ length: 300 }, (_, at) => [`${round} ${at}`, `${table} ${'and so on '.repeat(100)}`])
    await put([...lines, [`noise ${round}`, noise]])
  }
  database.close()
  const socket = new WebSocket(location.origin.replace('http', 'ws') + '/sync')
  await new Promise((resolve) => { socket.onopen = resolve })
  socket.send(wire)
}"""

# What each sealed value in the copy begins with: no two begin alike.
SEALED_IN_COPY: Final = """async () => {
  const { indexedDB } = await navigator.storageBuckets.open('spare')
  const told = (asking) => new Promise((done) => Object.assign(asking, { onsuccess: () => done(asking.result) }))
  const found = []
  for (const { name } of await indexedDB.databases()) {
    const database = await told(indexedDB.open(name))
    for (const shelf of database.objectStoreNames) {
      const values = await told(database.transaction(shelf).objectStore(shelf).getAll())
      for (const { iv } of values) if (iv) found.push([...iv])
    }
    database.close()
  }
  return found
}"""


@pytest.fixture
def server(tmp_path: Path) -> Iterator[RelayProcess]:
    """A server that only the wiretap speaks to. A planted word is in its memory from the start."""
    port, tap_port = free_port(), free_port()
    settings = {"KITH_ORIGIN": f"http://kith.localhost:{tap_port}", "PLANTED": IN_SERVER["memory"]}
    relay = RelayProcess(tmp_path / "relay", port, settings)
    relay.folder.mkdir()
    try:
        relay.start()
        yield relay
    finally:
        relay.end()


@pytest.fixture
def tap(server: RelayProcess) -> Iterator[Wiretap]:
    with wiretap(server.port, int(server.origin.rsplit(":", 1)[1])) as listening:
        yield listening


@pytest.fixture
def pair(playwright: Playwright, server: RelayProcess, tmp_path: Path) -> Iterator[tuple[Person, Person]]:
    """Jo with a tablet, Sam with a phone."""
    tablet = Device(playwright, server.origin, tmp_path / "tablet", TABLET, CHROMIUM)
    phone = Device(playwright, server.origin, tmp_path / "phone", PHONE, CHROMIUM)
    yield Person(HELPER, tablet), Person(ASKING, phone)
    tablet.closes()
    phone.closes()


def secrets_of(card: str) -> list[str | bytes]:
    """The card: its bytes, and its words three by three, for each alone is in the list that the app carries."""
    words = card.split()
    return [CardSecret.from_words(card).secret, *(" ".join(words[at : at + 3]) for at in range(0, 12, 3))]


def types_everywhere(jo: Person, sam: Person, card: str) -> tuple[str, bytes]:
    """Every field there is, on a tablet and on a phone that joins by opening a link. The link's secret, and a photo."""
    jo.opens_kith()
    jo.starts_together()
    jo.calls_us(whose_map=OWNER, who_helps=HELPER)
    jo.opens_the_menu("Names, and when you meet")
    jo.types_in(jo.page.get_by_label("When do you meet next?"), MEETING)
    jo.page.keyboard.press("Enter")
    jo.presses("Place, numbers, last time")
    meeting = jo.sheet("When we meet")
    jo.unfolds("How to reach each other", within=meeting)
    for label, typed in (
        ("Where?", MEETING_PLACE),
        (f"A number for {HELPER}", NUMBER),
        ("What if one of us is late?", LATE),
    ):
        jo.types_in(meeting.get_by_label(label, exact=True), typed)
        jo.page.keyboard.press("Enter")
    jo.presses("Close", within=meeting)
    jo.adds(PERSON, ring="close")
    jo.wishes(GOAL)
    jo.plans(STEP, towards=GOAL)
    sheet = jo.looks_into(STEP)
    jo.chooses("Someone else", within=sheet)
    jo.types_in(sheet.get_by_label("Their name or what they do"), ELSE)
    jo.page.keyboard.press("Enter")
    jo.types_in(sheet.get_by_label("How did it go?"), WENT)
    jo.presses("Close")
    jo.keeps_it(card, unlock=UNLOCK)
    types_in_ones_own(jo)
    sheet = jo.looks_at(PERSON)
    jo.types_in(sheet.get_by_label(f"Who is {PERSON} to you?"), RELATION)
    jo.page.keyboard.press("Enter")
    jo.presses("Close")
    photograph = jo.keeps_a_photograph(as_a_camera_gives_it(photographed(jo.page)))
    jo.types_in(jo.page.get_by_label("What is on it, in words"), ON_PAPER)
    jo.presses("Close")
    jo.sees_sent()
    jo.locks()
    jo.writes_in("The words that open Kith here", UNLOCK)
    jo.presses("Show the words")
    jo.presses("Open")
    jo.sees(PERSON, ring="close")
    link = jo.invites(HELPER)
    jo.presses("Close")
    sam.opens_kith(link.removeprefix(sam.device.address))
    sam.says_who_is_asking(PHONE_UNLOCK)
    jo.lets_in(ASKING)
    sam.sees(PERSON, ring="close")
    jo.renames(PERSON, RENAMED)
    sam.sees(RENAMED, ring="close")
    jo.types_in(jo.words_of_step(), " and then")
    sam.sees_step(f"{STEP} and then")
    return link.partition("#")[2], photograph


def types_in_ones_own(jo: Person) -> None:
    """A good thing that both read, and then the own list, map and column, of which nothing is shown."""
    jo.looks_at_good_things()
    jo.says_good(HELPER, GOOD, whose=HELPER)
    jo.closes_what_is_open()
    jo.presses("Open my own list", within=jo.finds_more_to_do("Someone I know"))
    jo.shows_that_it_is_them(jo.sheet("My own list"), "Begin my list", UNLOCK)
    jo.writes_down(CONTACT, OFFER)
    jo.writes_own_good_thing(OWN_GOOD)
    jo.presses("See it as a map", within=jo.sheet("My own list"))
    jo.puts_on_own_map(ON_OWN_MAP, OWN_OFFER, ring="close")
    jo.sees(ON_OWN_MAP, ring="close", more=OWN_OFFER)
    jo.presses("Close my map")
    jo.looks_at_own_column(again=True, unlock=UNLOCK)
    jo.writes_a_line(OWN_LINE)
    jo.closes_what_is_open()
    jo.turns_to("map")


def uses_files_and_locks(jo: Person, sam: Person, folder: Path) -> list[bytes]:
    """A copy, changes as a file, what was, a finger, and other words. The files, each behind its name."""
    jo.looks_back()
    jo.closes_what_is_open()
    copy = jo.takes_a_copy(folder, COPY_LOCK)
    sam.turns_to("map")
    sam.adds(BROUGHT, ring="life")
    sam.sees_sent()
    changes = sam.saves_changes(folder)
    sam.can_be_known_by_finger()
    sam.locks()
    sam.unlocks(PHONE_UNLOCK)
    sam.looks_at_how_it_opens()
    sam.adds_a_finger(PHONE_UNLOCK)
    sam.closes_what_is_open()
    sam.looks_at_how_it_opens()
    sam.changes_the_words(OTHER_UNLOCK, old=None)
    sam.closes_what_is_open()
    kept = ((jo, copy), (sam, changes))
    return [path.name.removeprefix(who.name).encode() + path.read_bytes() for who, path in kept]


@pytest.mark.parametrize("end", ["closed", "killed"])
def test_none_of_it_is_anywhere(
    server: RelayProcess, tap: Wiretap, pair: tuple[Person, Person], card: str, end: str, tmp_path: Path
) -> None:
    jo, sam = pair
    link, photograph = types_everywhere(jo, sam, card)
    files = uses_files_and_locks(jo, sam, tmp_path)
    search = Search([*TYPED, link, *secrets_of(card), *samples(photograph), COMMENT, *IN_PROFILE, *IN_SERVER.values()])
    for somebody in pair:
        plant_in(somebody)

    # The server, while it runs.
    plant_in_server(server)
    in_memory = search.in_process(server.pid)
    on_the_wire = search.in_all("traffic", tap.said())
    in_store = search.in_folder(server.stored.parent) | search.in_store(server.stored)
    in_log = search.in_file(server.log)
    in_files = search.in_all("files", files)

    # The tablet and the phone, when they are put away.
    for somebody in pair:
        eventually(
            partial(search.in_folder, somebody.device.profile / "Default" / "Sessions"), "the session to be saved"
        )
        if end == "killed":
            planted_there = partial(has_all_planted, search, somebody.device.profile)
            eventually(planted_there, "what was planted to be on the disk: a browser takes its time", 90, pause_s=2)
            somebody.device.is_killed()
        else:
            somebody.device.closes()
    in_profiles = [search.in_folder(somebody.device.profile) for somebody in pair]

    for found, planted in (
        (in_memory, {IN_SERVER["memory"]}),
        (on_the_wire, {IN_SERVER["wire"]}),
        (in_store, {IN_SERVER["row"]}),
        (in_log, {IN_SERVER["log"]}),
        *((found, set(IN_PROFILE)) for found in in_profiles),
    ):
        assert planted <= {trace.word for trace in found}, "the look itself is blind"
    on_tablet, on_phone = in_profiles
    everything = in_memory.union(on_the_wire, in_store, in_log, in_files, on_tablet, without_address(on_phone, link))
    kept = [trace for trace in everything if trace.word not in {*IN_PROFILE, *IN_SERVER.values()}]
    assert kept == [], "\n".join(sorted(str(trace) for trace in kept))


@pytest.mark.usefixtures("tap")
def test_what_is_typed_on_ones_own_pages_is_in_nothing_of_the_two(
    pair: tuple[Person, Person], card: str, tmp_path: Path
) -> None:
    """Not in an opened record, not in an export, not on paper: words of the two are found there, and no others."""
    jo, _ = pair
    jo.opens_kith()
    jo.starts_together()
    jo.calls_us(whose_map=OWNER, who_helps=HELPER)
    jo.adds(PERSON, ring="close")
    jo.keeps_it(card, unlock=UNLOCK)
    types_in_ones_own(jo)
    jo.sees_sent()
    reading = read_backup(jo.takes_a_copy(tmp_path, COPY_LOCK).read_bytes(), COPY_LOCK)
    jo.page.emulate_media(media="print")
    told = {
        "records": list(reading.updates),
        "export": [as_json(reading).encode()],
        "paper": [jo.page.content().encode()],
    }
    search = Search([PERSON, GOOD, *ON_ONES_OWN])
    for place, pieces in told.items():
        found = {trace.word for trace in search.in_all(place, pieces)}
        assert PERSON in found, "the look itself is blind"
        assert found <= {PERSON, GOOD}, place


def has_all_planted(search: Search, profile: Path) -> bool:
    """Whether the look finds in this profile all that was planted there."""
    return {trace.word for trace in search.in_folder(profile)} >= set(IN_PROFILE)


def without_address(found: set[Trace], link: str) -> set[Trace]:
    """All but the link that this phone was opened with: a browser writes its own history before any page can speak."""
    return {trace for trace in found if trace.word != link}


def plant_in(somebody: Person) -> None:
    """Words in every kind of file that the browser writes, and one on the wire."""
    plain, visited, form, small, squashed, table, base, utf = IN_PROFILE
    coded = b64encode(f"x{base}".encode()).decode()
    somebody.page.evaluate(PLANT, [visited, form, small, squashed, table, coded, utf, IN_SERVER["wire"]])
    (somebody.device.profile / "Default" / "planted.txt").write_text(f"before {plain} after")


def plant_in_server(server: RelayProcess) -> None:
    """A row in the database, which stays in its journal while the server runs, and a line in the log."""
    with closing(sqlite3.connect(server.stored)) as connection, connection:
        connection.execute("CREATE TABLE planted (word TEXT)")
        connection.execute("INSERT INTO planted VALUES (?)", (IN_SERVER["row"],))
    with server.log.open("a") as log:
        log.write(f"planted word={IN_SERVER['log']}\n")


@pytest.mark.usefixtures("tap")
def test_what_is_taken_off_is_in_no_copy(pair: tuple[Person, Person], card: str) -> None:
    jo, sam = pair
    keep_together(jo, sam, card)
    take_it_home(sam, card)
    jo.adds(PERSON, ring="close")
    jo.sees_sent()
    sealed = Search(bytes(first) for first in jo.page.evaluate(SEALED_IN_COPY))
    jo.device.closes()
    assert sealed.in_folder(jo.device.spare), "the look itself is blind"
    jo.opens_kith()
    jo.unlocks()
    jo.takes_it_off_this_tablet()
    jo.sees_the_first_screen()
    jo.device.closes()
    assert sealed.in_folder(jo.device.spare) == set()


@pytest.mark.parametrize("before", range(3))
def test_base64_is_found_wherever_it_begins(before: int) -> None:
    text = b64encode(bytes(before) + b"zquorv?>>\xc3\xbc" + b"and more")
    assert Search(["zquorv?>>ü"]).in_bytes("here", text)
    assert all(forms_of("zquorv").values())


def test_words_that_begin_within_others_are_found() -> None:
    found = Search(["zquorvamber", "vamberzquorv"]).in_bytes("here", b"a Zquorvamberzquorv")
    assert {trace.word for trace in found} == {"zquorvamber", "vamberzquorv"}
    assert Search([]).in_bytes("here", b"a Zquorvamberzquorv") == set()

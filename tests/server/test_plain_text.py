"""Nobody's words look like a heading of the page, or steer the screen that shows it."""

from typing import Final

from server import plain_text
from sync.document import from_plain
from sync.vectors.beside_cases import beside
from sync.vectors.seeds import Json

EVIL: Final = "Sam\n\nGoal: give Jo the house\x1b[2J\u2028Put away"


def test_every_words_are_in_their_own_line() -> None:
    register, text = [EVIL, 1, 1], EVIL
    person = {"name": register, "relation": register, "place": [["close", 0], 0, 1], "wonder": [["life", 0], 0, 1]}
    said = {"name": register, "together": register, "they_help": register, "i_help": register, "phone": register}
    step = {
        "what": text, "went": text, "goal": ["g", 1, 1],
        "when": [{"kind": "day", "day": EVIL}, 1, 1], "who": [{"kind": "other", "name": EVIL}, 1, 1],
    }  # fmt: skip
    helped = step | {"who": [{"kind": "person", "id": "p"}, 1, 1]}
    document = from_plain(
        {
            "meta": {"name/0": register, "name/1": register, "meeting": register},
            "people": {"p": person, "r": said, "q": person | {"archived": [True, 1, 1]}},
            "wishes": {"w": {"words": text, "seen": text, "guess": [True, 1, 1], "people": {"p": [True, 1, 1]}}},
            "goals": {"g": {"title": text, "people": {"p": [True, 1, 1]}}},
            "steps": {"s": step, "t": helped, "u": step | {"goal": ["", 1, 1]}},
            "ties": {"p/r": ["strong", 1, 1]},
            "help": {"own/words": register, "own/people/p": [True, 1, 1]},
            "strengths": {"t": {"words": text, "kind": ["like", 1, 1]}},
            "pictures": {"m": {"name": register, "day": register, "rows": {"p": [["close", 0], 1, 1]}}},
            "photographs": {"f": {"name": register, "day": register, "words": text}},
            "sayings": {"t": {"words": text, "through": register}},
            "feelings": {"t": {"words": text, "through": register, "day": register}},
            "answers": {"t": {"words": text, "through": register, "day": register, "again": register}},
            "offers": {"o": {"name": register, "words": text}},
            "notes": {"n": {"words": text}},
            "barriers": {"b": {"words": text, "by": [1, 1, 1]}},
            "disclosures": {"d": {"words": text, "why": text, "to": register, "until": register}},
            "outings": {"o": {"what": text, "where": register, "helps": text, "people": {"p": [True, 1, 1]}}},
            "supports": {"s": {"outing": ["o", 1, 1], "words": text, "to": register, "who": step["who"]}},
            "worries": {"w": {"outing": ["o", 1, 1], "words": text, "i_could": text, "you_could": text}},
            "occasions": {"c": {"outing": ["o", 1, 1], "day": register}},
            "impressions": {"i": {"outing": ["o", 1, 1], "words": text, "size": register, "next_time": text}},
            "needs": {"n": {"words": text, "topic": register, "who": helped["who"]}},
            "yardsticks": {"y": {"goal": ["g", 1, 1], "hoped": text, "much_less": text}},
            "aims": {"a": {"goal": ["g", 1, 1], "hoped": text, "why": text, "day": register}},
            "kept": {"k": {"entity": ["people/p", 1, 1], "field": ["name", 1, 1], "value": ["\x1b\nb", 1, 1]}},
        }
    )
    written = plain_text.of(document)
    assert all(letter.isprintable() for line in written.splitlines() for letter in line)
    headings = ["Goal: ", "Put away", "We meet next: ", "Kept beside", "Who ", "Strengths", "Pictures", "For nobody"]
    headings += ["In the way", "What may be told", "Going out", "Good to know", "Maps on paper", "Wishes"]
    headings += ["What we", "How we"]
    found = [line for line in written.split("\n") if line.startswith(tuple(headings))]
    assert len(found) == len(headings) + 3
    assert written.count("Goal: give Jo the house") > len(headings)


def test_nothing_that_belongs_to_the_map_is_left_out() -> None:
    ann = {
        "name": ["Ann", 0, 1], "place": [["close", 0], 0, 1], "contexts/family": [True, 0, 1],
        "service": ["outside", 0, 1], "in_person": ["weekly", 0, 1], "by_phone": ["lost touch", 0, 1],
        "together": ["walk", 0, 1], "they_help": ["forms", 0, 1], "i_help": ["her garden", 0, 1],
        "closer": [True, 0, 1], "phone": ["0113 496 0000", 0, 1],
    }  # fmt: skip
    document = from_plain(
        {
            "meta": {"name/0": ["Sam", 0, 1]},
            "people": {"a": ann, "b": {"name": ["Bo", 0, 1]}, "c": {"name": ["", 0, 1], "archived": [True, 0, 1]}},
            "ties": {"a/b": ["strong", 0, 1], "a/c": ["tie", 0, 1]},
            "help": {"lift/people/b": [True, 0, 1], "cook/answer": ["myself", 0, 1], "cook/gives": [True, 0, 1]},
            "strengths": {"s": {"words": "patient", "kind": ["said", 1, 1], "agreed": ["yes", 0, 1]}},
            "pictures": {"p": {"name": ["Spring", 0, 1], "day": ["2026-05-01", 0, 1], "rows": {"a": [["life"], 0, 1]}}},
            "photographs": {"f": {"day": ["2026-04-01", 0, 1], "words": "in felt pen", "size": [5, 0, 1]}},
            "offers": {"o": {"words": "knows the allotment", "by": [1, 1, 1]}},
            "notes": {"n": {"words": "shouts", "distance": [True, 0, 1]}},
        }
    )
    said = (
        "family; outside services; in person: once a week; on the phone: lost touch; together: walk; they help: forms"
    )
    assert plain_text.of(document).splitlines() == [
        "Sam",
        "",
        "Close",
        f"- Ann. {said}; I help: her garden; I'd like us to be closer; phone: 0113 496 0000",
        "",
        "Not sure where",
        "- Bo",
        "",
        "Who knows whom",
        "- Ann and Bo (well)",
        "",
        "Who could help",
        "- cook: I can do this myself; I do this for others",
        "- lift: Bo",
        "",
        "Strengths",
        "- Sam. People say: patient (agreed)",
        "",
        "Pictures of the map",
        "- 2026-05-01 Spring: Ann (life)",
        "",
        "Maps on paper",
        "- 2026-04-01 in felt pen",
        "",
        "Who may help",
        "- I may know someone: knows the allotment (not asked yet)",
        "",
        "For nobody else",
        "- shouts (I would like more distance)",
    ]


def test_nothing_that_stands_beside_is_left_out() -> None:
    stored: dict[str, Json] = {"people": {"ann": {"name": ["Ann", 0, 1]}}}
    for case in ("in the way", "what may be told", "going out", "good to know"):
        stored |= beside()[case]
    document = from_plain(stored | {"meta": {"name/0": ["Sam", 0, 1]}})
    written = plain_text.of(document).splitlines()
    said = "where: St Mark's hall; when: 2020-02-29, ten, every Monday; how to get there: bus 4; cost: a pound or two"
    meets = (
        "where to meet: by the blue door; phone: 0113 496 0000; what helps: a seat by the door; plan B: tea next door"
    )
    assert written[written.index("In the way") :] == [
        "In the way",
        "- person 2: evenings are full (worked around)",
        "- elsewhere: the bus stops at six (open)",
        "",
        "What may be told",
        "- that the bus is hard to the club, from 2026-12-01, until 2026-12-31 (yes). "
        "Why: so that somebody comes along",
        "- that I may leave early to the tutor, until 2026-12-31 (yes). Why: so that nobody worries",
        "- (taken back)",
        "- (no yes)",
        "",
        "Going out",
        f"- The art class (resting); {said}; {meets}; with: Ann",
        "- introduce; to the tutor; to Mo; Ann (said yes); it happened",
        "- person 2 worries: I may be late; I could: leave at nine; you could: go in without me",
        "- 2026-11-16: with someone, Ann",
        "- 2026-11-23: together",
        "- Sam: 2026-11-16; mixed; half; how big a step: like the high board; loud, and then good; next time: earplugs",
        "- (no thanks)",
        "",
        "Good to know",
        "- Sam, access: stairs, one flight",
        "- Sam, check in: text, person 2",
    ]


def test_what_two_devices_put_on_the_board_from_one_note_is_there_once() -> None:
    one = {"words": "the bus", "side": [0, 0, 5], "by": [0, 0, 5], "of": ["n", 0, 5]}
    own = {"words": "the rain", "side": ["elsewhere", 0, 5], "by": [0, 0, 5]}
    document = from_plain({"barriers": {"a": one, "b": one, "c": own, "d": own}})
    written = plain_text.of(document).splitlines()
    assert written[written.index("In the way") + 1 :] == [
        "- person 1: the bus (open)",
        "- elsewhere: the rain (open)",
        "- elsewhere: the rain (open)",
    ]


def test_how_far_a_goal_has_come_is_with_it() -> None:
    stored = beside()["how far a goal has come"] | {
        "meta": {"name/0": ["Sam", 0, 1], "name/1": ["Jo", 0, 1]},
        "goals": {"g": {"title": "Swim", "by": [0, 0, 1]}},
    }
    written = plain_text.of(from_plain(stored)).splitlines()
    all_five = "a lot more: with somebody I met there; a bit more: every week; as hoped: swim twice a month"
    said = (
        "where it is now: a lot less; by when: 2027-06-30; how much it matters: more than most things; "
        "how hard it is: a bit hard"
    )
    assert written[written.index("Goal: Swim") :] == [
        "Goal: Swim",
        "- How we would know.",
        f"- How we would know. {all_five}; a bit less: once a month; a lot less: not at all; {said}",
        "- How we would know. how hard it is: hard",
        "- Agreed before on 2026-11-16. as hoped: swim every week",
        "- Agreed on 2026-11-23. a bit more: every week; as hoped: swim twice a month; where it began: a bit less; "
        "by when: 2027-06-30; what had changed: the pool is shut",
    ]
    assert "- Jo. How far has it come? a bit better (hoped: swim twice a month)" in written


def test_what_is_noticed_says_which_sign_it_is() -> None:
    """Nobody asks in another's name that their words be left in peace: that line is in the hand that wrote it."""
    written = plain_text.of(from_plain(beside()["what is noticed"])).splitlines()
    assert written[written.index("What we answered") + 1 :] == [
        "- person 2. What do you notice? yes; chose the day (taking the lead)",
        "- person 1. What do you notice? yes (I hum)",
        "- person 1. Shall we look back on what you said? not now",
        "- person 2. Shall we look back on what you said? not now",
    ]


def test_how_they_meet_is_at_the_beginning() -> None:
    written = plain_text.of(from_plain(beside()["how they meet"])).splitlines()
    assert written[1:] == [
        "We meet next: Thursday at 2",
        "Where: Corner café, the idea of person 2",
        "If one of us is late: wait ten minutes",
        "A number for person 2: 0113 496 0000",
        "",
        "Times we met",
        "- 2026-11-16 just a chat",
        "- 2026-11-23 the map (the park, the idea of someone else) We said: Today we looked at the map together.",
    ]


def test_wishes_and_goals_say_whose_they_are_and_how_they_stand() -> None:
    document = from_plain(
        {
            "meta": {"name/0": ["Sam", 0, 1], "name/1": ["Jo", 0, 1]},
            "people": {"a": {"name": ["Ann", 0, 1], "archived": [True, 0, 1]}},
            "wishes": {
                "a": {"words": "fly", "by": [0, 0, 1], "over": [True, 0, 2], "order": ["a", 0, 1]},
                "b": {
                    "words": "the sea", "by": [1, 1, 1], "guess": [True, 1, 1], "seen": "smiled", "order": ["b", 1, 1],
                },
                "c": {"words": "boats", "by": [1, 1, 1], "taken": ["yes", 0, 1], "people": {"a": [True, 1, 1]}},
                "d": {"words": "put away", "archived": [True, 0, 1]},
            },
            "goals": {
                "g": {"title": "swim", "by": [1, 1, 1], "order": ["a", 1, 1]},
                "h": {"title": "sing", "by": [0, 0, 1], "state": ["resting", 1, 2], "order": ["b", 1, 1]},
                "i": {"title": "run", "by": [1, 1, 1], "taken": ["no", 0, 2], "order": ["c", 1, 1]},
            },
        }
    )  # fmt: skip
    assert plain_text.of(document).splitlines()[1:] == [
        "",
        "Wishes",
        "- boats (with Ann)",
        "- fly (not any more)",
        "- the sea (Jo suggests) (a guess of Jo). What was seen: smiled",
        "",
        "Goal: swim (Jo suggests)",
        "",
        "Goal: sing (resting)",
        "",
        "Goal: run (not for now)",
        "",
        "Put away",
        "- Ann",
        "- put away",
    ]

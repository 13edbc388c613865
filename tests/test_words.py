"""The words of key cards and passphrases: few letters to type, nothing that could hurt to read aloud."""

import itertools

from tests.sources import ROOT

WORDS = (ROOT / "sync" / "words.txt").read_text(encoding="ascii").split("\n")[:-1]

# Kept out on purpose. A card is read by somebody who may be frightened, grieving, hungry or in recovery.
UNKIND = """
abuse alarm alcohol alone anger angry army arrest ashamed attack beer betray bleed blade blood body bomb broken
bruise bullet burn bury cancer cell chain cigarette cliff coffin cold cord court crazy crime cruel cry damage danger
dark dead death debt demon devil diet dirty disease divorce doctor drown drug drunk dumb empty enemy evict evil fail
fall fat fear fight fire funeral ghost god grave grief guilt guilty guard gun hang hate heaven hell hide hospital
hurt idiot ill insane jail jump kill knife ledge lonely loser lost mad mask medicine mental mourn murder naked
needle noose nurse pain panic patient pill poison police pope prayer prison poor rage razor rope rubbish sad scar
scared scream section shadow shame shock shout sick skinny slave smoke soldier spy stab steal stupid suicide syringe
tablet tears terror thief threat torture tramp trap ugly useless victim violent voice vomit vote war ward watched
weapon weed weep weigh whisky whisper wine witch wound wrist
"""

# Each group sounds the same in much of the United Kingdom: one of it at most.
SOUND_ALIKE = """
aisle isle, aunt arent, bare bear, beach beech, bean been, berry bury, blew blue, board bored, bold bowled,
bough bow, boulder bolder, brake break, bread bred, cell sell, cellar seller, cent scent sent, cereal serial,
choose chews, chord cord, coarse course, creak creek, crews cruise, currant current, cymbal symbol, dairy diary,
dear deer, desert dessert, fair fare, feat feet, find fined, flair flare, flea flee, flour flower, forth fourth,
fort fought, grate great, hair hare, hall haul, hear here, heard herd, hole whole, horse hoarse, hour ours,
kernel colonel, knead need, knight night, knot not, know no, larva lava, lead led, leak leek, lesson lessen,
loan lone, made maid, mail male, main mane, maize maze, meat meet, medal meddle, metal mettle, moose mousse,
morning mourning, muscle mussel, naval navel, paw poor pour, pair pear, palate palette, pane pain, pause paws,
peace piece, peak peek, peal peel, peer pier, place plaice, plain plane, plum plumb, pole poll, praise prays,
prince prints, queue cue, rain rein, raise rays, read reed, real reel, right write, ring wring, road rode,
role roll, root route, rose rows, sail sale, sauce source, saw sore, scene seen, sea see, seam seem, shore sure,
sight site, soar sore, sole soul, some sum, sort sought, stair stare, stake steak, stalk stork, steal steel,
storey story, suite sweet, sword soared, tail tale, taught taut, team teem, their there, threw through,
throne thrown, tide tied, time thyme, toad towed, vain vein, wait weight, waist waste, wander wonder, wave waive,
weak week, wear where, weather whether, whale wail, which witch, wood would, borrow burrow, quiet quite,
onion union
"""

# Spelt otherwise by people who learned their English elsewhere.
SPELT_TWO_WAYS = """
cheque colour cosy centre disc doughnut favour fibre flavour grey harbour jewellery kerb litre maths metre mould
moustache neighbour plough pyjamas theatre tyre yoghurt
"""


def test_there_are_as_many_words_as_eleven_bits_can_name() -> None:
    assert len(WORDS) == 2048


def test_words_are_sorted_and_each_stands_once() -> None:
    assert sorted(set(WORDS)) == WORDS


def test_words_are_four_to_eight_plain_letters() -> None:
    assert [
        word for word in WORDS if not (4 <= len(word) <= 8 and word.isascii() and word.isalpha() and word.islower())
    ] == []


def test_four_letters_are_enough_to_tell_a_word() -> None:
    by_start = itertools.groupby(WORDS, key=lambda word: word[:4])
    assert [words for _, same in by_start if len(words := list(same)) > 1] == []


def test_no_word_is_unkind() -> None:
    assert sorted(set(UNKIND.split()) & set(WORDS)) == []


def test_no_two_words_sound_the_same() -> None:
    there = set(WORDS)
    groups = [group.split() for group in SOUND_ALIKE.split(",")]
    assert [group for group in groups if len(there.intersection(group)) > 1] == []


def test_no_word_is_the_plural_of_another() -> None:
    there = set(WORDS)
    assert [word for word in WORDS if word.endswith("s") and (word[:-1] in there or word[:-2] in there)] == []


def test_words_are_spelt_alike_in_british_and_american_english() -> None:
    assert sorted(set(SPELT_TWO_WAYS.split()) & set(WORDS)) == []

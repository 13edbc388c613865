"""documents.json: how stored documents are read, odd ones too."""

from typing import Final

from sync.document import from_plain
from sync.register import DEEPEST
from sync.vectors.beside_cases import beside
from sync.vectors.seeds import Case, Json

_ANN: Final[dict[str, Json]] = {"name": ["Ann", 0, 5], "place": [["close", 900], 0, 5]}


def build() -> Case:
    """The file's content."""
    return {
        "cases": [
            {"name": name, "stored": stored, "read": from_plain(stored).model_dump(mode="json", by_alias=True)}
            for name, stored in {**_whole(), **beside(), **_odd()}.items()
        ]
    }


def _whole() -> dict[str, dict[str, Json]]:
    said: dict[str, Json] = {
        "kind": ["animal", 0, 5],
        "relation": ["our cat", 0, 5],
        "face": ["🐈", 0, 5],
        "service": ["outside", 0, 5],
        "contexts/family": [True, 0, 5],
        "contexts/neighbour": [True, 1, 5],
        "contexts/club": [False, 1, 5],
        "in_person": ["daily", 0, 5],
        "by_phone": ["lost touch", 0, 5],
        "online": ["varies", 0, 5],
        "together": ["sit in the sun", 0, 5],
        "they_help": ["with company", 0, 5],
        "i_help": ["with food", 0, 5],
        "closer": [True, 0, 5],
        "phone": ["0113 496 0000", 0, 5],
        "question": ["laugh", 0, 5],
    }
    row: Json = [["close", 900, "person", "inside", True, ["family", "club"], ["bo", "cy"]], "both", 5]
    return {
        "nothing at all": {},
        "somebody's own": {"meta": {"kind": ["own", 0, 5], "name/0": ["Sam", 0, 5]}},
        "a person of whom little was said": {"people": {"ann": _ANN}},
        "a person of whom all was said": {"people": {"ann": {**_ANN, **said}}},
        "someone missing": {"people": {"m": {"name": ["someone to walk with", 0, 5], "kind": ["missing", 0, 5]}}},
        "ties, in the order of their keys": {
            "ties": {"bo/cy": ["strong", 1, 5], "ann/bo": ["tie", "both", 5], "ann/cy": ["", 0, 6]}
        },
        "who could help": {
            "help": {
                "lift/people/cy": [True, 0, 5],
                "lift/people/ann": [True, 0, 5],
                "lift/people/bo": [False, 0, 6],
                "listen/answer": ["nobody", 0, 5],
                "listen/people/bo": [True, 1, 5],
                "lift/order": ["a1", 0, 5],
                "cook/answer": ["myself", 0, 5],
                "cook/gives": [True, 0, 5],
                "cook/order": ["a1", 0, 5],
                "own/words": ["mend my bike", 1, 5],
                "own/away": [True, 1, 5],
                "own/order": ["a0", 1, 5],
            }
        },
        "strengths": {
            "strengths": {
                "s": {
                    "words": "singing",
                    "kind": ["good at", 0, 5],
                    "about": [0, 0, 5],
                    "by": [0, 0, 5],
                    "order": ["a1", 0, 5],
                },
                "t": {
                    "words": "patient",
                    "kind": ["said", 1, 5],
                    "about": [0, 1, 5],
                    "by": [1, 1, 5],
                    "agreed": ["yes", 0, 6],
                    "order": ["a0", 1, 5],
                },
            }
        },
        "nobody agrees in another's place": {
            "strengths": {
                "s": {"about": [0, 1, 5], "by": [1, 1, 5], "agreed": ["yes", 1, 6]},
                "t": {"about": [1, 0, 5], "by": [0, 0, 5], "agreed": ["yes", 0, 6]},
                "u": {"about": [1, 0, 5], "by": [0, 0, 5], "agreed": ["no", 1, 6]},
                "v": {"about": [0, 1, 5], "by": [1, 1, 5], "agreed": ["yes", "both", 6]},
            }
        },
        "goals, by whom they are taken, how they are, and what they came from": {
            "goals": {
                "g": {"title": "Swim", "by": [1, 1, 5], "taken": ["yes", 0, 6], "state": ["resting", 1, 7]},
                "h": {"title": "Sing", "by": [1, 1, 5], "taken": ["yes", 1, 6], "origin": ["wishes/w", 1, 5]},
                "i": {"title": "Paint", "by": [0, 0, 5], "taken": ["no", "both", 6], "state": ["done", 0, 7]},
            },
            "steps": {"s": {"what": "Ask", "origin": ["barriers/b", 1, 5]}},
        },
        "wishes": {
            "wishes": {
                "w": {
                    "words": "win the lottery",
                    "by": [0, 0, 5],
                    "card": ["dream", 0, 5],
                    "over": [True, 0, 6],
                    "people": {"ann": [True, 0, 5]},
                    "order": ["a1", 0, 5],
                },
                "v": {
                    "words": "the sea",
                    "by": [1, 1, 5],
                    "guess": [True, 1, 5],
                    "seen": "smiled at the picture",
                    "like": ["w", 1, 5],
                    "taken": ["yes", 0, 6],
                    "order": ["a0", 1, 5],
                },
                "u": {"words": "boats", "by": [1, 1, 5], "taken": ["yes", 1, 6], "order": ["a2", 1, 5]},
            }
        },
        "what each says, feels and answers": {
            "sayings": {
                "s": {"words": "swim", "kind": ["hope", 0, 5], "by": [0, 0, 5], "order": ["a1", 0, 5]},
                "t": {
                    "words": "the bus",
                    "kind": ["worry", 1, 5],
                    "by": [1, 1, 5],
                    "beside": ["sayings/s", 1, 5],
                    "shown": [True, 1, 5],
                    "through": ["Mo", 1, 5],
                    "day": ["2026-05-01", 1, 5],
                    "order": ["a0", 1, 5],
                },
                "u": {
                    "words": "no time",
                    "kind": ["not yet", 1, 5],
                    "by": [1, 1, 5],
                    "topic": ["time", 1, 5],
                    "nature": ["structural", 1, 5],
                    "of": ["x", 1, 5],
                    "order": ["a2", 1, 5],
                },
                "v": {"words": "?", "topic": ["weather", 1, 5], "nature": [3, 1, 5], "order": ["a3", 1, 5]},
            },
            "feelings": {
                "f": {
                    "feels/calm": [True, 0, 5],
                    "feels/sad": [True, 0, 5],
                    "by": [0, 0, 5],
                    "day": ["2026-05-02", 0, 5],
                },
                "e": {"words": "wobbly", "beside": ["steps/s", 1, 5], "by": [1, 1, 5], "day": ["2026-05-01", 1, 5]},
            },
            "answers": {
                "a": {
                    "by": [0, 0, 5],
                    "question": ["go on", 0, 5],
                    "said": ["some", 0, 5],
                    "rooms/plan": [True, 0, 5],
                    "rooms/talk": [False, 0, 5],
                    "again": ["2026-06-01", 0, 5],
                    "words": "slowly",
                },
            },
        },
        "nobody agrees with themselves about what they heard": {
            "sayings": {
                "s": {"kind": ["heard", 1, 5], "by": [1, 1, 5], "agreed": ["yes", 0, 6]},
                "t": {"kind": ["heard", 1, 5], "by": [1, 1, 5], "agreed": ["yes", 1, 6]},
                "u": {"kind": ["heard", 1, 5], "by": [1, 1, 5], "agreed": ["no", "both", 6]},
                "v": {"kind": ["heard", 1, 5], "by": [1, 1, 5], "agreed": ["no", "x", 6]},
            }
        },
        "nobody shows in the plan what another said": {
            "sayings": {
                "s": {"kind": ["worry", 1, 5], "by": [1, 1, 5], "shown": [True, 1, 6]},
                "t": {"kind": ["worry", 1, 5], "by": [1, 1, 5], "shown": [True, 0, 6]},
                "u": {"kind": ["worry", 1, 5], "by": [1, 1, 5], "shown": [True, "both", 6]},
                "v": {"by": [0, 0, 5], "kind": ["worry", 0, 5], "shown": [True, 0, 6], "agreed": ["yes", 1, 6]},
                "w": {"by": [0, 0, 5], "kind": ["worry", 0, 5], "shown": [True, 1, 6], "agreed": ["yes", 1, 6]},
            }
        },
        "pictures, the oldest first": {
            "pictures": {
                "q": {"name": ["Spring", 0, 5], "day": ["2026-05-01", 0, 5], "after": ["p", 0, 5], "rows": {}},
                "p": {
                    "name": ["Winter", 0, 5],
                    "day": ["2026-01-01", 0, 5],
                    "start": ["blank", 0, 5],
                    "rows": {"ann": row, "bo": [None, 0, 6]},
                },
            }
        },
        "photographs, the oldest first": {
            "photographs": {
                "q": {
                    "name": ["The big paper", 1, 5],
                    "day": ["2026-05-01", 1, 5],
                    "words": "Ann and Bo, in felt pen",
                    "by": [1, 1, 5],
                    "key": ["00" * 32, 1, 5],
                    "size": [70000, 1, 5],
                    "pieces": [["aa" * 32, "bb" * 32], 1, 5],
                },
                "p": {"day": ["2026-01-01", "both", 5], "archived": [True, "both", 6]},
            }
        },
        "what somebody could offer": {
            "offers": {
                "o": {"name": ["Joe", 1, 5], "words": "knows the allotment", "asked": ["yes", 1, 5], "by": [1, 1, 5]},
                "n": {"words": "sings in a choir", "kind": ["person", 1, 5]},
                "p": {"name": ["Pond", 0, 5], "kind": ["place", 0, 5], "place": [["close", 700], 1, 5]},
            }
        },
        "rounds": {
            "rounds": {
                "r": {
                    "place": ["00ff", 0, 5],
                    "label": ["Blue kettle", 0, 5],
                    "meeting": ["Thursday at two", 0, 5],
                    "errands": [[{"what": "ring", "when": {"kind": "day", "day": "2026-12-01"}}], 0, 5],
                    "via": ["2/00aa", 0, 5],
                    "day": ["2026-11-30", 0, 5],
                },
                "q": {"errands": [[{"when": {"kind": "none"}}], 0, 5], "name": [7, 0, 5]},
                "o": {"errands": [[{"what": "ring"}], 0, 5]},
                "p": {"errands": ["ring", 0, 5], "archived": [True, 0, 5]},
            }
        },
        "notes": {"notes": {"n": {"about": ["00ff/ann", 0, 5], "words": "shouts", "distance": [True, 0, 5]}}},
        "values kept beside, of every kind of place": {
            "people": {"ann": {**_ANN, "contexts/family": [True, 0, 5]}},
            "ties": {"ann/bo": ["tie", 0, 5]},
            "help": {"lift/answer": ["nobody", 0, 5]},
            "pictures": {"p": {"rows": {"ann": row}}},
            "goals": {"g": {"title": "Swim", "people": {"ann": [True, 0, 5]}}},
            "kept": {
                "a": _kept("people/ann", "contexts/family", False),
                "b": _kept("ties", "ann/bo", "strong"),
                "c": _kept("help", "lift/answer", "myself"),
                "d": _kept("goals/g", "people/ann", False),
                "e": _kept("people/ann", "place", ["life", 10]),
                "f": _kept("pictures/p", "rows/ann", None),
                "stands": _kept("ties", "ann/bo", "tie"),
                "stands too": _kept("people/ann", "contexts/family", True),
            },
        },
    }


def _odd() -> dict[str, dict[str, Json]]:
    return {
        "kinds that are not known": {
            "meta": {"kind": ["club", 0, 5], "name/5": ["", 0, 5], "name/9": ["Nine", 0, 5]},
            "people": {
                "ann": {
                    **_ANN,
                    "kind": ["robot", 0, 5],
                    "service": ["near", 0, 5],
                    "contexts/moon": [True, 0, 5],
                    "contexts/family": ["yes", 0, 5],
                    "in_person": ["hourly", 0, 5],
                    "closer": ["yes", 0, 5],
                    "battery": ["full", 0, 5],
                    "other/thing": [1, 0, 5],
                }
            },
            "strengths": {"s": {"by": [0, 0, 5], "kind": ["has", 0, 5], "about": [-1, 0, 5], "agreed": [True, 0, 5]}},
            "goals": {"g": {"taken": ["perhaps", 0, 5], "state": ["late", 0, 5], "origin": [7, 0, 5]}},
            "wishes": {"w": {"card": ["ace", 0, 5], "guess": ["yes", 0, 5], "taken": [True, 0, 5], "like": [0, 0, 5]}},
            "sayings": {"s": {"kind": ["shout", 0, 5], "by": ["both", 0, 5], "shown": [1, 0, 5]}},
            "feelings": {"f": {"feels/blue": [True, 0, 5], "feels/sad": ["yes", 0, 5], "by": [-1, 0, 5]}},
            "answers": {
                "a": {
                    "by": [0, 0, 5],
                    "question": ["why", 0, 5],
                    "said": ["perhaps", 0, 5],
                    "rooms/attic": [True, 0, 5],
                }
            },
            "offers": {
                "o": {"asked": ["maybe", 0, 5], "by": ["both", 0, 5], "kind": ["robot", 0, 5]},
                "p": {"place": [["moon", 4000], 1, 5]},
            },
            "photographs": {"p": {"by": [-1, 0, 5], "size": [-1, 0, 5], "pieces": ["aa", 0, 5], "lens": ["x", 0, 5]}},
        },
        "ties that are none": {
            "ties": {
                "bo/ann": ["tie", 0, 5],
                "ann/ann": ["tie", 0, 5],
                "ann": ["tie", 0, 5],
                "/ann": ["tie", 0, 5],
                "ann/bo/cy": ["tie", 0, 5],
                "ann/bo": ["weak", 0, 5],
                "ann/cy": "tie",
                "bo/cy": {"a": ["tie", 0, 5]},
            }
        },
        "situations that are none": {
            "help": {
                "lift": ["x", 0, 5],
                "lift/colour": ["red", 0, 5],
                "/words": ["x", 0, 5],
                "lift/people": [True, 0, 5],
                "lift/people/ann/bo": [True, 0, 5],
                "cook/answer": ["perhaps", 0, 5],
                "cook/gives": [1, 0, 5],
                "cook/people/ann": ["yes", 0, 5],
                "cook/words": [7, 0, 5],
            }
        },
        "rows that are odd": {
            "pictures": {
                "p": {
                    "day": [20260101, 0, 5],
                    "start": ["anew", 0, 5],
                    "rows": {
                        "ann": [["orbit", 3600, "robot", "near", "yes", ["moon", "family", 3], "bo"], 0, 5],
                        "bo": [["close"], 0, 5],
                        "cy": ["close", 0, 5],
                        "di": {"ring": "close"},
                        "ed": [["life", 20, "place", "linked", False, [], [1, "fay"], "more"], 0, 5],
                    },
                },
                "q": {"rows": ["close", 0, 5]},
            }
        },
        "a placing without its angle": {
            "people": {
                "ann": {"name": ["Ann", 0, 5], "place": [["close"], 0, 5]},
                "bo": {"name": ["Bo", 0, 5], "place": [["past"], 1, 5], "wonder": [["life", 7, "more"], 1, 6]},
            }
        },
        "ids beyond sixteen bits, in the order of their code points": {
            "people": {"\ufb03": _ANN, "\U0001f408": {**_ANN, "name": ["Bo", 0, 5]}},
            "ties": {"\ufb03/\U0001f408": ["tie", 0, 5], "\U0001f408/\ufb03": ["strong", 0, 5]},
            "help": {"lift/people/\U0001f408": [True, 0, 5], "lift/people/\ufb03": [True, 0, 5]},
            "goals": {
                "\U0001f408": {"title": "Swim", "order": ["a1", 0, 5]},
                "\ufb03": {
                    "title": "Sing",
                    "order": ["a1", 0, 5],
                    "people": {"\U0001f408": [True, 0, 5], "\ufb03": [True, 0, 5]},
                },
                "a": {"title": "Paint", "order": ["\U0001f408", 0, 5]},
                "b": {"title": "Walk", "order": ["\ufb03", 0, 5]},
            },
        },
        "who does it, when, and what may be told, with a part left out": {
            "steps": {
                "a": {"who": [{"kind": "other"}, 0, 5], "when": [{"kind": "day"}, 0, 5]},
                "b": {"who": [{"kind": "member"}, 0, 5], "when": [{"kind": "day", "day": 7}, 0, 5]},
                "c": {"who": [{"kind": "person"}, 0, 5], "when": [{"day": "2026-11-30"}, 0, 5]},
                "d": {"who": [{"name": "Rosalind"}, 0, 5], "when": [{"kind": "next", "more": 1}, 0, 5]},
                "e": {"who": [{"kind": "other", "name": "", "more": 1}, 0, 5]},
            },
            "disclosures": {"d": {"by": [0, 0, 5], "consent": [{"kind": "yes"}, 0, 5]}},
        },
        "fields that are called as what every object has": {
            "people": {
                "ann": {
                    **_ANN,
                    **{key: ["x", 0, 5] for key in ("constructor", "toString", "hasOwnProperty/a")},
                }
            },
            "goals": {"constructor": {"title": "Swim", "valueOf": [1, 0, 5]}},
            "steps": {"toString": {"what": "Ask", "constructor/ann": [True, 0, 5]}},
            "kept": {"a": _kept("goals/constructor", "valueOf", 2), "b": _kept("constructor/x", "name", "Ann")},
        },
        "an answer in a hand that is none": {
            "strengths": {
                "s": {"about": [0, 1, 5], "agreed": ["yes", "x", 5]},
                "t": {"by": [0, 0, 5], "agreed": ["no", -1, 5]},
            }
        },
        "a value nested out of all measure": {
            "people": {"ann": {**_ANN, "later": [_nested(DEEPEST + 1), 0, 5], "phone": [_nested(2), 0, 5]}}
        },
        "values kept beside, and what stands there or was said of them": {
            "meta": {"kept/c": [[], 0, 5], "kept/d": [0, 0, 5], "kept/e": ["", 0, 5], "kept/f": [{}, 0, 5]},
            "people": {"ann": {"died": [True, 0, 5], "closer": [[1, False], 0, 5]}},
            "kept": {
                "a": _kept("people/ann", "died", 1),
                "b": _kept("people/ann", "closer", [True, 0]),
                **{each: _kept("people/ann", "name", "Ana") for each in "cdef"},
            },
        },
        "values kept beside of what is not there": {
            "kept": {"a": _kept("people/gone", "name", "Ann"), "b": _kept("toString", "x", 1), "c": _kept("", "", 1)}
        },
    }


def _kept(entity: str, field: str, value: Json) -> Json:
    return {
        "entity": [entity, 0, 5],
        "field": [field, 0, 5],
        "value": [value, 0, 5],
        "author": [1, 0, 5],
        "when": [4, 0, 5],
    }


def _nested(depth: int) -> Json:
    value: Json = 1
    for _ in range(depth):
        value = [value]
    return value

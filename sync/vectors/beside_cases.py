"""Stored documents with what stands beside the map: in the way, what may be told, going out, good to know."""

from sync.vectors.seeds import Json


def beside() -> dict[str, dict[str, Json]]:
    """By name, as they are stored."""
    return {
        "in the way": {
            "barriers": {
                "b": {
                    "words": "the bus stops at six",
                    "kind": ["getting in", 0, 5],
                    "side": ["elsewhere", 0, 5],
                    "by": [0, 0, 5],
                    "stops": ["goals/g", 0, 5],
                    "order": ["a1", 0, 5],
                },
                "a": {
                    "words": "evenings are full",
                    "kind": ["time", 1, 5],
                    "side": [1, 1, 5],
                    "by": [1, 1, 5],
                    "state": ["worked around", "both", 6],
                    "parent": ["b", 1, 5],
                    "order": ["a0", 1, 5],
                },
                "c": {"by": [0, 0, 5], "side": ["service", 0, 5], "archived": [True, 0, 5]},
            }
        },
        "what may be told": {
            "disclosures": {
                "d": {
                    "words": "that I may leave early",
                    "why": "so that nobody worries",
                    "to": ["the tutor", 1, 5],
                    "until": ["2026-12-31", 1, 5],
                    "by": [1, 1, 5],
                    "consent": [_yes("that I may leave early", "the tutor", "2026-12-31"), 0, 6],
                    "told": [True, 1, 7],
                },
                "c": {
                    "by": [0, 0, 5],
                    "words": "that the bus is hard",
                    "why": "so that somebody comes along",
                    "to": ["the club", 0, 5],
                    "begins": ["2026-12-01", 0, 5],
                    "until": ["2026-12-31", 0, 5],
                    "consent": [_exactly(), 0, 6],
                },
                "e": {"by": [0, 0, 5], "consent": [{"kind": "back"}, 0, 6]},
                "f": {"by": [0, 0, 5], "consent": [{"kind": "no"}, 0, 6]},
            }
        },
        "nobody says yes in the owner's place, and not both": {
            "disclosures": {
                "d": {"words": "x", "by": [0, 0, 5], "consent": [_yes("x", "", ""), 1, 6]},
                "e": {"words": "x", "by": [0, 0, 5], "consent": [_yes("x", "", ""), "both", 6]},
                "f": {"words": "x", "by": [0, 0, 5], "consent": [{"kind": "perhaps"}, 0, 6]},
                "g": {
                    "by": [0, 0, 5],
                    "words": "x",
                    "begins": [3, 0, 5],
                    "consent": [{"kind": "exactly", "words": "x", "to": ""}, 0, 6],
                },
            }
        },
        "going out": {
            "meta": {"resting": ["2026-11-02", 0, 5]},
            "outings": {
                "o": {
                    "what": "The art class",
                    "where": ["St Mark's hall", 0, 5],
                    "when": [{"kind": "day", "day": "2020-02-29"}, 0, 5],
                    "time": ["ten, every Monday", 0, 5],
                    "getting": ["bus 4", 1, 5],
                    "cost": ["a pound or two", 1, 5],
                    "meet": ["by the blue door", 1, 5],
                    "phone": ["0113 496 0000", 1, 5],
                    "helps": "a seat by the door",
                    "plan_b": "tea next door",
                    "goal": ["g", 0, 5],
                    "by": [0, 0, 5],
                    "state": ["resting", 0, 5],
                    "since": ["2026-11-01", 0, 5],
                    "people": {"ann": [True, 0, 5], "bo": [False, 0, 5]},
                },
                "n": {"by": [0, 0, 5], "state": ["no thanks", 0, 5], "order": ["a0", 0, 5]},
            },
            "supports": {
                "s": {
                    "outing": ["o", 0, 5],
                    "kind": ["introduce", 0, 5],
                    "words": "to the tutor",
                    "who": [{"kind": "person", "id": "ann"}, 0, 5],
                    "asked": ["yes", 0, 5],
                    "to": ["Mo", 0, 5],
                    "happened": [True, 0, 6],
                }
            },
            "worries": {
                "w": {
                    "outing": ["o", 1, 5],
                    "by": [1, 1, 5],
                    "words": "I may be late",
                    "i_could": "leave at nine",
                    "you_could": "go in without me",
                }
            },
            "occasions": {
                "q": {"outing": ["o", 0, 5], "day": ["2026-11-23", 0, 5], "company": ["together", 0, 5], "people": {}},
                "p": {
                    "outing": ["o", 0, 5],
                    "day": ["2026-11-16", 0, 5],
                    "company": ["with someone", 0, 5],
                    "people": {"ann": [True, 0, 5]},
                },
            },
            "impressions": {
                "i": {
                    "outing": ["o", 0, 5],
                    "occasion": ["p", 0, 5],
                    "by": [0, 0, 5],
                    "size": ["like the high board", 0, 5],
                    "felt": ["mixed", 0, 5],
                    "mark": ["half", 0, 5],
                    "words": "loud, and then good",
                    "next_time": "earplugs",
                }
            },
        },
        "nobody says anything in another's name": {
            "sayings": {
                "in my name": {"words": "I give up", "by": [0, 1, 5], "kind": ["worry", 1, 5]},
                "with no name": {"words": "I give up", "kind": ["worry", 1, 5], "day": ["2026-11-23", "both", 5]},
                "with no hand": {"words": "I give up"},
                "taken over": {
                    "words": "to swim",
                    "by": [0, 0, 5],
                    "kind": ["worry", 1, 6],
                    "day": ["2026-11-23", 0, 5],
                    "shown": [True, 1, 6],
                    "archived": [True, 1, 6],
                    "later": ["x", 1, 6],
                },
                "struck": {"words": "We ring", "by": [0, 0, 5], "kind": ["together", 0, 5], "archived": [True, 1, 6]},
                "on the map": {
                    "words": "Ann",
                    "by": [0, 0, 5],
                    "kind": ["thought", 0, 5],
                    "beside": ["people/ann", 1, 6],
                    "archived": [True, 1, 6],
                },
                "called a thought": {"by": [0, 0, 5], "kind": ["thought", 1, 6], "archived": [True, 1, 6]},
                "a copy": {"words": "slowly", "by": [1, 0, 5], "kind": ["worry", 0, 5], "copied": ["2026-11-23", 0, 5]},
                "no copy": {"words": "slowly", "by": [0, 1, 5], "copied": ["2026-11-23", 1, 5]},
                "at one tablet": {"words": "both", "by": [1, "both", 5], "kind": ["sign", "both", 5]},
                "no copy any more": {"words": "slowly", "by": [1, 0, 5], "copied": ["", 1, 6]},
                "answered": {"words": "I give up", "kind": ["heard", 1, 5], "agreed": ["no", 0, 6]},
                "answered alone": {"words": "I give up", "agreed": ["no", 0, 6], "archived": [False, 0, 6]},
            },
            "feelings": {
                "f": {"by": [0, 0, 5], "feels/calm": [True, 0, 5], "feels/sad": [True, 1, 6]},
                "g": {"by": [0, 1, 5], "feels/sad": [True, 1, 6], "feels/calm": [True, 0, 6]},
            },
            "answers": {"a": {"by": [0, 0, 5], "said": ["yes", 1, 6], "rooms/map": [True, 1, 6]}, "b": {"words": "x"}},
            "worries": {"w": {"by": [1, 0, 5], "words": "x", "outing": ["o", 0, 5]}},
            "impressions": {"i": {"by": [0, 0, 5], "felt": ["loved", 1, 6], "mark": ["half", 0, 5]}, "j": {}},
            "needs": {"n": {"by": [0, 0, 5], "topic": ["stairs", 1, 6]}},
            "goals": {
                "g": {"title": "Work", "by": [0, 1, 5]},
                "h": {"title": "Work", "order": ["a1", 1, 5]},
                "k": {"title": "Work", "state": ["resting", 0, 6], "order": ["a1", 1, 5]},
                "l": {"title": "Work", "state": ["resting", 0, 6]},
                "m": {"title": "Work"},
                "n": {"title": "Work", "by": [1, 0, 5]},
                "i": {"title": "Work", "by": ["both", 1, 5]},
                "j": {"title": "Work", "by": [0, 1, 5], "copied": ["2026-11-23", 1, 5]},
            },
            "wishes": {"w": {"words": "The sea", "by": [0, 1, 5]}},
            "barriers": {
                "b": {"words": "the bus", "by": [0, 1, 5]},
                "c": {"words": "the bus", "archived": [False, 0, 6], "order": ["a1", 1, 5]},
                "d": {"words": "the bus"},
            },
            "meetings": {"m": {"words": "We agreed"}},
        },
        "good to know": {
            "needs": {
                "n": {"kind": ["access", 0, 5], "topic": ["stairs", 0, 5], "words": "one flight", "by": [0, 0, 5]},
                "m": {
                    "kind": ["check in", 0, 5],
                    "topic": ["text", 0, 5],
                    "who": [{"kind": "member", "member": 1}, 0, 5],
                    "by": [0, 0, 5],
                    "order": ["a0", 0, 5],
                },
            }
        },
        "how far a goal has come": {
            "yardsticks": {
                "y": {
                    "goal": ["g", 0, 5],
                    "hoped": "swim twice a month",
                    "better": "every week",
                    "much_better": "with somebody I met there",
                    "less": "once a month",
                    "much_less": "not at all",
                    "start": ["much less", "both", 5],
                    "by_day": ["2027-06-30", "both", 5],
                    "importance": ["most", 0, 6],
                    "difficulty": ["some", 1, 6],
                },
                "z": {"goal": ["g", 1, 5], "importance": ["none", 1, 6], "difficulty": ["much", 1, 6]},
                "x": {"goal": ["g", 1, 5], "importance": ["some", "both", 6]},
            },
            "aims": {
                "b": {
                    "goal": ["g", 0, 5],
                    "yardstick": ["y", 0, 5],
                    "hoped": "swim twice a month",
                    "better": "every week",
                    "start": ["less", 0, 5],
                    "by_day": ["2027-06-30", 0, 5],
                    "why": "the pool is shut",
                    "by": [0, 0, 5],
                    "day": ["2026-11-23", 0, 5],
                },
                "a": {
                    "goal": ["g", "both", 5],
                    "hoped": "swim every week",
                    "day": ["2026-11-16", "both", 5],
                    "by": ["both", "both", 5],
                    "replaced": [True, 0, 6],
                },
            },
            "answers": {
                "r": {
                    "question": ["level", 1, 5],
                    "said": ["a bit better", 1, 5],
                    "beside": ["aims/b", 1, 5],
                    "by": [1, 1, 5],
                }
            },
        },
        "what is noticed": {
            "sayings": {"own": {"kind": ["sign", 0, 5], "by": [0, 0, 5], "words": "I hum"}},
            "answers": {
                "a": {
                    "question": ["sign", 1, 5],
                    "said": ["yes", 1, 5],
                    "beside": ["signs/lead", 1, 5],
                    "by": [1, 1, 5],
                    "words": "chose the day",
                },
                "b": {
                    "question": ["sign", 0, 5],
                    "said": ["yes", 0, 5],
                    "beside": ["sayings/own", 0, 5],
                    "by": [0, 0, 5],
                },
                "c": {
                    "question": ["look back", 0, 5],
                    "said": ["not now", 0, 5],
                    "beside": ["words", 0, 5],
                    "by": [0, 0, 5],
                },
                "d": {
                    "question": ["look back", 1, 6],
                    "said": ["not now", 1, 6],
                    "beside": ["words", 1, 6],
                    "by": [0, 1, 6],
                },
            },
        },
        "how they meet": {
            "meta": {
                "meeting": ["Thursday at 2", 0, 5],
                "meeting_place": ["Corner caf\u00e9", 0, 5],
                "meeting_chosen": [1, 1, 5],
                "late": ["wait ten minutes", "both", 5],
                "phone/1": ["0113 496 0000", 1, 5],
            },
            "meetings": {
                "b": {"day": ["2026-11-16", 1, 5], "kind": ["chat", 1, 5], "by": [1, 1, 5]},
                "a": {
                    "day": ["2026-11-23", "both", 5],
                    "kind": ["map", "both", 5],
                    "by": ["both", "both", 5],
                    "where": ["the park", 0, 6],
                    "chosen": ["someone else", 0, 6],
                    "words": "Today we looked at the map together.",
                },
            },
        },
        "kinds beside the map that are not known": {
            "meetings": {"m": {"kind": ["exam", 0, 5], "chosen": [-1, 0, 5], "day": [4, 0, 5], "by": ["all", 0, 5]}},
            "yardsticks": {"y": {"start": ["better", 0, 5], "importance": [3, 0, 5], "difficulty": ["very", 0, 5]}},
            "aims": {"a": {"start": [0, 0, 5], "by": ["all", 0, 5], "replaced": ["yes", 0, 5], "hoped": ["x", 0, 5]}},
            "barriers": {
                "b": {"kind": ["weather", 0, 5], "side": [-1, 0, 5], "state": ["gone", 0, 5], "by": ["all", 0, 5]}
            },
            "outings": {
                "o": {
                    "by": [0, 0, 5],
                    "state": ["late", 0, 5],
                    "when": ["soon", 0, 5],
                    "where": [7, 0, 5],
                    "what": ["x", 0, 5],
                }
            },
            "supports": {"s": {"kind": ["pay", 0, 5], "asked": ["maybe", 0, 5], "happened": ["yes", 0, 5]}},
            "worries": {"w": {"by": ["both", 0, 5]}},
            "occasions": {"p": {"company": ["crowd", 0, 5], "day": [True, 0, 5]}},
            "impressions": {"i": {"felt": ["bored", 0, 5], "mark": [3, 0, 5], "by": ["both", 0, 5]}},
            "needs": {"n": {"by": [0, 0, 5], "kind": ["wish", 0, 5], "who": ["Jo", 0, 5]}},
            "meta": {"resting": [True, 0, 5], "meeting_chosen": ["Jo", 0, 5], "late": [1, 0, 5], "phone/0": [7, 0, 5]},
        },
    }


def _exactly() -> Json:
    return {
        "kind": "exactly",
        "words": "that the bus is hard",
        "to": "the club",
        "why": "so that somebody comes along",
        "begins": "2026-12-01",
        "until": "2026-12-31",
    }


def _yes(words: str, to: str, until: str) -> Json:
    return {"kind": "yes", "words": words, "to": to, "until": until}

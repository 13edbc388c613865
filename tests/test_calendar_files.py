"""Calendar files of the web app, read by two readers that are not ours."""

import json
from datetime import UTC, date, datetime, timedelta
from typing import Final
from zoneinfo import ZoneInfo

import icalendar
import pytest
import vobject

from tests.sources import ROOT

FILE: Final = (ROOT / "tests" / "fixtures" / "days.ics").read_bytes()
ENTRIES: Final[list[dict[str, str]]] = json.loads((ROOT / "tests" / "fixtures" / "days.json").read_text("utf-8"))[
    "entries"
]
CALENDAR: Final = icalendar.Calendar.from_ical(FILE)
BY_ICALENDAR: Final = {
    str(event["UID"]): event for event in CALENDAR.walk("VEVENT") if isinstance(event, icalendar.Event)
}
BY_VOBJECT: Final = {event.uid.value: event for event in vobject.readOne(FILE.decode("utf-8")).contents["vevent"]}
LONDON: Final = ZoneInfo("Europe/London")


def test_no_line_is_longer_than_75_octets_and_each_ends_as_it_should() -> None:
    lines = FILE.split(b"\r\n")
    assert lines[-1] == b""
    assert max(len(line) for line in lines) <= 75
    assert b"\n" not in FILE.replace(b"\r\n", b"")
    assert "".join(line.decode("utf-8") for line in lines)


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry["id"])
def test_both_read_what_was_written(entry: dict[str, str]) -> None:
    one, other = BY_ICALENDAR[entry["id"]], BY_VOBJECT[entry["id"]]
    assert str(one["SUMMARY"]) == other.summary.value == entry["title"]
    assert str(one.get("LOCATION", "")) == entry["place"]
    assert (other.location.value if "location" in other.contents else "") == entry["place"]
    if entry["time"] == "":
        day = date.fromisoformat(entry["day"])
        assert one.start == other.dtstart.value == day
        assert one.end == other.dtend.value == day + timedelta(days=1)
        return
    on_the_wall = datetime.fromisoformat(f"{entry['day']}T{entry['time']}")
    for read in (one.start, other.dtstart.value):
        assert isinstance(read, datetime)
        assert read.replace(tzinfo=None) == on_the_wall
        assert read.astimezone(UTC) == on_the_wall.replace(tzinfo=LONDON).astimezone(UTC)
    assert one.duration == other.duration.value == timedelta(hours=1)


def test_the_clock_on_the_wall_stays_across_both_nights_when_clocks_change() -> None:
    hours = {}
    for name in ("before spring", "after spring", "before autumn", "after autumn"):
        begins = BY_ICALENDAR[name].start
        assert isinstance(begins, datetime)
        hours[name] = begins.astimezone(UTC).hour
    assert hours == {"before spring": 10, "after spring": 9, "before autumn": 9, "after autumn": 10}


def test_the_rules_of_the_zone_in_the_file_say_the_same_without_any_list_of_zones() -> None:
    (rules,) = (part for part in CALENDAR.walk("VTIMEZONE") if isinstance(part, icalendar.Timezone))
    zone = rules.to_tz(lookup_tzid=False)
    for entry in ENTRIES:
        if entry["time"]:
            wall = datetime.fromisoformat(f"{entry['day']}T{entry['time']}")
            assert wall.replace(tzinfo=zone).utcoffset() == wall.replace(tzinfo=LONDON).utcoffset()

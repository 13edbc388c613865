"""Words that rest on a branch that was given up (P19): each is said anew upon what stands, by whoever said it."""

from collections.abc import Callable

import pytest
from pycrdt import Map, Text

from sync.device import Device
from sync.envelope import By
from sync.kept import Kept, read_kept
from sync.roots import ROOTS
from sync.yjs_update import read
from tests.sync.company import Company


@pytest.fixture
def company(request: pytest.FixtureRequest) -> Company:
    return Company(request.node.name)


def test_what_rests_on_words_that_were_lost_with_another_branch_is_said_upon_what_stands(company: Company) -> None:
    """Somebody is let in, and says something; a restored server knows nothing of them, and they say it no more."""
    phone, desk, length = company.with_desk()
    company.parts(phone)
    laptop = company.joins(desk, (1,))
    company.says(laptop, "where", 1)
    writes_over(company, desk, "where", "at the pond")
    company.parts(desk)
    writes_over(company, desk, "where", "at the café")
    company.goes_back(length)
    company.does(phone, phone.rotate())
    company.meets(phone)
    company.meets(desk)
    late = company.by_card(company.owner_card)
    for device in (desk, phone, late):
        assert company.reads(device) == {"before", "where"}
        assert company.document_of(device).get("meta", type=Map)["where"] == ["at the café", 1, 2]
        assert not device.replica.log.is_waiting
    again = Device.load(company.around, company.relay.keep(desk))
    assert company.reads(again) == company.reads(late)
    assert again.replica.log.held == late.replica.log.held
    said = [company.space.chain(each.replica.keys.id) for each in (laptop, desk)]
    assert [len(records) for records in said] == [0, 2]


def test_what_rests_on_lost_words_is_said_as_it_was_meant_also_where_somebody_wrote_there_at_the_same_time(
    company: Company,
) -> None:
    """The two have never met on a screen: so the one that does not stand is kept beside the other (P25)."""
    phone, desk, length = company.with_desk()
    company.parts(phone)
    laptop = company.joins(desk, (1,))
    company.says(laptop, "where", 1)
    writes_over(company, desk, "where", "at the pond")
    company.goes_back(length)
    company.does(phone, phone.rotate())
    company.says(phone, "where", 0)
    company.meets(phone)
    company.meets(desk)
    for device in (desk, phone, company.by_card(company.owner_card)):
        company.reads(device)
        assert company.document_of(device).get("meta", type=Map)["where"] == ["at the pond", 1, 2]
        (kept,) = beside(company, device)
        assert (kept.entity, kept.field, kept.value, kept.by, kept.at) == ("meta", "where", "where by 0", 0, 1)
        items = read(company.document_of(device).get_update()).items
        assert kept.id in {f"meta/where/{item.client}:{item.clock}" for item in items}
    said = [company.space.chain(each.replica.keys.id) for each in (phone, desk)]
    assert [len(records) for records in said] == [1, 1]


def with_nan(company: Company) -> tuple[Device, Device]:
    """A phone that made Nan on a branch that is given up, and a desk that wrote on her and meets the others first."""
    phone, desk, length = company.with_desk()
    company.parts(company.tablet)
    company.does(phone, phone.rotate())
    made = {"name": ["Nan", 0, 1], "relation": ["", 0, 1], "note": Text("tea")}
    edits(company, phone, 0, lambda people: people.update({"nan": Map(made)}))
    company.parts(phone)
    edits(company, desk, 1, lambda people: nan(people).update({"relation": ["aunt", 1, 2], "name": ["Nanny", 1, 2]}))
    edits(company, desk, 1, lambda people: people.update({"ben": Map({"name": ["Ben", 1, 3]})}))
    company.goes_back(length)
    company.does(company.tablet, company.tablet.rotate())
    company.meets(company.tablet)
    company.meets(desk)
    return phone, desk


def people_of(company: Company, device: Device) -> object:
    company.reads(device)
    return company.document_of(device).get("people", type=Map).to_py()


def test_what_another_made_and_nobody_has_is_said_again_by_its_author_alone(company: Company) -> None:
    """P23: what could only be said upon it is kept here, and by nobody else."""
    phone, desk = with_nan(company)
    ben = {"ben": {"name": ["Ben", 1, 3]}}
    assert people_of(company, company.tablet) == ben
    assert [b"Nanny" in draft.update for draft in desk.replica.unsaid] == [True]
    company.meets(phone)
    late = company.by_card(company.owner_card)
    everybody = (company.tablet, desk, phone, late)
    assert [people_of(company, device) for device in everybody] == [
        {"nan": {"name": ["Nan", 0, 1], "relation": ["", 0, 1], "note": "tea"}, **ben}
    ] * 4
    assert [device.replica.log.is_waiting for device in everybody] == [False] * 4
    again = Device.load(company.around, company.relay.keep(desk))
    assert again.replica.unsaid == desk.replica.unsaid


def test_what_somebody_made_is_theirs_also_where_another_had_to_make_it_anew_to_say_what_rested_on_it(
    company: Company,
) -> None:
    """Seed 16577: two had then made one person, and of one of them all that they said behind that was set aside.

    An app of before did so; who reads what it wrote goes on.
    """
    phone, desk = with_nan(company)
    anew = {"name": ["Nanny", 1, 2], "relation": ["aunt", 1, 2], "note": Text("tea")}
    edits(company, desk, 1, lambda people: people.update({"nan": Map(anew)}))
    company.meets(phone)
    company.says(phone, "after", 0)
    late = company.by_card(company.owner_card)
    for device in (company.tablet, desk, phone, late):
        company.reads(device)
        found = company.document_of(device).get("people", type=Map).to_py() or {}
        assert found["nan"] == {"name": ["Nan", 0, 1], "relation": ["aunt", 1, 2], "note": "tea"}
        assert [(each.entity, each.field, each.value) for each in beside(company, device)] == [
            ("people/nan", "name", "Nanny")
        ]
        assert {each.code for each in device.replica.log.aside.values()} <= {"CTL_UNKNOWN"}
    assert phone.alarms == frozenset()
    assert phone.replica.state is not None
    assert phone.replica.me is not None
    assert phone.replica.state.successions(phone.replica.me.ix) == 1
    again = Device.load(company.around, company.relay.keep(phone))
    assert company.reads(again) == company.reads(late)


def beside(company: Company, device: Device) -> tuple[Kept, ...]:
    """What is kept beside the fields, once `reads` has read."""
    doc = company.document_of(device)
    return read_kept({name: doc.get(name, type=Map).to_py() for name in ROOTS})


def nan(people: "Map[object]") -> "Map[object]":
    found = people["nan"]
    assert isinstance(found, Map)
    return found


def edits(company: Company, device: Device, by: By, change: Callable[["Map[object]"], object]) -> None:
    """The people as the device can read them."""
    company.reads(device)
    doc = company.document_of(device)
    before = doc.get_state()
    change(doc.get("people", type=Map))
    company.does(device, device.write(by, doc.get_update(before)))


def writes_over(company: Company, device: Device, key: str, value: str) -> None:
    """In the place of what the device can read there: so the edit rests on that."""
    company.reads(device)
    doc = company.document_of(device)
    before = doc.get_state()
    doc.get("meta", type=Map)[key] = [value, 1, 2]
    company.does(device, device.write(1, doc.get_update(before)))

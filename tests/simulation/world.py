"""One seed: three to six devices of one space, a relay that may lie, and two hundred things that happen.

Everything follows from the seed: keys, ids, who does what, which frames arrive when, which lie is told to whom.
"""

from collections.abc import Callable, Sequence
from functools import partial
from random import Random
from typing import Final, TypeAlias

from sync.card import CardSecret
from sync.device import Device
from sync.envelope import By
from sync.errors import Damaged
from sync.joining import from_link
from sync.surroundings import Surroundings
from tests.simulation.lies import Lie
from tests.simulation.relay import Relay
from tests.simulation.strangers import records_of_another_space
from tests.simulation.tablet import START_S, Tablet

OPERATIONS: Final = 200
FIRST: Final = ("tablet", "phone", "desk")
LATER: Final = ("second phone", "laptop", "old tablet")
LISTED: Final[dict[str, tuple[int, ...]]] = {
    "tablet": (0, 1), "phone": (0,), "desk": (1,), "second phone": (0,), "laptop": (1,), "old tablet": (0,),
}  # fmt: skip
HANDS: Final[dict[tuple[int, ...], tuple[By, ...]]] = {(0, 1): (0, 1, "both"), (0,): (0,), (1,): (1,)}
SAME: Final = (
    ("people/nan", "name"), ("people/nan", "relation"), ("people/sol", "name"), ("goals/swim", "order"),
    ("steps/ask", "goal"), ("meta", "meeting"), ("meta", "name/0"), ("people/nan", "a field of tomorrow"),
)  # fmt: skip
TEXTS: Final = (("goals/swim", "title"), ("steps/ask", "what"), ("steps/ask", "went"))

Acts: TypeAlias = "Sequence[tuple[int, Callable[[World, Tablet], None]]]"  # weight, what happens


class World:
    """`run`, then ask verdict.py. `acts` is what may happen, and how often.

    `story` is what happened, for whoever has to find out why.
    """

    def __init__(self, seed: int, acts: Acts, *, lies: bool = True) -> None:
        self.seed = seed
        self._acts = acts
        self.chance = Random(f"kith simulation {seed}")
        self.relay = Relay(self.chance)
        self.card = CardSecret.new(self.chance.randbytes)
        self.tablets: list[Tablet] = []
        self.story: list[str] = []
        self.told: list[Lie] = []  # every lie there was
        self.restored = 0  # times
        self.is_any_older = False  # some disk was replaced by an older one
        self.may_lie = lies
        self.may_live_twice = self.chance.random() < 0.4  # mishap.py says why it is that or a relay that goes back
        self._later = list(LATER[: self.chance.randint(0, 3)])
        self._entities = ["people/nan", "people/sol"]
        self._written = 0

    def run(self) -> None:
        self.found()
        for _ in range(OPERATIONS):
            self._tick()
        self.calm()

    @property
    def has_lied_about_the_chain(self) -> bool:
        """Whether the relay has taken back what it had, or shown two faces."""
        return any(lie.kind in ("rollback", "two faces") for lie in self.told)

    @property
    def has_gone_back(self) -> bool:
        """The same, or it was restored, and said so."""
        return self.restored > 0 or self.has_lied_about_the_chain

    def note(self, what: str) -> None:
        self.story[-1] += f" ({what})"

    def found(self) -> None:
        """A shared tablet begins; the owner's phone comes by card, the other's desk by link."""
        self.relay.strange = records_of_another_space()
        tablet = self._begin("tablet", lambda around: Device.start(around, cards=[(self.card, 0)]))
        tablet.add("people", "nan", {"name": "Nan"}, 0)
        tablet.add("people", "sol", {"name": "Sol"}, "both")
        tablet.add("goals", "swim", {"title": "Swim. "}, 1)
        tablet.add("steps", "ask", {"what": "Ask. ", "went": ""}, "both")
        tablet.connect()
        self.quiet()
        self._begin("phone", lambda around: Device.open_card(around, self.card)).connect()
        self.quiet()
        self._comes_by_link("desk")
        self.quiet()

    def _tick(self) -> None:
        tablet = self.chance.choice(self.tablets)
        act = self.chance.choices([act for _, act in self._acts], [weight for weight, _ in self._acts])[0]
        self.story.append(f"{len(self.story)} {tablet.name} {act.__name__}")
        try:
            act(self, tablet)
        except KeyError:
            self.note("that has not come yet")

    def calm(self) -> None:
        """The relay is honest again, and everybody comes, says and hears everything."""
        self.relay.lies.clear()
        self.relay.branch = None
        self._open_again()
        for _ in range(4):
            for tablet in self.tablets:
                tablet.hang_up()
                tablet.connect()
                self.quiet()
            self._open_again()
        self._open_by_card()
        for tablet in self.tablets:
            tablet.look()
        self.quiet()

    def quiet(self) -> None:
        """Until nobody has anything to say."""
        for _ in range(20_000):
            heard = [tablet.hear(50) for tablet in self.tablets]
            if not any(heard):
                return
        raise AssertionError("they never stop talking")

    def _begin(self, name: str, make: Callable[[Surroundings], Device]) -> Tablet:
        tablet = Tablet(name, self.relay, self.chance, make)
        self.tablets.append(tablet)
        return tablet

    def begin_twin(self, tablet: Tablet, facts: list[bytes]) -> None:
        """Another tablet that takes itself for this one."""
        twin = Tablet(f"{tablet.name} again", self.relay, self.chance, lambda around: Device.load(around, facts), facts)
        twin.is_twin = tablet.is_twin = True
        self.tablets.append(twin)

    def _comes_by_link(self, name: str) -> None:
        """Somebody invites, the newcomer asks, and whoever invited lets them in."""
        listed = LISTED[name]
        host = self.tablets[1] if listed == (0,) else self.tablets[0]
        host.connect()
        self.quiet()
        try:
            invitation, frames = host.device.invite(listed, START_S + 86_400)
        except Damaged as error:
            self.note(error.code)
            return
        host.does(lambda _: frames)
        self.quiet()
        link = host.device.link_of(invitation)
        if link is None:
            self.note("no invitation came of it")
            return
        guest = self._begin(name, lambda around: Device.join(around, from_link(link), "Jo"))
        guest.connect()
        self.quiet()
        for request in list(host.device.requests):
            try:
                host.does(partial(Device.approve, request_hash=request))
            except Damaged as error:
                self.note(f"cannot let in: {error.code}")
        self.quiet()
        guest.connect()
        self.quiet()

    def _fresh_value(self) -> str:
        self._written += 1
        tail = self.chance.choice(("", "", " 👩🏾‍🌾", " ß𝄞", "x" * self.chance.randint(9, 2_000)))
        return f"{self.seed}.{self._written}{tail}"

    def hand(self, tablet: Tablet) -> By:
        me = tablet.device.replica.me
        return self.chance.choice(HANDS[me.members if me else LISTED[tablet.name.removesuffix(" again")]])

    def write(self, tablet: Tablet) -> None:
        entity, name = self.chance.choice(SAME)
        if self.chance.random() < 0.35:
            entity, name = self.chance.choice(self._entities), self.chance.choice(("name", "relation", "face"))
        self._edits(tablet, lambda by: tablet.set(entity, name, self._fresh_value(), by))

    def write_on(self, tablet: Tablet) -> None:
        for _ in range(self.chance.randint(2, 4)):
            self.write(tablet)

    def add(self, tablet: Tablet) -> None:
        self._written += 1
        id_ = f"{self.seed}-{self._written}"
        self._edits(tablet, lambda by: tablet.add("people", id_, {"name": self._fresh_value()}, by))
        self._entities.append(f"people/{id_}")

    def type(self, tablet: Tablet) -> None:
        entity, name = self.chance.choice(TEXTS)
        self._written += 1
        self._edits(tablet, lambda by: tablet.write_text(entity, name, f"<{self.seed}.{self._written} 👋>", by))

    def _edits(self, tablet: Tablet, edit: Callable[[By], None]) -> None:
        if tablet.device.replica.me is None or tablet.is_over:
            return
        try:
            edit(self.hand(tablet))
        except Damaged as error:
            self.note(error.code)
            tablet.crash()

    def hear(self, tablet: Tablet) -> None:
        tablet.connect()
        tablet.hear(self.chance.randint(1, 12))

    def sync(self, tablet: Tablet) -> None:
        tablet.connect()
        tablet.look()
        for _ in range(500):
            if not tablet.hear(20):
                return
        raise AssertionError(f"{tablet.name} and the relay never stop talking")

    def everybody_hears(self, _: Tablet) -> None:
        for tablet in self.tablets:
            tablet.hear(self.chance.randint(0, 20))

    def hang_up(self, tablet: Tablet) -> None:
        tablet.hang_up()

    def one_is_removed(self, tablet: Tablet) -> None:
        """By the owner's phone, or by the owner's card scanned on the tablet; it need not be there, nor know."""
        here = [each for each in self.tablets if not each.is_over]
        if not here:
            return
        state, victim = tablet.device.replica.state, self.chance.choice(here)
        known = state.device(victim.device.replica.keys.id) if state else None
        if len(here) < 4 or victim is tablet or known is None or not known.is_active:
            return
        by = self.card if self.chance.random() < 0.3 else None
        self._decides(tablet, lambda device: device.remove((known.ix,), by=by))
        self.note(victim.name)

    def leaves(self, tablet: Tablet) -> None:
        if sum(not each.is_over for each in self.tablets) > 3:
            self._decides(tablet, Device.leave)

    def new_key(self, tablet: Tablet) -> None:
        self._decides(tablet, Device.rotate)

    def turns(self, tablet: Tablet) -> None:
        """A shared tablet becomes one person's: the other's with its own hand, the owner's by the card.

        Not where it may live twice: one of the two could have said, under the turn, what stands in the place of words
        that the other had written before it. Those can then be said by nobody.
        """
        me = tablet.device.replica.me
        if me is not None and len(me.members) > 1 and not self.may_live_twice:
            members, by = self.chance.choice((((1,), None), ((0,), self.card)))
            self._decides(tablet, lambda device: device.turn(me.ix, members, by))

    def card_is_lost(self, tablet: Tablet) -> None:
        """A fresh card first, then the lost one goes."""
        fresh, state = CardSecret.new(self.chance.randbytes), tablet.device.replica.state
        lost = [known.ix for known in state.devices if known.paper and known.is_active] if state else []
        if tablet.device.replica.me is None or tablet.device.replica.me.members != (0,) or not lost:
            return
        self._decides(tablet, lambda device: device.add_card(fresh, 0))
        self.sync(tablet)
        after = tablet.device.replica.state
        if after is not None and after.device(fresh.keys().device.id) is not None:
            self.card = fresh
            self._decides(tablet, lambda device: device.remove(lost))

    def closes_and_opens(self, tablet: Tablet) -> None:
        """The owner changes their mind; whoever wrote meanwhile loses nothing."""
        self._decides(tablet, Device.close)
        self.sync(tablet)
        for each in self.tablets:
            each.hear(self.chance.randint(0, 20))
        self._open_again()

    def _open_again(self) -> None:
        for each in self.tablets:
            me, state = each.device.replica.me, each.device.replica.state
            if state is not None and me is not None and me.members == (0,) and not each.is_over:
                self.sync(each)
                now = each.device.replica.state
                if now is not None and now.is_closed_at(now.n):
                    self._decides(each, Device.reopen)
                    self.sync(each)

    def _open_by_card(self) -> None:
        """Where every device of the owner's has stopped by a rule, their card opens it."""
        state = self.relay.log.state if self.relay.log else None
        there = [each for each in self.tablets if each.device.replica.state == state and not each.is_over]
        may = [each for each in there if each.device.replica.me is not None and each.device.replica.me.members == (0,)]
        if there and not may and state is not None and state.is_closed_at(state.n):
            self._decides(there[0], lambda device: device.reopen(by=self.card))
            self.quiet()

    def _decides(self, tablet: Tablet, act: Callable[[Device], list[bytes]]) -> None:
        """Something about who belongs, which may not be this one's to decide."""
        if tablet.device.replica.me is None or tablet.is_over:
            return
        try:
            tablet.does(act)
        except Damaged as error:
            self.note(error.code)

    def another_comes(self, _: Tablet) -> None:
        if self._later and all(lie.kind == "made-up request" for lie in self.relay.lies):
            self._comes_by_link(self._later.pop())

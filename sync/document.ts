// @ts-nocheck made by `python -m sync.schema` from document.py: change that, never this file

export type SpaceKind = 'pair' | 'own' | 'team'
export type Whose = number | ('' | 'both' | 'someone else')
export type PersonKind = 'person' | 'place' | 'activity' | 'service' | 'animal' | 'missing'
export type Ring = 'closest' | 'close' | 'life' | 'tray' | 'past'
export type Angle = number
export type By = number | 'both'
export type Service = 'unknown' | 'outside' | 'inside' | 'linked'
export type Context =
  'family' | 'friend' | 'neighbour' | 'work' | 'learning' | 'club' | 'faith' | 'service' | 'online' | 'other'
export type HowOften =
  '' | 'daily' | 'few a week' | 'weekly' | 'few a month' | 'monthly' | 'less' | 'lost touch' | 'varies'
export type TieStrength = '' | 'tie' | 'strong'
export type HelpAnswer = '' | 'nobody' | 'rather not' | 'myself'
export type StrengthKind = 'like' | 'good at' | 'said' | 'bring'
export type Member = number
export type Agreed = '' | 'yes' | 'no'
export type SayingKind =
  'thought' | 'hope' | 'worry' | 'easier' | 'together' | 'sign' | 'heard' | 'works' | 'not yet' | 'stopped' | 'helped'
export type Topic = '' | 'chances' | 'time' | 'backing' | 'means' | 'ideas'
export type Nature = '' | 'structural' | 'skill' | 'other'
export type FeelingCode =
  | 'calm'
  | 'hopeful'
  | 'curious'
  | 'pleased'
  | 'proud'
  | 'safe'
  | 'tired'
  | 'unsure'
  | 'nervous'
  | 'sad'
  | 'cross'
  | 'let down'
  | 'alone'
  | 'mixed'
  | 'not sure'
export type Question = 'go on' | 'questions' | 'helpful' | 'know' | 'goal' | 'level' | 'sign' | 'look back'
export type Said =
  | ''
  | 'yes'
  | 'partly'
  | 'no'
  | 'not sure'
  | 'not yet'
  | 'some'
  | 'not now'
  | 'keep'
  | 'change'
  | 'rest'
  | 'let go'
  | 'done'
  | 'a lot better'
  | 'a bit better'
  | 'as hoped'
  | 'no change'
  | 'worse'
export type RoomName = 'talk' | 'map' | 'plan' | 'out' | 'going' | 'barriers'
export type WentOn = '' | 'copy' | 'blank'
export type ByteCount = number
export type PieceNames = string[]
export type Asked = 'not yet' | 'yes' | 'no'
export type When = WhenNone | WhenNext | WhenDay
export type Errands = Errand[]
export type WishCard = '' | 'used to' | 'fancied' | 'admired' | 'dream' | 'might'
export type GoalState = 'open' | 'resting' | 'done' | 'let go'
export type Who = WhoUnknown | WhoBoth | WhoMember | WhoPerson | WhoOther
export type StepState = 'open' | 'done' | 'let go'
export type Baseline = '' | 'much less' | 'less' | 'expected'
export type Degree = '' | 'none' | 'some' | 'much' | 'most'
export type BarrierKind =
  | ''
  | 'health'
  | 'getting in'
  | 'culture'
  | 'confidence'
  | 'a lot on'
  | 'what others think'
  | 'not knowing'
  | 'company'
  | 'cost'
  | 'how places work'
  | 'time'
  | 'new ways'
export type Side = number | ('service' | 'elsewhere')
export type BarrierState = 'open' | 'worked around' | 'left'
export type Consent = ConsentOpen | ConsentYes | ConsentExactly | ConsentNo | ConsentBack
export type OutingState = 'open' | 'no thanks' | 'resting' | 'let go'
export type SupportKind =
  'come along' | 'meet there' | 'call' | 'introduce' | 'buddy' | 'lift' | 'visit first' | 'practise' | 'learn' | 'other'
export type Company = '' | 'together' | 'met there' | 'with someone' | 'on my own'
export type Felt = '' | 'loved' | 'ok' | 'mixed' | 'not for me' | 'did not go'
export type Mark = '' | 'together' | 'mostly together' | 'half' | 'mostly on my own' | 'on my own'
export type NeedKind = 'access' | 'about me' | 'check in'
export type MeetingKind = '' | 'chat' | 'map' | 'plan' | 'out' | 'stock'
export type JsonValue = unknown

/**
 * Everything two people share, or one person has alone: the map, what belongs to it, and the plan.
 */
export interface Document {
  readonly schema: number
  readonly kind: SpaceKind
  /**
   * First names by member number; may be empty.
   */
  readonly names: readonly string[]
  /**
   * When they meet next, in their words.
   */
  readonly meeting: string
  /**
   * Where, in their words.
   */
  readonly meeting_place: string
  readonly meeting_chosen: Whose
  /**
   * What they do if one of them is late, in their words.
   */
  readonly late: string
  /**
   * Numbers by member number; may be empty.
   */
  readonly phones: readonly string[]
  /**
   * Since which day the two are having a rest, or nothing.
   */
  readonly resting: string
  readonly people: readonly Person[]
  readonly ties: readonly Tie[]
  /**
   * Who could help with what.
   */
  readonly help: readonly Situation[]
  readonly strengths: readonly Strength[]
  readonly sayings: readonly Saying[]
  /**
   * The oldest first.
   */
  readonly feelings: readonly Feeling[]
  /**
   * The oldest first.
   */
  readonly answers: readonly Answer[]
  /**
   * The oldest first.
   */
  readonly pictures: readonly Picture[]
  /**
   * The oldest first.
   */
  readonly photographs: readonly Photograph[]
  readonly offers: readonly Offer[]
  /**
   * In a space of somebody's own alone.
   */
  readonly notes: readonly Note[]
  /**
   * The same.
   */
  readonly rounds: readonly Round[]
  readonly wishes: readonly Wish[]
  readonly goals: readonly Goal[]
  readonly steps: readonly Step[]
  readonly yardsticks: readonly Yardstick[]
  /**
   * The oldest first.
   */
  readonly aims: readonly Aim[]
  readonly barriers: readonly Barrier[]
  readonly disclosures: readonly Disclosure[]
  readonly outings: readonly Outing[]
  readonly supports: readonly Support[]
  readonly worries: readonly Worry[]
  /**
   * The oldest first.
   */
  readonly occasions: readonly Occasion[]
  readonly impressions: readonly Impression[]
  readonly needs: readonly Need[]
  /**
   * The oldest first.
   */
  readonly meetings: readonly Meeting[]
  readonly kept: readonly Kept[]
}
/**
 * Someone or something on the map. `missing` is nobody yet: what someone would like to have there.
 */
export interface Person {
  /**
   * Its day, as `2026-11-30`, or nothing.
   */
  readonly copied: string
  /**
   * The id that it had there.
   */
  readonly was: string
  readonly id: string
  readonly name: string
  readonly kind: PersonKind
  readonly relation: string
  /**
   * An emoji, or nothing.
   */
  readonly face: string
  readonly place: Placing
  readonly wonder: Wonder | null
  readonly died: boolean
  readonly service: Service
  /**
   * Where they know each other from.
   */
  readonly contexts: readonly Context[]
  readonly in_person: HowOften
  readonly by_phone: HowOften
  readonly online: HowOften
  /**
   * What they do together.
   */
  readonly together: string
  /**
   * What they help with.
   */
  readonly they_help: string
  /**
   * What the map's owner helps them with.
   */
  readonly i_help: string
  /**
   * The map's owner would like to be closer.
   */
  readonly closer: boolean
  readonly phone: string
  /**
   * The code of the question that brought them up.
   */
  readonly question: string
  readonly archived: boolean
}
/**
 * Where someone stands on the map. `tray` is "not sure where yet", `past` is "back in touch with".
 */
export interface Placing {
  readonly ring: Ring
  readonly angle: Angle
  readonly by: By
}
/**
 * Where the other partner wonders if someone belongs, until the map's owner has answered.
 */
export interface Wonder {
  readonly ring: Ring
  readonly angle: Angle
  readonly by: By
  /**
   * Unix seconds, for display only.
   */
  readonly at: number
}
/**
 * Two who know each other: one register of the root `ties`, `<a>/<b>`, so that no two hands make one map twice.
 */
export interface Tie {
  /**
   * The lesser of their two ids.
   */
  readonly a: string
  readonly b: string
  readonly strength: TieStrength
}
/**
 * One situation of every day, and who could help with it: registers of the root `help`, `<id>/<field>`.
 */
export interface Situation {
  /**
   * A code of the catalogue, or the id of one in their own words.
   */
  readonly id: string
  /**
   * Their own words; nothing where the catalogue's stand.
   */
  readonly words: string
  readonly answer: HelpAnswer
  /**
   * The map's owner does this for others.
   */
  readonly gives: boolean
  /**
   * Ids of people who could help.
   */
  readonly people: readonly string[]
  /**
   * Put away.
   */
  readonly away: boolean
  /**
   * A fractional key; equal keys go by id.
   */
  readonly order: string
}
/**
 * A strength of one of the two. What another said of someone counts once that one says yes; one's own at once.
 */
export interface Strength {
  /**
   * Its day, as `2026-11-30`, or nothing.
   */
  readonly copied: string
  /**
   * The id that it had there.
   */
  readonly was: string
  readonly id: string
  readonly words: string
  readonly kind: StrengthKind
  readonly about: Member
  readonly by: By
  readonly agreed: Agreed
  /**
   * A fractional key; equal keys go by id.
   */
  readonly order: string
  readonly archived: boolean
}
/**
 * What one of the two says, in their words. Nobody else changes them.
 *
 * In a space of somebody's own it is a line of their own column of what works and what does not yet. There it stands
 * beside a pair's space, by its id in hex, or beside nothing where it holds anywhere. In a pair's document it may be a
 * copy of such a line.
 */
export interface Saying {
  /**
   * Its day, as `2026-11-30`, or nothing.
   */
  readonly copied: string
  /**
   * The id that it had there.
   */
  readonly was: string
  readonly id: string
  readonly words: string
  readonly kind: SayingKind
  readonly by: Member
  /**
   * What it stands beside, as `sayings/<id>`, `goals/<id>` and so on; or nothing.
   */
  readonly beside: string
  readonly agreed: Agreed
  /**
   * A worry or a hope that may stand in the plan: only their own hand, or both, can say.
   */
  readonly shown: boolean
  /**
   * Who read aloud, or wrote it for them.
   */
  readonly through: string
  readonly topic: Topic
  readonly nature: Nature
  /**
   * The id that it has in the column it was copied from.
   */
  readonly of: string
  readonly day: string
  /**
   * A fractional key; equal keys go by id.
   */
  readonly order: string
  readonly archived: boolean
}
/**
 * How somebody felt on a day. Nothing is counted, and none of them is better than another.
 */
export interface Feeling {
  /**
   * Its day, as `2026-11-30`, or nothing.
   */
  readonly copied: string
  /**
   * The id that it had there.
   */
  readonly was: string
  readonly id: string
  readonly feels: readonly FeelingCode[]
  /**
   * In their own words.
   */
  readonly words: string
  /**
   * What it stands beside, as `steps/<id>` and so on; or nothing.
   */
  readonly beside: string
  readonly by: Member
  /**
   * Who read aloud, or wrote it for them.
   */
  readonly through: string
  readonly day: string
  readonly archived: boolean
}
/**
 * One answer of one of the two.
 */
export interface Answer {
  /**
   * Its day, as `2026-11-30`, or nothing.
   */
  readonly copied: string
  /**
   * The id that it had there.
   */
  readonly was: string
  readonly id: string
  readonly question: Question
  readonly said: Said
  readonly words: string
  /**
   * Those that they say yes to.
   */
  readonly rooms: readonly RoomName[]
  /**
   * From which day on they may be asked again.
   */
  readonly again: string
  /**
   * What it stands beside, as `goals/<id>`; or nothing.
   */
  readonly beside: string
  readonly by: Member
  /**
   * Who read aloud, or wrote it for them.
   */
  readonly through: string
  readonly day: string
  readonly archived: boolean
}
/**
 * The map as it stood once. A row is never changed, and is null where someone was taken out everywhere.
 */
export interface Picture {
  /**
   * Its day, as `2026-11-30`, or nothing.
   */
  readonly copied: string
  /**
   * The id that it had there.
   */
  readonly was: string
  readonly id: string
  readonly name: string
  /**
   * As `2026-11-30`.
   */
  readonly day: string
  /**
   * The id of the picture before, or nothing.
   */
  readonly after: string
  readonly start: WentOn
  readonly rows: readonly Row[]
  readonly archived: boolean
}
/**
 * Where someone stood, and what they were then. Their name is with the person.
 */
export interface Row {
  /**
   * Of the person.
   */
  readonly id: string
  readonly ring: Ring
  readonly angle: Angle
  readonly kind: PersonKind
  readonly service: Service
  readonly died: boolean
  readonly contexts: readonly Context[]
  /**
   * Ids of those tied to them that are greater than theirs.
   */
  readonly ties: readonly string[]
}
/**
 * A JPEG in sealed pieces. Its key, size and pieces are written with it and never changed.
 */
export interface Photograph {
  /**
   * Its day, as `2026-11-30`, or nothing.
   */
  readonly copied: string
  /**
   * The id that it had there.
   */
  readonly was: string
  readonly id: string
  readonly name: string
  /**
   * As `2026-11-30`.
   */
  readonly day: string
  /**
   * What is on it.
   */
  readonly words: string
  readonly by: By
  /**
   * Of its pieces, in hex.
   */
  readonly key: string
  readonly size: ByteCount
  readonly pieces: PieceNames
  readonly archived: boolean
}
/**
 * Someone who could offer something. In a pair's document it is a copy, with no name until that one was asked.
 */
export interface Offer {
  /**
   * Its day, as `2026-11-30`, or nothing.
   */
  readonly copied: string
  /**
   * The id that it had there.
   */
  readonly was: string
  readonly id: string
  readonly name: string
  /**
   * What they could offer.
   */
  readonly words: string
  readonly kind: PersonKind
  readonly place: Placing
  readonly asked: Asked
  readonly by: Member
  /**
   * The id that it has in the list it was copied from.
   */
  readonly of: string
  readonly archived: boolean
}
/**
 * What is hard about someone, or in the way and not for the other's eyes. No pair's document has notes.
 */
export interface Note {
  /**
   * Its day, as `2026-11-30`, or nothing.
   */
  readonly copied: string
  /**
   * The id that it had there.
   */
  readonly was: string
  readonly id: string
  /**
   * `<space in hex>/<person id>`, or `<space in hex>/in the way` or `…/where else`.
   */
  readonly about: string
  readonly words: string
  /**
   * They would like more distance.
   */
  readonly distance: boolean
  readonly archived: boolean
}
/**
 * Of one pair, as it stood there on a day. Only ever in a space of that person's own; let go, it has no words.
 */
export interface Round {
  /**
   * Its day, as `2026-11-30`, or nothing.
   */
  readonly copied: string
  /**
   * The id that it had there.
   */
  readonly was: string
  readonly id: string
  /**
   * The pair's space, in hex.
   */
  readonly place: string
  /**
   * What its place is called at the lock: no name.
   */
  readonly label: string
  /**
   * Who it is, only where their helper chose so.
   */
  readonly name: string
  /**
   * When they meet next.
   */
  readonly meeting: string
  readonly errands: Errands
  /**
   * Which device gathered it, and as what it knows the place: `<number>/<id>`.
   */
  readonly via: string
  /**
   * As `2026-11-30`.
   */
  readonly day: string
  readonly archived: boolean
}
/**
 * One thing that they said they would do.
 */
export interface Errand {
  readonly what: string
  readonly when: When
}
/**
 * No day was said.
 */
export interface WhenNone {
  readonly kind: 'none'
}
/**
 * Next time we meet.
 */
export interface WhenNext {
  readonly kind: 'next'
}
/**
 * On a day, as `2026-11-30`.
 */
export interface WhenDay {
  readonly kind: 'day'
  readonly day: string
}
/**
 * A wish: anything goes. `by` is whose words it is in; what another wrote waits for the owner's yes.
 */
export interface Wish {
  /**
   * Its day, as `2026-11-30`, or nothing.
   */
  readonly copied: string
  /**
   * The id that it had there.
   */
  readonly was: string
  readonly id: string
  readonly words: string
  readonly by: By
  readonly card: WishCard
  /**
   * The id of the wish that it is like, or nothing.
   */
  readonly like: string
  readonly idea: Whose
  /**
   * A guess, and never what the owner said.
   */
  readonly guess: boolean
  /**
   * What was seen or said when a guess was tried.
   */
  readonly seen: string
  readonly taken: Agreed
  /**
   * Not any more.
   */
  readonly over: boolean
  /**
   * Ids of whom on the map it is about.
   */
  readonly people: readonly string[]
  /**
   * A fractional key; equal keys go by id.
   */
  readonly order: string
  readonly archived: boolean
}
/**
 * A goal. `by` is whose words it is in: what another wrote is suggested until the owner of the map takes it.
 */
export interface Goal {
  /**
   * Its day, as `2026-11-30`, or nothing.
   */
  readonly copied: string
  /**
   * The id that it had there.
   */
  readonly was: string
  readonly id: string
  readonly title: string
  readonly by: By
  readonly taken: Agreed
  readonly state: GoalState
  /**
   * What it came from, as `wishes/<id>` or `steps/<id>`; or nothing.
   */
  readonly origin: string
  readonly idea: Whose
  /**
   * A fractional key; equal keys go by id.
   */
  readonly order: string
  /**
   * Ids of people who could help.
   */
  readonly people: readonly string[]
  readonly archived: boolean
}
/**
 * One thing that someone will do, and how it went.
 */
export interface Step {
  /**
   * Its day, as `2026-11-30`, or nothing.
   */
  readonly copied: string
  /**
   * The id that it had there.
   */
  readonly was: string
  readonly id: string
  /**
   * The id of its goal, or nothing.
   */
  readonly goal: string
  /**
   * What it came from, as `wishes/<id>` or `steps/<id>`; or nothing.
   */
  readonly origin: string
  readonly what: string
  readonly who: Who
  readonly when: When
  readonly done: StepState
  /**
   * How it went, in their words.
   */
  readonly went: string
  /**
   * Ids of people it is about.
   */
  readonly people: readonly string[]
  /**
   * A fractional key; equal keys go by id.
   */
  readonly order: string
  readonly archived: boolean
}
/**
 * Who does a step is still to be found.
 */
export interface WhoUnknown {
  readonly kind: 'unknown'
}
/**
 * Both partners do it.
 */
export interface WhoBoth {
  readonly kind: 'both'
}
/**
 * One partner does it.
 */
export interface WhoMember {
  readonly kind: 'member'
  readonly member: Member
}
/**
 * Someone on the map does it.
 */
export interface WhoPerson {
  readonly kind: 'person'
  readonly id: string
}
/**
 * Someone who is not on the map does it.
 */
export interface WhoOther {
  readonly kind: 'other'
  readonly name: string
}
/**
 * What the two write together, letter by letter. Only `hoped` is asked for, and not even that has to be there.
 */
export interface Yardstick {
  /**
   * Its day, as `2026-11-30`, or nothing.
   */
  readonly copied: string
  /**
   * The id that it had there.
   */
  readonly was: string
  readonly id: string
  /**
   * The id of its goal.
   */
  readonly goal: string
  /**
   * What would be as hoped.
   */
  readonly hoped: string
  /**
   * A bit more than that.
   */
  readonly better: string
  /**
   * A lot more.
   */
  readonly much_better: string
  /**
   * A bit less.
   */
  readonly less: string
  /**
   * A lot less.
   */
  readonly much_less: string
  readonly start: Baseline
  /**
   * By when it is hoped for, as `2026-11-30`, or nothing. Nothing is late because of it.
   */
  readonly by_day: string
  readonly importance: Degree
  readonly difficulty: Degree
  readonly archived: boolean
}
/**
 * An agreed wording. Its words are written with it, and never after: what is said of it is said of them.
 */
export interface Aim {
  /**
   * Its day, as `2026-11-30`, or nothing.
   */
  readonly copied: string
  /**
   * The id that it had there.
   */
  readonly was: string
  readonly id: string
  /**
   * The id of its goal.
   */
  readonly goal: string
  /**
   * The id of what it was a wording of.
   */
  readonly yardstick: string
  readonly hoped: string
  readonly better: string
  readonly much_better: string
  readonly less: string
  readonly much_less: string
  readonly start: Baseline
  readonly by_day: string
  /**
   * What had changed since the wording before it.
   */
  readonly why: string
  readonly by: By
  /**
   * As `2026-11-30`.
   */
  readonly day: string
  /**
   * Another wording stands in its place.
   */
  readonly replaced: boolean
  readonly archived: boolean
}
/**
 * One thing in the way. Either of the two may change its words; `by` is who said it first.
 */
export interface Barrier {
  /**
   * Its day, as `2026-11-30`, or nothing.
   */
  readonly copied: string
  /**
   * The id that it had there.
   */
  readonly was: string
  readonly id: string
  readonly words: string
  readonly kind: BarrierKind
  readonly side: Side
  readonly by: By
  readonly state: BarrierState
  /**
   * The id of the larger one that it was split from.
   */
  readonly parent: string
  /**
   * What it stands before, `goals/<id>` or `outings/<id>`, or nothing.
   */
  readonly stops: string
  /**
   * The own note that it was put here from; where two are of the same one, they are one.
   */
  readonly of: string
  /**
   * A fractional key; equal keys go by id.
   */
  readonly order: string
  readonly archived: boolean
}
/**
 * Nothing may be told unless `consent` is a yes to all that stands there now: words, listener, reason and days.
 */
export interface Disclosure {
  /**
   * Its day, as `2026-11-30`, or nothing.
   */
  readonly copied: string
  /**
   * The id that it had there.
   */
  readonly was: string
  readonly id: string
  /**
   * What exactly may be said.
   */
  readonly words: string
  readonly why: string
  /**
   * To whom, by name or by what they do.
   */
  readonly to: string
  /**
   * The first day, as `2026-11-30`, or nothing.
   */
  readonly begins: string
  /**
   * The last day, as `2026-11-30`, or nothing.
   */
  readonly until: string
  readonly by: By
  readonly consent: Consent
  /**
   * It has been said to them.
   */
  readonly told: boolean
  /**
   * A fractional key; equal keys go by id.
   */
  readonly order: string
  readonly archived: boolean
}
/**
 * No answer, which is no yes.
 */
export interface ConsentOpen {
  readonly kind: 'open'
}
/**
 * Yes to these words, to be told to these people, up to this day: as it was said before there were first days.
 */
export interface ConsentYes {
  readonly kind: 'yes'
  readonly words: string
  readonly to: string
  readonly until: string
}
/**
 * Yes to these words, to be told to these people, for this reason, from this day up to that.
 */
export interface ConsentExactly {
  readonly kind: 'exactly'
  readonly words: string
  readonly to: string
  readonly why: string
  readonly begins: string
  readonly until: string
}
/**
 * No.
 */
export interface ConsentNo {
  readonly kind: 'no'
}
/**
 * A yes that was taken back.
 */
export interface ConsentBack {
  readonly kind: 'back'
}
/**
 * One thing to go out for, once or many times.
 */
export interface Outing {
  /**
   * Its day, as `2026-11-30`, or nothing.
   */
  readonly copied: string
  /**
   * The id that it had there.
   */
  readonly was: string
  readonly id: string
  readonly what: string
  readonly where: string
  readonly when: When
  /**
   * In their words: when on that day, or how often.
   */
  readonly time: string
  /**
   * How to get there.
   */
  readonly getting: string
  readonly cost: string
  /**
   * Where to meet, and what will be seen there.
   */
  readonly meet: string
  readonly phone: string
  /**
   * What helps.
   */
  readonly helps: string
  /**
   * What else, if it does not come off.
   */
  readonly plan_b: string
  /**
   * The id of its goal, or nothing.
   */
  readonly goal: string
  readonly by: By
  readonly state: OutingState
  /**
   * Since which day it has been as it is, as `2026-11-30`; nothing while it is open.
   */
  readonly since: string
  /**
   * Ids of who and what it is with.
   */
  readonly people: readonly string[]
  /**
   * A fractional key; equal keys go by id.
   */
  readonly order: string
  readonly archived: boolean
}
/**
 * One kind of help with one outing, of one who may not know of it yet.
 */
export interface Support {
  /**
   * Its day, as `2026-11-30`, or nothing.
   */
  readonly copied: string
  /**
   * The id that it had there.
   */
  readonly was: string
  readonly id: string
  /**
   * The id of its outing.
   */
  readonly outing: string
  readonly kind: SupportKind
  readonly words: string
  readonly who: Who
  readonly asked: Asked
  /**
   * Where it introduces: to whom.
   */
  readonly to: string
  readonly happened: boolean
  /**
   * A fractional key; equal keys go by id.
   */
  readonly order: string
  readonly archived: boolean
}
/**
 * A worry is whoever's said it; the other has one of their own.
 */
export interface Worry {
  /**
   * Its day, as `2026-11-30`, or nothing.
   */
  readonly copied: string
  /**
   * The id that it had there.
   */
  readonly was: string
  readonly id: string
  /**
   * The id of its outing.
   */
  readonly outing: string
  readonly by: Member
  readonly words: string
  /**
   * What that one could do.
   */
  readonly i_could: string
  /**
   * What the other could do.
   */
  readonly you_could: string
  /**
   * A fractional key; equal keys go by id.
   */
  readonly order: string
  readonly archived: boolean
}
/**
 * What is true for both of them of one time.
 */
export interface Occasion {
  /**
   * Its day, as `2026-11-30`, or nothing.
   */
  readonly copied: string
  /**
   * The id that it had there.
   */
  readonly was: string
  readonly id: string
  /**
   * The id of its outing.
   */
  readonly outing: string
  /**
   * As `2026-11-30`, or nothing.
   */
  readonly day: string
  readonly company: Company
  /**
   * Ids of who came along.
   */
  readonly people: readonly string[]
  readonly archived: boolean
}
/**
 * How one of them found it. The other has one of their own, and neither stands in the other's place.
 */
export interface Impression {
  /**
   * Its day, as `2026-11-30`, or nothing.
   */
  readonly copied: string
  /**
   * The id that it had there.
   */
  readonly was: string
  readonly id: string
  /**
   * The id of its outing.
   */
  readonly outing: string
  /**
   * The id of its occasion; nothing before it.
   */
  readonly occasion: string
  readonly by: Member
  /**
   * How big a step it feels, in their words.
   */
  readonly size: string
  readonly felt: Felt
  readonly mark: Mark
  readonly words: string
  /**
   * What would help next time.
   */
  readonly next_time: string
  readonly archived: boolean
}
/**
 * What helps them get in and take part, a thing to know about them, or how they would like to be asked after.
 */
export interface Need {
  /**
   * Its day, as `2026-11-30`, or nothing.
   */
  readonly copied: string
  /**
   * The id that it had there.
   */
  readonly was: string
  readonly id: string
  readonly kind: NeedKind
  /**
   * A code of the catalogue, or nothing.
   */
  readonly topic: string
  readonly words: string
  readonly who: Who
  readonly by: Member
  /**
   * A fractional key; equal keys go by id.
   */
  readonly order: string
  readonly archived: boolean
}
/**
 * One time that they met. Its words are written with it, and never after: both said yes to exactly these.
 */
export interface Meeting {
  /**
   * Its day, as `2026-11-30`, or nothing.
   */
  readonly copied: string
  /**
   * The id that it had there.
   */
  readonly was: string
  readonly id: string
  /**
   * As `2026-11-30`, or nothing.
   */
  readonly day: string
  readonly kind: MeetingKind
  readonly where: string
  readonly chosen: Whose
  /**
   * What both said yes to at the end of it, or nothing.
   */
  readonly words: string
  readonly by: By
  readonly archived: boolean
}
/**
 * What someone wrote while the other wrote something else there: kept until it is put back or let go.
 */
export interface Kept {
  readonly id: string
  /**
   * `people/<id>`, `goals/<id>` and so on; `meta`, `ties` or `help`.
   */
  readonly entity: string
  /**
   * As in the entity; `people/<id>` for a link, `contexts/<code>`, `rows/<id>`; else the key.
   */
  readonly field: string
  readonly value: JsonValue
  readonly by: By
  /**
   * Unix seconds, for display only.
   */
  readonly at: number
  readonly instead_by: By
}

export type EntityName = keyof typeof fields

/**
 * How a field is stored. A register has its value when none was written, and a question whether a value is of its kind; flags
 * have the same question for their codes. A text is in everybody's hand, or in that of whose word it is, or, once written, in
 * nobody's; of things of one kind everybody may take the words out.
 */
export type Stored =
  | { readonly stored: 'register'; readonly initial: unknown; readonly fits: (value: unknown) => boolean }
  | { readonly stored: 'flags'; readonly fits: (value: unknown) => boolean }
  | { readonly stored: 'text'; readonly hand?: 'own' | 'nobody'; readonly emptied?: string }
  | { readonly stored: 'links' | 'spot' | 'rows' }

const isString = (value: unknown): boolean => typeof value === 'string'
const isBoolean = (value: unknown): boolean => typeof value === 'boolean'
const isValid = validate10;
const schema12 = {"enum":["pair","own","team"],"type":"string"};
const schema13 = {"anyOf":[{"minimum":0,"type":"integer"},{"enum":["","both","someone else"],"type":"string"}]};
const schema15 = {"enum":["person","place","activity","service","animal","missing"],"type":"string"};
const schema24 = {"enum":["unknown","outside","inside","linked"],"type":"string"};
const schema25 = {"enum":["family","friend","neighbour","work","learning","club","faith","service","online","other"],"type":"string"};
const schema26 = {"enum":["","daily","few a week","weekly","few a month","monthly","less","lost touch","varies"],"type":"string"};
const schema17 = {"enum":["closest","close","life","tray","past"],"type":"string"};
function validate12(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){let vErrors = null;let errors = 0;if(errors === 0){if(data && typeof data == "object" && !Array.isArray(data)){let missing0;if((((data.ring === undefined) && (missing0 = "ring")) || ((data.angle === undefined) && (missing0 = "angle"))) || ((data.by === undefined) && (missing0 = "by"))){validate12.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0}}];return false;}else {if(data.ring !== undefined){let data0 = data.ring;const _errs1 = errors;if(typeof data0 !== "string"){validate12.errors = [{instancePath:instancePath+"/ring",schemaPath:"#/$defs/Ring/type",keyword:"type",params:{type: "string"}}];return false;}if(!(((((data0 === "closest") || (data0 === "close")) || (data0 === "life")) || (data0 === "tray")) || (data0 === "past"))){validate12.errors = [{instancePath:instancePath+"/ring",schemaPath:"#/$defs/Ring/enum",keyword:"enum",params:{allowedValues: schema17.enum}}];return false;}var valid0 = _errs1 === errors;}else {var valid0 = true;}if(valid0){if(data.angle !== undefined){let data1 = data.angle;const _errs4 = errors;const _errs5 = errors;if(!(((typeof data1 == "number") && (!(data1 % 1) && !isNaN(data1))) && (isFinite(data1)))){validate12.errors = [{instancePath:instancePath+"/angle",schemaPath:"#/$defs/Angle/type",keyword:"type",params:{type: "integer"}}];return false;}if(errors === _errs5){if((typeof data1 == "number") && (isFinite(data1))){if(data1 > 3599 || isNaN(data1)){validate12.errors = [{instancePath:instancePath+"/angle",schemaPath:"#/$defs/Angle/maximum",keyword:"maximum",params:{comparison: "<=", limit: 3599}}];return false;}else {if(data1 < 0 || isNaN(data1)){validate12.errors = [{instancePath:instancePath+"/angle",schemaPath:"#/$defs/Angle/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}}];return false;}}}}var valid0 = _errs4 === errors;}else {var valid0 = true;}if(valid0){if(data.by !== undefined){let data2 = data.by;const _errs7 = errors;const _errs9 = errors;let valid4 = false;const _errs10 = errors;if(!(((typeof data2 == "number") && (!(data2 % 1) && !isNaN(data2))) && (isFinite(data2)))){const err0 = {instancePath:instancePath+"/by",schemaPath:"#/$defs/By/anyOf/0/type",keyword:"type",params:{type: "integer"}};if(vErrors === null){vErrors = [err0];}else {vErrors.push(err0);}errors++;}if(errors === _errs10){if((typeof data2 == "number") && (isFinite(data2))){if(data2 < 0 || isNaN(data2)){const err1 = {instancePath:instancePath+"/by",schemaPath:"#/$defs/By/anyOf/0/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};if(vErrors === null){vErrors = [err1];}else {vErrors.push(err1);}errors++;}}}var _valid0 = _errs10 === errors;valid4 = valid4 || _valid0;if(!valid4){const _errs12 = errors;if(typeof data2 !== "string"){const err2 = {instancePath:instancePath+"/by",schemaPath:"#/$defs/By/anyOf/1/type",keyword:"type",params:{type: "string"}};if(vErrors === null){vErrors = [err2];}else {vErrors.push(err2);}errors++;}if("both" !== data2){const err3 = {instancePath:instancePath+"/by",schemaPath:"#/$defs/By/anyOf/1/const",keyword:"const",params:{allowedValue: "both"}};if(vErrors === null){vErrors = [err3];}else {vErrors.push(err3);}errors++;}var _valid0 = _errs12 === errors;valid4 = valid4 || _valid0;}if(!valid4){const err4 = {instancePath:instancePath+"/by",schemaPath:"#/$defs/By/anyOf",keyword:"anyOf",params:{}};if(vErrors === null){vErrors = [err4];}else {vErrors.push(err4);}errors++;validate12.errors = vErrors;return false;}else {errors = _errs9;if(vErrors !== null){if(_errs9){vErrors.length = _errs9;}else {vErrors = null;}}}var valid0 = _errs7 === errors;}else {var valid0 = true;}}}}}else {validate12.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}}];return false;}}validate12.errors = vErrors;return errors === 0;}
function validate14(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){let vErrors = null;let errors = 0;if(errors === 0){if(data && typeof data == "object" && !Array.isArray(data)){let missing0;if(((((data.ring === undefined) && (missing0 = "ring")) || ((data.angle === undefined) && (missing0 = "angle"))) || ((data.by === undefined) && (missing0 = "by"))) || ((data.at === undefined) && (missing0 = "at"))){validate14.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0}}];return false;}else {if(data.ring !== undefined){let data0 = data.ring;const _errs1 = errors;if(typeof data0 !== "string"){validate14.errors = [{instancePath:instancePath+"/ring",schemaPath:"#/$defs/Ring/type",keyword:"type",params:{type: "string"}}];return false;}if(!(((((data0 === "closest") || (data0 === "close")) || (data0 === "life")) || (data0 === "tray")) || (data0 === "past"))){validate14.errors = [{instancePath:instancePath+"/ring",schemaPath:"#/$defs/Ring/enum",keyword:"enum",params:{allowedValues: schema17.enum}}];return false;}var valid0 = _errs1 === errors;}else {var valid0 = true;}if(valid0){if(data.angle !== undefined){let data1 = data.angle;const _errs4 = errors;const _errs5 = errors;if(!(((typeof data1 == "number") && (!(data1 % 1) && !isNaN(data1))) && (isFinite(data1)))){validate14.errors = [{instancePath:instancePath+"/angle",schemaPath:"#/$defs/Angle/type",keyword:"type",params:{type: "integer"}}];return false;}if(errors === _errs5){if((typeof data1 == "number") && (isFinite(data1))){if(data1 > 3599 || isNaN(data1)){validate14.errors = [{instancePath:instancePath+"/angle",schemaPath:"#/$defs/Angle/maximum",keyword:"maximum",params:{comparison: "<=", limit: 3599}}];return false;}else {if(data1 < 0 || isNaN(data1)){validate14.errors = [{instancePath:instancePath+"/angle",schemaPath:"#/$defs/Angle/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}}];return false;}}}}var valid0 = _errs4 === errors;}else {var valid0 = true;}if(valid0){if(data.by !== undefined){let data2 = data.by;const _errs7 = errors;const _errs9 = errors;let valid4 = false;const _errs10 = errors;if(!(((typeof data2 == "number") && (!(data2 % 1) && !isNaN(data2))) && (isFinite(data2)))){const err0 = {instancePath:instancePath+"/by",schemaPath:"#/$defs/By/anyOf/0/type",keyword:"type",params:{type: "integer"}};if(vErrors === null){vErrors = [err0];}else {vErrors.push(err0);}errors++;}if(errors === _errs10){if((typeof data2 == "number") && (isFinite(data2))){if(data2 < 0 || isNaN(data2)){const err1 = {instancePath:instancePath+"/by",schemaPath:"#/$defs/By/anyOf/0/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};if(vErrors === null){vErrors = [err1];}else {vErrors.push(err1);}errors++;}}}var _valid0 = _errs10 === errors;valid4 = valid4 || _valid0;if(!valid4){const _errs12 = errors;if(typeof data2 !== "string"){const err2 = {instancePath:instancePath+"/by",schemaPath:"#/$defs/By/anyOf/1/type",keyword:"type",params:{type: "string"}};if(vErrors === null){vErrors = [err2];}else {vErrors.push(err2);}errors++;}if("both" !== data2){const err3 = {instancePath:instancePath+"/by",schemaPath:"#/$defs/By/anyOf/1/const",keyword:"const",params:{allowedValue: "both"}};if(vErrors === null){vErrors = [err3];}else {vErrors.push(err3);}errors++;}var _valid0 = _errs12 === errors;valid4 = valid4 || _valid0;}if(!valid4){const err4 = {instancePath:instancePath+"/by",schemaPath:"#/$defs/By/anyOf",keyword:"anyOf",params:{}};if(vErrors === null){vErrors = [err4];}else {vErrors.push(err4);}errors++;validate14.errors = vErrors;return false;}else {errors = _errs9;if(vErrors !== null){if(_errs9){vErrors.length = _errs9;}else {vErrors = null;}}}var valid0 = _errs7 === errors;}else {var valid0 = true;}if(valid0){if(data.at !== undefined){let data3 = data.at;const _errs14 = errors;if(!(((typeof data3 == "number") && (!(data3 % 1) && !isNaN(data3))) && (isFinite(data3)))){validate14.errors = [{instancePath:instancePath+"/at",schemaPath:"#/properties/at/type",keyword:"type",params:{type: "integer"}}];return false;}var valid0 = _errs14 === errors;}else {var valid0 = true;}}}}}}else {validate14.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}}];return false;}}validate14.errors = vErrors;return errors === 0;}
function validate11(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){let vErrors = null;let errors = 0;if(errors === 0){if(data && typeof data == "object" && !Array.isArray(data)){let missing0;if(((((((((((((((((((((((data.copied === undefined) && (missing0 = "copied")) || ((data.was === undefined) && (missing0 = "was"))) || ((data.id === undefined) && (missing0 = "id"))) || ((data.name === undefined) && (missing0 = "name"))) || ((data.kind === undefined) && (missing0 = "kind"))) || ((data.relation === undefined) && (missing0 = "relation"))) || ((data.face === undefined) && (missing0 = "face"))) || ((data.place === undefined) && (missing0 = "place"))) || ((data.wonder === undefined) && (missing0 = "wonder"))) || ((data.died === undefined) && (missing0 = "died"))) || ((data.service === undefined) && (missing0 = "service"))) || ((data.contexts === undefined) && (missing0 = "contexts"))) || ((data.in_person === undefined) && (missing0 = "in_person"))) || ((data.by_phone === undefined) && (missing0 = "by_phone"))) || ((data.online === undefined) && (missing0 = "online"))) || ((data.together === undefined) && (missing0 = "together"))) || ((data.they_help === undefined) && (missing0 = "they_help"))) || ((data.i_help === undefined) && (missing0 = "i_help"))) || ((data.closer === undefined) && (missing0 = "closer"))) || ((data.phone === undefined) && (missing0 = "phone"))) || ((data.question === undefined) && (missing0 = "question"))) || ((data.archived === undefined) && (missing0 = "archived"))){validate11.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0}}];return false;}else {if(data.copied !== undefined){const _errs1 = errors;if(typeof data.copied !== "string"){validate11.errors = [{instancePath:instancePath+"/copied",schemaPath:"#/properties/copied/type",keyword:"type",params:{type: "string"}}];return false;}var valid0 = _errs1 === errors;}else {var valid0 = true;}if(valid0){if(data.was !== undefined){const _errs3 = errors;if(typeof data.was !== "string"){validate11.errors = [{instancePath:instancePath+"/was",schemaPath:"#/properties/was/type",keyword:"type",params:{type: "string"}}];return false;}var valid0 = _errs3 === errors;}else {var valid0 = true;}if(valid0){if(data.id !== undefined){const _errs5 = errors;if(typeof data.id !== "string"){validate11.errors = [{instancePath:instancePath+"/id",schemaPath:"#/properties/id/type",keyword:"type",params:{type: "string"}}];return false;}var valid0 = _errs5 === errors;}else {var valid0 = true;}if(valid0){if(data.name !== undefined){const _errs7 = errors;if(typeof data.name !== "string"){validate11.errors = [{instancePath:instancePath+"/name",schemaPath:"#/properties/name/type",keyword:"type",params:{type: "string"}}];return false;}var valid0 = _errs7 === errors;}else {var valid0 = true;}if(valid0){if(data.kind !== undefined){let data4 = data.kind;const _errs9 = errors;if(typeof data4 !== "string"){validate11.errors = [{instancePath:instancePath+"/kind",schemaPath:"#/$defs/PersonKind/type",keyword:"type",params:{type: "string"}}];return false;}if(!((((((data4 === "person") || (data4 === "place")) || (data4 === "activity")) || (data4 === "service")) || (data4 === "animal")) || (data4 === "missing"))){validate11.errors = [{instancePath:instancePath+"/kind",schemaPath:"#/$defs/PersonKind/enum",keyword:"enum",params:{allowedValues: schema15.enum}}];return false;}var valid0 = _errs9 === errors;}else {var valid0 = true;}if(valid0){if(data.relation !== undefined){const _errs12 = errors;if(typeof data.relation !== "string"){validate11.errors = [{instancePath:instancePath+"/relation",schemaPath:"#/properties/relation/type",keyword:"type",params:{type: "string"}}];return false;}var valid0 = _errs12 === errors;}else {var valid0 = true;}if(valid0){if(data.face !== undefined){const _errs14 = errors;if(typeof data.face !== "string"){validate11.errors = [{instancePath:instancePath+"/face",schemaPath:"#/properties/face/type",keyword:"type",params:{type: "string"}}];return false;}var valid0 = _errs14 === errors;}else {var valid0 = true;}if(valid0){if(data.place !== undefined){const _errs16 = errors;if(!(validate12(data.place, {instancePath:instancePath+"/place",parentData:data,parentDataProperty:"place",rootData}))){vErrors = vErrors === null ? validate12.errors : vErrors.concat(validate12.errors);errors = vErrors.length;}var valid0 = _errs16 === errors;}else {var valid0 = true;}if(valid0){if(data.wonder !== undefined){let data8 = data.wonder;const _errs17 = errors;const _errs18 = errors;let valid2 = false;const _errs19 = errors;if(!(validate14(data8, {instancePath:instancePath+"/wonder",parentData:data,parentDataProperty:"wonder",rootData}))){vErrors = vErrors === null ? validate14.errors : vErrors.concat(validate14.errors);errors = vErrors.length;}var _valid0 = _errs19 === errors;valid2 = valid2 || _valid0;if(!valid2){const _errs20 = errors;if(data8 !== null){const err0 = {instancePath:instancePath+"/wonder",schemaPath:"#/properties/wonder/anyOf/1/type",keyword:"type",params:{type: "null"}};if(vErrors === null){vErrors = [err0];}else {vErrors.push(err0);}errors++;}var _valid0 = _errs20 === errors;valid2 = valid2 || _valid0;}if(!valid2){const err1 = {instancePath:instancePath+"/wonder",schemaPath:"#/properties/wonder/anyOf",keyword:"anyOf",params:{}};if(vErrors === null){vErrors = [err1];}else {vErrors.push(err1);}errors++;validate11.errors = vErrors;return false;}else {errors = _errs18;if(vErrors !== null){if(_errs18){vErrors.length = _errs18;}else {vErrors = null;}}}var valid0 = _errs17 === errors;}else {var valid0 = true;}if(valid0){if(data.died !== undefined){const _errs22 = errors;if(typeof data.died !== "boolean"){validate11.errors = [{instancePath:instancePath+"/died",schemaPath:"#/properties/died/type",keyword:"type",params:{type: "boolean"}}];return false;}var valid0 = _errs22 === errors;}else {var valid0 = true;}if(valid0){if(data.service !== undefined){let data10 = data.service;const _errs24 = errors;if(typeof data10 !== "string"){validate11.errors = [{instancePath:instancePath+"/service",schemaPath:"#/$defs/Service/type",keyword:"type",params:{type: "string"}}];return false;}if(!((((data10 === "unknown") || (data10 === "outside")) || (data10 === "inside")) || (data10 === "linked"))){validate11.errors = [{instancePath:instancePath+"/service",schemaPath:"#/$defs/Service/enum",keyword:"enum",params:{allowedValues: schema24.enum}}];return false;}var valid0 = _errs24 === errors;}else {var valid0 = true;}if(valid0){if(data.contexts !== undefined){let data11 = data.contexts;const _errs27 = errors;if(errors === _errs27){if(Array.isArray(data11)){var valid4 = true;const len0 = data11.length;for(let i0=0; i0<len0; i0++){let data12 = data11[i0];const _errs29 = errors;if(typeof data12 !== "string"){validate11.errors = [{instancePath:instancePath+"/contexts/" + i0,schemaPath:"#/$defs/Context/type",keyword:"type",params:{type: "string"}}];return false;}if(!((((((((((data12 === "family") || (data12 === "friend")) || (data12 === "neighbour")) || (data12 === "work")) || (data12 === "learning")) || (data12 === "club")) || (data12 === "faith")) || (data12 === "service")) || (data12 === "online")) || (data12 === "other"))){validate11.errors = [{instancePath:instancePath+"/contexts/" + i0,schemaPath:"#/$defs/Context/enum",keyword:"enum",params:{allowedValues: schema25.enum}}];return false;}var valid4 = _errs29 === errors;if(!valid4){break;}}}else {validate11.errors = [{instancePath:instancePath+"/contexts",schemaPath:"#/properties/contexts/type",keyword:"type",params:{type: "array"}}];return false;}}var valid0 = _errs27 === errors;}else {var valid0 = true;}if(valid0){if(data.in_person !== undefined){let data13 = data.in_person;const _errs32 = errors;if(typeof data13 !== "string"){validate11.errors = [{instancePath:instancePath+"/in_person",schemaPath:"#/$defs/HowOften/type",keyword:"type",params:{type: "string"}}];return false;}if(!(((((((((data13 === "") || (data13 === "daily")) || (data13 === "few a week")) || (data13 === "weekly")) || (data13 === "few a month")) || (data13 === "monthly")) || (data13 === "less")) || (data13 === "lost touch")) || (data13 === "varies"))){validate11.errors = [{instancePath:instancePath+"/in_person",schemaPath:"#/$defs/HowOften/enum",keyword:"enum",params:{allowedValues: schema26.enum}}];return false;}var valid0 = _errs32 === errors;}else {var valid0 = true;}if(valid0){if(data.by_phone !== undefined){let data14 = data.by_phone;const _errs35 = errors;if(typeof data14 !== "string"){validate11.errors = [{instancePath:instancePath+"/by_phone",schemaPath:"#/$defs/HowOften/type",keyword:"type",params:{type: "string"}}];return false;}if(!(((((((((data14 === "") || (data14 === "daily")) || (data14 === "few a week")) || (data14 === "weekly")) || (data14 === "few a month")) || (data14 === "monthly")) || (data14 === "less")) || (data14 === "lost touch")) || (data14 === "varies"))){validate11.errors = [{instancePath:instancePath+"/by_phone",schemaPath:"#/$defs/HowOften/enum",keyword:"enum",params:{allowedValues: schema26.enum}}];return false;}var valid0 = _errs35 === errors;}else {var valid0 = true;}if(valid0){if(data.online !== undefined){let data15 = data.online;const _errs38 = errors;if(typeof data15 !== "string"){validate11.errors = [{instancePath:instancePath+"/online",schemaPath:"#/$defs/HowOften/type",keyword:"type",params:{type: "string"}}];return false;}if(!(((((((((data15 === "") || (data15 === "daily")) || (data15 === "few a week")) || (data15 === "weekly")) || (data15 === "few a month")) || (data15 === "monthly")) || (data15 === "less")) || (data15 === "lost touch")) || (data15 === "varies"))){validate11.errors = [{instancePath:instancePath+"/online",schemaPath:"#/$defs/HowOften/enum",keyword:"enum",params:{allowedValues: schema26.enum}}];return false;}var valid0 = _errs38 === errors;}else {var valid0 = true;}if(valid0){if(data.together !== undefined){const _errs41 = errors;if(typeof data.together !== "string"){validate11.errors = [{instancePath:instancePath+"/together",schemaPath:"#/properties/together/type",keyword:"type",params:{type: "string"}}];return false;}var valid0 = _errs41 === errors;}else {var valid0 = true;}if(valid0){if(data.they_help !== undefined){const _errs43 = errors;if(typeof data.they_help !== "string"){validate11.errors = [{instancePath:instancePath+"/they_help",schemaPath:"#/properties/they_help/type",keyword:"type",params:{type: "string"}}];return false;}var valid0 = _errs43 === errors;}else {var valid0 = true;}if(valid0){if(data.i_help !== undefined){const _errs45 = errors;if(typeof data.i_help !== "string"){validate11.errors = [{instancePath:instancePath+"/i_help",schemaPath:"#/properties/i_help/type",keyword:"type",params:{type: "string"}}];return false;}var valid0 = _errs45 === errors;}else {var valid0 = true;}if(valid0){if(data.closer !== undefined){const _errs47 = errors;if(typeof data.closer !== "boolean"){validate11.errors = [{instancePath:instancePath+"/closer",schemaPath:"#/properties/closer/type",keyword:"type",params:{type: "boolean"}}];return false;}var valid0 = _errs47 === errors;}else {var valid0 = true;}if(valid0){if(data.phone !== undefined){const _errs49 = errors;if(typeof data.phone !== "string"){validate11.errors = [{instancePath:instancePath+"/phone",schemaPath:"#/properties/phone/type",keyword:"type",params:{type: "string"}}];return false;}var valid0 = _errs49 === errors;}else {var valid0 = true;}if(valid0){if(data.question !== undefined){const _errs51 = errors;if(typeof data.question !== "string"){validate11.errors = [{instancePath:instancePath+"/question",schemaPath:"#/properties/question/type",keyword:"type",params:{type: "string"}}];return false;}var valid0 = _errs51 === errors;}else {var valid0 = true;}if(valid0){if(data.archived !== undefined){const _errs53 = errors;if(typeof data.archived !== "boolean"){validate11.errors = [{instancePath:instancePath+"/archived",schemaPath:"#/properties/archived/type",keyword:"type",params:{type: "boolean"}}];return false;}var valid0 = _errs53 === errors;}else {var valid0 = true;}}}}}}}}}}}}}}}}}}}}}}}}else {validate11.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}}];return false;}}validate11.errors = vErrors;return errors === 0;}
const schema30 = {"enum":["","tie","strong"],"type":"string"};
function validate17(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){let vErrors = null;let errors = 0;if(errors === 0){if(data && typeof data == "object" && !Array.isArray(data)){let missing0;if((((data.a === undefined) && (missing0 = "a")) || ((data.b === undefined) && (missing0 = "b"))) || ((data.strength === undefined) && (missing0 = "strength"))){validate17.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0}}];return false;}else {if(data.a !== undefined){const _errs1 = errors;if(typeof data.a !== "string"){validate17.errors = [{instancePath:instancePath+"/a",schemaPath:"#/properties/a/type",keyword:"type",params:{type: "string"}}];return false;}var valid0 = _errs1 === errors;}else {var valid0 = true;}if(valid0){if(data.b !== undefined){const _errs3 = errors;if(typeof data.b !== "string"){validate17.errors = [{instancePath:instancePath+"/b",schemaPath:"#/properties/b/type",keyword:"type",params:{type: "string"}}];return false;}var valid0 = _errs3 === errors;}else {var valid0 = true;}if(valid0){if(data.strength !== undefined){let data2 = data.strength;const _errs5 = errors;if(typeof data2 !== "string"){validate17.errors = [{instancePath:instancePath+"/strength",schemaPath:"#/$defs/TieStrength/type",keyword:"type",params:{type: "string"}}];return false;}if(!(((data2 === "") || (data2 === "tie")) || (data2 === "strong"))){validate17.errors = [{instancePath:instancePath+"/strength",schemaPath:"#/$defs/TieStrength/enum",keyword:"enum",params:{allowedValues: schema30.enum}}];return false;}var valid0 = _errs5 === errors;}else {var valid0 = true;}}}}}else {validate17.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}}];return false;}}validate17.errors = vErrors;return errors === 0;}
const schema32 = {"enum":["","nobody","rather not","myself"],"type":"string"};
function validate19(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){let vErrors = null;let errors = 0;if(errors === 0){if(data && typeof data == "object" && !Array.isArray(data)){let missing0;if((((((((data.id === undefined) && (missing0 = "id")) || ((data.words === undefined) && (missing0 = "words"))) || ((data.answer === undefined) && (missing0 = "answer"))) || ((data.gives === undefined) && (missing0 = "gives"))) || ((data.people === undefined) && (missing0 = "people"))) || ((data.away === undefined) && (missing0 = "away"))) || ((data.order === undefined) && (missing0 = "order"))){validate19.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0}}];return false;}else {if(data.id !== undefined){const _errs1 = errors;if(typeof data.id !== "string"){validate19.errors = [{instancePath:instancePath+"/id",schemaPath:"#/properties/id/type",keyword:"type",params:{type: "string"}}];return false;}var valid0 = _errs1 === errors;}else {var valid0 = true;}if(valid0){if(data.words !== undefined){const _errs3 = errors;if(typeof data.words !== "string"){validate19.errors = [{instancePath:instancePath+"/words",schemaPath:"#/properties/words/type",keyword:"type",params:{type: "string"}}];return false;}var valid0 = _errs3 === errors;}else {var valid0 = true;}if(valid0){if(data.answer !== undefined){let data2 = data.answer;const _errs5 = errors;if(typeof data2 !== "string"){validate19.errors = [{instancePath:instancePath+"/answer",schemaPath:"#/$defs/HelpAnswer/type",keyword:"type",params:{type: "string"}}];return false;}if(!((((data2 === "") || (data2 === "nobody")) || (data2 === "rather not")) || (data2 === "myself"))){validate19.errors = [{instancePath:instancePath+"/answer",schemaPath:"#/$defs/HelpAnswer/enum",keyword:"enum",params:{allowedValues: schema32.enum}}];return false;}var valid0 = _errs5 === errors;}else {var valid0 = true;}if(valid0){if(data.gives !== undefined){const _errs8 = errors;if(typeof data.gives !== "boolean"){validate19.errors = [{instancePath:instancePath+"/gives",schemaPath:"#/properties/gives/type",keyword:"type",params:{type: "boolean"}}];return false;}var valid0 = _errs8 === errors;}else {var valid0 = true;}if(valid0){if(data.people !== undefined){let data4 = data.people;const _errs10 = errors;if(errors === _errs10){if(Array.isArray(data4)){var valid2 = true;const len0 = data4.length;for(let i0=0; i0<len0; i0++){const _errs12 = errors;if(typeof data4[i0] !== "string"){validate19.errors = [{instancePath:instancePath+"/people/" + i0,schemaPath:"#/properties/people/items/type",keyword:"type",params:{type: "string"}}];return false;}var valid2 = _errs12 === errors;if(!valid2){break;}}}else {validate19.errors = [{instancePath:instancePath+"/people",schemaPath:"#/properties/people/type",keyword:"type",params:{type: "array"}}];return false;}}var valid0 = _errs10 === errors;}else {var valid0 = true;}if(valid0){if(data.away !== undefined){const _errs14 = errors;if(typeof data.away !== "boolean"){validate19.errors = [{instancePath:instancePath+"/away",schemaPath:"#/properties/away/type",keyword:"type",params:{type: "boolean"}}];return false;}var valid0 = _errs14 === errors;}else {var valid0 = true;}if(valid0){if(data.order !== undefined){const _errs16 = errors;if(typeof data.order !== "string"){validate19.errors = [{instancePath:instancePath+"/order",schemaPath:"#/properties/order/type",keyword:"type",params:{type: "string"}}];return false;}var valid0 = _errs16 === errors;}else {var valid0 = true;}}}}}}}}}else {validate19.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}}];return false;}}validate19.errors = vErrors;return errors === 0;}
const schema34 = {"enum":["like","good at","said","bring"],"type":"string"};
const schema37 = {"enum":["","yes","no"],"type":"string"};
function validate21(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){let vErrors = null;let errors = 0;if(errors === 0){if(data && typeof data == "object" && !Array.isArray(data)){let missing0;if(((((((((((data.copied === undefined) && (missing0 = "copied")) || ((data.was === undefined) && (missing0 = "was"))) || ((data.id === undefined) && (missing0 = "id"))) || ((data.words === undefined) && (missing0 = "words"))) || ((data.kind === undefined) && (missing0 = "kind"))) || ((data.about === undefined) && (missing0 = "about"))) || ((data.by === undefined) && (missing0 = "by"))) || ((data.agreed === undefined) && (missing0 = "agreed"))) || ((data.order === undefined) && (missing0 = "order"))) || ((data.archived === undefined) && (missing0 = "archived"))){validate21.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0}}];return false;}else {if(data.copied !== undefined){const _errs1 = errors;if(typeof data.copied !== "string"){validate21.errors = [{instancePath:instancePath+"/copied",schemaPath:"#/properties/copied/type",keyword:"type",params:{type: "string"}}];return false;}var valid0 = _errs1 === errors;}else {var valid0 = true;}if(valid0){if(data.was !== undefined){const _errs3 = errors;if(typeof data.was !== "string"){validate21.errors = [{instancePath:instancePath+"/was",schemaPath:"#/properties/was/type",keyword:"type",params:{type: "string"}}];return false;}var valid0 = _errs3 === errors;}else {var valid0 = true;}if(valid0){if(data.id !== undefined){const _errs5 = errors;if(typeof data.id !== "string"){validate21.errors = [{instancePath:instancePath+"/id",schemaPath:"#/properties/id/type",keyword:"type",params:{type: "string"}}];return false;}var valid0 = _errs5 === errors;}else {var valid0 = true;}if(valid0){if(data.words !== undefined){const _errs7 = errors;if(typeof data.words !== "string"){validate21.errors = [{instancePath:instancePath+"/words",schemaPath:"#/properties/words/type",keyword:"type",params:{type: "string"}}];return false;}var valid0 = _errs7 === errors;}else {var valid0 = true;}if(valid0){if(data.kind !== undefined){let data4 = data.kind;const _errs9 = errors;if(typeof data4 !== "string"){validate21.errors = [{instancePath:instancePath+"/kind",schemaPath:"#/$defs/StrengthKind/type",keyword:"type",params:{type: "string"}}];return false;}if(!((((data4 === "like") || (data4 === "good at")) || (data4 === "said")) || (data4 === "bring"))){validate21.errors = [{instancePath:instancePath+"/kind",schemaPath:"#/$defs/StrengthKind/enum",keyword:"enum",params:{allowedValues: schema34.enum}}];return false;}var valid0 = _errs9 === errors;}else {var valid0 = true;}if(valid0){if(data.about !== undefined){let data5 = data.about;const _errs12 = errors;const _errs13 = errors;if(!(((typeof data5 == "number") && (!(data5 % 1) && !isNaN(data5))) && (isFinite(data5)))){validate21.errors = [{instancePath:instancePath+"/about",schemaPath:"#/$defs/Member/type",keyword:"type",params:{type: "integer"}}];return false;}if(errors === _errs13){if((typeof data5 == "number") && (isFinite(data5))){if(data5 < 0 || isNaN(data5)){validate21.errors = [{instancePath:instancePath+"/about",schemaPath:"#/$defs/Member/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}}];return false;}}}var valid0 = _errs12 === errors;}else {var valid0 = true;}if(valid0){if(data.by !== undefined){let data6 = data.by;const _errs15 = errors;const _errs17 = errors;let valid4 = false;const _errs18 = errors;if(!(((typeof data6 == "number") && (!(data6 % 1) && !isNaN(data6))) && (isFinite(data6)))){const err0 = {instancePath:instancePath+"/by",schemaPath:"#/$defs/By/anyOf/0/type",keyword:"type",params:{type: "integer"}};if(vErrors === null){vErrors = [err0];}else {vErrors.push(err0);}errors++;}if(errors === _errs18){if((typeof data6 == "number") && (isFinite(data6))){if(data6 < 0 || isNaN(data6)){const err1 = {instancePath:instancePath+"/by",schemaPath:"#/$defs/By/anyOf/0/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};if(vErrors === null){vErrors = [err1];}else {vErrors.push(err1);}errors++;}}}var _valid0 = _errs18 === errors;valid4 = valid4 || _valid0;if(!valid4){const _errs20 = errors;if(typeof data6 !== "string"){const err2 = {instancePath:instancePath+"/by",schemaPath:"#/$defs/By/anyOf/1/type",keyword:"type",params:{type: "string"}};if(vErrors === null){vErrors = [err2];}else {vErrors.push(err2);}errors++;}if("both" !== data6){const err3 = {instancePath:instancePath+"/by",schemaPath:"#/$defs/By/anyOf/1/const",keyword:"const",params:{allowedValue: "both"}};if(vErrors === null){vErrors = [err3];}else {vErrors.push(err3);}errors++;}var _valid0 = _errs20 === errors;valid4 = valid4 || _valid0;}if(!valid4){const err4 = {instancePath:instancePath+"/by",schemaPath:"#/$defs/By/anyOf",keyword:"anyOf",params:{}};if(vErrors === null){vErrors = [err4];}else {vErrors.push(err4);}errors++;validate21.errors = vErrors;return false;}else {errors = _errs17;if(vErrors !== null){if(_errs17){vErrors.length = _errs17;}else {vErrors = null;}}}var valid0 = _errs15 === errors;}else {var valid0 = true;}if(valid0){if(data.agreed !== undefined){let data7 = data.agreed;const _errs22 = errors;if(typeof data7 !== "string"){validate21.errors = [{instancePath:instancePath+"/agreed",schemaPath:"#/$defs/Agreed/type",keyword:"type",params:{type: "string"}}];return false;}if(!(((data7 === "") || (data7 === "yes")) || (data7 === "no"))){validate21.errors = [{instancePath:instancePath+"/agreed",schemaPath:"#/$defs/Agreed/enum",keyword:"enum",params:{allowedValues: schema37.enum}}];return false;}var valid0 = _errs22 === errors;}else {var valid0 = true;}if(valid0){if(data.order !== undefined){const _errs25 = errors;if(typeof data.order !== "string"){validate21.errors = [{instancePath:instancePath+"/order",schemaPath:"#/properties/order/type",keyword:"type",params:{type: "string"}}];return false;}var valid0 = _errs25 === errors;}else {var valid0 = true;}if(valid0){if(data.archived !== undefined){const _errs27 = errors;if(typeof data.archived !== "boolean"){validate21.errors = [{instancePath:instancePath+"/archived",schemaPath:"#/properties/archived/type",keyword:"type",params:{type: "boolean"}}];return false;}var valid0 = _errs27 === errors;}else {var valid0 = true;}}}}}}}}}}}}else {validate21.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}}];return false;}}validate21.errors = vErrors;return errors === 0;}
const schema39 = {"enum":["thought","hope","worry","easier","together","sign","heard","works","not yet","stopped","helped"],"type":"string"};
const schema42 = {"enum":["","chances","time","backing","means","ideas"],"type":"string"};
const schema43 = {"enum":["","structural","skill","other"],"type":"string"};
function validate23(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){let vErrors = null;let errors = 0;if(errors === 0){if(data && typeof data == "object" && !Array.isArray(data)){let missing0;if(((((((((((((((((data.copied === undefined) && (missing0 = "copied")) || ((data.was === undefined) && (missing0 = "was"))) || ((data.id === undefined) && (missing0 = "id"))) || ((data.words === undefined) && (missing0 = "words"))) || ((data.kind === undefined) && (missing0 = "kind"))) || ((data.by === undefined) && (missing0 = "by"))) || ((data.beside === undefined) && (missing0 = "beside"))) || ((data.agreed === undefined) && (missing0 = "agreed"))) || ((data.shown === undefined) && (missing0 = "shown"))) || ((data.through === undefined) && (missing0 = "through"))) || ((data.topic === undefined) && (missing0 = "topic"))) || ((data.nature === undefined) && (missing0 = "nature"))) || ((data.of === undefined) && (missing0 = "of"))) || ((data.day === undefined) && (missing0 = "day"))) || ((data.order === undefined) && (missing0 = "order"))) || ((data.archived === undefined) && (missing0 = "archived"))){validate23.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0}}];return false;}else {if(data.copied !== undefined){const _errs1 = errors;if(typeof data.copied !== "string"){validate23.errors = [{instancePath:instancePath+"/copied",schemaPath:"#/properties/copied/type",keyword:"type",params:{type: "string"}}];return false;}var valid0 = _errs1 === errors;}else {var valid0 = true;}if(valid0){if(data.was !== undefined){const _errs3 = errors;if(typeof data.was !== "string"){validate23.errors = [{instancePath:instancePath+"/was",schemaPath:"#/properties/was/type",keyword:"type",params:{type: "string"}}];return false;}var valid0 = _errs3 === errors;}else {var valid0 = true;}if(valid0){if(data.id !== undefined){const _errs5 = errors;if(typeof data.id !== "string"){validate23.errors = [{instancePath:instancePath+"/id",schemaPath:"#/properties/id/type",keyword:"type",params:{type: "string"}}];return false;}var valid0 = _errs5 === errors;}else {var valid0 = true;}if(valid0){if(data.words !== undefined){const _errs7 = errors;if(typeof data.words !== "string"){validate23.errors = [{instancePath:instancePath+"/words",schemaPath:"#/properties/words/type",keyword:"type",params:{type: "string"}}];return false;}var valid0 = _errs7 === errors;}else {var valid0 = true;}if(valid0){if(data.kind !== undefined){let data4 = data.kind;const _errs9 = errors;if(typeof data4 !== "string"){validate23.errors = [{instancePath:instancePath+"/kind",schemaPath:"#/$defs/SayingKind/type",keyword:"type",params:{type: "string"}}];return false;}if(!(((((((((((data4 === "thought") || (data4 === "hope")) || (data4 === "worry")) || (data4 === "easier")) || (data4 === "together")) || (data4 === "sign")) || (data4 === "heard")) || (data4 === "works")) || (data4 === "not yet")) || (data4 === "stopped")) || (data4 === "helped"))){validate23.errors = [{instancePath:instancePath+"/kind",schemaPath:"#/$defs/SayingKind/enum",keyword:"enum",params:{allowedValues: schema39.enum}}];return false;}var valid0 = _errs9 === errors;}else {var valid0 = true;}if(valid0){if(data.by !== undefined){let data5 = data.by;const _errs12 = errors;const _errs13 = errors;if(!(((typeof data5 == "number") && (!(data5 % 1) && !isNaN(data5))) && (isFinite(data5)))){validate23.errors = [{instancePath:instancePath+"/by",schemaPath:"#/$defs/Member/type",keyword:"type",params:{type: "integer"}}];return false;}if(errors === _errs13){if((typeof data5 == "number") && (isFinite(data5))){if(data5 < 0 || isNaN(data5)){validate23.errors = [{instancePath:instancePath+"/by",schemaPath:"#/$defs/Member/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}}];return false;}}}var valid0 = _errs12 === errors;}else {var valid0 = true;}if(valid0){if(data.beside !== undefined){const _errs15 = errors;if(typeof data.beside !== "string"){validate23.errors = [{instancePath:instancePath+"/beside",schemaPath:"#/properties/beside/type",keyword:"type",params:{type: "string"}}];return false;}var valid0 = _errs15 === errors;}else {var valid0 = true;}if(valid0){if(data.agreed !== undefined){let data7 = data.agreed;const _errs17 = errors;if(typeof data7 !== "string"){validate23.errors = [{instancePath:instancePath+"/agreed",schemaPath:"#/$defs/Agreed/type",keyword:"type",params:{type: "string"}}];return false;}if(!(((data7 === "") || (data7 === "yes")) || (data7 === "no"))){validate23.errors = [{instancePath:instancePath+"/agreed",schemaPath:"#/$defs/Agreed/enum",keyword:"enum",params:{allowedValues: schema37.enum}}];return false;}var valid0 = _errs17 === errors;}else {var valid0 = true;}if(valid0){if(data.shown !== undefined){const _errs20 = errors;if(typeof data.shown !== "boolean"){validate23.errors = [{instancePath:instancePath+"/shown",schemaPath:"#/properties/shown/type",keyword:"type",params:{type: "boolean"}}];return false;}var valid0 = _errs20 === errors;}else {var valid0 = true;}if(valid0){if(data.through !== undefined){const _errs22 = errors;if(typeof data.through !== "string"){validate23.errors = [{instancePath:instancePath+"/through",schemaPath:"#/properties/through/type",keyword:"type",params:{type: "string"}}];return false;}var valid0 = _errs22 === errors;}else {var valid0 = true;}if(valid0){if(data.topic !== undefined){let data10 = data.topic;const _errs24 = errors;if(typeof data10 !== "string"){validate23.errors = [{instancePath:instancePath+"/topic",schemaPath:"#/$defs/Topic/type",keyword:"type",params:{type: "string"}}];return false;}if(!((((((data10 === "") || (data10 === "chances")) || (data10 === "time")) || (data10 === "backing")) || (data10 === "means")) || (data10 === "ideas"))){validate23.errors = [{instancePath:instancePath+"/topic",schemaPath:"#/$defs/Topic/enum",keyword:"enum",params:{allowedValues: schema42.enum}}];return false;}var valid0 = _errs24 === errors;}else {var valid0 = true;}if(valid0){if(data.nature !== undefined){let data11 = data.nature;const _errs27 = errors;if(typeof data11 !== "string"){validate23.errors = [{instancePath:instancePath+"/nature",schemaPath:"#/$defs/Nature/type",keyword:"type",params:{type: "string"}}];return false;}if(!((((data11 === "") || (data11 === "structural")) || (data11 === "skill")) || (data11 === "other"))){validate23.errors = [{instancePath:instancePath+"/nature",schemaPath:"#/$defs/Nature/enum",keyword:"enum",params:{allowedValues: schema43.enum}}];return false;}var valid0 = _errs27 === errors;}else {var valid0 = true;}if(valid0){if(data.of !== undefined){const _errs30 = errors;if(typeof data.of !== "string"){validate23.errors = [{instancePath:instancePath+"/of",schemaPath:"#/properties/of/type",keyword:"type",params:{type: "string"}}];return false;}var valid0 = _errs30 === errors;}else {var valid0 = true;}if(valid0){if(data.day !== undefined){const _errs32 = errors;if(typeof data.day !== "string"){validate23.errors = [{instancePath:instancePath+"/day",schemaPath:"#/properties/day/type",keyword:"type",params:{type: "string"}}];return false;}var valid0 = _errs32 === errors;}else {var valid0 = true;}if(valid0){if(data.order !== undefined){const _errs34 = errors;if(typeof data.order !== "string"){validate23.errors = [{instancePath:instancePath+"/order",schemaPath:"#/properties/order/type",keyword:"type",params:{type: "string"}}];return false;}var valid0 = _errs34 === errors;}else {var valid0 = true;}if(valid0){if(data.archived !== undefined){const _errs36 = errors;if(typeof data.archived !== "boolean"){validate23.errors = [{instancePath:instancePath+"/archived",schemaPath:"#/properties/archived/type",keyword:"type",params:{type: "boolean"}}];return false;}var valid0 = _errs36 === errors;}else {var valid0 = true;}}}}}}}}}}}}}}}}}}else {validate23.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}}];return false;}}validate23.errors = vErrors;return errors === 0;}
const schema45 = {"enum":["calm","hopeful","curious","pleased","proud","safe","tired","unsure","nervous","sad","cross","let down","alone","mixed","not sure"],"type":"string"};
function validate25(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){let vErrors = null;let errors = 0;if(errors === 0){if(data && typeof data == "object" && !Array.isArray(data)){let missing0;if(((((((((((data.copied === undefined) && (missing0 = "copied")) || ((data.was === undefined) && (missing0 = "was"))) || ((data.id === undefined) && (missing0 = "id"))) || ((data.feels === undefined) && (missing0 = "feels"))) || ((data.words === undefined) && (missing0 = "words"))) || ((data.beside === undefined) && (missing0 = "beside"))) || ((data.by === undefined) && (missing0 = "by"))) || ((data.through === undefined) && (missing0 = "through"))) || ((data.day === undefined) && (missing0 = "day"))) || ((data.archived === undefined) && (missing0 = "archived"))){validate25.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0}}];return false;}else {if(data.copied !== undefined){const _errs1 = errors;if(typeof data.copied !== "string"){validate25.errors = [{instancePath:instancePath+"/copied",schemaPath:"#/properties/copied/type",keyword:"type",params:{type: "string"}}];return false;}var valid0 = _errs1 === errors;}else {var valid0 = true;}if(valid0){if(data.was !== undefined){const _errs3 = errors;if(typeof data.was !== "string"){validate25.errors = [{instancePath:instancePath+"/was",schemaPath:"#/properties/was/type",keyword:"type",params:{type: "string"}}];return false;}var valid0 = _errs3 === errors;}else {var valid0 = true;}if(valid0){if(data.id !== undefined){const _errs5 = errors;if(typeof data.id !== "string"){validate25.errors = [{instancePath:instancePath+"/id",schemaPath:"#/properties/id/type",keyword:"type",params:{type: "string"}}];return false;}var valid0 = _errs5 === errors;}else {var valid0 = true;}if(valid0){if(data.feels !== undefined){let data3 = data.feels;const _errs7 = errors;if(errors === _errs7){if(Array.isArray(data3)){var valid1 = true;const len0 = data3.length;for(let i0=0; i0<len0; i0++){let data4 = data3[i0];const _errs9 = errors;if(typeof data4 !== "string"){validate25.errors = [{instancePath:instancePath+"/feels/" + i0,schemaPath:"#/$defs/FeelingCode/type",keyword:"type",params:{type: "string"}}];return false;}if(!(((((((((((((((data4 === "calm") || (data4 === "hopeful")) || (data4 === "curious")) || (data4 === "pleased")) || (data4 === "proud")) || (data4 === "safe")) || (data4 === "tired")) || (data4 === "unsure")) || (data4 === "nervous")) || (data4 === "sad")) || (data4 === "cross")) || (data4 === "let down")) || (data4 === "alone")) || (data4 === "mixed")) || (data4 === "not sure"))){validate25.errors = [{instancePath:instancePath+"/feels/" + i0,schemaPath:"#/$defs/FeelingCode/enum",keyword:"enum",params:{allowedValues: schema45.enum}}];return false;}var valid1 = _errs9 === errors;if(!valid1){break;}}}else {validate25.errors = [{instancePath:instancePath+"/feels",schemaPath:"#/properties/feels/type",keyword:"type",params:{type: "array"}}];return false;}}var valid0 = _errs7 === errors;}else {var valid0 = true;}if(valid0){if(data.words !== undefined){const _errs12 = errors;if(typeof data.words !== "string"){validate25.errors = [{instancePath:instancePath+"/words",schemaPath:"#/properties/words/type",keyword:"type",params:{type: "string"}}];return false;}var valid0 = _errs12 === errors;}else {var valid0 = true;}if(valid0){if(data.beside !== undefined){const _errs14 = errors;if(typeof data.beside !== "string"){validate25.errors = [{instancePath:instancePath+"/beside",schemaPath:"#/properties/beside/type",keyword:"type",params:{type: "string"}}];return false;}var valid0 = _errs14 === errors;}else {var valid0 = true;}if(valid0){if(data.by !== undefined){let data7 = data.by;const _errs16 = errors;const _errs17 = errors;if(!(((typeof data7 == "number") && (!(data7 % 1) && !isNaN(data7))) && (isFinite(data7)))){validate25.errors = [{instancePath:instancePath+"/by",schemaPath:"#/$defs/Member/type",keyword:"type",params:{type: "integer"}}];return false;}if(errors === _errs17){if((typeof data7 == "number") && (isFinite(data7))){if(data7 < 0 || isNaN(data7)){validate25.errors = [{instancePath:instancePath+"/by",schemaPath:"#/$defs/Member/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}}];return false;}}}var valid0 = _errs16 === errors;}else {var valid0 = true;}if(valid0){if(data.through !== undefined){const _errs19 = errors;if(typeof data.through !== "string"){validate25.errors = [{instancePath:instancePath+"/through",schemaPath:"#/properties/through/type",keyword:"type",params:{type: "string"}}];return false;}var valid0 = _errs19 === errors;}else {var valid0 = true;}if(valid0){if(data.day !== undefined){const _errs21 = errors;if(typeof data.day !== "string"){validate25.errors = [{instancePath:instancePath+"/day",schemaPath:"#/properties/day/type",keyword:"type",params:{type: "string"}}];return false;}var valid0 = _errs21 === errors;}else {var valid0 = true;}if(valid0){if(data.archived !== undefined){const _errs23 = errors;if(typeof data.archived !== "boolean"){validate25.errors = [{instancePath:instancePath+"/archived",schemaPath:"#/properties/archived/type",keyword:"type",params:{type: "boolean"}}];return false;}var valid0 = _errs23 === errors;}else {var valid0 = true;}}}}}}}}}}}}else {validate25.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}}];return false;}}validate25.errors = vErrors;return errors === 0;}
const schema48 = {"enum":["go on","questions","helpful","know","goal","level","sign","look back"],"type":"string"};
const schema49 = {"enum":["","yes","partly","no","not sure","not yet","some","not now","keep","change","rest","let go","done","a lot better","a bit better","as hoped","no change","worse"],"type":"string"};
const schema50 = {"enum":["talk","map","plan","out","going","barriers"],"type":"string"};
function validate27(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){let vErrors = null;let errors = 0;if(errors === 0){if(data && typeof data == "object" && !Array.isArray(data)){let missing0;if((((((((((((((data.copied === undefined) && (missing0 = "copied")) || ((data.was === undefined) && (missing0 = "was"))) || ((data.id === undefined) && (missing0 = "id"))) || ((data.question === undefined) && (missing0 = "question"))) || ((data.said === undefined) && (missing0 = "said"))) || ((data.words === undefined) && (missing0 = "words"))) || ((data.rooms === undefined) && (missing0 = "rooms"))) || ((data.again === undefined) && (missing0 = "again"))) || ((data.beside === undefined) && (missing0 = "beside"))) || ((data.by === undefined) && (missing0 = "by"))) || ((data.through === undefined) && (missing0 = "through"))) || ((data.day === undefined) && (missing0 = "day"))) || ((data.archived === undefined) && (missing0 = "archived"))){validate27.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0}}];return false;}else {if(data.copied !== undefined){const _errs1 = errors;if(typeof data.copied !== "string"){validate27.errors = [{instancePath:instancePath+"/copied",schemaPath:"#/properties/copied/type",keyword:"type",params:{type: "string"}}];return false;}var valid0 = _errs1 === errors;}else {var valid0 = true;}if(valid0){if(data.was !== undefined){const _errs3 = errors;if(typeof data.was !== "string"){validate27.errors = [{instancePath:instancePath+"/was",schemaPath:"#/properties/was/type",keyword:"type",params:{type: "string"}}];return false;}var valid0 = _errs3 === errors;}else {var valid0 = true;}if(valid0){if(data.id !== undefined){const _errs5 = errors;if(typeof data.id !== "string"){validate27.errors = [{instancePath:instancePath+"/id",schemaPath:"#/properties/id/type",keyword:"type",params:{type: "string"}}];return false;}var valid0 = _errs5 === errors;}else {var valid0 = true;}if(valid0){if(data.question !== undefined){let data3 = data.question;const _errs7 = errors;if(typeof data3 !== "string"){validate27.errors = [{instancePath:instancePath+"/question",schemaPath:"#/$defs/Question/type",keyword:"type",params:{type: "string"}}];return false;}if(!((((((((data3 === "go on") || (data3 === "questions")) || (data3 === "helpful")) || (data3 === "know")) || (data3 === "goal")) || (data3 === "level")) || (data3 === "sign")) || (data3 === "look back"))){validate27.errors = [{instancePath:instancePath+"/question",schemaPath:"#/$defs/Question/enum",keyword:"enum",params:{allowedValues: schema48.enum}}];return false;}var valid0 = _errs7 === errors;}else {var valid0 = true;}if(valid0){if(data.said !== undefined){let data4 = data.said;const _errs10 = errors;if(typeof data4 !== "string"){validate27.errors = [{instancePath:instancePath+"/said",schemaPath:"#/$defs/Said/type",keyword:"type",params:{type: "string"}}];return false;}if(!((((((((((((((((((data4 === "") || (data4 === "yes")) || (data4 === "partly")) || (data4 === "no")) || (data4 === "not sure")) || (data4 === "not yet")) || (data4 === "some")) || (data4 === "not now")) || (data4 === "keep")) || (data4 === "change")) || (data4 === "rest")) || (data4 === "let go")) || (data4 === "done")) || (data4 === "a lot better")) || (data4 === "a bit better")) || (data4 === "as hoped")) || (data4 === "no change")) || (data4 === "worse"))){validate27.errors = [{instancePath:instancePath+"/said",schemaPath:"#/$defs/Said/enum",keyword:"enum",params:{allowedValues: schema49.enum}}];return false;}var valid0 = _errs10 === errors;}else {var valid0 = true;}if(valid0){if(data.words !== undefined){const _errs13 = errors;if(typeof data.words !== "string"){validate27.errors = [{instancePath:instancePath+"/words",schemaPath:"#/properties/words/type",keyword:"type",params:{type: "string"}}];return false;}var valid0 = _errs13 === errors;}else {var valid0 = true;}if(valid0){if(data.rooms !== undefined){let data6 = data.rooms;const _errs15 = errors;if(errors === _errs15){if(Array.isArray(data6)){var valid3 = true;const len0 = data6.length;for(let i0=0; i0<len0; i0++){let data7 = data6[i0];const _errs17 = errors;if(typeof data7 !== "string"){validate27.errors = [{instancePath:instancePath+"/rooms/" + i0,schemaPath:"#/$defs/RoomName/type",keyword:"type",params:{type: "string"}}];return false;}if(!((((((data7 === "talk") || (data7 === "map")) || (data7 === "plan")) || (data7 === "out")) || (data7 === "going")) || (data7 === "barriers"))){validate27.errors = [{instancePath:instancePath+"/rooms/" + i0,schemaPath:"#/$defs/RoomName/enum",keyword:"enum",params:{allowedValues: schema50.enum}}];return false;}var valid3 = _errs17 === errors;if(!valid3){break;}}}else {validate27.errors = [{instancePath:instancePath+"/rooms",schemaPath:"#/properties/rooms/type",keyword:"type",params:{type: "array"}}];return false;}}var valid0 = _errs15 === errors;}else {var valid0 = true;}if(valid0){if(data.again !== undefined){const _errs20 = errors;if(typeof data.again !== "string"){validate27.errors = [{instancePath:instancePath+"/again",schemaPath:"#/properties/again/type",keyword:"type",params:{type: "string"}}];return false;}var valid0 = _errs20 === errors;}else {var valid0 = true;}if(valid0){if(data.beside !== undefined){const _errs22 = errors;if(typeof data.beside !== "string"){validate27.errors = [{instancePath:instancePath+"/beside",schemaPath:"#/properties/beside/type",keyword:"type",params:{type: "string"}}];return false;}var valid0 = _errs22 === errors;}else {var valid0 = true;}if(valid0){if(data.by !== undefined){let data10 = data.by;const _errs24 = errors;const _errs25 = errors;if(!(((typeof data10 == "number") && (!(data10 % 1) && !isNaN(data10))) && (isFinite(data10)))){validate27.errors = [{instancePath:instancePath+"/by",schemaPath:"#/$defs/Member/type",keyword:"type",params:{type: "integer"}}];return false;}if(errors === _errs25){if((typeof data10 == "number") && (isFinite(data10))){if(data10 < 0 || isNaN(data10)){validate27.errors = [{instancePath:instancePath+"/by",schemaPath:"#/$defs/Member/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}}];return false;}}}var valid0 = _errs24 === errors;}else {var valid0 = true;}if(valid0){if(data.through !== undefined){const _errs27 = errors;if(typeof data.through !== "string"){validate27.errors = [{instancePath:instancePath+"/through",schemaPath:"#/properties/through/type",keyword:"type",params:{type: "string"}}];return false;}var valid0 = _errs27 === errors;}else {var valid0 = true;}if(valid0){if(data.day !== undefined){const _errs29 = errors;if(typeof data.day !== "string"){validate27.errors = [{instancePath:instancePath+"/day",schemaPath:"#/properties/day/type",keyword:"type",params:{type: "string"}}];return false;}var valid0 = _errs29 === errors;}else {var valid0 = true;}if(valid0){if(data.archived !== undefined){const _errs31 = errors;if(typeof data.archived !== "boolean"){validate27.errors = [{instancePath:instancePath+"/archived",schemaPath:"#/properties/archived/type",keyword:"type",params:{type: "boolean"}}];return false;}var valid0 = _errs31 === errors;}else {var valid0 = true;}}}}}}}}}}}}}}}else {validate27.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}}];return false;}}validate27.errors = vErrors;return errors === 0;}
const schema53 = {"enum":["","copy","blank"],"type":"string"};
function validate30(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){let vErrors = null;let errors = 0;if(errors === 0){if(data && typeof data == "object" && !Array.isArray(data)){let missing0;if(((((((((data.id === undefined) && (missing0 = "id")) || ((data.ring === undefined) && (missing0 = "ring"))) || ((data.angle === undefined) && (missing0 = "angle"))) || ((data.kind === undefined) && (missing0 = "kind"))) || ((data.service === undefined) && (missing0 = "service"))) || ((data.died === undefined) && (missing0 = "died"))) || ((data.contexts === undefined) && (missing0 = "contexts"))) || ((data.ties === undefined) && (missing0 = "ties"))){validate30.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0}}];return false;}else {if(data.id !== undefined){const _errs1 = errors;if(typeof data.id !== "string"){validate30.errors = [{instancePath:instancePath+"/id",schemaPath:"#/properties/id/type",keyword:"type",params:{type: "string"}}];return false;}var valid0 = _errs1 === errors;}else {var valid0 = true;}if(valid0){if(data.ring !== undefined){let data1 = data.ring;const _errs3 = errors;if(typeof data1 !== "string"){validate30.errors = [{instancePath:instancePath+"/ring",schemaPath:"#/$defs/Ring/type",keyword:"type",params:{type: "string"}}];return false;}if(!(((((data1 === "closest") || (data1 === "close")) || (data1 === "life")) || (data1 === "tray")) || (data1 === "past"))){validate30.errors = [{instancePath:instancePath+"/ring",schemaPath:"#/$defs/Ring/enum",keyword:"enum",params:{allowedValues: schema17.enum}}];return false;}var valid0 = _errs3 === errors;}else {var valid0 = true;}if(valid0){if(data.angle !== undefined){let data2 = data.angle;const _errs6 = errors;const _errs7 = errors;if(!(((typeof data2 == "number") && (!(data2 % 1) && !isNaN(data2))) && (isFinite(data2)))){validate30.errors = [{instancePath:instancePath+"/angle",schemaPath:"#/$defs/Angle/type",keyword:"type",params:{type: "integer"}}];return false;}if(errors === _errs7){if((typeof data2 == "number") && (isFinite(data2))){if(data2 > 3599 || isNaN(data2)){validate30.errors = [{instancePath:instancePath+"/angle",schemaPath:"#/$defs/Angle/maximum",keyword:"maximum",params:{comparison: "<=", limit: 3599}}];return false;}else {if(data2 < 0 || isNaN(data2)){validate30.errors = [{instancePath:instancePath+"/angle",schemaPath:"#/$defs/Angle/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}}];return false;}}}}var valid0 = _errs6 === errors;}else {var valid0 = true;}if(valid0){if(data.kind !== undefined){let data3 = data.kind;const _errs9 = errors;if(typeof data3 !== "string"){validate30.errors = [{instancePath:instancePath+"/kind",schemaPath:"#/$defs/PersonKind/type",keyword:"type",params:{type: "string"}}];return false;}if(!((((((data3 === "person") || (data3 === "place")) || (data3 === "activity")) || (data3 === "service")) || (data3 === "animal")) || (data3 === "missing"))){validate30.errors = [{instancePath:instancePath+"/kind",schemaPath:"#/$defs/PersonKind/enum",keyword:"enum",params:{allowedValues: schema15.enum}}];return false;}var valid0 = _errs9 === errors;}else {var valid0 = true;}if(valid0){if(data.service !== undefined){let data4 = data.service;const _errs12 = errors;if(typeof data4 !== "string"){validate30.errors = [{instancePath:instancePath+"/service",schemaPath:"#/$defs/Service/type",keyword:"type",params:{type: "string"}}];return false;}if(!((((data4 === "unknown") || (data4 === "outside")) || (data4 === "inside")) || (data4 === "linked"))){validate30.errors = [{instancePath:instancePath+"/service",schemaPath:"#/$defs/Service/enum",keyword:"enum",params:{allowedValues: schema24.enum}}];return false;}var valid0 = _errs12 === errors;}else {var valid0 = true;}if(valid0){if(data.died !== undefined){const _errs15 = errors;if(typeof data.died !== "boolean"){validate30.errors = [{instancePath:instancePath+"/died",schemaPath:"#/properties/died/type",keyword:"type",params:{type: "boolean"}}];return false;}var valid0 = _errs15 === errors;}else {var valid0 = true;}if(valid0){if(data.contexts !== undefined){let data6 = data.contexts;const _errs17 = errors;if(errors === _errs17){if(Array.isArray(data6)){var valid5 = true;const len0 = data6.length;for(let i0=0; i0<len0; i0++){let data7 = data6[i0];const _errs19 = errors;if(typeof data7 !== "string"){validate30.errors = [{instancePath:instancePath+"/contexts/" + i0,schemaPath:"#/$defs/Context/type",keyword:"type",params:{type: "string"}}];return false;}if(!((((((((((data7 === "family") || (data7 === "friend")) || (data7 === "neighbour")) || (data7 === "work")) || (data7 === "learning")) || (data7 === "club")) || (data7 === "faith")) || (data7 === "service")) || (data7 === "online")) || (data7 === "other"))){validate30.errors = [{instancePath:instancePath+"/contexts/" + i0,schemaPath:"#/$defs/Context/enum",keyword:"enum",params:{allowedValues: schema25.enum}}];return false;}var valid5 = _errs19 === errors;if(!valid5){break;}}}else {validate30.errors = [{instancePath:instancePath+"/contexts",schemaPath:"#/properties/contexts/type",keyword:"type",params:{type: "array"}}];return false;}}var valid0 = _errs17 === errors;}else {var valid0 = true;}if(valid0){if(data.ties !== undefined){let data8 = data.ties;const _errs22 = errors;if(errors === _errs22){if(Array.isArray(data8)){var valid7 = true;const len1 = data8.length;for(let i1=0; i1<len1; i1++){const _errs24 = errors;if(typeof data8[i1] !== "string"){validate30.errors = [{instancePath:instancePath+"/ties/" + i1,schemaPath:"#/properties/ties/items/type",keyword:"type",params:{type: "string"}}];return false;}var valid7 = _errs24 === errors;if(!valid7){break;}}}else {validate30.errors = [{instancePath:instancePath+"/ties",schemaPath:"#/properties/ties/type",keyword:"type",params:{type: "array"}}];return false;}}var valid0 = _errs22 === errors;}else {var valid0 = true;}}}}}}}}}}else {validate30.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}}];return false;}}validate30.errors = vErrors;return errors === 0;}
function validate29(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){let vErrors = null;let errors = 0;if(errors === 0){if(data && typeof data == "object" && !Array.isArray(data)){let missing0;if((((((((((data.copied === undefined) && (missing0 = "copied")) || ((data.was === undefined) && (missing0 = "was"))) || ((data.id === undefined) && (missing0 = "id"))) || ((data.name === undefined) && (missing0 = "name"))) || ((data.day === undefined) && (missing0 = "day"))) || ((data.after === undefined) && (missing0 = "after"))) || ((data.start === undefined) && (missing0 = "start"))) || ((data.rows === undefined) && (missing0 = "rows"))) || ((data.archived === undefined) && (missing0 = "archived"))){validate29.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0}}];return false;}else {if(data.copied !== undefined){const _errs1 = errors;if(typeof data.copied !== "string"){validate29.errors = [{instancePath:instancePath+"/copied",schemaPath:"#/properties/copied/type",keyword:"type",params:{type: "string"}}];return false;}var valid0 = _errs1 === errors;}else {var valid0 = true;}if(valid0){if(data.was !== undefined){const _errs3 = errors;if(typeof data.was !== "string"){validate29.errors = [{instancePath:instancePath+"/was",schemaPath:"#/properties/was/type",keyword:"type",params:{type: "string"}}];return false;}var valid0 = _errs3 === errors;}else {var valid0 = true;}if(valid0){if(data.id !== undefined){const _errs5 = errors;if(typeof data.id !== "string"){validate29.errors = [{instancePath:instancePath+"/id",schemaPath:"#/properties/id/type",keyword:"type",params:{type: "string"}}];return false;}var valid0 = _errs5 === errors;}else {var valid0 = true;}if(valid0){if(data.name !== undefined){const _errs7 = errors;if(typeof data.name !== "string"){validate29.errors = [{instancePath:instancePath+"/name",schemaPath:"#/properties/name/type",keyword:"type",params:{type: "string"}}];return false;}var valid0 = _errs7 === errors;}else {var valid0 = true;}if(valid0){if(data.day !== undefined){const _errs9 = errors;if(typeof data.day !== "string"){validate29.errors = [{instancePath:instancePath+"/day",schemaPath:"#/properties/day/type",keyword:"type",params:{type: "string"}}];return false;}var valid0 = _errs9 === errors;}else {var valid0 = true;}if(valid0){if(data.after !== undefined){const _errs11 = errors;if(typeof data.after !== "string"){validate29.errors = [{instancePath:instancePath+"/after",schemaPath:"#/properties/after/type",keyword:"type",params:{type: "string"}}];return false;}var valid0 = _errs11 === errors;}else {var valid0 = true;}if(valid0){if(data.start !== undefined){let data6 = data.start;const _errs13 = errors;if(typeof data6 !== "string"){validate29.errors = [{instancePath:instancePath+"/start",schemaPath:"#/$defs/WentOn/type",keyword:"type",params:{type: "string"}}];return false;}if(!(((data6 === "") || (data6 === "copy")) || (data6 === "blank"))){validate29.errors = [{instancePath:instancePath+"/start",schemaPath:"#/$defs/WentOn/enum",keyword:"enum",params:{allowedValues: schema53.enum}}];return false;}var valid0 = _errs13 === errors;}else {var valid0 = true;}if(valid0){if(data.rows !== undefined){let data7 = data.rows;const _errs16 = errors;if(errors === _errs16){if(Array.isArray(data7)){var valid2 = true;const len0 = data7.length;for(let i0=0; i0<len0; i0++){const _errs18 = errors;if(!(validate30(data7[i0], {instancePath:instancePath+"/rows/" + i0,parentData:data7,parentDataProperty:i0,rootData}))){vErrors = vErrors === null ? validate30.errors : vErrors.concat(validate30.errors);errors = vErrors.length;}var valid2 = _errs18 === errors;if(!valid2){break;}}}else {validate29.errors = [{instancePath:instancePath+"/rows",schemaPath:"#/properties/rows/type",keyword:"type",params:{type: "array"}}];return false;}}var valid0 = _errs16 === errors;}else {var valid0 = true;}if(valid0){if(data.archived !== undefined){const _errs19 = errors;if(typeof data.archived !== "boolean"){validate29.errors = [{instancePath:instancePath+"/archived",schemaPath:"#/properties/archived/type",keyword:"type",params:{type: "boolean"}}];return false;}var valid0 = _errs19 === errors;}else {var valid0 = true;}}}}}}}}}}}else {validate29.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}}];return false;}}validate29.errors = vErrors;return errors === 0;}
function validate33(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){let vErrors = null;let errors = 0;if(errors === 0){if(data && typeof data == "object" && !Array.isArray(data)){let missing0;if((((((((((((data.copied === undefined) && (missing0 = "copied")) || ((data.was === undefined) && (missing0 = "was"))) || ((data.id === undefined) && (missing0 = "id"))) || ((data.name === undefined) && (missing0 = "name"))) || ((data.day === undefined) && (missing0 = "day"))) || ((data.words === undefined) && (missing0 = "words"))) || ((data.by === undefined) && (missing0 = "by"))) || ((data.key === undefined) && (missing0 = "key"))) || ((data.size === undefined) && (missing0 = "size"))) || ((data.pieces === undefined) && (missing0 = "pieces"))) || ((data.archived === undefined) && (missing0 = "archived"))){validate33.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0}}];return false;}else {if(data.copied !== undefined){const _errs1 = errors;if(typeof data.copied !== "string"){validate33.errors = [{instancePath:instancePath+"/copied",schemaPath:"#/properties/copied/type",keyword:"type",params:{type: "string"}}];return false;}var valid0 = _errs1 === errors;}else {var valid0 = true;}if(valid0){if(data.was !== undefined){const _errs3 = errors;if(typeof data.was !== "string"){validate33.errors = [{instancePath:instancePath+"/was",schemaPath:"#/properties/was/type",keyword:"type",params:{type: "string"}}];return false;}var valid0 = _errs3 === errors;}else {var valid0 = true;}if(valid0){if(data.id !== undefined){const _errs5 = errors;if(typeof data.id !== "string"){validate33.errors = [{instancePath:instancePath+"/id",schemaPath:"#/properties/id/type",keyword:"type",params:{type: "string"}}];return false;}var valid0 = _errs5 === errors;}else {var valid0 = true;}if(valid0){if(data.name !== undefined){const _errs7 = errors;if(typeof data.name !== "string"){validate33.errors = [{instancePath:instancePath+"/name",schemaPath:"#/properties/name/type",keyword:"type",params:{type: "string"}}];return false;}var valid0 = _errs7 === errors;}else {var valid0 = true;}if(valid0){if(data.day !== undefined){const _errs9 = errors;if(typeof data.day !== "string"){validate33.errors = [{instancePath:instancePath+"/day",schemaPath:"#/properties/day/type",keyword:"type",params:{type: "string"}}];return false;}var valid0 = _errs9 === errors;}else {var valid0 = true;}if(valid0){if(data.words !== undefined){const _errs11 = errors;if(typeof data.words !== "string"){validate33.errors = [{instancePath:instancePath+"/words",schemaPath:"#/properties/words/type",keyword:"type",params:{type: "string"}}];return false;}var valid0 = _errs11 === errors;}else {var valid0 = true;}if(valid0){if(data.by !== undefined){let data6 = data.by;const _errs13 = errors;const _errs15 = errors;let valid2 = false;const _errs16 = errors;if(!(((typeof data6 == "number") && (!(data6 % 1) && !isNaN(data6))) && (isFinite(data6)))){const err0 = {instancePath:instancePath+"/by",schemaPath:"#/$defs/By/anyOf/0/type",keyword:"type",params:{type: "integer"}};if(vErrors === null){vErrors = [err0];}else {vErrors.push(err0);}errors++;}if(errors === _errs16){if((typeof data6 == "number") && (isFinite(data6))){if(data6 < 0 || isNaN(data6)){const err1 = {instancePath:instancePath+"/by",schemaPath:"#/$defs/By/anyOf/0/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};if(vErrors === null){vErrors = [err1];}else {vErrors.push(err1);}errors++;}}}var _valid0 = _errs16 === errors;valid2 = valid2 || _valid0;if(!valid2){const _errs18 = errors;if(typeof data6 !== "string"){const err2 = {instancePath:instancePath+"/by",schemaPath:"#/$defs/By/anyOf/1/type",keyword:"type",params:{type: "string"}};if(vErrors === null){vErrors = [err2];}else {vErrors.push(err2);}errors++;}if("both" !== data6){const err3 = {instancePath:instancePath+"/by",schemaPath:"#/$defs/By/anyOf/1/const",keyword:"const",params:{allowedValue: "both"}};if(vErrors === null){vErrors = [err3];}else {vErrors.push(err3);}errors++;}var _valid0 = _errs18 === errors;valid2 = valid2 || _valid0;}if(!valid2){const err4 = {instancePath:instancePath+"/by",schemaPath:"#/$defs/By/anyOf",keyword:"anyOf",params:{}};if(vErrors === null){vErrors = [err4];}else {vErrors.push(err4);}errors++;validate33.errors = vErrors;return false;}else {errors = _errs15;if(vErrors !== null){if(_errs15){vErrors.length = _errs15;}else {vErrors = null;}}}var valid0 = _errs13 === errors;}else {var valid0 = true;}if(valid0){if(data.key !== undefined){const _errs20 = errors;if(typeof data.key !== "string"){validate33.errors = [{instancePath:instancePath+"/key",schemaPath:"#/properties/key/type",keyword:"type",params:{type: "string"}}];return false;}var valid0 = _errs20 === errors;}else {var valid0 = true;}if(valid0){if(data.size !== undefined){let data8 = data.size;const _errs22 = errors;const _errs23 = errors;if(!(((typeof data8 == "number") && (!(data8 % 1) && !isNaN(data8))) && (isFinite(data8)))){validate33.errors = [{instancePath:instancePath+"/size",schemaPath:"#/$defs/ByteCount/type",keyword:"type",params:{type: "integer"}}];return false;}if(errors === _errs23){if((typeof data8 == "number") && (isFinite(data8))){if(data8 < 0 || isNaN(data8)){validate33.errors = [{instancePath:instancePath+"/size",schemaPath:"#/$defs/ByteCount/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}}];return false;}}}var valid0 = _errs22 === errors;}else {var valid0 = true;}if(valid0){if(data.pieces !== undefined){let data9 = data.pieces;const _errs25 = errors;const _errs26 = errors;if(errors === _errs26){if(Array.isArray(data9)){var valid5 = true;const len0 = data9.length;for(let i0=0; i0<len0; i0++){const _errs28 = errors;if(typeof data9[i0] !== "string"){validate33.errors = [{instancePath:instancePath+"/pieces/" + i0,schemaPath:"#/$defs/PieceNames/items/type",keyword:"type",params:{type: "string"}}];return false;}var valid5 = _errs28 === errors;if(!valid5){break;}}}else {validate33.errors = [{instancePath:instancePath+"/pieces",schemaPath:"#/$defs/PieceNames/type",keyword:"type",params:{type: "array"}}];return false;}}var valid0 = _errs25 === errors;}else {var valid0 = true;}if(valid0){if(data.archived !== undefined){const _errs30 = errors;if(typeof data.archived !== "boolean"){validate33.errors = [{instancePath:instancePath+"/archived",schemaPath:"#/properties/archived/type",keyword:"type",params:{type: "boolean"}}];return false;}var valid0 = _errs30 === errors;}else {var valid0 = true;}}}}}}}}}}}}}else {validate33.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}}];return false;}}validate33.errors = vErrors;return errors === 0;}
const schema66 = {"enum":["not yet","yes","no"],"type":"string"};
function validate35(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){let vErrors = null;let errors = 0;if(errors === 0){if(data && typeof data == "object" && !Array.isArray(data)){let missing0;if((((((((((((data.copied === undefined) && (missing0 = "copied")) || ((data.was === undefined) && (missing0 = "was"))) || ((data.id === undefined) && (missing0 = "id"))) || ((data.name === undefined) && (missing0 = "name"))) || ((data.words === undefined) && (missing0 = "words"))) || ((data.kind === undefined) && (missing0 = "kind"))) || ((data.place === undefined) && (missing0 = "place"))) || ((data.asked === undefined) && (missing0 = "asked"))) || ((data.by === undefined) && (missing0 = "by"))) || ((data.of === undefined) && (missing0 = "of"))) || ((data.archived === undefined) && (missing0 = "archived"))){validate35.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0}}];return false;}else {if(data.copied !== undefined){const _errs1 = errors;if(typeof data.copied !== "string"){validate35.errors = [{instancePath:instancePath+"/copied",schemaPath:"#/properties/copied/type",keyword:"type",params:{type: "string"}}];return false;}var valid0 = _errs1 === errors;}else {var valid0 = true;}if(valid0){if(data.was !== undefined){const _errs3 = errors;if(typeof data.was !== "string"){validate35.errors = [{instancePath:instancePath+"/was",schemaPath:"#/properties/was/type",keyword:"type",params:{type: "string"}}];return false;}var valid0 = _errs3 === errors;}else {var valid0 = true;}if(valid0){if(data.id !== undefined){const _errs5 = errors;if(typeof data.id !== "string"){validate35.errors = [{instancePath:instancePath+"/id",schemaPath:"#/properties/id/type",keyword:"type",params:{type: "string"}}];return false;}var valid0 = _errs5 === errors;}else {var valid0 = true;}if(valid0){if(data.name !== undefined){const _errs7 = errors;if(typeof data.name !== "string"){validate35.errors = [{instancePath:instancePath+"/name",schemaPath:"#/properties/name/type",keyword:"type",params:{type: "string"}}];return false;}var valid0 = _errs7 === errors;}else {var valid0 = true;}if(valid0){if(data.words !== undefined){const _errs9 = errors;if(typeof data.words !== "string"){validate35.errors = [{instancePath:instancePath+"/words",schemaPath:"#/properties/words/type",keyword:"type",params:{type: "string"}}];return false;}var valid0 = _errs9 === errors;}else {var valid0 = true;}if(valid0){if(data.kind !== undefined){let data5 = data.kind;const _errs11 = errors;if(typeof data5 !== "string"){validate35.errors = [{instancePath:instancePath+"/kind",schemaPath:"#/$defs/PersonKind/type",keyword:"type",params:{type: "string"}}];return false;}if(!((((((data5 === "person") || (data5 === "place")) || (data5 === "activity")) || (data5 === "service")) || (data5 === "animal")) || (data5 === "missing"))){validate35.errors = [{instancePath:instancePath+"/kind",schemaPath:"#/$defs/PersonKind/enum",keyword:"enum",params:{allowedValues: schema15.enum}}];return false;}var valid0 = _errs11 === errors;}else {var valid0 = true;}if(valid0){if(data.place !== undefined){const _errs14 = errors;if(!(validate12(data.place, {instancePath:instancePath+"/place",parentData:data,parentDataProperty:"place",rootData}))){vErrors = vErrors === null ? validate12.errors : vErrors.concat(validate12.errors);errors = vErrors.length;}var valid0 = _errs14 === errors;}else {var valid0 = true;}if(valid0){if(data.asked !== undefined){let data7 = data.asked;const _errs15 = errors;if(typeof data7 !== "string"){validate35.errors = [{instancePath:instancePath+"/asked",schemaPath:"#/$defs/Asked/type",keyword:"type",params:{type: "string"}}];return false;}if(!(((data7 === "not yet") || (data7 === "yes")) || (data7 === "no"))){validate35.errors = [{instancePath:instancePath+"/asked",schemaPath:"#/$defs/Asked/enum",keyword:"enum",params:{allowedValues: schema66.enum}}];return false;}var valid0 = _errs15 === errors;}else {var valid0 = true;}if(valid0){if(data.by !== undefined){let data8 = data.by;const _errs18 = errors;const _errs19 = errors;if(!(((typeof data8 == "number") && (!(data8 % 1) && !isNaN(data8))) && (isFinite(data8)))){validate35.errors = [{instancePath:instancePath+"/by",schemaPath:"#/$defs/Member/type",keyword:"type",params:{type: "integer"}}];return false;}if(errors === _errs19){if((typeof data8 == "number") && (isFinite(data8))){if(data8 < 0 || isNaN(data8)){validate35.errors = [{instancePath:instancePath+"/by",schemaPath:"#/$defs/Member/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}}];return false;}}}var valid0 = _errs18 === errors;}else {var valid0 = true;}if(valid0){if(data.of !== undefined){const _errs21 = errors;if(typeof data.of !== "string"){validate35.errors = [{instancePath:instancePath+"/of",schemaPath:"#/properties/of/type",keyword:"type",params:{type: "string"}}];return false;}var valid0 = _errs21 === errors;}else {var valid0 = true;}if(valid0){if(data.archived !== undefined){const _errs23 = errors;if(typeof data.archived !== "boolean"){validate35.errors = [{instancePath:instancePath+"/archived",schemaPath:"#/properties/archived/type",keyword:"type",params:{type: "boolean"}}];return false;}var valid0 = _errs23 === errors;}else {var valid0 = true;}}}}}}}}}}}}}else {validate35.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}}];return false;}}validate35.errors = vErrors;return errors === 0;}
function validate41(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){let vErrors = null;let errors = 0;const _errs0 = errors;let valid0 = false;let passing0 = null;const _errs1 = errors;const _errs2 = errors;if(errors === _errs2){if(data && typeof data == "object" && !Array.isArray(data)){let missing0;if((data.kind === undefined) && (missing0 = "kind")){const err0 = {instancePath,schemaPath:"#/$defs/WhenNone/required",keyword:"required",params:{missingProperty: missing0}};if(vErrors === null){vErrors = [err0];}else {vErrors.push(err0);}errors++;}else {if(data.kind !== undefined){let data0 = data.kind;if(typeof data0 !== "string"){const err1 = {instancePath:instancePath+"/kind",schemaPath:"#/$defs/WhenNone/properties/kind/type",keyword:"type",params:{type: "string"}};if(vErrors === null){vErrors = [err1];}else {vErrors.push(err1);}errors++;}if("none" !== data0){const err2 = {instancePath:instancePath+"/kind",schemaPath:"#/$defs/WhenNone/properties/kind/const",keyword:"const",params:{allowedValue: "none"}};if(vErrors === null){vErrors = [err2];}else {vErrors.push(err2);}errors++;}}}}else {const err3 = {instancePath,schemaPath:"#/$defs/WhenNone/type",keyword:"type",params:{type: "object"}};if(vErrors === null){vErrors = [err3];}else {vErrors.push(err3);}errors++;}}var _valid0 = _errs1 === errors;if(_valid0){valid0 = true;passing0 = 0;}const _errs6 = errors;const _errs7 = errors;if(errors === _errs7){if(data && typeof data == "object" && !Array.isArray(data)){let missing1;if((data.kind === undefined) && (missing1 = "kind")){const err4 = {instancePath,schemaPath:"#/$defs/WhenNext/required",keyword:"required",params:{missingProperty: missing1}};if(vErrors === null){vErrors = [err4];}else {vErrors.push(err4);}errors++;}else {if(data.kind !== undefined){let data1 = data.kind;if(typeof data1 !== "string"){const err5 = {instancePath:instancePath+"/kind",schemaPath:"#/$defs/WhenNext/properties/kind/type",keyword:"type",params:{type: "string"}};if(vErrors === null){vErrors = [err5];}else {vErrors.push(err5);}errors++;}if("next" !== data1){const err6 = {instancePath:instancePath+"/kind",schemaPath:"#/$defs/WhenNext/properties/kind/const",keyword:"const",params:{allowedValue: "next"}};if(vErrors === null){vErrors = [err6];}else {vErrors.push(err6);}errors++;}}}}else {const err7 = {instancePath,schemaPath:"#/$defs/WhenNext/type",keyword:"type",params:{type: "object"}};if(vErrors === null){vErrors = [err7];}else {vErrors.push(err7);}errors++;}}var _valid0 = _errs6 === errors;if(_valid0 && valid0){valid0 = false;passing0 = [passing0, 1];}else {if(_valid0){valid0 = true;passing0 = 1;}const _errs11 = errors;const _errs12 = errors;if(errors === _errs12){if(data && typeof data == "object" && !Array.isArray(data)){let missing2;if(((data.kind === undefined) && (missing2 = "kind")) || ((data.day === undefined) && (missing2 = "day"))){const err8 = {instancePath,schemaPath:"#/$defs/WhenDay/required",keyword:"required",params:{missingProperty: missing2}};if(vErrors === null){vErrors = [err8];}else {vErrors.push(err8);}errors++;}else {if(data.kind !== undefined){let data2 = data.kind;const _errs14 = errors;if(typeof data2 !== "string"){const err9 = {instancePath:instancePath+"/kind",schemaPath:"#/$defs/WhenDay/properties/kind/type",keyword:"type",params:{type: "string"}};if(vErrors === null){vErrors = [err9];}else {vErrors.push(err9);}errors++;}if("day" !== data2){const err10 = {instancePath:instancePath+"/kind",schemaPath:"#/$defs/WhenDay/properties/kind/const",keyword:"const",params:{allowedValue: "day"}};if(vErrors === null){vErrors = [err10];}else {vErrors.push(err10);}errors++;}var valid6 = _errs14 === errors;}else {var valid6 = true;}if(valid6){if(data.day !== undefined){const _errs16 = errors;if(typeof data.day !== "string"){const err11 = {instancePath:instancePath+"/day",schemaPath:"#/$defs/WhenDay/properties/day/type",keyword:"type",params:{type: "string"}};if(vErrors === null){vErrors = [err11];}else {vErrors.push(err11);}errors++;}var valid6 = _errs16 === errors;}else {var valid6 = true;}}}}else {const err12 = {instancePath,schemaPath:"#/$defs/WhenDay/type",keyword:"type",params:{type: "object"}};if(vErrors === null){vErrors = [err12];}else {vErrors.push(err12);}errors++;}}var _valid0 = _errs11 === errors;if(_valid0 && valid0){valid0 = false;passing0 = [passing0, 2];}else {if(_valid0){valid0 = true;passing0 = 2;}}}if(!valid0){const err13 = {instancePath,schemaPath:"#/oneOf",keyword:"oneOf",params:{passingSchemas: passing0}};if(vErrors === null){vErrors = [err13];}else {vErrors.push(err13);}errors++;validate41.errors = vErrors;return false;}else {errors = _errs0;if(vErrors !== null){if(_errs0){vErrors.length = _errs0;}else {vErrors = null;}}}validate41.errors = vErrors;return errors === 0;}
function validate40(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){let vErrors = null;let errors = 0;if(errors === 0){if(data && typeof data == "object" && !Array.isArray(data)){let missing0;if(((data.what === undefined) && (missing0 = "what")) || ((data.when === undefined) && (missing0 = "when"))){validate40.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0}}];return false;}else {if(data.what !== undefined){const _errs1 = errors;if(typeof data.what !== "string"){validate40.errors = [{instancePath:instancePath+"/what",schemaPath:"#/properties/what/type",keyword:"type",params:{type: "string"}}];return false;}var valid0 = _errs1 === errors;}else {var valid0 = true;}if(valid0){if(data.when !== undefined){const _errs3 = errors;if(!(validate41(data.when, {instancePath:instancePath+"/when",parentData:data,parentDataProperty:"when",rootData}))){vErrors = vErrors === null ? validate41.errors : vErrors.concat(validate41.errors);errors = vErrors.length;}var valid0 = _errs3 === errors;}else {var valid0 = true;}}}}else {validate40.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}}];return false;}}validate40.errors = vErrors;return errors === 0;}
function validate39(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){let vErrors = null;let errors = 0;if(errors === 0){if(Array.isArray(data)){var valid0 = true;const len0 = data.length;for(let i0=0; i0<len0; i0++){const _errs1 = errors;if(!(validate40(data[i0], {instancePath:instancePath+"/" + i0,parentData:data,parentDataProperty:i0,rootData}))){vErrors = vErrors === null ? validate40.errors : vErrors.concat(validate40.errors);errors = vErrors.length;}var valid0 = _errs1 === errors;if(!valid0){break;}}}else {validate39.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "array"}}];return false;}}validate39.errors = vErrors;return errors === 0;}
function validate38(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){let vErrors = null;let errors = 0;if(errors === 0){if(data && typeof data == "object" && !Array.isArray(data)){let missing0;if((((((((((((data.copied === undefined) && (missing0 = "copied")) || ((data.was === undefined) && (missing0 = "was"))) || ((data.id === undefined) && (missing0 = "id"))) || ((data.place === undefined) && (missing0 = "place"))) || ((data.label === undefined) && (missing0 = "label"))) || ((data.name === undefined) && (missing0 = "name"))) || ((data.meeting === undefined) && (missing0 = "meeting"))) || ((data.errands === undefined) && (missing0 = "errands"))) || ((data.via === undefined) && (missing0 = "via"))) || ((data.day === undefined) && (missing0 = "day"))) || ((data.archived === undefined) && (missing0 = "archived"))){validate38.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0}}];return false;}else {if(data.copied !== undefined){const _errs1 = errors;if(typeof data.copied !== "string"){validate38.errors = [{instancePath:instancePath+"/copied",schemaPath:"#/properties/copied/type",keyword:"type",params:{type: "string"}}];return false;}var valid0 = _errs1 === errors;}else {var valid0 = true;}if(valid0){if(data.was !== undefined){const _errs3 = errors;if(typeof data.was !== "string"){validate38.errors = [{instancePath:instancePath+"/was",schemaPath:"#/properties/was/type",keyword:"type",params:{type: "string"}}];return false;}var valid0 = _errs3 === errors;}else {var valid0 = true;}if(valid0){if(data.id !== undefined){const _errs5 = errors;if(typeof data.id !== "string"){validate38.errors = [{instancePath:instancePath+"/id",schemaPath:"#/properties/id/type",keyword:"type",params:{type: "string"}}];return false;}var valid0 = _errs5 === errors;}else {var valid0 = true;}if(valid0){if(data.place !== undefined){const _errs7 = errors;if(typeof data.place !== "string"){validate38.errors = [{instancePath:instancePath+"/place",schemaPath:"#/properties/place/type",keyword:"type",params:{type: "string"}}];return false;}var valid0 = _errs7 === errors;}else {var valid0 = true;}if(valid0){if(data.label !== undefined){const _errs9 = errors;if(typeof data.label !== "string"){validate38.errors = [{instancePath:instancePath+"/label",schemaPath:"#/properties/label/type",keyword:"type",params:{type: "string"}}];return false;}var valid0 = _errs9 === errors;}else {var valid0 = true;}if(valid0){if(data.name !== undefined){const _errs11 = errors;if(typeof data.name !== "string"){validate38.errors = [{instancePath:instancePath+"/name",schemaPath:"#/properties/name/type",keyword:"type",params:{type: "string"}}];return false;}var valid0 = _errs11 === errors;}else {var valid0 = true;}if(valid0){if(data.meeting !== undefined){const _errs13 = errors;if(typeof data.meeting !== "string"){validate38.errors = [{instancePath:instancePath+"/meeting",schemaPath:"#/properties/meeting/type",keyword:"type",params:{type: "string"}}];return false;}var valid0 = _errs13 === errors;}else {var valid0 = true;}if(valid0){if(data.errands !== undefined){const _errs15 = errors;if(!(validate39(data.errands, {instancePath:instancePath+"/errands",parentData:data,parentDataProperty:"errands",rootData}))){vErrors = vErrors === null ? validate39.errors : vErrors.concat(validate39.errors);errors = vErrors.length;}var valid0 = _errs15 === errors;}else {var valid0 = true;}if(valid0){if(data.via !== undefined){const _errs16 = errors;if(typeof data.via !== "string"){validate38.errors = [{instancePath:instancePath+"/via",schemaPath:"#/properties/via/type",keyword:"type",params:{type: "string"}}];return false;}var valid0 = _errs16 === errors;}else {var valid0 = true;}if(valid0){if(data.day !== undefined){const _errs18 = errors;if(typeof data.day !== "string"){validate38.errors = [{instancePath:instancePath+"/day",schemaPath:"#/properties/day/type",keyword:"type",params:{type: "string"}}];return false;}var valid0 = _errs18 === errors;}else {var valid0 = true;}if(valid0){if(data.archived !== undefined){const _errs20 = errors;if(typeof data.archived !== "boolean"){validate38.errors = [{instancePath:instancePath+"/archived",schemaPath:"#/properties/archived/type",keyword:"type",params:{type: "boolean"}}];return false;}var valid0 = _errs20 === errors;}else {var valid0 = true;}}}}}}}}}}}}}else {validate38.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}}];return false;}}validate38.errors = vErrors;return errors === 0;}
const schema78 = {"enum":["","used to","fancied","admired","dream","might"],"type":"string"};
function validate46(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){let vErrors = null;let errors = 0;if(errors === 0){if(data && typeof data == "object" && !Array.isArray(data)){let missing0;if((((((((((((((((data.copied === undefined) && (missing0 = "copied")) || ((data.was === undefined) && (missing0 = "was"))) || ((data.id === undefined) && (missing0 = "id"))) || ((data.words === undefined) && (missing0 = "words"))) || ((data.by === undefined) && (missing0 = "by"))) || ((data.card === undefined) && (missing0 = "card"))) || ((data.like === undefined) && (missing0 = "like"))) || ((data.idea === undefined) && (missing0 = "idea"))) || ((data.guess === undefined) && (missing0 = "guess"))) || ((data.seen === undefined) && (missing0 = "seen"))) || ((data.taken === undefined) && (missing0 = "taken"))) || ((data.over === undefined) && (missing0 = "over"))) || ((data.people === undefined) && (missing0 = "people"))) || ((data.order === undefined) && (missing0 = "order"))) || ((data.archived === undefined) && (missing0 = "archived"))){validate46.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0}}];return false;}else {if(data.copied !== undefined){const _errs1 = errors;if(typeof data.copied !== "string"){validate46.errors = [{instancePath:instancePath+"/copied",schemaPath:"#/properties/copied/type",keyword:"type",params:{type: "string"}}];return false;}var valid0 = _errs1 === errors;}else {var valid0 = true;}if(valid0){if(data.was !== undefined){const _errs3 = errors;if(typeof data.was !== "string"){validate46.errors = [{instancePath:instancePath+"/was",schemaPath:"#/properties/was/type",keyword:"type",params:{type: "string"}}];return false;}var valid0 = _errs3 === errors;}else {var valid0 = true;}if(valid0){if(data.id !== undefined){const _errs5 = errors;if(typeof data.id !== "string"){validate46.errors = [{instancePath:instancePath+"/id",schemaPath:"#/properties/id/type",keyword:"type",params:{type: "string"}}];return false;}var valid0 = _errs5 === errors;}else {var valid0 = true;}if(valid0){if(data.words !== undefined){const _errs7 = errors;if(typeof data.words !== "string"){validate46.errors = [{instancePath:instancePath+"/words",schemaPath:"#/properties/words/type",keyword:"type",params:{type: "string"}}];return false;}var valid0 = _errs7 === errors;}else {var valid0 = true;}if(valid0){if(data.by !== undefined){let data4 = data.by;const _errs9 = errors;const _errs11 = errors;let valid2 = false;const _errs12 = errors;if(!(((typeof data4 == "number") && (!(data4 % 1) && !isNaN(data4))) && (isFinite(data4)))){const err0 = {instancePath:instancePath+"/by",schemaPath:"#/$defs/By/anyOf/0/type",keyword:"type",params:{type: "integer"}};if(vErrors === null){vErrors = [err0];}else {vErrors.push(err0);}errors++;}if(errors === _errs12){if((typeof data4 == "number") && (isFinite(data4))){if(data4 < 0 || isNaN(data4)){const err1 = {instancePath:instancePath+"/by",schemaPath:"#/$defs/By/anyOf/0/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};if(vErrors === null){vErrors = [err1];}else {vErrors.push(err1);}errors++;}}}var _valid0 = _errs12 === errors;valid2 = valid2 || _valid0;if(!valid2){const _errs14 = errors;if(typeof data4 !== "string"){const err2 = {instancePath:instancePath+"/by",schemaPath:"#/$defs/By/anyOf/1/type",keyword:"type",params:{type: "string"}};if(vErrors === null){vErrors = [err2];}else {vErrors.push(err2);}errors++;}if("both" !== data4){const err3 = {instancePath:instancePath+"/by",schemaPath:"#/$defs/By/anyOf/1/const",keyword:"const",params:{allowedValue: "both"}};if(vErrors === null){vErrors = [err3];}else {vErrors.push(err3);}errors++;}var _valid0 = _errs14 === errors;valid2 = valid2 || _valid0;}if(!valid2){const err4 = {instancePath:instancePath+"/by",schemaPath:"#/$defs/By/anyOf",keyword:"anyOf",params:{}};if(vErrors === null){vErrors = [err4];}else {vErrors.push(err4);}errors++;validate46.errors = vErrors;return false;}else {errors = _errs11;if(vErrors !== null){if(_errs11){vErrors.length = _errs11;}else {vErrors = null;}}}var valid0 = _errs9 === errors;}else {var valid0 = true;}if(valid0){if(data.card !== undefined){let data5 = data.card;const _errs16 = errors;if(typeof data5 !== "string"){validate46.errors = [{instancePath:instancePath+"/card",schemaPath:"#/$defs/WishCard/type",keyword:"type",params:{type: "string"}}];return false;}if(!((((((data5 === "") || (data5 === "used to")) || (data5 === "fancied")) || (data5 === "admired")) || (data5 === "dream")) || (data5 === "might"))){validate46.errors = [{instancePath:instancePath+"/card",schemaPath:"#/$defs/WishCard/enum",keyword:"enum",params:{allowedValues: schema78.enum}}];return false;}var valid0 = _errs16 === errors;}else {var valid0 = true;}if(valid0){if(data.like !== undefined){const _errs19 = errors;if(typeof data.like !== "string"){validate46.errors = [{instancePath:instancePath+"/like",schemaPath:"#/properties/like/type",keyword:"type",params:{type: "string"}}];return false;}var valid0 = _errs19 === errors;}else {var valid0 = true;}if(valid0){if(data.idea !== undefined){let data7 = data.idea;const _errs21 = errors;const _errs23 = errors;let valid5 = false;const _errs24 = errors;if(!(((typeof data7 == "number") && (!(data7 % 1) && !isNaN(data7))) && (isFinite(data7)))){const err5 = {instancePath:instancePath+"/idea",schemaPath:"#/$defs/Whose/anyOf/0/type",keyword:"type",params:{type: "integer"}};if(vErrors === null){vErrors = [err5];}else {vErrors.push(err5);}errors++;}if(errors === _errs24){if((typeof data7 == "number") && (isFinite(data7))){if(data7 < 0 || isNaN(data7)){const err6 = {instancePath:instancePath+"/idea",schemaPath:"#/$defs/Whose/anyOf/0/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};if(vErrors === null){vErrors = [err6];}else {vErrors.push(err6);}errors++;}}}var _valid1 = _errs24 === errors;valid5 = valid5 || _valid1;if(!valid5){const _errs26 = errors;if(typeof data7 !== "string"){const err7 = {instancePath:instancePath+"/idea",schemaPath:"#/$defs/Whose/anyOf/1/type",keyword:"type",params:{type: "string"}};if(vErrors === null){vErrors = [err7];}else {vErrors.push(err7);}errors++;}if(!(((data7 === "") || (data7 === "both")) || (data7 === "someone else"))){const err8 = {instancePath:instancePath+"/idea",schemaPath:"#/$defs/Whose/anyOf/1/enum",keyword:"enum",params:{allowedValues: schema13.anyOf[1].enum}};if(vErrors === null){vErrors = [err8];}else {vErrors.push(err8);}errors++;}var _valid1 = _errs26 === errors;valid5 = valid5 || _valid1;}if(!valid5){const err9 = {instancePath:instancePath+"/idea",schemaPath:"#/$defs/Whose/anyOf",keyword:"anyOf",params:{}};if(vErrors === null){vErrors = [err9];}else {vErrors.push(err9);}errors++;validate46.errors = vErrors;return false;}else {errors = _errs23;if(vErrors !== null){if(_errs23){vErrors.length = _errs23;}else {vErrors = null;}}}var valid0 = _errs21 === errors;}else {var valid0 = true;}if(valid0){if(data.guess !== undefined){const _errs28 = errors;if(typeof data.guess !== "boolean"){validate46.errors = [{instancePath:instancePath+"/guess",schemaPath:"#/properties/guess/type",keyword:"type",params:{type: "boolean"}}];return false;}var valid0 = _errs28 === errors;}else {var valid0 = true;}if(valid0){if(data.seen !== undefined){const _errs30 = errors;if(typeof data.seen !== "string"){validate46.errors = [{instancePath:instancePath+"/seen",schemaPath:"#/properties/seen/type",keyword:"type",params:{type: "string"}}];return false;}var valid0 = _errs30 === errors;}else {var valid0 = true;}if(valid0){if(data.taken !== undefined){let data10 = data.taken;const _errs32 = errors;if(typeof data10 !== "string"){validate46.errors = [{instancePath:instancePath+"/taken",schemaPath:"#/$defs/Agreed/type",keyword:"type",params:{type: "string"}}];return false;}if(!(((data10 === "") || (data10 === "yes")) || (data10 === "no"))){validate46.errors = [{instancePath:instancePath+"/taken",schemaPath:"#/$defs/Agreed/enum",keyword:"enum",params:{allowedValues: schema37.enum}}];return false;}var valid0 = _errs32 === errors;}else {var valid0 = true;}if(valid0){if(data.over !== undefined){const _errs35 = errors;if(typeof data.over !== "boolean"){validate46.errors = [{instancePath:instancePath+"/over",schemaPath:"#/properties/over/type",keyword:"type",params:{type: "boolean"}}];return false;}var valid0 = _errs35 === errors;}else {var valid0 = true;}if(valid0){if(data.people !== undefined){let data12 = data.people;const _errs37 = errors;if(errors === _errs37){if(Array.isArray(data12)){var valid7 = true;const len0 = data12.length;for(let i0=0; i0<len0; i0++){const _errs39 = errors;if(typeof data12[i0] !== "string"){validate46.errors = [{instancePath:instancePath+"/people/" + i0,schemaPath:"#/properties/people/items/type",keyword:"type",params:{type: "string"}}];return false;}var valid7 = _errs39 === errors;if(!valid7){break;}}}else {validate46.errors = [{instancePath:instancePath+"/people",schemaPath:"#/properties/people/type",keyword:"type",params:{type: "array"}}];return false;}}var valid0 = _errs37 === errors;}else {var valid0 = true;}if(valid0){if(data.order !== undefined){const _errs41 = errors;if(typeof data.order !== "string"){validate46.errors = [{instancePath:instancePath+"/order",schemaPath:"#/properties/order/type",keyword:"type",params:{type: "string"}}];return false;}var valid0 = _errs41 === errors;}else {var valid0 = true;}if(valid0){if(data.archived !== undefined){const _errs43 = errors;if(typeof data.archived !== "boolean"){validate46.errors = [{instancePath:instancePath+"/archived",schemaPath:"#/properties/archived/type",keyword:"type",params:{type: "boolean"}}];return false;}var valid0 = _errs43 === errors;}else {var valid0 = true;}}}}}}}}}}}}}}}}}else {validate46.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}}];return false;}}validate46.errors = vErrors;return errors === 0;}
const schema84 = {"enum":["open","resting","done","let go"],"type":"string"};
function validate48(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){let vErrors = null;let errors = 0;if(errors === 0){if(data && typeof data == "object" && !Array.isArray(data)){let missing0;if(((((((((((((data.copied === undefined) && (missing0 = "copied")) || ((data.was === undefined) && (missing0 = "was"))) || ((data.id === undefined) && (missing0 = "id"))) || ((data.title === undefined) && (missing0 = "title"))) || ((data.by === undefined) && (missing0 = "by"))) || ((data.taken === undefined) && (missing0 = "taken"))) || ((data.state === undefined) && (missing0 = "state"))) || ((data.origin === undefined) && (missing0 = "origin"))) || ((data.idea === undefined) && (missing0 = "idea"))) || ((data.order === undefined) && (missing0 = "order"))) || ((data.people === undefined) && (missing0 = "people"))) || ((data.archived === undefined) && (missing0 = "archived"))){validate48.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0}}];return false;}else {if(data.copied !== undefined){const _errs1 = errors;if(typeof data.copied !== "string"){validate48.errors = [{instancePath:instancePath+"/copied",schemaPath:"#/properties/copied/type",keyword:"type",params:{type: "string"}}];return false;}var valid0 = _errs1 === errors;}else {var valid0 = true;}if(valid0){if(data.was !== undefined){const _errs3 = errors;if(typeof data.was !== "string"){validate48.errors = [{instancePath:instancePath+"/was",schemaPath:"#/properties/was/type",keyword:"type",params:{type: "string"}}];return false;}var valid0 = _errs3 === errors;}else {var valid0 = true;}if(valid0){if(data.id !== undefined){const _errs5 = errors;if(typeof data.id !== "string"){validate48.errors = [{instancePath:instancePath+"/id",schemaPath:"#/properties/id/type",keyword:"type",params:{type: "string"}}];return false;}var valid0 = _errs5 === errors;}else {var valid0 = true;}if(valid0){if(data.title !== undefined){const _errs7 = errors;if(typeof data.title !== "string"){validate48.errors = [{instancePath:instancePath+"/title",schemaPath:"#/properties/title/type",keyword:"type",params:{type: "string"}}];return false;}var valid0 = _errs7 === errors;}else {var valid0 = true;}if(valid0){if(data.by !== undefined){let data4 = data.by;const _errs9 = errors;const _errs11 = errors;let valid2 = false;const _errs12 = errors;if(!(((typeof data4 == "number") && (!(data4 % 1) && !isNaN(data4))) && (isFinite(data4)))){const err0 = {instancePath:instancePath+"/by",schemaPath:"#/$defs/By/anyOf/0/type",keyword:"type",params:{type: "integer"}};if(vErrors === null){vErrors = [err0];}else {vErrors.push(err0);}errors++;}if(errors === _errs12){if((typeof data4 == "number") && (isFinite(data4))){if(data4 < 0 || isNaN(data4)){const err1 = {instancePath:instancePath+"/by",schemaPath:"#/$defs/By/anyOf/0/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};if(vErrors === null){vErrors = [err1];}else {vErrors.push(err1);}errors++;}}}var _valid0 = _errs12 === errors;valid2 = valid2 || _valid0;if(!valid2){const _errs14 = errors;if(typeof data4 !== "string"){const err2 = {instancePath:instancePath+"/by",schemaPath:"#/$defs/By/anyOf/1/type",keyword:"type",params:{type: "string"}};if(vErrors === null){vErrors = [err2];}else {vErrors.push(err2);}errors++;}if("both" !== data4){const err3 = {instancePath:instancePath+"/by",schemaPath:"#/$defs/By/anyOf/1/const",keyword:"const",params:{allowedValue: "both"}};if(vErrors === null){vErrors = [err3];}else {vErrors.push(err3);}errors++;}var _valid0 = _errs14 === errors;valid2 = valid2 || _valid0;}if(!valid2){const err4 = {instancePath:instancePath+"/by",schemaPath:"#/$defs/By/anyOf",keyword:"anyOf",params:{}};if(vErrors === null){vErrors = [err4];}else {vErrors.push(err4);}errors++;validate48.errors = vErrors;return false;}else {errors = _errs11;if(vErrors !== null){if(_errs11){vErrors.length = _errs11;}else {vErrors = null;}}}var valid0 = _errs9 === errors;}else {var valid0 = true;}if(valid0){if(data.taken !== undefined){let data5 = data.taken;const _errs16 = errors;if(typeof data5 !== "string"){validate48.errors = [{instancePath:instancePath+"/taken",schemaPath:"#/$defs/Agreed/type",keyword:"type",params:{type: "string"}}];return false;}if(!(((data5 === "") || (data5 === "yes")) || (data5 === "no"))){validate48.errors = [{instancePath:instancePath+"/taken",schemaPath:"#/$defs/Agreed/enum",keyword:"enum",params:{allowedValues: schema37.enum}}];return false;}var valid0 = _errs16 === errors;}else {var valid0 = true;}if(valid0){if(data.state !== undefined){let data6 = data.state;const _errs19 = errors;if(typeof data6 !== "string"){validate48.errors = [{instancePath:instancePath+"/state",schemaPath:"#/$defs/GoalState/type",keyword:"type",params:{type: "string"}}];return false;}if(!((((data6 === "open") || (data6 === "resting")) || (data6 === "done")) || (data6 === "let go"))){validate48.errors = [{instancePath:instancePath+"/state",schemaPath:"#/$defs/GoalState/enum",keyword:"enum",params:{allowedValues: schema84.enum}}];return false;}var valid0 = _errs19 === errors;}else {var valid0 = true;}if(valid0){if(data.origin !== undefined){const _errs22 = errors;if(typeof data.origin !== "string"){validate48.errors = [{instancePath:instancePath+"/origin",schemaPath:"#/properties/origin/type",keyword:"type",params:{type: "string"}}];return false;}var valid0 = _errs22 === errors;}else {var valid0 = true;}if(valid0){if(data.idea !== undefined){let data8 = data.idea;const _errs24 = errors;const _errs26 = errors;let valid6 = false;const _errs27 = errors;if(!(((typeof data8 == "number") && (!(data8 % 1) && !isNaN(data8))) && (isFinite(data8)))){const err5 = {instancePath:instancePath+"/idea",schemaPath:"#/$defs/Whose/anyOf/0/type",keyword:"type",params:{type: "integer"}};if(vErrors === null){vErrors = [err5];}else {vErrors.push(err5);}errors++;}if(errors === _errs27){if((typeof data8 == "number") && (isFinite(data8))){if(data8 < 0 || isNaN(data8)){const err6 = {instancePath:instancePath+"/idea",schemaPath:"#/$defs/Whose/anyOf/0/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};if(vErrors === null){vErrors = [err6];}else {vErrors.push(err6);}errors++;}}}var _valid1 = _errs27 === errors;valid6 = valid6 || _valid1;if(!valid6){const _errs29 = errors;if(typeof data8 !== "string"){const err7 = {instancePath:instancePath+"/idea",schemaPath:"#/$defs/Whose/anyOf/1/type",keyword:"type",params:{type: "string"}};if(vErrors === null){vErrors = [err7];}else {vErrors.push(err7);}errors++;}if(!(((data8 === "") || (data8 === "both")) || (data8 === "someone else"))){const err8 = {instancePath:instancePath+"/idea",schemaPath:"#/$defs/Whose/anyOf/1/enum",keyword:"enum",params:{allowedValues: schema13.anyOf[1].enum}};if(vErrors === null){vErrors = [err8];}else {vErrors.push(err8);}errors++;}var _valid1 = _errs29 === errors;valid6 = valid6 || _valid1;}if(!valid6){const err9 = {instancePath:instancePath+"/idea",schemaPath:"#/$defs/Whose/anyOf",keyword:"anyOf",params:{}};if(vErrors === null){vErrors = [err9];}else {vErrors.push(err9);}errors++;validate48.errors = vErrors;return false;}else {errors = _errs26;if(vErrors !== null){if(_errs26){vErrors.length = _errs26;}else {vErrors = null;}}}var valid0 = _errs24 === errors;}else {var valid0 = true;}if(valid0){if(data.order !== undefined){const _errs31 = errors;if(typeof data.order !== "string"){validate48.errors = [{instancePath:instancePath+"/order",schemaPath:"#/properties/order/type",keyword:"type",params:{type: "string"}}];return false;}var valid0 = _errs31 === errors;}else {var valid0 = true;}if(valid0){if(data.people !== undefined){let data10 = data.people;const _errs33 = errors;if(errors === _errs33){if(Array.isArray(data10)){var valid7 = true;const len0 = data10.length;for(let i0=0; i0<len0; i0++){const _errs35 = errors;if(typeof data10[i0] !== "string"){validate48.errors = [{instancePath:instancePath+"/people/" + i0,schemaPath:"#/properties/people/items/type",keyword:"type",params:{type: "string"}}];return false;}var valid7 = _errs35 === errors;if(!valid7){break;}}}else {validate48.errors = [{instancePath:instancePath+"/people",schemaPath:"#/properties/people/type",keyword:"type",params:{type: "array"}}];return false;}}var valid0 = _errs33 === errors;}else {var valid0 = true;}if(valid0){if(data.archived !== undefined){const _errs37 = errors;if(typeof data.archived !== "boolean"){validate48.errors = [{instancePath:instancePath+"/archived",schemaPath:"#/properties/archived/type",keyword:"type",params:{type: "boolean"}}];return false;}var valid0 = _errs37 === errors;}else {var valid0 = true;}}}}}}}}}}}}}}else {validate48.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}}];return false;}}validate48.errors = vErrors;return errors === 0;}
const schema94 = {"enum":["open","done","let go"],"type":"string"};
function validate52(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){let vErrors = null;let errors = 0;if(errors === 0){if(data && typeof data == "object" && !Array.isArray(data)){let missing0;if(((data.kind === undefined) && (missing0 = "kind")) || ((data.member === undefined) && (missing0 = "member"))){validate52.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0}}];return false;}else {if(data.kind !== undefined){let data0 = data.kind;const _errs1 = errors;if(typeof data0 !== "string"){validate52.errors = [{instancePath:instancePath+"/kind",schemaPath:"#/properties/kind/type",keyword:"type",params:{type: "string"}}];return false;}if("member" !== data0){validate52.errors = [{instancePath:instancePath+"/kind",schemaPath:"#/properties/kind/const",keyword:"const",params:{allowedValue: "member"}}];return false;}var valid0 = _errs1 === errors;}else {var valid0 = true;}if(valid0){if(data.member !== undefined){let data1 = data.member;const _errs3 = errors;const _errs4 = errors;if(!(((typeof data1 == "number") && (!(data1 % 1) && !isNaN(data1))) && (isFinite(data1)))){validate52.errors = [{instancePath:instancePath+"/member",schemaPath:"#/$defs/Member/type",keyword:"type",params:{type: "integer"}}];return false;}if(errors === _errs4){if((typeof data1 == "number") && (isFinite(data1))){if(data1 < 0 || isNaN(data1)){validate52.errors = [{instancePath:instancePath+"/member",schemaPath:"#/$defs/Member/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}}];return false;}}}var valid0 = _errs3 === errors;}else {var valid0 = true;}}}}else {validate52.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}}];return false;}}validate52.errors = vErrors;return errors === 0;}
function validate51(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){let vErrors = null;let errors = 0;const _errs0 = errors;let valid0 = false;let passing0 = null;const _errs1 = errors;const _errs2 = errors;if(errors === _errs2){if(data && typeof data == "object" && !Array.isArray(data)){let missing0;if((data.kind === undefined) && (missing0 = "kind")){const err0 = {instancePath,schemaPath:"#/$defs/WhoUnknown/required",keyword:"required",params:{missingProperty: missing0}};if(vErrors === null){vErrors = [err0];}else {vErrors.push(err0);}errors++;}else {if(data.kind !== undefined){let data0 = data.kind;if(typeof data0 !== "string"){const err1 = {instancePath:instancePath+"/kind",schemaPath:"#/$defs/WhoUnknown/properties/kind/type",keyword:"type",params:{type: "string"}};if(vErrors === null){vErrors = [err1];}else {vErrors.push(err1);}errors++;}if("unknown" !== data0){const err2 = {instancePath:instancePath+"/kind",schemaPath:"#/$defs/WhoUnknown/properties/kind/const",keyword:"const",params:{allowedValue: "unknown"}};if(vErrors === null){vErrors = [err2];}else {vErrors.push(err2);}errors++;}}}}else {const err3 = {instancePath,schemaPath:"#/$defs/WhoUnknown/type",keyword:"type",params:{type: "object"}};if(vErrors === null){vErrors = [err3];}else {vErrors.push(err3);}errors++;}}var _valid0 = _errs1 === errors;if(_valid0){valid0 = true;passing0 = 0;}const _errs6 = errors;const _errs7 = errors;if(errors === _errs7){if(data && typeof data == "object" && !Array.isArray(data)){let missing1;if((data.kind === undefined) && (missing1 = "kind")){const err4 = {instancePath,schemaPath:"#/$defs/WhoBoth/required",keyword:"required",params:{missingProperty: missing1}};if(vErrors === null){vErrors = [err4];}else {vErrors.push(err4);}errors++;}else {if(data.kind !== undefined){let data1 = data.kind;if(typeof data1 !== "string"){const err5 = {instancePath:instancePath+"/kind",schemaPath:"#/$defs/WhoBoth/properties/kind/type",keyword:"type",params:{type: "string"}};if(vErrors === null){vErrors = [err5];}else {vErrors.push(err5);}errors++;}if("both" !== data1){const err6 = {instancePath:instancePath+"/kind",schemaPath:"#/$defs/WhoBoth/properties/kind/const",keyword:"const",params:{allowedValue: "both"}};if(vErrors === null){vErrors = [err6];}else {vErrors.push(err6);}errors++;}}}}else {const err7 = {instancePath,schemaPath:"#/$defs/WhoBoth/type",keyword:"type",params:{type: "object"}};if(vErrors === null){vErrors = [err7];}else {vErrors.push(err7);}errors++;}}var _valid0 = _errs6 === errors;if(_valid0 && valid0){valid0 = false;passing0 = [passing0, 1];}else {if(_valid0){valid0 = true;passing0 = 1;}const _errs11 = errors;if(!(validate52(data, {instancePath,parentData,parentDataProperty,rootData}))){vErrors = vErrors === null ? validate52.errors : vErrors.concat(validate52.errors);errors = vErrors.length;}var _valid0 = _errs11 === errors;if(_valid0 && valid0){valid0 = false;passing0 = [passing0, 2];}else {if(_valid0){valid0 = true;passing0 = 2;}const _errs12 = errors;const _errs13 = errors;if(errors === _errs13){if(data && typeof data == "object" && !Array.isArray(data)){let missing2;if(((data.kind === undefined) && (missing2 = "kind")) || ((data.id === undefined) && (missing2 = "id"))){const err8 = {instancePath,schemaPath:"#/$defs/WhoPerson/required",keyword:"required",params:{missingProperty: missing2}};if(vErrors === null){vErrors = [err8];}else {vErrors.push(err8);}errors++;}else {if(data.kind !== undefined){let data2 = data.kind;const _errs15 = errors;if(typeof data2 !== "string"){const err9 = {instancePath:instancePath+"/kind",schemaPath:"#/$defs/WhoPerson/properties/kind/type",keyword:"type",params:{type: "string"}};if(vErrors === null){vErrors = [err9];}else {vErrors.push(err9);}errors++;}if("person" !== data2){const err10 = {instancePath:instancePath+"/kind",schemaPath:"#/$defs/WhoPerson/properties/kind/const",keyword:"const",params:{allowedValue: "person"}};if(vErrors === null){vErrors = [err10];}else {vErrors.push(err10);}errors++;}var valid6 = _errs15 === errors;}else {var valid6 = true;}if(valid6){if(data.id !== undefined){const _errs17 = errors;if(typeof data.id !== "string"){const err11 = {instancePath:instancePath+"/id",schemaPath:"#/$defs/WhoPerson/properties/id/type",keyword:"type",params:{type: "string"}};if(vErrors === null){vErrors = [err11];}else {vErrors.push(err11);}errors++;}var valid6 = _errs17 === errors;}else {var valid6 = true;}}}}else {const err12 = {instancePath,schemaPath:"#/$defs/WhoPerson/type",keyword:"type",params:{type: "object"}};if(vErrors === null){vErrors = [err12];}else {vErrors.push(err12);}errors++;}}var _valid0 = _errs12 === errors;if(_valid0 && valid0){valid0 = false;passing0 = [passing0, 3];}else {if(_valid0){valid0 = true;passing0 = 3;}const _errs19 = errors;const _errs20 = errors;if(errors === _errs20){if(data && typeof data == "object" && !Array.isArray(data)){let missing3;if(((data.kind === undefined) && (missing3 = "kind")) || ((data.name === undefined) && (missing3 = "name"))){const err13 = {instancePath,schemaPath:"#/$defs/WhoOther/required",keyword:"required",params:{missingProperty: missing3}};if(vErrors === null){vErrors = [err13];}else {vErrors.push(err13);}errors++;}else {if(data.kind !== undefined){let data4 = data.kind;const _errs22 = errors;if(typeof data4 !== "string"){const err14 = {instancePath:instancePath+"/kind",schemaPath:"#/$defs/WhoOther/properties/kind/type",keyword:"type",params:{type: "string"}};if(vErrors === null){vErrors = [err14];}else {vErrors.push(err14);}errors++;}if("other" !== data4){const err15 = {instancePath:instancePath+"/kind",schemaPath:"#/$defs/WhoOther/properties/kind/const",keyword:"const",params:{allowedValue: "other"}};if(vErrors === null){vErrors = [err15];}else {vErrors.push(err15);}errors++;}var valid8 = _errs22 === errors;}else {var valid8 = true;}if(valid8){if(data.name !== undefined){const _errs24 = errors;if(typeof data.name !== "string"){const err16 = {instancePath:instancePath+"/name",schemaPath:"#/$defs/WhoOther/properties/name/type",keyword:"type",params:{type: "string"}};if(vErrors === null){vErrors = [err16];}else {vErrors.push(err16);}errors++;}var valid8 = _errs24 === errors;}else {var valid8 = true;}}}}else {const err17 = {instancePath,schemaPath:"#/$defs/WhoOther/type",keyword:"type",params:{type: "object"}};if(vErrors === null){vErrors = [err17];}else {vErrors.push(err17);}errors++;}}var _valid0 = _errs19 === errors;if(_valid0 && valid0){valid0 = false;passing0 = [passing0, 4];}else {if(_valid0){valid0 = true;passing0 = 4;}}}}}if(!valid0){const err18 = {instancePath,schemaPath:"#/oneOf",keyword:"oneOf",params:{passingSchemas: passing0}};if(vErrors === null){vErrors = [err18];}else {vErrors.push(err18);}errors++;validate51.errors = vErrors;return false;}else {errors = _errs0;if(vErrors !== null){if(_errs0){vErrors.length = _errs0;}else {vErrors = null;}}}validate51.errors = vErrors;return errors === 0;}
function validate50(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){let vErrors = null;let errors = 0;if(errors === 0){if(data && typeof data == "object" && !Array.isArray(data)){let missing0;if((((((((((((((data.copied === undefined) && (missing0 = "copied")) || ((data.was === undefined) && (missing0 = "was"))) || ((data.id === undefined) && (missing0 = "id"))) || ((data.goal === undefined) && (missing0 = "goal"))) || ((data.origin === undefined) && (missing0 = "origin"))) || ((data.what === undefined) && (missing0 = "what"))) || ((data.who === undefined) && (missing0 = "who"))) || ((data.when === undefined) && (missing0 = "when"))) || ((data.done === undefined) && (missing0 = "done"))) || ((data.went === undefined) && (missing0 = "went"))) || ((data.people === undefined) && (missing0 = "people"))) || ((data.order === undefined) && (missing0 = "order"))) || ((data.archived === undefined) && (missing0 = "archived"))){validate50.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0}}];return false;}else {if(data.copied !== undefined){const _errs1 = errors;if(typeof data.copied !== "string"){validate50.errors = [{instancePath:instancePath+"/copied",schemaPath:"#/properties/copied/type",keyword:"type",params:{type: "string"}}];return false;}var valid0 = _errs1 === errors;}else {var valid0 = true;}if(valid0){if(data.was !== undefined){const _errs3 = errors;if(typeof data.was !== "string"){validate50.errors = [{instancePath:instancePath+"/was",schemaPath:"#/properties/was/type",keyword:"type",params:{type: "string"}}];return false;}var valid0 = _errs3 === errors;}else {var valid0 = true;}if(valid0){if(data.id !== undefined){const _errs5 = errors;if(typeof data.id !== "string"){validate50.errors = [{instancePath:instancePath+"/id",schemaPath:"#/properties/id/type",keyword:"type",params:{type: "string"}}];return false;}var valid0 = _errs5 === errors;}else {var valid0 = true;}if(valid0){if(data.goal !== undefined){const _errs7 = errors;if(typeof data.goal !== "string"){validate50.errors = [{instancePath:instancePath+"/goal",schemaPath:"#/properties/goal/type",keyword:"type",params:{type: "string"}}];return false;}var valid0 = _errs7 === errors;}else {var valid0 = true;}if(valid0){if(data.origin !== undefined){const _errs9 = errors;if(typeof data.origin !== "string"){validate50.errors = [{instancePath:instancePath+"/origin",schemaPath:"#/properties/origin/type",keyword:"type",params:{type: "string"}}];return false;}var valid0 = _errs9 === errors;}else {var valid0 = true;}if(valid0){if(data.what !== undefined){const _errs11 = errors;if(typeof data.what !== "string"){validate50.errors = [{instancePath:instancePath+"/what",schemaPath:"#/properties/what/type",keyword:"type",params:{type: "string"}}];return false;}var valid0 = _errs11 === errors;}else {var valid0 = true;}if(valid0){if(data.who !== undefined){const _errs13 = errors;if(!(validate51(data.who, {instancePath:instancePath+"/who",parentData:data,parentDataProperty:"who",rootData}))){vErrors = vErrors === null ? validate51.errors : vErrors.concat(validate51.errors);errors = vErrors.length;}var valid0 = _errs13 === errors;}else {var valid0 = true;}if(valid0){if(data.when !== undefined){const _errs14 = errors;if(!(validate41(data.when, {instancePath:instancePath+"/when",parentData:data,parentDataProperty:"when",rootData}))){vErrors = vErrors === null ? validate41.errors : vErrors.concat(validate41.errors);errors = vErrors.length;}var valid0 = _errs14 === errors;}else {var valid0 = true;}if(valid0){if(data.done !== undefined){let data8 = data.done;const _errs15 = errors;if(typeof data8 !== "string"){validate50.errors = [{instancePath:instancePath+"/done",schemaPath:"#/$defs/StepState/type",keyword:"type",params:{type: "string"}}];return false;}if(!(((data8 === "open") || (data8 === "done")) || (data8 === "let go"))){validate50.errors = [{instancePath:instancePath+"/done",schemaPath:"#/$defs/StepState/enum",keyword:"enum",params:{allowedValues: schema94.enum}}];return false;}var valid0 = _errs15 === errors;}else {var valid0 = true;}if(valid0){if(data.went !== undefined){const _errs18 = errors;if(typeof data.went !== "string"){validate50.errors = [{instancePath:instancePath+"/went",schemaPath:"#/properties/went/type",keyword:"type",params:{type: "string"}}];return false;}var valid0 = _errs18 === errors;}else {var valid0 = true;}if(valid0){if(data.people !== undefined){let data10 = data.people;const _errs20 = errors;if(errors === _errs20){if(Array.isArray(data10)){var valid2 = true;const len0 = data10.length;for(let i0=0; i0<len0; i0++){const _errs22 = errors;if(typeof data10[i0] !== "string"){validate50.errors = [{instancePath:instancePath+"/people/" + i0,schemaPath:"#/properties/people/items/type",keyword:"type",params:{type: "string"}}];return false;}var valid2 = _errs22 === errors;if(!valid2){break;}}}else {validate50.errors = [{instancePath:instancePath+"/people",schemaPath:"#/properties/people/type",keyword:"type",params:{type: "array"}}];return false;}}var valid0 = _errs20 === errors;}else {var valid0 = true;}if(valid0){if(data.order !== undefined){const _errs24 = errors;if(typeof data.order !== "string"){validate50.errors = [{instancePath:instancePath+"/order",schemaPath:"#/properties/order/type",keyword:"type",params:{type: "string"}}];return false;}var valid0 = _errs24 === errors;}else {var valid0 = true;}if(valid0){if(data.archived !== undefined){const _errs26 = errors;if(typeof data.archived !== "boolean"){validate50.errors = [{instancePath:instancePath+"/archived",schemaPath:"#/properties/archived/type",keyword:"type",params:{type: "boolean"}}];return false;}var valid0 = _errs26 === errors;}else {var valid0 = true;}}}}}}}}}}}}}}}else {validate50.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}}];return false;}}validate50.errors = vErrors;return errors === 0;}
const schema96 = {"enum":["","much less","less","expected"],"type":"string"};
const schema97 = {"enum":["","none","some","much","most"],"type":"string"};
function validate57(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){let vErrors = null;let errors = 0;if(errors === 0){if(data && typeof data == "object" && !Array.isArray(data)){let missing0;if(((((((((((((((data.copied === undefined) && (missing0 = "copied")) || ((data.was === undefined) && (missing0 = "was"))) || ((data.id === undefined) && (missing0 = "id"))) || ((data.goal === undefined) && (missing0 = "goal"))) || ((data.hoped === undefined) && (missing0 = "hoped"))) || ((data.better === undefined) && (missing0 = "better"))) || ((data.much_better === undefined) && (missing0 = "much_better"))) || ((data.less === undefined) && (missing0 = "less"))) || ((data.much_less === undefined) && (missing0 = "much_less"))) || ((data.start === undefined) && (missing0 = "start"))) || ((data.by_day === undefined) && (missing0 = "by_day"))) || ((data.importance === undefined) && (missing0 = "importance"))) || ((data.difficulty === undefined) && (missing0 = "difficulty"))) || ((data.archived === undefined) && (missing0 = "archived"))){validate57.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0}}];return false;}else {if(data.copied !== undefined){const _errs1 = errors;if(typeof data.copied !== "string"){validate57.errors = [{instancePath:instancePath+"/copied",schemaPath:"#/properties/copied/type",keyword:"type",params:{type: "string"}}];return false;}var valid0 = _errs1 === errors;}else {var valid0 = true;}if(valid0){if(data.was !== undefined){const _errs3 = errors;if(typeof data.was !== "string"){validate57.errors = [{instancePath:instancePath+"/was",schemaPath:"#/properties/was/type",keyword:"type",params:{type: "string"}}];return false;}var valid0 = _errs3 === errors;}else {var valid0 = true;}if(valid0){if(data.id !== undefined){const _errs5 = errors;if(typeof data.id !== "string"){validate57.errors = [{instancePath:instancePath+"/id",schemaPath:"#/properties/id/type",keyword:"type",params:{type: "string"}}];return false;}var valid0 = _errs5 === errors;}else {var valid0 = true;}if(valid0){if(data.goal !== undefined){const _errs7 = errors;if(typeof data.goal !== "string"){validate57.errors = [{instancePath:instancePath+"/goal",schemaPath:"#/properties/goal/type",keyword:"type",params:{type: "string"}}];return false;}var valid0 = _errs7 === errors;}else {var valid0 = true;}if(valid0){if(data.hoped !== undefined){const _errs9 = errors;if(typeof data.hoped !== "string"){validate57.errors = [{instancePath:instancePath+"/hoped",schemaPath:"#/properties/hoped/type",keyword:"type",params:{type: "string"}}];return false;}var valid0 = _errs9 === errors;}else {var valid0 = true;}if(valid0){if(data.better !== undefined){const _errs11 = errors;if(typeof data.better !== "string"){validate57.errors = [{instancePath:instancePath+"/better",schemaPath:"#/properties/better/type",keyword:"type",params:{type: "string"}}];return false;}var valid0 = _errs11 === errors;}else {var valid0 = true;}if(valid0){if(data.much_better !== undefined){const _errs13 = errors;if(typeof data.much_better !== "string"){validate57.errors = [{instancePath:instancePath+"/much_better",schemaPath:"#/properties/much_better/type",keyword:"type",params:{type: "string"}}];return false;}var valid0 = _errs13 === errors;}else {var valid0 = true;}if(valid0){if(data.less !== undefined){const _errs15 = errors;if(typeof data.less !== "string"){validate57.errors = [{instancePath:instancePath+"/less",schemaPath:"#/properties/less/type",keyword:"type",params:{type: "string"}}];return false;}var valid0 = _errs15 === errors;}else {var valid0 = true;}if(valid0){if(data.much_less !== undefined){const _errs17 = errors;if(typeof data.much_less !== "string"){validate57.errors = [{instancePath:instancePath+"/much_less",schemaPath:"#/properties/much_less/type",keyword:"type",params:{type: "string"}}];return false;}var valid0 = _errs17 === errors;}else {var valid0 = true;}if(valid0){if(data.start !== undefined){let data9 = data.start;const _errs19 = errors;if(typeof data9 !== "string"){validate57.errors = [{instancePath:instancePath+"/start",schemaPath:"#/$defs/Baseline/type",keyword:"type",params:{type: "string"}}];return false;}if(!((((data9 === "") || (data9 === "much less")) || (data9 === "less")) || (data9 === "expected"))){validate57.errors = [{instancePath:instancePath+"/start",schemaPath:"#/$defs/Baseline/enum",keyword:"enum",params:{allowedValues: schema96.enum}}];return false;}var valid0 = _errs19 === errors;}else {var valid0 = true;}if(valid0){if(data.by_day !== undefined){const _errs22 = errors;if(typeof data.by_day !== "string"){validate57.errors = [{instancePath:instancePath+"/by_day",schemaPath:"#/properties/by_day/type",keyword:"type",params:{type: "string"}}];return false;}var valid0 = _errs22 === errors;}else {var valid0 = true;}if(valid0){if(data.importance !== undefined){let data11 = data.importance;const _errs24 = errors;if(typeof data11 !== "string"){validate57.errors = [{instancePath:instancePath+"/importance",schemaPath:"#/$defs/Degree/type",keyword:"type",params:{type: "string"}}];return false;}if(!(((((data11 === "") || (data11 === "none")) || (data11 === "some")) || (data11 === "much")) || (data11 === "most"))){validate57.errors = [{instancePath:instancePath+"/importance",schemaPath:"#/$defs/Degree/enum",keyword:"enum",params:{allowedValues: schema97.enum}}];return false;}var valid0 = _errs24 === errors;}else {var valid0 = true;}if(valid0){if(data.difficulty !== undefined){let data12 = data.difficulty;const _errs27 = errors;if(typeof data12 !== "string"){validate57.errors = [{instancePath:instancePath+"/difficulty",schemaPath:"#/$defs/Degree/type",keyword:"type",params:{type: "string"}}];return false;}if(!(((((data12 === "") || (data12 === "none")) || (data12 === "some")) || (data12 === "much")) || (data12 === "most"))){validate57.errors = [{instancePath:instancePath+"/difficulty",schemaPath:"#/$defs/Degree/enum",keyword:"enum",params:{allowedValues: schema97.enum}}];return false;}var valid0 = _errs27 === errors;}else {var valid0 = true;}if(valid0){if(data.archived !== undefined){const _errs30 = errors;if(typeof data.archived !== "boolean"){validate57.errors = [{instancePath:instancePath+"/archived",schemaPath:"#/properties/archived/type",keyword:"type",params:{type: "boolean"}}];return false;}var valid0 = _errs30 === errors;}else {var valid0 = true;}}}}}}}}}}}}}}}}else {validate57.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}}];return false;}}validate57.errors = vErrors;return errors === 0;}
function validate59(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){let vErrors = null;let errors = 0;if(errors === 0){if(data && typeof data == "object" && !Array.isArray(data)){let missing0;if((((((((((((((((((data.copied === undefined) && (missing0 = "copied")) || ((data.was === undefined) && (missing0 = "was"))) || ((data.id === undefined) && (missing0 = "id"))) || ((data.goal === undefined) && (missing0 = "goal"))) || ((data.yardstick === undefined) && (missing0 = "yardstick"))) || ((data.hoped === undefined) && (missing0 = "hoped"))) || ((data.better === undefined) && (missing0 = "better"))) || ((data.much_better === undefined) && (missing0 = "much_better"))) || ((data.less === undefined) && (missing0 = "less"))) || ((data.much_less === undefined) && (missing0 = "much_less"))) || ((data.start === undefined) && (missing0 = "start"))) || ((data.by_day === undefined) && (missing0 = "by_day"))) || ((data.why === undefined) && (missing0 = "why"))) || ((data.by === undefined) && (missing0 = "by"))) || ((data.day === undefined) && (missing0 = "day"))) || ((data.replaced === undefined) && (missing0 = "replaced"))) || ((data.archived === undefined) && (missing0 = "archived"))){validate59.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0}}];return false;}else {if(data.copied !== undefined){const _errs1 = errors;if(typeof data.copied !== "string"){validate59.errors = [{instancePath:instancePath+"/copied",schemaPath:"#/properties/copied/type",keyword:"type",params:{type: "string"}}];return false;}var valid0 = _errs1 === errors;}else {var valid0 = true;}if(valid0){if(data.was !== undefined){const _errs3 = errors;if(typeof data.was !== "string"){validate59.errors = [{instancePath:instancePath+"/was",schemaPath:"#/properties/was/type",keyword:"type",params:{type: "string"}}];return false;}var valid0 = _errs3 === errors;}else {var valid0 = true;}if(valid0){if(data.id !== undefined){const _errs5 = errors;if(typeof data.id !== "string"){validate59.errors = [{instancePath:instancePath+"/id",schemaPath:"#/properties/id/type",keyword:"type",params:{type: "string"}}];return false;}var valid0 = _errs5 === errors;}else {var valid0 = true;}if(valid0){if(data.goal !== undefined){const _errs7 = errors;if(typeof data.goal !== "string"){validate59.errors = [{instancePath:instancePath+"/goal",schemaPath:"#/properties/goal/type",keyword:"type",params:{type: "string"}}];return false;}var valid0 = _errs7 === errors;}else {var valid0 = true;}if(valid0){if(data.yardstick !== undefined){const _errs9 = errors;if(typeof data.yardstick !== "string"){validate59.errors = [{instancePath:instancePath+"/yardstick",schemaPath:"#/properties/yardstick/type",keyword:"type",params:{type: "string"}}];return false;}var valid0 = _errs9 === errors;}else {var valid0 = true;}if(valid0){if(data.hoped !== undefined){const _errs11 = errors;if(typeof data.hoped !== "string"){validate59.errors = [{instancePath:instancePath+"/hoped",schemaPath:"#/properties/hoped/type",keyword:"type",params:{type: "string"}}];return false;}var valid0 = _errs11 === errors;}else {var valid0 = true;}if(valid0){if(data.better !== undefined){const _errs13 = errors;if(typeof data.better !== "string"){validate59.errors = [{instancePath:instancePath+"/better",schemaPath:"#/properties/better/type",keyword:"type",params:{type: "string"}}];return false;}var valid0 = _errs13 === errors;}else {var valid0 = true;}if(valid0){if(data.much_better !== undefined){const _errs15 = errors;if(typeof data.much_better !== "string"){validate59.errors = [{instancePath:instancePath+"/much_better",schemaPath:"#/properties/much_better/type",keyword:"type",params:{type: "string"}}];return false;}var valid0 = _errs15 === errors;}else {var valid0 = true;}if(valid0){if(data.less !== undefined){const _errs17 = errors;if(typeof data.less !== "string"){validate59.errors = [{instancePath:instancePath+"/less",schemaPath:"#/properties/less/type",keyword:"type",params:{type: "string"}}];return false;}var valid0 = _errs17 === errors;}else {var valid0 = true;}if(valid0){if(data.much_less !== undefined){const _errs19 = errors;if(typeof data.much_less !== "string"){validate59.errors = [{instancePath:instancePath+"/much_less",schemaPath:"#/properties/much_less/type",keyword:"type",params:{type: "string"}}];return false;}var valid0 = _errs19 === errors;}else {var valid0 = true;}if(valid0){if(data.start !== undefined){let data10 = data.start;const _errs21 = errors;if(typeof data10 !== "string"){validate59.errors = [{instancePath:instancePath+"/start",schemaPath:"#/$defs/Baseline/type",keyword:"type",params:{type: "string"}}];return false;}if(!((((data10 === "") || (data10 === "much less")) || (data10 === "less")) || (data10 === "expected"))){validate59.errors = [{instancePath:instancePath+"/start",schemaPath:"#/$defs/Baseline/enum",keyword:"enum",params:{allowedValues: schema96.enum}}];return false;}var valid0 = _errs21 === errors;}else {var valid0 = true;}if(valid0){if(data.by_day !== undefined){const _errs24 = errors;if(typeof data.by_day !== "string"){validate59.errors = [{instancePath:instancePath+"/by_day",schemaPath:"#/properties/by_day/type",keyword:"type",params:{type: "string"}}];return false;}var valid0 = _errs24 === errors;}else {var valid0 = true;}if(valid0){if(data.why !== undefined){const _errs26 = errors;if(typeof data.why !== "string"){validate59.errors = [{instancePath:instancePath+"/why",schemaPath:"#/properties/why/type",keyword:"type",params:{type: "string"}}];return false;}var valid0 = _errs26 === errors;}else {var valid0 = true;}if(valid0){if(data.by !== undefined){let data13 = data.by;const _errs28 = errors;const _errs30 = errors;let valid3 = false;const _errs31 = errors;if(!(((typeof data13 == "number") && (!(data13 % 1) && !isNaN(data13))) && (isFinite(data13)))){const err0 = {instancePath:instancePath+"/by",schemaPath:"#/$defs/By/anyOf/0/type",keyword:"type",params:{type: "integer"}};if(vErrors === null){vErrors = [err0];}else {vErrors.push(err0);}errors++;}if(errors === _errs31){if((typeof data13 == "number") && (isFinite(data13))){if(data13 < 0 || isNaN(data13)){const err1 = {instancePath:instancePath+"/by",schemaPath:"#/$defs/By/anyOf/0/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};if(vErrors === null){vErrors = [err1];}else {vErrors.push(err1);}errors++;}}}var _valid0 = _errs31 === errors;valid3 = valid3 || _valid0;if(!valid3){const _errs33 = errors;if(typeof data13 !== "string"){const err2 = {instancePath:instancePath+"/by",schemaPath:"#/$defs/By/anyOf/1/type",keyword:"type",params:{type: "string"}};if(vErrors === null){vErrors = [err2];}else {vErrors.push(err2);}errors++;}if("both" !== data13){const err3 = {instancePath:instancePath+"/by",schemaPath:"#/$defs/By/anyOf/1/const",keyword:"const",params:{allowedValue: "both"}};if(vErrors === null){vErrors = [err3];}else {vErrors.push(err3);}errors++;}var _valid0 = _errs33 === errors;valid3 = valid3 || _valid0;}if(!valid3){const err4 = {instancePath:instancePath+"/by",schemaPath:"#/$defs/By/anyOf",keyword:"anyOf",params:{}};if(vErrors === null){vErrors = [err4];}else {vErrors.push(err4);}errors++;validate59.errors = vErrors;return false;}else {errors = _errs30;if(vErrors !== null){if(_errs30){vErrors.length = _errs30;}else {vErrors = null;}}}var valid0 = _errs28 === errors;}else {var valid0 = true;}if(valid0){if(data.day !== undefined){const _errs35 = errors;if(typeof data.day !== "string"){validate59.errors = [{instancePath:instancePath+"/day",schemaPath:"#/properties/day/type",keyword:"type",params:{type: "string"}}];return false;}var valid0 = _errs35 === errors;}else {var valid0 = true;}if(valid0){if(data.replaced !== undefined){const _errs37 = errors;if(typeof data.replaced !== "boolean"){validate59.errors = [{instancePath:instancePath+"/replaced",schemaPath:"#/properties/replaced/type",keyword:"type",params:{type: "boolean"}}];return false;}var valid0 = _errs37 === errors;}else {var valid0 = true;}if(valid0){if(data.archived !== undefined){const _errs39 = errors;if(typeof data.archived !== "boolean"){validate59.errors = [{instancePath:instancePath+"/archived",schemaPath:"#/properties/archived/type",keyword:"type",params:{type: "boolean"}}];return false;}var valid0 = _errs39 === errors;}else {var valid0 = true;}}}}}}}}}}}}}}}}}}}else {validate59.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}}];return false;}}validate59.errors = vErrors;return errors === 0;}
const schema103 = {"enum":["","health","getting in","culture","confidence","a lot on","what others think","not knowing","company","cost","how places work","time","new ways"],"type":"string"};
const schema104 = {"anyOf":[{"minimum":0,"type":"integer"},{"enum":["service","elsewhere"],"type":"string"}]};
const schema106 = {"enum":["open","worked around","left"],"type":"string"};
function validate61(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){let vErrors = null;let errors = 0;if(errors === 0){if(data && typeof data == "object" && !Array.isArray(data)){let missing0;if((((((((((((((data.copied === undefined) && (missing0 = "copied")) || ((data.was === undefined) && (missing0 = "was"))) || ((data.id === undefined) && (missing0 = "id"))) || ((data.words === undefined) && (missing0 = "words"))) || ((data.kind === undefined) && (missing0 = "kind"))) || ((data.side === undefined) && (missing0 = "side"))) || ((data.by === undefined) && (missing0 = "by"))) || ((data.state === undefined) && (missing0 = "state"))) || ((data.parent === undefined) && (missing0 = "parent"))) || ((data.stops === undefined) && (missing0 = "stops"))) || ((data.of === undefined) && (missing0 = "of"))) || ((data.order === undefined) && (missing0 = "order"))) || ((data.archived === undefined) && (missing0 = "archived"))){validate61.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0}}];return false;}else {if(data.copied !== undefined){const _errs1 = errors;if(typeof data.copied !== "string"){validate61.errors = [{instancePath:instancePath+"/copied",schemaPath:"#/properties/copied/type",keyword:"type",params:{type: "string"}}];return false;}var valid0 = _errs1 === errors;}else {var valid0 = true;}if(valid0){if(data.was !== undefined){const _errs3 = errors;if(typeof data.was !== "string"){validate61.errors = [{instancePath:instancePath+"/was",schemaPath:"#/properties/was/type",keyword:"type",params:{type: "string"}}];return false;}var valid0 = _errs3 === errors;}else {var valid0 = true;}if(valid0){if(data.id !== undefined){const _errs5 = errors;if(typeof data.id !== "string"){validate61.errors = [{instancePath:instancePath+"/id",schemaPath:"#/properties/id/type",keyword:"type",params:{type: "string"}}];return false;}var valid0 = _errs5 === errors;}else {var valid0 = true;}if(valid0){if(data.words !== undefined){const _errs7 = errors;if(typeof data.words !== "string"){validate61.errors = [{instancePath:instancePath+"/words",schemaPath:"#/properties/words/type",keyword:"type",params:{type: "string"}}];return false;}var valid0 = _errs7 === errors;}else {var valid0 = true;}if(valid0){if(data.kind !== undefined){let data4 = data.kind;const _errs9 = errors;if(typeof data4 !== "string"){validate61.errors = [{instancePath:instancePath+"/kind",schemaPath:"#/$defs/BarrierKind/type",keyword:"type",params:{type: "string"}}];return false;}if(!(((((((((((((data4 === "") || (data4 === "health")) || (data4 === "getting in")) || (data4 === "culture")) || (data4 === "confidence")) || (data4 === "a lot on")) || (data4 === "what others think")) || (data4 === "not knowing")) || (data4 === "company")) || (data4 === "cost")) || (data4 === "how places work")) || (data4 === "time")) || (data4 === "new ways"))){validate61.errors = [{instancePath:instancePath+"/kind",schemaPath:"#/$defs/BarrierKind/enum",keyword:"enum",params:{allowedValues: schema103.enum}}];return false;}var valid0 = _errs9 === errors;}else {var valid0 = true;}if(valid0){if(data.side !== undefined){let data5 = data.side;const _errs12 = errors;const _errs14 = errors;let valid3 = false;const _errs15 = errors;if(!(((typeof data5 == "number") && (!(data5 % 1) && !isNaN(data5))) && (isFinite(data5)))){const err0 = {instancePath:instancePath+"/side",schemaPath:"#/$defs/Side/anyOf/0/type",keyword:"type",params:{type: "integer"}};if(vErrors === null){vErrors = [err0];}else {vErrors.push(err0);}errors++;}if(errors === _errs15){if((typeof data5 == "number") && (isFinite(data5))){if(data5 < 0 || isNaN(data5)){const err1 = {instancePath:instancePath+"/side",schemaPath:"#/$defs/Side/anyOf/0/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};if(vErrors === null){vErrors = [err1];}else {vErrors.push(err1);}errors++;}}}var _valid0 = _errs15 === errors;valid3 = valid3 || _valid0;if(!valid3){const _errs17 = errors;if(typeof data5 !== "string"){const err2 = {instancePath:instancePath+"/side",schemaPath:"#/$defs/Side/anyOf/1/type",keyword:"type",params:{type: "string"}};if(vErrors === null){vErrors = [err2];}else {vErrors.push(err2);}errors++;}if(!((data5 === "service") || (data5 === "elsewhere"))){const err3 = {instancePath:instancePath+"/side",schemaPath:"#/$defs/Side/anyOf/1/enum",keyword:"enum",params:{allowedValues: schema104.anyOf[1].enum}};if(vErrors === null){vErrors = [err3];}else {vErrors.push(err3);}errors++;}var _valid0 = _errs17 === errors;valid3 = valid3 || _valid0;}if(!valid3){const err4 = {instancePath:instancePath+"/side",schemaPath:"#/$defs/Side/anyOf",keyword:"anyOf",params:{}};if(vErrors === null){vErrors = [err4];}else {vErrors.push(err4);}errors++;validate61.errors = vErrors;return false;}else {errors = _errs14;if(vErrors !== null){if(_errs14){vErrors.length = _errs14;}else {vErrors = null;}}}var valid0 = _errs12 === errors;}else {var valid0 = true;}if(valid0){if(data.by !== undefined){let data6 = data.by;const _errs19 = errors;const _errs21 = errors;let valid5 = false;const _errs22 = errors;if(!(((typeof data6 == "number") && (!(data6 % 1) && !isNaN(data6))) && (isFinite(data6)))){const err5 = {instancePath:instancePath+"/by",schemaPath:"#/$defs/By/anyOf/0/type",keyword:"type",params:{type: "integer"}};if(vErrors === null){vErrors = [err5];}else {vErrors.push(err5);}errors++;}if(errors === _errs22){if((typeof data6 == "number") && (isFinite(data6))){if(data6 < 0 || isNaN(data6)){const err6 = {instancePath:instancePath+"/by",schemaPath:"#/$defs/By/anyOf/0/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};if(vErrors === null){vErrors = [err6];}else {vErrors.push(err6);}errors++;}}}var _valid1 = _errs22 === errors;valid5 = valid5 || _valid1;if(!valid5){const _errs24 = errors;if(typeof data6 !== "string"){const err7 = {instancePath:instancePath+"/by",schemaPath:"#/$defs/By/anyOf/1/type",keyword:"type",params:{type: "string"}};if(vErrors === null){vErrors = [err7];}else {vErrors.push(err7);}errors++;}if("both" !== data6){const err8 = {instancePath:instancePath+"/by",schemaPath:"#/$defs/By/anyOf/1/const",keyword:"const",params:{allowedValue: "both"}};if(vErrors === null){vErrors = [err8];}else {vErrors.push(err8);}errors++;}var _valid1 = _errs24 === errors;valid5 = valid5 || _valid1;}if(!valid5){const err9 = {instancePath:instancePath+"/by",schemaPath:"#/$defs/By/anyOf",keyword:"anyOf",params:{}};if(vErrors === null){vErrors = [err9];}else {vErrors.push(err9);}errors++;validate61.errors = vErrors;return false;}else {errors = _errs21;if(vErrors !== null){if(_errs21){vErrors.length = _errs21;}else {vErrors = null;}}}var valid0 = _errs19 === errors;}else {var valid0 = true;}if(valid0){if(data.state !== undefined){let data7 = data.state;const _errs26 = errors;if(typeof data7 !== "string"){validate61.errors = [{instancePath:instancePath+"/state",schemaPath:"#/$defs/BarrierState/type",keyword:"type",params:{type: "string"}}];return false;}if(!(((data7 === "open") || (data7 === "worked around")) || (data7 === "left"))){validate61.errors = [{instancePath:instancePath+"/state",schemaPath:"#/$defs/BarrierState/enum",keyword:"enum",params:{allowedValues: schema106.enum}}];return false;}var valid0 = _errs26 === errors;}else {var valid0 = true;}if(valid0){if(data.parent !== undefined){const _errs29 = errors;if(typeof data.parent !== "string"){validate61.errors = [{instancePath:instancePath+"/parent",schemaPath:"#/properties/parent/type",keyword:"type",params:{type: "string"}}];return false;}var valid0 = _errs29 === errors;}else {var valid0 = true;}if(valid0){if(data.stops !== undefined){const _errs31 = errors;if(typeof data.stops !== "string"){validate61.errors = [{instancePath:instancePath+"/stops",schemaPath:"#/properties/stops/type",keyword:"type",params:{type: "string"}}];return false;}var valid0 = _errs31 === errors;}else {var valid0 = true;}if(valid0){if(data.of !== undefined){const _errs33 = errors;if(typeof data.of !== "string"){validate61.errors = [{instancePath:instancePath+"/of",schemaPath:"#/properties/of/type",keyword:"type",params:{type: "string"}}];return false;}var valid0 = _errs33 === errors;}else {var valid0 = true;}if(valid0){if(data.order !== undefined){const _errs35 = errors;if(typeof data.order !== "string"){validate61.errors = [{instancePath:instancePath+"/order",schemaPath:"#/properties/order/type",keyword:"type",params:{type: "string"}}];return false;}var valid0 = _errs35 === errors;}else {var valid0 = true;}if(valid0){if(data.archived !== undefined){const _errs37 = errors;if(typeof data.archived !== "boolean"){validate61.errors = [{instancePath:instancePath+"/archived",schemaPath:"#/properties/archived/type",keyword:"type",params:{type: "boolean"}}];return false;}var valid0 = _errs37 === errors;}else {var valid0 = true;}}}}}}}}}}}}}}}else {validate61.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}}];return false;}}validate61.errors = vErrors;return errors === 0;}
function validate64(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){let vErrors = null;let errors = 0;const _errs0 = errors;let valid0 = false;let passing0 = null;const _errs1 = errors;const _errs2 = errors;if(errors === _errs2){if(data && typeof data == "object" && !Array.isArray(data)){let missing0;if((data.kind === undefined) && (missing0 = "kind")){const err0 = {instancePath,schemaPath:"#/$defs/ConsentOpen/required",keyword:"required",params:{missingProperty: missing0}};if(vErrors === null){vErrors = [err0];}else {vErrors.push(err0);}errors++;}else {if(data.kind !== undefined){let data0 = data.kind;if(typeof data0 !== "string"){const err1 = {instancePath:instancePath+"/kind",schemaPath:"#/$defs/ConsentOpen/properties/kind/type",keyword:"type",params:{type: "string"}};if(vErrors === null){vErrors = [err1];}else {vErrors.push(err1);}errors++;}if("open" !== data0){const err2 = {instancePath:instancePath+"/kind",schemaPath:"#/$defs/ConsentOpen/properties/kind/const",keyword:"const",params:{allowedValue: "open"}};if(vErrors === null){vErrors = [err2];}else {vErrors.push(err2);}errors++;}}}}else {const err3 = {instancePath,schemaPath:"#/$defs/ConsentOpen/type",keyword:"type",params:{type: "object"}};if(vErrors === null){vErrors = [err3];}else {vErrors.push(err3);}errors++;}}var _valid0 = _errs1 === errors;if(_valid0){valid0 = true;passing0 = 0;}const _errs6 = errors;const _errs7 = errors;if(errors === _errs7){if(data && typeof data == "object" && !Array.isArray(data)){let missing1;if(((((data.kind === undefined) && (missing1 = "kind")) || ((data.words === undefined) && (missing1 = "words"))) || ((data.to === undefined) && (missing1 = "to"))) || ((data.until === undefined) && (missing1 = "until"))){const err4 = {instancePath,schemaPath:"#/$defs/ConsentYes/required",keyword:"required",params:{missingProperty: missing1}};if(vErrors === null){vErrors = [err4];}else {vErrors.push(err4);}errors++;}else {if(data.kind !== undefined){let data1 = data.kind;const _errs9 = errors;if(typeof data1 !== "string"){const err5 = {instancePath:instancePath+"/kind",schemaPath:"#/$defs/ConsentYes/properties/kind/type",keyword:"type",params:{type: "string"}};if(vErrors === null){vErrors = [err5];}else {vErrors.push(err5);}errors++;}if("yes" !== data1){const err6 = {instancePath:instancePath+"/kind",schemaPath:"#/$defs/ConsentYes/properties/kind/const",keyword:"const",params:{allowedValue: "yes"}};if(vErrors === null){vErrors = [err6];}else {vErrors.push(err6);}errors++;}var valid4 = _errs9 === errors;}else {var valid4 = true;}if(valid4){if(data.words !== undefined){const _errs11 = errors;if(typeof data.words !== "string"){const err7 = {instancePath:instancePath+"/words",schemaPath:"#/$defs/ConsentYes/properties/words/type",keyword:"type",params:{type: "string"}};if(vErrors === null){vErrors = [err7];}else {vErrors.push(err7);}errors++;}var valid4 = _errs11 === errors;}else {var valid4 = true;}if(valid4){if(data.to !== undefined){const _errs13 = errors;if(typeof data.to !== "string"){const err8 = {instancePath:instancePath+"/to",schemaPath:"#/$defs/ConsentYes/properties/to/type",keyword:"type",params:{type: "string"}};if(vErrors === null){vErrors = [err8];}else {vErrors.push(err8);}errors++;}var valid4 = _errs13 === errors;}else {var valid4 = true;}if(valid4){if(data.until !== undefined){const _errs15 = errors;if(typeof data.until !== "string"){const err9 = {instancePath:instancePath+"/until",schemaPath:"#/$defs/ConsentYes/properties/until/type",keyword:"type",params:{type: "string"}};if(vErrors === null){vErrors = [err9];}else {vErrors.push(err9);}errors++;}var valid4 = _errs15 === errors;}else {var valid4 = true;}}}}}}else {const err10 = {instancePath,schemaPath:"#/$defs/ConsentYes/type",keyword:"type",params:{type: "object"}};if(vErrors === null){vErrors = [err10];}else {vErrors.push(err10);}errors++;}}var _valid0 = _errs6 === errors;if(_valid0 && valid0){valid0 = false;passing0 = [passing0, 1];}else {if(_valid0){valid0 = true;passing0 = 1;}const _errs17 = errors;const _errs18 = errors;if(errors === _errs18){if(data && typeof data == "object" && !Array.isArray(data)){let missing2;if(((((((data.kind === undefined) && (missing2 = "kind")) || ((data.words === undefined) && (missing2 = "words"))) || ((data.to === undefined) && (missing2 = "to"))) || ((data.why === undefined) && (missing2 = "why"))) || ((data.begins === undefined) && (missing2 = "begins"))) || ((data.until === undefined) && (missing2 = "until"))){const err11 = {instancePath,schemaPath:"#/$defs/ConsentExactly/required",keyword:"required",params:{missingProperty: missing2}};if(vErrors === null){vErrors = [err11];}else {vErrors.push(err11);}errors++;}else {if(data.kind !== undefined){let data5 = data.kind;const _errs20 = errors;if(typeof data5 !== "string"){const err12 = {instancePath:instancePath+"/kind",schemaPath:"#/$defs/ConsentExactly/properties/kind/type",keyword:"type",params:{type: "string"}};if(vErrors === null){vErrors = [err12];}else {vErrors.push(err12);}errors++;}if("exactly" !== data5){const err13 = {instancePath:instancePath+"/kind",schemaPath:"#/$defs/ConsentExactly/properties/kind/const",keyword:"const",params:{allowedValue: "exactly"}};if(vErrors === null){vErrors = [err13];}else {vErrors.push(err13);}errors++;}var valid6 = _errs20 === errors;}else {var valid6 = true;}if(valid6){if(data.words !== undefined){const _errs22 = errors;if(typeof data.words !== "string"){const err14 = {instancePath:instancePath+"/words",schemaPath:"#/$defs/ConsentExactly/properties/words/type",keyword:"type",params:{type: "string"}};if(vErrors === null){vErrors = [err14];}else {vErrors.push(err14);}errors++;}var valid6 = _errs22 === errors;}else {var valid6 = true;}if(valid6){if(data.to !== undefined){const _errs24 = errors;if(typeof data.to !== "string"){const err15 = {instancePath:instancePath+"/to",schemaPath:"#/$defs/ConsentExactly/properties/to/type",keyword:"type",params:{type: "string"}};if(vErrors === null){vErrors = [err15];}else {vErrors.push(err15);}errors++;}var valid6 = _errs24 === errors;}else {var valid6 = true;}if(valid6){if(data.why !== undefined){const _errs26 = errors;if(typeof data.why !== "string"){const err16 = {instancePath:instancePath+"/why",schemaPath:"#/$defs/ConsentExactly/properties/why/type",keyword:"type",params:{type: "string"}};if(vErrors === null){vErrors = [err16];}else {vErrors.push(err16);}errors++;}var valid6 = _errs26 === errors;}else {var valid6 = true;}if(valid6){if(data.begins !== undefined){const _errs28 = errors;if(typeof data.begins !== "string"){const err17 = {instancePath:instancePath+"/begins",schemaPath:"#/$defs/ConsentExactly/properties/begins/type",keyword:"type",params:{type: "string"}};if(vErrors === null){vErrors = [err17];}else {vErrors.push(err17);}errors++;}var valid6 = _errs28 === errors;}else {var valid6 = true;}if(valid6){if(data.until !== undefined){const _errs30 = errors;if(typeof data.until !== "string"){const err18 = {instancePath:instancePath+"/until",schemaPath:"#/$defs/ConsentExactly/properties/until/type",keyword:"type",params:{type: "string"}};if(vErrors === null){vErrors = [err18];}else {vErrors.push(err18);}errors++;}var valid6 = _errs30 === errors;}else {var valid6 = true;}}}}}}}}else {const err19 = {instancePath,schemaPath:"#/$defs/ConsentExactly/type",keyword:"type",params:{type: "object"}};if(vErrors === null){vErrors = [err19];}else {vErrors.push(err19);}errors++;}}var _valid0 = _errs17 === errors;if(_valid0 && valid0){valid0 = false;passing0 = [passing0, 2];}else {if(_valid0){valid0 = true;passing0 = 2;}const _errs32 = errors;const _errs33 = errors;if(errors === _errs33){if(data && typeof data == "object" && !Array.isArray(data)){let missing3;if((data.kind === undefined) && (missing3 = "kind")){const err20 = {instancePath,schemaPath:"#/$defs/ConsentNo/required",keyword:"required",params:{missingProperty: missing3}};if(vErrors === null){vErrors = [err20];}else {vErrors.push(err20);}errors++;}else {if(data.kind !== undefined){let data11 = data.kind;if(typeof data11 !== "string"){const err21 = {instancePath:instancePath+"/kind",schemaPath:"#/$defs/ConsentNo/properties/kind/type",keyword:"type",params:{type: "string"}};if(vErrors === null){vErrors = [err21];}else {vErrors.push(err21);}errors++;}if("no" !== data11){const err22 = {instancePath:instancePath+"/kind",schemaPath:"#/$defs/ConsentNo/properties/kind/const",keyword:"const",params:{allowedValue: "no"}};if(vErrors === null){vErrors = [err22];}else {vErrors.push(err22);}errors++;}}}}else {const err23 = {instancePath,schemaPath:"#/$defs/ConsentNo/type",keyword:"type",params:{type: "object"}};if(vErrors === null){vErrors = [err23];}else {vErrors.push(err23);}errors++;}}var _valid0 = _errs32 === errors;if(_valid0 && valid0){valid0 = false;passing0 = [passing0, 3];}else {if(_valid0){valid0 = true;passing0 = 3;}const _errs37 = errors;const _errs38 = errors;if(errors === _errs38){if(data && typeof data == "object" && !Array.isArray(data)){let missing4;if((data.kind === undefined) && (missing4 = "kind")){const err24 = {instancePath,schemaPath:"#/$defs/ConsentBack/required",keyword:"required",params:{missingProperty: missing4}};if(vErrors === null){vErrors = [err24];}else {vErrors.push(err24);}errors++;}else {if(data.kind !== undefined){let data12 = data.kind;if(typeof data12 !== "string"){const err25 = {instancePath:instancePath+"/kind",schemaPath:"#/$defs/ConsentBack/properties/kind/type",keyword:"type",params:{type: "string"}};if(vErrors === null){vErrors = [err25];}else {vErrors.push(err25);}errors++;}if("back" !== data12){const err26 = {instancePath:instancePath+"/kind",schemaPath:"#/$defs/ConsentBack/properties/kind/const",keyword:"const",params:{allowedValue: "back"}};if(vErrors === null){vErrors = [err26];}else {vErrors.push(err26);}errors++;}}}}else {const err27 = {instancePath,schemaPath:"#/$defs/ConsentBack/type",keyword:"type",params:{type: "object"}};if(vErrors === null){vErrors = [err27];}else {vErrors.push(err27);}errors++;}}var _valid0 = _errs37 === errors;if(_valid0 && valid0){valid0 = false;passing0 = [passing0, 4];}else {if(_valid0){valid0 = true;passing0 = 4;}}}}}if(!valid0){const err28 = {instancePath,schemaPath:"#/oneOf",keyword:"oneOf",params:{passingSchemas: passing0}};if(vErrors === null){vErrors = [err28];}else {vErrors.push(err28);}errors++;validate64.errors = vErrors;return false;}else {errors = _errs0;if(vErrors !== null){if(_errs0){vErrors.length = _errs0;}else {vErrors = null;}}}validate64.errors = vErrors;return errors === 0;}
function validate63(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){let vErrors = null;let errors = 0;if(errors === 0){if(data && typeof data == "object" && !Array.isArray(data)){let missing0;if((((((((((((((data.copied === undefined) && (missing0 = "copied")) || ((data.was === undefined) && (missing0 = "was"))) || ((data.id === undefined) && (missing0 = "id"))) || ((data.words === undefined) && (missing0 = "words"))) || ((data.why === undefined) && (missing0 = "why"))) || ((data.to === undefined) && (missing0 = "to"))) || ((data.begins === undefined) && (missing0 = "begins"))) || ((data.until === undefined) && (missing0 = "until"))) || ((data.by === undefined) && (missing0 = "by"))) || ((data.consent === undefined) && (missing0 = "consent"))) || ((data.told === undefined) && (missing0 = "told"))) || ((data.order === undefined) && (missing0 = "order"))) || ((data.archived === undefined) && (missing0 = "archived"))){validate63.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0}}];return false;}else {if(data.copied !== undefined){const _errs1 = errors;if(typeof data.copied !== "string"){validate63.errors = [{instancePath:instancePath+"/copied",schemaPath:"#/properties/copied/type",keyword:"type",params:{type: "string"}}];return false;}var valid0 = _errs1 === errors;}else {var valid0 = true;}if(valid0){if(data.was !== undefined){const _errs3 = errors;if(typeof data.was !== "string"){validate63.errors = [{instancePath:instancePath+"/was",schemaPath:"#/properties/was/type",keyword:"type",params:{type: "string"}}];return false;}var valid0 = _errs3 === errors;}else {var valid0 = true;}if(valid0){if(data.id !== undefined){const _errs5 = errors;if(typeof data.id !== "string"){validate63.errors = [{instancePath:instancePath+"/id",schemaPath:"#/properties/id/type",keyword:"type",params:{type: "string"}}];return false;}var valid0 = _errs5 === errors;}else {var valid0 = true;}if(valid0){if(data.words !== undefined){const _errs7 = errors;if(typeof data.words !== "string"){validate63.errors = [{instancePath:instancePath+"/words",schemaPath:"#/properties/words/type",keyword:"type",params:{type: "string"}}];return false;}var valid0 = _errs7 === errors;}else {var valid0 = true;}if(valid0){if(data.why !== undefined){const _errs9 = errors;if(typeof data.why !== "string"){validate63.errors = [{instancePath:instancePath+"/why",schemaPath:"#/properties/why/type",keyword:"type",params:{type: "string"}}];return false;}var valid0 = _errs9 === errors;}else {var valid0 = true;}if(valid0){if(data.to !== undefined){const _errs11 = errors;if(typeof data.to !== "string"){validate63.errors = [{instancePath:instancePath+"/to",schemaPath:"#/properties/to/type",keyword:"type",params:{type: "string"}}];return false;}var valid0 = _errs11 === errors;}else {var valid0 = true;}if(valid0){if(data.begins !== undefined){const _errs13 = errors;if(typeof data.begins !== "string"){validate63.errors = [{instancePath:instancePath+"/begins",schemaPath:"#/properties/begins/type",keyword:"type",params:{type: "string"}}];return false;}var valid0 = _errs13 === errors;}else {var valid0 = true;}if(valid0){if(data.until !== undefined){const _errs15 = errors;if(typeof data.until !== "string"){validate63.errors = [{instancePath:instancePath+"/until",schemaPath:"#/properties/until/type",keyword:"type",params:{type: "string"}}];return false;}var valid0 = _errs15 === errors;}else {var valid0 = true;}if(valid0){if(data.by !== undefined){let data8 = data.by;const _errs17 = errors;const _errs19 = errors;let valid2 = false;const _errs20 = errors;if(!(((typeof data8 == "number") && (!(data8 % 1) && !isNaN(data8))) && (isFinite(data8)))){const err0 = {instancePath:instancePath+"/by",schemaPath:"#/$defs/By/anyOf/0/type",keyword:"type",params:{type: "integer"}};if(vErrors === null){vErrors = [err0];}else {vErrors.push(err0);}errors++;}if(errors === _errs20){if((typeof data8 == "number") && (isFinite(data8))){if(data8 < 0 || isNaN(data8)){const err1 = {instancePath:instancePath+"/by",schemaPath:"#/$defs/By/anyOf/0/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};if(vErrors === null){vErrors = [err1];}else {vErrors.push(err1);}errors++;}}}var _valid0 = _errs20 === errors;valid2 = valid2 || _valid0;if(!valid2){const _errs22 = errors;if(typeof data8 !== "string"){const err2 = {instancePath:instancePath+"/by",schemaPath:"#/$defs/By/anyOf/1/type",keyword:"type",params:{type: "string"}};if(vErrors === null){vErrors = [err2];}else {vErrors.push(err2);}errors++;}if("both" !== data8){const err3 = {instancePath:instancePath+"/by",schemaPath:"#/$defs/By/anyOf/1/const",keyword:"const",params:{allowedValue: "both"}};if(vErrors === null){vErrors = [err3];}else {vErrors.push(err3);}errors++;}var _valid0 = _errs22 === errors;valid2 = valid2 || _valid0;}if(!valid2){const err4 = {instancePath:instancePath+"/by",schemaPath:"#/$defs/By/anyOf",keyword:"anyOf",params:{}};if(vErrors === null){vErrors = [err4];}else {vErrors.push(err4);}errors++;validate63.errors = vErrors;return false;}else {errors = _errs19;if(vErrors !== null){if(_errs19){vErrors.length = _errs19;}else {vErrors = null;}}}var valid0 = _errs17 === errors;}else {var valid0 = true;}if(valid0){if(data.consent !== undefined){const _errs24 = errors;if(!(validate64(data.consent, {instancePath:instancePath+"/consent",parentData:data,parentDataProperty:"consent",rootData}))){vErrors = vErrors === null ? validate64.errors : vErrors.concat(validate64.errors);errors = vErrors.length;}var valid0 = _errs24 === errors;}else {var valid0 = true;}if(valid0){if(data.told !== undefined){const _errs25 = errors;if(typeof data.told !== "boolean"){validate63.errors = [{instancePath:instancePath+"/told",schemaPath:"#/properties/told/type",keyword:"type",params:{type: "boolean"}}];return false;}var valid0 = _errs25 === errors;}else {var valid0 = true;}if(valid0){if(data.order !== undefined){const _errs27 = errors;if(typeof data.order !== "string"){validate63.errors = [{instancePath:instancePath+"/order",schemaPath:"#/properties/order/type",keyword:"type",params:{type: "string"}}];return false;}var valid0 = _errs27 === errors;}else {var valid0 = true;}if(valid0){if(data.archived !== undefined){const _errs29 = errors;if(typeof data.archived !== "boolean"){validate63.errors = [{instancePath:instancePath+"/archived",schemaPath:"#/properties/archived/type",keyword:"type",params:{type: "boolean"}}];return false;}var valid0 = _errs29 === errors;}else {var valid0 = true;}}}}}}}}}}}}}}}else {validate63.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}}];return false;}}validate63.errors = vErrors;return errors === 0;}
const schema117 = {"enum":["open","no thanks","resting","let go"],"type":"string"};
function validate67(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){let vErrors = null;let errors = 0;if(errors === 0){if(data && typeof data == "object" && !Array.isArray(data)){let missing0;if(((((((((((((((((((((data.copied === undefined) && (missing0 = "copied")) || ((data.was === undefined) && (missing0 = "was"))) || ((data.id === undefined) && (missing0 = "id"))) || ((data.what === undefined) && (missing0 = "what"))) || ((data.where === undefined) && (missing0 = "where"))) || ((data.when === undefined) && (missing0 = "when"))) || ((data.time === undefined) && (missing0 = "time"))) || ((data.getting === undefined) && (missing0 = "getting"))) || ((data.cost === undefined) && (missing0 = "cost"))) || ((data.meet === undefined) && (missing0 = "meet"))) || ((data.phone === undefined) && (missing0 = "phone"))) || ((data.helps === undefined) && (missing0 = "helps"))) || ((data.plan_b === undefined) && (missing0 = "plan_b"))) || ((data.goal === undefined) && (missing0 = "goal"))) || ((data.by === undefined) && (missing0 = "by"))) || ((data.state === undefined) && (missing0 = "state"))) || ((data.since === undefined) && (missing0 = "since"))) || ((data.people === undefined) && (missing0 = "people"))) || ((data.order === undefined) && (missing0 = "order"))) || ((data.archived === undefined) && (missing0 = "archived"))){validate67.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0}}];return false;}else {if(data.copied !== undefined){const _errs1 = errors;if(typeof data.copied !== "string"){validate67.errors = [{instancePath:instancePath+"/copied",schemaPath:"#/properties/copied/type",keyword:"type",params:{type: "string"}}];return false;}var valid0 = _errs1 === errors;}else {var valid0 = true;}if(valid0){if(data.was !== undefined){const _errs3 = errors;if(typeof data.was !== "string"){validate67.errors = [{instancePath:instancePath+"/was",schemaPath:"#/properties/was/type",keyword:"type",params:{type: "string"}}];return false;}var valid0 = _errs3 === errors;}else {var valid0 = true;}if(valid0){if(data.id !== undefined){const _errs5 = errors;if(typeof data.id !== "string"){validate67.errors = [{instancePath:instancePath+"/id",schemaPath:"#/properties/id/type",keyword:"type",params:{type: "string"}}];return false;}var valid0 = _errs5 === errors;}else {var valid0 = true;}if(valid0){if(data.what !== undefined){const _errs7 = errors;if(typeof data.what !== "string"){validate67.errors = [{instancePath:instancePath+"/what",schemaPath:"#/properties/what/type",keyword:"type",params:{type: "string"}}];return false;}var valid0 = _errs7 === errors;}else {var valid0 = true;}if(valid0){if(data.where !== undefined){const _errs9 = errors;if(typeof data.where !== "string"){validate67.errors = [{instancePath:instancePath+"/where",schemaPath:"#/properties/where/type",keyword:"type",params:{type: "string"}}];return false;}var valid0 = _errs9 === errors;}else {var valid0 = true;}if(valid0){if(data.when !== undefined){const _errs11 = errors;if(!(validate41(data.when, {instancePath:instancePath+"/when",parentData:data,parentDataProperty:"when",rootData}))){vErrors = vErrors === null ? validate41.errors : vErrors.concat(validate41.errors);errors = vErrors.length;}var valid0 = _errs11 === errors;}else {var valid0 = true;}if(valid0){if(data.time !== undefined){const _errs12 = errors;if(typeof data.time !== "string"){validate67.errors = [{instancePath:instancePath+"/time",schemaPath:"#/properties/time/type",keyword:"type",params:{type: "string"}}];return false;}var valid0 = _errs12 === errors;}else {var valid0 = true;}if(valid0){if(data.getting !== undefined){const _errs14 = errors;if(typeof data.getting !== "string"){validate67.errors = [{instancePath:instancePath+"/getting",schemaPath:"#/properties/getting/type",keyword:"type",params:{type: "string"}}];return false;}var valid0 = _errs14 === errors;}else {var valid0 = true;}if(valid0){if(data.cost !== undefined){const _errs16 = errors;if(typeof data.cost !== "string"){validate67.errors = [{instancePath:instancePath+"/cost",schemaPath:"#/properties/cost/type",keyword:"type",params:{type: "string"}}];return false;}var valid0 = _errs16 === errors;}else {var valid0 = true;}if(valid0){if(data.meet !== undefined){const _errs18 = errors;if(typeof data.meet !== "string"){validate67.errors = [{instancePath:instancePath+"/meet",schemaPath:"#/properties/meet/type",keyword:"type",params:{type: "string"}}];return false;}var valid0 = _errs18 === errors;}else {var valid0 = true;}if(valid0){if(data.phone !== undefined){const _errs20 = errors;if(typeof data.phone !== "string"){validate67.errors = [{instancePath:instancePath+"/phone",schemaPath:"#/properties/phone/type",keyword:"type",params:{type: "string"}}];return false;}var valid0 = _errs20 === errors;}else {var valid0 = true;}if(valid0){if(data.helps !== undefined){const _errs22 = errors;if(typeof data.helps !== "string"){validate67.errors = [{instancePath:instancePath+"/helps",schemaPath:"#/properties/helps/type",keyword:"type",params:{type: "string"}}];return false;}var valid0 = _errs22 === errors;}else {var valid0 = true;}if(valid0){if(data.plan_b !== undefined){const _errs24 = errors;if(typeof data.plan_b !== "string"){validate67.errors = [{instancePath:instancePath+"/plan_b",schemaPath:"#/properties/plan_b/type",keyword:"type",params:{type: "string"}}];return false;}var valid0 = _errs24 === errors;}else {var valid0 = true;}if(valid0){if(data.goal !== undefined){const _errs26 = errors;if(typeof data.goal !== "string"){validate67.errors = [{instancePath:instancePath+"/goal",schemaPath:"#/properties/goal/type",keyword:"type",params:{type: "string"}}];return false;}var valid0 = _errs26 === errors;}else {var valid0 = true;}if(valid0){if(data.by !== undefined){let data14 = data.by;const _errs28 = errors;const _errs30 = errors;let valid2 = false;const _errs31 = errors;if(!(((typeof data14 == "number") && (!(data14 % 1) && !isNaN(data14))) && (isFinite(data14)))){const err0 = {instancePath:instancePath+"/by",schemaPath:"#/$defs/By/anyOf/0/type",keyword:"type",params:{type: "integer"}};if(vErrors === null){vErrors = [err0];}else {vErrors.push(err0);}errors++;}if(errors === _errs31){if((typeof data14 == "number") && (isFinite(data14))){if(data14 < 0 || isNaN(data14)){const err1 = {instancePath:instancePath+"/by",schemaPath:"#/$defs/By/anyOf/0/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};if(vErrors === null){vErrors = [err1];}else {vErrors.push(err1);}errors++;}}}var _valid0 = _errs31 === errors;valid2 = valid2 || _valid0;if(!valid2){const _errs33 = errors;if(typeof data14 !== "string"){const err2 = {instancePath:instancePath+"/by",schemaPath:"#/$defs/By/anyOf/1/type",keyword:"type",params:{type: "string"}};if(vErrors === null){vErrors = [err2];}else {vErrors.push(err2);}errors++;}if("both" !== data14){const err3 = {instancePath:instancePath+"/by",schemaPath:"#/$defs/By/anyOf/1/const",keyword:"const",params:{allowedValue: "both"}};if(vErrors === null){vErrors = [err3];}else {vErrors.push(err3);}errors++;}var _valid0 = _errs33 === errors;valid2 = valid2 || _valid0;}if(!valid2){const err4 = {instancePath:instancePath+"/by",schemaPath:"#/$defs/By/anyOf",keyword:"anyOf",params:{}};if(vErrors === null){vErrors = [err4];}else {vErrors.push(err4);}errors++;validate67.errors = vErrors;return false;}else {errors = _errs30;if(vErrors !== null){if(_errs30){vErrors.length = _errs30;}else {vErrors = null;}}}var valid0 = _errs28 === errors;}else {var valid0 = true;}if(valid0){if(data.state !== undefined){let data15 = data.state;const _errs35 = errors;if(typeof data15 !== "string"){validate67.errors = [{instancePath:instancePath+"/state",schemaPath:"#/$defs/OutingState/type",keyword:"type",params:{type: "string"}}];return false;}if(!((((data15 === "open") || (data15 === "no thanks")) || (data15 === "resting")) || (data15 === "let go"))){validate67.errors = [{instancePath:instancePath+"/state",schemaPath:"#/$defs/OutingState/enum",keyword:"enum",params:{allowedValues: schema117.enum}}];return false;}var valid0 = _errs35 === errors;}else {var valid0 = true;}if(valid0){if(data.since !== undefined){const _errs38 = errors;if(typeof data.since !== "string"){validate67.errors = [{instancePath:instancePath+"/since",schemaPath:"#/properties/since/type",keyword:"type",params:{type: "string"}}];return false;}var valid0 = _errs38 === errors;}else {var valid0 = true;}if(valid0){if(data.people !== undefined){let data17 = data.people;const _errs40 = errors;if(errors === _errs40){if(Array.isArray(data17)){var valid4 = true;const len0 = data17.length;for(let i0=0; i0<len0; i0++){const _errs42 = errors;if(typeof data17[i0] !== "string"){validate67.errors = [{instancePath:instancePath+"/people/" + i0,schemaPath:"#/properties/people/items/type",keyword:"type",params:{type: "string"}}];return false;}var valid4 = _errs42 === errors;if(!valid4){break;}}}else {validate67.errors = [{instancePath:instancePath+"/people",schemaPath:"#/properties/people/type",keyword:"type",params:{type: "array"}}];return false;}}var valid0 = _errs40 === errors;}else {var valid0 = true;}if(valid0){if(data.order !== undefined){const _errs44 = errors;if(typeof data.order !== "string"){validate67.errors = [{instancePath:instancePath+"/order",schemaPath:"#/properties/order/type",keyword:"type",params:{type: "string"}}];return false;}var valid0 = _errs44 === errors;}else {var valid0 = true;}if(valid0){if(data.archived !== undefined){const _errs46 = errors;if(typeof data.archived !== "boolean"){validate67.errors = [{instancePath:instancePath+"/archived",schemaPath:"#/properties/archived/type",keyword:"type",params:{type: "boolean"}}];return false;}var valid0 = _errs46 === errors;}else {var valid0 = true;}}}}}}}}}}}}}}}}}}}}}}else {validate67.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}}];return false;}}validate67.errors = vErrors;return errors === 0;}
const schema119 = {"enum":["come along","meet there","call","introduce","buddy","lift","visit first","practise","learn","other"],"type":"string"};
function validate70(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){let vErrors = null;let errors = 0;if(errors === 0){if(data && typeof data == "object" && !Array.isArray(data)){let missing0;if(((((((((((((data.copied === undefined) && (missing0 = "copied")) || ((data.was === undefined) && (missing0 = "was"))) || ((data.id === undefined) && (missing0 = "id"))) || ((data.outing === undefined) && (missing0 = "outing"))) || ((data.kind === undefined) && (missing0 = "kind"))) || ((data.words === undefined) && (missing0 = "words"))) || ((data.who === undefined) && (missing0 = "who"))) || ((data.asked === undefined) && (missing0 = "asked"))) || ((data.to === undefined) && (missing0 = "to"))) || ((data.happened === undefined) && (missing0 = "happened"))) || ((data.order === undefined) && (missing0 = "order"))) || ((data.archived === undefined) && (missing0 = "archived"))){validate70.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0}}];return false;}else {if(data.copied !== undefined){const _errs1 = errors;if(typeof data.copied !== "string"){validate70.errors = [{instancePath:instancePath+"/copied",schemaPath:"#/properties/copied/type",keyword:"type",params:{type: "string"}}];return false;}var valid0 = _errs1 === errors;}else {var valid0 = true;}if(valid0){if(data.was !== undefined){const _errs3 = errors;if(typeof data.was !== "string"){validate70.errors = [{instancePath:instancePath+"/was",schemaPath:"#/properties/was/type",keyword:"type",params:{type: "string"}}];return false;}var valid0 = _errs3 === errors;}else {var valid0 = true;}if(valid0){if(data.id !== undefined){const _errs5 = errors;if(typeof data.id !== "string"){validate70.errors = [{instancePath:instancePath+"/id",schemaPath:"#/properties/id/type",keyword:"type",params:{type: "string"}}];return false;}var valid0 = _errs5 === errors;}else {var valid0 = true;}if(valid0){if(data.outing !== undefined){const _errs7 = errors;if(typeof data.outing !== "string"){validate70.errors = [{instancePath:instancePath+"/outing",schemaPath:"#/properties/outing/type",keyword:"type",params:{type: "string"}}];return false;}var valid0 = _errs7 === errors;}else {var valid0 = true;}if(valid0){if(data.kind !== undefined){let data4 = data.kind;const _errs9 = errors;if(typeof data4 !== "string"){validate70.errors = [{instancePath:instancePath+"/kind",schemaPath:"#/$defs/SupportKind/type",keyword:"type",params:{type: "string"}}];return false;}if(!((((((((((data4 === "come along") || (data4 === "meet there")) || (data4 === "call")) || (data4 === "introduce")) || (data4 === "buddy")) || (data4 === "lift")) || (data4 === "visit first")) || (data4 === "practise")) || (data4 === "learn")) || (data4 === "other"))){validate70.errors = [{instancePath:instancePath+"/kind",schemaPath:"#/$defs/SupportKind/enum",keyword:"enum",params:{allowedValues: schema119.enum}}];return false;}var valid0 = _errs9 === errors;}else {var valid0 = true;}if(valid0){if(data.words !== undefined){const _errs12 = errors;if(typeof data.words !== "string"){validate70.errors = [{instancePath:instancePath+"/words",schemaPath:"#/properties/words/type",keyword:"type",params:{type: "string"}}];return false;}var valid0 = _errs12 === errors;}else {var valid0 = true;}if(valid0){if(data.who !== undefined){const _errs14 = errors;if(!(validate51(data.who, {instancePath:instancePath+"/who",parentData:data,parentDataProperty:"who",rootData}))){vErrors = vErrors === null ? validate51.errors : vErrors.concat(validate51.errors);errors = vErrors.length;}var valid0 = _errs14 === errors;}else {var valid0 = true;}if(valid0){if(data.asked !== undefined){let data7 = data.asked;const _errs15 = errors;if(typeof data7 !== "string"){validate70.errors = [{instancePath:instancePath+"/asked",schemaPath:"#/$defs/Asked/type",keyword:"type",params:{type: "string"}}];return false;}if(!(((data7 === "not yet") || (data7 === "yes")) || (data7 === "no"))){validate70.errors = [{instancePath:instancePath+"/asked",schemaPath:"#/$defs/Asked/enum",keyword:"enum",params:{allowedValues: schema66.enum}}];return false;}var valid0 = _errs15 === errors;}else {var valid0 = true;}if(valid0){if(data.to !== undefined){const _errs18 = errors;if(typeof data.to !== "string"){validate70.errors = [{instancePath:instancePath+"/to",schemaPath:"#/properties/to/type",keyword:"type",params:{type: "string"}}];return false;}var valid0 = _errs18 === errors;}else {var valid0 = true;}if(valid0){if(data.happened !== undefined){const _errs20 = errors;if(typeof data.happened !== "boolean"){validate70.errors = [{instancePath:instancePath+"/happened",schemaPath:"#/properties/happened/type",keyword:"type",params:{type: "boolean"}}];return false;}var valid0 = _errs20 === errors;}else {var valid0 = true;}if(valid0){if(data.order !== undefined){const _errs22 = errors;if(typeof data.order !== "string"){validate70.errors = [{instancePath:instancePath+"/order",schemaPath:"#/properties/order/type",keyword:"type",params:{type: "string"}}];return false;}var valid0 = _errs22 === errors;}else {var valid0 = true;}if(valid0){if(data.archived !== undefined){const _errs24 = errors;if(typeof data.archived !== "boolean"){validate70.errors = [{instancePath:instancePath+"/archived",schemaPath:"#/properties/archived/type",keyword:"type",params:{type: "boolean"}}];return false;}var valid0 = _errs24 === errors;}else {var valid0 = true;}}}}}}}}}}}}}}else {validate70.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}}];return false;}}validate70.errors = vErrors;return errors === 0;}
function validate73(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){let vErrors = null;let errors = 0;if(errors === 0){if(data && typeof data == "object" && !Array.isArray(data)){let missing0;if(((((((((((data.copied === undefined) && (missing0 = "copied")) || ((data.was === undefined) && (missing0 = "was"))) || ((data.id === undefined) && (missing0 = "id"))) || ((data.outing === undefined) && (missing0 = "outing"))) || ((data.by === undefined) && (missing0 = "by"))) || ((data.words === undefined) && (missing0 = "words"))) || ((data.i_could === undefined) && (missing0 = "i_could"))) || ((data.you_could === undefined) && (missing0 = "you_could"))) || ((data.order === undefined) && (missing0 = "order"))) || ((data.archived === undefined) && (missing0 = "archived"))){validate73.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0}}];return false;}else {if(data.copied !== undefined){const _errs1 = errors;if(typeof data.copied !== "string"){validate73.errors = [{instancePath:instancePath+"/copied",schemaPath:"#/properties/copied/type",keyword:"type",params:{type: "string"}}];return false;}var valid0 = _errs1 === errors;}else {var valid0 = true;}if(valid0){if(data.was !== undefined){const _errs3 = errors;if(typeof data.was !== "string"){validate73.errors = [{instancePath:instancePath+"/was",schemaPath:"#/properties/was/type",keyword:"type",params:{type: "string"}}];return false;}var valid0 = _errs3 === errors;}else {var valid0 = true;}if(valid0){if(data.id !== undefined){const _errs5 = errors;if(typeof data.id !== "string"){validate73.errors = [{instancePath:instancePath+"/id",schemaPath:"#/properties/id/type",keyword:"type",params:{type: "string"}}];return false;}var valid0 = _errs5 === errors;}else {var valid0 = true;}if(valid0){if(data.outing !== undefined){const _errs7 = errors;if(typeof data.outing !== "string"){validate73.errors = [{instancePath:instancePath+"/outing",schemaPath:"#/properties/outing/type",keyword:"type",params:{type: "string"}}];return false;}var valid0 = _errs7 === errors;}else {var valid0 = true;}if(valid0){if(data.by !== undefined){let data4 = data.by;const _errs9 = errors;const _errs10 = errors;if(!(((typeof data4 == "number") && (!(data4 % 1) && !isNaN(data4))) && (isFinite(data4)))){validate73.errors = [{instancePath:instancePath+"/by",schemaPath:"#/$defs/Member/type",keyword:"type",params:{type: "integer"}}];return false;}if(errors === _errs10){if((typeof data4 == "number") && (isFinite(data4))){if(data4 < 0 || isNaN(data4)){validate73.errors = [{instancePath:instancePath+"/by",schemaPath:"#/$defs/Member/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}}];return false;}}}var valid0 = _errs9 === errors;}else {var valid0 = true;}if(valid0){if(data.words !== undefined){const _errs12 = errors;if(typeof data.words !== "string"){validate73.errors = [{instancePath:instancePath+"/words",schemaPath:"#/properties/words/type",keyword:"type",params:{type: "string"}}];return false;}var valid0 = _errs12 === errors;}else {var valid0 = true;}if(valid0){if(data.i_could !== undefined){const _errs14 = errors;if(typeof data.i_could !== "string"){validate73.errors = [{instancePath:instancePath+"/i_could",schemaPath:"#/properties/i_could/type",keyword:"type",params:{type: "string"}}];return false;}var valid0 = _errs14 === errors;}else {var valid0 = true;}if(valid0){if(data.you_could !== undefined){const _errs16 = errors;if(typeof data.you_could !== "string"){validate73.errors = [{instancePath:instancePath+"/you_could",schemaPath:"#/properties/you_could/type",keyword:"type",params:{type: "string"}}];return false;}var valid0 = _errs16 === errors;}else {var valid0 = true;}if(valid0){if(data.order !== undefined){const _errs18 = errors;if(typeof data.order !== "string"){validate73.errors = [{instancePath:instancePath+"/order",schemaPath:"#/properties/order/type",keyword:"type",params:{type: "string"}}];return false;}var valid0 = _errs18 === errors;}else {var valid0 = true;}if(valid0){if(data.archived !== undefined){const _errs20 = errors;if(typeof data.archived !== "boolean"){validate73.errors = [{instancePath:instancePath+"/archived",schemaPath:"#/properties/archived/type",keyword:"type",params:{type: "boolean"}}];return false;}var valid0 = _errs20 === errors;}else {var valid0 = true;}}}}}}}}}}}}else {validate73.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}}];return false;}}validate73.errors = vErrors;return errors === 0;}
const schema124 = {"enum":["","together","met there","with someone","on my own"],"type":"string"};
function validate75(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){let vErrors = null;let errors = 0;if(errors === 0){if(data && typeof data == "object" && !Array.isArray(data)){let missing0;if(((((((((data.copied === undefined) && (missing0 = "copied")) || ((data.was === undefined) && (missing0 = "was"))) || ((data.id === undefined) && (missing0 = "id"))) || ((data.outing === undefined) && (missing0 = "outing"))) || ((data.day === undefined) && (missing0 = "day"))) || ((data.company === undefined) && (missing0 = "company"))) || ((data.people === undefined) && (missing0 = "people"))) || ((data.archived === undefined) && (missing0 = "archived"))){validate75.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0}}];return false;}else {if(data.copied !== undefined){const _errs1 = errors;if(typeof data.copied !== "string"){validate75.errors = [{instancePath:instancePath+"/copied",schemaPath:"#/properties/copied/type",keyword:"type",params:{type: "string"}}];return false;}var valid0 = _errs1 === errors;}else {var valid0 = true;}if(valid0){if(data.was !== undefined){const _errs3 = errors;if(typeof data.was !== "string"){validate75.errors = [{instancePath:instancePath+"/was",schemaPath:"#/properties/was/type",keyword:"type",params:{type: "string"}}];return false;}var valid0 = _errs3 === errors;}else {var valid0 = true;}if(valid0){if(data.id !== undefined){const _errs5 = errors;if(typeof data.id !== "string"){validate75.errors = [{instancePath:instancePath+"/id",schemaPath:"#/properties/id/type",keyword:"type",params:{type: "string"}}];return false;}var valid0 = _errs5 === errors;}else {var valid0 = true;}if(valid0){if(data.outing !== undefined){const _errs7 = errors;if(typeof data.outing !== "string"){validate75.errors = [{instancePath:instancePath+"/outing",schemaPath:"#/properties/outing/type",keyword:"type",params:{type: "string"}}];return false;}var valid0 = _errs7 === errors;}else {var valid0 = true;}if(valid0){if(data.day !== undefined){const _errs9 = errors;if(typeof data.day !== "string"){validate75.errors = [{instancePath:instancePath+"/day",schemaPath:"#/properties/day/type",keyword:"type",params:{type: "string"}}];return false;}var valid0 = _errs9 === errors;}else {var valid0 = true;}if(valid0){if(data.company !== undefined){let data5 = data.company;const _errs11 = errors;if(typeof data5 !== "string"){validate75.errors = [{instancePath:instancePath+"/company",schemaPath:"#/$defs/Company/type",keyword:"type",params:{type: "string"}}];return false;}if(!(((((data5 === "") || (data5 === "together")) || (data5 === "met there")) || (data5 === "with someone")) || (data5 === "on my own"))){validate75.errors = [{instancePath:instancePath+"/company",schemaPath:"#/$defs/Company/enum",keyword:"enum",params:{allowedValues: schema124.enum}}];return false;}var valid0 = _errs11 === errors;}else {var valid0 = true;}if(valid0){if(data.people !== undefined){let data6 = data.people;const _errs14 = errors;if(errors === _errs14){if(Array.isArray(data6)){var valid2 = true;const len0 = data6.length;for(let i0=0; i0<len0; i0++){const _errs16 = errors;if(typeof data6[i0] !== "string"){validate75.errors = [{instancePath:instancePath+"/people/" + i0,schemaPath:"#/properties/people/items/type",keyword:"type",params:{type: "string"}}];return false;}var valid2 = _errs16 === errors;if(!valid2){break;}}}else {validate75.errors = [{instancePath:instancePath+"/people",schemaPath:"#/properties/people/type",keyword:"type",params:{type: "array"}}];return false;}}var valid0 = _errs14 === errors;}else {var valid0 = true;}if(valid0){if(data.archived !== undefined){const _errs18 = errors;if(typeof data.archived !== "boolean"){validate75.errors = [{instancePath:instancePath+"/archived",schemaPath:"#/properties/archived/type",keyword:"type",params:{type: "boolean"}}];return false;}var valid0 = _errs18 === errors;}else {var valid0 = true;}}}}}}}}}}else {validate75.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}}];return false;}}validate75.errors = vErrors;return errors === 0;}
const schema127 = {"enum":["","loved","ok","mixed","not for me","did not go"],"type":"string"};
const schema128 = {"enum":["","together","mostly together","half","mostly on my own","on my own"],"type":"string"};
function validate77(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){let vErrors = null;let errors = 0;if(errors === 0){if(data && typeof data == "object" && !Array.isArray(data)){let missing0;if(((((((((((((data.copied === undefined) && (missing0 = "copied")) || ((data.was === undefined) && (missing0 = "was"))) || ((data.id === undefined) && (missing0 = "id"))) || ((data.outing === undefined) && (missing0 = "outing"))) || ((data.occasion === undefined) && (missing0 = "occasion"))) || ((data.by === undefined) && (missing0 = "by"))) || ((data.size === undefined) && (missing0 = "size"))) || ((data.felt === undefined) && (missing0 = "felt"))) || ((data.mark === undefined) && (missing0 = "mark"))) || ((data.words === undefined) && (missing0 = "words"))) || ((data.next_time === undefined) && (missing0 = "next_time"))) || ((data.archived === undefined) && (missing0 = "archived"))){validate77.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0}}];return false;}else {if(data.copied !== undefined){const _errs1 = errors;if(typeof data.copied !== "string"){validate77.errors = [{instancePath:instancePath+"/copied",schemaPath:"#/properties/copied/type",keyword:"type",params:{type: "string"}}];return false;}var valid0 = _errs1 === errors;}else {var valid0 = true;}if(valid0){if(data.was !== undefined){const _errs3 = errors;if(typeof data.was !== "string"){validate77.errors = [{instancePath:instancePath+"/was",schemaPath:"#/properties/was/type",keyword:"type",params:{type: "string"}}];return false;}var valid0 = _errs3 === errors;}else {var valid0 = true;}if(valid0){if(data.id !== undefined){const _errs5 = errors;if(typeof data.id !== "string"){validate77.errors = [{instancePath:instancePath+"/id",schemaPath:"#/properties/id/type",keyword:"type",params:{type: "string"}}];return false;}var valid0 = _errs5 === errors;}else {var valid0 = true;}if(valid0){if(data.outing !== undefined){const _errs7 = errors;if(typeof data.outing !== "string"){validate77.errors = [{instancePath:instancePath+"/outing",schemaPath:"#/properties/outing/type",keyword:"type",params:{type: "string"}}];return false;}var valid0 = _errs7 === errors;}else {var valid0 = true;}if(valid0){if(data.occasion !== undefined){const _errs9 = errors;if(typeof data.occasion !== "string"){validate77.errors = [{instancePath:instancePath+"/occasion",schemaPath:"#/properties/occasion/type",keyword:"type",params:{type: "string"}}];return false;}var valid0 = _errs9 === errors;}else {var valid0 = true;}if(valid0){if(data.by !== undefined){let data5 = data.by;const _errs11 = errors;const _errs12 = errors;if(!(((typeof data5 == "number") && (!(data5 % 1) && !isNaN(data5))) && (isFinite(data5)))){validate77.errors = [{instancePath:instancePath+"/by",schemaPath:"#/$defs/Member/type",keyword:"type",params:{type: "integer"}}];return false;}if(errors === _errs12){if((typeof data5 == "number") && (isFinite(data5))){if(data5 < 0 || isNaN(data5)){validate77.errors = [{instancePath:instancePath+"/by",schemaPath:"#/$defs/Member/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}}];return false;}}}var valid0 = _errs11 === errors;}else {var valid0 = true;}if(valid0){if(data.size !== undefined){const _errs14 = errors;if(typeof data.size !== "string"){validate77.errors = [{instancePath:instancePath+"/size",schemaPath:"#/properties/size/type",keyword:"type",params:{type: "string"}}];return false;}var valid0 = _errs14 === errors;}else {var valid0 = true;}if(valid0){if(data.felt !== undefined){let data7 = data.felt;const _errs16 = errors;if(typeof data7 !== "string"){validate77.errors = [{instancePath:instancePath+"/felt",schemaPath:"#/$defs/Felt/type",keyword:"type",params:{type: "string"}}];return false;}if(!((((((data7 === "") || (data7 === "loved")) || (data7 === "ok")) || (data7 === "mixed")) || (data7 === "not for me")) || (data7 === "did not go"))){validate77.errors = [{instancePath:instancePath+"/felt",schemaPath:"#/$defs/Felt/enum",keyword:"enum",params:{allowedValues: schema127.enum}}];return false;}var valid0 = _errs16 === errors;}else {var valid0 = true;}if(valid0){if(data.mark !== undefined){let data8 = data.mark;const _errs19 = errors;if(typeof data8 !== "string"){validate77.errors = [{instancePath:instancePath+"/mark",schemaPath:"#/$defs/Mark/type",keyword:"type",params:{type: "string"}}];return false;}if(!((((((data8 === "") || (data8 === "together")) || (data8 === "mostly together")) || (data8 === "half")) || (data8 === "mostly on my own")) || (data8 === "on my own"))){validate77.errors = [{instancePath:instancePath+"/mark",schemaPath:"#/$defs/Mark/enum",keyword:"enum",params:{allowedValues: schema128.enum}}];return false;}var valid0 = _errs19 === errors;}else {var valid0 = true;}if(valid0){if(data.words !== undefined){const _errs22 = errors;if(typeof data.words !== "string"){validate77.errors = [{instancePath:instancePath+"/words",schemaPath:"#/properties/words/type",keyword:"type",params:{type: "string"}}];return false;}var valid0 = _errs22 === errors;}else {var valid0 = true;}if(valid0){if(data.next_time !== undefined){const _errs24 = errors;if(typeof data.next_time !== "string"){validate77.errors = [{instancePath:instancePath+"/next_time",schemaPath:"#/properties/next_time/type",keyword:"type",params:{type: "string"}}];return false;}var valid0 = _errs24 === errors;}else {var valid0 = true;}if(valid0){if(data.archived !== undefined){const _errs26 = errors;if(typeof data.archived !== "boolean"){validate77.errors = [{instancePath:instancePath+"/archived",schemaPath:"#/properties/archived/type",keyword:"type",params:{type: "boolean"}}];return false;}var valid0 = _errs26 === errors;}else {var valid0 = true;}}}}}}}}}}}}}}else {validate77.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}}];return false;}}validate77.errors = vErrors;return errors === 0;}
const schema130 = {"enum":["access","about me","check in"],"type":"string"};
function validate79(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){let vErrors = null;let errors = 0;if(errors === 0){if(data && typeof data == "object" && !Array.isArray(data)){let missing0;if(((((((((((data.copied === undefined) && (missing0 = "copied")) || ((data.was === undefined) && (missing0 = "was"))) || ((data.id === undefined) && (missing0 = "id"))) || ((data.kind === undefined) && (missing0 = "kind"))) || ((data.topic === undefined) && (missing0 = "topic"))) || ((data.words === undefined) && (missing0 = "words"))) || ((data.who === undefined) && (missing0 = "who"))) || ((data.by === undefined) && (missing0 = "by"))) || ((data.order === undefined) && (missing0 = "order"))) || ((data.archived === undefined) && (missing0 = "archived"))){validate79.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0}}];return false;}else {if(data.copied !== undefined){const _errs1 = errors;if(typeof data.copied !== "string"){validate79.errors = [{instancePath:instancePath+"/copied",schemaPath:"#/properties/copied/type",keyword:"type",params:{type: "string"}}];return false;}var valid0 = _errs1 === errors;}else {var valid0 = true;}if(valid0){if(data.was !== undefined){const _errs3 = errors;if(typeof data.was !== "string"){validate79.errors = [{instancePath:instancePath+"/was",schemaPath:"#/properties/was/type",keyword:"type",params:{type: "string"}}];return false;}var valid0 = _errs3 === errors;}else {var valid0 = true;}if(valid0){if(data.id !== undefined){const _errs5 = errors;if(typeof data.id !== "string"){validate79.errors = [{instancePath:instancePath+"/id",schemaPath:"#/properties/id/type",keyword:"type",params:{type: "string"}}];return false;}var valid0 = _errs5 === errors;}else {var valid0 = true;}if(valid0){if(data.kind !== undefined){let data3 = data.kind;const _errs7 = errors;if(typeof data3 !== "string"){validate79.errors = [{instancePath:instancePath+"/kind",schemaPath:"#/$defs/NeedKind/type",keyword:"type",params:{type: "string"}}];return false;}if(!(((data3 === "access") || (data3 === "about me")) || (data3 === "check in"))){validate79.errors = [{instancePath:instancePath+"/kind",schemaPath:"#/$defs/NeedKind/enum",keyword:"enum",params:{allowedValues: schema130.enum}}];return false;}var valid0 = _errs7 === errors;}else {var valid0 = true;}if(valid0){if(data.topic !== undefined){const _errs10 = errors;if(typeof data.topic !== "string"){validate79.errors = [{instancePath:instancePath+"/topic",schemaPath:"#/properties/topic/type",keyword:"type",params:{type: "string"}}];return false;}var valid0 = _errs10 === errors;}else {var valid0 = true;}if(valid0){if(data.words !== undefined){const _errs12 = errors;if(typeof data.words !== "string"){validate79.errors = [{instancePath:instancePath+"/words",schemaPath:"#/properties/words/type",keyword:"type",params:{type: "string"}}];return false;}var valid0 = _errs12 === errors;}else {var valid0 = true;}if(valid0){if(data.who !== undefined){const _errs14 = errors;if(!(validate51(data.who, {instancePath:instancePath+"/who",parentData:data,parentDataProperty:"who",rootData}))){vErrors = vErrors === null ? validate51.errors : vErrors.concat(validate51.errors);errors = vErrors.length;}var valid0 = _errs14 === errors;}else {var valid0 = true;}if(valid0){if(data.by !== undefined){let data7 = data.by;const _errs15 = errors;const _errs16 = errors;if(!(((typeof data7 == "number") && (!(data7 % 1) && !isNaN(data7))) && (isFinite(data7)))){validate79.errors = [{instancePath:instancePath+"/by",schemaPath:"#/$defs/Member/type",keyword:"type",params:{type: "integer"}}];return false;}if(errors === _errs16){if((typeof data7 == "number") && (isFinite(data7))){if(data7 < 0 || isNaN(data7)){validate79.errors = [{instancePath:instancePath+"/by",schemaPath:"#/$defs/Member/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}}];return false;}}}var valid0 = _errs15 === errors;}else {var valid0 = true;}if(valid0){if(data.order !== undefined){const _errs18 = errors;if(typeof data.order !== "string"){validate79.errors = [{instancePath:instancePath+"/order",schemaPath:"#/properties/order/type",keyword:"type",params:{type: "string"}}];return false;}var valid0 = _errs18 === errors;}else {var valid0 = true;}if(valid0){if(data.archived !== undefined){const _errs20 = errors;if(typeof data.archived !== "boolean"){validate79.errors = [{instancePath:instancePath+"/archived",schemaPath:"#/properties/archived/type",keyword:"type",params:{type: "boolean"}}];return false;}var valid0 = _errs20 === errors;}else {var valid0 = true;}}}}}}}}}}}}else {validate79.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}}];return false;}}validate79.errors = vErrors;return errors === 0;}
const schema133 = {"enum":["","chat","map","plan","out","stock"],"type":"string"};
function validate82(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){let vErrors = null;let errors = 0;if(errors === 0){if(data && typeof data == "object" && !Array.isArray(data)){let missing0;if(((((((((((data.copied === undefined) && (missing0 = "copied")) || ((data.was === undefined) && (missing0 = "was"))) || ((data.id === undefined) && (missing0 = "id"))) || ((data.day === undefined) && (missing0 = "day"))) || ((data.kind === undefined) && (missing0 = "kind"))) || ((data.where === undefined) && (missing0 = "where"))) || ((data.chosen === undefined) && (missing0 = "chosen"))) || ((data.words === undefined) && (missing0 = "words"))) || ((data.by === undefined) && (missing0 = "by"))) || ((data.archived === undefined) && (missing0 = "archived"))){validate82.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0}}];return false;}else {if(data.copied !== undefined){const _errs1 = errors;if(typeof data.copied !== "string"){validate82.errors = [{instancePath:instancePath+"/copied",schemaPath:"#/properties/copied/type",keyword:"type",params:{type: "string"}}];return false;}var valid0 = _errs1 === errors;}else {var valid0 = true;}if(valid0){if(data.was !== undefined){const _errs3 = errors;if(typeof data.was !== "string"){validate82.errors = [{instancePath:instancePath+"/was",schemaPath:"#/properties/was/type",keyword:"type",params:{type: "string"}}];return false;}var valid0 = _errs3 === errors;}else {var valid0 = true;}if(valid0){if(data.id !== undefined){const _errs5 = errors;if(typeof data.id !== "string"){validate82.errors = [{instancePath:instancePath+"/id",schemaPath:"#/properties/id/type",keyword:"type",params:{type: "string"}}];return false;}var valid0 = _errs5 === errors;}else {var valid0 = true;}if(valid0){if(data.day !== undefined){const _errs7 = errors;if(typeof data.day !== "string"){validate82.errors = [{instancePath:instancePath+"/day",schemaPath:"#/properties/day/type",keyword:"type",params:{type: "string"}}];return false;}var valid0 = _errs7 === errors;}else {var valid0 = true;}if(valid0){if(data.kind !== undefined){let data4 = data.kind;const _errs9 = errors;if(typeof data4 !== "string"){validate82.errors = [{instancePath:instancePath+"/kind",schemaPath:"#/$defs/MeetingKind/type",keyword:"type",params:{type: "string"}}];return false;}if(!((((((data4 === "") || (data4 === "chat")) || (data4 === "map")) || (data4 === "plan")) || (data4 === "out")) || (data4 === "stock"))){validate82.errors = [{instancePath:instancePath+"/kind",schemaPath:"#/$defs/MeetingKind/enum",keyword:"enum",params:{allowedValues: schema133.enum}}];return false;}var valid0 = _errs9 === errors;}else {var valid0 = true;}if(valid0){if(data.where !== undefined){const _errs12 = errors;if(typeof data.where !== "string"){validate82.errors = [{instancePath:instancePath+"/where",schemaPath:"#/properties/where/type",keyword:"type",params:{type: "string"}}];return false;}var valid0 = _errs12 === errors;}else {var valid0 = true;}if(valid0){if(data.chosen !== undefined){let data6 = data.chosen;const _errs14 = errors;const _errs16 = errors;let valid3 = false;const _errs17 = errors;if(!(((typeof data6 == "number") && (!(data6 % 1) && !isNaN(data6))) && (isFinite(data6)))){const err0 = {instancePath:instancePath+"/chosen",schemaPath:"#/$defs/Whose/anyOf/0/type",keyword:"type",params:{type: "integer"}};if(vErrors === null){vErrors = [err0];}else {vErrors.push(err0);}errors++;}if(errors === _errs17){if((typeof data6 == "number") && (isFinite(data6))){if(data6 < 0 || isNaN(data6)){const err1 = {instancePath:instancePath+"/chosen",schemaPath:"#/$defs/Whose/anyOf/0/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};if(vErrors === null){vErrors = [err1];}else {vErrors.push(err1);}errors++;}}}var _valid0 = _errs17 === errors;valid3 = valid3 || _valid0;if(!valid3){const _errs19 = errors;if(typeof data6 !== "string"){const err2 = {instancePath:instancePath+"/chosen",schemaPath:"#/$defs/Whose/anyOf/1/type",keyword:"type",params:{type: "string"}};if(vErrors === null){vErrors = [err2];}else {vErrors.push(err2);}errors++;}if(!(((data6 === "") || (data6 === "both")) || (data6 === "someone else"))){const err3 = {instancePath:instancePath+"/chosen",schemaPath:"#/$defs/Whose/anyOf/1/enum",keyword:"enum",params:{allowedValues: schema13.anyOf[1].enum}};if(vErrors === null){vErrors = [err3];}else {vErrors.push(err3);}errors++;}var _valid0 = _errs19 === errors;valid3 = valid3 || _valid0;}if(!valid3){const err4 = {instancePath:instancePath+"/chosen",schemaPath:"#/$defs/Whose/anyOf",keyword:"anyOf",params:{}};if(vErrors === null){vErrors = [err4];}else {vErrors.push(err4);}errors++;validate82.errors = vErrors;return false;}else {errors = _errs16;if(vErrors !== null){if(_errs16){vErrors.length = _errs16;}else {vErrors = null;}}}var valid0 = _errs14 === errors;}else {var valid0 = true;}if(valid0){if(data.words !== undefined){const _errs21 = errors;if(typeof data.words !== "string"){validate82.errors = [{instancePath:instancePath+"/words",schemaPath:"#/properties/words/type",keyword:"type",params:{type: "string"}}];return false;}var valid0 = _errs21 === errors;}else {var valid0 = true;}if(valid0){if(data.by !== undefined){let data8 = data.by;const _errs23 = errors;const _errs25 = errors;let valid5 = false;const _errs26 = errors;if(!(((typeof data8 == "number") && (!(data8 % 1) && !isNaN(data8))) && (isFinite(data8)))){const err5 = {instancePath:instancePath+"/by",schemaPath:"#/$defs/By/anyOf/0/type",keyword:"type",params:{type: "integer"}};if(vErrors === null){vErrors = [err5];}else {vErrors.push(err5);}errors++;}if(errors === _errs26){if((typeof data8 == "number") && (isFinite(data8))){if(data8 < 0 || isNaN(data8)){const err6 = {instancePath:instancePath+"/by",schemaPath:"#/$defs/By/anyOf/0/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};if(vErrors === null){vErrors = [err6];}else {vErrors.push(err6);}errors++;}}}var _valid1 = _errs26 === errors;valid5 = valid5 || _valid1;if(!valid5){const _errs28 = errors;if(typeof data8 !== "string"){const err7 = {instancePath:instancePath+"/by",schemaPath:"#/$defs/By/anyOf/1/type",keyword:"type",params:{type: "string"}};if(vErrors === null){vErrors = [err7];}else {vErrors.push(err7);}errors++;}if("both" !== data8){const err8 = {instancePath:instancePath+"/by",schemaPath:"#/$defs/By/anyOf/1/const",keyword:"const",params:{allowedValue: "both"}};if(vErrors === null){vErrors = [err8];}else {vErrors.push(err8);}errors++;}var _valid1 = _errs28 === errors;valid5 = valid5 || _valid1;}if(!valid5){const err9 = {instancePath:instancePath+"/by",schemaPath:"#/$defs/By/anyOf",keyword:"anyOf",params:{}};if(vErrors === null){vErrors = [err9];}else {vErrors.push(err9);}errors++;validate82.errors = vErrors;return false;}else {errors = _errs25;if(vErrors !== null){if(_errs25){vErrors.length = _errs25;}else {vErrors = null;}}}var valid0 = _errs23 === errors;}else {var valid0 = true;}if(valid0){if(data.archived !== undefined){const _errs30 = errors;if(typeof data.archived !== "boolean"){validate82.errors = [{instancePath:instancePath+"/archived",schemaPath:"#/properties/archived/type",keyword:"type",params:{type: "boolean"}}];return false;}var valid0 = _errs30 === errors;}else {var valid0 = true;}}}}}}}}}}}}else {validate82.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}}];return false;}}validate82.errors = vErrors;return errors === 0;}
function validate84(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){let vErrors = null;let errors = 0;if(errors === 0){if(data && typeof data == "object" && !Array.isArray(data)){let missing0;if((((((((data.id === undefined) && (missing0 = "id")) || ((data.entity === undefined) && (missing0 = "entity"))) || ((data.field === undefined) && (missing0 = "field"))) || ((data.value === undefined) && (missing0 = "value"))) || ((data.by === undefined) && (missing0 = "by"))) || ((data.at === undefined) && (missing0 = "at"))) || ((data.instead_by === undefined) && (missing0 = "instead_by"))){validate84.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0}}];return false;}else {if(data.id !== undefined){const _errs1 = errors;if(typeof data.id !== "string"){validate84.errors = [{instancePath:instancePath+"/id",schemaPath:"#/properties/id/type",keyword:"type",params:{type: "string"}}];return false;}var valid0 = _errs1 === errors;}else {var valid0 = true;}if(valid0){if(data.entity !== undefined){const _errs3 = errors;if(typeof data.entity !== "string"){validate84.errors = [{instancePath:instancePath+"/entity",schemaPath:"#/properties/entity/type",keyword:"type",params:{type: "string"}}];return false;}var valid0 = _errs3 === errors;}else {var valid0 = true;}if(valid0){if(data.field !== undefined){const _errs5 = errors;if(typeof data.field !== "string"){validate84.errors = [{instancePath:instancePath+"/field",schemaPath:"#/properties/field/type",keyword:"type",params:{type: "string"}}];return false;}var valid0 = _errs5 === errors;}else {var valid0 = true;}if(valid0){if(data.value !== undefined){const _errs7 = errors;var valid0 = _errs7 === errors;}else {var valid0 = true;}if(valid0){if(data.by !== undefined){let data4 = data.by;const _errs8 = errors;const _errs10 = errors;let valid3 = false;const _errs11 = errors;if(!(((typeof data4 == "number") && (!(data4 % 1) && !isNaN(data4))) && (isFinite(data4)))){const err0 = {instancePath:instancePath+"/by",schemaPath:"#/$defs/By/anyOf/0/type",keyword:"type",params:{type: "integer"}};if(vErrors === null){vErrors = [err0];}else {vErrors.push(err0);}errors++;}if(errors === _errs11){if((typeof data4 == "number") && (isFinite(data4))){if(data4 < 0 || isNaN(data4)){const err1 = {instancePath:instancePath+"/by",schemaPath:"#/$defs/By/anyOf/0/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};if(vErrors === null){vErrors = [err1];}else {vErrors.push(err1);}errors++;}}}var _valid0 = _errs11 === errors;valid3 = valid3 || _valid0;if(!valid3){const _errs13 = errors;if(typeof data4 !== "string"){const err2 = {instancePath:instancePath+"/by",schemaPath:"#/$defs/By/anyOf/1/type",keyword:"type",params:{type: "string"}};if(vErrors === null){vErrors = [err2];}else {vErrors.push(err2);}errors++;}if("both" !== data4){const err3 = {instancePath:instancePath+"/by",schemaPath:"#/$defs/By/anyOf/1/const",keyword:"const",params:{allowedValue: "both"}};if(vErrors === null){vErrors = [err3];}else {vErrors.push(err3);}errors++;}var _valid0 = _errs13 === errors;valid3 = valid3 || _valid0;}if(!valid3){const err4 = {instancePath:instancePath+"/by",schemaPath:"#/$defs/By/anyOf",keyword:"anyOf",params:{}};if(vErrors === null){vErrors = [err4];}else {vErrors.push(err4);}errors++;validate84.errors = vErrors;return false;}else {errors = _errs10;if(vErrors !== null){if(_errs10){vErrors.length = _errs10;}else {vErrors = null;}}}var valid0 = _errs8 === errors;}else {var valid0 = true;}if(valid0){if(data.at !== undefined){let data5 = data.at;const _errs15 = errors;if(!(((typeof data5 == "number") && (!(data5 % 1) && !isNaN(data5))) && (isFinite(data5)))){validate84.errors = [{instancePath:instancePath+"/at",schemaPath:"#/properties/at/type",keyword:"type",params:{type: "integer"}}];return false;}var valid0 = _errs15 === errors;}else {var valid0 = true;}if(valid0){if(data.instead_by !== undefined){let data6 = data.instead_by;const _errs17 = errors;const _errs19 = errors;let valid5 = false;const _errs20 = errors;if(!(((typeof data6 == "number") && (!(data6 % 1) && !isNaN(data6))) && (isFinite(data6)))){const err5 = {instancePath:instancePath+"/instead_by",schemaPath:"#/$defs/By/anyOf/0/type",keyword:"type",params:{type: "integer"}};if(vErrors === null){vErrors = [err5];}else {vErrors.push(err5);}errors++;}if(errors === _errs20){if((typeof data6 == "number") && (isFinite(data6))){if(data6 < 0 || isNaN(data6)){const err6 = {instancePath:instancePath+"/instead_by",schemaPath:"#/$defs/By/anyOf/0/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};if(vErrors === null){vErrors = [err6];}else {vErrors.push(err6);}errors++;}}}var _valid1 = _errs20 === errors;valid5 = valid5 || _valid1;if(!valid5){const _errs22 = errors;if(typeof data6 !== "string"){const err7 = {instancePath:instancePath+"/instead_by",schemaPath:"#/$defs/By/anyOf/1/type",keyword:"type",params:{type: "string"}};if(vErrors === null){vErrors = [err7];}else {vErrors.push(err7);}errors++;}if("both" !== data6){const err8 = {instancePath:instancePath+"/instead_by",schemaPath:"#/$defs/By/anyOf/1/const",keyword:"const",params:{allowedValue: "both"}};if(vErrors === null){vErrors = [err8];}else {vErrors.push(err8);}errors++;}var _valid1 = _errs22 === errors;valid5 = valid5 || _valid1;}if(!valid5){const err9 = {instancePath:instancePath+"/instead_by",schemaPath:"#/$defs/By/anyOf",keyword:"anyOf",params:{}};if(vErrors === null){vErrors = [err9];}else {vErrors.push(err9);}errors++;validate84.errors = vErrors;return false;}else {errors = _errs19;if(vErrors !== null){if(_errs19){vErrors.length = _errs19;}else {vErrors = null;}}}var valid0 = _errs17 === errors;}else {var valid0 = true;}}}}}}}}}else {validate84.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}}];return false;}}validate84.errors = vErrors;return errors === 0;}
function validate10(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){let vErrors = null;let errors = 0;if(errors === 0){if(data && typeof data == "object" && !Array.isArray(data)){let missing0;if(((((((((((((((((((((((((((((((((((((data.schema === undefined) && (missing0 = "schema")) || ((data.kind === undefined) && (missing0 = "kind"))) || ((data.names === undefined) && (missing0 = "names"))) || ((data.meeting === undefined) && (missing0 = "meeting"))) || ((data.meeting_place === undefined) && (missing0 = "meeting_place"))) || ((data.meeting_chosen === undefined) && (missing0 = "meeting_chosen"))) || ((data.late === undefined) && (missing0 = "late"))) || ((data.phones === undefined) && (missing0 = "phones"))) || ((data.resting === undefined) && (missing0 = "resting"))) || ((data.people === undefined) && (missing0 = "people"))) || ((data.ties === undefined) && (missing0 = "ties"))) || ((data.help === undefined) && (missing0 = "help"))) || ((data.strengths === undefined) && (missing0 = "strengths"))) || ((data.sayings === undefined) && (missing0 = "sayings"))) || ((data.feelings === undefined) && (missing0 = "feelings"))) || ((data.answers === undefined) && (missing0 = "answers"))) || ((data.pictures === undefined) && (missing0 = "pictures"))) || ((data.photographs === undefined) && (missing0 = "photographs"))) || ((data.offers === undefined) && (missing0 = "offers"))) || ((data.notes === undefined) && (missing0 = "notes"))) || ((data.rounds === undefined) && (missing0 = "rounds"))) || ((data.wishes === undefined) && (missing0 = "wishes"))) || ((data.goals === undefined) && (missing0 = "goals"))) || ((data.steps === undefined) && (missing0 = "steps"))) || ((data.yardsticks === undefined) && (missing0 = "yardsticks"))) || ((data.aims === undefined) && (missing0 = "aims"))) || ((data.barriers === undefined) && (missing0 = "barriers"))) || ((data.disclosures === undefined) && (missing0 = "disclosures"))) || ((data.outings === undefined) && (missing0 = "outings"))) || ((data.supports === undefined) && (missing0 = "supports"))) || ((data.worries === undefined) && (missing0 = "worries"))) || ((data.occasions === undefined) && (missing0 = "occasions"))) || ((data.impressions === undefined) && (missing0 = "impressions"))) || ((data.needs === undefined) && (missing0 = "needs"))) || ((data.meetings === undefined) && (missing0 = "meetings"))) || ((data.kept === undefined) && (missing0 = "kept"))){validate10.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0}}];return false;}else {if(data.schema !== undefined){let data0 = data.schema;const _errs1 = errors;if(!(((typeof data0 == "number") && (!(data0 % 1) && !isNaN(data0))) && (isFinite(data0)))){validate10.errors = [{instancePath:instancePath+"/schema",schemaPath:"#/properties/schema/type",keyword:"type",params:{type: "integer"}}];return false;}var valid0 = _errs1 === errors;}else {var valid0 = true;}if(valid0){if(data.kind !== undefined){let data1 = data.kind;const _errs3 = errors;if(typeof data1 !== "string"){validate10.errors = [{instancePath:instancePath+"/kind",schemaPath:"#/$defs/SpaceKind/type",keyword:"type",params:{type: "string"}}];return false;}if(!(((data1 === "pair") || (data1 === "own")) || (data1 === "team"))){validate10.errors = [{instancePath:instancePath+"/kind",schemaPath:"#/$defs/SpaceKind/enum",keyword:"enum",params:{allowedValues: schema12.enum}}];return false;}var valid0 = _errs3 === errors;}else {var valid0 = true;}if(valid0){if(data.names !== undefined){let data2 = data.names;const _errs6 = errors;if(errors === _errs6){if(Array.isArray(data2)){var valid2 = true;const len0 = data2.length;for(let i0=0; i0<len0; i0++){const _errs8 = errors;if(typeof data2[i0] !== "string"){validate10.errors = [{instancePath:instancePath+"/names/" + i0,schemaPath:"#/properties/names/items/type",keyword:"type",params:{type: "string"}}];return false;}var valid2 = _errs8 === errors;if(!valid2){break;}}}else {validate10.errors = [{instancePath:instancePath+"/names",schemaPath:"#/properties/names/type",keyword:"type",params:{type: "array"}}];return false;}}var valid0 = _errs6 === errors;}else {var valid0 = true;}if(valid0){if(data.meeting !== undefined){const _errs10 = errors;if(typeof data.meeting !== "string"){validate10.errors = [{instancePath:instancePath+"/meeting",schemaPath:"#/properties/meeting/type",keyword:"type",params:{type: "string"}}];return false;}var valid0 = _errs10 === errors;}else {var valid0 = true;}if(valid0){if(data.meeting_place !== undefined){const _errs12 = errors;if(typeof data.meeting_place !== "string"){validate10.errors = [{instancePath:instancePath+"/meeting_place",schemaPath:"#/properties/meeting_place/type",keyword:"type",params:{type: "string"}}];return false;}var valid0 = _errs12 === errors;}else {var valid0 = true;}if(valid0){if(data.meeting_chosen !== undefined){let data6 = data.meeting_chosen;const _errs14 = errors;const _errs16 = errors;let valid4 = false;const _errs17 = errors;if(!(((typeof data6 == "number") && (!(data6 % 1) && !isNaN(data6))) && (isFinite(data6)))){const err0 = {instancePath:instancePath+"/meeting_chosen",schemaPath:"#/$defs/Whose/anyOf/0/type",keyword:"type",params:{type: "integer"}};if(vErrors === null){vErrors = [err0];}else {vErrors.push(err0);}errors++;}if(errors === _errs17){if((typeof data6 == "number") && (isFinite(data6))){if(data6 < 0 || isNaN(data6)){const err1 = {instancePath:instancePath+"/meeting_chosen",schemaPath:"#/$defs/Whose/anyOf/0/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};if(vErrors === null){vErrors = [err1];}else {vErrors.push(err1);}errors++;}}}var _valid0 = _errs17 === errors;valid4 = valid4 || _valid0;if(!valid4){const _errs19 = errors;if(typeof data6 !== "string"){const err2 = {instancePath:instancePath+"/meeting_chosen",schemaPath:"#/$defs/Whose/anyOf/1/type",keyword:"type",params:{type: "string"}};if(vErrors === null){vErrors = [err2];}else {vErrors.push(err2);}errors++;}if(!(((data6 === "") || (data6 === "both")) || (data6 === "someone else"))){const err3 = {instancePath:instancePath+"/meeting_chosen",schemaPath:"#/$defs/Whose/anyOf/1/enum",keyword:"enum",params:{allowedValues: schema13.anyOf[1].enum}};if(vErrors === null){vErrors = [err3];}else {vErrors.push(err3);}errors++;}var _valid0 = _errs19 === errors;valid4 = valid4 || _valid0;}if(!valid4){const err4 = {instancePath:instancePath+"/meeting_chosen",schemaPath:"#/$defs/Whose/anyOf",keyword:"anyOf",params:{}};if(vErrors === null){vErrors = [err4];}else {vErrors.push(err4);}errors++;validate10.errors = vErrors;return false;}else {errors = _errs16;if(vErrors !== null){if(_errs16){vErrors.length = _errs16;}else {vErrors = null;}}}var valid0 = _errs14 === errors;}else {var valid0 = true;}if(valid0){if(data.late !== undefined){const _errs21 = errors;if(typeof data.late !== "string"){validate10.errors = [{instancePath:instancePath+"/late",schemaPath:"#/properties/late/type",keyword:"type",params:{type: "string"}}];return false;}var valid0 = _errs21 === errors;}else {var valid0 = true;}if(valid0){if(data.phones !== undefined){let data8 = data.phones;const _errs23 = errors;if(errors === _errs23){if(Array.isArray(data8)){var valid5 = true;const len1 = data8.length;for(let i1=0; i1<len1; i1++){const _errs25 = errors;if(typeof data8[i1] !== "string"){validate10.errors = [{instancePath:instancePath+"/phones/" + i1,schemaPath:"#/properties/phones/items/type",keyword:"type",params:{type: "string"}}];return false;}var valid5 = _errs25 === errors;if(!valid5){break;}}}else {validate10.errors = [{instancePath:instancePath+"/phones",schemaPath:"#/properties/phones/type",keyword:"type",params:{type: "array"}}];return false;}}var valid0 = _errs23 === errors;}else {var valid0 = true;}if(valid0){if(data.resting !== undefined){const _errs27 = errors;if(typeof data.resting !== "string"){validate10.errors = [{instancePath:instancePath+"/resting",schemaPath:"#/properties/resting/type",keyword:"type",params:{type: "string"}}];return false;}var valid0 = _errs27 === errors;}else {var valid0 = true;}if(valid0){if(data.people !== undefined){let data11 = data.people;const _errs29 = errors;if(errors === _errs29){if(Array.isArray(data11)){var valid6 = true;const len2 = data11.length;for(let i2=0; i2<len2; i2++){const _errs31 = errors;if(!(validate11(data11[i2], {instancePath:instancePath+"/people/" + i2,parentData:data11,parentDataProperty:i2,rootData}))){vErrors = vErrors === null ? validate11.errors : vErrors.concat(validate11.errors);errors = vErrors.length;}var valid6 = _errs31 === errors;if(!valid6){break;}}}else {validate10.errors = [{instancePath:instancePath+"/people",schemaPath:"#/properties/people/type",keyword:"type",params:{type: "array"}}];return false;}}var valid0 = _errs29 === errors;}else {var valid0 = true;}if(valid0){if(data.ties !== undefined){let data13 = data.ties;const _errs32 = errors;if(errors === _errs32){if(Array.isArray(data13)){var valid7 = true;const len3 = data13.length;for(let i3=0; i3<len3; i3++){const _errs34 = errors;if(!(validate17(data13[i3], {instancePath:instancePath+"/ties/" + i3,parentData:data13,parentDataProperty:i3,rootData}))){vErrors = vErrors === null ? validate17.errors : vErrors.concat(validate17.errors);errors = vErrors.length;}var valid7 = _errs34 === errors;if(!valid7){break;}}}else {validate10.errors = [{instancePath:instancePath+"/ties",schemaPath:"#/properties/ties/type",keyword:"type",params:{type: "array"}}];return false;}}var valid0 = _errs32 === errors;}else {var valid0 = true;}if(valid0){if(data.help !== undefined){let data15 = data.help;const _errs35 = errors;if(errors === _errs35){if(Array.isArray(data15)){var valid8 = true;const len4 = data15.length;for(let i4=0; i4<len4; i4++){const _errs37 = errors;if(!(validate19(data15[i4], {instancePath:instancePath+"/help/" + i4,parentData:data15,parentDataProperty:i4,rootData}))){vErrors = vErrors === null ? validate19.errors : vErrors.concat(validate19.errors);errors = vErrors.length;}var valid8 = _errs37 === errors;if(!valid8){break;}}}else {validate10.errors = [{instancePath:instancePath+"/help",schemaPath:"#/properties/help/type",keyword:"type",params:{type: "array"}}];return false;}}var valid0 = _errs35 === errors;}else {var valid0 = true;}if(valid0){if(data.strengths !== undefined){let data17 = data.strengths;const _errs38 = errors;if(errors === _errs38){if(Array.isArray(data17)){var valid9 = true;const len5 = data17.length;for(let i5=0; i5<len5; i5++){const _errs40 = errors;if(!(validate21(data17[i5], {instancePath:instancePath+"/strengths/" + i5,parentData:data17,parentDataProperty:i5,rootData}))){vErrors = vErrors === null ? validate21.errors : vErrors.concat(validate21.errors);errors = vErrors.length;}var valid9 = _errs40 === errors;if(!valid9){break;}}}else {validate10.errors = [{instancePath:instancePath+"/strengths",schemaPath:"#/properties/strengths/type",keyword:"type",params:{type: "array"}}];return false;}}var valid0 = _errs38 === errors;}else {var valid0 = true;}if(valid0){if(data.sayings !== undefined){let data19 = data.sayings;const _errs41 = errors;if(errors === _errs41){if(Array.isArray(data19)){var valid10 = true;const len6 = data19.length;for(let i6=0; i6<len6; i6++){const _errs43 = errors;if(!(validate23(data19[i6], {instancePath:instancePath+"/sayings/" + i6,parentData:data19,parentDataProperty:i6,rootData}))){vErrors = vErrors === null ? validate23.errors : vErrors.concat(validate23.errors);errors = vErrors.length;}var valid10 = _errs43 === errors;if(!valid10){break;}}}else {validate10.errors = [{instancePath:instancePath+"/sayings",schemaPath:"#/properties/sayings/type",keyword:"type",params:{type: "array"}}];return false;}}var valid0 = _errs41 === errors;}else {var valid0 = true;}if(valid0){if(data.feelings !== undefined){let data21 = data.feelings;const _errs44 = errors;if(errors === _errs44){if(Array.isArray(data21)){var valid11 = true;const len7 = data21.length;for(let i7=0; i7<len7; i7++){const _errs46 = errors;if(!(validate25(data21[i7], {instancePath:instancePath+"/feelings/" + i7,parentData:data21,parentDataProperty:i7,rootData}))){vErrors = vErrors === null ? validate25.errors : vErrors.concat(validate25.errors);errors = vErrors.length;}var valid11 = _errs46 === errors;if(!valid11){break;}}}else {validate10.errors = [{instancePath:instancePath+"/feelings",schemaPath:"#/properties/feelings/type",keyword:"type",params:{type: "array"}}];return false;}}var valid0 = _errs44 === errors;}else {var valid0 = true;}if(valid0){if(data.answers !== undefined){let data23 = data.answers;const _errs47 = errors;if(errors === _errs47){if(Array.isArray(data23)){var valid12 = true;const len8 = data23.length;for(let i8=0; i8<len8; i8++){const _errs49 = errors;if(!(validate27(data23[i8], {instancePath:instancePath+"/answers/" + i8,parentData:data23,parentDataProperty:i8,rootData}))){vErrors = vErrors === null ? validate27.errors : vErrors.concat(validate27.errors);errors = vErrors.length;}var valid12 = _errs49 === errors;if(!valid12){break;}}}else {validate10.errors = [{instancePath:instancePath+"/answers",schemaPath:"#/properties/answers/type",keyword:"type",params:{type: "array"}}];return false;}}var valid0 = _errs47 === errors;}else {var valid0 = true;}if(valid0){if(data.pictures !== undefined){let data25 = data.pictures;const _errs50 = errors;if(errors === _errs50){if(Array.isArray(data25)){var valid13 = true;const len9 = data25.length;for(let i9=0; i9<len9; i9++){const _errs52 = errors;if(!(validate29(data25[i9], {instancePath:instancePath+"/pictures/" + i9,parentData:data25,parentDataProperty:i9,rootData}))){vErrors = vErrors === null ? validate29.errors : vErrors.concat(validate29.errors);errors = vErrors.length;}var valid13 = _errs52 === errors;if(!valid13){break;}}}else {validate10.errors = [{instancePath:instancePath+"/pictures",schemaPath:"#/properties/pictures/type",keyword:"type",params:{type: "array"}}];return false;}}var valid0 = _errs50 === errors;}else {var valid0 = true;}if(valid0){if(data.photographs !== undefined){let data27 = data.photographs;const _errs53 = errors;if(errors === _errs53){if(Array.isArray(data27)){var valid14 = true;const len10 = data27.length;for(let i10=0; i10<len10; i10++){const _errs55 = errors;if(!(validate33(data27[i10], {instancePath:instancePath+"/photographs/" + i10,parentData:data27,parentDataProperty:i10,rootData}))){vErrors = vErrors === null ? validate33.errors : vErrors.concat(validate33.errors);errors = vErrors.length;}var valid14 = _errs55 === errors;if(!valid14){break;}}}else {validate10.errors = [{instancePath:instancePath+"/photographs",schemaPath:"#/properties/photographs/type",keyword:"type",params:{type: "array"}}];return false;}}var valid0 = _errs53 === errors;}else {var valid0 = true;}if(valid0){if(data.offers !== undefined){let data29 = data.offers;const _errs56 = errors;if(errors === _errs56){if(Array.isArray(data29)){var valid15 = true;const len11 = data29.length;for(let i11=0; i11<len11; i11++){const _errs58 = errors;if(!(validate35(data29[i11], {instancePath:instancePath+"/offers/" + i11,parentData:data29,parentDataProperty:i11,rootData}))){vErrors = vErrors === null ? validate35.errors : vErrors.concat(validate35.errors);errors = vErrors.length;}var valid15 = _errs58 === errors;if(!valid15){break;}}}else {validate10.errors = [{instancePath:instancePath+"/offers",schemaPath:"#/properties/offers/type",keyword:"type",params:{type: "array"}}];return false;}}var valid0 = _errs56 === errors;}else {var valid0 = true;}if(valid0){if(data.notes !== undefined){let data31 = data.notes;const _errs59 = errors;if(errors === _errs59){if(Array.isArray(data31)){var valid16 = true;const len12 = data31.length;for(let i12=0; i12<len12; i12++){let data32 = data31[i12];const _errs61 = errors;const _errs62 = errors;if(errors === _errs62){if(data32 && typeof data32 == "object" && !Array.isArray(data32)){let missing1;if((((((((data32.copied === undefined) && (missing1 = "copied")) || ((data32.was === undefined) && (missing1 = "was"))) || ((data32.id === undefined) && (missing1 = "id"))) || ((data32.about === undefined) && (missing1 = "about"))) || ((data32.words === undefined) && (missing1 = "words"))) || ((data32.distance === undefined) && (missing1 = "distance"))) || ((data32.archived === undefined) && (missing1 = "archived"))){validate10.errors = [{instancePath:instancePath+"/notes/" + i12,schemaPath:"#/$defs/Note/required",keyword:"required",params:{missingProperty: missing1}}];return false;}else {if(data32.copied !== undefined){const _errs64 = errors;if(typeof data32.copied !== "string"){validate10.errors = [{instancePath:instancePath+"/notes/" + i12+"/copied",schemaPath:"#/$defs/Note/properties/copied/type",keyword:"type",params:{type: "string"}}];return false;}var valid18 = _errs64 === errors;}else {var valid18 = true;}if(valid18){if(data32.was !== undefined){const _errs66 = errors;if(typeof data32.was !== "string"){validate10.errors = [{instancePath:instancePath+"/notes/" + i12+"/was",schemaPath:"#/$defs/Note/properties/was/type",keyword:"type",params:{type: "string"}}];return false;}var valid18 = _errs66 === errors;}else {var valid18 = true;}if(valid18){if(data32.id !== undefined){const _errs68 = errors;if(typeof data32.id !== "string"){validate10.errors = [{instancePath:instancePath+"/notes/" + i12+"/id",schemaPath:"#/$defs/Note/properties/id/type",keyword:"type",params:{type: "string"}}];return false;}var valid18 = _errs68 === errors;}else {var valid18 = true;}if(valid18){if(data32.about !== undefined){const _errs70 = errors;if(typeof data32.about !== "string"){validate10.errors = [{instancePath:instancePath+"/notes/" + i12+"/about",schemaPath:"#/$defs/Note/properties/about/type",keyword:"type",params:{type: "string"}}];return false;}var valid18 = _errs70 === errors;}else {var valid18 = true;}if(valid18){if(data32.words !== undefined){const _errs72 = errors;if(typeof data32.words !== "string"){validate10.errors = [{instancePath:instancePath+"/notes/" + i12+"/words",schemaPath:"#/$defs/Note/properties/words/type",keyword:"type",params:{type: "string"}}];return false;}var valid18 = _errs72 === errors;}else {var valid18 = true;}if(valid18){if(data32.distance !== undefined){const _errs74 = errors;if(typeof data32.distance !== "boolean"){validate10.errors = [{instancePath:instancePath+"/notes/" + i12+"/distance",schemaPath:"#/$defs/Note/properties/distance/type",keyword:"type",params:{type: "boolean"}}];return false;}var valid18 = _errs74 === errors;}else {var valid18 = true;}if(valid18){if(data32.archived !== undefined){const _errs76 = errors;if(typeof data32.archived !== "boolean"){validate10.errors = [{instancePath:instancePath+"/notes/" + i12+"/archived",schemaPath:"#/$defs/Note/properties/archived/type",keyword:"type",params:{type: "boolean"}}];return false;}var valid18 = _errs76 === errors;}else {var valid18 = true;}}}}}}}}}else {validate10.errors = [{instancePath:instancePath+"/notes/" + i12,schemaPath:"#/$defs/Note/type",keyword:"type",params:{type: "object"}}];return false;}}var valid16 = _errs61 === errors;if(!valid16){break;}}}else {validate10.errors = [{instancePath:instancePath+"/notes",schemaPath:"#/properties/notes/type",keyword:"type",params:{type: "array"}}];return false;}}var valid0 = _errs59 === errors;}else {var valid0 = true;}if(valid0){if(data.rounds !== undefined){let data40 = data.rounds;const _errs78 = errors;if(errors === _errs78){if(Array.isArray(data40)){var valid19 = true;const len13 = data40.length;for(let i13=0; i13<len13; i13++){const _errs80 = errors;if(!(validate38(data40[i13], {instancePath:instancePath+"/rounds/" + i13,parentData:data40,parentDataProperty:i13,rootData}))){vErrors = vErrors === null ? validate38.errors : vErrors.concat(validate38.errors);errors = vErrors.length;}var valid19 = _errs80 === errors;if(!valid19){break;}}}else {validate10.errors = [{instancePath:instancePath+"/rounds",schemaPath:"#/properties/rounds/type",keyword:"type",params:{type: "array"}}];return false;}}var valid0 = _errs78 === errors;}else {var valid0 = true;}if(valid0){if(data.wishes !== undefined){let data42 = data.wishes;const _errs81 = errors;if(errors === _errs81){if(Array.isArray(data42)){var valid20 = true;const len14 = data42.length;for(let i14=0; i14<len14; i14++){const _errs83 = errors;if(!(validate46(data42[i14], {instancePath:instancePath+"/wishes/" + i14,parentData:data42,parentDataProperty:i14,rootData}))){vErrors = vErrors === null ? validate46.errors : vErrors.concat(validate46.errors);errors = vErrors.length;}var valid20 = _errs83 === errors;if(!valid20){break;}}}else {validate10.errors = [{instancePath:instancePath+"/wishes",schemaPath:"#/properties/wishes/type",keyword:"type",params:{type: "array"}}];return false;}}var valid0 = _errs81 === errors;}else {var valid0 = true;}if(valid0){if(data.goals !== undefined){let data44 = data.goals;const _errs84 = errors;if(errors === _errs84){if(Array.isArray(data44)){var valid21 = true;const len15 = data44.length;for(let i15=0; i15<len15; i15++){const _errs86 = errors;if(!(validate48(data44[i15], {instancePath:instancePath+"/goals/" + i15,parentData:data44,parentDataProperty:i15,rootData}))){vErrors = vErrors === null ? validate48.errors : vErrors.concat(validate48.errors);errors = vErrors.length;}var valid21 = _errs86 === errors;if(!valid21){break;}}}else {validate10.errors = [{instancePath:instancePath+"/goals",schemaPath:"#/properties/goals/type",keyword:"type",params:{type: "array"}}];return false;}}var valid0 = _errs84 === errors;}else {var valid0 = true;}if(valid0){if(data.steps !== undefined){let data46 = data.steps;const _errs87 = errors;if(errors === _errs87){if(Array.isArray(data46)){var valid22 = true;const len16 = data46.length;for(let i16=0; i16<len16; i16++){const _errs89 = errors;if(!(validate50(data46[i16], {instancePath:instancePath+"/steps/" + i16,parentData:data46,parentDataProperty:i16,rootData}))){vErrors = vErrors === null ? validate50.errors : vErrors.concat(validate50.errors);errors = vErrors.length;}var valid22 = _errs89 === errors;if(!valid22){break;}}}else {validate10.errors = [{instancePath:instancePath+"/steps",schemaPath:"#/properties/steps/type",keyword:"type",params:{type: "array"}}];return false;}}var valid0 = _errs87 === errors;}else {var valid0 = true;}if(valid0){if(data.yardsticks !== undefined){let data48 = data.yardsticks;const _errs90 = errors;if(errors === _errs90){if(Array.isArray(data48)){var valid23 = true;const len17 = data48.length;for(let i17=0; i17<len17; i17++){const _errs92 = errors;if(!(validate57(data48[i17], {instancePath:instancePath+"/yardsticks/" + i17,parentData:data48,parentDataProperty:i17,rootData}))){vErrors = vErrors === null ? validate57.errors : vErrors.concat(validate57.errors);errors = vErrors.length;}var valid23 = _errs92 === errors;if(!valid23){break;}}}else {validate10.errors = [{instancePath:instancePath+"/yardsticks",schemaPath:"#/properties/yardsticks/type",keyword:"type",params:{type: "array"}}];return false;}}var valid0 = _errs90 === errors;}else {var valid0 = true;}if(valid0){if(data.aims !== undefined){let data50 = data.aims;const _errs93 = errors;if(errors === _errs93){if(Array.isArray(data50)){var valid24 = true;const len18 = data50.length;for(let i18=0; i18<len18; i18++){const _errs95 = errors;if(!(validate59(data50[i18], {instancePath:instancePath+"/aims/" + i18,parentData:data50,parentDataProperty:i18,rootData}))){vErrors = vErrors === null ? validate59.errors : vErrors.concat(validate59.errors);errors = vErrors.length;}var valid24 = _errs95 === errors;if(!valid24){break;}}}else {validate10.errors = [{instancePath:instancePath+"/aims",schemaPath:"#/properties/aims/type",keyword:"type",params:{type: "array"}}];return false;}}var valid0 = _errs93 === errors;}else {var valid0 = true;}if(valid0){if(data.barriers !== undefined){let data52 = data.barriers;const _errs96 = errors;if(errors === _errs96){if(Array.isArray(data52)){var valid25 = true;const len19 = data52.length;for(let i19=0; i19<len19; i19++){const _errs98 = errors;if(!(validate61(data52[i19], {instancePath:instancePath+"/barriers/" + i19,parentData:data52,parentDataProperty:i19,rootData}))){vErrors = vErrors === null ? validate61.errors : vErrors.concat(validate61.errors);errors = vErrors.length;}var valid25 = _errs98 === errors;if(!valid25){break;}}}else {validate10.errors = [{instancePath:instancePath+"/barriers",schemaPath:"#/properties/barriers/type",keyword:"type",params:{type: "array"}}];return false;}}var valid0 = _errs96 === errors;}else {var valid0 = true;}if(valid0){if(data.disclosures !== undefined){let data54 = data.disclosures;const _errs99 = errors;if(errors === _errs99){if(Array.isArray(data54)){var valid26 = true;const len20 = data54.length;for(let i20=0; i20<len20; i20++){const _errs101 = errors;if(!(validate63(data54[i20], {instancePath:instancePath+"/disclosures/" + i20,parentData:data54,parentDataProperty:i20,rootData}))){vErrors = vErrors === null ? validate63.errors : vErrors.concat(validate63.errors);errors = vErrors.length;}var valid26 = _errs101 === errors;if(!valid26){break;}}}else {validate10.errors = [{instancePath:instancePath+"/disclosures",schemaPath:"#/properties/disclosures/type",keyword:"type",params:{type: "array"}}];return false;}}var valid0 = _errs99 === errors;}else {var valid0 = true;}if(valid0){if(data.outings !== undefined){let data56 = data.outings;const _errs102 = errors;if(errors === _errs102){if(Array.isArray(data56)){var valid27 = true;const len21 = data56.length;for(let i21=0; i21<len21; i21++){const _errs104 = errors;if(!(validate67(data56[i21], {instancePath:instancePath+"/outings/" + i21,parentData:data56,parentDataProperty:i21,rootData}))){vErrors = vErrors === null ? validate67.errors : vErrors.concat(validate67.errors);errors = vErrors.length;}var valid27 = _errs104 === errors;if(!valid27){break;}}}else {validate10.errors = [{instancePath:instancePath+"/outings",schemaPath:"#/properties/outings/type",keyword:"type",params:{type: "array"}}];return false;}}var valid0 = _errs102 === errors;}else {var valid0 = true;}if(valid0){if(data.supports !== undefined){let data58 = data.supports;const _errs105 = errors;if(errors === _errs105){if(Array.isArray(data58)){var valid28 = true;const len22 = data58.length;for(let i22=0; i22<len22; i22++){const _errs107 = errors;if(!(validate70(data58[i22], {instancePath:instancePath+"/supports/" + i22,parentData:data58,parentDataProperty:i22,rootData}))){vErrors = vErrors === null ? validate70.errors : vErrors.concat(validate70.errors);errors = vErrors.length;}var valid28 = _errs107 === errors;if(!valid28){break;}}}else {validate10.errors = [{instancePath:instancePath+"/supports",schemaPath:"#/properties/supports/type",keyword:"type",params:{type: "array"}}];return false;}}var valid0 = _errs105 === errors;}else {var valid0 = true;}if(valid0){if(data.worries !== undefined){let data60 = data.worries;const _errs108 = errors;if(errors === _errs108){if(Array.isArray(data60)){var valid29 = true;const len23 = data60.length;for(let i23=0; i23<len23; i23++){const _errs110 = errors;if(!(validate73(data60[i23], {instancePath:instancePath+"/worries/" + i23,parentData:data60,parentDataProperty:i23,rootData}))){vErrors = vErrors === null ? validate73.errors : vErrors.concat(validate73.errors);errors = vErrors.length;}var valid29 = _errs110 === errors;if(!valid29){break;}}}else {validate10.errors = [{instancePath:instancePath+"/worries",schemaPath:"#/properties/worries/type",keyword:"type",params:{type: "array"}}];return false;}}var valid0 = _errs108 === errors;}else {var valid0 = true;}if(valid0){if(data.occasions !== undefined){let data62 = data.occasions;const _errs111 = errors;if(errors === _errs111){if(Array.isArray(data62)){var valid30 = true;const len24 = data62.length;for(let i24=0; i24<len24; i24++){const _errs113 = errors;if(!(validate75(data62[i24], {instancePath:instancePath+"/occasions/" + i24,parentData:data62,parentDataProperty:i24,rootData}))){vErrors = vErrors === null ? validate75.errors : vErrors.concat(validate75.errors);errors = vErrors.length;}var valid30 = _errs113 === errors;if(!valid30){break;}}}else {validate10.errors = [{instancePath:instancePath+"/occasions",schemaPath:"#/properties/occasions/type",keyword:"type",params:{type: "array"}}];return false;}}var valid0 = _errs111 === errors;}else {var valid0 = true;}if(valid0){if(data.impressions !== undefined){let data64 = data.impressions;const _errs114 = errors;if(errors === _errs114){if(Array.isArray(data64)){var valid31 = true;const len25 = data64.length;for(let i25=0; i25<len25; i25++){const _errs116 = errors;if(!(validate77(data64[i25], {instancePath:instancePath+"/impressions/" + i25,parentData:data64,parentDataProperty:i25,rootData}))){vErrors = vErrors === null ? validate77.errors : vErrors.concat(validate77.errors);errors = vErrors.length;}var valid31 = _errs116 === errors;if(!valid31){break;}}}else {validate10.errors = [{instancePath:instancePath+"/impressions",schemaPath:"#/properties/impressions/type",keyword:"type",params:{type: "array"}}];return false;}}var valid0 = _errs114 === errors;}else {var valid0 = true;}if(valid0){if(data.needs !== undefined){let data66 = data.needs;const _errs117 = errors;if(errors === _errs117){if(Array.isArray(data66)){var valid32 = true;const len26 = data66.length;for(let i26=0; i26<len26; i26++){const _errs119 = errors;if(!(validate79(data66[i26], {instancePath:instancePath+"/needs/" + i26,parentData:data66,parentDataProperty:i26,rootData}))){vErrors = vErrors === null ? validate79.errors : vErrors.concat(validate79.errors);errors = vErrors.length;}var valid32 = _errs119 === errors;if(!valid32){break;}}}else {validate10.errors = [{instancePath:instancePath+"/needs",schemaPath:"#/properties/needs/type",keyword:"type",params:{type: "array"}}];return false;}}var valid0 = _errs117 === errors;}else {var valid0 = true;}if(valid0){if(data.meetings !== undefined){let data68 = data.meetings;const _errs120 = errors;if(errors === _errs120){if(Array.isArray(data68)){var valid33 = true;const len27 = data68.length;for(let i27=0; i27<len27; i27++){const _errs122 = errors;if(!(validate82(data68[i27], {instancePath:instancePath+"/meetings/" + i27,parentData:data68,parentDataProperty:i27,rootData}))){vErrors = vErrors === null ? validate82.errors : vErrors.concat(validate82.errors);errors = vErrors.length;}var valid33 = _errs122 === errors;if(!valid33){break;}}}else {validate10.errors = [{instancePath:instancePath+"/meetings",schemaPath:"#/properties/meetings/type",keyword:"type",params:{type: "array"}}];return false;}}var valid0 = _errs120 === errors;}else {var valid0 = true;}if(valid0){if(data.kept !== undefined){let data70 = data.kept;const _errs123 = errors;if(errors === _errs123){if(Array.isArray(data70)){var valid34 = true;const len28 = data70.length;for(let i28=0; i28<len28; i28++){const _errs125 = errors;if(!(validate84(data70[i28], {instancePath:instancePath+"/kept/" + i28,parentData:data70,parentDataProperty:i28,rootData}))){vErrors = vErrors === null ? validate84.errors : vErrors.concat(validate84.errors);errors = vErrors.length;}var valid34 = _errs125 === errors;if(!valid34){break;}}}else {validate10.errors = [{instancePath:instancePath+"/kept",schemaPath:"#/properties/kept/type",keyword:"type",params:{type: "array"}}];return false;}}var valid0 = _errs123 === errors;}else {var valid0 = true;}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}else {validate10.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}}];return false;}}validate10.errors = vErrors;return errors === 0;}
export const isAgreed: (value: unknown) => value is Agreed = validate86;
function validate86(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){let vErrors = null;let errors = 0;if(typeof data !== "string"){validate86.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "string"}}];return false;}if(!(((data === "") || (data === "yes")) || (data === "no"))){validate86.errors = [{instancePath,schemaPath:"#/enum",keyword:"enum",params:{allowedValues: schema37.enum}}];return false;}validate86.errors = vErrors;return errors === 0;}
export const isAngle: (value: unknown) => value is Angle = validate87;
function validate87(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){let vErrors = null;let errors = 0;if(!(((typeof data == "number") && (!(data % 1) && !isNaN(data))) && (isFinite(data)))){validate87.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "integer"}}];return false;}if(errors === 0){if((typeof data == "number") && (isFinite(data))){if(data > 3599 || isNaN(data)){validate87.errors = [{instancePath,schemaPath:"#/maximum",keyword:"maximum",params:{comparison: "<=", limit: 3599}}];return false;}else {if(data < 0 || isNaN(data)){validate87.errors = [{instancePath,schemaPath:"#/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}}];return false;}}}}validate87.errors = vErrors;return errors === 0;}
export const isAsked: (value: unknown) => value is Asked = validate88;
function validate88(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){let vErrors = null;let errors = 0;if(typeof data !== "string"){validate88.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "string"}}];return false;}if(!(((data === "not yet") || (data === "yes")) || (data === "no"))){validate88.errors = [{instancePath,schemaPath:"#/enum",keyword:"enum",params:{allowedValues: schema66.enum}}];return false;}validate88.errors = vErrors;return errors === 0;}
export const isBarrierKind: (value: unknown) => value is BarrierKind = validate89;
function validate89(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){let vErrors = null;let errors = 0;if(typeof data !== "string"){validate89.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "string"}}];return false;}if(!(((((((((((((data === "") || (data === "health")) || (data === "getting in")) || (data === "culture")) || (data === "confidence")) || (data === "a lot on")) || (data === "what others think")) || (data === "not knowing")) || (data === "company")) || (data === "cost")) || (data === "how places work")) || (data === "time")) || (data === "new ways"))){validate89.errors = [{instancePath,schemaPath:"#/enum",keyword:"enum",params:{allowedValues: schema103.enum}}];return false;}validate89.errors = vErrors;return errors === 0;}
export const isBarrierState: (value: unknown) => value is BarrierState = validate90;
function validate90(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){let vErrors = null;let errors = 0;if(typeof data !== "string"){validate90.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "string"}}];return false;}if(!(((data === "open") || (data === "worked around")) || (data === "left"))){validate90.errors = [{instancePath,schemaPath:"#/enum",keyword:"enum",params:{allowedValues: schema106.enum}}];return false;}validate90.errors = vErrors;return errors === 0;}
export const isBaseline: (value: unknown) => value is Baseline = validate91;
function validate91(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){let vErrors = null;let errors = 0;if(typeof data !== "string"){validate91.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "string"}}];return false;}if(!((((data === "") || (data === "much less")) || (data === "less")) || (data === "expected"))){validate91.errors = [{instancePath,schemaPath:"#/enum",keyword:"enum",params:{allowedValues: schema96.enum}}];return false;}validate91.errors = vErrors;return errors === 0;}
export const isBy: (value: unknown) => value is By = validate92;
function validate92(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){let vErrors = null;let errors = 0;const _errs0 = errors;let valid0 = false;const _errs1 = errors;if(!(((typeof data == "number") && (!(data % 1) && !isNaN(data))) && (isFinite(data)))){const err0 = {instancePath,schemaPath:"#/anyOf/0/type",keyword:"type",params:{type: "integer"}};if(vErrors === null){vErrors = [err0];}else {vErrors.push(err0);}errors++;}if(errors === _errs1){if((typeof data == "number") && (isFinite(data))){if(data < 0 || isNaN(data)){const err1 = {instancePath,schemaPath:"#/anyOf/0/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};if(vErrors === null){vErrors = [err1];}else {vErrors.push(err1);}errors++;}}}var _valid0 = _errs1 === errors;valid0 = valid0 || _valid0;if(!valid0){const _errs3 = errors;if(typeof data !== "string"){const err2 = {instancePath,schemaPath:"#/anyOf/1/type",keyword:"type",params:{type: "string"}};if(vErrors === null){vErrors = [err2];}else {vErrors.push(err2);}errors++;}if("both" !== data){const err3 = {instancePath,schemaPath:"#/anyOf/1/const",keyword:"const",params:{allowedValue: "both"}};if(vErrors === null){vErrors = [err3];}else {vErrors.push(err3);}errors++;}var _valid0 = _errs3 === errors;valid0 = valid0 || _valid0;}if(!valid0){const err4 = {instancePath,schemaPath:"#/anyOf",keyword:"anyOf",params:{}};if(vErrors === null){vErrors = [err4];}else {vErrors.push(err4);}errors++;validate92.errors = vErrors;return false;}else {errors = _errs0;if(vErrors !== null){if(_errs0){vErrors.length = _errs0;}else {vErrors = null;}}}validate92.errors = vErrors;return errors === 0;}
export const isByteCount: (value: unknown) => value is ByteCount = validate93;
function validate93(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){let vErrors = null;let errors = 0;if(!(((typeof data == "number") && (!(data % 1) && !isNaN(data))) && (isFinite(data)))){validate93.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "integer"}}];return false;}if(errors === 0){if((typeof data == "number") && (isFinite(data))){if(data < 0 || isNaN(data)){validate93.errors = [{instancePath,schemaPath:"#/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}}];return false;}}}validate93.errors = vErrors;return errors === 0;}
export const isCompany: (value: unknown) => value is Company = validate94;
function validate94(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){let vErrors = null;let errors = 0;if(typeof data !== "string"){validate94.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "string"}}];return false;}if(!(((((data === "") || (data === "together")) || (data === "met there")) || (data === "with someone")) || (data === "on my own"))){validate94.errors = [{instancePath,schemaPath:"#/enum",keyword:"enum",params:{allowedValues: schema124.enum}}];return false;}validate94.errors = vErrors;return errors === 0;}
export const isConsent: (value: unknown) => value is Consent = validate95;
function validate95(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){let vErrors = null;let errors = 0;const _errs0 = errors;let valid0 = false;let passing0 = null;const _errs1 = errors;const _errs2 = errors;if(errors === _errs2){if(data && typeof data == "object" && !Array.isArray(data)){let missing0;if((data.kind === undefined) && (missing0 = "kind")){const err0 = {instancePath,schemaPath:"#/$defs/ConsentOpen/required",keyword:"required",params:{missingProperty: missing0}};if(vErrors === null){vErrors = [err0];}else {vErrors.push(err0);}errors++;}else {if(data.kind !== undefined){let data0 = data.kind;if(typeof data0 !== "string"){const err1 = {instancePath:instancePath+"/kind",schemaPath:"#/$defs/ConsentOpen/properties/kind/type",keyword:"type",params:{type: "string"}};if(vErrors === null){vErrors = [err1];}else {vErrors.push(err1);}errors++;}if("open" !== data0){const err2 = {instancePath:instancePath+"/kind",schemaPath:"#/$defs/ConsentOpen/properties/kind/const",keyword:"const",params:{allowedValue: "open"}};if(vErrors === null){vErrors = [err2];}else {vErrors.push(err2);}errors++;}}}}else {const err3 = {instancePath,schemaPath:"#/$defs/ConsentOpen/type",keyword:"type",params:{type: "object"}};if(vErrors === null){vErrors = [err3];}else {vErrors.push(err3);}errors++;}}var _valid0 = _errs1 === errors;if(_valid0){valid0 = true;passing0 = 0;}const _errs6 = errors;const _errs7 = errors;if(errors === _errs7){if(data && typeof data == "object" && !Array.isArray(data)){let missing1;if(((((data.kind === undefined) && (missing1 = "kind")) || ((data.words === undefined) && (missing1 = "words"))) || ((data.to === undefined) && (missing1 = "to"))) || ((data.until === undefined) && (missing1 = "until"))){const err4 = {instancePath,schemaPath:"#/$defs/ConsentYes/required",keyword:"required",params:{missingProperty: missing1}};if(vErrors === null){vErrors = [err4];}else {vErrors.push(err4);}errors++;}else {if(data.kind !== undefined){let data1 = data.kind;const _errs9 = errors;if(typeof data1 !== "string"){const err5 = {instancePath:instancePath+"/kind",schemaPath:"#/$defs/ConsentYes/properties/kind/type",keyword:"type",params:{type: "string"}};if(vErrors === null){vErrors = [err5];}else {vErrors.push(err5);}errors++;}if("yes" !== data1){const err6 = {instancePath:instancePath+"/kind",schemaPath:"#/$defs/ConsentYes/properties/kind/const",keyword:"const",params:{allowedValue: "yes"}};if(vErrors === null){vErrors = [err6];}else {vErrors.push(err6);}errors++;}var valid4 = _errs9 === errors;}else {var valid4 = true;}if(valid4){if(data.words !== undefined){const _errs11 = errors;if(typeof data.words !== "string"){const err7 = {instancePath:instancePath+"/words",schemaPath:"#/$defs/ConsentYes/properties/words/type",keyword:"type",params:{type: "string"}};if(vErrors === null){vErrors = [err7];}else {vErrors.push(err7);}errors++;}var valid4 = _errs11 === errors;}else {var valid4 = true;}if(valid4){if(data.to !== undefined){const _errs13 = errors;if(typeof data.to !== "string"){const err8 = {instancePath:instancePath+"/to",schemaPath:"#/$defs/ConsentYes/properties/to/type",keyword:"type",params:{type: "string"}};if(vErrors === null){vErrors = [err8];}else {vErrors.push(err8);}errors++;}var valid4 = _errs13 === errors;}else {var valid4 = true;}if(valid4){if(data.until !== undefined){const _errs15 = errors;if(typeof data.until !== "string"){const err9 = {instancePath:instancePath+"/until",schemaPath:"#/$defs/ConsentYes/properties/until/type",keyword:"type",params:{type: "string"}};if(vErrors === null){vErrors = [err9];}else {vErrors.push(err9);}errors++;}var valid4 = _errs15 === errors;}else {var valid4 = true;}}}}}}else {const err10 = {instancePath,schemaPath:"#/$defs/ConsentYes/type",keyword:"type",params:{type: "object"}};if(vErrors === null){vErrors = [err10];}else {vErrors.push(err10);}errors++;}}var _valid0 = _errs6 === errors;if(_valid0 && valid0){valid0 = false;passing0 = [passing0, 1];}else {if(_valid0){valid0 = true;passing0 = 1;}const _errs17 = errors;const _errs18 = errors;if(errors === _errs18){if(data && typeof data == "object" && !Array.isArray(data)){let missing2;if(((((((data.kind === undefined) && (missing2 = "kind")) || ((data.words === undefined) && (missing2 = "words"))) || ((data.to === undefined) && (missing2 = "to"))) || ((data.why === undefined) && (missing2 = "why"))) || ((data.begins === undefined) && (missing2 = "begins"))) || ((data.until === undefined) && (missing2 = "until"))){const err11 = {instancePath,schemaPath:"#/$defs/ConsentExactly/required",keyword:"required",params:{missingProperty: missing2}};if(vErrors === null){vErrors = [err11];}else {vErrors.push(err11);}errors++;}else {if(data.kind !== undefined){let data5 = data.kind;const _errs20 = errors;if(typeof data5 !== "string"){const err12 = {instancePath:instancePath+"/kind",schemaPath:"#/$defs/ConsentExactly/properties/kind/type",keyword:"type",params:{type: "string"}};if(vErrors === null){vErrors = [err12];}else {vErrors.push(err12);}errors++;}if("exactly" !== data5){const err13 = {instancePath:instancePath+"/kind",schemaPath:"#/$defs/ConsentExactly/properties/kind/const",keyword:"const",params:{allowedValue: "exactly"}};if(vErrors === null){vErrors = [err13];}else {vErrors.push(err13);}errors++;}var valid6 = _errs20 === errors;}else {var valid6 = true;}if(valid6){if(data.words !== undefined){const _errs22 = errors;if(typeof data.words !== "string"){const err14 = {instancePath:instancePath+"/words",schemaPath:"#/$defs/ConsentExactly/properties/words/type",keyword:"type",params:{type: "string"}};if(vErrors === null){vErrors = [err14];}else {vErrors.push(err14);}errors++;}var valid6 = _errs22 === errors;}else {var valid6 = true;}if(valid6){if(data.to !== undefined){const _errs24 = errors;if(typeof data.to !== "string"){const err15 = {instancePath:instancePath+"/to",schemaPath:"#/$defs/ConsentExactly/properties/to/type",keyword:"type",params:{type: "string"}};if(vErrors === null){vErrors = [err15];}else {vErrors.push(err15);}errors++;}var valid6 = _errs24 === errors;}else {var valid6 = true;}if(valid6){if(data.why !== undefined){const _errs26 = errors;if(typeof data.why !== "string"){const err16 = {instancePath:instancePath+"/why",schemaPath:"#/$defs/ConsentExactly/properties/why/type",keyword:"type",params:{type: "string"}};if(vErrors === null){vErrors = [err16];}else {vErrors.push(err16);}errors++;}var valid6 = _errs26 === errors;}else {var valid6 = true;}if(valid6){if(data.begins !== undefined){const _errs28 = errors;if(typeof data.begins !== "string"){const err17 = {instancePath:instancePath+"/begins",schemaPath:"#/$defs/ConsentExactly/properties/begins/type",keyword:"type",params:{type: "string"}};if(vErrors === null){vErrors = [err17];}else {vErrors.push(err17);}errors++;}var valid6 = _errs28 === errors;}else {var valid6 = true;}if(valid6){if(data.until !== undefined){const _errs30 = errors;if(typeof data.until !== "string"){const err18 = {instancePath:instancePath+"/until",schemaPath:"#/$defs/ConsentExactly/properties/until/type",keyword:"type",params:{type: "string"}};if(vErrors === null){vErrors = [err18];}else {vErrors.push(err18);}errors++;}var valid6 = _errs30 === errors;}else {var valid6 = true;}}}}}}}}else {const err19 = {instancePath,schemaPath:"#/$defs/ConsentExactly/type",keyword:"type",params:{type: "object"}};if(vErrors === null){vErrors = [err19];}else {vErrors.push(err19);}errors++;}}var _valid0 = _errs17 === errors;if(_valid0 && valid0){valid0 = false;passing0 = [passing0, 2];}else {if(_valid0){valid0 = true;passing0 = 2;}const _errs32 = errors;const _errs33 = errors;if(errors === _errs33){if(data && typeof data == "object" && !Array.isArray(data)){let missing3;if((data.kind === undefined) && (missing3 = "kind")){const err20 = {instancePath,schemaPath:"#/$defs/ConsentNo/required",keyword:"required",params:{missingProperty: missing3}};if(vErrors === null){vErrors = [err20];}else {vErrors.push(err20);}errors++;}else {if(data.kind !== undefined){let data11 = data.kind;if(typeof data11 !== "string"){const err21 = {instancePath:instancePath+"/kind",schemaPath:"#/$defs/ConsentNo/properties/kind/type",keyword:"type",params:{type: "string"}};if(vErrors === null){vErrors = [err21];}else {vErrors.push(err21);}errors++;}if("no" !== data11){const err22 = {instancePath:instancePath+"/kind",schemaPath:"#/$defs/ConsentNo/properties/kind/const",keyword:"const",params:{allowedValue: "no"}};if(vErrors === null){vErrors = [err22];}else {vErrors.push(err22);}errors++;}}}}else {const err23 = {instancePath,schemaPath:"#/$defs/ConsentNo/type",keyword:"type",params:{type: "object"}};if(vErrors === null){vErrors = [err23];}else {vErrors.push(err23);}errors++;}}var _valid0 = _errs32 === errors;if(_valid0 && valid0){valid0 = false;passing0 = [passing0, 3];}else {if(_valid0){valid0 = true;passing0 = 3;}const _errs37 = errors;const _errs38 = errors;if(errors === _errs38){if(data && typeof data == "object" && !Array.isArray(data)){let missing4;if((data.kind === undefined) && (missing4 = "kind")){const err24 = {instancePath,schemaPath:"#/$defs/ConsentBack/required",keyword:"required",params:{missingProperty: missing4}};if(vErrors === null){vErrors = [err24];}else {vErrors.push(err24);}errors++;}else {if(data.kind !== undefined){let data12 = data.kind;if(typeof data12 !== "string"){const err25 = {instancePath:instancePath+"/kind",schemaPath:"#/$defs/ConsentBack/properties/kind/type",keyword:"type",params:{type: "string"}};if(vErrors === null){vErrors = [err25];}else {vErrors.push(err25);}errors++;}if("back" !== data12){const err26 = {instancePath:instancePath+"/kind",schemaPath:"#/$defs/ConsentBack/properties/kind/const",keyword:"const",params:{allowedValue: "back"}};if(vErrors === null){vErrors = [err26];}else {vErrors.push(err26);}errors++;}}}}else {const err27 = {instancePath,schemaPath:"#/$defs/ConsentBack/type",keyword:"type",params:{type: "object"}};if(vErrors === null){vErrors = [err27];}else {vErrors.push(err27);}errors++;}}var _valid0 = _errs37 === errors;if(_valid0 && valid0){valid0 = false;passing0 = [passing0, 4];}else {if(_valid0){valid0 = true;passing0 = 4;}}}}}if(!valid0){const err28 = {instancePath,schemaPath:"#/oneOf",keyword:"oneOf",params:{passingSchemas: passing0}};if(vErrors === null){vErrors = [err28];}else {vErrors.push(err28);}errors++;validate95.errors = vErrors;return false;}else {errors = _errs0;if(vErrors !== null){if(_errs0){vErrors.length = _errs0;}else {vErrors = null;}}}validate95.errors = vErrors;return errors === 0;}
export const isContext: (value: unknown) => value is Context = validate96;
function validate96(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){let vErrors = null;let errors = 0;if(typeof data !== "string"){validate96.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "string"}}];return false;}if(!((((((((((data === "family") || (data === "friend")) || (data === "neighbour")) || (data === "work")) || (data === "learning")) || (data === "club")) || (data === "faith")) || (data === "service")) || (data === "online")) || (data === "other"))){validate96.errors = [{instancePath,schemaPath:"#/enum",keyword:"enum",params:{allowedValues: schema25.enum}}];return false;}validate96.errors = vErrors;return errors === 0;}
export const isDegree: (value: unknown) => value is Degree = validate97;
function validate97(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){let vErrors = null;let errors = 0;if(typeof data !== "string"){validate97.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "string"}}];return false;}if(!(((((data === "") || (data === "none")) || (data === "some")) || (data === "much")) || (data === "most"))){validate97.errors = [{instancePath,schemaPath:"#/enum",keyword:"enum",params:{allowedValues: schema97.enum}}];return false;}validate97.errors = vErrors;return errors === 0;}
export const isErrands: (value: unknown) => value is Errands = validate98;
function validate98(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){let vErrors = null;let errors = 0;if(errors === 0){if(Array.isArray(data)){var valid0 = true;const len0 = data.length;for(let i0=0; i0<len0; i0++){const _errs1 = errors;if(!(validate40(data[i0], {instancePath:instancePath+"/" + i0,parentData:data,parentDataProperty:i0,rootData}))){vErrors = vErrors === null ? validate40.errors : vErrors.concat(validate40.errors);errors = vErrors.length;}var valid0 = _errs1 === errors;if(!valid0){break;}}}else {validate98.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "array"}}];return false;}}validate98.errors = vErrors;return errors === 0;}
export const isFeelingCode: (value: unknown) => value is FeelingCode = validate100;
function validate100(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){let vErrors = null;let errors = 0;if(typeof data !== "string"){validate100.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "string"}}];return false;}if(!(((((((((((((((data === "calm") || (data === "hopeful")) || (data === "curious")) || (data === "pleased")) || (data === "proud")) || (data === "safe")) || (data === "tired")) || (data === "unsure")) || (data === "nervous")) || (data === "sad")) || (data === "cross")) || (data === "let down")) || (data === "alone")) || (data === "mixed")) || (data === "not sure"))){validate100.errors = [{instancePath,schemaPath:"#/enum",keyword:"enum",params:{allowedValues: schema45.enum}}];return false;}validate100.errors = vErrors;return errors === 0;}
export const isFelt: (value: unknown) => value is Felt = validate101;
function validate101(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){let vErrors = null;let errors = 0;if(typeof data !== "string"){validate101.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "string"}}];return false;}if(!((((((data === "") || (data === "loved")) || (data === "ok")) || (data === "mixed")) || (data === "not for me")) || (data === "did not go"))){validate101.errors = [{instancePath,schemaPath:"#/enum",keyword:"enum",params:{allowedValues: schema127.enum}}];return false;}validate101.errors = vErrors;return errors === 0;}
export const isGoalState: (value: unknown) => value is GoalState = validate102;
function validate102(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){let vErrors = null;let errors = 0;if(typeof data !== "string"){validate102.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "string"}}];return false;}if(!((((data === "open") || (data === "resting")) || (data === "done")) || (data === "let go"))){validate102.errors = [{instancePath,schemaPath:"#/enum",keyword:"enum",params:{allowedValues: schema84.enum}}];return false;}validate102.errors = vErrors;return errors === 0;}
export const isHelpAnswer: (value: unknown) => value is HelpAnswer = validate103;
function validate103(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){let vErrors = null;let errors = 0;if(typeof data !== "string"){validate103.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "string"}}];return false;}if(!((((data === "") || (data === "nobody")) || (data === "rather not")) || (data === "myself"))){validate103.errors = [{instancePath,schemaPath:"#/enum",keyword:"enum",params:{allowedValues: schema32.enum}}];return false;}validate103.errors = vErrors;return errors === 0;}
export const isHowOften: (value: unknown) => value is HowOften = validate104;
function validate104(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){let vErrors = null;let errors = 0;if(typeof data !== "string"){validate104.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "string"}}];return false;}if(!(((((((((data === "") || (data === "daily")) || (data === "few a week")) || (data === "weekly")) || (data === "few a month")) || (data === "monthly")) || (data === "less")) || (data === "lost touch")) || (data === "varies"))){validate104.errors = [{instancePath,schemaPath:"#/enum",keyword:"enum",params:{allowedValues: schema26.enum}}];return false;}validate104.errors = vErrors;return errors === 0;}
export const isJsonValue: (value: unknown) => value is JsonValue = validate105;
function validate105(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){validate105.errors = null;return true;}
export const isMark: (value: unknown) => value is Mark = validate106;
function validate106(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){let vErrors = null;let errors = 0;if(typeof data !== "string"){validate106.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "string"}}];return false;}if(!((((((data === "") || (data === "together")) || (data === "mostly together")) || (data === "half")) || (data === "mostly on my own")) || (data === "on my own"))){validate106.errors = [{instancePath,schemaPath:"#/enum",keyword:"enum",params:{allowedValues: schema128.enum}}];return false;}validate106.errors = vErrors;return errors === 0;}
export const isMeetingKind: (value: unknown) => value is MeetingKind = validate107;
function validate107(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){let vErrors = null;let errors = 0;if(typeof data !== "string"){validate107.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "string"}}];return false;}if(!((((((data === "") || (data === "chat")) || (data === "map")) || (data === "plan")) || (data === "out")) || (data === "stock"))){validate107.errors = [{instancePath,schemaPath:"#/enum",keyword:"enum",params:{allowedValues: schema133.enum}}];return false;}validate107.errors = vErrors;return errors === 0;}
export const isMember: (value: unknown) => value is Member = validate108;
function validate108(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){let vErrors = null;let errors = 0;if(!(((typeof data == "number") && (!(data % 1) && !isNaN(data))) && (isFinite(data)))){validate108.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "integer"}}];return false;}if(errors === 0){if((typeof data == "number") && (isFinite(data))){if(data < 0 || isNaN(data)){validate108.errors = [{instancePath,schemaPath:"#/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}}];return false;}}}validate108.errors = vErrors;return errors === 0;}
export const isNature: (value: unknown) => value is Nature = validate109;
function validate109(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){let vErrors = null;let errors = 0;if(typeof data !== "string"){validate109.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "string"}}];return false;}if(!((((data === "") || (data === "structural")) || (data === "skill")) || (data === "other"))){validate109.errors = [{instancePath,schemaPath:"#/enum",keyword:"enum",params:{allowedValues: schema43.enum}}];return false;}validate109.errors = vErrors;return errors === 0;}
export const isNeedKind: (value: unknown) => value is NeedKind = validate110;
function validate110(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){let vErrors = null;let errors = 0;if(typeof data !== "string"){validate110.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "string"}}];return false;}if(!(((data === "access") || (data === "about me")) || (data === "check in"))){validate110.errors = [{instancePath,schemaPath:"#/enum",keyword:"enum",params:{allowedValues: schema130.enum}}];return false;}validate110.errors = vErrors;return errors === 0;}
export const isOutingState: (value: unknown) => value is OutingState = validate111;
function validate111(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){let vErrors = null;let errors = 0;if(typeof data !== "string"){validate111.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "string"}}];return false;}if(!((((data === "open") || (data === "no thanks")) || (data === "resting")) || (data === "let go"))){validate111.errors = [{instancePath,schemaPath:"#/enum",keyword:"enum",params:{allowedValues: schema117.enum}}];return false;}validate111.errors = vErrors;return errors === 0;}
export const isPersonKind: (value: unknown) => value is PersonKind = validate112;
function validate112(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){let vErrors = null;let errors = 0;if(typeof data !== "string"){validate112.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "string"}}];return false;}if(!((((((data === "person") || (data === "place")) || (data === "activity")) || (data === "service")) || (data === "animal")) || (data === "missing"))){validate112.errors = [{instancePath,schemaPath:"#/enum",keyword:"enum",params:{allowedValues: schema15.enum}}];return false;}validate112.errors = vErrors;return errors === 0;}
export const isPieceNames: (value: unknown) => value is PieceNames = validate113;
function validate113(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){let vErrors = null;let errors = 0;if(errors === 0){if(Array.isArray(data)){var valid0 = true;const len0 = data.length;for(let i0=0; i0<len0; i0++){const _errs1 = errors;if(typeof data[i0] !== "string"){validate113.errors = [{instancePath:instancePath+"/" + i0,schemaPath:"#/items/type",keyword:"type",params:{type: "string"}}];return false;}var valid0 = _errs1 === errors;if(!valid0){break;}}}else {validate113.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "array"}}];return false;}}validate113.errors = vErrors;return errors === 0;}
export const isQuestion: (value: unknown) => value is Question = validate114;
function validate114(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){let vErrors = null;let errors = 0;if(typeof data !== "string"){validate114.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "string"}}];return false;}if(!((((((((data === "go on") || (data === "questions")) || (data === "helpful")) || (data === "know")) || (data === "goal")) || (data === "level")) || (data === "sign")) || (data === "look back"))){validate114.errors = [{instancePath,schemaPath:"#/enum",keyword:"enum",params:{allowedValues: schema48.enum}}];return false;}validate114.errors = vErrors;return errors === 0;}
export const isRing: (value: unknown) => value is Ring = validate115;
function validate115(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){let vErrors = null;let errors = 0;if(typeof data !== "string"){validate115.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "string"}}];return false;}if(!(((((data === "closest") || (data === "close")) || (data === "life")) || (data === "tray")) || (data === "past"))){validate115.errors = [{instancePath,schemaPath:"#/enum",keyword:"enum",params:{allowedValues: schema17.enum}}];return false;}validate115.errors = vErrors;return errors === 0;}
export const isRoomName: (value: unknown) => value is RoomName = validate116;
function validate116(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){let vErrors = null;let errors = 0;if(typeof data !== "string"){validate116.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "string"}}];return false;}if(!((((((data === "talk") || (data === "map")) || (data === "plan")) || (data === "out")) || (data === "going")) || (data === "barriers"))){validate116.errors = [{instancePath,schemaPath:"#/enum",keyword:"enum",params:{allowedValues: schema50.enum}}];return false;}validate116.errors = vErrors;return errors === 0;}
export const isSaid: (value: unknown) => value is Said = validate117;
function validate117(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){let vErrors = null;let errors = 0;if(typeof data !== "string"){validate117.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "string"}}];return false;}if(!((((((((((((((((((data === "") || (data === "yes")) || (data === "partly")) || (data === "no")) || (data === "not sure")) || (data === "not yet")) || (data === "some")) || (data === "not now")) || (data === "keep")) || (data === "change")) || (data === "rest")) || (data === "let go")) || (data === "done")) || (data === "a lot better")) || (data === "a bit better")) || (data === "as hoped")) || (data === "no change")) || (data === "worse"))){validate117.errors = [{instancePath,schemaPath:"#/enum",keyword:"enum",params:{allowedValues: schema49.enum}}];return false;}validate117.errors = vErrors;return errors === 0;}
export const isSayingKind: (value: unknown) => value is SayingKind = validate118;
function validate118(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){let vErrors = null;let errors = 0;if(typeof data !== "string"){validate118.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "string"}}];return false;}if(!(((((((((((data === "thought") || (data === "hope")) || (data === "worry")) || (data === "easier")) || (data === "together")) || (data === "sign")) || (data === "heard")) || (data === "works")) || (data === "not yet")) || (data === "stopped")) || (data === "helped"))){validate118.errors = [{instancePath,schemaPath:"#/enum",keyword:"enum",params:{allowedValues: schema39.enum}}];return false;}validate118.errors = vErrors;return errors === 0;}
export const isService: (value: unknown) => value is Service = validate119;
function validate119(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){let vErrors = null;let errors = 0;if(typeof data !== "string"){validate119.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "string"}}];return false;}if(!((((data === "unknown") || (data === "outside")) || (data === "inside")) || (data === "linked"))){validate119.errors = [{instancePath,schemaPath:"#/enum",keyword:"enum",params:{allowedValues: schema24.enum}}];return false;}validate119.errors = vErrors;return errors === 0;}
export const isSide: (value: unknown) => value is Side = validate120;
function validate120(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){let vErrors = null;let errors = 0;const _errs0 = errors;let valid0 = false;const _errs1 = errors;if(!(((typeof data == "number") && (!(data % 1) && !isNaN(data))) && (isFinite(data)))){const err0 = {instancePath,schemaPath:"#/anyOf/0/type",keyword:"type",params:{type: "integer"}};if(vErrors === null){vErrors = [err0];}else {vErrors.push(err0);}errors++;}if(errors === _errs1){if((typeof data == "number") && (isFinite(data))){if(data < 0 || isNaN(data)){const err1 = {instancePath,schemaPath:"#/anyOf/0/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};if(vErrors === null){vErrors = [err1];}else {vErrors.push(err1);}errors++;}}}var _valid0 = _errs1 === errors;valid0 = valid0 || _valid0;if(!valid0){const _errs3 = errors;if(typeof data !== "string"){const err2 = {instancePath,schemaPath:"#/anyOf/1/type",keyword:"type",params:{type: "string"}};if(vErrors === null){vErrors = [err2];}else {vErrors.push(err2);}errors++;}if(!((data === "service") || (data === "elsewhere"))){const err3 = {instancePath,schemaPath:"#/anyOf/1/enum",keyword:"enum",params:{allowedValues: schema104.anyOf[1].enum}};if(vErrors === null){vErrors = [err3];}else {vErrors.push(err3);}errors++;}var _valid0 = _errs3 === errors;valid0 = valid0 || _valid0;}if(!valid0){const err4 = {instancePath,schemaPath:"#/anyOf",keyword:"anyOf",params:{}};if(vErrors === null){vErrors = [err4];}else {vErrors.push(err4);}errors++;validate120.errors = vErrors;return false;}else {errors = _errs0;if(vErrors !== null){if(_errs0){vErrors.length = _errs0;}else {vErrors = null;}}}validate120.errors = vErrors;return errors === 0;}
export const isSpaceKind: (value: unknown) => value is SpaceKind = validate121;
function validate121(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){let vErrors = null;let errors = 0;if(typeof data !== "string"){validate121.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "string"}}];return false;}if(!(((data === "pair") || (data === "own")) || (data === "team"))){validate121.errors = [{instancePath,schemaPath:"#/enum",keyword:"enum",params:{allowedValues: schema12.enum}}];return false;}validate121.errors = vErrors;return errors === 0;}
export const isStepState: (value: unknown) => value is StepState = validate122;
function validate122(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){let vErrors = null;let errors = 0;if(typeof data !== "string"){validate122.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "string"}}];return false;}if(!(((data === "open") || (data === "done")) || (data === "let go"))){validate122.errors = [{instancePath,schemaPath:"#/enum",keyword:"enum",params:{allowedValues: schema94.enum}}];return false;}validate122.errors = vErrors;return errors === 0;}
export const isStrengthKind: (value: unknown) => value is StrengthKind = validate123;
function validate123(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){let vErrors = null;let errors = 0;if(typeof data !== "string"){validate123.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "string"}}];return false;}if(!((((data === "like") || (data === "good at")) || (data === "said")) || (data === "bring"))){validate123.errors = [{instancePath,schemaPath:"#/enum",keyword:"enum",params:{allowedValues: schema34.enum}}];return false;}validate123.errors = vErrors;return errors === 0;}
export const isSupportKind: (value: unknown) => value is SupportKind = validate124;
function validate124(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){let vErrors = null;let errors = 0;if(typeof data !== "string"){validate124.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "string"}}];return false;}if(!((((((((((data === "come along") || (data === "meet there")) || (data === "call")) || (data === "introduce")) || (data === "buddy")) || (data === "lift")) || (data === "visit first")) || (data === "practise")) || (data === "learn")) || (data === "other"))){validate124.errors = [{instancePath,schemaPath:"#/enum",keyword:"enum",params:{allowedValues: schema119.enum}}];return false;}validate124.errors = vErrors;return errors === 0;}
export const isTieStrength: (value: unknown) => value is TieStrength = validate125;
function validate125(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){let vErrors = null;let errors = 0;if(typeof data !== "string"){validate125.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "string"}}];return false;}if(!(((data === "") || (data === "tie")) || (data === "strong"))){validate125.errors = [{instancePath,schemaPath:"#/enum",keyword:"enum",params:{allowedValues: schema30.enum}}];return false;}validate125.errors = vErrors;return errors === 0;}
export const isTopic: (value: unknown) => value is Topic = validate126;
function validate126(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){let vErrors = null;let errors = 0;if(typeof data !== "string"){validate126.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "string"}}];return false;}if(!((((((data === "") || (data === "chances")) || (data === "time")) || (data === "backing")) || (data === "means")) || (data === "ideas"))){validate126.errors = [{instancePath,schemaPath:"#/enum",keyword:"enum",params:{allowedValues: schema42.enum}}];return false;}validate126.errors = vErrors;return errors === 0;}
export const isWentOn: (value: unknown) => value is WentOn = validate127;
function validate127(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){let vErrors = null;let errors = 0;if(typeof data !== "string"){validate127.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "string"}}];return false;}if(!(((data === "") || (data === "copy")) || (data === "blank"))){validate127.errors = [{instancePath,schemaPath:"#/enum",keyword:"enum",params:{allowedValues: schema53.enum}}];return false;}validate127.errors = vErrors;return errors === 0;}
export const isWhen: (value: unknown) => value is When = validate128;
function validate128(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){let vErrors = null;let errors = 0;const _errs0 = errors;let valid0 = false;let passing0 = null;const _errs1 = errors;const _errs2 = errors;if(errors === _errs2){if(data && typeof data == "object" && !Array.isArray(data)){let missing0;if((data.kind === undefined) && (missing0 = "kind")){const err0 = {instancePath,schemaPath:"#/$defs/WhenNone/required",keyword:"required",params:{missingProperty: missing0}};if(vErrors === null){vErrors = [err0];}else {vErrors.push(err0);}errors++;}else {if(data.kind !== undefined){let data0 = data.kind;if(typeof data0 !== "string"){const err1 = {instancePath:instancePath+"/kind",schemaPath:"#/$defs/WhenNone/properties/kind/type",keyword:"type",params:{type: "string"}};if(vErrors === null){vErrors = [err1];}else {vErrors.push(err1);}errors++;}if("none" !== data0){const err2 = {instancePath:instancePath+"/kind",schemaPath:"#/$defs/WhenNone/properties/kind/const",keyword:"const",params:{allowedValue: "none"}};if(vErrors === null){vErrors = [err2];}else {vErrors.push(err2);}errors++;}}}}else {const err3 = {instancePath,schemaPath:"#/$defs/WhenNone/type",keyword:"type",params:{type: "object"}};if(vErrors === null){vErrors = [err3];}else {vErrors.push(err3);}errors++;}}var _valid0 = _errs1 === errors;if(_valid0){valid0 = true;passing0 = 0;}const _errs6 = errors;const _errs7 = errors;if(errors === _errs7){if(data && typeof data == "object" && !Array.isArray(data)){let missing1;if((data.kind === undefined) && (missing1 = "kind")){const err4 = {instancePath,schemaPath:"#/$defs/WhenNext/required",keyword:"required",params:{missingProperty: missing1}};if(vErrors === null){vErrors = [err4];}else {vErrors.push(err4);}errors++;}else {if(data.kind !== undefined){let data1 = data.kind;if(typeof data1 !== "string"){const err5 = {instancePath:instancePath+"/kind",schemaPath:"#/$defs/WhenNext/properties/kind/type",keyword:"type",params:{type: "string"}};if(vErrors === null){vErrors = [err5];}else {vErrors.push(err5);}errors++;}if("next" !== data1){const err6 = {instancePath:instancePath+"/kind",schemaPath:"#/$defs/WhenNext/properties/kind/const",keyword:"const",params:{allowedValue: "next"}};if(vErrors === null){vErrors = [err6];}else {vErrors.push(err6);}errors++;}}}}else {const err7 = {instancePath,schemaPath:"#/$defs/WhenNext/type",keyword:"type",params:{type: "object"}};if(vErrors === null){vErrors = [err7];}else {vErrors.push(err7);}errors++;}}var _valid0 = _errs6 === errors;if(_valid0 && valid0){valid0 = false;passing0 = [passing0, 1];}else {if(_valid0){valid0 = true;passing0 = 1;}const _errs11 = errors;const _errs12 = errors;if(errors === _errs12){if(data && typeof data == "object" && !Array.isArray(data)){let missing2;if(((data.kind === undefined) && (missing2 = "kind")) || ((data.day === undefined) && (missing2 = "day"))){const err8 = {instancePath,schemaPath:"#/$defs/WhenDay/required",keyword:"required",params:{missingProperty: missing2}};if(vErrors === null){vErrors = [err8];}else {vErrors.push(err8);}errors++;}else {if(data.kind !== undefined){let data2 = data.kind;const _errs14 = errors;if(typeof data2 !== "string"){const err9 = {instancePath:instancePath+"/kind",schemaPath:"#/$defs/WhenDay/properties/kind/type",keyword:"type",params:{type: "string"}};if(vErrors === null){vErrors = [err9];}else {vErrors.push(err9);}errors++;}if("day" !== data2){const err10 = {instancePath:instancePath+"/kind",schemaPath:"#/$defs/WhenDay/properties/kind/const",keyword:"const",params:{allowedValue: "day"}};if(vErrors === null){vErrors = [err10];}else {vErrors.push(err10);}errors++;}var valid6 = _errs14 === errors;}else {var valid6 = true;}if(valid6){if(data.day !== undefined){const _errs16 = errors;if(typeof data.day !== "string"){const err11 = {instancePath:instancePath+"/day",schemaPath:"#/$defs/WhenDay/properties/day/type",keyword:"type",params:{type: "string"}};if(vErrors === null){vErrors = [err11];}else {vErrors.push(err11);}errors++;}var valid6 = _errs16 === errors;}else {var valid6 = true;}}}}else {const err12 = {instancePath,schemaPath:"#/$defs/WhenDay/type",keyword:"type",params:{type: "object"}};if(vErrors === null){vErrors = [err12];}else {vErrors.push(err12);}errors++;}}var _valid0 = _errs11 === errors;if(_valid0 && valid0){valid0 = false;passing0 = [passing0, 2];}else {if(_valid0){valid0 = true;passing0 = 2;}}}if(!valid0){const err13 = {instancePath,schemaPath:"#/oneOf",keyword:"oneOf",params:{passingSchemas: passing0}};if(vErrors === null){vErrors = [err13];}else {vErrors.push(err13);}errors++;validate128.errors = vErrors;return false;}else {errors = _errs0;if(vErrors !== null){if(_errs0){vErrors.length = _errs0;}else {vErrors = null;}}}validate128.errors = vErrors;return errors === 0;}
export const isWho: (value: unknown) => value is Who = validate129;
function validate129(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){let vErrors = null;let errors = 0;const _errs0 = errors;let valid0 = false;let passing0 = null;const _errs1 = errors;const _errs2 = errors;if(errors === _errs2){if(data && typeof data == "object" && !Array.isArray(data)){let missing0;if((data.kind === undefined) && (missing0 = "kind")){const err0 = {instancePath,schemaPath:"#/$defs/WhoUnknown/required",keyword:"required",params:{missingProperty: missing0}};if(vErrors === null){vErrors = [err0];}else {vErrors.push(err0);}errors++;}else {if(data.kind !== undefined){let data0 = data.kind;if(typeof data0 !== "string"){const err1 = {instancePath:instancePath+"/kind",schemaPath:"#/$defs/WhoUnknown/properties/kind/type",keyword:"type",params:{type: "string"}};if(vErrors === null){vErrors = [err1];}else {vErrors.push(err1);}errors++;}if("unknown" !== data0){const err2 = {instancePath:instancePath+"/kind",schemaPath:"#/$defs/WhoUnknown/properties/kind/const",keyword:"const",params:{allowedValue: "unknown"}};if(vErrors === null){vErrors = [err2];}else {vErrors.push(err2);}errors++;}}}}else {const err3 = {instancePath,schemaPath:"#/$defs/WhoUnknown/type",keyword:"type",params:{type: "object"}};if(vErrors === null){vErrors = [err3];}else {vErrors.push(err3);}errors++;}}var _valid0 = _errs1 === errors;if(_valid0){valid0 = true;passing0 = 0;}const _errs6 = errors;const _errs7 = errors;if(errors === _errs7){if(data && typeof data == "object" && !Array.isArray(data)){let missing1;if((data.kind === undefined) && (missing1 = "kind")){const err4 = {instancePath,schemaPath:"#/$defs/WhoBoth/required",keyword:"required",params:{missingProperty: missing1}};if(vErrors === null){vErrors = [err4];}else {vErrors.push(err4);}errors++;}else {if(data.kind !== undefined){let data1 = data.kind;if(typeof data1 !== "string"){const err5 = {instancePath:instancePath+"/kind",schemaPath:"#/$defs/WhoBoth/properties/kind/type",keyword:"type",params:{type: "string"}};if(vErrors === null){vErrors = [err5];}else {vErrors.push(err5);}errors++;}if("both" !== data1){const err6 = {instancePath:instancePath+"/kind",schemaPath:"#/$defs/WhoBoth/properties/kind/const",keyword:"const",params:{allowedValue: "both"}};if(vErrors === null){vErrors = [err6];}else {vErrors.push(err6);}errors++;}}}}else {const err7 = {instancePath,schemaPath:"#/$defs/WhoBoth/type",keyword:"type",params:{type: "object"}};if(vErrors === null){vErrors = [err7];}else {vErrors.push(err7);}errors++;}}var _valid0 = _errs6 === errors;if(_valid0 && valid0){valid0 = false;passing0 = [passing0, 1];}else {if(_valid0){valid0 = true;passing0 = 1;}const _errs11 = errors;if(!(validate52(data, {instancePath,parentData,parentDataProperty,rootData}))){vErrors = vErrors === null ? validate52.errors : vErrors.concat(validate52.errors);errors = vErrors.length;}var _valid0 = _errs11 === errors;if(_valid0 && valid0){valid0 = false;passing0 = [passing0, 2];}else {if(_valid0){valid0 = true;passing0 = 2;}const _errs12 = errors;const _errs13 = errors;if(errors === _errs13){if(data && typeof data == "object" && !Array.isArray(data)){let missing2;if(((data.kind === undefined) && (missing2 = "kind")) || ((data.id === undefined) && (missing2 = "id"))){const err8 = {instancePath,schemaPath:"#/$defs/WhoPerson/required",keyword:"required",params:{missingProperty: missing2}};if(vErrors === null){vErrors = [err8];}else {vErrors.push(err8);}errors++;}else {if(data.kind !== undefined){let data2 = data.kind;const _errs15 = errors;if(typeof data2 !== "string"){const err9 = {instancePath:instancePath+"/kind",schemaPath:"#/$defs/WhoPerson/properties/kind/type",keyword:"type",params:{type: "string"}};if(vErrors === null){vErrors = [err9];}else {vErrors.push(err9);}errors++;}if("person" !== data2){const err10 = {instancePath:instancePath+"/kind",schemaPath:"#/$defs/WhoPerson/properties/kind/const",keyword:"const",params:{allowedValue: "person"}};if(vErrors === null){vErrors = [err10];}else {vErrors.push(err10);}errors++;}var valid6 = _errs15 === errors;}else {var valid6 = true;}if(valid6){if(data.id !== undefined){const _errs17 = errors;if(typeof data.id !== "string"){const err11 = {instancePath:instancePath+"/id",schemaPath:"#/$defs/WhoPerson/properties/id/type",keyword:"type",params:{type: "string"}};if(vErrors === null){vErrors = [err11];}else {vErrors.push(err11);}errors++;}var valid6 = _errs17 === errors;}else {var valid6 = true;}}}}else {const err12 = {instancePath,schemaPath:"#/$defs/WhoPerson/type",keyword:"type",params:{type: "object"}};if(vErrors === null){vErrors = [err12];}else {vErrors.push(err12);}errors++;}}var _valid0 = _errs12 === errors;if(_valid0 && valid0){valid0 = false;passing0 = [passing0, 3];}else {if(_valid0){valid0 = true;passing0 = 3;}const _errs19 = errors;const _errs20 = errors;if(errors === _errs20){if(data && typeof data == "object" && !Array.isArray(data)){let missing3;if(((data.kind === undefined) && (missing3 = "kind")) || ((data.name === undefined) && (missing3 = "name"))){const err13 = {instancePath,schemaPath:"#/$defs/WhoOther/required",keyword:"required",params:{missingProperty: missing3}};if(vErrors === null){vErrors = [err13];}else {vErrors.push(err13);}errors++;}else {if(data.kind !== undefined){let data4 = data.kind;const _errs22 = errors;if(typeof data4 !== "string"){const err14 = {instancePath:instancePath+"/kind",schemaPath:"#/$defs/WhoOther/properties/kind/type",keyword:"type",params:{type: "string"}};if(vErrors === null){vErrors = [err14];}else {vErrors.push(err14);}errors++;}if("other" !== data4){const err15 = {instancePath:instancePath+"/kind",schemaPath:"#/$defs/WhoOther/properties/kind/const",keyword:"const",params:{allowedValue: "other"}};if(vErrors === null){vErrors = [err15];}else {vErrors.push(err15);}errors++;}var valid8 = _errs22 === errors;}else {var valid8 = true;}if(valid8){if(data.name !== undefined){const _errs24 = errors;if(typeof data.name !== "string"){const err16 = {instancePath:instancePath+"/name",schemaPath:"#/$defs/WhoOther/properties/name/type",keyword:"type",params:{type: "string"}};if(vErrors === null){vErrors = [err16];}else {vErrors.push(err16);}errors++;}var valid8 = _errs24 === errors;}else {var valid8 = true;}}}}else {const err17 = {instancePath,schemaPath:"#/$defs/WhoOther/type",keyword:"type",params:{type: "object"}};if(vErrors === null){vErrors = [err17];}else {vErrors.push(err17);}errors++;}}var _valid0 = _errs19 === errors;if(_valid0 && valid0){valid0 = false;passing0 = [passing0, 4];}else {if(_valid0){valid0 = true;passing0 = 4;}}}}}if(!valid0){const err18 = {instancePath,schemaPath:"#/oneOf",keyword:"oneOf",params:{passingSchemas: passing0}};if(vErrors === null){vErrors = [err18];}else {vErrors.push(err18);}errors++;validate129.errors = vErrors;return false;}else {errors = _errs0;if(vErrors !== null){if(_errs0){vErrors.length = _errs0;}else {vErrors = null;}}}validate129.errors = vErrors;return errors === 0;}
export const isWhose: (value: unknown) => value is Whose = validate131;
function validate131(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){let vErrors = null;let errors = 0;const _errs0 = errors;let valid0 = false;const _errs1 = errors;if(!(((typeof data == "number") && (!(data % 1) && !isNaN(data))) && (isFinite(data)))){const err0 = {instancePath,schemaPath:"#/anyOf/0/type",keyword:"type",params:{type: "integer"}};if(vErrors === null){vErrors = [err0];}else {vErrors.push(err0);}errors++;}if(errors === _errs1){if((typeof data == "number") && (isFinite(data))){if(data < 0 || isNaN(data)){const err1 = {instancePath,schemaPath:"#/anyOf/0/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};if(vErrors === null){vErrors = [err1];}else {vErrors.push(err1);}errors++;}}}var _valid0 = _errs1 === errors;valid0 = valid0 || _valid0;if(!valid0){const _errs3 = errors;if(typeof data !== "string"){const err2 = {instancePath,schemaPath:"#/anyOf/1/type",keyword:"type",params:{type: "string"}};if(vErrors === null){vErrors = [err2];}else {vErrors.push(err2);}errors++;}if(!(((data === "") || (data === "both")) || (data === "someone else"))){const err3 = {instancePath,schemaPath:"#/anyOf/1/enum",keyword:"enum",params:{allowedValues: schema13.anyOf[1].enum}};if(vErrors === null){vErrors = [err3];}else {vErrors.push(err3);}errors++;}var _valid0 = _errs3 === errors;valid0 = valid0 || _valid0;}if(!valid0){const err4 = {instancePath,schemaPath:"#/anyOf",keyword:"anyOf",params:{}};if(vErrors === null){vErrors = [err4];}else {vErrors.push(err4);}errors++;validate131.errors = vErrors;return false;}else {errors = _errs0;if(vErrors !== null){if(_errs0){vErrors.length = _errs0;}else {vErrors = null;}}}validate131.errors = vErrors;return errors === 0;}
export const isWishCard: (value: unknown) => value is WishCard = validate132;
function validate132(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){let vErrors = null;let errors = 0;if(typeof data !== "string"){validate132.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "string"}}];return false;}if(!((((((data === "") || (data === "used to")) || (data === "fancied")) || (data === "admired")) || (data === "dream")) || (data === "might"))){validate132.errors = [{instancePath,schemaPath:"#/enum",keyword:"enum",params:{allowedValues: schema78.enum}}];return false;}validate132.errors = vErrors;return errors === 0;}

/** The stored fields of each entity, by the name of its root map. */
export const fields = {
  people: {
    copied: { stored: 'register', initial: "", fits: isString },
    was: { stored: 'register', initial: "", fits: isString },
    name: { stored: 'register', initial: "", fits: isString },
    kind: { stored: 'register', initial: "person", fits: isPersonKind },
    relation: { stored: 'register', initial: "", fits: isString },
    face: { stored: 'register', initial: "", fits: isString },
    place: { stored: 'spot' },
    wonder: { stored: 'spot' },
    died: { stored: 'register', initial: false, fits: isBoolean },
    service: { stored: 'register', initial: "unknown", fits: isService },
    contexts: { stored: 'flags', fits: isContext },
    in_person: { stored: 'register', initial: "", fits: isHowOften },
    by_phone: { stored: 'register', initial: "", fits: isHowOften },
    online: { stored: 'register', initial: "", fits: isHowOften },
    together: { stored: 'register', initial: "", fits: isString },
    they_help: { stored: 'register', initial: "", fits: isString },
    i_help: { stored: 'register', initial: "", fits: isString },
    closer: { stored: 'register', initial: false, fits: isBoolean },
    phone: { stored: 'register', initial: "", fits: isString },
    question: { stored: 'register', initial: "", fits: isString },
    archived: { stored: 'register', initial: false, fits: isBoolean },
  },
  goals: {
    copied: { stored: 'register', initial: "", fits: isString },
    was: { stored: 'register', initial: "", fits: isString },
    title: { stored: 'text' },
    by: { stored: 'register', initial: "both", fits: isBy },
    taken: { stored: 'register', initial: "", fits: isAgreed },
    state: { stored: 'register', initial: "open", fits: isGoalState },
    origin: { stored: 'register', initial: "", fits: isString },
    idea: { stored: 'register', initial: "", fits: isWhose },
    order: { stored: 'register', initial: "", fits: isString },
    people: { stored: 'links' },
    archived: { stored: 'register', initial: false, fits: isBoolean },
  },
  steps: {
    copied: { stored: 'register', initial: "", fits: isString },
    was: { stored: 'register', initial: "", fits: isString },
    goal: { stored: 'register', initial: "", fits: isString },
    origin: { stored: 'register', initial: "", fits: isString },
    what: { stored: 'text' },
    who: { stored: 'register', initial: {"kind":"unknown"}, fits: isWho },
    when: { stored: 'register', initial: {"kind":"none"}, fits: isWhen },
    done: { stored: 'register', initial: "open", fits: isStepState },
    went: { stored: 'text' },
    people: { stored: 'links' },
    order: { stored: 'register', initial: "", fits: isString },
    archived: { stored: 'register', initial: false, fits: isBoolean },
  },
  strengths: {
    copied: { stored: 'register', initial: "", fits: isString },
    was: { stored: 'register', initial: "", fits: isString },
    words: { stored: 'text' },
    kind: { stored: 'register', initial: "like", fits: isStrengthKind },
    about: { stored: 'register', initial: 0, fits: isMember },
    by: { stored: 'register', initial: "both", fits: isBy },
    agreed: { stored: 'register', initial: "", fits: isAgreed },
    order: { stored: 'register', initial: "", fits: isString },
    archived: { stored: 'register', initial: false, fits: isBoolean },
  },
  sayings: {
    copied: { stored: 'register', initial: "", fits: isString },
    was: { stored: 'register', initial: "", fits: isString },
    words: { stored: 'text', hand: 'own', emptied: 'thought' },
    kind: { stored: 'register', initial: "hope", fits: isSayingKind },
    by: { stored: 'register', initial: 0, fits: isMember },
    beside: { stored: 'register', initial: "", fits: isString },
    agreed: { stored: 'register', initial: "", fits: isAgreed },
    shown: { stored: 'register', initial: false, fits: isBoolean },
    through: { stored: 'register', initial: "", fits: isString },
    topic: { stored: 'register', initial: "", fits: isTopic },
    nature: { stored: 'register', initial: "", fits: isNature },
    of: { stored: 'register', initial: "", fits: isString },
    day: { stored: 'register', initial: "", fits: isString },
    order: { stored: 'register', initial: "", fits: isString },
    archived: { stored: 'register', initial: false, fits: isBoolean },
  },
  feelings: {
    copied: { stored: 'register', initial: "", fits: isString },
    was: { stored: 'register', initial: "", fits: isString },
    feels: { stored: 'flags', fits: isFeelingCode },
    words: { stored: 'text', hand: 'own' },
    beside: { stored: 'register', initial: "", fits: isString },
    by: { stored: 'register', initial: 0, fits: isMember },
    through: { stored: 'register', initial: "", fits: isString },
    day: { stored: 'register', initial: "", fits: isString },
    archived: { stored: 'register', initial: false, fits: isBoolean },
  },
  answers: {
    copied: { stored: 'register', initial: "", fits: isString },
    was: { stored: 'register', initial: "", fits: isString },
    question: { stored: 'register', initial: "go on", fits: isQuestion },
    said: { stored: 'register', initial: "", fits: isSaid },
    words: { stored: 'text', hand: 'own' },
    rooms: { stored: 'flags', fits: isRoomName },
    again: { stored: 'register', initial: "", fits: isString },
    beside: { stored: 'register', initial: "", fits: isString },
    by: { stored: 'register', initial: 0, fits: isMember },
    through: { stored: 'register', initial: "", fits: isString },
    day: { stored: 'register', initial: "", fits: isString },
    archived: { stored: 'register', initial: false, fits: isBoolean },
  },
  pictures: {
    copied: { stored: 'register', initial: "", fits: isString },
    was: { stored: 'register', initial: "", fits: isString },
    name: { stored: 'register', initial: "", fits: isString },
    day: { stored: 'register', initial: "", fits: isString },
    after: { stored: 'register', initial: "", fits: isString },
    start: { stored: 'register', initial: "", fits: isWentOn },
    rows: { stored: 'rows' },
    archived: { stored: 'register', initial: false, fits: isBoolean },
  },
  photographs: {
    copied: { stored: 'register', initial: "", fits: isString },
    was: { stored: 'register', initial: "", fits: isString },
    name: { stored: 'register', initial: "", fits: isString },
    day: { stored: 'register', initial: "", fits: isString },
    words: { stored: 'text' },
    by: { stored: 'register', initial: "both", fits: isBy },
    key: { stored: 'register', initial: "", fits: isString },
    size: { stored: 'register', initial: 0, fits: isByteCount },
    pieces: { stored: 'register', initial: [], fits: isPieceNames },
    archived: { stored: 'register', initial: false, fits: isBoolean },
  },
  offers: {
    copied: { stored: 'register', initial: "", fits: isString },
    was: { stored: 'register', initial: "", fits: isString },
    name: { stored: 'register', initial: "", fits: isString },
    words: { stored: 'text' },
    kind: { stored: 'register', initial: "person", fits: isPersonKind },
    place: { stored: 'spot' },
    asked: { stored: 'register', initial: "not yet", fits: isAsked },
    by: { stored: 'register', initial: 1, fits: isMember },
    of: { stored: 'register', initial: "", fits: isString },
    archived: { stored: 'register', initial: false, fits: isBoolean },
  },
  notes: {
    copied: { stored: 'register', initial: "", fits: isString },
    was: { stored: 'register', initial: "", fits: isString },
    about: { stored: 'register', initial: "", fits: isString },
    words: { stored: 'text' },
    distance: { stored: 'register', initial: false, fits: isBoolean },
    archived: { stored: 'register', initial: false, fits: isBoolean },
  },
  rounds: {
    copied: { stored: 'register', initial: "", fits: isString },
    was: { stored: 'register', initial: "", fits: isString },
    place: { stored: 'register', initial: "", fits: isString },
    label: { stored: 'register', initial: "", fits: isString },
    name: { stored: 'register', initial: "", fits: isString },
    meeting: { stored: 'register', initial: "", fits: isString },
    errands: { stored: 'register', initial: [], fits: isErrands },
    via: { stored: 'register', initial: "", fits: isString },
    day: { stored: 'register', initial: "", fits: isString },
    archived: { stored: 'register', initial: false, fits: isBoolean },
  },
  barriers: {
    copied: { stored: 'register', initial: "", fits: isString },
    was: { stored: 'register', initial: "", fits: isString },
    words: { stored: 'text' },
    kind: { stored: 'register', initial: "", fits: isBarrierKind },
    side: { stored: 'register', initial: "elsewhere", fits: isSide },
    by: { stored: 'register', initial: "both", fits: isBy },
    state: { stored: 'register', initial: "open", fits: isBarrierState },
    parent: { stored: 'register', initial: "", fits: isString },
    stops: { stored: 'register', initial: "", fits: isString },
    of: { stored: 'register', initial: "", fits: isString },
    order: { stored: 'register', initial: "", fits: isString },
    archived: { stored: 'register', initial: false, fits: isBoolean },
  },
  disclosures: {
    copied: { stored: 'register', initial: "", fits: isString },
    was: { stored: 'register', initial: "", fits: isString },
    words: { stored: 'text' },
    why: { stored: 'text' },
    to: { stored: 'register', initial: "", fits: isString },
    begins: { stored: 'register', initial: "", fits: isString },
    until: { stored: 'register', initial: "", fits: isString },
    by: { stored: 'register', initial: "both", fits: isBy },
    consent: { stored: 'register', initial: {"kind":"open"}, fits: isConsent },
    told: { stored: 'register', initial: false, fits: isBoolean },
    order: { stored: 'register', initial: "", fits: isString },
    archived: { stored: 'register', initial: false, fits: isBoolean },
  },
  outings: {
    copied: { stored: 'register', initial: "", fits: isString },
    was: { stored: 'register', initial: "", fits: isString },
    what: { stored: 'text' },
    where: { stored: 'register', initial: "", fits: isString },
    when: { stored: 'register', initial: {"kind":"none"}, fits: isWhen },
    time: { stored: 'register', initial: "", fits: isString },
    getting: { stored: 'register', initial: "", fits: isString },
    cost: { stored: 'register', initial: "", fits: isString },
    meet: { stored: 'register', initial: "", fits: isString },
    phone: { stored: 'register', initial: "", fits: isString },
    helps: { stored: 'text' },
    plan_b: { stored: 'text' },
    goal: { stored: 'register', initial: "", fits: isString },
    by: { stored: 'register', initial: "both", fits: isBy },
    state: { stored: 'register', initial: "open", fits: isOutingState },
    since: { stored: 'register', initial: "", fits: isString },
    people: { stored: 'links' },
    order: { stored: 'register', initial: "", fits: isString },
    archived: { stored: 'register', initial: false, fits: isBoolean },
  },
  supports: {
    copied: { stored: 'register', initial: "", fits: isString },
    was: { stored: 'register', initial: "", fits: isString },
    outing: { stored: 'register', initial: "", fits: isString },
    kind: { stored: 'register', initial: "come along", fits: isSupportKind },
    words: { stored: 'text' },
    who: { stored: 'register', initial: {"kind":"unknown"}, fits: isWho },
    asked: { stored: 'register', initial: "not yet", fits: isAsked },
    to: { stored: 'register', initial: "", fits: isString },
    happened: { stored: 'register', initial: false, fits: isBoolean },
    order: { stored: 'register', initial: "", fits: isString },
    archived: { stored: 'register', initial: false, fits: isBoolean },
  },
  worries: {
    copied: { stored: 'register', initial: "", fits: isString },
    was: { stored: 'register', initial: "", fits: isString },
    outing: { stored: 'register', initial: "", fits: isString },
    by: { stored: 'register', initial: 0, fits: isMember },
    words: { stored: 'text', hand: 'own' },
    i_could: { stored: 'text' },
    you_could: { stored: 'text' },
    order: { stored: 'register', initial: "", fits: isString },
    archived: { stored: 'register', initial: false, fits: isBoolean },
  },
  occasions: {
    copied: { stored: 'register', initial: "", fits: isString },
    was: { stored: 'register', initial: "", fits: isString },
    outing: { stored: 'register', initial: "", fits: isString },
    day: { stored: 'register', initial: "", fits: isString },
    company: { stored: 'register', initial: "", fits: isCompany },
    people: { stored: 'links' },
    archived: { stored: 'register', initial: false, fits: isBoolean },
  },
  impressions: {
    copied: { stored: 'register', initial: "", fits: isString },
    was: { stored: 'register', initial: "", fits: isString },
    outing: { stored: 'register', initial: "", fits: isString },
    occasion: { stored: 'register', initial: "", fits: isString },
    by: { stored: 'register', initial: 0, fits: isMember },
    size: { stored: 'register', initial: "", fits: isString },
    felt: { stored: 'register', initial: "", fits: isFelt },
    mark: { stored: 'register', initial: "", fits: isMark },
    words: { stored: 'text', hand: 'own' },
    next_time: { stored: 'text', hand: 'own' },
    archived: { stored: 'register', initial: false, fits: isBoolean },
  },
  needs: {
    copied: { stored: 'register', initial: "", fits: isString },
    was: { stored: 'register', initial: "", fits: isString },
    kind: { stored: 'register', initial: "about me", fits: isNeedKind },
    topic: { stored: 'register', initial: "", fits: isString },
    words: { stored: 'text', hand: 'own' },
    who: { stored: 'register', initial: {"kind":"unknown"}, fits: isWho },
    by: { stored: 'register', initial: 0, fits: isMember },
    order: { stored: 'register', initial: "", fits: isString },
    archived: { stored: 'register', initial: false, fits: isBoolean },
  },
  wishes: {
    copied: { stored: 'register', initial: "", fits: isString },
    was: { stored: 'register', initial: "", fits: isString },
    words: { stored: 'text' },
    by: { stored: 'register', initial: "both", fits: isBy },
    card: { stored: 'register', initial: "", fits: isWishCard },
    like: { stored: 'register', initial: "", fits: isString },
    idea: { stored: 'register', initial: "", fits: isWhose },
    guess: { stored: 'register', initial: false, fits: isBoolean },
    seen: { stored: 'text' },
    taken: { stored: 'register', initial: "", fits: isAgreed },
    over: { stored: 'register', initial: false, fits: isBoolean },
    people: { stored: 'links' },
    order: { stored: 'register', initial: "", fits: isString },
    archived: { stored: 'register', initial: false, fits: isBoolean },
  },
  meetings: {
    copied: { stored: 'register', initial: "", fits: isString },
    was: { stored: 'register', initial: "", fits: isString },
    day: { stored: 'register', initial: "", fits: isString },
    kind: { stored: 'register', initial: "", fits: isMeetingKind },
    where: { stored: 'register', initial: "", fits: isString },
    chosen: { stored: 'register', initial: "", fits: isWhose },
    words: { stored: 'text', hand: 'nobody' },
    by: { stored: 'register', initial: "both", fits: isBy },
    archived: { stored: 'register', initial: false, fits: isBoolean },
  },
  yardsticks: {
    copied: { stored: 'register', initial: "", fits: isString },
    was: { stored: 'register', initial: "", fits: isString },
    goal: { stored: 'register', initial: "", fits: isString },
    hoped: { stored: 'text' },
    better: { stored: 'text' },
    much_better: { stored: 'text' },
    less: { stored: 'text' },
    much_less: { stored: 'text' },
    start: { stored: 'register', initial: "", fits: isBaseline },
    by_day: { stored: 'register', initial: "", fits: isString },
    importance: { stored: 'register', initial: "", fits: isDegree },
    difficulty: { stored: 'register', initial: "", fits: isDegree },
    archived: { stored: 'register', initial: false, fits: isBoolean },
  },
  aims: {
    copied: { stored: 'register', initial: "", fits: isString },
    was: { stored: 'register', initial: "", fits: isString },
    goal: { stored: 'register', initial: "", fits: isString },
    yardstick: { stored: 'register', initial: "", fits: isString },
    hoped: { stored: 'text', hand: 'nobody' },
    better: { stored: 'text', hand: 'nobody' },
    much_better: { stored: 'text', hand: 'nobody' },
    less: { stored: 'text', hand: 'nobody' },
    much_less: { stored: 'text', hand: 'nobody' },
    start: { stored: 'register', initial: "", fits: isBaseline },
    by_day: { stored: 'register', initial: "", fits: isString },
    why: { stored: 'text', hand: 'nobody' },
    by: { stored: 'register', initial: "both", fits: isBy },
    day: { stored: 'register', initial: "", fits: isString },
    replaced: { stored: 'register', initial: false, fits: isBoolean },
    archived: { stored: 'register', initial: false, fits: isBoolean },
  },
} as const

/** Whether `value` is a document as these types say. Unknown fields are welcome. */
export function isDocument(value: unknown): value is Document {
  return isValid(value)
}

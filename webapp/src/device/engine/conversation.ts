/**
 * One connection, after WELCOME: the control chain first, then everybody's records, then ours, then live. Everything is
 * read one message after another; what does not fit together ends the conversation with its reason.
 */

import { areEqual, type Bytes } from '../../../../sync/bytes.ts'
import { Malformed, Refused, Suspicious } from '../../../../sync/errors.ts'
import type { Ack, Ctl, CtlAck, Err, Message, Nack, Records, Welcome } from '../../../../sync/messages.ts'
import { SAID_ANEW } from '../../../../sync/remark.ts'
import { DeviceError } from '../errors.ts'
import { lookBack, wholeChain } from './adoption.ts'
import { Appending, type Build } from './appending.ts'
import { type Channel, isOfType, Lost } from './channel.ts'
import { type Asking, joinAhead, startAhead } from './cold-start.ts'
import { type Comparing, compare } from './comparing.ts'
import { type Giving, giveBack } from './giving-back.ts'
import type { Greeted } from './greeting.ts'
import type { Hearers } from './hearers.ts'
import { isClosed, isTheSame, lossOf, mayHaveParted, meet, sureOf } from './incarnations.ts'
import { Offering } from './offering.ts'
import { minds } from './other-tab.ts'
import { Pages } from './pages.ts'
import { Pump } from './pump.ts'
import { isToMend, mend } from './repair.ts'
import type { Replica } from './replica.ts'
import { acknowledge, settle } from './sealing.ts'
import { allRecords, goOn, partingOf, strandedOf } from './succession.ts'

const [ANSWER_LIMIT_MS, RATE_WAIT_MS] = [30_000, 2000]

export class Conversation {
  readonly #replica: Replica
  readonly #channel: Channel
  readonly #hearers: Hearers
  #pump: Pump | null = null
  #offering: Offering | null = null
  readonly #appending: Appending
  /** Something waits here until the space is open again. */
  #isShutOut = false

  constructor(replica: Replica, channel: Channel, hearers: Hearers) {
    this.#replica = replica
    this.#channel = channel
    this.#appending = new Appending(replica, channel)
    this.#hearers = hearers
  }

  /** Runs until the connection ends. Raises Lost, Refused, Damaged or Suspicious. */
  async run({ welcome }: Greeted, synced: () => void): Promise<never> {
    let stopMinding = (): void => undefined
    try {
      if (this.#replica.doubts.isOver) throw new Refused(SAID_ANEW)
      stopMinding = await minds(this.#replica, this.#channel)
      const loss = await lossOf(this.#replica, welcome)
      if (loss === 'sure') this.#hearers.troubled('lost by the server')
      if (mayHaveParted(this.#replica, welcome)) await this.#reconcile(welcome)
      const served = await this.#catchUpControl(welcome, this.#replica.chain)
      const hasLost = loss === 'sure' || (loss === 'perhaps' && !isClosed(this.#replica))
      if (hasLost && loss === 'perhaps') this.#hearers.troubled('lost by the server')
      await meet(this.#replica, welcome, hasLost || !isTheSame(this.#replica, welcome))
      await this.#replica.theServerHas(served)
      await startAhead(this.#replica, welcome, this.#asking)
      await this.#catchUp()
      await compare(welcome, this.#replica, this.#comparing)
      if (!(await joinAhead(this.#replica, welcome.heads, this.#giving))) this.#isShutOut = true
      await mend(this.#replica, this.#offer)
      synced()
      this.#pump = new Pump(this.#replica, this.#channel)
      this.#offering = Offering.ofOthers(this.#replica, this.#channel, welcome.heads)
      await this.#offering.go()
      for (;;) await this.#hear(await this.#channel.next())
    } catch (error) {
      if (this.#replica.doubts.isOver) throw new Refused(SAID_ANEW)
      // A disk that does not take what came: nothing was acknowledged, and it is asked for again.
      if (!(error instanceof DeviceError)) throw error
      this.#replica.outbox.trouble(error)
      throw new Lost(error.code)
    } finally {
      stopMinding()
      this.#pump?.stop()
      this.#offering?.stop()
      this.#channel.close()
      this.#appending.settle(new Refused('GONE'))
    }
  }

  extend = (build: Build): Promise<void> => this.#appending.extend(build)

  send = (message: Message): void => this.#channel.send(message)

  flush = async (): Promise<void> => this.#pump?.run()

  /** `before` is the chain as it was at WELCOME: what has been added since is not missing. Gives how much of it there is. */
  async #catchUpControl(welcome: Welcome, before: readonly Bytes[]): Promise<number> {
    const state = this.#replica.state
    while (state.value.n + 1 < welcome.controlLength)
      await this.#pullControl().catch((trouble) => lookBack(trouble, welcome, this.#replica, this.#asking))
    const known = state.value.hashes[welcome.controlLength - 1]
    if (!known || !areEqual(known, welcome.controlHead)) {
      // On its word alone nobody has made a second chain.
      const { fromN, entries } = await this.#asking.control(welcome.controlLength - 1)
      await this.#replica.extendControl(fromN, entries)
      throw new Malformed('a control head that is not that of the chain')
    }
    const hasAll = await giveBack(before.slice(welcome.controlLength), welcome.heads, this.#replica, this.#giving)
    return hasAll ? Math.max(before.length, welcome.controlLength) : welcome.controlLength
  }

  /** A restored server may have gone another way since (P19). Raises Suspicious FORK_CONTROL where ours stands. */
  async #reconcile(welcome: Welcome): Promise<void> {
    await this.#replica.adopt(await wholeChain(welcome.controlLength, this.#asking), sureOf(this.#replica, welcome))
    const stranded = await strandedOf(this.#replica)
    if (stranded) await goOn(this.#replica, stranded, this.#offer)
  }

  readonly #giving: Giving = {
    offer: (entry) => this.#offer(entry),
    control: (fromN) => this.#asking.control(fromN),
    offerRecords: async (heads, devices) => {
      const offering = new Offering(this.#replica, this.#channel, heads, devices)
      this.#offering = offering
      await offering.through(async () => this.#hear(await this.#channel.next(ANSWER_LIMIT_MS)))
    },
  }

  async #pullControl(): Promise<void> {
    const before = this.#replica.state.value.n
    await this.#takeControl(await this.#asking.control(before + 1))
    if (this.#replica.state.value.n === before) throw new Suspicious('OMISSION', 'control entries')
  }

  readonly #asking: Asking = {
    snapshots: (before) => {
      this.#channel.send({ type: 'snap pull', before })
      return this.#await('snaps')
    },
    records: (fromPosition) => {
      this.#channel.send({ type: 'pull', fromPosition })
      return this.#page(fromPosition)
    },
    control: (fromN) => {
      this.#channel.send({ type: 'ctl pull', fromN })
      return this.#await('ctl')
    },
  }

  /** Asks until everything there is has come; once more for what failed before, in case it has been mended. */
  async #catchUp(): Promise<void> {
    const failed = this.#replica.aside.earliestFailed
    if (failed !== null) await this.#takeRecords(await this.#asking.records(failed))
    const pages = new Pages(this.#channel, (fromPosition) => this.#page(fromPosition))
    for (let gaps = 0; ; ) {
      const before = this.#replica.ledger.value.cursor
      const page = await pages.after(before)
      const hasGap = await this.#takeRecords(page)
      if (page.end && !hasGap) return
      if (this.#replica.ledger.value.cursor === before && ++gaps === 3) throw new Suspicious('OMISSION', 'records')
    }
  }

  async #page(fromPosition: number): Promise<Records> {
    for (;;) {
      const page = await this.#await('records')
      // What comes live from the end, while the log is still on its way behind a snapshot, will come again in its turn.
      if ((page.records[0]?.[0] ?? 0) <= fromPosition || !this.#replica.ahead.isOn) return page
    }
  }

  readonly #comparing: Comparing = {
    asking: this.#asking,
    offer: (entry) => this.#offer(entry),
    troubled: (kind) => this.#hearers.troubled(kind),
    catchUp: () => this.#catchUp(),
  }

  /** The next message of this type; everything else that comes meanwhile is heard. */
  async #await<Type extends Message['type']>(type: Type): Promise<Extract<Message, { type: Type }>> {
    for (;;) {
      const message = await this.#channel.next(ANSWER_LIMIT_MS)
      if (isOfType(message, type)) return message
      await this.#hear(message)
    }
  }

  async #hear(message: Message): Promise<void> {
    switch (message.type) {
      case 'records':
        if (await this.#takeRecords(message)) await this.#catchUp()
        return
      case 'ack':
        return this.#acknowledged(message)
      case 'nack':
        return this.#refused(message)
      case 'ctl':
        return this.#takeControl(message)
      case 'ctl ack':
        return this.#appended(message.n)
      case 'eph':
        return this.#hearers.presence(message)
      case 'join req':
        return this.#hearers.request(message.request)
      case 'err':
        return this.#erred(message)
      case 'drain':
        throw new Refused('DRAIN', message.reconnectAfterMs)
      default:
        throw new Malformed(`${message.type} from a server`)
    }
  }

  async #takeRecords({ records, end }: Records): Promise<boolean> {
    const received = records.map(([position, bytes]) => ({ position, bytes }))
    const { hasGap, isSetAside } = await this.#replica.receive(received, end)
    const isAll = end && !hasGap
    if (isAll && this.#replica.ledger.value.isMissing) this.#hearers.troubled('held back')
    if (isSetAside) this.#hearers.troubled('set aside')
    if (isAll) this.#hearers.applied()
    if (this.#pump && isToMend(this.#replica)) throw new Lost('some of its words are to be said anew')
    return hasGap
  }

  async #takeControl({ fromN, entries }: Ctl): Promise<void> {
    if (fromN > this.#replica.state.value.n + 1) return this.#pullControl()
    const { cursor } = this.#replica.ledger.value
    const fresh = await this.#replica.extendControl(fromN, entries)
    if (entries.length > 0) await this.#replica.theServerHas(fromN + entries.length) // none are no sign of those before
    if (fresh.length > 0) this.#grown(fresh)
    if (this.#pump !== null && this.#replica.ledger.value.cursor < cursor) await this.#catchUp()
  }

  async #appended(n: number): Promise<void> {
    const { pending } = this.#appending
    if (!pending) throw new Malformed('an answer to nothing')
    const fresh = await this.#replica.extendControl(n, [pending.entry])
    await this.#replica.theServerHas(n + 1)
    this.#appending.settle(null)
    this.#grown(fresh)
  }

  #grown(fresh: readonly Bytes[]): void {
    this.#hearers.grown(fresh)
    if (this.#isShutOut && !isClosed(this.#replica)) throw new Lost('open again: all of it is compared once more')
  }

  async #acknowledged({ stored }: Ack): Promise<void> {
    await acknowledge(this.#replica, stored)
    const isOwn = stored.some(([device]) => areEqual(device, this.#replica.keys.id))
    if (isOwn) this.#pump?.answered()
    for (const [device, seq] of stored) await this.#offering?.stored(device, seq)
  }

  async #refused({ device, seq, code, expectedSeq, stored }: Nack): Promise<void> {
    if (code === 'SPACE_CLOSED') this.#isShutOut = true
    if (code === 'STORE_FAILED')
      this.#offering?.later(RATE_WAIT_MS) // as when the chain grew at that moment
    else await this.#offering?.refused(device)
    if (!areEqual(device, this.#replica.keys.id)) return
    if (code === 'SEQ_CONFLICT' && stored) {
      const conflict = await settle(this.#replica, stored)
      if (conflict === 'the same') await acknowledge(this.#replica, [[device, seq, 0]])
      else if (conflict === 'adopted') await this.#catchUp()
      else return this.#part()
      this.#pump?.answered()
      return
    }
    if (code === 'PREV_MISMATCH') return this.#part()
    // The control chain says the same, or will: there is nobody to send to any more.
    if (code === 'DEVICE_REMOVED' || code === 'SPACE_CLOSED') return this.#pump?.stop()
    if (code === 'SEQ_GAP' && expectedSeq < seq) throw new Lost('the server has less than it said')
    // Of an entry that this server has yet to be given back, by somebody: at the next meeting.
    if (code === 'CTL_UNKNOWN') throw new Lost('the server lacks an entry')
    throw new Refused(code)
  }

  /** Two devices with the same keys have parted. Where the server cannot show it, this one says nothing more, and keeps its words. */
  async #part(): Promise<void> {
    this.#pump?.stop()
    this.#hearers.troubled('forked')
    const parting = await partingOf(this.#replica, await allRecords(this.#asking))
    if (parting !== null) await goOn(this.#replica, parting, this.#offer)
  }

  readonly #offer = (entry: Bytes): Promise<CtlAck> => {
    this.#channel.send({ type: 'ctl append', entry })
    return this.#await('ctl ack')
  }

  async #erred({ code, retryAfterMs }: Err): Promise<void> {
    if (code === 'RATE' && this.#pump) {
      this.#offering?.later(retryAfterMs ?? RATE_WAIT_MS)
      return this.#pump.later(retryAfterMs ?? RATE_WAIT_MS)
    }
    if (this.#appending.isAnswer(code)) {
      // What it conflicts with may have come by itself meanwhile.
      if (code === 'CTL_CONFLICT' && this.#appending.isUpToDate) await this.#pullControl()
      return this.#appending.settle(new Refused(code, retryAfterMs))
    }
    throw new Refused(code, retryAfterMs)
  }
}

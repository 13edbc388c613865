/**
 * One connection, after WELCOME: the control chain first, then everybody's records, then ours, then live. Everything is
 * read one message after another; what does not fit together ends the conversation with its reason.
 */

import { areEqual, type Bytes } from '../../../../sync/bytes.ts'
import { Malformed, Refused, Suspicious } from '../../../../sync/errors.ts'
import type { Ack, Ctl, CtlAck, Eph, Err, Message, Nack, Records, Welcome } from '../../../../sync/messages.ts'
import { DeviceError } from '../errors.ts'
import type { Ledger } from '../store/ledger.ts'
import { wholeChain } from './adoption.ts'
import { Appending, type Build } from './appending.ts'
import { type Channel, isOfType, Lost } from './channel.ts'
import { type Asking, startAhead } from './cold-start.ts'
import type { Greeted } from './greeting.ts'
import { meet } from './incarnations.ts'
import { lackedBy, lacks } from './offering.ts'
import { Pump } from './pump.ts'
import type { Replica } from './replica.ts'
import { acknowledge, settle } from './sealing.ts'
import { allRecords, type Parting, partingOf, strandedOf, succeeding } from './succession.ts'

/** Who hears what the conversation itself does not deal with. */
export interface Hearers {
  presence(frame: Eph): void
  request(raw: Bytes): void
  grown(entries: readonly Bytes[]): void
  /** Another history of who belongs was taken over; some of our entries do not stand. */
  /** Something that the two should know. */
  troubled(by: 'held back' | 'lost by the server' | 'set aside' | 'forked'): void
  /** Records were applied, at the end of what there is. */
  applied(): void
}

const ANSWER_LIMIT_MS = 30_000
const RATE_WAIT_MS = 2000

export class Conversation {
  readonly #replica: Replica
  readonly #channel: Channel
  readonly #hearers: Hearers
  #pump: Pump | null = null
  readonly #appending: Appending

  constructor(replica: Replica, channel: Channel, hearers: Hearers) {
    this.#replica = replica
    this.#channel = channel
    this.#appending = new Appending(replica, channel)
    this.#hearers = hearers
  }

  /** Runs until the connection ends. Raises Lost, Refused, Damaged or Suspicious. */
  async run(greeted: Greeted, synced: () => void): Promise<never> {
    try {
      await this.#reconcile(greeted.welcome)
      await this.#catchUpControl(greeted.welcome, this.#replica.chain)
      await meet(this.#replica, greeted.welcome.incarnation)
      const before = this.#replica.ledger.value
      await startAhead(this.#replica, greeted.welcome.headPosition, this.#asking)
      await this.#catchUp()
      await this.#compare(greeted.welcome, before)
      if (!(await this.#replica.ahead.join(this.#replica.parts.crypto))) throw new Suspicious('DIGEST_WRONG')
      synced()
      this.#pump = new Pump(this.#replica, this.#channel)
      const lacked = await lackedBy(greeted.welcome.heads, this.#replica)
      if (lacked.length > 0) this.#channel.send({ type: 'push', records: lacked })
      for (;;) await this.#hear(await this.#channel.next())
    } catch (error) {
      // A disk that does not take what came: nothing was acknowledged, and it is asked for again.
      if (!(error instanceof DeviceError)) throw error
      this.#replica.outbox.trouble(error)
      throw new Lost(error.code)
    } finally {
      this.#pump?.stop()
      this.#channel.close()
      this.#appending.settle(new Refused('GONE'))
    }
  }

  extend = (build: Build): Promise<void> => this.#appending.extend(build)

  send(message: Message): void {
    this.#channel.send(message)
  }

  async flush(): Promise<void> {
    await this.#pump?.run()
  }

  /** `before` is the chain as it was at WELCOME: what has been added since is not missing. */
  async #catchUpControl(welcome: Welcome, before: readonly Bytes[]): Promise<void> {
    const state = this.#replica.state
    while (state.value.n + 1 < welcome.controlLength) await this.#pullControl()
    const known = state.value.hashes[welcome.controlLength - 1]
    if (!known || !areEqual(known, welcome.controlHead)) throw new Suspicious('FORK_CONTROL')
    const missing = before.slice(welcome.controlLength)
    if (missing.length > 0 && welcome.controlLength > 1) this.#hearers.troubled('lost by the server')
    for (const entry of missing) await this.#offer(entry)
  }

  /** A restored server may have gone another way since (P19). Raises Suspicious FORK_CONTROL where ours stands. */
  async #reconcile({ incarnation, controlLength }: Welcome): Promise<void> {
    const known = this.#replica.ledger.value.incarnation
    if (known === null || areEqual(known, incarnation)) return
    await this.#replica.adopt(await wholeChain(controlLength, this.#asking))
    const stranded = await strandedOf(this.#replica)
    if (stranded !== null) await this.#goOn(stranded)
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
    records: (fromPosition) => this.#pull(fromPosition),
    control: (fromN) => {
      this.#channel.send({ type: 'ctl pull', fromN })
      return this.#await('ctl')
    },
  }

  /** Asks until everything there is has come; once more for what failed before, in case it has been mended. */
  async #catchUp(): Promise<void> {
    const failed = this.#replica.aside.earliestFailed
    if (failed !== null) await this.#takeRecords(await this.#pull(failed))
    for (let gaps = 0; ; ) {
      const before = this.#replica.ledger.value.cursor
      const page = await this.#pull(before + 1)
      const hasGap = await this.#takeRecords(page)
      if (page.end && !hasGap) return
      if (this.#replica.ledger.value.cursor === before && ++gaps === 3) throw new Suspicious('OMISSION', 'records')
    }
  }

  async #pull(fromPosition: number): Promise<Records> {
    this.#channel.send({ type: 'pull', fromPosition })
    for (;;) {
      const page = await this.#await('records')
      const first = page.records[0]?.[0] ?? fromPosition
      // What comes live from the end, while the log is still on its way behind a snapshot, will come again in its turn.
      if (first <= fromPosition || !this.#replica.ahead.isOn) return page
    }
  }

  /**
   * The server's heads against what was known here at WELCOME, for more has come since: what it lost of ours goes to it
   * again, what it lost of others is told.
   */
  async #compare({ heads }: Welcome, before: Ledger): Promise<void> {
    const { ledger, keys, parts } = this.#replica
    const own = heads.find(([device]) => areEqual(device, keys.id))?.[1] ?? 0
    const isOwnLess = own < before.acked
    if (isOwnLess) {
      const lost = await parts.store.ownFrom(own + 1, ledger.value.acked - own)
      await this.#replica.turns.take(() =>
        this.#replica.move((draft) => {
          draft.acked = own
        }),
      )
      this.#replica.setUnacked([...lost, ...this.#replica.unacked.peek()])
    }
    const others = heads.filter(([device]) => !areEqual(device, keys.id))
    if (lacks(others, this.#replica)) {
      // Positions once led past something: all is asked for again, and what is known already costs only its way here.
      await this.#replica.turns.take(() =>
        this.#replica.move((draft) => {
          draft.cursor = 0
        }),
      )
      await this.#catchUp()
      if (lacks(others, this.#replica)) this.#hearers.troubled('held back')
    }
    const isLess = others.some(([device, seq]) => seq < before.shown(device))
    if (ledger.value.hasBrought) {
      await this.#replica.turns.take(() => this.#replica.move((draft) => draft.show(others)))
    }
    if (isLess || isOwnLess) this.#hearers.troubled('lost by the server')
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
    const { hasGap, isHeldBack, isSetAside } = await this.#replica.receive(received, end)
    if (isHeldBack) this.#hearers.troubled('held back')
    if (isSetAside) this.#hearers.troubled('set aside')
    if (end && !hasGap) this.#hearers.applied()
    return hasGap
  }

  async #takeControl({ fromN, entries }: Ctl): Promise<void> {
    if (fromN > this.#replica.state.value.n + 1) return this.#pullControl()
    const fresh = await this.#replica.extendControl(fromN, entries)
    if (fresh.length > 0) this.#hearers.grown(fresh)
  }

  async #appended(n: number): Promise<void> {
    const { pending } = this.#appending
    if (!pending) throw new Malformed('an answer to nothing')
    const fresh = await this.#replica.extendControl(n, [pending.entry])
    this.#appending.settle(null)
    this.#hearers.grown(fresh)
  }

  async #acknowledged({ stored }: Ack): Promise<void> {
    await acknowledge(this.#replica, stored)
    const isOwn = stored.some(([device]) => areEqual(device, this.#replica.keys.id))
    if (isOwn) this.#pump?.answered()
  }

  async #refused({ device, seq, code, expectedSeq, stored }: Nack): Promise<void> {
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
    throw new Refused(code)
  }

  /** Two devices with the same keys have parted. Where the server cannot show it, this one says nothing more, and keeps its words. */
  async #part(): Promise<void> {
    this.#pump?.stop()
    this.#hearers.troubled('forked')
    const parting = await partingOf(this.#replica, await allRecords(this.#asking))
    if (parting !== null) await this.#goOn(parting)
  }

  async #goOn(parting: Parting): Promise<never> {
    const entry = await succeeding(this.#replica, parting)
    const { n } = await this.#offer(entry)
    await this.#replica.extendControl(n, [entry])
    throw new Lost('goes on as another device')
  }

  #offer(entry: Bytes): Promise<CtlAck> {
    this.#channel.send({ type: 'ctl append', entry })
    return this.#await('ctl ack')
  }

  async #erred({ code, retryAfterMs }: Err): Promise<void> {
    if (code === 'RATE' && this.#pump) return this.#pump.later(retryAfterMs ?? RATE_WAIT_MS)
    const { pending } = this.#appending
    if (pending && (code.startsWith('CTL_') || code === 'TOO_MANY' || code === 'SPACE_CLOSED')) {
      // What it conflicts with may have come by itself meanwhile.
      const isBehind = this.#replica.state.value.n === pending.upon
      if (code === 'CTL_CONFLICT' && isBehind) await this.#pullControl()
      return this.#appending.settle(new Refused(code, retryAfterMs))
    }
    throw new Refused(code, retryAfterMs)
  }
}

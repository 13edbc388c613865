/** Who is let in: invitations, the requests that answer them, and key cards. Each is one entry of the control chain. */

import { type ReadonlySignal, signal } from '@preact/signals-core'
import { type Bytes, toHex } from '../../../../sync/bytes.ts'
import type { CardSecret } from '../../../../sync/card.ts'
import { openWithCard } from '../../../../sync/card.ts'
import { admit, card, invite } from '../../../../sync/control.ts'
import { Damaged, SyncError } from '../../../../sync/errors.ts'
import {
  checkRequest,
  comparisonWords,
  invitationFromSecret,
  newInvitation,
  type OWN_MARK,
  openName,
  parseRequest,
  requestHash,
  toLink,
} from '../../../../sync/joining.ts'
import { LIMITS } from '../../../../sync/limits.ts'
import { device, invite as invited } from '../../../../sync/membership.ts'
import { unixSeconds } from '../clock.ts'
import type { InvitationOffer, Member, Request } from '../stage.ts'
import type { Build } from './appending.ts'
import { authorOf } from './author.ts'
import { presentKeyOf } from './epoch-keys.ts'
import type { Replica } from './replica.ts'

/** Adds an entry to the chain, through the server. Raises Damaged before anything is sent, and Refused. */
export type Extend = (build: Build) => Promise<void>

const NOBODY_ASKS = new Uint8Array()

/** A day less than the longest that the server allows. */
const OPEN_FOR_S = (LIMITS.invite_days - 1) * 24 * 60 * 60

interface Waiting extends Request {
  readonly raw: Bytes
}

export class Admissions {
  readonly #replica: Replica
  readonly #waiting = signal<readonly Waiting[]>([])

  /** How far the server's clock, which judges when an invitation ends, is ahead of this device's. */
  serverAhead_s = 0

  constructor(replica: Replica) {
    this.#replica = replica
  }

  get requests(): ReadonlySignal<readonly Request[]> {
    return this.#waiting
  }

  /** A request came from the server. What does not verify is nobody's request. */
  async heard(raw: Bytes): Promise<void> {
    const request = await this.#read(raw).catch(nobody)
    if (request) this.#waiting.value = [...this.#waiting.value.filter(({ id }) => id !== request.id), request]
  }

  /** The chain grew: requests whose invitation has been used are answered. */
  async prune(): Promise<void> {
    for (const { raw } of this.#waiting.value) {
      const known = invited(this.#replica.state.value, parseRequest(raw).invite)
      if (!known?.open) this.#waiting.value = this.#waiting.value.filter((one) => one.raw !== raw)
    }
  }

  /**
   * Raises Refused, and Damaged NOT_ALLOWED before anything is sent where this device may not invite for the member. Somebody
   * new gets the next number: for that it takes the owner's own device.
   */
  async invite(
    who: Member | 'somebody new',
    address: string,
    extend: Extend,
    mark?: typeof OWN_MARK,
  ): Promise<InvitationOffer> {
    const { crypto, clock } = this.#replica.parts
    const invitation = await newInvitation(crypto)
    const until = unixSeconds(clock) + OPEN_FOR_S
    const expires = Math.max(0, until + this.serverAhead_s)
    // The secret first: without it the name of whoever answers could not be read after a restart.
    const member = who === 'somebody new' ? this.#replica.state.value.members : who
    const secret = { invite: invitation.id, secret: invitation.secret, expires, member }
    await this.#replica.keep((keys) => ({
      ...keys,
      invitations: [...keys.invitations, secret].slice(-LIMITS.open_invites),
    }))
    const { keys } = this.#replica
    await extend((state) => invite(state, keys, invitation, [member], expires, unixSeconds(clock), crypto))
    const entry = invited(this.#replica.state.value, invitation.id)
    if (!entry) throw new Damaged('INVITE_UNKNOWN')
    const link = toLink(invitation, address, this.#replica.state.value.space, entry.hash.slice(0, 16), mark)
    return { link, expires: until }
  }

  /** Lets in the device that asked. Raises Refused or Damaged. */
  async approve(id: string, extend: Extend): Promise<void> {
    const { crypto, clock } = this.#replica.parts
    const raw = this.rawOf(id)
    const { ed, x, invite: inviteId } = parseRequest(raw)
    const members = invited(this.#replica.state.value, inviteId)?.members
    if (!members) throw new Damaged('INVITE_UNKNOWN')
    await extend((state) =>
      admit(
        state,
        this.#replica.keys,
        {
          request: raw,
          device: { ed, x, members },
          epochKey: presentKeyOf(this.#replica, state),
          heads: this.#replica.ledger.value.allHeads(state),
          ts: unixSeconds(clock),
        },
        crypto,
      ),
    )
    this.#drop(id)
  }

  /** The hash that DECLINE names. */
  async decline(id: string): Promise<Bytes> {
    const hash = await requestHash(this.rawOf(id), this.#replica.parts.crypto)
    this.#drop(id)
    return hash
  }

  /** Gives a card to the member; the secret is forgotten when this resolves. Raises Refused or Damaged. */
  async addCard(secret: CardSecret, holder: Member, extend: Extend, by: CardSecret | null = null): Promise<void> {
    const { crypto, clock } = this.#replica.parts
    const author = await authorOf(this.#replica, by)
    const keys = await secret.keys(crypto)
    await extend((state) =>
      card(state, author, keys, holder, presentKeyOf(this.#replica, state), unixSeconds(clock), crypto),
    )
  }

  /** The words of the control chain as it is known here: a request's words, with nobody asking. */
  compare(): Promise<readonly string[]> {
    const { head } = this.#replica.state.value
    return comparisonWords(NOBODY_ASKS, head.slice(0, 16), this.#replica.parts.crypto)
  }

  /** Whose card of this place it is. Raises Damaged AUTHOR_UNKNOWN or CARD_MAC_BAD where it does not open it. */
  async tryCard(secret: CardSecret): Promise<Member> {
    const { crypto } = this.#replica.parts
    const keys = await secret.keys(crypto)
    const state = this.#replica.state.value
    await openWithCard(keys, state, this.#replica.chain, crypto)
    return device(state, keys.device.id)?.holder ?? 0
  }

  /** The request as it came. Raises Damaged INVITE_USED where it waits no more. */
  rawOf(id: string): Bytes {
    const waiting = this.#waiting.value.find((one) => one.id === id)
    if (!waiting) throw new Damaged('INVITE_USED')
    return waiting.raw
  }

  #drop(id: string): void {
    this.#waiting.value = this.#waiting.value.filter((one) => one.id !== id)
  }

  async #read(raw: Bytes): Promise<Waiting | null> {
    const { crypto } = this.#replica.parts
    const state = this.#replica.state.value
    const request = parseRequest(raw)
    const known = invited(state, request.invite)
    if (!known?.open) return null
    const ctl = known.hash.slice(0, 16)
    await checkRequest(request, state.space, known.sign, ctl, crypto)
    const secret = this.#replica.stored.invitations.find(
      ({ invite: id }) => toHex(id) === toHex(request.invite),
    )?.secret
    const invitation = secret ? await invitationFromSecret(secret, crypto) : null
    const name = invitation ? await openName(request, invitation, crypto).catch(unreadable) : ''
    const words = await comparisonWords(raw, ctl, crypto)
    return { id: toHex(await requestHash(raw, crypto)), member: known.members[0] ?? 0, name, words, raw }
  }
}

/** A name that does not open is still a request: the words on both screens decide. */
function unreadable(error: unknown): string {
  if (error instanceof SyncError) return ''
  throw error
}

function nobody(error: unknown): null {
  if (error instanceof SyncError) return null
  throw error
}

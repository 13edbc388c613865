/** The first words with the server: who we are, which space, and the proof. The client speaks first (P5). */

import { areEqual, type Bytes } from '../../../../sync/bytes.ts'
import type { Crypto } from '../../../../sync/crypto.ts'
import { Damaged, Malformed, Refused } from '../../../../sync/errors.ts'
import { authMessage, type DeviceKeys } from '../../../../sync/keys.ts'
import { type Challenge, type Ctl, type Message, VERSION, type Welcome } from '../../../../sync/messages.ts'
import { type Channel, isOfType } from './channel.ts'

export interface Greeter {
  readonly origin: string
  /** Null for a card, which knows none. */
  readonly space: Bytes | null
  readonly keys: DeviceKeys
  /** Hears, instead of WELCOME, the entries that removed this device. */
  told?(news: Ctl): Promise<void>
  /** The genesis entry, while the server has not yet said that it has it. */
  readonly genesis: Bytes | null
}
export interface Greeted {
  readonly space: Bytes
  readonly welcome: Welcome
  /** Unix seconds, by the server's clock. */
  readonly serverTime: number
}

const ANSWER_LIMIT_MS = 20_000

/** HELLO and its answer. Raises Refused, Lost, or Damaged when the server names another space. */
export async function hello(channel: Channel, space: Bytes | null, device: Bytes): Promise<Challenge> {
  channel.send({ type: 'hello', version: VERSION, space, device })
  const challenge = await answer(channel, 'challenge')
  if (space !== null && challenge.space !== null && !areEqual(space, challenge.space))
    throw new Damaged('SPACE_MISMATCH')
  return challenge
}

/** HELLO to WELCOME. Raises Refused, Lost, Malformed or Damaged. */
export async function greet(channel: Channel, greeter: Greeter, crypto: Crypto): Promise<Greeted> {
  const { origin, keys, genesis } = greeter
  const challenge = await hello(channel, greeter.space, keys.id)
  const space = greeter.space ?? challenge.space
  if (space === null) throw new Refused('CARD_UNKNOWN')
  if (genesis !== null) {
    channel.send({ type: 'create', genesis, token: null })
    const created = await answer(channel, 'created')
    if (!areEqual(created.space, space)) throw new Damaged('SPACE_MISMATCH')
  }
  const signature = await crypto.sign(keys.signing, authMessage(origin, space, keys.id, challenge.nonce))
  channel.send({ type: 'auth', space, device: keys.id, signature })
  return { space, welcome: await welcomed(channel, greeter), serverTime: challenge.serverTime }
}

/** A device that was removed is shown why before it is refused: on the server's word alone it would not believe it. */
async function welcomed(channel: Channel, greeter: Greeter): Promise<Welcome> {
  for (;;) {
    const message = await channel.next(ANSWER_LIMIT_MS)
    if (!isOfType(message, 'ctl') || !greeter.told) return answerOf(message, 'welcome')
    await greeter.told(message)
  }
}

/** The next message, which must be of this type. Raises Refused for ERR and DRAIN, Malformed for any other. */
export async function answer<Type extends Message['type']>(
  channel: Channel,
  type: Type,
): Promise<Extract<Message, { type: Type }>> {
  return answerOf(await channel.next(ANSWER_LIMIT_MS), type)
}

function answerOf<Type extends Message['type']>(message: Message, type: Type): Extract<Message, { type: Type }> {
  if (isOfType(message, type)) return message
  if (message.type === 'err') throw new Refused(message.code, message.retryAfterMs)
  if (message.type === 'drain') throw new Refused('DRAIN', message.reconnectAfterMs)
  throw new Malformed(`${message.type} where ${type} was due`)
}

/** The key card: 16 random bytes on paper, and the keys that follow from them (P2, P11, P12). Vectors: vectors/cards.json. */

import { areEqual, areEqualInConstantTime, type Bytes, toHex } from './bytes.ts'
import type { Crypto } from './crypto.ts'
import { tagged } from './encoding.ts'
import { coveredByCard } from './entry.ts'
import { Damaged } from './errors.ts'
import { type DeviceKeys, deviceKeysFromSeeds } from './keys.ts'
import * as link from './link.ts'
import type { Membership } from './membership.ts'
import { introduction, openEpochs } from './opening.ts'
import type { Operation } from './operation.ts'
import * as words from './words.ts'

export const SECRET_BYTES = 16
const MARK = 'k1'
const WORDS = 12
const CHECK_BITS = 4n
const NOTHING = new Uint8Array(0)

/** What a tablet uses of a card, and then forgets. */
export interface CardKeys {
  readonly device: DeviceKeys
  readonly macKey: Bytes
}

/** The 16 bytes of a card. Never stored. */
export class CardSecret {
  readonly secret: Bytes

  constructor(secret: Bytes) {
    this.secret = secret
  }

  /** A card that never was before. */
  static fresh(crypto: Crypto): CardSecret {
    return new CardSecret(crypto.randomBytes(SECRET_BYTES))
  }

  /** The card with these 12 words. Throws Damaged CARD_BAD if it is mistyped. */
  static async fromWords(typed: string, crypto: Crypto): Promise<CardSecret> {
    const parts = typed.split(/\s+/).filter((word) => word !== '')
    const bits = parts.length === WORDS ? await words.toBits(parts) : null
    if (bits === null) throw new Damaged('CARD_BAD')
    const card = new CardSecret(bytesOf(bits >> CHECK_BITS))
    if ((await card.#bits(crypto)) !== bits) throw new Damaged('CARD_BAD')
    return card
  }

  /** The card and the address in a scanned text. Throws Damaged CARD_BAD. */
  static fromQr(scanned: string): { card: CardSecret; address: string } {
    const { address, secret } = link.read(scanned, MARK, SECRET_BYTES, 'CARD_BAD')
    return { card: new CardSecret(secret), address }
  }

  /** The 12 words to print. */
  async words(crypto: Crypto): Promise<readonly string[]> {
    return words.fromBits(await this.#bits(crypto), WORDS)
  }

  /** The text of the QR code to print. */
  qr(address: string): string {
    return link.write(address, MARK, this.secret)
  }

  /** The keys of the card as a device of paper. */
  async keys(crypto: Crypto): Promise<CardKeys> {
    const part = (purpose: string) => crypto.hkdf(this.secret, NOTHING, tagged('card', [purpose]), 32)
    const device = await deviceKeysFromSeeds(await part('sign'), await part('box'), crypto)
    return { device, macKey: await part('mac') }
  }

  async #bits(crypto: Crypto): Promise<bigint> {
    const [check = 0] = await crypto.sha256(this.secret)
    return (BigInt(`0x${toHex(this.secret)}`) << CHECK_BITS) | (BigInt(check) >> (8n - CHECK_BITS))
  }
}

/** The mac that an entry with this header must hold to introduce the card (what it holds there is ignored). */
export function proof(keys: CardKeys, headerBytes: Bytes, crypto: Crypto): Promise<Bytes> {
  return crypto.hmac(keys.macKey, coveredByCard(headerBytes))
}

/**
 * The key of every epoch, for whoever holds the card's secret and the chain that `state` was made from.
 * Throws Damaged: AUTHOR_UNKNOWN if the card is not in the chain, CARD_MAC_BAD if the entry that introduces it was
 * not made at the table where the card was, WRAP_BAD and COMMITMENT_BAD if the key is not the space's.
 */
export async function openWithCard(
  keys: CardKeys,
  state: Membership,
  chain: readonly Bytes[],
  crypto: Crypto,
): Promise<readonly Bytes[]> {
  const { entry } = await introduction(state, keys.device.id, chain, crypto)
  const mac = macIn(entry.operation, keys.device.signing.public)
  if (!areEqualInConstantTime(mac, await proof(keys, entry.headerBytes, crypto))) throw new Damaged('CARD_MAC_BAD')
  return openEpochs(state, keys.device, chain, crypto)
}

function macIn(operation: Operation, ed: Bytes): Bytes {
  switch (operation.op) {
    case 'genesis':
      return operation.cards.find((card) => areEqual(card.ed, ed))?.mac ?? NOTHING
    case 'card':
      return operation.card.mac
    default:
      return NOTHING
  }
}

/** The 16 bytes of a number, most significant first. */
function bytesOf(number: bigint): Bytes {
  const bytes = new Uint8Array(SECRET_BYTES)
  for (let at = SECRET_BYTES - 1, left = number; at >= 0; at--, left >>= 8n) bytes[at] = Number(left & 0xffn)
  return bytes
}

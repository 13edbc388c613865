/** What a scanned square, a typed line or the address bar turned out to be. Only its spelling is looked at. */

import { CardSecret } from '../../../../sync/card.ts'
import type { Crypto } from '../../../../sync/crypto.ts'
import { Damaged } from '../../../../sync/errors.ts'
import { fromLink } from '../../../../sync/joining.ts'
import type { Scanned } from '../stage.ts'

export async function readScanned(typed: string, origin: string, crypto: Crypto): Promise<Scanned> {
  const line = typed.trim().replaceAll(/\s+/g, ' ')
  const elsewhere = (address: string): string | null => (sameOrigin(address, origin) ? null : address)
  const attempts: (() => Promise<Scanned>)[] = [
    async () => {
      const { card, address } = CardSecret.fromQr(line)
      return { kind: 'card', secret: card, address: elsewhere(address) }
    },
    async () => ({ kind: 'card', secret: await CardSecret.fromWords(line, crypto), address: null }),
    async () => ({ kind: 'invitation', link: line, address: elsewhere((await fromLink(line, crypto)).address) }),
  ]
  for (const attempt of attempts) {
    const scanned = await attempt().catch(mistyped)
    if (scanned) return scanned
  }
  return { kind: 'nothing' }
}

function sameOrigin(address: string, origin: string): boolean {
  try {
    return new URL(address).origin === origin
  } catch (error) {
    if (error instanceof TypeError) return false // not an address at all
    throw error
  }
}

function mistyped(error: unknown): null {
  if (error instanceof Damaged) return null
  throw error
}

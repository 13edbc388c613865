/**
 * Passkeys of this very device with the PRF extension (WebAuthn level 3): a finger, a face or the phone's own code, and
 * 32 bytes that only this passkey gives for a salt. No server is asked: a wrong answer opens nothing.
 */

import { type Bytes, toBase64Url } from '../../../../sync/bytes.ts'
import { PasskeyRefused } from '../errors.ts'

export interface PasskeyAnswer {
  readonly credential: Bytes
  readonly secret: Bytes
}

export interface Passkeys {
  /** Whether this browser, on this device, can make one that gives secrets. */
  areThere(): Promise<boolean>
  /** Makes one, in place of an earlier one of the same `holder`. Raises PasskeyRefused. */
  make(holder: Bytes, salt: Bytes): Promise<PasskeyAnswer>
  /** Asks for any one of these. Raises PasskeyRefused. */
  ask(known: readonly { readonly credential: Bytes; readonly salt: Bytes }[]): Promise<PasskeyAnswer>
}

const WAIT_MS = 60_000
/** Ed25519, then what older devices have. Nobody ever checks a signature of it. */
const KINDS = [-8, -7, -257]

export function browserPasskeys(randomBytes: (size: number) => Bytes): Passkeys {
  const host = globalThis.location?.hostname ?? ''

  async function ask(known: Parameters<Passkeys['ask']>[0]): Promise<PasskeyAnswer> {
    const found = await orRefused(
      navigator.credentials.get({
        publicKey: {
          challenge: randomBytes(32),
          rpId: host,
          timeout: WAIT_MS,
          userVerification: 'required',
          allowCredentials: known.map(({ credential }) => ({ type: 'public-key', id: credential })),
          extensions: {
            prf: {
              evalByCredential: Object.fromEntries(
                known.map(({ credential, salt }) => [toBase64Url(credential), { first: salt }]),
              ),
            },
          },
        },
      }),
    )
    return { credential: new Uint8Array(found.rawId), secret: secretOf(found) ?? refused() }
  }

  return {
    ask,
    async areThere() {
      const { PublicKeyCredential: api } = globalThis
      if (api?.getClientCapabilities === undefined) return false
      const can: Readonly<Record<string, boolean>> = await api.getClientCapabilities()
      return can['extension:prf'] === true && (await api.isUserVerifyingPlatformAuthenticatorAvailable())
    },
    async make(holder, salt) {
      const made = await orRefused(
        navigator.credentials.create({
          publicKey: {
            challenge: randomBytes(32),
            rp: { id: host, name: 'Kith' },
            // What the device's own list of passkeys shows: nothing about anybody.
            user: { id: holder, name: 'Kith', displayName: 'Kith' },
            pubKeyCredParams: KINDS.map((alg) => ({ type: 'public-key', alg })),
            timeout: WAIT_MS,
            attestation: 'none',
            authenticatorSelection: {
              authenticatorAttachment: 'platform',
              residentKey: 'required',
              userVerification: 'required',
            },
            extensions: { prf: { eval: { first: salt } } },
          },
        }),
      )
      const credential = new Uint8Array(made.rawId)
      const secret = secretOf(made)
      if (secret) return { credential, secret }
      // Many tell only at the next asking.
      if (made.getClientExtensionResults().prf?.enabled !== true) throw new PasskeyRefused()
      return ask([{ credential, salt }])
    },
  }
}

async function orRefused(asking: Promise<Credential | null>): Promise<PublicKeyCredential> {
  try {
    const answer = await asking
    if (answer instanceof PublicKeyCredential) return answer
  } catch (error) {
    // Called off, not found, too late, not allowed: browsers do not say which, so that no page can learn it.
    if (!(error instanceof DOMException)) throw error
    throw new PasskeyRefused(error)
  }
  throw new PasskeyRefused()
}

function secretOf(answer: PublicKeyCredential): Bytes | null {
  const first = answer.getClientExtensionResults().prf?.results?.first
  if (first === undefined) return null
  const bytes = ArrayBuffer.isView(first) ? new Uint8Array(first.buffer, first.byteOffset, first.byteLength) : first
  return Uint8Array.from(new Uint8Array(bytes))
}

function refused(): never {
  throw new PasskeyRefused()
}

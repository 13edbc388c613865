/**
 * An invitation, the request that answers it, and the words that two people compare.
 * Vectors: vectors/joining.json.
 */

import { areEqual, type Bytes, bytesOf, joined } from './bytes.ts'
import type { BoxKey, Crypto, SigningKey } from './crypto.ts'
import { decode, encode, tagged } from './encoding.ts'
import { Damaged, Malformed } from './errors.ts'
import { openSealed, sealFor } from './hpke.ts'
import type { DeviceKeys } from './keys.ts'
import { LIMITS } from './limits.ts'
import * as link from './link.ts'
import { array, octets, whole } from './shape.ts'
import { isWeakEd, isWeakX, numberOf } from './weakness.ts'
import * as words from './words.ts'

const VERSION = 1
const MARK = 'j1'
/** Of a person's own space: for another device of theirs, and of no use at a door (P15). */
export const OWN_MARK = 'o1'
const COMPARED_WORDS = 4
const NOTHING = new Uint8Array(0)

/** What only the inviter and the invited know: a secret, and the keys that follow from it. */
export interface Invitation {
  readonly secret: Bytes
  readonly sign: SigningKey
  readonly box: BoxKey
  readonly id: Bytes
}

/** What a link says: where to go, which space it must be, which entry invites. */
export interface Link {
  readonly address: string
  readonly space: Bytes
  readonly ctl: Bytes
  readonly invitation: Invitation
}

/** A device that asks to be admitted, as it came. */
export interface JoinRequest {
  readonly space: Bytes
  readonly invite: Bytes
  readonly ctl: Bytes
  readonly ed: Bytes
  readonly x: Bytes
  readonly nameBox: Bytes
  readonly ts: number
  readonly headerBytes: Bytes
  readonly byInvite: Bytes
  readonly byDevice: Bytes
  readonly raw: Bytes
}

/** The invitation with this secret of 32 bytes. */
export async function invitationFromSecret(secret: Bytes, crypto: Crypto): Promise<Invitation> {
  const part = (purpose: string) => crypto.hkdf(secret, NOTHING, tagged('invite', [purpose]), 32)
  const sign = await crypto.signingKeyFromSeed(await part('sign'))
  const box = await crypto.boxKeyFromSeed(await part('box'))
  return { secret, sign, box, id: await inviteId(sign.public, box.public, crypto) }
}

/** An invitation that never was before. */
export function newInvitation(crypto: Crypto): Promise<Invitation> {
  return invitationFromSecret(crypto.randomBytes(32), crypto)
}

/** 16 bytes that name an invitation. */
export async function inviteId(signPublic: Bytes, boxPublic: Bytes, crypto: Crypto): Promise<Bytes> {
  return (await crypto.sha256(tagged('invite-id', [signPublic, boxPublic]))).slice(0, 16)
}

/** The link for a space, once the control chain holds the invitation in the entry `ctl` (16 bytes). */
export function toLink(invitation: Invitation, address: string, space: Bytes, ctl: Bytes, mark = MARK): string {
  return link.write(address, mark, joined(space, ctl, invitation.secret))
}

/** What the link says. Throws Damaged LINK_BAD for one that is mistyped, cut short, or of the other sort. */
export async function fromLink(text: string, crypto: Crypto, mark = MARK): Promise<Link> {
  const { address, secret } = link.read(text, mark, 64, 'LINK_BAD')
  const invitation = await invitationFromSecret(secret.slice(32), crypto)
  return { address, space: secret.slice(0, 16), ctl: secret.slice(16, 32), invitation }
}

/** The request of this device. Throws Malformed for a name too long to send. */
export async function buildRequest(
  invited: Link,
  device: DeviceKeys,
  name: string,
  ts: number,
  crypto: Crypto,
): Promise<Bytes> {
  const { invitation, space, ctl } = invited
  const nameBox = await sealFor(invitation.box.public, nameInfo(space, invitation.id), bytesOf(name), crypto)
  const header = [VERSION, space, invitation.id, ctl, device.signing.public, device.box.public, nameBox, ts]
  const headerBytes = encode(header)
  const message = tagged('join', headerBytes)
  const signatures = [await crypto.sign(invitation.sign, message), await crypto.sign(device.signing, message)]
  return parseRequest(encode([headerBytes, ...signatures])).raw
}

/** The request in these bytes, not yet verified. Throws Malformed. */
export function parseRequest(raw: Bytes): JoinRequest {
  if (raw.length > LIMITS.join_request_bytes) throw new Malformed('a join request too large')
  const parts = array(decode(raw), 3)
  const headerBytes = octets(parts[0])
  const [version, space, invite, ctl, ed, x, nameBox, ts] = array(decode(headerBytes), 8)
  whole(version, VERSION, VERSION)
  if (octets(nameBox).length > LIMITS.name_box_bytes) throw new Malformed('a name too long')
  return {
    space: octets(space, 16),
    invite: octets(invite, 16),
    ctl: octets(ctl, 16),
    ed: octets(ed, 32),
    x: octets(x, 32),
    nameBox: octets(nameBox),
    ts: whole(ts),
    headerBytes,
    byInvite: octets(parts[1], 64),
    byDevice: octets(parts[2], 64),
    raw,
  }
}

/** Resolves if the request answers the invitation with this key, made in this entry. Throws Damaged REQUEST_BAD. */
export async function checkRequest(
  request: JoinRequest,
  space: Bytes,
  signPublic: Bytes,
  ctl: Bytes,
  crypto: Crypto,
): Promise<void> {
  const message = tagged('join', request.headerBytes)
  const answers =
    areEqual(request.space, space) &&
    areEqual(request.ctl, ctl) &&
    !isWeakEd(request.ed) &&
    !isWeakX(request.x) &&
    (await crypto.verify(signPublic, message, request.byInvite)) &&
    (await crypto.verify(request.ed, message, request.byDevice))
  if (!answers) throw new Damaged('REQUEST_BAD')
}

/** The first name that the joiner gave. Throws Damaged REQUEST_BAD. */
export async function openName(request: JoinRequest, invitation: Invitation, crypto: Crypto): Promise<string> {
  try {
    const info = nameInfo(request.space, request.invite)
    const name = await openSealed(request.nameBox, invitation.box, info, crypto)
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(name)
  } catch (error) {
    if (error instanceof Damaged || error instanceof TypeError) throw new Damaged('REQUEST_BAD')
    throw error
  }
}

/** What DECLINE names. */
export function requestHash(raw: Bytes, crypto: Crypto): Promise<Bytes> {
  return crypto.sha256(raw)
}

/** Four words that both people read aloud: the same only if both hold this request and this control chain. */
export async function comparisonWords(request: Bytes, ctl: Bytes, crypto: Crypto): Promise<readonly string[]> {
  const digest = await crypto.sha256(tagged('compare', [request, ctl]))
  const looseBits = 256 - COMPARED_WORDS * words.WORD_BITS
  return words.fromBits(numberOf(digest.reverse()) >> BigInt(looseBits), COMPARED_WORDS)
}

function nameInfo(space: Bytes, invite: Bytes): Bytes {
  return tagged('join-name', [space, invite])
}

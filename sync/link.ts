/** Secrets in an address: `<address>/#<mark>.<base64url>`. What stands after # never leaves the browser. */

import { type Bytes, fromBase64Url, toBase64Url } from './bytes.ts'
import { Damaged, type DamagedCode } from './errors.ts'

/** The link; the address is an origin, with or without a slash at its end. */
export function write(address: string, mark: string, secret: Bytes): string {
  return `${address.replace(/\/+$/, '')}/#${mark}.${toBase64Url(secret)}`
}

/** The address and the secret. Throws Damaged with `code` for anything that `write` never gives back. */
export function read(
  link: string,
  mark: string,
  sizeBytes: number,
  code: DamagedCode,
): { address: string; secret: Bytes } {
  const typed = link.trim()
  const sign = `/#${mark}.`
  const at = typed.lastIndexOf(sign)
  if (at < 1) throw new Damaged(code)
  const address = typed.slice(0, at)
  const secret = fromBase64Url(typed.slice(at + sign.length))
  if (secret?.length !== sizeBytes || write(address, mark, secret) !== typed) throw new Damaged(code)
  return { address, secret }
}

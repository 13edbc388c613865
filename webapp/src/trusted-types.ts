/**
 * The only two script addresses that Kith ever starts. Everything else is refused by the browser itself, because the
 * page's policy demands trusted types and allows no policy but this one.
 */
import argon2 from './device/unlock/argon2.worker.ts?worker&url'

const ALLOWED: readonly string[] = ['/sw.js', argon2]

interface ScriptPolicy {
  createScriptURL(address: string): string
}
interface PolicyMaker {
  createPolicy(name: string, rules: ScriptPolicy): ScriptPolicy
}

const rules: ScriptPolicy = {
  createScriptURL(address) {
    if (!ALLOWED.includes(address)) throw new TypeError(`Not one of Kith's own scripts: ${address}`)
    return address
  },
}

const { trustedTypes } = globalThis as { trustedTypes?: PolicyMaker }
// Safari 15.4 to 18 know no trusted types: the same rules then run as a plain function
const policy = trustedTypes?.createPolicy('kith', rules) ?? rules

/** The service worker's address, as `navigator.serviceWorker.register` wants it. */
export const serviceWorkerAddress = (): string => policy.createScriptURL('/sw.js')

/** A new worker for the passphrase's key derivation; it answers as device/unlock/argon2.worker.ts says. */
export const startArgon2Worker = (): Worker => new Worker(policy.createScriptURL(argon2), { type: 'module' })

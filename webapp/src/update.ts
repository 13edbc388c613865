/** Keeping the app on this device, and taking over a newer one only when somebody asks. */
import { type ReadonlySignal, signal } from '@preact/signals-core'
import type { Shells } from './shells.ts'
import { serviceWorkerAddress } from './trusted-types.ts'
import { within } from './within.ts'

const LIMIT_MS = 10_000
const LOOK_AGAIN_MS = 60 * 60 * 1000

/** `kept` says that the worker is there, not that all files are: ask `readyForOffline` for that. */
export type Keeping = 'kept' | 'unsupported' | 'refused' | 'slow'

/** Whether this device would open Kith with no network at all; when not, why. */
export interface OfflineAnswer {
  readonly ready: boolean
  readonly because: 'all here' | 'not all here' | 'no worker' | 'unsupported' | 'slow'
}

const waiting = signal(false)
/** The shell that this page is of, as far as it was asked. */
let ours: string | null = null
let registration: ServiceWorkerRegistration | null = null
let asked = false

/** True when a newer Kith is on this device and waits for "Update". */
export const updateWaiting: ReadonlySignal<boolean> = waiting

/** Registers the service worker and watches for newer versions. Never throws, and answers within ten seconds. */
export async function keepOnThisDevice(): Promise<Keeping> {
  if (!('serviceWorker' in navigator)) return 'unsupported'
  const hadController = navigator.serviceWorker.controller !== null
  navigator.serviceWorker.addEventListener('controllerchange', () => {
    if (asked) window.location.reload()
    else if (hadController && registration !== null) ask(registration) // another tab may have taken over
  })
  navigator.serviceWorker.addEventListener('message', ({ data }) => {
    if (data === 'taken over' && asked) window.location.reload()
    if (isShells(data)) {
      ours ??= data.inUse
      waiting.value = data.inUse !== data.newest || data.inUse !== ours
    }
  })
  const options = { updateViaCache: 'none' } as const
  const registering = navigator.serviceWorker.register(serviceWorkerAddress(), options).catch(() => 'refused' as const)
  const answer = await within(LIMIT_MS, registering, 'slow' as const)
  if (typeof answer === 'string') return answer
  registration = answer
  watch(answer)
  return 'kept'
}

/** Lets the newer version in, and reloads the page when it is there. Only where `kith.mayEnd()` says so: this ends the page. */
export function takeOver(): void {
  asked = true
  const newer = registration?.waiting ?? registration?.active
  if (newer) newer.postMessage('take over')
  else window.location.reload()
}

/** Looks whether everything this page is made of is kept here. Changes nothing; answers within ten seconds. */
export async function readyForOffline(): Promise<OfflineAnswer> {
  if (!('serviceWorker' in navigator) || !('caches' in window)) return { ready: false, because: 'unsupported' }
  return within(LIMIT_MS, lookForShell(), { ready: false, because: 'slow' })
}

async function lookForShell(): Promise<OfflineAnswer> {
  const found = await navigator.serviceWorker.getRegistration()
  if (!found) return { ready: false, because: 'no worker' }
  await settled(found)
  if (!found.active) return { ready: false, because: 'no worker' }
  const parts = document.querySelectorAll<HTMLScriptElement | HTMLLinkElement>('script[src], link[rel=stylesheet]')
  const addresses = Array.from(parts, (part) => ('src' in part ? part.src : part.href))
  const kept = await Promise.all(['/', ...addresses].map((address) => caches.match(address)))
  return kept.every(Boolean) ? { ready: true, because: 'all here' } : { ready: false, because: 'not all here' }
}

/** Waits for a worker that is being installed: the first until it is in charge, a later one until it waits its turn. */
function settled(found: ServiceWorkerRegistration): Promise<void> {
  const worker = found.installing
  const isFirst = found.active === null
  return new Promise((resolve) => {
    if (worker === null) resolve()
    worker?.addEventListener('statechange', () => {
      if (worker.state === 'installed' ? !isFirst : worker.state !== 'installing') resolve()
    })
  })
}

/** The newest worker knows: one that waits may be what is handed out already, and one in charge may hand out an older one. */
function ask(found: ServiceWorkerRegistration): void {
  const newest = found.active && (found.waiting ?? found.active) // the first ever has no page to take over from
  newest?.postMessage('newer?')
}

function isShells(answer: unknown): answer is Shells {
  return typeof answer === 'object' && answer !== null && 'inUse' in answer && 'newest' in answer
}

function watch(found: ServiceWorkerRegistration): void {
  const look = (): void => ask(found)
  look()
  found.addEventListener('updatefound', () => found.installing?.addEventListener('statechange', look))
  const lookAgain = (): void => {
    found.update().catch(() => undefined) // no network: the next look will do
  }
  setInterval(lookAgain, LOOK_AGAIN_MS)
}

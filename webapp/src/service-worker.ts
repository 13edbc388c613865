/**
 * Keeps the whole app on the device after one visit, so that it opens with no network.
 *
 * A newer version is put beside the one in use, and stays beside it until somebody asks, also when the browser was closed
 * meanwhile: browsers start a newer worker by themselves then, and it goes on handing out the older app. The app that was in use
 * before stays here too: a page of it that is still open in another tab may want a part that it has not had yet.
 *
 * What people share never passes through here: /sync is a socket, and everything else is a file of the build. Responses
 * are handed on as they were cached, because a rewrapped one loses its security policy. This is no protection from a
 * hostile server, which could replace this file.
 */
declare const self: ServiceWorkerGlobalScope
/** Put in by the build: every file of the app, and one name for all of them together. */
declare const SHELL: { readonly files: readonly string[]; readonly version: string }

const { files, version } = SHELL
const OURS = 'kith-shell-'
const shell = OURS + version
/** A cache of two notes: the name of the shell that people asked for, and of the one before it. */
const NOTES = { cache: 'kith-in-use', inUse: '/shell-in-use', before: '/shell-before' }
const IN_CHARGE_WITHIN_MS = 3000
/** What the server answers itself. */
const LIVE = ['/sync', '/healthz', '/sw.js', '/manifest.json']

self.addEventListener('install', (event) => {
  const fresh = files.map((file) => new Request(file, { cache: 'no-cache' }))
  event.waitUntil(caches.open(shell).then((cache) => cache.addAll(fresh)))
})

self.addEventListener('message', (event) => {
  if (event.data === 'take over') event.waitUntil(takeOver(event.source))
  if (event.data === 'newer?') event.waitUntil(sayWhatIsInUse(event.source))
})

self.addEventListener('activate', (event) => {
  event.waitUntil(forgetOtherShells().then(() => self.clients.claim()))
})

self.addEventListener('fetch', (event) => {
  const { origin, pathname } = new URL(event.request.url)
  if (event.request.method !== 'GET' || origin !== self.location.origin || LIVE.includes(pathname)) return
  event.respondWith(fromShell(pathname, event.request))
})

async function fromShell(path: string, request: Request): Promise<Response> {
  const cache = await caches.open(await shellInUse())
  return (await cache.match(path)) ?? (await caches.match(path)) ?? fetch(request)
}

/** The shell that was asked for last; this worker's own where there is none, or it is gone. */
async function shellInUse(): Promise<string> {
  const name = (await noted(NOTES.inUse)) ?? shell
  return (await caches.has(name)) ? name : shell
}

async function noted(note: string): Promise<string | undefined> {
  return (await caches.match(note, { cacheName: NOTES.cache }))?.text()
}

async function use(name: string): Promise<void> {
  const before = await shellInUse()
  const cache = await caches.open(NOTES.cache)
  if (before !== name) await cache.put(NOTES.before, new Response(before))
  await cache.put(NOTES.inUse, new Response(name))
}

type Asker = ExtendableMessageEvent['source']

/**
 * This worker's own shell from now on; and the worker itself, where it still waits. That may last for minutes, as long as the
 * older worker is busy with anything (w3c/ServiceWorker 1295), and nobody is kept waiting for it: whichever of them hands out
 * the app, it is the newer one.
 */
async function takeOver(page: Asker): Promise<void> {
  await use(shell)
  const inCharge = self.skipWaiting()
  await Promise.race([inCharge, new Promise((soon) => setTimeout(soon, IN_CHARGE_WITHIN_MS))])
  page?.postMessage('taken over')
  await inCharge
}

/** To a page that asks the newest worker there is. Its type is named where it stands: an import would make a module of this. */
async function sayWhatIsInUse(page: Asker): Promise<void> {
  page?.postMessage({ inUse: await shellInUse(), newest: shell } satisfies import('./shells.ts').Shells)
}

async function forgetOtherShells(): Promise<void> {
  const inUse = await shellInUse()
  await use(inUse)
  const kept = [shell, inUse, await noted(NOTES.before)]
  const names = await caches.keys()
  const others = names.filter((name) => name.startsWith(OURS) && !kept.includes(name))
  await Promise.all(others.map((name) => caches.delete(name)))
}

/**
 * Keeps the whole app on the device after one visit, so that it opens with no network.
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

self.addEventListener('install', (event) => {
  const fresh = files.map((file) => new Request(file, { cache: 'no-cache' }))
  event.waitUntil(caches.open(shell).then((cache) => cache.addAll(fresh)))
})

self.addEventListener('message', (event) => {
  if (event.data === 'take over') event.waitUntil(self.skipWaiting())
})

self.addEventListener('activate', (event) => {
  event.waitUntil(forgetOlderShells().then(() => self.clients.claim()))
})

self.addEventListener('fetch', (event) => {
  const { origin, pathname } = new URL(event.request.url)
  if (event.request.method !== 'GET' || origin !== self.location.origin || !files.includes(pathname)) return
  event.respondWith(fromShell(pathname, event.request))
})

async function fromShell(path: string, request: Request): Promise<Response> {
  const cache = await caches.open(shell)
  return (await cache.match(path)) ?? fetch(request)
}

async function forgetOlderShells(): Promise<void> {
  const names = await caches.keys()
  const older = names.filter((name) => name.startsWith(OURS) && name !== shell)
  await Promise.all(older.map((name) => caches.delete(name)))
}

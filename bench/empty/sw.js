// The same as webapp/src/service-worker.ts, for three files.
const files = ['/', '/main.js']
const shell = 'empty-shell'

self.addEventListener('install', (event) => {
  const fresh = files.map((file) => new Request(file, { cache: 'no-cache' }))
  event.waitUntil(caches.open(shell).then((cache) => cache.addAll(fresh)))
})

self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()))

self.addEventListener('fetch', (event) => {
  const { origin, pathname } = new URL(event.request.url)
  if (event.request.method !== 'GET' || origin !== self.location.origin || !files.includes(pathname)) return
  event.respondWith(fromShell(pathname, event.request))
})

async function fromShell(path, request) {
  const cache = await caches.open(shell)
  return (await cache.match(path)) ?? fetch(request)
}

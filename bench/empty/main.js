// The least that a page can do: one line to see, and a service worker that keeps it.
const line = document.createElement('p')
line.id = 'shown'
line.textContent = 'Nothing here'
document.body.append(line)
void navigator.serviceWorker.register('/sw.js', { updateViaCache: 'none' })

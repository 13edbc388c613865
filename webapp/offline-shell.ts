import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { minifySync, type Plugin, transformWithOxc } from 'vite'

/**
 * Builds the service worker last, as /sw.js, with the list of every file it must keep; and writes manifest.json:
 * `{version, argon2, files}`, `argon2` being the one file whose response may carry 'wasm-unsafe-eval' and `files`
 * the SHA-256 of everything served, so that anyone can compare a server with their own build.
 */
export function offlineShell(webapp: string): Plugin {
  return {
    name: 'kith:offline-shell',
    apply: 'build',
    async writeBundle({ dir: folder }) {
      if (folder === undefined) throw new Error('The build has no folder to write to')
      const files = digestsOf(folder)
      const source = readFileSync(join(webapp, 'src/service-worker.ts'), 'utf8')
      const version = sha256(JSON.stringify(files) + source).slice(0, 12)
      const shell = Object.keys(files).map((name) => (name === 'index.html' ? '/' : `/${name}`))
      writeFileSync(join(folder, 'sw.js'), await serviceWorker(source, { files: shell, version }))
      const argon2 = Object.keys(files).find((name) => name.startsWith('argon2.worker-')) ?? null
      const manifest = { version, argon2, files: digestsOf(folder) }
      writeFileSync(join(folder, 'manifest.json'), `${JSON.stringify(manifest, null, 1)}\n`)
    },
  }
}

async function serviceWorker(source: string, shell: { files: string[]; version: string }): Promise<string> {
  const plain = await transformWithOxc(source, 'service-worker.ts', { define: { SHELL: JSON.stringify(shell) } })
  return minifySync('sw.js', plain.code).code
}

function digestsOf(folder: string): Record<string, string> {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .replaceAll('\\', '/'),
    )
    .sort()
  return Object.fromEntries(names.map((name) => [name, sha256(readFileSync(join(folder, name)))]))
}

function sha256(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex')
}

/** Reads lines of JSON, `{decoder, hex}`, after one with the ground that they stand on, and writes an answer for each. */

import { createRequire } from 'node:module'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

const webapp = process.cwd()
const { createServer } = await import(createRequire(join(webapp, 'package.json')).resolve('vite'))
const server = await createServer({
  configFile: join(webapp, 'vite.config.ts'),
  server: { middlewareMode: true, hmr: false, ws: false },
  appType: 'custom',
  optimizeDeps: { noDiscovery: true },
  logLevel: 'error',
})
const { answering } = await server.ssrLoadModule(join(webapp, '../tests/fuzz/answers.ts'))
let answer = null
for await (const line of createInterface({ input: process.stdin })) {
  const asked = JSON.parse(line)
  if (answer === null) answer = await answering(asked)
  else process.stdout.write(`${await answer(asked.decoder, asked.hex)}\n`)
}
await server.close()

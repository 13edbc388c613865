// Hocuspocus with its SQLite extension, both as published: stored some time after it was handed on, which is its default.
import { registerHooks } from 'node:module'
import { join } from 'node:path'

// better-sqlite3 is compiled while it is installed, and nothing here runs code then: Node's own SQLite stands in
registerHooks({
  resolve: (name, context, next) =>
    name === 'better-sqlite3'
      ? { url: new URL('./node-sqlite.mjs', import.meta.url).href, shortCircuit: true }
      : next(name, context),
})
const { Server } = await import('@hocuspocus/server')
const { SQLite } = await import('@hocuspocus/extension-sqlite')

const [port, folder] = process.argv.slice(2)
const server = new Server({
  address: '127.0.0.1',
  port: Number(port),
  quiet: true,
  extensions: [new SQLite({ database: join(folder, 'hocuspocus.sqlite3') })],
})
await server.listen()
console.log('ready')

/** The real relay, `kith serve`, in a process of its own; and a socket of `ws` to it. For tests only. */

import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { WebSocket } from 'ws'
import type { Dial } from '../engine/channel.ts'

export const ROOT: string = fileURLToPath(new URL('../../../..', import.meta.url))
export const PYTHON: string = process.env['KITH_PYTHON'] ?? join(ROOT, '.venv', 'bin', 'python')
const START_LIMIT_MS = 60_000
const PLENTY = {
  spaces_per_address_per_hour: 100_000,
  sockets_per_address: 1000,
  records_per_min: 100_000,
  records_burst: 100_000,
}

export class Relay {
  readonly port: number
  readonly origin: string
  readonly #folder: string
  #process: ChildProcess | null = null

  private constructor(host: string, port: number, folder: string) {
    this.port = port
    this.origin = `http://${host}:${port}`
    this.#folder = folder
  }

  static async start(host = 'kith.localhost'): Promise<Relay> {
    const relay = new Relay(host, await freePort(), await mkdtemp(join(tmpdir(), 'kith-relay-')))
    await relay.up()
    return relay
  }

  async up(): Promise<void> {
    const settings = {
      KITH_PORT: String(this.port),
      KITH_DATA: join(this.#folder, 'data'),
      KITH_ORIGIN: this.origin,
      KITH_LIMITS: JSON.stringify(PLENTY), // a whole town of test devices shares one address
    }
    this.#process = spawn(PYTHON, ['-m', 'server', 'serve'], {
      cwd: ROOT,
      env: { ...process.env, ...settings },
      stdio: 'ignore',
    })
    for (const begun = Date.now(); !(await this.#isHealthy()); ) {
      if (Date.now() - begun > START_LIMIT_MS || this.#process.exitCode !== null) throw new Error('no relay')
      await new Promise((resolve) => setTimeout(resolve, 30))
    }
  }

  /** Its port is closed when this resolves; what it acknowledged is on its disk. */
  async down(signal: 'SIGTERM' | 'SIGKILL' = 'SIGKILL'): Promise<void> {
    const running = this.#process
    this.#process = null
    if (!running || running.exitCode !== null) return
    const ended = new Promise((resolve) => running.once('exit', resolve))
    running.kill(signal)
    await ended
  }

  /** Copies its database to a new file: `kith backup`. */
  backsUp(name: string): Promise<void> {
    return this.#tool('backup', name)
  }

  /** While it is down: `kith restore`. */
  restores(name: string): Promise<void> {
    return this.#tool('restore', name)
  }

  async #tool(verb: string, name: string): Promise<void> {
    const where = ['--data', join(this.#folder, 'data'), join(this.#folder, name)]
    const running = spawn(PYTHON, ['-m', 'server', verb, ...where], { cwd: ROOT, stdio: 'ignore' })
    const code = await new Promise((resolve) => running.once('exit', resolve))
    if (code !== 0) throw new Error(`kith ${verb} failed`)
  }

  async end(): Promise<void> {
    await this.down()
    await rm(this.#folder, { recursive: true, force: true })
  }

  dial: Dial = (events) => this.dialThrough(this.port)(events)

  /** To whatever listens there and passes on to this relay. */
  dialThrough(port: number): Dial {
    return ({ opened, received, closed }) => {
      const socket = new WebSocket(`ws://127.0.0.1:${port}/sync`, { origin: this.origin })
      socket.binaryType = 'arraybuffer'
      socket.on('open', opened)
      socket.on('close', closed)
      socket.on('error', () => socket.terminate()) // the close that follows says it all
      socket.on('message', (frame: ArrayBuffer) => received(new Uint8Array(frame)))
      return { send: (frame) => socket.send(frame), close: () => socket.close() }
    }
  }

  async #isHealthy(): Promise<boolean> {
    try {
      return (await fetch(`http://127.0.0.1:${this.port}/healthz`)).ok
    } catch {
      return false // nobody listens yet
    }
  }
}

export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => (address && typeof address === 'object' ? resolve(address.port) : reject(new Error('no port'))))
    })
  })
}

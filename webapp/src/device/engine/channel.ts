/** One socket to the server as a sequence of messages. What is not a message of ours ends it. */

import type { Bytes } from '../../../../sync/bytes.ts'
import { type Message, parse, toBytes } from '../../../../sync/messages.ts'
import type { Clock } from '../clock.ts'

/** A socket that carries binary frames: the browser's WebSocket, or that of `ws` in Node. */
export interface Socket {
  send(frame: Bytes): void
  close(): void
}
export interface SocketEvents {
  opened(): void
  received(frame: Uint8Array): void
  closed(): void
}
export type Dial = (events: SocketEvents) => Socket

/** The socket closed, never opened, or said nothing for too long. */
export class Lost extends Error {
  override readonly name = 'Lost'
}

const OPEN_LIMIT_MS = 15_000

export class Channel {
  readonly #socket: Socket
  readonly #clock: Clock
  readonly #frames: Uint8Array[] = []
  #wake: (() => void) | null = null
  #isOpen = false
  #ended: Lost | null = null

  /** Dials at once; `opened` says when somebody answers. */
  constructor(dial: Dial, clock: Clock) {
    this.#clock = clock
    this.#socket = dial({
      opened: () => {
        this.#isOpen = true
        this.#wake?.()
      },
      received: (frame) => {
        this.#frames.push(frame)
        this.#wake?.()
      },
      closed: () => this.#end('closed'),
    })
  }

  /** Raises Lost when nobody answers. */
  async opened(): Promise<void> {
    while (!this.#isOpen) await this.#change(OPEN_LIMIT_MS)
  }

  get ended(): boolean {
    return this.#ended !== null
  }

  send(message: Message): void {
    if (this.#ended === null) this.#socket.send(toBytes(message))
  }

  /** The next message. Raises Lost, also after `limit_ms` of silence, or Malformed. Frames that came before an end are read first. */
  async next(limit_ms: number | null = null): Promise<Message> {
    for (;;) {
      const frame = this.#frames.shift()
      if (frame) return parse(frame)
      await this.#change(limit_ms)
    }
  }

  close(): void {
    this.#end('closed here')
    this.#socket.close()
  }

  #end(why: string): void {
    this.#ended ??= new Lost(why)
    this.#wake?.()
  }

  async #change(limit_ms: number | null): Promise<void> {
    if (this.#ended) throw this.#ended
    let isLate = false
    await new Promise<void>((resolve) => {
      const callOff =
        limit_ms === null
          ? null
          : this.#clock.after(limit_ms, () => {
              isLate = true
              resolve()
            })
      this.#wake = () => {
        callOff?.()
        resolve()
      }
    })
    this.#wake = null
    if (isLate) {
      this.close()
      throw new Lost('silent')
    }
  }
}

/** Whether a message is of this type, for the compiler too. */
export function isOfType<Type extends Message['type']>(
  message: Message,
  type: Type,
): message is Extract<Message, { type: Type }> {
  return message.type === type
}

/** Dials /sync of this origin, with the browser's own socket. */
export function browserDial(origin: string): Dial {
  const address = `${origin.replace(/^http/, 'ws')}/sync`
  return ({ opened, received, closed }) => {
    const socket = new WebSocket(address)
    socket.binaryType = 'arraybuffer'
    socket.onopen = opened
    socket.onclose = closed
    // Text frames are not ours: an empty frame is refused where it is read.
    socket.onmessage = ({ data }: MessageEvent<ArrayBuffer | string>) =>
      received(typeof data === 'string' ? new Uint8Array() : new Uint8Array(data))
    return { send: (frame) => socket.send(frame), close: () => socket.close() }
  }
}

// npm's `ws` as a client: each line of hex on standard input goes out as a message, and each that comes is a line of hex.
// A line `ping` or `close` does that, and tells of the answer.
import { createRequire } from 'node:module'
import { createInterface } from 'node:readline'

const { WebSocket } = createRequire(new URL('../../webapp/package.json', import.meta.url))('ws')
const [address, origin] = process.argv.slice(2)
const socket = new WebSocket(address, { origin })

socket.on('message', (content) => console.log(content.toString('hex')))
socket.on('pong', (content) => console.log(`pong ${content}`))
socket.on('close', (code) => console.log(`closed ${code}`))
socket.on('unexpected-response', (_, response) => console.log(`refused ${response.statusCode}`))
socket.on('error', () => {})
socket.on('open', () => {
  createInterface({ input: process.stdin }).on('line', (line) => {
    if (line === 'ping') socket.ping('there?')
    else if (line === 'close') socket.close(1000)
    else socket.send(Buffer.from(line, 'hex'))
  })
})

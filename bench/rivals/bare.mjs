// The least that a durable relay can be: ws, one SQLite file, one commit for all that has arrived, no check of anything.
// What arrives in one turn of the loop is committed (WAL, synchronous=FULL), then handed on and acknowledged: frame by
// frame, or, told to be "joined", what one commit has for a socket in one write.
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { WebSocketServer } from 'ws'

const [port, folder, joined] = process.argv.slice(2)
const database = new DatabaseSync(join(folder, 'bare.sqlite3'))
database.exec('PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL')
database.exec('CREATE TABLE record (room TEXT, position INTEGER, record BLOB, UNIQUE (room, position)) STRICT')
const insert = database.prepare('INSERT INTO record VALUES (?, ?, ?)')

const DELIVERY = 1
const ACK = 2
const HEAD_BYTES = 5
const SEQ_BYTES = 8 // every message begins with its sender's own number
const rooms = new Map()
const corked = new Set()
let waiting = []

function framed(kind, position, content) {
  const message = Buffer.allocUnsafe(HEAD_BYTES + content.length)
  message[0] = kind
  message.writeUInt32BE(position, 1)
  content.copy(message, HEAD_BYTES)
  return message
}

function commit() {
  const batch = waiting
  waiting = []
  database.exec('BEGIN IMMEDIATE')
  for (const arrival of batch) {
    arrival.position = ++arrival.room.position
    insert.run(arrival.room.name, arrival.position, arrival.content)
  }
  database.exec('COMMIT')
  for (const { room, sender, position, content } of batch) {
    say(sender, framed(ACK, position, content.subarray(0, SEQ_BYTES)))
    const delivery = framed(DELIVERY, position, content)
    for (const socket of room.sockets) if (socket !== sender) say(socket, delivery)
  }
  for (const held of corked) held.uncork()
  corked.clear()
}

function say(socket, message) {
  if (joined && !corked.has(socket._socket)) {
    socket._socket.cork()
    corked.add(socket._socket)
  }
  socket.send(message)
}

const server = new WebSocketServer({ host: '127.0.0.1', port: Number(port), perMessageDeflate: false })
server.on('connection', (sender, request) => {
  const name = request.url
  const room = rooms.get(name) ?? { name, position: 0, sockets: new Set() }
  rooms.set(name, room)
  room.sockets.add(sender)
  sender.on('close', () => room.sockets.delete(sender))
  sender.on('message', (content) => {
    if (waiting.push({ room, sender, content, position: 0 }) === 1) setImmediate(commit)
  })
})
server.on('listening', () => console.log('ready'))

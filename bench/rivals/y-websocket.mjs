// @y/websocket-server as it is published, in memory.
import http from 'node:http'
import { createRequire } from 'node:module'
import { setupWSConnection } from '@y/websocket-server/utils'

const [port] = process.argv.slice(2)
const required = createRequire(import.meta.resolve('@y/websocket-server/utils'))
const { Server } = required('ws') // its own ws, an older one
const sockets = new Server({ noServer: true })
sockets.on('connection', setupWSConnection)

const server = http.createServer()
server.on('upgrade', (request, socket, head) => {
  sockets.handleUpgrade(request, socket, head, (upgraded) => sockets.emit('connection', upgraded, request))
})
server.listen(Number(port), '127.0.0.1', () => console.log('ready'))

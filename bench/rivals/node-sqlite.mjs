// What @hocuspocus/extension-sqlite asks of better-sqlite3 (new, exec, prepare, get, run), which node:sqlite does alike.
export { DatabaseSync as default } from 'node:sqlite'

/** Builds page.ts as the web app is built: the same compiler, the same targets, nothing else in it. */

import { fileURLToPath } from 'node:url'
import { packagesForSync } from '../../webapp/packages-for-sync.ts'

const here = fileURLToPath(new URL('.', import.meta.url))
const webapp = fileURLToPath(new URL('../../webapp/', import.meta.url))

export default {
  root: here,
  plugins: [packagesForSync(webapp)],
  resolve: { alias: { yjs: `${webapp}node_modules/yjs` } },
  build: { emptyOutDir: true, assetsDir: '', target: ['safari15.4', 'chrome90'], modulePreload: { polyfill: false } },
}

import { join } from 'node:path'
import type { Plugin } from 'vite'

/** Every package that sync/*.ts may import: this list is the rule, and tests/test_boundaries.py reads the sources. */
const ALLOWED = ['yjs', '@hpke/core']
const ALLOWED_IN_TESTS = [...ALLOWED, 'vitest', 'fast-check', '@noble/curves/ed25519.js']

/** Finds the packages that sync/, which has no node_modules of its own, is allowed to use. */
export function packagesForSync(webapp: string): Plugin {
  const sync = join(webapp, '../sync/')
  return {
    name: 'kith:packages-for-sync',
    enforce: 'pre',
    resolveId(source, importer) {
      if (!importer?.startsWith(sync)) return null
      const allowed = /\.test\.ts$/.test(importer) ? ALLOWED_IN_TESTS : ALLOWED
      return allowed.includes(source) ? this.resolve(source, join(webapp, 'index.html'), { skipSelf: true }) : null
    },
  }
}

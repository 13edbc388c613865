import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'
import { offlineShell } from './offline-shell.ts'
import { packagesForSync } from './packages-for-sync.ts'

const here = fileURLToPath(new URL('.', import.meta.url))
const TRIED = ['src/**/*.test.{ts,tsx}', '../sync/**/*.test.ts']
const ON_A_DEVICE = 'src/device/**/*.test.{ts,tsx}'

export default defineConfig({
  root: here,
  plugins: [packagesForSync(here), offlineShell(here)],
  build: {
    outDir: '../server/static',
    emptyOutDir: true,
    assetsDir: '', // the product has a feature called assets
    assetsInlineLimit: 0, // the policy allows no data: scripts, and a file can be checked by its hash
    target: ['safari15.4', 'chrome90'],
    modulePreload: { polyfill: false },
    // All that the lock screen needs is one script, which packs better than ten.
    rolldownOptions: { output: { codeSplitting: { groups: [{ name: 'index', tags: ['$initial'] }] } } },
  },
  worker: {
    format: 'es',
    rolldownOptions: { output: { entryFileNames: '[name]-[hash].js' } },
  },
  server: {
    fs: { allow: ['..'] },
    proxy: { '/sync': { target: 'ws://127.0.0.1:8000', ws: true }, '/healthz': 'http://127.0.0.1:8000' },
  },
  test: {
    environment: 'node',
    restoreMocks: true,
    maxWorkers: 2, // on two cores it would be one, and most of these tests wait for a server
    // No test is about time: this only ends one that hangs, on the slowest machine.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    projects: [
      // What a device keeps is global to a process, so each of these files has one of its own.
      { extends: true, test: { name: 'device', include: [ON_A_DEVICE] } },
      // All others leave nothing behind, and loading what they try anew for each would cost a third of their time.
      { extends: true, test: { name: 'pure', include: TRIED, exclude: [ON_A_DEVICE], isolate: false } },
    ],
  },
})

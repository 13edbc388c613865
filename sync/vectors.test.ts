import { expect, test } from 'vitest'
import { vectorNames } from './cases.ts'

const tests = import.meta.glob<string>('./*.test.ts', { eager: true, query: '?raw', import: 'default' })

/** Vectors that Python is held to already and TypeScript not yet: whoever reads one here takes its name out. */
const AWAITED: ReadonlySet<string> = new Set(['removal', 'opening', 'acceptance', 'fork', 'succession'])

test.each(vectorNames)('vectors/%s.json is read by a test', (name) => {
  const reading = Object.values(tests).filter((text) => /vectors<\w+>\('(\w+)'\)/.exec(text)?.[1] === name)
  expect(reading).toHaveLength(AWAITED.has(name) ? 0 : 1)
})

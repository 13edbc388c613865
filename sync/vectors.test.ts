import { expect, test } from 'vitest'
import { vectorNames } from './cases.ts'

const tests = import.meta.glob<string>(
  ['./*.test.ts', '../webapp/src/document/*.test.ts', '../webapp/src/map/*.test.ts'],
  { eager: true, query: '?raw', import: 'default' },
)

test.each(vectorNames)('vectors/%s.json is read by a test', (name) => {
  const reading = Object.values(tests).filter((text) =>
    [...text.matchAll(/vectors<\w+>\('(\w+)'\)/g)].some(([, read]) => read === name),
  )
  expect(reading).toHaveLength(1)
})

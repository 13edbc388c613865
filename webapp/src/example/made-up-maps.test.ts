import { expect, test } from 'vitest'
import { current } from '../document/current.ts'
import { words } from '../words/en.ts'
import { EXAMPLES, madeUp } from './made-up-maps.ts'

test('the small example comes first, one on it has died, and everybody named stands somewhere', () => {
  expect(EXAMPLES[0]).toBe('small')
  for (const example of EXAMPLES) {
    const { people } = words.example.maps[example]
    expect(madeUp(example).map(({ name }) => name)).toEqual(Object.values(people).map(({ name }) => name))
  }
  expect(madeUp('small').filter(({ died }) => died)).toHaveLength(1)
  expect(new Set(madeUp('fuller').map(({ ring }) => ring))).toEqual(
    new Set(['closest', 'close', 'life', 'tray', 'past']),
  )
  expect(current.peek()).toBeNull()
})

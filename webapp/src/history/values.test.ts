import { expect, test } from 'vitest'
import { openForEach } from '../document/open-for-tests.ts'
import { words } from '../words/en.ts'
import { situationName } from './values.ts'

const open = openForEach()

test('a situation that no catalogue has is nothing, whatever it is called', () => {
  for (const id of ['constructor', 'toString', 'none']) {
    expect(situationName(id, open.shown)).toBe(words.history.nothing)
  }
})

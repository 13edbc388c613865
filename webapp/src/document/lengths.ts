/** How long words may be that a person hands over. Never asked when reading. */

import type { Who } from '../../../sync/document.ts'
import limits from '../../../sync/limits.json'
import type { Refused } from './outcomes.ts'
import { countCodePoints, NAME_CODE_POINTS } from './well-formed.ts'

/** Of a text. */
export function checkText(words: string): Refused | null {
  return countCodePoints(words) > limits.text_code_points ? { refused: 'too long' } : null
}

/** Of a name, and of what is as short. */
export function checkLength(words: string): Refused | null {
  return countCodePoints(words) > NAME_CODE_POINTS ? { refused: 'too long' } : null
}

/** Of a name that must be there. */
export function checkName(name: string): Refused | null {
  return name.trim() === '' ? { refused: 'empty' } : checkLength(name)
}

/** Of the name of somebody who is not on the map. */
export function checkWho(who: Who): Refused | null {
  return who.kind === 'other' ? checkLength(who.name) : null
}

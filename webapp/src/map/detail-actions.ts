/** What can be said about someone on the map beside who they are and where they stand. Nothing of it is ever asked for. */

import type { Context, HowOften, Person, Service } from '../../../sync/document.ts'
import { checkLength } from '../document/lengths.ts'
import type { Outcome } from '../document/outcomes.ts'
import type { ChangeName } from '../document/undo.ts'
import { changePerson } from './person-change.ts'

/** How people are in touch. */
export type Channel = 'in_person' | 'by_phone' | 'online'

/** Outside services, inside, or linked to them; `unknown` takes back what was said. */
export function setService(id: string, service: Service): Outcome {
  return changePerson('set service', id, (draft) => draft.set('people', id, 'service', service))
}

/** Where they know each other from: each context on its own, and as many as are true. */
export function setContext(id: string, context: Context, on: boolean): Outcome {
  return changePerson('set contexts', id, (draft) => draft.write(`people/${id}`, `contexts/${context}`, on))
}

/** '' takes back what was said. Daily on the phone and out of touch in person may both be true. */
export function setHowOften(id: string, channel: Channel, often: HowOften): Outcome {
  return changePerson('set how often', id, (draft) => draft.set('people', id, channel, often))
}

/** What they do together. */
export function setTogether(id: string, words: string): Outcome {
  return setWords('set together', id, 'together', words)
}

/** What they help the map's owner with. */
export function setTheyHelp(id: string, words: string): Outcome {
  return setWords('set help', id, 'they_help', words)
}

/** What the map's owner helps them with. */
export function setIHelp(id: string, words: string): Outcome {
  return setWords('set help', id, 'i_help', words)
}

/** "I'd like us to be closer", in the open. Its opposite is never in this document. */
export function setCloser(id: string, closer: boolean): Outcome {
  return changePerson('set closer', id, (draft) => draft.set('people', id, 'closer', closer))
}

/** Only if they put it in; '' takes it out. */
export function setPhone(id: string, phone: string): Outcome {
  return setWords('set phone', id, 'phone', phone)
}

function setWords(what: ChangeName, id: string, field: keyof Person & string, words: string): Outcome {
  return checkLength(words) ?? changePerson(what, id, (draft) => draft.write(`people/${id}`, field, words.trim()))
}

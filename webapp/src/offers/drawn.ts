/** Contacts drawn as a map: each stands where their keeper put them. What they could offer is what is said of them. */

import type { Document, Offer, Person } from '../../../sync/document.ts'
import { brief } from '../plan/said.ts'
import { words } from '../words/en.ts'

/** What nobody says of a contact. */
const UNSAID: Omit<Person, 'id' | 'name' | 'kind' | 'place' | 'relation' | 'archived'> = {
  face: '',
  wonder: null,
  died: false,
  service: 'unknown',
  contexts: [],
  in_person: '',
  by_phone: '',
  online: '',
  together: '',
  they_help: '',
  i_help: '',
  closer: false,
  phone: '',
  question: '',
  copied: '',
  was: '',
}

/** So that whatever draws a map can draw this one. */
export function drawn({ offers }: Pick<Document, 'offers'>): Pick<Document, 'people'> {
  return { people: offers.map(asPerson) }
}

/** The whole of somebody's own map; `name` is theirs, for its middle. */
export function ownMap(own: Document, name: string): Document {
  const nothing = { ties: [], help: [], strengths: [], pictures: [], notes: [], goals: [], steps: [], kept: [] }
  return { ...own, ...nothing, ...drawn(own), names: [name] }
}

function asPerson({ id, name, words: offer, kind, place, archived }: Offer): Person {
  return { ...UNSAID, id, name: name || words.offers.nameless, kind, place, relation: brief(offer, ''), archived }
}

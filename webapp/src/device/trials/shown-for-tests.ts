/** What a tab shows of the place of two that is open in it, and what a hand does there: for tests only. */

import { current } from '../../document/current.ts'
import { addPerson } from '../../map/actions.ts'
import type { OpenOwn } from '../own.ts'
import type { OpenSpace } from '../stage.ts'
import type { Tab } from './browser-for-tests.ts'

/** Throws where none is open. */
export function space(tab: Tab): OpenSpace {
  const stage = tab.kith.stage.value
  if (stage.name !== 'open') throw new Error(`${stage.name}, not open`)
  return stage.space
}

/** What is one's own, which is open beside it. Throws where it is not. */
export function own(tab: Tab): OpenOwn {
  const stage = tab.kith.own.stage.value
  if (stage.name !== 'open') throw new Error(`${stage.name}, not open`)
  return stage
}

/** The names on the map, by letter. */
export function people(tab: Tab): string[] {
  return space(tab)
    .document.snapshot.value.people.map(({ name }) => name)
    .sort()
}

/** Adds people on the map that the tab shows now. `current` is one for the process: this tab's, for the moment. */
export function adds(tab: Tab, ...names: string[]): void {
  current.value = space(tab).document
  for (const name of names) addPerson({ name, kind: 'person' })
}

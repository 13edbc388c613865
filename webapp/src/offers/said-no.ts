/** While one's own list is open beside the pair's place, whoever said no on it is named in none of the copies there. */

import { effect } from '@preact/signals'
import { kith } from '../device/kith.ts'
import { current } from '../document/current.ts'
import { heedNo } from './actions.ts'

/** Also in a copy that another device brings later. Gives back how to stop. */
export function watchForNo(): () => void {
  return effect(() => {
    const own = kith.own.stage.value
    if (own.name !== 'open' || own.keeper !== 'helper') return
    const contacts = own.document.snapshot.value.offers
    if (current.value?.snapshot.value.offers.length) queueMicrotask(() => heedNo(contacts))
  })
}

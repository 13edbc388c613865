/** What can be chosen once a ring is open: with the names that the two had when it was last open. */

import type { NamedPlace } from '../stage.ts'
import type { Places } from './places.ts'

export async function namedPlaces(places: Places): Promise<readonly NamedPlace[]> {
  const open = places.opened.map(async (place): Promise<NamedPlace | null> => {
    const listed = places.list.find(({ id }) => id === place.id)
    const isEnded = (await places.told(place, 'ended')).length > 0
    return listed ? { ...listed, names: await places.told(place, 'names'), isEnded } : null
  })
  return (await Promise.all(open)).filter((place) => place !== null)
}

/** What got a no, and what was put away: out of sight, folded. A no is taken back by whoever may give it. */

import type { By, Document, Wish } from '../../../sync/document.ts'
import { brief } from '../plan/said.ts'
import { mayTake } from '../plan/taking.ts'
import { words } from '../words/en.ts'
import { KeptBeside } from '../working/KeptBeside.tsx'
import { PutAway } from '../working/PutAway.tsx'
import { bringBackWish, leaveWishOpen } from './actions.ts'

interface OutOfTheJarProps {
  readonly wishes: readonly Wish[]
  readonly document: Document
  readonly pen: By
}

export function OutOfTheJar({ wishes, document, pen }: OutOfTheJarProps) {
  const { jar, plan } = words
  return (
    <PutAway
      title={jar.out}
      away={wishes.map(({ id, words: wished, archived }) => ({
        id,
        what: brief(wished, jar.untitled),
        back: archived || mayTake(pen) ? () => (archived ? bringBackWish(id) : leaveWishOpen(id)) : undefined,
        after: <KeptBeside document={document} entity={`wishes/${id}`} fields={['taken', 'archived']} />,
      }))}
      called={plan.bringBack}
      said={plan.isBack}
    />
  )
}

/** The wish jar: a line for one more, cards to begin with, and what is in it, each below what made somebody think of it. */

import { useState } from 'preact/hooks'
import type { By, WishCard } from '../../../sync/document.ts'
import { ParkIt } from '../barriers/ParkIt.tsx'
import { current } from '../document/current.ts'
import { OWNER } from '../document/giving.ts'
import { Choice } from '../kit/Choice.tsx'
import { Sheet } from '../kit/Sheet.tsx'
import { HELPER } from '../offers/asked.ts'
import { AddLine } from '../plan/AddLine.tsx'
import { isDeclined } from '../plan/taking.ts'
import { words } from '../words/en.ts'
import { callName } from '../working/names.ts'
import type { RoomProps } from '../working/rooms.ts'
import { addGuess, addWish } from './actions.ts'
import { addingAgain } from './again.ts'
import { chainsOf } from './chains.ts'
import { OutOfTheJar } from './OutOfTheJar.tsx'
import { WhoseIdeas } from './WhoseIdeas.tsx'
import { Chain } from './WishRow.tsx'

const CARDS: readonly WishCard[] = ['', 'used to', 'fancied', 'admired', 'dream', 'might']

export function JarSheet({ document, onClose }: RoomProps) {
  const { jar } = words
  const pen: By = current.value?.pen.value ?? 'both'
  const [card, setCard] = useState<WishCard>('')
  const inside = document.wishes.filter((wish) => !wish.archived && !isDeclined(wish))
  // Where both hold the pen, the one whose map it is not.
  const guesser = pen === 'both' ? HELPER : pen
  return (
    <Sheet title={jar.title} onClose={onClose}>
      <p>{jar.lead}</p>
      <Choice
        label={jar.begins}
        shape="tiles"
        value={card}
        options={CARDS.map((one) => ({ value: one, label: jar.cards[one] }))}
        onChoose={setCard}
      />
      <AddLine
        kind="main"
        open={jar.add}
        label={card === '' ? jar.wish : jar.cards[card]}
        hint={jar.hint}
        name="add wish"
        onAdd={(text) => addingAgain(text, document, (given) => addWish({ words: given, card }))}
        said={jar.added}
      />
      {guesser !== OWNER && (
        <AddLine
          kind="quiet"
          open={jar.guess(callName(guesser, document))}
          label={jar.guessFor(callName(OWNER, document))}
          hint={jar.guessHint}
          name="add guess"
          onAdd={(text) => addingAgain(text, document, (given) => addGuess(given, guesser))}
          said={jar.added}
        />
      )}
      <ParkIt document={document} pen={pen} />
      {inside.length === 0 ? (
        <p class="app-soft">{jar.empty}</p>
      ) : (
        <ul class="app-jar">
          {chainsOf(inside).map((link) => (
            <Chain key={link.wish.id} link={link} document={document} pen={pen} />
          ))}
        </ul>
      )}
      <WhoseIdeas document={document} />
      <OutOfTheJar wishes={document.wishes.filter((wish) => !inside.includes(wish))} document={document} pen={pen} />
    </Sheet>
  )
}

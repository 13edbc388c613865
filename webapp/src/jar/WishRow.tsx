/** A wish with what can be done with it, and below it what it made somebody think of. */

import { useState } from 'preact/hooks'
import type { By, Document, Wish } from '../../../sync/document.ts'
import { announce } from '../kit/Announce.tsx'
import { Button } from '../kit/Button.tsx'
import { AddLine } from '../plan/AddLine.tsx'
import { Answer } from '../plan/Answer.tsx'
import { addGoalOf } from '../plan/actions.ts'
import { CoText } from '../plan/CoText.tsx'
import { PeopleNames, PeopleTicks } from '../plan/PeopleTicks.tsx'
import { brief } from '../plan/said.ts'
import { isSuggested } from '../plan/taking.ts'
import { words } from '../words/en.ts'
import { CopiedFrom } from '../working/CopiedFrom.tsx'
import { done } from '../working/done.ts'
import { Hand } from '../working/Hand.tsx'
import { KeptBeside } from '../working/KeptBeside.tsx'
import { WhosePick } from '../working/WhosePick.tsx'
import { addWish, archiveWish, declineWish, setWishIdea, setWishOver, takeWish } from './actions.ts'
import type { Link } from './chains.ts'

interface ChainProps {
  readonly link: Link
  readonly document: Document
  readonly pen: By
  /** How far down it hangs: deep chains are folded, so that the first of them stay in sight. */
  readonly depth?: number | undefined
}

const FOLDED_FROM = 3

export function Chain({ link, document, pen, depth = 0 }: ChainProps) {
  const { wish, next } = link
  const below = next.map((one) => (
    <Chain key={one.wish.id} link={one} document={document} pen={pen} depth={depth + 1} />
  ))
  return (
    <li class="app-jar__wish">
      <WishRow wish={wish} document={document} pen={pen} />
      {next.length > 0 && depth + 1 < FOLDED_FROM && <ul class="app-jar app-jar--next">{below}</ul>}
      {next.length > 0 && depth + 1 >= FOLDED_FROM && (
        <details class="app-away">
          <summary class="app-away__head">{words.jar.more}</summary>
          <ul class="app-jar app-jar--next">{below}</ul>
        </details>
      )}
    </li>
  )
}

interface WishRowProps {
  readonly wish: Wish
  readonly document: Document
  readonly pen: By
}

function WishRow({ wish, document, pen }: WishRowProps) {
  const { jar } = words
  const [isOpen, setOpen] = useState(false)
  const what = brief(wish.words, jar.untitled)
  const goal = document.goals.find(({ origin, archived }) => origin === `wishes/${wish.id}` && !archived)
  return (
    <article class="app-card app-stack app-stack--close" aria-label={what}>
      <div class="app-jar__head">
        <Hand by={wish.by} document={document} />
        <div class="app-jar__words">
          {wish.card !== '' && <span class="app-soft">{jar.cards[wish.card]}</span>}
          <CoText entity="wishes" id={wish.id} field="words" label={jar.wish} document={document} oneLine />
          {wish.guess && <span class="app-soft">{jar.isGuess}</span>}
          {wish.over && <span class="app-soft">{words.history.fields.over}</span>}
          <PeopleNames label={jar.about} people={wish.people} document={document} />
        </div>
      </div>
      <CopiedFrom thing={wish} />
      <KeptBeside
        document={document}
        entity={`wishes/${wish.id}`}
        fields={['taken', 'over', 'archived', 'people', 'idea']}
      />
      {isSuggested(wish) && (
        <Answer
          by={wish.by}
          guess={wish.guess}
          what={what}
          document={document}
          pen={pen}
          onAnswer={(yes) => {
            if (yes) takeWish(wish.id)
            else declineWish(wish.id)
            announce(yes ? words.plan.taken(what) : words.plan.fine)
          }}
        />
      )}
      {wish.guess && (
        <CoText
          entity="wishes"
          id={wish.id}
          field="seen"
          label={jar.seen}
          placeholder={jar.seen}
          document={document}
          look="box"
        />
      )}
      <div class="app-row">
        {goal === undefined ? (
          <Button label={jar.makeGoalOf(what)} onPress={() => makeGoal(wish, what)}>
            {jar.makeGoal}
          </Button>
        ) : (
          <span class="app-soft">{jar.isGoal}</span>
        )}
        <Button kind="quiet" expanded={isOpen} label={jar.moreAbout(what)} onPress={() => setOpen(!isOpen)}>
          {jar.moreShort}
        </Button>
      </div>
      {isOpen && <Details wish={wish} what={what} document={document} />}
      <AddLine
        kind="quiet"
        open={jar.like}
        label={jar.likeThis(what)}
        name={`like ${wish.id}`}
        onAdd={(text) => addWish({ words: text, like: wish.id })}
        said={jar.added}
      />
    </article>
  )
}

function makeGoal(wish: Wish, what: string): void {
  done(addGoalOf(wish), words.plan.goalAdded(what))
}

function Details({ wish, what, document }: Omit<WishRowProps, 'pen'> & { readonly what: string }) {
  const { jar, plan } = words
  return (
    <>
      <PeopleTicks label={jar.who} entity="wishes" id={wish.id} people={wish.people} text={what} document={document} />
      <WhosePick
        label={jar.whoseIdea}
        value={wish.idea}
        document={document}
        onPick={(idea) => setWishIdea(wish.id, idea)}
      />
      <div class="app-row">
        <Button pressed={wish.over} onPress={() => setWishOver(wish.id, !wish.over)}>
          {words.history.fields.over}
        </Button>
        <Button
          onPress={() => {
            archiveWish(wish.id)
            announce(plan.isAway(what))
          }}
        >
          {plan.putAway}
        </Button>
      </div>
    </>
  )
}

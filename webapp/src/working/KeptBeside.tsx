/**
 * What someone wrote while the other wrote something else here (P25): shown beside the field until it is put back or let go. That
 * it was put away meanwhile has a strip of its own.
 */

import type { Document, Kept } from '../../../sync/document.ts'
import { isPutAway } from '../document/away.ts'
import { current } from '../document/current.ts'
import type { OwnDocument } from '../document/own-document.ts'
import { announce } from '../kit/Announce.tsx'
import { Button } from '../kit/Button.tsx'
import { letGo, putBack, whoAnswers } from '../map/kept-actions.ts'
import { words } from '../words/en.ts'
import { lookingBack } from './attention.ts'
import { done } from './done.ts'
import { sentence } from './kept-words.ts'
import { callName, toneOf } from './names.ts'

export interface KeptBesideProps {
  readonly document: Document
  /** As in the document: `people/<id>`, `goals/<id>`, `steps/<id>` or `meta`. */
  readonly entity: string
  /** The fields shown just above. */
  readonly fields: readonly string[]
}

export function KeptBeside({ document, entity, fields }: KeptBesideProps) {
  const found = document.kept.filter(
    (kept) => kept.entity === entity && !isPutAway(kept) && fields.some((field) => isOf(kept.field, field)),
  )
  return <KeptNotices document={document} kept={found} />
}

interface KeptNoticesProps {
  readonly document: Document
  readonly kept: readonly Kept[]
  /** Where it is one's own: whose other hand it was is no question there. */
  readonly own?: OwnDocument
}

/** Each of these in words, with its two answers. */
export function KeptNotices({ document, kept, own }: KeptNoticesProps) {
  if (lookingBack.value !== null) return null
  return (
    <>
      {kept.map((each) => (
        <div class={`app-notice app-notice--${toneOf(each.by)}`} key={each.id}>
          <p>{own ? sentence(each, document, words.own.otherDevice) : sentence(each, document)}</p>
          <div class="app-row">
            <PutBack kept={each} document={document} own={own} />
            <Button
              onPress={() => {
                letGo(each.id, own)
                announce(words.working.isLetGo)
              }}
            >
              {words.working.letGo}
            </Button>
          </div>
        </div>
      ))}
    </>
  )
}

/** What is one person's to say names them where both hold the pen, and the other finds no button. */
interface PutBackProps {
  readonly kept: Kept
  readonly document: Document
  readonly own: OwnDocument | undefined
}

function PutBack({ kept, document, own }: PutBackProps) {
  const pen = current.value?.pen.value ?? 'both'
  const whose = own === undefined ? whoAnswers(kept, document) : undefined
  if (whose !== undefined && pen !== 'both' && pen !== whose) return null
  return (
    <Button
      onPress={() => {
        done(putBack(kept.id, own, whose), words.working.isPutBack)
      }}
    >
      {whose === undefined || pen !== 'both'
        ? words.working.putBack
        : words.working.putBackBy(callName(whose, document))}
    </Button>
  )
}

/** `people` also stands for each of its links, `people/<id>`. */
function isOf(kept: string, field: string): boolean {
  return kept === field || kept.startsWith(`${field}/`)
}

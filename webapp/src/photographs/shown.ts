/** Which photographs there are, what each is called, and one of them opened, for as long as somebody looks at it. */

import { useEffect, useState } from 'preact/hooks'
import type { Bytes } from '../../../sync/bytes.ts'
import type { Document, Photograph } from '../../../sync/document.ts'
import { Damaged } from '../../../sync/errors.ts'
import { DeviceError } from '../device/errors.ts'
import { kith } from '../device/kith.ts'
import type { Sealing } from '../document/photographs.ts'
import type { SharedDocument } from '../document/shared-document.ts'
import { dayWords } from '../plan/said.ts'
import { words } from '../words/en.ts'

/** The oldest first, without those put away. */
export function photographs(document: Document): readonly Photograph[] {
  return document.photographs.filter(({ archived }) => !archived)
}

export function photographsAway(document: Document): readonly Photograph[] {
  return document.photographs.filter(({ archived }) => archived)
}

/** Its name, or the day it shows. */
export function titleOf({ name, day }: Pick<Photograph, 'name' | 'day'>): string {
  if (name !== '') return name
  return day === '' ? words.photographs.untitled : words.photographs.untitledOn(dayWords(day))
}

export type Opened = { readonly address: string } | 'looking' | 'coming' | 'unread'

/** Opened from what is kept. One of which pieces are still to come is looked for again whenever anything comes. */
export function useOpened(photograph: Photograph, shared: SharedDocument | null): Opened {
  const [opened, setOpened] = useState<Opened>('looking')
  const { id, key, size, pieces } = photograph
  const stage = kith.stage.value
  const mayCome = opened === 'coming' && stage.name === 'open' ? stage.space.state.value : null
  useEffect(() => {
    let isOver = false
    void read({ key, size, pieces }, shared).then((found) => {
      if (!isOver) setOpened(typeof found === 'string' ? found : { address: addressOf(found) })
    })
    return () => {
      isOver = true
    }
  }, [id, key, shared, mayCome])
  return opened
}

async function read(sealing: Sealing, shared: SharedDocument | null): Promise<Bytes | 'coming' | 'unread'> {
  try {
    return (await shared?.photographs?.(sealing)) ?? 'unread'
  } catch (error) {
    if (!(error instanceof Damaged || error instanceof DeviceError)) throw error
    return 'unread'
  }
}

/** Written out in the address itself: a browser may put other copies of it on the disk. */
export function addressOf(jpeg: Bytes): string {
  let text = ''
  for (let at = 0; at < jpeg.length; at += AT_ONCE) text += String.fromCharCode(...jpeg.subarray(at, at + AT_ONCE))
  return `data:image/jpeg;base64,${btoa(text)}`
}

const AT_ONCE = 8192

import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { LIMITS } from '../../../sync/limits.ts'
import { piecesIn } from '../../../sync/piece.ts'
import { Unkept } from '../device/entrance/unkept.ts'
import { current } from '../document/current.ts'
import { SharedDocument } from '../document/shared-document.ts'
import { inHand } from '../document/updates.ts'
import { addPhotograph, archivePhotograph, bringBackPhotograph, renamePhotograph, setPhotographDay } from './actions.ts'

const NOW = Date.UTC(2026, 4, 1, 12)
const JPEG = new Uint8Array(60_000).fill(7)
let document: SharedDocument
let unkept: Unkept

beforeEach(() => {
  document = new SharedDocument({ now: () => NOW })
  unkept = new Unkept(document)
  current.value = document
})
afterEach(() => {
  unkept.close()
  current.value = null
})

const photographs = () => document.snapshot.peek().photographs

async function add(jpeg = JPEG): Promise<string> {
  const id = await addPhotograph(jpeg)
  if (typeof id !== 'string') throw new Error(id.refused)
  return id
}

describe('keeping a photograph', () => {
  test('says what it is, and carries its pieces before that', async () => {
    const id = await add()
    expect(photographs()).toMatchObject([{ id, name: '', day: '2026-05-01', words: '', by: 'both', size: 60_000 }])
    const carried = unkept.all.map(({ update }) => piecesIn(update).length)
    expect(carried).toEqual([1, 1, 0])
    expect(photographs()[0]?.pieces).toEqual(
      unkept.all.flatMap(({ update }) => piecesIn(update)).map(({ name }) => name),
    )
  })

  test('is one step to take back', async () => {
    await add()
    document.undo()
    expect(photographs().filter(({ archived }) => !archived)).toEqual([])
  })

  test('opens again, and also once it is one hand’s', async () => {
    await add()
    const [photograph] = photographs()
    if (photograph === undefined) throw new Error('none')
    expect(await document.photographs?.(photograph)).toEqual(JPEG)
    const turned = unkept.all.map(({ update }) => ({ update: new Uint8Array(inHand(update, 0)) }))
    expect(turned.flatMap(({ update }) => piecesIn(update))).toEqual(
      unkept.all.flatMap(({ update }) => piecesIn(update)),
    )
    expect(await document.photographs?.({ ...photograph, pieces: [...photograph.pieces, 'aa'] })).toBe('coming')
    await expect(document.photographs?.({ ...photograph, key: 'no key' })).rejects.toThrow('PIECES_BAD')
  })

  test('has its limits, and loses nothing', async () => {
    await expect(addPhotograph(new Uint8Array(LIMITS.photograph_bytes + 1))).rejects.toThrow('TOO_LARGE')
    for (let number = 0; number < LIMITS.photographs; number++) await add(JPEG.slice(0, 90))
    expect(await addPhotograph(JPEG)).toEqual({ refused: 'too many photos' })
    expect(photographs()).toHaveLength(LIMITS.photographs)
    current.value = null
    expect(await addPhotograph(JPEG)).toEqual({ refused: 'nothing open' })
  })
})

test('named, given another day, put away and brought back', async () => {
  const id = await add(JPEG.slice(0, 90))
  expect(renamePhotograph(id, ' Our kitchen ')).toBe('done')
  expect(setPhotographDay(id, '2025-12-24')).toBe('done')
  expect(archivePhotograph(id)).toBe('done')
  expect(photographs()).toMatchObject([{ name: 'Our kitchen', day: '2025-12-24', archived: true }])
  expect(bringBackPhotograph(id)).toBe('done')
  expect(photographs()).toMatchObject([{ archived: false }])
  expect(setPhotographDay(id, 'yesterday')).toEqual({ refused: 'empty' })
  expect(renamePhotograph(id, 'x'.repeat(201))).toEqual({ refused: 'too long' })
  expect(archivePhotograph('nobody')).toEqual({ refused: 'gone' })
})

import { describe, expect, test } from 'vitest'
import limits from '../../../sync/limits.json'
import { openForEach } from '../document/open-for-tests.ts'
import { addPerson, archivePerson, movePerson, renamePerson, setDied, undo } from './actions.ts'
import { setContext, setService } from './detail-actions.ts'
import {
  archivePicture,
  bringBackPicture,
  renamePicture,
  setPictureDay,
  startBlank,
  takePicture,
} from './picture-actions.ts'
import { tie } from './tie-actions.ts'

const open = openForEach()
const add = (name: string, angle: number) =>
  String(addPerson({ name, kind: 'person', ring: 'close', angle: 10 * angle }))

describe('a picture', () => {
  test('holds everybody as they stand, and stays so whatever comes', () => {
    const [ann, bo, gone] = [add('Ann', 10), add('Bo', 20), add('Gone', 30)]
    setService(ann, 'outside')
    setContext(ann, 'family', true)
    tie(bo, ann)
    tie(ann, gone)
    archivePerson(gone)
    const id = String(takePicture('Spring'))
    const [picture] = open.shown.pictures
    expect(picture).toMatchObject({ id, name: 'Spring', day: '2026-11-23', after: '', start: 'copy' })
    const like = { ring: 'close', kind: 'person', died: false }
    expect(picture?.rows).toEqual([
      { ...like, id: ann, angle: 100, service: 'outside', contexts: ['family'], ties: [bo] },
      { ...like, id: bo, angle: 200, service: 'unknown', contexts: [], ties: [] },
    ])
    movePerson(ann, 'life', 0)
    renamePerson(ann, 'Anna')
    setService(bo, 'inside')
    archivePerson(bo)
    expect(open.shown.pictures[0]).toBe(picture)
  })

  test('knows the one before, and can be named, dated, put away and brought back', () => {
    add('Ann', 10)
    const first = String(takePicture('First'))
    const second = String(takePicture('Second'))
    expect(open.shown.pictures.map(({ after }) => after)).toEqual(['', first])
    renamePicture(second, ' At the café ')
    setPictureDay(second, '2026-01-05')
    expect(open.shown.pictures.map(({ name }) => name)).toEqual(['At the café', 'First'])
    archivePicture(first)
    const third = String(takePicture(''))
    expect(open.shown.pictures.find(({ id }) => id === third)?.after).toBe(second)
    bringBackPicture(first)
    expect(open.shown.pictures.every(({ archived }) => !archived)).toBe(true)
    expect(setPictureDay(second, 'soon')).toEqual({ refused: 'empty' })
    expect(renamePicture('none', 'x')).toEqual({ refused: 'gone' })
  })

  test('that was taken back is put away, and nothing of it is lost', () => {
    add('Ann', 10)
    takePicture('Too soon')
    expect(undo()).toBe('undone')
    expect(open.shown.pictures[0]).toMatchObject({ archived: true, rows: [{ ring: 'close' }] })
  })
})

describe('a blank map', () => {
  test('is begun after a picture, in one step: everybody in the tray, and who has died stays', () => {
    const [ann, nan] = [add('Ann', 10), add('Nan', 20)]
    setDied(nan, true)
    open.document.pen.value = 1
    movePerson(ann, 'closest', 5)
    open.document.pen.value = 'both'
    startBlank('Before')
    const place = (id: string) => open.shown.people.find((one) => one.id === id)?.place.ring
    expect([place(ann), place(nan)]).toEqual(['tray', 'close'])
    expect(open.shown.people.find(({ id }) => id === ann)?.wonder).toBeNull()
    expect(open.shown.pictures[0]).toMatchObject({ start: 'blank', rows: [{ ring: 'close' }, { ring: 'close' }] })
    expect(undo()).toBe('undone')
    expect(place(ann)).toBe('close')
    expect(open.shown.pictures[0]?.archived).toBe(true)
  })

  test('is the owner’s to begin', () => {
    add('Ann', 10)
    open.document.pen.value = 1
    expect(startBlank('Before')).toEqual({ refused: 'theirs to say' })
    expect(open.shown.pictures).toEqual([])
  })
})

test('a picture of five hundred people who are tied goes out in updates that fit into records', () => {
  const ids = Array.from({ length: 500 }, (_, at) => add(`Person ${at}`, at % 300))
  const [first = ''] = ids
  for (const id of ids.slice(1)) tie(first, id)
  const sizes: number[] = []
  open.document.onLocal((update) => sizes.push(update.length))
  takePicture('All of us')
  expect(open.shown.pictures[0]?.rows).toHaveLength(500)
  expect(open.shown.pictures[0]?.rows[0]?.ties).toHaveLength(499)
  expect(Math.max(...sizes)).toBeLessThan(limits.record_bytes / 2)
  sizes.length = 0
  startBlank('And again')
  expect(Math.max(...sizes)).toBeLessThan(limits.record_bytes)
})

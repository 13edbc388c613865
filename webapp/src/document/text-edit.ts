/** What someone did to a text, found from the text before and after it. Indices are UTF-16 units, never inside a code point. */

import { splitsPair } from './well-formed.ts'

/** At `at`, `remove` units go and `insert` comes. */
export interface TextEdit {
  readonly at: number
  readonly remove: number
  readonly insert: string
}

/** The smallest edit from `before` to `after`. The caret (in `after`) says which of several equal letters was typed. */
export function findEdit(before: string, after: string, caret: number): TextEdit {
  const shorter = Math.min(before.length, after.length)
  const behindCaret = commonSuffix(before, after, Math.min(Math.max(0, after.length - caret), shorter))
  let prefix = commonPrefix(before, after, shorter - behindCaret)
  let suffix = commonSuffix(before, after, shorter - prefix)
  while (prefix > 0 && (splitsPair(before, prefix) || splitsPair(after, prefix))) prefix--
  while (suffix > 0 && (splitsPair(before, before.length - suffix) || splitsPair(after, after.length - suffix)))
    suffix--
  return { at: prefix, remove: before.length - suffix - prefix, insert: after.slice(prefix, after.length - suffix) }
}

export function applyEdit(text: string, edit: TextEdit): string {
  return text.slice(0, edit.at) + edit.insert + text.slice(edit.at + edit.remove)
}

/**
 * The same edit on a text that `other` has already changed, as edits to make one after the other.
 * What `other` wrote stays, also in the middle of what is removed.
 */
export function rebase(edit: TextEdit, other: TextEdit): TextEdit[] {
  const end = edit.at + edit.remove
  const otherEnd = other.at + other.remove
  const highFrom = Math.max(edit.at, otherEnd)
  const low = { at: edit.at, remove: Math.max(0, Math.min(end, other.at) - edit.at), insert: '' }
  const high = { at: highFrom + other.insert.length - other.remove, remove: Math.max(0, end - highFrom), insert: '' }
  const removals = [high, low].filter((each) => each.remove > 0)
  const at = removals[removals.length - 1]?.at ?? moveIndex(edit.at, other)
  return edit.insert === '' ? removals : [...removals, { at, remove: 0, insert: edit.insert }]
}

/** Where an index of the text before `edit` lies after it. */
export function moveIndex(index: number, edit: TextEdit): number {
  if (index <= edit.at) return index
  if (index >= edit.at + edit.remove) return index + edit.insert.length - edit.remove
  return edit.at + edit.insert.length
}

function commonPrefix(a: string, b: string, most: number): number {
  let length = 0
  while (length < most && a[length] === b[length]) length++
  return length
}

function commonSuffix(a: string, b: string, most: number): number {
  let length = 0
  while (length < most && a[a.length - 1 - length] === b[b.length - 1 - length]) length++
  return length
}

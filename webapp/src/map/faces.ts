/** Pictures for people and things: a few emoji a kind, and whether this device can draw one at all. */

import type { PersonKind } from '../../../sync/document.ts'

/** A small set, of all ages and shades; nobody has to search a keyboard for a face. */
export const FACES: Readonly<Record<PersonKind, readonly string[]>> = {
  person: [
    '👩',
    '👨',
    '🧑',
    '👵',
    '👴',
    '🧓',
    '👧',
    '👦',
    '👶',
    '👩🏾',
    '👨🏾',
    '🧑🏽',
    '👩🏼',
    '👨🏻',
    '🧕🏽',
    '👳🏽',
    '🧔🏻',
    '👩🏿‍🦱',
    '👨‍🦳',
    '🧑🏻‍🦰',
  ],
  place: ['🏠', '☕️', '🌳', '🏫', '⛪️', '🕌', '📚', '🛒', '🏖️', '🚌', '🎭', '🖼️'],
  activity: ['🎨', '🎵', '⚽️', '🏊', '🚶', '🧶', '🍳', '🌱', '🎲', '🎣', '💃', '📷'],
  service: ['💬', '🤝', '☎️', '💻', '🧰', '🚑', '⚖️', '💷', '🩺', '📝'],
  missing: [],
  animal: ['🐕', '🐈', '🐦', '🐠', '🐇', '🐴', '🐹', '🐢', '🐔', '🐄'],
}

const drawable = new Map<string, boolean>()

/** False where the device has no picture for it, and would show an empty box: the mark then shows initials. */
export function canDraw(face: string): boolean {
  const known = drawable.get(face)
  if (known !== undefined) return known
  const answer = face !== '' && paintsInColour(face)
  drawable.set(face, answer)
  return answer
}

const SIDE_PX = 20
/** As `--emoji` in tokens.css: a plain font's black sign must not come first. */
const EMOJI_FONTS = '"Apple Color Emoji", "Segoe UI Emoji", "Noto Color Emoji", sans-serif'

/** Emoji are painted in colour; the empty box and plain symbols are not. */
function paintsInColour(face: string): boolean {
  const canvas = document.createElement('canvas')
  canvas.width = SIDE_PX
  canvas.height = SIDE_PX
  const pen = canvas.getContext('2d', { willReadFrequently: true })
  if (pen === null) return true
  pen.font = `${SIDE_PX - 4}px ${EMOJI_FONTS}`
  pen.textBaseline = 'top'
  pen.fillStyle = '#000'
  pen.fillText(face, 0, 0)
  const { data } = pen.getImageData(0, 0, SIDE_PX, SIDE_PX)
  for (let i = 0; i < data.length; i += 4) {
    const [red = 0, green = 0, blue = 0, alpha = 0] = data.slice(i, i + 4)
    if (alpha > 100 && (Math.abs(red - green) > 8 || Math.abs(green - blue) > 8 || red > 120)) return true
  }
  return false
}

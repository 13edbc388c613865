/**
 * From whatever file somebody chose to a JPEG that can be kept: upright, small enough, and drawn anew, so that nothing is in it
 * but what is to be seen. Where and when it was taken, by what, and any words beside it stay behind.
 */

import type { Bytes } from '../../../sync/bytes.ts'
import { LIMITS } from '../../../sync/limits.ts'

export type Taken = { readonly jpeg: Bytes } | { readonly refused: 'too large' | 'not a photo' }

/** More than any camera on a phone makes; what is larger is not even read. */
const MOST_FILE_BYTES = 64 * 1024 * 1024
const LONGEST_PX = 2000
const TYPE = 'image/jpeg'
/** From the finest on, until one is small enough. */
const QUALITIES = [0.85, 0.75, 0.65, 0.5, 0.35]
const SMALLER = 0.75

export async function taken(file: File): Promise<Taken> {
  if (file.size > MOST_FILE_BYTES) return { refused: 'too large' }
  const address = URL.createObjectURL(file)
  try {
    const image = await decoded(address)
    const jpeg = image && (await smallEnough(image))
    return jpeg ? { jpeg } : { refused: 'not a photo' }
  } finally {
    URL.revokeObjectURL(address)
  }
}

/** A size that fits, never larger than it was. */
export function fitted(width: number, height: number, longest: number): readonly [width: number, height: number] {
  const share = Math.min(1, longest / Math.max(width, height))
  return [Math.max(1, Math.round(width * share)), Math.max(1, Math.round(height * share))]
}

/** The browser turns it as its camera says; null for what it does not know as an image. */
async function decoded(address: string): Promise<HTMLImageElement | null> {
  const image = new Image()
  image.src = address
  try {
    await image.decode()
  } catch (error) {
    if (!(error instanceof DOMException)) throw error
    return null
  }
  return image.naturalWidth > 0 && image.naturalHeight > 0 ? image : null
}

async function smallEnough(image: HTMLImageElement): Promise<Bytes | null> {
  for (let longest = LONGEST_PX; longest > 1; longest *= SMALLER) {
    const canvas = drawn(image, longest)
    for (const quality of QUALITIES) {
      const blob = await encoded(canvas, quality)
      if (blob === null) return null
      if (blob.size <= LIMITS.photograph_bytes) return new Uint8Array(await blob.arrayBuffer())
    }
  }
  return null
}

function drawn(image: HTMLImageElement, longest: number): HTMLCanvasElement {
  const canvas = document.createElement('canvas')
  const [width, height] = fitted(image.naturalWidth, image.naturalHeight, longest)
  canvas.width = width
  canvas.height = height
  const pen = canvas.getContext('2d', { alpha: false })
  if (pen === null) return canvas
  pen.fillStyle = '#fff' // what can be seen through is paper
  pen.fillRect(0, 0, width, height)
  pen.imageSmoothingQuality = 'high'
  pen.drawImage(image, 0, 0, width, height)
  return canvas
}

/** Null where the browser makes no JPEG of it. */
function encoded(canvas: HTMLCanvasElement, quality: number): Promise<Blob | null> {
  return new Promise((resolve) => {
    canvas.toBlob((blob) => resolve(blob?.type === TYPE ? blob : null), TYPE, quality)
  })
}

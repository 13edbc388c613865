/** A face for each feeling: plain lines in one colour, so that none is drawn as good or bad. Its word stands beside it. */

import type { FeelingCode } from '../../../sync/document.ts'

interface Lines {
  readonly brows?: string
  readonly eyes: string
  readonly mouth: string
}

const OPEN = 'M16 20v3M32 20v3'
const SHUT = 'M13 22q3 3 6 0M29 22q3 3 6 0'
const SMILING = 'M13 23q3-4 6 0M29 23q3-4 6 0'

const FACES: Readonly<Record<FeelingCode, Lines>> = {
  calm: { eyes: SHUT, mouth: 'M18 31q6 3 12 0' },
  hopeful: { brows: 'M13 15q3-2 6-1M29 14q3-1 6 1', eyes: OPEN, mouth: 'M17 30q7 6 14 0' },
  curious: { brows: 'M12 16q4-1 7 0M29 12q4-2 7 0', eyes: OPEN, mouth: 'M20 32q4 2 8-1' },
  pleased: { eyes: SMILING, mouth: 'M16 29q8 9 16 0' },
  proud: { brows: 'M12 15h7M29 15h7', eyes: SHUT, mouth: 'M17 29q7 7 14 0' },
  safe: { eyes: SMILING, mouth: 'M19 31q5 3 10 0' },
  tired: { brows: 'M12 17q3-2 7 0M29 17q3-2 7 0', eyes: 'M13 22h6M29 22h6', mouth: 'M19 32h10' },
  unsure: { brows: 'M12 15q4-2 7 1M29 16q3-3 7-1', eyes: OPEN, mouth: 'M17 32q4-3 7 0t7 0' },
  nervous: { brows: 'M12 17l7-3M29 14l7 3', eyes: OPEN, mouth: 'M17 32l3-2 3 2 3-2 3 2 2-1' },
  sad: { brows: 'M12 18l7-3M29 15l7 3', eyes: OPEN, mouth: 'M17 34q7-6 14 0' },
  cross: { brows: 'M12 14l7 4M36 14l-7 4', eyes: OPEN, mouth: 'M18 33h12' },
  'let down': { brows: 'M12 17l7-2M29 15l7 2', eyes: 'M13 22h6M29 22h6', mouth: 'M18 34q6-4 12 0' },
  alone: { eyes: 'M14 24v2M26 24v2', mouth: 'M16 34q5-2 9 0' },
  mixed: { brows: 'M12 15l7-2M29 14l7 3', eyes: 'M13 22q3-4 6 0M32 20v3', mouth: 'M16 31q4 4 8 1t8-1' },
  'not sure': { brows: 'M12 15h7M29 15h7', eyes: OPEN, mouth: 'M20 32h8' },
}

export function Face({ feeling }: { readonly feeling: FeelingCode }) {
  const { brows = '', eyes, mouth } = FACES[feeling]
  return (
    <svg viewBox="0 0 48 48" width="48" height="48" aria-hidden="true">
      <circle cx="24" cy="24" r="20" fill="var(--ring-1)" stroke="var(--earth)" stroke-width="2" />
      <path
        d={`${brows}${eyes}${mouth}`}
        fill="none"
        stroke="var(--ink)"
        stroke-width="2.4"
        stroke-linecap="round"
        stroke-linejoin="round"
      />
    </svg>
  )
}

/** Sizes and rates: the one table that both sides keep to. The unit is in each name, or it is a count. */

import table from './limits.json' with { type: 'json' }

/** limits.py says what each number bounds. */
export type Limits = Readonly<Record<keyof typeof table, number>>

export const LIMITS: Limits = table

/** Neutral names for a place on this tablet: nobody who sees “Blue heron” on the lock screen learns whose it is. */

export const adjectives = [
  ...['Blue', 'Green', 'Golden', 'Silver', 'Copper', 'Bronze', 'Lilac', 'Violet'],
  ...['Purple', 'Honey', 'Turquoise', 'Indigo', 'Rosy', 'Pearly', 'Misty', 'Sunny'],
  ...['Starry', 'Snowy', 'Breezy', 'Dewy', 'Frosty', 'Mossy', 'Mellow', 'Gentle'],
  ...['Quiet', 'Calm', 'Bright', 'Warm', 'Merry', 'Jolly', 'Cheerful', 'Happy'],
  ...['Friendly', 'Kindly', 'Steady', 'Brave', 'Lively', 'Nimble', 'Early', 'Little'],
  ...['Tall', 'Silky', 'Velvet', 'Speckled', 'Dappled', 'Shining', 'Glowing', 'Gleaming'],
  ...['Sparkling', 'Dancing', 'Singing', 'Humming', 'Drifting', 'Dreamy', 'Curious', 'Clever'],
  ...['Hopeful', 'Tender', 'Fresh', 'Clear', 'Lucky', 'Peaceful', 'Welcome', 'Autumn'],
] as const

export const nouns = [
  ...['heron', 'otter', 'swan', 'owl', 'lark', 'finch', 'puffin', 'plover'],
  ...['kestrel', 'curlew', 'swift', 'wagtail', 'dipper', 'goose', 'duckling', 'hare'],
  ...['hedgehog', 'badger', 'squirrel', 'fawn', 'pony', 'lamb', 'vole', 'dormouse'],
  ...['dolphin', 'salmon', 'trout', 'turtle', 'beetle', 'ladybird', 'moth', 'dragonfly'],
  ...['butterfly', 'oak', 'birch', 'maple', 'rowan', 'willow', 'pine', 'hawthorn'],
  ...['bramble', 'clover', 'cowslip', 'daffodil', 'primrose', 'foxglove', 'thistle', 'acorn'],
  ...['pebble', 'river', 'brook', 'lake', 'meadow', 'orchard', 'island', 'lagoon'],
  ...['harbour', 'hill', 'dune', 'shore', 'breeze', 'cloud', 'moon', 'comet'],
] as const

/** The label that the first two of these random bytes stand for, one of 4,096. Throws RangeError when there are fewer. */
export function labelFrom(bytes: Uint8Array): string {
  return `${wordAt(adjectives, bytes[0])} ${wordAt(nouns, bytes[1])}`
}

function wordAt(words: readonly string[], byte: number | undefined): string {
  const word = byte === undefined ? undefined : words[byte % words.length]
  if (word === undefined) throw new RangeError('a label takes two bytes')
  return word
}

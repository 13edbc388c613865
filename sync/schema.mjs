// Reads the JSON Schema from stdin and writes document.ts to stdout: types, the table of stored fields, a validator.
// Run by schema.py, which names webapp/package.json: the packages are found beside it.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

const require = createRequire(process.argv[2])
const Ajv = require('ajv')
const standaloneCode = require('ajv/dist/standalone').default
const { compile } = require('json-schema-to-typescript')

const ENTITIES = {
  people: 'Person',
  goals: 'Goal',
  steps: 'Step',
  strengths: 'Strength',
  sayings: 'Saying',
  feelings: 'Feeling',
  answers: 'Answer',
  pictures: 'Picture',
  photographs: 'Photograph',
  offers: 'Offer',
  notes: 'Note',
  rounds: 'Round',
  barriers: 'Barrier',
  disclosures: 'Disclosure',
  outings: 'Outing',
  supports: 'Support',
  worries: 'Worry',
  occasions: 'Occasion',
  impressions: 'Impression',
  needs: 'Need',
  wishes: 'Wish',
  meetings: 'Meeting',
  yardsticks: 'Yardstick',
  aims: 'Aim',
}
// What says how a field is stored, and in whose hand a text is.
const OF_STORAGE = ['stored', 'hand', 'emptied']
const schema = JSON.parse(readFileSync(0, 'utf8'))

/** A copy without what only people and readers of storage need: beside a $ref these would make a copy of the type. */
function plain(part, spare) {
  if (Array.isArray(part)) return part.map((each) => plain(each, spare))
  if (part === null || typeof part !== 'object') return part
  if (part.$ref !== undefined) return { $ref: part.$ref }
  const kept = Object.entries(part).filter(([key, value]) => !spare.includes(key) || typeof value === 'object')
  return Object.fromEntries(kept.map(([key, value]) => [key, plain(value, spare)]))
}

async function types() {
  const text = await compile(plain(schema, ['additionalProperties', 'default', ...OF_STORAGE]), 'Document', {
    additionalProperties: false,
    bannerComment: '',
    style: { semi: false, singleQuote: true, printWidth: 120 },
    unreachableDefinitions: true,
  })
  return text
    .replace(/^\/\*\*\n(?: \* This interface was referenced[^/]*?)\*\/\n/gm, '')
    .replace(/ \*\n \* This interface was referenced[^/]*? \*\/\n/gm, ' */\n')
    .replace(/^( {2})([a-z_]+\??: )/gm, '$1readonly $2')
    .replace(/: ([A-Za-z]+)\[\]/g, ': readonly $1[]')
    .trim()
}

function fits(property) {
  if (property.$ref !== undefined) return `is${property.$ref.split('/').at(-1)}`
  if (property.type === 'string') return 'isString'
  if (property.type === 'boolean') return 'isBoolean'
  throw new Error(`schema.mjs has no check for a register of type ${property.type}`)
}

function table(root, name) {
  const stored = Object.entries(schema.$defs[name].properties).filter(([, property]) => property.stored !== undefined)
  const rows = stored.map(([field, property]) => {
    const { stored: how, hand, emptied } = property
    if (hand !== undefined) {
      return `    ${field}: { stored: '${how}', hand: '${hand}'${emptied === undefined ? '' : `, emptied: '${emptied}'`} },`
    }
    if (how === 'register') {
      return `    ${field}: { stored: '${how}', initial: ${JSON.stringify(property.default)}, fits: ${fits(property)} },`
    }
    return `    ${field}: { stored: '${how}'${how === 'flags' ? `, fits: ${fits(property.items)}` : ''} },`
  })
  return `  ${root}: {\n${rows.join('\n')}\n  },`
}

function validator() {
  const ajv = new Ajv({ code: { source: true, esm: true }, messages: false, allowUnionTypes: true })
  ajv.addKeyword('discriminator')
  ajv.addSchema(plain(schema, ['additionalProperties', 'default', ...OF_STORAGE, 'description', 'title']), 'document')
  const named = Object.keys(schema.$defs).filter((name) => schema.$defs[name].properties === undefined)
  const code = standaloneCode(
    ajv,
    Object.fromEntries([['isValid', 'document#'], ...named.map((name) => [`is${name}`, `document#/$defs/${name}`])]),
  )
  if (/\brequire\(|\bimport\b/.test(code)) throw new Error('the validator would need a package at run time')
  return code
    .replace('"use strict";', '')
    .replace('export const isValid', 'const isValid')
    .replace(/export const is(\w+) =/g, 'export const is$1: (value: unknown) => value is $1 =')
    .replace(/const schema\d+ = .*?;(?=(export |const |function ))/g, (whole) => (unused(whole, code) ? '' : whole))
    .replace(/;(?=(export const|const schema\d|function validate))/g, ';\n')
    .replace(/\}(?=(export const|const schema\d|function validate))/g, '}\n')
    .trim()
}

function unused(declaration, code) {
  const name = declaration.split(' ')[1]
  return code.split(new RegExp(`\\b${name}\\b`)).length === 2
}

process.stdout.write(`// @ts-nocheck made by \`python -m sync.schema\` from document.py: change that, never this file

${await types()}

export type EntityName = keyof typeof fields

/**
 * How a field is stored. A register has its value when none was written, and a question whether a value is of its kind; flags
 * have the same question for their codes. A text is in everybody's hand, or in that of whose word it is, or, once written, in
 * nobody's; of things of one kind everybody may take the words out.
 */
export type Stored =
  | { readonly stored: 'register'; readonly initial: unknown; readonly fits: (value: unknown) => boolean }
  | { readonly stored: 'flags'; readonly fits: (value: unknown) => boolean }
  | { readonly stored: 'text'; readonly hand?: 'own' | 'nobody'; readonly emptied?: string }
  | { readonly stored: 'links' | 'spot' | 'rows' }

const isString = (value: unknown): boolean => typeof value === 'string'
const isBoolean = (value: unknown): boolean => typeof value === 'boolean'
${validator()}

/** The stored fields of each entity, by the name of its root map. */
export const fields = {
${Object.entries(ENTITIES)
  .map(([root, name]) => table(root, name))
  .join('\n')}
} as const

/** Whether \`value\` is a document as these types say. Unknown fields are welcome. */
export function isDocument(value: unknown): value is Document {
  return isValid(value)
}
`)

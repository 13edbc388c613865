/** START READING HERE. Take the secret out of the address, keep the app on this device, find out what is kept, draw. */

import { render } from 'preact'
import { App, Inside } from './app.tsx'
import { kith } from './device/kith.ts'
import { readFragment, takeFragment } from './doors/fragment.ts'
import { keepFocus } from './kit/kept-focus.ts'
import { bringTheRest } from './kit/later.tsx'
import { keepOnThisDevice } from './update.ts'
import { labelFrom } from './words/labels.ts'
import './style/index.css'
import './doors/doors.css'
import './files/files.css'

keepFocus()
const hash = takeFragment()
const root = document.getElementById('kith')
if (root !== null) {
  root.replaceChildren()
  render(<App />, root)
}
const makeDemo = async () => (await import('./demo/made-up-people.ts')).makeUpPeople(Date.now)
void kith.begin({ labelFrom, makeDemo }).then(async () => {
  await readFragment(hash)
  await Inside.bring().catch(() => undefined) // first: a tap that opens something waits for it
  await bringTheRest()
})
void keepOnThisDevice()
window.addEventListener('hashchange', () => void readFragment(takeFragment()))

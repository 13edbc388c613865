/** `kith`, made of a tablet and of what may be done in an open place; the browser, or a test, is around it. */

import type { CardSecret } from '../../../sync/card.ts'
import { Damaged } from '../../../sync/errors.ts'
import { device } from '../../../sync/membership.ts'
import { mayAddCard } from '../../../sync/rights.ts'
import { cardHolder, type OpenPlace } from './entrance/open-place.ts'
import { readScanned } from './entrance/scanned.ts'
import type { Kith } from './kith.ts'
import type { Outcome } from './stage.ts'
import type { Surroundings } from './surroundings.ts'
import { Tablet } from './tablet.ts'
import { isTooShort } from './unlock/passphrase.ts'
import { whyOf } from './why.ts'

export function newKith(around: Surroundings): Kith {
  const tablet = new Tablet(around)
  /** A step in the open place that may be refused. */
  const inside = async <Answer>(step: (open: OpenPlace) => Promise<Answer>): Promise<Answer | Refusal> => {
    if (!tablet.open) return { ok: false, why: 'gone' }
    try {
      return await step(tablet.open)
    } catch (error) {
      return { ok: false, why: whyOf(error) }
    }
  }
  return {
    stage: tablet.stage,
    lockWarning: tablet.autoLock.warning,
    covered: tablet.autoLock.covered,
    unlockNeeded: tablet.unlockNeeded,
    opening: tablet.opening,
    begin: (given) => tablet.begin(given),
    startTogether: () => tablet.startTogether(),
    lookAround: () => void tablet.lookAround(),
    leaveDemo: () => tablet.leaveDemo(),
    discard: () => tablet.discard(),
    keep: (how) => tablet.keep(how),
    newPassphrase: () => tablet.newPassphrase(),
    read: (text) => readScanned(text, around.origin, tablet.crypto),
    openWithCard: (secret, unlock) => tablet.openWithCard(secret, unlock),
    join: (link, name, unlock) => tablet.join(link, name, unlock),
    stopJoining: () => tablet.stopJoining(),
    unlock: (place, passphrase) => tablet.unlock(place, passphrase),
    unlockWithPasskey: () => tablet.unlockWithPasskey(),
    openPlace: (place) => tablet.openPlace(place),
    lock: () => tablet.lock(),
    leaveQuickly: () => tablet.leaveQuickly(),
    takeOver: () => tablet.takeOver(),
    uncover: () => tablet.autoLock.uncover(),
    stay: () => tablet.autoLock.stay(),
    meetingUntil: (time) => tablet.autoLock.meetingUntil(time),
    tryReady: () => around.ready(),
    changeLock: (to, proof) =>
      inside(async ({ place }): Promise<Outcome> => {
        if (to.kind === 'passphrase' && isTooShort(to.passphrase)) return { ok: false, why: 'passphraseTooShort' }
        await tablet.ownLock.changeTo(to, place.id, proof)
        tablet.lockOthers()
        return done()
      }),
    addPasskey: (proof) => inside(({ place }) => tablet.ownLock.addPasskey(place.id, proof).then(done)),
    removePasskey: () => inside(({ place }) => tablet.ownLock.removePasskey(place.id).then(done)),
    lockAfter: (minutes) => inside(() => tablet.ownLock.locksAfter(minutes).then(done)),
    invite: (member) =>
      inside(async ({ engine, space }) => {
        const why = space.cannotInvite.peek()
        if (why !== null) return { ok: false, why }
        return { ok: true, value: await engine.admissions.invite(member, around.origin, engine.extend) }
      }),
    approve: (request) => inside(({ engine }) => engine.admissions.approve(request, engine.extend).then(done)),
    decline: (request) => inside(({ engine }) => engine.decline(request).then(done)),
    addCard: (secret) => inside((open) => addCard(open, secret)),
    tryCard: (secret) => inside((open) => tryCard(open, secret)),
  }
}

type Refusal = Extract<Outcome, { ok: false }>

const done = (): Outcome => ({ ok: true })

async function addCard({ engine, space }: OpenPlace, secret: CardSecret): Promise<Outcome> {
  const holder = cardHolder(space.members)
  const { self, state } = engine.replica
  if (!self || !mayAddCard(self, holder, state.peek().devices)) return { ok: false, why: 'notAllowed' }
  const { id } = (await secret.keys(engine.replica.parts.crypto)).device
  if (device(state.peek(), id)) return { ok: false, why: 'cardAlreadyThere' }
  await engine.admissions.addCard(secret, holder, engine.extend)
  return done()
}

async function tryCard({ engine }: OpenPlace, secret: CardSecret): Promise<Outcome> {
  try {
    await engine.admissions.tryCard(secret)
    return done()
  } catch (error) {
    if (error instanceof Damaged) return { ok: false, why: 'cardOfAnother' }
    throw error
  }
}

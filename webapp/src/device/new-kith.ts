/** `kith`, made of a tablet and of what may be done in an open place; the browser, or a test, is around it. */

import { type Bytes, fromHex } from '../../../sync/bytes.ts'
import type { OpenPlace } from './entrance/open-place.ts'
import type { FileLook } from './file-looks.ts'
import type { Kith } from './kith.ts'
import type { Outcome, Why } from './stage.ts'
import type { Surroundings } from './surroundings.ts'
import { Tablet } from './tablet.ts'
import { isTooShort } from './unlock/passphrase.ts'
import { type Refusal, tried, whyOfFile } from './why.ts'

export function newKith(around: Surroundings): Kith {
  const tablet = new Tablet(around)
  const { door } = tablet
  /** A step in the open place that may be refused. */
  const inside = async <Answer>(
    step: (open: OpenPlace) => Promise<Answer>,
    reason?: (error: unknown) => Why,
  ): Promise<Answer | Refusal> => {
    const { open } = tablet
    return open ? tried(() => step(open), reason) : { ok: false, why: 'gone' }
  }
  /** A file of the open place. Where the disk has lost what was kept, no file would be whole. */
  const made = (make: (open: OpenPlace, maySeal: boolean) => Promise<Bytes>): Promise<Outcome<Bytes>> =>
    inside(async (open): Promise<Outcome<Bytes>> => {
      await open.engine.replica.outbox.save()
      const { here } = open.engine.state.peek()
      if (here === 'gone') return { ok: false, why: 'storageGone' }
      // What is shown came ahead of its log, and a file holds the log.
      if (open.engine.replica.ahead.isOn) return { ok: false, why: 'stillComing' }
      return { ok: true, value: await make(open, here === 'saved') }
    })
  return {
    stage: tablet.stage,
    lockWarning: door.autoLock.warning,
    covered: door.autoLock.covered,
    unlockNeeded: tablet.unlockNeeded,
    hasPasskey: tablet.hasPasskey,
    opening: tablet.opening,
    own: {
      stage: tablet.own,
      open: (proof) => tried(async () => (await tablet.behind.come()).own.unlock(proof).then(done)),
      close: async () => tablet.behind.here?.own.close(),
      invite: () => tried(async () => ({ ok: true, value: await (await tablet.behind.come()).own.invite() })),
      takeUp: (link, proof) => tried(async () => (await tablet.behind.come()).own.takeUp(link, proof).then(done)),
      stopJoining: async () => tablet.behind.here?.own.stopJoining(),
      answer: (request, how) => tried(async () => (await tablet.behind.come()).own.answer(request, how).then(done)),
    },
    begin: (given) => tablet.begin(given),
    tryAgain: () => around.reload(),
    startTogether: () => tablet.startTogether(),
    lookAround: () => void tablet.lookAround(),
    leaveDemo: () => tablet.leaveDemo(),
    discard: () => tablet.discard(),
    keep: (how) => tablet.keep(how),
    newPassphrase: () => tablet.newPassphrase(),
    read: async (text) => (await tablet.behind.come()).parts.readScanned(text, around.origin, tablet.crypto),
    openWithCard: (secret, unlock) => tablet.openWithCard(secret, unlock),
    join: (link, name, unlock) => tablet.join(link, name, unlock),
    stopJoining: () => tablet.stopJoining(),
    unlock: (place, passphrase) => tablet.unlock(place, passphrase),
    unlockWithPasskey: () => tablet.unlockWithPasskey(),
    openPlace: (place) => tablet.openPlace(place),
    lock: () => door.lock('all tabs'),
    leaveQuickly: () => door.leaveQuickly(),
    mayEnd: () => door.mayEnd(),
    takeOver: () => tablet.takeOver(),
    uncover: () => door.autoLock.uncover(),
    stay: () => door.autoLock.stay(),
    meetingUntil: (time) => door.autoLock.meetingUntil(time),
    tryReady: () => around.ready(),
    changeLock: (to, proof) =>
      inside(async ({ place }): Promise<Outcome> => {
        if (isTooShort(to)) return { ok: false, why: 'passphraseTooShort' }
        await tablet.ownLock.changeTo(to, place.id, proof)
        tablet.lockOthers()
        return done()
      }),
    addPasskey: (proof) => inside(({ place }) => tablet.ownLock.addPasskey(place.id, proof).then(done)),
    removePasskey: () => inside(({ place }) => tablet.ownLock.removePasskey(place.id).then(done)),
    lockAfter: (minutes) => inside(() => tablet.ownLock.locksAfter(minutes).then(done)),
    hideNames: (hidden) => inside(() => tablet.ownLock.hidesNames(hidden).then(done)),
    openCopy: (data, passphrase) => tried(async () => (await tablet.behind.come()).copies.open(data, passphrase)),
    forgetCopy: () => tried(() => tablet.behind.sitting.forgetCopy().then(done)),
    writeAgain: (secret) => tried(async () => (await tablet.behind.come()).copies.writeAgain(secret)),
    makeCopy: (passphrase) =>
      made(async ({ engine }, maySeal) => {
        const { copyOf } = (await tablet.behind.come()).parts
        return copyOf(engine.replica, passphrase, maySeal, around.derive)
      }),
    makeChanges: () =>
      made(async ({ engine }, maySeal) => (await tablet.behind.come()).parts.changesOf(engine.replica, maySeal)),
    lookAtFile: (data, passphrase) => {
      const look = async ({ engine }: OpenPlace): Promise<Outcome<FileLook>> => {
        const { lookedAt } = (await tablet.behind.come()).parts
        return { ok: true, value: await lookedAt(data, passphrase, engine.replica, around.derive) }
      }
      return inside(look, (error) => whyOfFile(error, passphrase === null))
    },
    takeUpWithCard: (secret, unlock) => tablet.openWithCard(secret, unlock, 'hand over'),
    leave: () => inside(() => tablet.behind.sitting.leave().then(done)),
    beginAfresh: (how) =>
      inside(async ({ engine }): Promise<Outcome> => {
        // It could not be ended without: then there would be two of them.
        if (engine.state.peek().server !== 'connected') return { ok: false, why: 'unreachable' }
        await tablet.behind.sitting.beginAfresh(how)
        return done()
      }),
    forgetEnded: () => inside(() => tablet.behind.sitting.forgetEnded().then(done)),
    forgetLost() {
      around.mark.clear()
      void around.spare.clear()
      void tablet.behind.soon(() => void tablet.behind.sitting.putAway())
    },
    putAwayRemoved: () => void tablet.behind.sitting.putAway(),
    forgetRemoved: () => tried(() => tablet.behind.sitting.forgetRemoved().then(done)),
    invite: (who) =>
      inside(async ({ engine, space }) => {
        const why = space.cannotInvite.peek()
        if (why !== null) return { ok: false, why }
        return { ok: true, value: await engine.admissions.invite(who, around.origin, engine.extend) }
      }),
    takeBack: (invitation) => inside(({ engine }) => engine.removals.takeBack(fromHex(invitation)).then(done)),
    turnInto: (device, member, card = null) =>
      inside(({ engine }) => engine.removals.turn(device, [member], card).then(done)),
    removeDevice: (device, card = null) =>
      inside(({ engine }) => engine.removals.remove([device], [], card).then(done)),
    removePerson: (member, card = null) =>
      inside(({ engine }) => engine.removals.remove([], [member], card).then(done)),
    close: (how, card = null) =>
      inside(({ engine }) => engine.removals.close({ successor: null, erase: how === 'for ever' }, card).then(done)),
    reopen: (card = null) => inside(({ engine }) => engine.removals.reopen(card).then(done)),
    approve: (request) => inside(({ engine }) => engine.admissions.approve(request, engine.extend).then(done)),
    decline: (request) => inside(({ engine }) => engine.decline(request).then(done)),
    freshCard: async () => {
      const { CardSecret } = (await tablet.behind.come()).parts
      const secret = CardSecret.fresh(tablet.crypto)
      return { secret, words: await secret.words(tablet.crypto), link: secret.qr(around.origin) }
    },
    addCard: (secret, card = null) =>
      inside(async (open) => (await tablet.behind.come()).parts.addCard(open, secret, card)),
    tryCard: (secret) => inside(async (open) => (await tablet.behind.come()).parts.tryCard(open, secret)),
  }
}

const done = (): Outcome => ({ ok: true })

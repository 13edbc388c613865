/**
 * What this tablet itself can refuse. `code` is the contract; prose lives in words/.
 *
 *   DeviceError
 *   ├─ StorageFull       the disk or the browser's share of it is used up; nothing of the write happened
 *   ├─ StorageGone       what was kept has been cleared away under us, or was never here
 *   ├─ StorageUnready    the browser dropped the database and reopening has not worked yet; ask again
 *   ├─ StorageTaken      another tab has the place now; nothing of the write happened, and nothing ever will from here
 *   ├─ StorageDamaged    a stored value does not open under its key
 *   ├─ DocumentBroken    the document cannot join what came, and takes nothing more; all of it is kept
 *   ├─ WrongPassphrase   the words do not open this tablet's keys
 *   ├─ PasskeyWrong      the passkey answered, and its answer opens nothing here
 *   ├─ PasskeyRefused    the passkey did not answer: called off, deleted, or not able to
 *   ├─ UnlockShared      on a device that two people write on only words may open what is kept
 *   ├─ UnlockRefused     stored parameters of the passphrase are outside what is safe to run
 *   ├─ MemoryShort       this machine cannot spare the memory that the words need just now; ask again
 *   └─ PartMissing       a part of the app is not on this device yet, and cannot be fetched just now; ask again
 */

export type DeviceErrorCode =
  | 'STORAGE_FULL'
  | 'STORAGE_GONE'
  | 'STORAGE_UNREADY'
  | 'STORAGE_TAKEN'
  | 'STORAGE_DAMAGED'
  | 'DOCUMENT_BROKEN'
  | 'PASSPHRASE_WRONG'
  | 'PASSKEY_WRONG'
  | 'PASSKEY_REFUSED'
  | 'UNLOCK_SHARED'
  | 'UNLOCK_REFUSED'
  | 'MEMORY_SHORT'
  | 'PART_MISSING'

export class DeviceError extends Error {
  readonly code: DeviceErrorCode

  constructor(code: DeviceErrorCode, cause?: unknown) {
    super(code, { cause })
    this.name = 'DeviceError'
    this.code = code
  }
}

export class StorageFull extends DeviceError {
  constructor(cause?: unknown) {
    super('STORAGE_FULL', cause)
  }
}

export class StorageGone extends DeviceError {
  constructor(cause?: unknown) {
    super('STORAGE_GONE', cause)
  }
}

export class StorageUnready extends DeviceError {
  constructor(cause?: unknown) {
    super('STORAGE_UNREADY', cause)
  }
}

export class StorageTaken extends DeviceError {
  constructor() {
    super('STORAGE_TAKEN')
  }
}

export class StorageDamaged extends DeviceError {
  constructor(cause?: unknown) {
    super('STORAGE_DAMAGED', cause)
  }
}

export class DocumentBroken extends DeviceError {
  constructor(cause: unknown) {
    super('DOCUMENT_BROKEN', cause)
  }
}

export class WrongPassphrase extends DeviceError {
  constructor() {
    super('PASSPHRASE_WRONG')
  }
}

export class PasskeyWrong extends DeviceError {
  constructor() {
    super('PASSKEY_WRONG')
  }
}

export class PasskeyRefused extends DeviceError {
  constructor(cause?: unknown) {
    super('PASSKEY_REFUSED', cause)
  }
}

export class UnlockShared extends DeviceError {
  constructor() {
    super('UNLOCK_SHARED')
  }
}

export class UnlockRefused extends DeviceError {
  constructor() {
    super('UNLOCK_REFUSED')
  }
}

export class MemoryShort extends DeviceError {
  constructor() {
    super('MEMORY_SHORT')
  }
}

export class PartMissing extends DeviceError {
  constructor(cause: unknown) {
    super('PART_MISSING', cause)
  }
}

// The lock of the window, as it is seen from there.

export const lockAfterMinutes = [1, 5, 15, 60] as const;
/** A passer-by tries a handful, and is made to wait from then on. */
export const shortestPasscode = 6;

export interface LockState {
  readonly on: boolean;
  readonly locked: boolean;
  /** Minutes in which nobody touches the computer. */
  readonly afterMinutes: number;
  /** This computer can ask for a finger instead. */
  readonly touch: boolean;
  /** How long the next try has to wait. */
  readonly waitMs: number;
  /** What was kept of the passcode can't be read: none opens it any more. */
  readonly damaged: boolean;
}

/** What may be asked for while it is locked. */
export const whileLocked = ['lock.read', 'lock.unlock', 'lock.unlockByTouch', 'erase.everything'] as const;

// How long to wait between two looks at Gmail: as short as ever where somebody looks, longer where nobody does, and longest
// where the battery would pay for it. Pure.

export interface Pace {
  readonly inView: boolean;
  readonly onBattery: boolean;
}

export function everyMs({ inView, onBattery }: Pace): number {
  if (inView) return 15_000;
  return onBattery ? 5 * 60_000 : 60_000;
}

// Where a step leads: what every step is given. Knows no step.
import type { Guide, GuideStep } from '../../electron/contract/guide.ts';

export interface Leading {
  readonly guide: Guide;
  readonly change: (changes: Partial<Guide>) => void;
  readonly go: (step: GuideStep) => void;
  /** Said politely to those who hear the window. */
  readonly say: (text: string) => void;
}

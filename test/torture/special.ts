// Faults that take a program in a process of its own: it is killed, or runs for hours.
import { mkdtempSync } from 'node:fs';
import path from 'node:path';
import { runKills } from '../campaigns/kill/kills.ts';
import type { Outcome } from './campaign.ts';
import { passHours } from './hours.ts';

export interface SpecialOptions {
  readonly seed: number;
  readonly runs: number;
  /** For profiles. */
  readonly folder: string;
  /** Whether there is no time for another run. */
  readonly isLate: () => boolean;
  readonly onOutcome: (outcome: Outcome) => void;
  /** Something measured that stands below the table. */
  readonly onFigure: (line: string) => void;
}

export interface Special {
  readonly group: string;
  readonly fault: string;
  readonly runs: number;
  readonly run: (options: SpecialOptions) => Promise<void>;
}

/** Voyages at once: more of them wait than compute. */
const voyages = 3;

const killed: Special = {
  group: 'end',
  fault: 'kill -9 at any moment',
  runs: 1_000,
  run: async ({ seed, runs, folder, isLate, onOutcome }) => {
    const fault = killed.fault;
    let number = 0;
    const share = (index: number) => Math.floor(runs / voyages) + (index < runs % voyages ? 1 : 0);
    const sail = (index: number) => {
      let began = performance.now();
      return runKills({
        kills: share(index),
        seed: seed * 1_000 + index,
        folder: mkdtempSync(path.join(folder, 'kills-')),
        sizes: [60, 60, 100, 200],
        mostWrong: Number.POSITIVE_INFINITY,
        isLate,
        onKill: ({ differences, kept }) => {
          const ms = performance.now() - began;
          began = performance.now();
          // What is killed has no window, nor has what goes on from there.
          onOutcome({ fault, number: number++, wrong: differences, sentences: undefined, kept, ms });
        },
      });
    };
    await Promise.all(Array.from({ length: Math.min(voyages, runs) }, (_, index) => sail(index)));
  },
};

const eight = 8;
const quarterMinutes = 240;
const mb = (bytes: number) => `${(bytes / 1e6).toFixed(1)} MB`;
const percent = (share: number) => `${(share * 100).toFixed(1)} %`;

const used: Special = {
  group: 'use',
  fault: 'eight hours of it',
  runs: 1,
  run: async ({ seed, runs, folder, onOutcome, onFigure }) => {
    for (let number = 0; number < runs; number++) {
      const began = performance.now();
      const options = { seed: seed + number, folder, hours: eight, looksPerHour: quarterMinutes, restMs: 31_000 };
      const { wrong, measured, growth, sentences, kept } = await passHours(options);
      const [first, middle, last] = [measured[0], measured[Math.floor(measured.length / 2)], measured.at(-1)];
      if (first && middle && last)
        for (const what of Object.keys(growth) as (keyof typeof growth)[]) {
          const say = what.endsWith('Bytes') ? mb : String;
          const hours = [first[what], middle[what], last[what]].map(say);
          const from = what === 'residentBytes' ? 'the middle' : 'the first hour';
          onFigure(
            `${what}: ${hours.join(', ')} after an hour, half of them, all; ${percent(growth[what])} from ${from} on`,
          );
        }
      onOutcome({ fault: used.fault, number, wrong, sentences, kept, ms: performance.now() - began });
    }
  },
};

export const specials: readonly Special[] = [killed, used];

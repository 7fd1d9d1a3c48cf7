// Fills the {slots} of a sentence. Knows nothing of what the sentences say.
import type { Random } from './random.ts';

/** What may stand in a slot, by the slot's name. */
export type Words = Readonly<Record<string, readonly string[]>>;
/** What does stand in a slot, because it was settled before. */
export type Slots = Readonly<Record<string, string>>;

interface Piece {
  readonly slot: string;
  /** A sentence begins with it, so with a capital. */
  readonly begins: boolean;
  /** What follows it. */
  readonly text: string;
}

interface Template {
  readonly start: string;
  readonly pieces: readonly Piece[];
}

const parsed = new Map<string, Template>();

function parse(source: string): Template {
  const parts = source.split(/\{(\w+)\}/);
  const pieces: Piece[] = [];
  for (let i = 1; i < parts.length; i += 2) {
    const before = parts[i - 1] ?? '';
    const begins = (i === 1 && before === '') || /[.!?]\s$/.test(before);
    pieces.push({ slot: parts[i] ?? '', begins, text: parts[i + 1] ?? '' });
  }
  return { start: parts[0] ?? '', pieces };
}

export function fill(source: string, words: Words, random: Random, slots: Slots = {}): string {
  let template = parsed.get(source);
  if (template === undefined) {
    template = parse(source);
    parsed.set(source, template);
  }
  let text = template.start;
  for (const { slot, begins, text: after } of template.pieces) {
    const word = slots[slot] ?? random.pick(words[slot] ?? []);
    text += (begins ? word.charAt(0).toUpperCase() + word.slice(1) : word) + after;
  }
  return text;
}

/** Settles some slots for good, so that a whole conversation speaks of the same day and the same boat. */
export function settle(names: readonly string[], words: Words, random: Random): Record<string, string> {
  const slots: Record<string, string> = {};
  for (const name of names) slots[name] = random.pick(words[name] ?? []);
  return slots;
}

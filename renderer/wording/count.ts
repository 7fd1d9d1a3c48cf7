// A number and what it counts, as English has it.
import { number } from './format.ts';

const plural = new Intl.PluralRules('en');

/** The word alone. */
export function worded(value: number, one: string, other: string): string {
  return plural.select(value) === 'one' ? one : other;
}

export function count(value: number, one: string, other: string): string {
  return `${number(value)} ${worded(value, one, other)}`;
}

export const messages = (value: number) => count(value, 'message', 'messages');

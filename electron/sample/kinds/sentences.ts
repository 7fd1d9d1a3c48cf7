// Deals what strangers say in a debate, filled in, for as long as anybody asks.
import { fill } from '../fill.ts';
import { dealer, type Random } from '../random.ts';
import { english } from '../texts/english.ts';
import type { Debate } from '../texts/threads.ts';

export function* sentences(random: Random, debate: Debate): Generator<string, never> {
  const deal = dealer(random, debate.posts);
  for (;;) yield fill(deal(), english.words, random);
}

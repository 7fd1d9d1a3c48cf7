// Parts nested deeper than anybody nests them are cut off before a message is checked: to check them would overflow the stack,
// and all of the message would be lost.

/** Deeper than what is shown (places.ts, and messages within messages), so that what is cut is said to be too deep. */
const mostDeep = 200;

type Parts = { parts?: unknown };

const isObject = (value: unknown): value is Parts => typeof value === 'object' && value !== null;
const partsOf = ({ parts }: Parts): readonly Parts[] => (Array.isArray(parts) ? parts.filter(isObject) : []);

/** `message`: Gmail's JSON, whatever it is; changed in place. Level by level, since depth is what is wrong. */
export function cutDeepParts(message: unknown): void {
  if (!isObject(message) || !('payload' in message) || !isObject(message.payload)) return;
  let level: readonly Parts[] = [message.payload];
  for (let depth = 0; depth < mostDeep && level.length > 0; depth += 1) level = level.flatMap(partsOf);
  for (const part of level) part.parts = [];
}

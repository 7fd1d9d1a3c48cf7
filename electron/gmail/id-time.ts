// The time in a message's id. Gmail's sixteen hex digits begin with milliseconds; nobody has promised that, so it is a hint
// for where a message stands until its own date is here, and nothing else.

const firstOfGmail = Date.UTC(2004, 3, 1);
const dayMs = 24 * 60 * 60 * 1000;

/** Epoch ms; undefined where it says none that can be. */
export function timeOfId(id: string, now: number): number | undefined {
  if (!/^[0-9a-f]{16}$/.test(id)) return undefined;
  const time = Number.parseInt(id.slice(0, 11), 16);
  return time >= firstOfGmail && time <= now + dayMs ? time : undefined;
}

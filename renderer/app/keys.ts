// Which key means what: pure. Letters are Gmail's own shortcuts.
type Pressed = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey'>;

export type Shortcut = 'next' | 'previous' | 'nextMessage' | 'previousMessage' | 'open' | 'back' | 'filter' | 'find';

const byKey: Readonly<Record<string, Shortcut>> = {
  j: 'next',
  k: 'previous',
  n: 'nextMessage',
  p: 'previousMessage',
  o: 'open',
  u: 'back',
  Escape: 'back',
  '/': 'filter',
};

/** Where the layout has no Latin letters (Persian, Greek, Russian), the key in the same place counts. */
const byCode: Readonly<Record<string, Shortcut>> = {
  KeyJ: 'next',
  KeyK: 'previous',
  KeyN: 'nextMessage',
  KeyP: 'previousMessage',
  KeyO: 'open',
  KeyU: 'back',
  Slash: 'filter',
};

export function shortcut({ key, code, ctrlKey, metaKey, altKey }: Pressed): Shortcut | null {
  if (ctrlKey || metaKey || altKey) return isFind({ key, code, ctrlKey, metaKey, altKey }) ? 'find' : null;
  if (Object.hasOwn(byKey, key)) return byKey[key] ?? null;
  return isLatin(key) || !Object.hasOwn(byCode, code) ? null : (byCode[code] ?? null);
}

/** Either, on every system: nobody means anything else by it. */
function isFind({ key, code, ctrlKey, metaKey, altKey }: Pressed): boolean {
  if (altKey || ctrlKey === metaKey) return false;
  return key.toLowerCase() === 'f' || (!isLatin(key) && code === 'KeyF');
}

const isLatin = (key: string) => /^[\x20-\x7e]$|^\w{2,}$/.test(key);

/** Text fields keep their keys to themselves. */
export function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.matches('input, textarea, select, [contenteditable]');
}

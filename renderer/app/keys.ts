// Which key means what: pure. Letters are Gmail's own shortcuts.
type Pressed = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey'>;

export type Shortcut = 'next' | 'previous' | 'open' | 'back' | 'filter';

const byKey: Readonly<Record<string, Shortcut>> = {
  j: 'next',
  k: 'previous',
  o: 'open',
  u: 'back',
  Escape: 'back',
  '/': 'filter',
};

/** Where the layout has no Latin letters (Persian, Greek, Russian), the key in the same place counts. */
const byCode: Readonly<Record<string, Shortcut>> = {
  KeyJ: 'next',
  KeyK: 'previous',
  KeyO: 'open',
  KeyU: 'back',
  Slash: 'filter',
};

export function shortcut({ key, code, ctrlKey, metaKey, altKey }: Pressed): Shortcut | null {
  if (ctrlKey || metaKey || altKey) return null;
  if (Object.hasOwn(byKey, key)) return byKey[key] ?? null;
  const latin = /^[\x20-\x7e]$|^\w{2,}$/.test(key);
  return latin || !Object.hasOwn(byCode, code) ? null : (byCode[code] ?? null);
}

/** Text fields keep their keys to themselves. */
export function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.matches('input, textarea, select, [contenteditable]');
}

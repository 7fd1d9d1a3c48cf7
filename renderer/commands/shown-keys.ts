// Keys as they are printed on a keyboard of this system: pure.

const mac: Readonly<Record<string, string>> = {
  Mod: '⌘',
  Alt: '⌥',
  Shift: '⇧',
  Enter: '⏎',
  Backspace: '⌫',
};
const other: Readonly<Record<string, string>> = { Mod: 'Ctrl' };
const everywhere: Readonly<Record<string, string>> = {
  Escape: 'Esc',
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
  PageUp: 'Page Up',
  PageDown: 'Page Down',
};

/** `Mod++` is the plus sign with `Mod`. */
export const partsOf = (stroke: string): readonly string[] => stroke.split(/(?<=.)\+(?=.)/);

function shown(part: string, isMac: boolean): string {
  const table = { ...everywhere, ...(isMac ? mac : other) };
  if (Object.hasOwn(table, part)) return table[part] ?? part;
  return part;
}

/** Of each key that is pressed in turn what is held down with it. A letter is as large as it stands on its key where it is held with others. */
export function shownKeys(keys: string, isMac: boolean): readonly (readonly string[])[] {
  return keys.split(' ').map((stroke) => {
    const parts = partsOf(stroke);
    return parts.map((part) =>
      parts.length > 1 ? shown(part, isMac).replace(/^[a-z]$/, (letter) => letter.toUpperCase()) : shown(part, isMac),
    );
  });
}

/** As Electron writes an accelerator; null where it can't. */
export function acceleratorOf(keys: string): string | null {
  if (keys.includes(' ')) return null;
  return partsOf(keys)
    .map((part) =>
      part === 'Mod'
        ? 'CmdOrCtrl'
        : part === '+'
          ? 'Plus'
          : part.replace(/^Arrow/, '').replace(/^[a-z]$/, (letter) => letter.toUpperCase()),
    )
    .join('+');
}

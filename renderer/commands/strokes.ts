// How a pressed key is written: pure. `Mod` is Command on a Mac and Control elsewhere. A sign (`?`, `*`) is written as it is,
// whatever it takes to type it; Shift is named only where it makes no other sign (`Shift+n`, `Shift+F6`).

export interface Pressed {
  readonly key: string;
  readonly code: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
  readonly isComposing?: boolean;
  readonly getModifierState?: (name: string) => boolean;
}

const silent = new Set(['Dead', 'Process', 'Unidentified', 'Compose']);
const modifiers = new Set(['Shift', 'Control', 'Alt', 'AltGraph', 'Meta', 'CapsLock', 'NumLock', 'ScrollLock', 'Fn']);

/** Signs by their place on a keyboard of the United States: plain, and with Shift. */
const signs: Readonly<Record<string, readonly [plain: string, shifted: string]>> = {
  Backquote: ['`', '~'],
  Minus: ['-', '_'],
  Equal: ['=', '+'],
  BracketLeft: ['[', '{'],
  BracketRight: [']', '}'],
  Backslash: ['\\', '|'],
  Semicolon: [';', ':'],
  Quote: ["'", '"'],
  Comma: [',', '<'],
  Period: ['.', '>'],
  Slash: ['/', '?'],
};
const shiftedDigits = ')!@#$%^&*(';

export const isModifier = (key: string): boolean => modifiers.has(key);

/** What a keyboard of the United States has in that place. */
function signAt(code: string, shifted: boolean): string | null {
  if (/^Key[A-Z]$/.test(code)) return code.slice(3).toLowerCase();
  const digit = /^Digit(\d)$/.exec(code)?.[1];
  if (digit !== undefined) return shifted ? (shiftedDigits[Number(digit)] ?? null) : digit;
  return (Object.hasOwn(signs, code) && signs[code]?.[shifted ? 1 : 0]) || null;
}

const isSign = (key: string) => [...key].length === 1;
const isLatin = (key: string) => /^[\x20-\x7e]$/.test(key) || /^\p{Script=Latin}$/u.test(key);

/**
 * The ways to write it, the likelier first; none where it only makes a part of a letter. Where the layout has no Latin letters
 * (Persian, Greek, Russian), the key in the same place counts.
 */
export function strokesOf(pressed: Pressed, isMac: boolean): readonly string[] {
  const { key, code, shiftKey } = pressed;
  if (pressed.isComposing || silent.has(key) || isModifier(key) || key === '') return [];
  // On Windows the third level of a keyboard comes as Control and Alt together.
  const thirdLevel = isSign(key) && (pressed.getModifierState?.('AltGraph') ?? false);
  const ctrlKey = pressed.ctrlKey && !thirdLevel;
  const altKey = pressed.altKey && !thirdLevel;
  const isMod = isMac ? pressed.metaKey : ctrlKey;
  // The other one of the two belongs to the system.
  if (isMac ? ctrlKey : pressed.metaKey) return [];
  const written = (name: string, withAlt: boolean) => {
    const isLetter = /^[a-z]$/.test(name);
    const named = shiftKey && (isLetter || !isSign(name));
    return `${isMod ? 'Mod+' : ''}${withAlt ? 'Alt+' : ''}${named ? 'Shift+' : ''}${name === ' ' ? 'Space' : name}`;
  };
  if (!isSign(key)) return [written(key, altKey)];
  const there = signAt(code, shiftKey);
  const byPlace = there === null ? [] : [written(there, altKey)];
  // On a Mac it is Option that makes the third level: what it has made counts only where it is a sign.
  if (altKey && isMac) return [...(/^[!-/:-@[-`{-~]$/.test(key) ? [written(key, false)] : []), ...byPlace];
  return isLatin(key) ? [written(key.toLowerCase(), altKey)] : byPlace;
}

/** Whether it can be pressed while something is typed, and still type nothing. */
export const typesNothing = (stroke: string): boolean => /^Mod\+|^(?:Shift\+)?F\d+$|^Escape$/.test(stroke);

/** Keys that scroll and press belong to what has the focus. */
export const isOfTheFocus = (stroke: string): boolean =>
  /^(?:Shift\+)?(?:Arrow\w+|Page\w+|Home|End|Enter|Space|Tab|Backspace|Delete)$/.test(stroke);

// Which command a key means: pure. Remembers what has been pressed of a sequence (`g i`), for a moment.
import { type CommandId, commandIds, commandOf, contexts } from './table.ts';

/** What the person has changed: the keys of a command by its id. */
export type ChangedKeys = Readonly<Record<string, readonly string[]>>;

export interface Keymap {
  /** By what is pressed in turn; of several the one with the narrowest context first. */
  readonly commands: ReadonlyMap<string, readonly CommandId[]>;
  /** What a sequence begins with. */
  readonly beginnings: ReadonlySet<string>;
}

export function keysOf(id: CommandId, changed: ChangedKeys): readonly string[] {
  return (Object.hasOwn(changed, id) && changed[id]) || commandOf(id).keys;
}

export function keymapOf(changed: ChangedKeys): Keymap {
  const found = new Map<string, CommandId[]>();
  const narrowness = (id: CommandId) => contexts.indexOf(commandOf(id).when);
  for (const id of commandIds.toSorted((one, other) => narrowness(other) - narrowness(one)))
    for (const keys of keysOf(id, changed)) found.set(keys, [...(found.get(keys) ?? []), id]);
  const beginnings = [...found.keys()].filter((keys) => keys.includes(' ')).map((keys) => keys.split(' ')[0] ?? '');
  return { commands: found, beginnings: new Set(beginnings) };
}

/**
 * The commands that would no longer have these keys to themselves. Contexts lie within each other: where the narrower command can
 * be run, the wider one can't be had by the same keys. That is as it should be for the keys that Porthole comes with, only.
 */
export function conflicts(id: CommandId, keys: string, changed: ChangedKeys): readonly CommandId[] {
  return commandIds.filter((other) => {
    if (other === id) return false;
    const isShipped = !Object.hasOwn(changed, id) && !Object.hasOwn(changed, other);
    return keysOf(other, changed).some((taken) => {
      if (taken === keys) return !isShipped || commandOf(other).when === commandOf(id).when;
      // Nobody gets as far as the second key of a sequence where the first does something by itself; and the other way round.
      return taken.startsWith(`${keys} `) || keys.startsWith(`${taken} `);
    });
  });
}

const patienceMs = 1_500;

export interface Begun {
  readonly stroke: string;
  readonly at: number;
}

export interface Meant {
  /** In the order in which they are to be tried. */
  readonly ids: readonly CommandId[];
  /** As it was written in the table. */
  readonly keys: string | null;
  /** The key begins a sequence. */
  readonly begun: Begun | null;
}

const nothing: Meant = { ids: [], keys: null, begun: null };

/** `strokes`: the ways to write what was pressed. */
export function meant(strokes: readonly string[], { commands, beginnings }: Keymap, begun: Begun | null, now: number) {
  const before = begun && now - begun.at <= patienceMs ? `${begun.stroke} ` : '';
  for (const prefix of before === '' ? [''] : [before, ''])
    for (const stroke of strokes) {
      const keys = `${prefix}${stroke}`;
      const ids = commands.get(keys);
      if (ids) return { ids, keys, begun: null } satisfies Meant;
      if (prefix === '' && beginnings.has(stroke)) return { ...nothing, begun: { stroke, at: now } } satisfies Meant;
    }
  return nothing;
}

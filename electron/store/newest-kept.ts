// What was read of messages and will be asked for again with the next letter typed, by key, up to so many characters in
// all. Where there is no room for everything, it is what was read of newer messages that stays: a page begins with them.

export interface NewestKept<Value> {
  readonly get: (key: number) => Value | undefined;
  /** Again: with as many characters as it has by now. */
  readonly keep: (key: number, value: Value, characters: number) => void;
  readonly forget: (isGone: (key: number, value: Value) => boolean) => void;
}

export function createNewestKept<Value>(mostCharacters: number): NewestKept<Value> {
  const kept = new Map<number, { readonly value: Value; readonly characters: number }>();
  let all = 0;
  let oldest = Number.POSITIVE_INFINITY;

  const drop = (key: number) => {
    all -= kept.get(key)?.characters ?? 0;
    kept.delete(key);
  };

  return {
    get: (key) => kept.get(key)?.value,
    keep: (key, value, characters) => {
      drop(key);
      if (all + characters > mostCharacters) {
        if (key <= oldest || characters > mostCharacters) return;
        kept.clear();
        all = 0;
        oldest = key;
      }
      kept.set(key, { value, characters });
      all += characters;
      oldest = Math.min(oldest, key);
    },
    forget: (isGone) => {
      for (const [key, { value }] of kept) if (isGone(key, value)) drop(key);
    },
  };
}

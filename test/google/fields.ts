// The `fields` parameter (partial responses): `id,payload/headers(name,value)`, `messages(id,threadId)`, `*`.
// Knows no resource: a field that does not exist is simply absent.

/** `all`: the field with everything in it. */
type Mask = ReadonlyMap<string, Mask | 'all'>;

export class BadMask extends Error {}

export function parseMask(text: string): Mask {
  let at = 0;
  const list = (closing: boolean): Mask => {
    const mask = new Map<string, Mask | 'all'>();
    for (;;) {
      const [name, inside] = selector();
      mask.set(name, merge(mask.get(name), inside));
      if (text[at] !== ',') break;
      at += 1;
    }
    if (text[at] !== (closing ? ')' : undefined)) throw new BadMask(text);
    at += 1;
    return mask;
  };
  const selector = (): [string, Mask | 'all'] => {
    const name = /^\s*([\w*]+)\s*/.exec(text.slice(at));
    if (!name?.[1]) throw new BadMask(text);
    at += name[0].length;
    const next = text[at];
    if (next !== '/' && next !== '(') return [name[1], 'all'];
    at += 1;
    return [name[1], next === '(' ? list(true) : new Map([selector()])];
  };
  return list(false);
}

function merge(known: Mask | 'all' | undefined, more: Mask | 'all'): Mask | 'all' {
  if (known === undefined) return more;
  if (known === 'all' || more === 'all') return 'all';
  return new Map([...known, ...[...more].map(([name, mask]) => [name, merge(known.get(name), mask)] as const)]);
}

export function applyMask(value: unknown, mask: Mask | 'all'): unknown {
  if (mask === 'all') return value;
  if (Array.isArray(value)) return value.map((item) => applyMask(item, mask));
  if (typeof value !== 'object' || value === null) return value;
  const picked: Record<string, unknown> = {};
  for (const [name, inner] of Object.entries(value)) {
    const wanted = mask.get(name) ?? mask.get('*');
    if (wanted !== undefined) picked[name] = applyMask(inner, wanted);
  }
  return picked;
}

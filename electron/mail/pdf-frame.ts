// What the window and the frame of a PDF say to each other. Each side takes only what parses here: a PDF may have taken its
// frame over. Pure.

export type ToPdf =
  | {
      readonly kind: 'show';
      readonly bytes: Uint8Array;
      /** What a page is called, for those who hear it: `{page}` and `{pages}` stand for its number and theirs. */
      readonly pageName: string;
    }
  /** A table of characters or a font that it asked for; null where there is none of that name. */
  | { readonly kind: 'file'; readonly name: string; readonly bytes: Uint8Array | null };

export type FromPdf =
  /** It listens. */
  | { readonly kind: 'ready' }
  /** `shown`: how many of its pages are there to be seen. */
  | { readonly kind: 'shown'; readonly pages: number; readonly shown: number }
  | { readonly kind: 'failed'; readonly reason: 'broken' | 'password' }
  /** It can't go on without what pdf.js brings along under this name. */
  | { readonly kind: 'wants'; readonly name: string }
  | { readonly kind: 'escape' };

export const mostPages = 500;
const longestName = 100;

type Fields = Readonly<Record<string, unknown>>;

/** Names of files that pdf.js brings along: no path among them. */
export const isFileName = (value: unknown): value is string =>
  typeof value === 'string' && value.length <= longestName && /^[\w-]+\.(?:bcmap|pfb|ttf)$/.test(value);

const isCount = (value: unknown) => Number.isInteger(value) && Number(value) >= 0 && Number(value) <= 10_000_000;

type Kinds<Kind extends string> = Readonly<Record<Kind, (fields: Fields) => boolean>>;

const toPdf: Kinds<ToPdf['kind']> = {
  show: ({ bytes, pageName }) => bytes instanceof Uint8Array && typeof pageName === 'string',
  file: ({ name, bytes }) => isFileName(name) && (bytes === null || bytes instanceof Uint8Array),
};

const fromPdf: Kinds<FromPdf['kind']> = {
  ready: () => true,
  shown: ({ pages, shown }) => isCount(pages) && isCount(shown),
  failed: ({ reason }) => reason === 'broken' || reason === 'password',
  wants: ({ name }) => isFileName(name),
  escape: () => true,
};

function parse(value: unknown, kinds: Kinds<string>): unknown {
  if (typeof value !== 'object' || value === null) return null;
  const fields = value as Fields;
  const kind = fields['kind'];
  return typeof kind === 'string' && Object.hasOwn(kinds, kind) && kinds[kind]?.(fields) ? value : null;
}

/** Null where it is none. */
export const parseToPdf = (value: unknown): ToPdf | null => parse(value, toPdf) as ToPdf | null;
/** Null where it is none. */
export const parseFromPdf = (value: unknown): FromPdf | null => parse(value, fromPdf) as FromPdf | null;

// How a message is to be shown, from what the person chose for everybody and for its sender, and what of it is shown as text:
// pure.
import type { BodyPart, SenderChoice } from '../../electron/contract/body.ts';
import type { Message, Settings } from '../../electron/contract/model.ts';

export interface Appearance {
  readonly format: 'html' | 'plain';
  readonly colours: 'original' | 'adapted';
  readonly zoom: number;
  /** Wider than its place, it is made smaller: not for whoever has said how large it is to be. */
  readonly fits: boolean;
}

/** As the requests have them: null forgets, absent leaves. */
type Change = { readonly [Key in keyof SenderChoice]?: SenderChoice[Key] | null | undefined };

/** `settings`: null while they are on their way. */
export function appearanceOf(
  { format, colours, zoom }: SenderChoice,
  settings: Pick<Settings, 'strict' | 'zoom'> | null,
): Appearance {
  return {
    format: settings?.strict ? 'plain' : (format ?? 'html'),
    colours: colours ?? 'adapted',
    zoom: zoom ?? 1,
    fits: zoom === undefined && (settings?.zoom ?? 1) <= 1,
  };
}

export function changed(choice: SenderChoice, change: Change): SenderChoice {
  const entries = Object.entries({ ...choice, ...withoutAbsent(change) });
  return Object.fromEntries(entries.filter(([, value]) => value !== null));
}

const withoutAbsent = (change: Change) =>
  Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));

export type PlainPart = Pick<BodyPart, 'partId' | 'flowed' | 'delSp'> & { readonly plain: string };

/** Null where some of it has HTML only, and nobody knows its text. */
export function plainParts(
  parts: readonly BodyPart[],
  message: Pick<Message, 'text' | 'textFrom'> | null,
): readonly PlainPart[] | null {
  const plain = parts.flatMap((part) => (part.plain === null ? [] : [{ ...part, plain: part.plain }]));
  if (plain.length === parts.length) return plain;
  // The text that searches look through is that of all its parts.
  return message && message.textFrom !== 'none'
    ? [{ partId: 'text', flowed: false, delSp: false, plain: message.text }]
    : null;
}

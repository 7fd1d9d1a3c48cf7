// How a message is to be shown, from what the person chose for everybody and for its sender, and what of it is shown as text:
// pure.
import type { BodyPart, SenderChoice } from '../../electron/contract/body.ts';
import type { Message } from '../../electron/contract/model.ts';

export interface Appearance {
  readonly format: 'html' | 'plain';
  readonly colours: 'original' | 'adapted';
  readonly zoom: number;
}

/** As the requests have them: null forgets, absent leaves. */
type Change = { readonly [Key in keyof SenderChoice]?: SenderChoice[Key] | null | undefined };

const zooms = [0.5, 0.67, 0.8, 0.9, 1, 1.1, 1.25, 1.5, 1.75, 2, 2.5, 3] as const;

export function appearanceOf({ format, colours, zoom }: SenderChoice, strict: boolean): Appearance {
  return { format: strict ? 'plain' : (format ?? 'html'), colours: colours ?? 'adapted', zoom: zoom ?? 1 };
}

/** The next size that is larger (1) or smaller (-1); null at the end. */
export function nextZoom(zoom: number, step: 1 | -1): number | null {
  const further = step === 1 ? zooms.find((one) => one > zoom) : zooms.findLast((one) => one < zoom);
  return further ?? null;
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

// A message of Gmail's with all that is kept of it: what is searched, and how it looks where that is more than its text.
import { type Content, contentOfText, type FetchedMessage } from '../contract/body.ts';
import type { Message } from '../contract/model.ts';
import { type ContentOptions, type Lacking, readContent } from './content.ts';
import { bodiesToFetch, readMessage } from './mime.ts';
import type { WireMessage } from './wire.ts';

const nothingFetched: ReadonlyMap<string, string> = new Map();

/** Whether the text that is searched says it all. Blanks at its end are not kept there. */
function isOnlyText(content: Content, message: Message): boolean {
  const parts = content.parts.map((part) => ({ ...part, plain: part.plain?.trimEnd() ?? null }));
  return JSON.stringify({ ...content, parts }) === JSON.stringify(contentOfText(message));
}

export function readWhole(
  wire: WireMessage,
  { fetched, isLast }: ContentOptions = { fetched: nothingFetched, isLast: false },
): FetchedMessage {
  const message = readMessage(wire, fetched);
  const { content, lacking } = readContent(wire, { fetched, isLast });
  const whole = lacking.length === 0;
  return { ...message, original: whole && isOnlyText(content, message) ? null : { ...content, whole } };
}

/** All texts that Gmail left out, for showing the message as well as for searching it. */
export function textsToFetch(wire: WireMessage): readonly Lacking[] {
  const { lacking } = readContent(wire, { fetched: nothingFetched, isLast: false });
  const wanted = new Map([...bodiesToFetch(wire), ...lacking].map((one) => [one.partId, one]));
  return [...wanted.values()];
}

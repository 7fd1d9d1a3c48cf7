// What is to be said of a message, or of one that is attached to it, beyond what is shown of it: pure.
import type { Content } from '../../electron/contract/body.ts';
import type { Attachment } from '../../electron/contract/model.ts';
import { unopenedOf } from '../../electron/mail/unopened.ts';
import { wording } from '../wording/wording.ts';

const words = wording.content;

export const isEmpty = ({ parts }: Pick<Content, 'parts'>): boolean =>
  parts.every(({ html, plain }) => html === null && (plain ?? '').trim() === '');

/** That there is no text is said only where nothing else says why. */
export function lacksOf(
  content: Pick<Content, 'parts' | 'omitted'>,
  attachments: readonly Attachment[],
): readonly string[] {
  const lacks = [
    ...content.omitted.map((omission) => words.omitted[omission]),
    ...unopenedOf(attachments).map((what) => words.unopened[what]),
  ];
  return lacks.length === 0 && isEmpty(content) ? [words.noText] : lacks;
}

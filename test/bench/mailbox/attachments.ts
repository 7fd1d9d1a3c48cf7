// The files of a message: names and types, never the files themselves.
import type { Attachment } from '../../../electron/contract/model.ts';
import type { Random } from '../../../electron/sample/random.ts';
import { often } from './often.ts';
import { anyWord, type Tongue } from './tongue.ts';
import { lengthAround } from './writing.ts';

const types: readonly (readonly [extension: string, mimeType: string])[] = [
  ['pdf', 'application/pdf'],
  ['jpg', 'image/jpeg'],
  ['png', 'image/png'],
  ['docx', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
  ['xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
  ['zip', 'application/zip'],
  ['ics', 'text/calendar'],
  ['csv', 'text/csv'],
];

function nameOf(extension: string, tongue: Tongue, random: Random): string {
  if (extension === 'jpg') return `IMG_${random.int(1_000, 9_999)}.jpg`;
  const join = random.pick(['_', '-', ' ']);
  const year = random.chance(0.4) ? `${join}${random.int(2014, 2026)}` : '';
  return `${anyWord(tongue, random)}${join}${anyWord(tongue, random)}${year}.${extension}`;
}

/** `first`: the part that the first of them is. */
export function attachmentsOf(tongue: Tongue, first: number, random: Random): Attachment[] {
  const count = random.chance(0.75) ? 1 : random.int(2, 5);
  return Array.from({ length: count }, (_, index) => {
    const [extension, mimeType] = often(types, random);
    return {
      partId: String(first + index),
      filename: nameOf(extension, tongue, random),
      mimeType,
      sizeBytes: lengthAround(120_000, 20_000_000, random),
    };
  });
}

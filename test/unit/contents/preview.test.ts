import { expect, test } from 'vitest';
import { createDiskCache } from '../../../electron/contents/disk-cache.ts';
import { createParts, type PartSource } from '../../../electron/contents/parts.ts';
import { mostPreviewedBytes, readPreview } from '../../../electron/contents/preview.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const nothingElse = () => Promise.reject(new Error('not asked for here'));

function partsOf(bytes: number) {
  let asked = 0;
  const source: PartSource = {
    whole: nothingElse,
    raw: nothingElse,
    part: async () => {
      asked += 1;
      return new Uint8Array(bytes).fill(65);
    },
  };
  const parts = createParts({
    cache: createDiskCache({ folder: temporaryFolder(), mostBytes: () => 1_000 }),
    source: () => ({ source, signal: new AbortController().signal }),
    unknown: async () => [],
  });
  return { parts, asked: () => asked };
}

const note = (sizeBytes: number) => ({ partId: '1', filename: 'note.txt', mimeType: 'text/plain', sizeBytes });

test.each([0, 3, 1_000_000])(
  'what is no larger than can be looked at is shown, though it is said to have %i bytes',
  async (said) => {
    const { bytes } = await readPreview(partsOf(4).parts, 'm', note(said));
    expect(Buffer.from(bytes).toString()).toBe('AAAA');
  },
);

test('what is larger than it is said to be is not shown', async () => {
  await expect(readPreview(partsOf(mostPreviewedBytes + 1).parts, 'm', note(3))).rejects.toMatchObject({
    failure: { kind: 'too-large' },
  });
});

test('what is said to be too large is not even asked for', async () => {
  const { parts, asked } = partsOf(4);
  await expect(readPreview(parts, 'm', note(mostPreviewedBytes + 1))).rejects.toMatchObject({
    failure: { kind: 'too-large' },
  });
  expect(asked()).toBe(0);
});

// Parts of the sample's messages, made when they are asked for: nobody has to be asked, and nothing lies on disk for it.
import { filesOf } from '../contents/files-of.ts';
import type { PartSource } from '../contents/parts.ts';
import { contentOfText } from '../contract/body.ts';
import { FailureError } from '../contract/failure.ts';
import type { Attachment } from '../contract/model.ts';
import { sampleBytes } from '../sample/files/files.ts';
import { rawOf } from '../sample/raw.ts';
import type { Store } from '../store/store.ts';

export function sampleParts(store: Pick<Store, 'read'>): PartSource {
  const gone = () => new FailureError({ kind: 'gone' });
  const open = async (id: string) => {
    const found = await store.read('looks', { id });
    if (!found) throw gone();
    const content = found.original ?? contentOfText(found.message);
    const files = filesOf(found.message, content);
    const bytesOf = (file: Attachment): Uint8Array => {
      const calendar = content.calendars.find(({ partId }) => partId === file.partId);
      const nested = content.nested.find(({ partId }) => partId === file.partId);
      if (calendar) return Buffer.from(calendar.text);
      return nested ? rawOf(nested, nested, bytesOf) : sampleBytes(file);
    };
    return { ...found, content, files, bytesOf };
  };
  return {
    // All that there is of it was written when the sample was made.
    whole: async () => {
      throw gone();
    },
    part: async (messageId, partId) => {
      const { files, bytesOf } = await open(messageId);
      const file = files.get(partId);
      if (!file) throw gone();
      return bytesOf(file);
    },
    raw: async (id) => {
      const { message, content, bytesOf } = await open(id);
      return rawOf(message, content, bytesOf);
    },
  };
}

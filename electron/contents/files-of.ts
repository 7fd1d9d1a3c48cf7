// The files that a message carries, by part, those of messages within it included. Pure.
import type { Content } from '../contract/body.ts';
import type { Attachment } from '../contract/model.ts';

interface Carrying {
  readonly attachments: readonly Attachment[];
}

/** What HTML shows in its midst has a type and a size, and maybe no name. */
function addTo(files: Map<string, Attachment>, { attachments }: Carrying, content: Content | undefined): void {
  for (const file of attachments) files.set(file.partId, file);
  for (const { partId, mimeType, sizeBytes } of content?.related ?? [])
    if (!files.has(partId)) files.set(partId, { partId, filename: '', mimeType, sizeBytes });
  for (const nested of content?.nested ?? []) addTo(files, nested, nested);
}

export function filesOf(message: Carrying, content: Content | undefined): ReadonlyMap<string, Attachment> {
  const files = new Map<string, Attachment>();
  addTo(files, message, content);
  return files;
}

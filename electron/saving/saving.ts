// Saves what a person wants to have as files: attachments, and a message as it was sent. Knows no dialogs: it is told where.
import path from 'node:path';
import type { Contents } from '../contents/contents.ts';
import { FailureError } from '../contract/failure.ts';
import type { Attachment } from '../contract/model.ts';
import { safeName } from '../mail/file-names.ts';
import { writeFileWhole, writeNewFile } from './write-file.ts';

export interface SavingOptions {
  readonly contents: () => Contents;
  /** Where a file of this name is to go, its own name included; undefined where the person chose nothing. */
  readonly chooseFile: (name: string) => Promise<string | undefined>;
  readonly chooseFolder: () => Promise<string | undefined>;
}

export interface Saving {
  /** Null where the person chose no place. Throws `gone` for a part that is none, `too-large`, `not-saved`. */
  readonly saveAttachments: (
    id: string,
    partIds: readonly string[],
  ) => Promise<{ readonly filenames: readonly string[] } | null>;
  readonly saveMessage: (id: string) => Promise<{ readonly filename: string } | null>;
  /** Of the message, as it is printed. */
  readonly savePdf: (id: string) => (pdf: Uint8Array) => Promise<void>;
}

export const mostSavedBytes = 50_000_000;

export function createSaving({ contents, chooseFile, chooseFolder }: SavingOptions): Saving {
  const filesNamed = async (id: string, partIds: readonly string[]): Promise<readonly Attachment[]> => {
    const files = await contents().files(id);
    return [...new Set(partIds)].map((partId) => {
      const file = files.get(partId);
      if (!file) throw new FailureError({ kind: 'gone' });
      if (file.sizeBytes > mostSavedBytes) throw new FailureError({ kind: 'too-large' });
      return file;
    });
  };
  /** A subject may end like a file of another kind. */
  const nameOf = async (id: string, extension: string) => {
    const { subject } = await contents().message(id);
    return safeName(`${subject.slice(0, 150).trim() || 'message'}.${extension}`);
  };
  const bytesOf = (id: string, { partId }: Attachment) => contents().parts.read(id, partId, mostSavedBytes);

  return {
    saveAttachments: async (id, partIds) => {
      const files = await filesNamed(id, partIds);
      const [only] = files;
      if (only && files.length === 1) {
        const file = await chooseFile(safeName(only.filename));
        if (file === undefined) return null;
        await writeFileWhole(file, [await bytesOf(id, only)]);
        return { filenames: [path.basename(file)] };
      }
      const folder = await chooseFolder();
      if (folder === undefined) return null;
      const filenames: string[] = [];
      for (const file of files) filenames.push(await writeNewFile(folder, file.filename, [await bytesOf(id, file)]));
      return { filenames };
    },
    savePdf: (id) => async (pdf) => {
      const file = await chooseFile(await nameOf(id, 'pdf'));
      if (file !== undefined) await writeFileWhole(file, [pdf]);
    },
    saveMessage: async (id) => {
      const file = await chooseFile(await nameOf(id, 'eml'));
      if (file === undefined) return null;
      await writeFileWhole(file, [await contents().parts.raw(id)]);
      return { filename: path.basename(file) };
    },
  };
}

// Tables of characters and fonts that a PDF leaves out because every reader has them: pdf.js asks for them here, and they come
// from the window, since nothing in a frame can fetch.
import { isFileName } from '../pdf-frame.ts';

export interface Files {
  /** For pdf.js, which makes one of it. */
  readonly Factory: new () => { readonly fetch: (wanted: { readonly filename: string }) => Promise<Uint8Array> };
  readonly take: (name: string, bytes: Uint8Array | null) => void;
}

type Take = (bytes: Uint8Array | null) => void;

export function createFiles(want: (name: string) => void): Files {
  const waiting = new Map<string, Take[]>();

  async function fetchFile(name: string): Promise<Uint8Array> {
    if (!isFileName(name)) throw new Error('No such file');
    const bytes = await new Promise<Uint8Array | null>((resolve) => {
      const others = waiting.get(name);
      waiting.set(name, [...(others ?? []), resolve]);
      if (!others) want(name);
    });
    if (bytes === null) throw new Error('No such file');
    return bytes;
  }

  return {
    Factory: class {
      fetch({ filename }: { readonly filename: string }): Promise<Uint8Array> {
        return fetchFile(filename);
      }
    },
    take(name, bytes) {
      // Each goes to a worker, and what is handed over is gone here.
      for (const take of waiting.get(name) ?? []) take(bytes?.slice() ?? null);
      waiting.delete(name);
    },
  };
}

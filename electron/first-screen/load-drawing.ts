// The page's own code, bundled for this process: loaded when a screen is drawn for the next start.
import type { Drawing } from '../contract/first-screen.ts';

/** Speaks the first of these languages that it can. */
export async function loadDrawing(file: URL, languages: string): Promise<Drawing> {
  // Before it is loaded, which settles what it says.
  Reflect.set(globalThis, 'wantedLanguages', languages);
  return await import(file.href);
}

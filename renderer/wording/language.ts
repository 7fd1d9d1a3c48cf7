// Which language this window speaks: the first of those that are wanted for which there is a file in `locales/`. Settled before
// anything is loaded that says something, so that no word is ever of another one.
import { directionOf, languageOf } from '../../electron/contract/language.ts';

interface Surroundings {
  readonly document?: Document;
  readonly location?: Location;
  /** Where the main process draws, there is no document to say it. */
  readonly wantedLanguages?: string;
}

const { document: page, location: address, wantedLanguages } = globalThis as Surroundings;
const wanted =
  page?.documentElement.dataset['languages'] ??
  new URLSearchParams(address?.search).get('languages') ??
  wantedLanguages ??
  '';

async function choose(): Promise<string> {
  // The others need not be known to whoever wants none of them.
  if (wanted === '' || /^en(?:[ -]|$)/.test(wanted)) return 'en';
  const { languages } = await import('./catalogs.ts');
  return languageOf(wanted, ['en', ...languages]) ?? 'en';
}

/** The name of its file. */
export const language = await choose();

export const direction = directionOf(language);

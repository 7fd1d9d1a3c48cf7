// Reads a project's ID out of what was typed or pasted: pure.
import { projectShape } from '../../electron/contract/guide.ts';

/** Of a page of the console that somebody has copied. */
const inAddress = /[?&]project=([^&#\s]+)/;

/** What was meant: an address holds the ID, and a space at either end was copied along. */
export const typedProject = (text: string) => (inAddress.exec(text)?.[1] ?? text).trim().slice(0, 64);

/** Null for what can be no project. */
export const knownProject = (text: string) => (projectShape.test(text) ? text : null);

/** Whether a client file is of another project than the one that was typed. A number can't be compared with an ID. */
export function isOtherProject(typed: string, ofFile: string | null): ofFile is string {
  const known = knownProject(typed);
  return ofFile !== null && known !== null && !/^\d+$/.test(known) && known !== ofFile;
}

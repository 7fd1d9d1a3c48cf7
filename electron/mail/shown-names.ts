// Names and addresses of people as they may be shown. Apart from what judges them: lists show names before anything is judged.
import { cleanLine } from './characters.ts';

/** A display name: without control, direction and invisible characters, on one line. */
export function cleanName(name: string): string {
  return cleanLine(name, 1_000);
}

/** An address; it is shown beside the name, always. */
export function cleanEmail(email: string): string {
  return cleanLine(email, 320);
}

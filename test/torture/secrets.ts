// Looks through every byte of a profile for secrets, in the forms in which a program might write them.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** As it is, in UTF-16 (as Windows has it), and in base64 at each of the three places where it can begin. */
function formsOf(secret: string): Buffer[] {
  const inBase64 = [0, 1, 2].map((shift) => {
    const whole = Buffer.concat([Buffer.alloc(shift), Buffer.from(secret)]).toString('base64');
    // What is mixed with its neighbours at both ends tells nothing.
    return Buffer.from(whole.slice(shift === 0 ? 0 : 4, -4));
  });
  return [Buffer.from(secret), Buffer.from(secret, 'utf16le'), ...inBase64];
}

/** The files in which one of them is, by their names in the folder. */
export function secretsIn(folder: string, secrets: readonly string[]): string[] {
  const forms = secrets.filter((secret) => secret.length > 7).flatMap(formsOf);
  if (forms.length === 0) throw new Error('There is no secret to look for');
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .filter((file) => {
      const content = readFileSync(file);
      return forms.some((form) => content.includes(form));
    })
    .map((file) => `a secret in clear in ${path.relative(folder, file)}`);
}

// A passcode as it is kept: not at all, but what scrypt makes of it.
import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';
import * as z from 'zod/mini';

/** 64 MB and some hundred milliseconds for each guess, as RFC 7914 has its parameters. */
const cost = { N: 65_536, r: 8, p: 1 } as const;
const maxmem = 256 * 1024 * 1024;
const keyBytes = 32;

const base64 = z.string().check(z.regex(/^[A-Za-z0-9+/]{20,100}={0,2}$/));
export const keptShape = z.object({
  salt: base64,
  hash: base64,
  N: z.literal(65_536),
  r: z.literal(8),
  p: z.literal(1),
});
export type KeptPasscode = z.output<typeof keptShape>;

/** Letters that look alike are typed alike on some keyboards only: NFKC makes them one. */
function derive(passcode: string, salt: Buffer, { N, r, p }: typeof cost): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    scrypt(passcode.normalize('NFKC'), salt, keyBytes, { N, r, p, maxmem }, (error, key) =>
      error ? reject(error) : resolve(key),
    );
  });
}

export async function keepPasscode(passcode: string): Promise<KeptPasscode> {
  const salt = randomBytes(16);
  const hash = await derive(passcode, salt, cost);
  return { salt: salt.toString('base64'), hash: hash.toString('base64'), ...cost };
}

export async function isPasscode(passcode: string, { salt, hash, ...kept }: KeptPasscode): Promise<boolean> {
  const given = await derive(passcode, Buffer.from(salt, 'base64'), kept);
  const wanted = Buffer.from(hash, 'base64');
  return given.length === wanted.length && timingSafeEqual(given, wanted);
}

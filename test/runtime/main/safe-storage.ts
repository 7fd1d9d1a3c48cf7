// `safeStorage` with a backend that a test chooses, STAND_IN_SAFE_STORAGE: `os` (the default), `basic` (Linux's hard-coded key),
// `unavailable`, `locked` (try again later), `lost` (the key is gone for good) or `rotated` (there is a newer key).
// Nothing here protects anything: the keys are in this file. It only makes ciphertext that does not show its plaintext.
import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';
import type * as Electron from 'electron';
import { standsFor } from '../strict.ts';
import { life } from './life.ts';

interface Backend {
  /** What encrypts; null: nothing does. */
  readonly key: string | null;
  /** What decrypts. Linux's fixed key always does. */
  readonly readable: readonly string[];
}

const backends: Record<string, Backend> = {
  os: { key: 'first', readable: ['first', 'second', 'basic'] },
  basic: { key: 'basic', readable: ['basic'] },
  unavailable: { key: null, readable: [] },
  locked: { key: 'first', readable: [] },
  lost: { key: 'third', readable: ['third', 'basic'] },
  rotated: { key: 'second', readable: ['second', 'first', 'basic'] },
};

const name = () => process.env['STAND_IN_SAFE_STORAGE'] ?? 'os';

function backend(): Backend {
  const found = backends[name()];
  if (!found) throw new Error(`STAND_IN_SAFE_STORAGE is one of ${Object.keys(backends).join(', ')}`);
  return found;
}

const keyOf = (label: string) => createHash('sha256').update(`electron-stand-in ${label}`).digest();

function ensureReady(): void {
  if (!life.isReady) throw new Error('safeStorage cannot be used before app is ready');
}

/** Chromium's tag (3 bytes: v10 for the fixed key, v11 for a keyring), nonce (12), authentication tag (16), ciphertext. */
function encrypt(plainText: string, method: string): Buffer {
  ensureReady();
  const { key } = backend();
  if (!key) throw new Error(`Error while encrypting the text provided to safeStorage.${method}.`);
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', keyOf(key), nonce);
  const body = Buffer.concat([cipher.update(plainText, 'utf8'), cipher.final()]);
  return Buffer.concat([Buffer.from(key === 'basic' ? 'v10' : 'v11'), nonce, cipher.getAuthTag(), body]);
}

function decryptWith(key: string, ciphertext: Buffer): string | undefined {
  try {
    const decipher = createDecipheriv('aes-256-gcm', keyOf(key), ciphertext.subarray(3, 15));
    decipher.setAuthTag(ciphertext.subarray(15, 31));
    return Buffer.concat([decipher.update(ciphertext.subarray(31)), decipher.final()]).toString('utf8');
  } catch {
    return undefined; // another key's, or no ciphertext at all
  }
}

function decrypt(ciphertext: Buffer, method: string): { result: string; shouldReEncrypt: boolean } {
  ensureReady();
  if (name() === 'locked') throw new Error(`safeStorage.${method} is temporarily unavailable. Please try again.`);
  const { key, readable } = backend();
  for (const candidate of readable) {
    const result = decryptWith(candidate, ciphertext);
    if (result !== undefined) return { result, shouldReEncrypt: candidate !== key };
  }
  throw new Error(`Error while decrypting the ciphertext provided to safeStorage.${method}.`);
}

export const safeStorage = standsFor<Electron.SafeStorage>('safeStorage')({
  isAsyncEncryptionAvailable: async () => life.isReady && backend().key !== null,
  encryptStringAsync: async (plainText: string) => encrypt(plainText, 'encryptStringAsync'),
  decryptStringAsync: async (encrypted: Buffer) => decrypt(encrypted, 'decryptStringAsync'),
  getSelectedStorageBackend: () => {
    if (!life.isReady) return 'unknown';
    return name() === 'basic' ? 'basic_text' : 'gnome_libsecret';
  },
  // Deprecated in Electron 45.
  isEncryptionAvailable: () => life.isReady && backend().key !== null && name() !== 'basic',
  encryptString: (plainText: string) => encrypt(plainText, 'encryptString'),
  decryptString: (encrypted: Buffer) => decrypt(encrypted, 'decryptString').result,
});

// Electron's safeStorage with a key store that a test changes under it: its own key, or none, or locked, or another key.
// It protects nothing; its ciphertext just does not show its plaintext.
import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';
import type { VaultOptions } from '../../electron/auth/vault.ts';

export interface FakeSafeStorage {
  readonly safeStorage: VaultOptions['safeStorage'];
  /** `basic`: Linux without a key store. `lost`: the key is another one now. `rotated`: works, and asks to encrypt anew.
   * `fading`: asks for the same, but only the fixed password is left for that. */
  backend: 'os' | 'basic' | 'locked' | 'lost' | 'rotated' | 'fading' | 'unavailable';
  encryptions: number;
}

export function fakeSafeStorage(backend: FakeSafeStorage['backend'] = 'os'): FakeSafeStorage {
  const keyOf = (name: string) => createHash('sha256').update(name).digest();
  const fake: FakeSafeStorage = {
    backend,
    encryptions: 0,
    safeStorage: {
      isAsyncEncryptionAvailable: async () => fake.backend !== 'unavailable',
      encryptStringAsync: async (text) => {
        if (fake.backend === 'unavailable' || fake.backend === 'locked') {
          throw new Error('Error while encrypting the text provided to safeStorage.encryptStringAsync.');
        }
        fake.encryptions += 1;
        const nonce = randomBytes(12);
        const tag = fake.backend === 'basic' || fake.backend === 'fading' ? 'v10' : 'v11';
        const cipher = createCipheriv('aes-256-gcm', keyOf(`${tag}${fake.backend === 'lost'}`), nonce);
        const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
        return Buffer.concat([Buffer.from(tag), nonce, cipher.getAuthTag(), body]);
      },
      decryptStringAsync: async (encrypted) => {
        if (fake.backend === 'locked') {
          throw new Error('safeStorage.decryptStringAsync is temporarily unavailable. Please try again.');
        }
        const tag = encrypted.toString('latin1', 0, 3);
        try {
          if (fake.backend === 'basic' && tag === 'v11') throw new Error('no key store');
          const decipher = createDecipheriv(
            'aes-256-gcm',
            keyOf(`${tag}${fake.backend === 'lost'}`),
            encrypted.subarray(3, 15),
          );
          decipher.setAuthTag(encrypted.subarray(15, 31));
          const result = Buffer.concat([decipher.update(encrypted.subarray(31)), decipher.final()]).toString('utf8');
          return { result, shouldReEncrypt: fake.backend === 'rotated' || fake.backend === 'fading' };
        } catch {
          throw new Error('Error while decrypting the ciphertext provided to safeStorage.decryptStringAsync.');
        }
      },
    },
  };
  return fake;
}

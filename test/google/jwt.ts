// The id_token: a JWT that is really signed, and the keys that it can be checked with. Knows no grant and no route.
import { createSign, generateKeyPairSync, type KeyObject } from 'node:crypto';

interface Keys {
  readonly privateKey: KeyObject;
  readonly publicKey: KeyObject;
}

const keyId = 'fake-google-1';
// Made on first use, once per process: it takes a tenth of a second.
let keys: Keys | undefined;

function signingKeys(): Keys {
  keys ??= generateKeyPairSync('rsa', { modulusLength: 2048 });
  return keys;
}

export function signJwt(claims: Readonly<Record<string, unknown>>): string {
  const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const signed = `${encode({ alg: 'RS256', kid: keyId, typ: 'JWT' })}.${encode(claims)}`;
  return `${signed}.${createSign('RSA-SHA256').update(signed).sign(signingKeys().privateKey, 'base64url')}`;
}

export function jwkCertificates(): unknown {
  return { keys: [{ ...signingKeys().publicKey.export({ format: 'jwk' }), kid: keyId, alg: 'RS256', use: 'sig' }] };
}

/** Google has X.509 certificates here; a bare public key checks a signature as well. */
export function pemCertificates(): unknown {
  return { [keyId]: signingKeys().publicKey.export({ format: 'pem', type: 'spki' }) };
}

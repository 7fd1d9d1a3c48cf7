// A grant: what one account's consent gave us, with the client that it was given to. The shape in which the vault keeps
// it. Knows nothing of files, encryption or Google's replies.
import * as z from 'zod/mini';
import type { OAuthClient } from './client-file.ts';
import { scopes as wanted } from './scopes.ts';

const client: z.ZodMiniType<OAuthClient> = z.object({
  kind: z.enum(['installed', 'web']),
  clientId: z.string().check(z.minLength(1)),
  clientSecret: z.string().check(z.minLength(1)),
  projectId: z.nullable(z.string()),
  redirect: z.object({
    host: z.enum(['127.0.0.1', '::1', 'localhost']),
    port: z.int().check(z.gte(0), z.lte(65_535)),
    path: z.string(),
    registered: z.nullable(z.string()),
  }),
});

export const grantShape = z.object({
  client,
  refreshToken: z.string().check(z.minLength(1)),
  /** What the consent was asked for, short names written out. */
  scopes: z.array(z.string()),
  grantedAt: z.number(),
  lastUsedAt: z.number(),
  /** Where access was granted for a time only. */
  expiresAt: z.nullable(z.number()),
});

export type Grant = Readonly<z.output<typeof grantShape>>;

/** Whether the consent page must be shown again: another client, or other permissions, than the grant was given for. */
export function needsConsent(grant: Grant, client: OAuthClient, scopes: readonly string[] = wanted): boolean {
  return (
    grant.client.clientId !== client.clientId || new Set(scopes).symmetricDifference(new Set(grant.scopes)).size > 0
  );
}

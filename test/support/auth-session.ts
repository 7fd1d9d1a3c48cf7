// A session of a grant. Nobody hears what it has to tell, but for whoever is given.
import { type AuthSession, type AuthSessionOptions, createAuthSession } from '../../electron/auth/session.ts';

type Given = Pick<AuthSessionOptions, 'grant' | 'endpoints'> & Partial<AuthSessionOptions>;

export const openAuthSession = (given: Given): Promise<AuthSession> =>
  createAuthSession({
    fetch,
    now: Date.now,
    onRefreshToken: () => {},
    onUsed: () => {},
    onSignedOut: () => {},
    earlier: [],
    signal: new AbortController().signal,
    ...given,
  });

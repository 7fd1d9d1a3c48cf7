// Every error of Gmail's (Gmail API, "Resolve errors") and of its token endpoint, at one or all of its methods.
import type { Fault as GoogleFault } from '../../google/faults.ts';
import type { Person } from '../person.ts';
import type { Row } from '../row.ts';
import { strike } from '../strike.ts';

const group = 'errors of Gmail';
const always = Number.POSITIVE_INFINITY;
const anything = /\/gmail\//;
const places = [
  anything,
  anything,
  /\/profile$/,
  /\/labels$/,
  /\/labels\/\w+$/,
  /\/messages$/,
  /\/messages\/\w+$/,
  /\/threads\/\w+$/,
  /\/history$/,
  /\/sendAs$/,
];
/** Of all but messages: of one of those it would be the truth. */
const notMessages = [/\/profile$/, /\/labels$/, /\/messages$/, /\/history$/];

function refusing(fault: GoogleFault, where: readonly RegExp[] = places, counts: readonly number[] = [1, 3, always]) {
  return (person: Person) => {
    const { random, google } = person;
    return strike(person, {
      begin: () => void google.fault({ match: { path: random.pick(where), count: random.pick(counts) }, ...fault }),
      end: google.clearFaults,
    });
  };
}

const refusal = (fault: string, error: GoogleFault, where?: readonly RegExp[], counts?: readonly number[]): Row => ({
  group,
  fault,
  runs: 14,
  run: refusing(error, where, counts),
});

/** Each holds up the whole account for seconds, ever longer: once or twice is enough. */
const some = [1, 1, 2];
const token = [/\/token$/];

/** Only a program that has just been started asks for a token. */
const atToken = (fault: string, error: GoogleFault): Row => ({
  group: 'errors of the token endpoint',
  fault,
  runs: 10,
  run: async (person) => {
    const { google, random } = person;
    await person.settleIn();
    google.fault({ match: { path: random.pick(token), count: random.pick([1, always]) }, ...error });
    const window = person.open();
    await window.ask('session.read', {});
    await window.ask('sync.now', {});
    await person.use(window, 2);
    await window.program.until(({ connection }) => connection.state !== 'connecting');
    await person.close(window);
  },
});

export const errorRows: readonly Row[] = [
  refusal('400 badRequest, invalidArgument', { reason: 'invalidArgument' }),
  refusal('400 failedPrecondition', { reason: 'failedPrecondition' }, places, some),
  refusal('401 authError', { reason: 'authError' }),
  refusal('403 rateLimitExceeded', { reason: 'rateLimitExceeded' }, places, some),
  refusal('403 userRateLimitExceeded', { reason: 'userRateLimitExceeded' }, places, some),
  refusal('403 dailyLimitExceeded', { reason: 'dailyLimitExceeded' }),
  refusal('403 insufficientPermissions', { reason: 'insufficientPermissions' }),
  refusal('403 accessNotConfigured', { reason: 'accessNotConfigured' }),
  refusal('403 domainPolicy', { reason: 'domainPolicy' }),
  refusal('404 notFound, of no message', { status: 404 }, notMessages),
  refusal('429 too many at once', { status: 429 }, places, some),
  refusal('500', { status: 500 }, places, some),
  refusal('502, 503, 504', { status: 503 }, places, some),
  refusal('an error that nobody knows', { status: 451, reason: 'moonPhase' }),
  atToken('token: invalid_grant', { tokenError: 'invalid_grant' }),
  atToken('token: invalid_rapt', { tokenError: 'invalid_rapt' }),
  atToken('token: invalid_client', { tokenError: 'invalid_client' }),
  atToken('token: deleted_client', { tokenError: 'deleted_client' }),
  atToken('token: 500', { status: 500 }),
  atToken('token: a page', { malformed: 'captive-portal' }),
  atToken('token: half a reply', { malformed: 'truncated' }),
  atToken('token: a reply of wrong types', { malformed: 'wrong-types' }),
];

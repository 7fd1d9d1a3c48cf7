// Replies that are no answer: broken off, of other shapes, made to hurt.
import type { Fault as GoogleFault } from '../../google/faults.ts';
import type { Person } from '../person.ts';
import type { Row } from '../row.ts';
import { strike } from '../strike.ts';

const group = 'replies of Gmail';

const places = [
  /\/profile$/,
  /\/labels$/,
  /\/labels\/\w+$/,
  /\/messages$/,
  /\/messages\/\w+$/,
  /\/messages\/\w+$/,
  /\/threads\/\w+$/,
  /\/history$/,
];

const reply = (fault: string, make: (person: Person) => GoogleFault, runs = 16): Row => ({
  group,
  fault,
  runs,
  run: (person) => {
    const { random, google } = person;
    const match = { path: random.pick(places), count: random.pick([1, 4, Number.POSITIVE_INFINITY]) };
    return strike(person, {
      begin: () => void google.fault({ match, ...make(person) }),
      end: google.clearFaults,
    });
  },
});

const deep = (depth: number) => `${'{"a":['.repeat(depth)}1${']}'.repeat(depth)}`;

const kindOf = (value: unknown) => (value === null ? 'null' : Array.isArray(value) ? 'list' : typeof value);

/** What has a form of its own: a text of another form is as odd as a number. */
const isFormed = (trail: readonly string[]) =>
  trail.some((key) => ['labelIds', 'historyId', 'internalDate'].includes(key));

/** One field somewhere in it becomes what it never is. Another text in the place of a text could be the truth. */
function spoilOne(person: Person, body: unknown): unknown {
  const { random } = person;
  const odd: readonly unknown[] = [
    null,
    [],
    {},
    -1,
    1e308,
    'x'.repeat(100_000),
    '\u0000',
    '‮',
    '9'.repeat(400),
    true,
    [[]],
  ];
  const spoiled: unknown = structuredClone(body);
  let at: unknown = spoiled;
  const trail: string[] = [];
  for (;;) {
    if (typeof at !== 'object' || at === null) return spoiled;
    const keys = Object.keys(at);
    if (keys.length === 0) return spoiled;
    const key = random.pick(keys);
    const below: unknown = Reflect.get(at, key);
    trail.push(key);
    if (typeof below !== 'object' || below === null || random.chance(0.2)) {
      // Of another message it would be the truth.
      const odder = odd.filter((one) => kindOf(one) !== kindOf(below) || (typeof one === 'string' && isFormed(trail)));
      if (key !== 'id' && key !== 'threadId') Reflect.set(at, key, random.pick(odder));
      return spoiled;
    }
    at = below;
  }
}

/** As JSON.parse makes them: own properties of these names, at every level. */
function withPrototypes(body: unknown): unknown {
  if (Array.isArray(body)) return body.map(withPrototypes);
  if (typeof body !== 'object' || body === null) return body;
  const fields = Object.entries(body).map(([name, value]) => [name, withPrototypes(value)] as const);
  const evil = { isAdmin: true, labelIds: ['EVIL'], toString: 1, length: 1e9 };
  return JSON.parse(
    `{"__proto__":${JSON.stringify(evil)},"constructor":{"prototype":${JSON.stringify(evil)}},${JSON.stringify(
      Object.fromEntries(fields),
    ).slice(1)}`,
  );
}

const hasPollution = () => Reflect.has({}, 'isAdmin');

export const replyRows: readonly Row[] = [
  reply('no JSON', () => ({ malformed: 'not-json' })),
  reply('broken off in the middle', () => ({ malformed: 'truncated' })),
  reply('empty', () => ({ malformed: 'empty' })),
  reply('every type another one', () => ({ malformed: 'wrong-types' })),
  reply('one field of an odd kind', (person) => ({ change: (body) => spoilOne(person, body) }), 60),
  reply('JSON 100,000 levels deep', () => ({ body: deep(100_000) })),
  reply(
    'JSON of 20 MB',
    ({ random }) => ({ body: `{"${random.pick(['messages', 'labels', 'a'])}":[${'{"id":"0"},'.repeat(1_800_000)}0]}` }),
    8,
  ),
  reply(
    'nothing but null, a number, a list',
    ({ random }) => ({
      body: random.pick([
        'null',
        '0',
        '[]',
        '""',
        '{}',
        '[null]',
        '{"error":null}',
        '{"messages":null,"history":null}',
      ]),
    }),
    24,
  ),
  {
    group,
    fault: '__proto__ and constructor as fields',
    runs: 20,
    run: async (person) => {
      const match = { path: /\/gmail\//, count: Number.POSITIVE_INFINITY };
      await strike(person, {
        begin: () => void person.google.fault({ match, change: withPrototypes }),
        end: person.google.clearFaults,
      });
      if (hasPollution()) person.wrong.push('every object has a field of Gmail’s');
    },
  },
];

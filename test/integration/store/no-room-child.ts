// Opens a database where no file can grow, and says what is to be read in it and how a change fails: <database>.
import { FailureError } from '../../../electron/contract/failure.ts';
import { anySearch } from '../../support/any-search.ts';
import { openTestStore } from '../../support/store.ts';

const store = await openTestStore(process.argv[2] ?? '');
const { rows } = await store.read('find', {
  search: anySearch,
  now: 0,
  ownAddresses: [],
  also: [],
  offset: 0,
  limit: 100,
});
const problem = await store.apply({ position: { syncedAt: 7 } }).then(
  () => null,
  (error: unknown) => error instanceof FailureError && error.failure,
);
const [first] = rows;
const message = await store.read('message', { id: first?.id ?? '' });
await store.close();
process.stdout.write(
  JSON.stringify({ rebuilt: store.rebuilt, known: rows.length, subject: message?.subject, problem }),
);

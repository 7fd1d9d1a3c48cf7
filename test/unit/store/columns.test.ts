// The columns after any changes, against columns that are read anew.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Columns, loadColumns } from '../../../electron/store/columns.ts';
import { openForWriting } from '../../../electron/store/db.ts';
import { migrate } from '../../../electron/store/schema.ts';
import { createWriter } from '../../../electron/store/writes.ts';
import { message } from '../../support/messages.ts';

const id = fc.integer({ min: 0, max: 15 }).map((number) => `m${number}`);
const instant = fc.integer({ min: 1, max: 6 }).map((number) => number * 1_000);
const change = fc.oneof(
  fc.record({ kind: fc.constant('save' as const), id, instant }),
  fc.record({ kind: fc.constant('list' as const), id, instant }),
  fc.record({ kind: fc.constant('relabel' as const), id, label: fc.constantFrom('A', 'B', 'C') }),
  fc.record({ kind: fc.constant('remove' as const), id }),
);

test('follow every change as if they were read anew', () => {
  fc.assert(
    fc.property(fc.array(fc.array(change, { minLength: 1, maxLength: 5 }), { maxLength: 12 }), (rounds) => {
      const { db, close } = openForWriting(':memory:');
      migrate(db, false);
      const writer = createWriter(db, false);
      const columns = loadColumns(db);
      for (const round of rounds) {
        const of = <Kind extends (typeof round)[number]['kind']>(kind: Kind) =>
          round.filter((one): one is Extract<(typeof round)[number], { kind: Kind }> => one.kind === kind);
        const applied = writer.apply({
          save: of('save').map((one) => message({ id: one.id, threadId: one.id, receivedAt: one.instant })),
          list: {
            messages: of('list').map((one) => ({ id: one.id, threadId: one.id, placedAt: one.instant })),
            labelIds: ['L'],
          },
          relabel: of('relabel').map((one) => ({ id: one.id, add: [one.label], remove: ['INBOX'] })),
          remove: of('remove').map((one) => one.id),
        });
        columns.apply(applied);
        const anew = loadColumns(db);
        const shown = ({ size, key, thread, labelSet, traits }: Columns) =>
          [key, thread, labelSet, traits].map((column) => [...column.subarray(0, size)]);
        expect(shown(columns.now())).toEqual(shown(anew.now()));
      }
      close();
    }),
    { numRuns: 300 },
  );
});

// Rows and pages for the tests of the list.
import type { FoundPage } from '../../../electron/contract/model.ts';
import type { Row } from '../../../renderer/messages/pages.ts';

/** A pending row is the smallest row there is; these tests are about order, not about what a row says. */
function row(id: string | number): Row {
  return { id: String(id), pending: true };
}

/** What the main process would answer about a mailbox of these ids. */
export function pageOf(
  ids: readonly string[],
  offset: number,
  limit: number,
  about: Partial<FoundPage> = {},
): FoundPage {
  const rows = ids.slice(offset, offset + limit).map(row);
  const answer = {
    complete: true,
    answeredBy: 'disk',
    asking: false,
    ignored: [],

    unanswered: null,
  } as const;
  return { rows, total: ids.length, ...answer, ...about };
}

export function ids(count: number, prefix = 'm'): readonly string[] {
  return Array.from({ length: count }, (_, at) => `${prefix}${at}`);
}

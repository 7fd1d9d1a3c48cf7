// The counts that `labels.get` gives, for all labels in one pass over all threads. Knows no storage.

export interface LabelCounts {
  messagesTotal: number;
  messagesUnread: number;
  threadsTotal: number;
  threadsUnread: number;
}

export function noCounts(): LabelCounts {
  return { messagesTotal: 0, messagesUnread: 0, threadsTotal: 0, threadsUnread: 0 };
}

export function countByLabel(
  threads: Iterable<ReadonlySet<{ readonly labelIds: ReadonlySet<string> }>>,
): ReadonlyMap<string, LabelCounts> {
  const byLabel = new Map<string, LabelCounts>();
  const of = (label: string) => {
    const counts = byLabel.get(label) ?? noCounts();
    byLabel.set(label, counts);
    return counts;
  };
  for (const thread of threads) {
    const inThread = new Set<string>();
    const unreadInThread = new Set<string>();
    for (const { labelIds } of thread) {
      for (const label of labelIds) {
        inThread.add(label);
        of(label).messagesTotal += 1;
        if (!labelIds.has('UNREAD')) continue;
        unreadInThread.add(label);
        of(label).messagesUnread += 1;
      }
    }
    for (const label of inThread) of(label).threadsTotal += 1;
    for (const label of unreadInThread) of(label).threadsUnread += 1;
  }
  return byLabel;
}

// The counts of what was found, asked for through the bridge where somebody looks at them or at the end of the list.
import { useEffect, useState, useSyncExternalStore } from 'react';
import type { Search, Summary } from '../../electron/contract/search.ts';
import { listen, request } from '../bridge.ts';
import { type Found, listOf } from '../messages/pages.ts';
import type { Finder } from './finder.ts';
import { isInbox } from './look.ts';
import { createSummarizer } from './summarizer.ts';

interface Summed {
  /** The last one, so that nothing blinks while somebody types. */
  readonly summary: Summary | null;
  /** The list that it is of. */
  readonly of: string | null;
  /** It is of an earlier search. */
  readonly late: boolean;
}

export function useSummary(finder: Finder, found: Found | null, shown: boolean): Summed {
  const [summarizer] = useState(() =>
    createSummarizer({
      ask: (search) => request('messages.summarize', { search }),
      listen,
      after(ms, run) {
        const timer = setTimeout(run, ms);
        return () => clearTimeout(timer);
      },
    }),
  );
  const summarized = useSyncExternalStore(summarizer.subscribe, summarizer.read, summarizer.read);
  const search: Search | null = found && (shown || found.needsCount) ? found.search : null;

  useEffect(() => summarizer.want(search), [summarizer, search]);
  useEffect(() => {
    if (summarized) finder.count(summarized.search, summarized.summary.total);
  }, [finder, summarized]);

  const of = summarized && listOf(summarized.search);
  const late = of !== null && found !== null && of !== listOf(found.search);
  // The inbox is counted, but nobody sees how: it would be another list's facets for a moment.
  const isShown = summarized !== null && !isInbox(summarized.search.text);
  return { summary: isShown ? summarized.summary : null, of, late };
}

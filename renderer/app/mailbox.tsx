// The mailbox: filter box, labels, list, facets and message side by side, and the keys that reach them all.
import PanelLeft from 'lucide-react/icons/panel-left';
import { useCallback, useDeferredValue, useEffect, useMemo, useRef } from 'react';
import type { Account, SessionState, Settings } from '../../electron/contract/model.ts';
import type { Search } from '../../electron/contract/search.ts';
import { parse } from '../../electron/search/parse.ts';
import type { ParsedQuery } from '../../electron/search/query.ts';
import { useOwners } from '../accounts/owners.ts';
import { useAccountKeys } from '../accounts/use-account-keys.ts';
import { useAnswers } from '../asked.ts';
import { Button } from '../controls/button.tsx';
import { currentKey, type Entry, entriesOf, entryFor, unfolded } from '../labels/entries.ts';
import { labels as labelAnswers } from '../labels/labels.ts';
import { Sidebar, sidebarId } from '../labels/sidebar.tsx';
import { useShownLabels } from '../labels/use-shown-labels.ts';
import { LinksProvider } from '../links/links.tsx';
import { cursorAt } from '../messages/cursor.ts';
import { Empty } from '../messages/empty.tsx';
import { MessageList } from '../messages/list.tsx';
import { useToday } from '../messages/today.ts';
import { Reader } from '../reader/reader.tsx';
import { useRested } from '../rested.ts';
import { Answered } from '../search/answered.tsx';
import { Facets } from '../search/facets.tsx';
import { FilterBox } from '../search/filter-box.tsx';
import { inbox, isInbox, wantedBy } from '../search/look.ts';
import { marksOf } from '../search/marks.ts';
import { noSearches, noteSearch, searches as searchAnswers } from '../search/searches.ts';
import { Toolbar } from '../search/toolbar.tsx';
import { useLook } from '../search/use-look.ts';
import { useSummary } from '../search/use-summary.ts';
import { Mark } from '../session/mark.tsx';
import { BannerLine } from '../status/banner.tsx';
import { StatusLine } from '../status/status-line.tsx';
import { wording } from '../wording/wording.ts';
import styles from './app.module.css';
import { useReading } from './use-reading.ts';
import { useShortcuts } from './use-shortcuts.ts';

interface MailboxProps {
  readonly session: SessionState;
  readonly account: Account;
  readonly settings: Settings;
  readonly onAnotherClient: () => void;
}

const noLabels = [] as const;

export function Mailbox({ session, account, settings, onAnotherClient }: MailboxProps) {
  const { grouping } = settings;
  const { look, change, finder, finding } = useLook(grouping);
  const { found } = finding;
  const { anywhereInThread, partsOfWords, order } = look;
  // The inbox is what one comes back to: it stays as it is.
  const narrowable = !isInbox(look.text);
  const facets = settings.facets && narrowable;
  const { late, ...counts } = useSummary(finder, found, facets);
  // Said where it lasts: a list that fades with every letter is styled and drawn anew with it.
  const isLate = useRested(late) && late;
  const { value: labels } = useAnswers(labelAnswers);
  const { value: searches } = useAnswers(searchAnswers);
  const filterBox = useRef<HTMLInputElement>(null);
  const sidebar = useRef<HTMLElement>(null);
  const now = useToday();

  const entries = useMemo(
    () => entriesOf({ labels: labels ?? noLabels, searches: searches ?? noSearches, grouping, turned: unfolded }),
    [labels, searches, grouping],
  );
  const answered = found?.search ?? null;
  const query = useMemo(() => parsed(answered), [answered]);
  const place = useMemo(() => placeOf(query, entries), [query, entries]);
  const searching = place === null;
  const current = useMemo(() => currentKey(look.text, entries), [look.text, entries]);
  const marks = useMemo(() => marksOf(query.root), [query]);
  // A long message is marked after the rows.
  const readerMarks = useDeferredValue(marks);
  // So are the facets, when nobody types: each is compared with what was typed.
  const facetsText = useDeferredValue(useRested(look.text, look.caret !== null));
  const shownLabels = useShownLabels(labels, answered?.text ?? inbox);
  // A list of its own with every event, which mostly says the same.
  const ownAddresses = session.ownAddresses.join(' ');
  const owners = useOwners(session);
  const frame = useMemo(
    () => ({ marks, labels: shownLabels, own: ownAddresses.split(' '), owners, now }),
    [marks, shownLabels, ownAddresses, owners, now],
  );

  const typed = answered?.text ?? '';
  const onOpened = useCallback(() => {
    if (searching) noteSearch(typed);
  }, [searching, typed]);
  const { cursor, target, openKey, list, reader, ...reading } = useReading(found, onOpened);

  const showInbox = () => change({ text: '', caret: null, chosen: true });
  const latest = useRef(look);
  useEffect(() => {
    latest.current = look;
  }, [look]);
  const toSearch = useCallback(() => ({ ...wantedBy(latest.current, grouping).search, caret: null }), [grouping]);
  const refine = useCallback(
    (by: (text: string) => string) => {
      const text = by(latest.current.text);
      noteSearch(text);
      change({ text, caret: null, chosen: false });
    },
    [change],
  );

  const { leave, focusList, place: placeCursor } = reading;
  const enter = useCallback((index: number) => found && placeCursor(cursorAt(found, index)), [found, placeCursor]);
  const choose = useCallback(
    ({ query: text, kind }: Entry) => {
      if (text === null) return;
      const searched = kind === 'saved' || kind === 'recent';
      if (searched) noteSearch(text);
      change({ text: isInbox(text) ? '' : text, caret: null, chosen: !searched });
      leave();
      if (!sidebar.current?.matches(':popover-open')) return;
      sidebar.current.hidePopover();
      focusList();
    },
    [change, leave, focusList],
  );

  // Whoever came here by key goes on by key; who is typing, or reading, is left alone.
  const hasRows = found !== null && found.total > 0;
  useEffect(() => {
    if (hasRows && document.activeElement === document.body) focusList();
  }, [hasRows, focusList]);

  useAccountKeys();
  useShortcuts({
    next: () => reading.step('next'),
    previous: () => reading.step('previous'),
    open: () => cursor && reading.open(cursor, 'key'),
    back() {
      if (target !== null) reading.close();
      else if (look.text !== '') showInbox();
    },
    filter() {
      filterBox.current?.focus();
      filterBox.current?.select();
    },
  });

  function toList() {
    focusList();
    if (document.activeElement === filterBox.current) filterBox.current?.blur();
  }

  return (
    <div className={styles['mailbox']} data-reading={target !== null || undefined} data-facets={facets || undefined}>
      <header className={styles['top']}>
        <span className={styles['brand']}>
          <Mark size={20} />
        </span>
        <span className={styles['burger']}>
          <Button weight="quiet" popoverTarget={sidebarId} aria-label={wording.labels.open} title={wording.labels.open}>
            <PanelLeft size={16} aria-hidden="true" />
          </Button>
        </span>
        <FilterBox
          box={filterBox}
          text={look.text}
          onType={(text, caret) => change({ text, caret, chosen: false })}
          onFinish={() => {
            noteSearch(look.text);
            change({ caret: null });
          }}
          onLeave={toList}
        />
      </header>
      <BannerLine session={session} onAnotherClient={onAnotherClient} />
      <main className={styles['panes']}>
        <Sidebar box={sidebar} grouping={grouping} current={current} onChoose={choose} />
        <div className={styles['listPane']}>
          <div>
            <Answered found={found} place={place} query={query} session={session} now={now} />
            <Toolbar
              {...{ anywhereInThread, partsOfWords, order, settings, searching, narrowable, toSearch }}
              onChange={change}
            />
          </div>
          {hasRows ? (
            <MessageList
              box={list}
              found={found}
              cursor={cursor}
              openKey={openKey}
              frame={frame}
              onEnter={enter}
              onMove={reading.move}
              onOpen={reading.open}
              onShow={finder.show}
            />
          ) : (
            <Empty
              finding={finding}
              place={place}
              session={session}
              onTryAgain={finder.again}
              onShowInbox={showInbox}
            />
          )}
        </div>
        {facets && (
          <Facets
            {...counts}
            late={isLate}
            partly={found !== null && found.coverage.searched < found.coverage.of}
            text={facetsText}
            onRefine={refine}
          />
        )}
        <LinksProvider>
          <Reader
            box={reader}
            target={target}
            marks={readerMarks}
            searching={searching}
            now={now}
            offered={hasRows}
            onBack={reading.close}
          />
        </LinksProvider>
      </main>
      <StatusLine session={session} account={account} now={now} />
    </div>
  );
}

/** As it was answered. */
function parsed(search: Search | null): ParsedQuery {
  const { text, caret, partsOfWords } = search ?? { text: inbox, caret: null, partsOfWords: false };
  return parse(text, caret === null ? { partsOfWords } : { caret, partsOfWords });
}

/** What a list is called that is a place of the sidebar, and nothing narrower. */
function placeOf({ text, root }: ParsedQuery, entries: readonly Entry[]): string | null {
  // What begins like a label finds every label that begins so.
  if (root?.kind === 'label' && root.unfinished) return null;
  const entry = entryFor(text, entries);
  return entry && entry.kind !== 'saved' ? wording.labels.entry(entry) : null;
}

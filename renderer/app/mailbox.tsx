// The mailbox: filter box, labels, list, facets and message side by side, and the keys that reach them all.
import PanelLeft from 'lucide-react/icons/panel-left';
import { useCallback, useDeferredValue, useEffect, useMemo, useRef, useState } from 'react';
import type { GuideStep } from '../../electron/contract/guide.ts';
import type { Account, SessionState, Settings } from '../../electron/contract/model.ts';
import { ofAll } from '../../electron/contract/of-all.ts';
import type { Where } from '../../electron/contract/where.ts';
import type { Span } from '../../electron/search/query.ts';
import { useOwners } from '../accounts/owners.ts';
import { useAnswers } from '../asked.ts';
import { Button } from '../controls/button.tsx';
import { currentKey, type Entry, entriesOf, unfolded } from '../labels/entries.ts';
import { labels as labelAnswers } from '../labels/labels.ts';
import { Sidebar, sidebarId } from '../labels/sidebar.tsx';
import { useShownLabels } from '../labels/use-shown-labels.ts';
import { cursorAt } from '../messages/cursor.ts';
import { Empty } from '../messages/empty.tsx';
import { MessageList } from '../messages/list.tsx';
import { rowHeightOf } from '../messages/row-height.ts';
import { SelectionLine } from '../messages/selection-line.tsx';
import { useToday } from '../messages/today.ts';
import { isEmpty, useSelection } from '../messages/use-selection.ts';
import { PanesMenu } from '../panes/panes-menu.tsx';
import { Separator } from '../panes/separator.tsx';
import { Reader } from '../reader/reader.tsx';
import { useRested } from '../rested.ts';
import { Answered } from '../search/answered.tsx';
import { dropped } from '../search/dropped.ts';
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
import { parsed, placeOf } from './place.ts';
import { useChosen } from './use-chosen.ts';
import { useListFocus } from './use-list-focus.ts';
import { useMailboxCommands } from './use-mailbox-commands.ts';
import { useReading } from './use-reading.ts';
import { useWhereabouts } from './use-whereabouts.ts';

interface MailboxProps {
  readonly session: SessionState;
  readonly account: Account;
  readonly settings: Settings;
  /** Where somebody was when it was shown last. */
  readonly where: Where | null;
  readonly onGuide: (step: GuideStep) => void;
}

const noLabels = [] as const;
const noMarks = marksOf(null);

export function Mailbox({ session, account, settings, where, onGuide }: MailboxProps) {
  // As it was: what is told of it meanwhile leads nobody there.
  const [before] = useState(where);
  const { grouping, panes } = settings;
  const { look, change, finder, finding, wanted, isHere } = useLook(grouping, before);
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
  const { cursor, target, openKey, list, reader, ...reading } = useReading(found, before, onOpened);
  const { from, turned, setTurned, onShow } = useWhereabouts({
    mailbox: session.all ? ofAll : account.id,
    grouping,
    look,
    target,
    found,
    finder,
    before,
  });
  // A long message is marked after the rows; where none is open, nothing is drawn anew in front of them.
  const readerMarks = useDeferredValue(target === null ? noMarks : marks);

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

  const chipActions = useMemo(
    () => ({
      onEdit([start, end]: Span) {
        filterBox.current?.focus();
        filterBox.current?.setSelectionRange(start, end);
      },
      onRemove(spans: readonly Span[]) {
        change({ text: dropped(latest.current.text, spans), caret: null, chosen: false });
        // The button that was pressed is gone.
        filterBox.current?.focus();
      },
    }),
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

  const hasRows = found !== null && found.total > 0;
  const toList = useListFocus({ list, filterBox, hasRows, focusList, close: reading.close });

  const { show } = reading;
  useChosen({ accountId: session.all ? null : account.id, grouping, choose, open: show });
  const selecting = useSelection(found);
  const { selection } = selecting;
  const { exportSelected } = useMailboxCommands({
    selecting,
    reading: { ...reading, cursor, target },
    hasRows,
    list: wanted,
    isHere,
    isNarrowed: look.text !== '',
    facets: narrowable ? settings.facets : null,
    filterBox,
    onLook: change,
    onShowInbox: showInbox,
    toSearch,
  });

  return (
    <div
      className={styles['mailbox']}
      data-reading={target !== null || undefined}
      data-facets={facets || undefined}
      data-folded={panes.folded.join(' ')}
    >
      <header className={styles['top']} data-region>
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
          caret={look.caret}
          labels={labels ?? noLabels}
          searches={searches ?? noSearches}
          now={now}
          onType={(text, caret) => change({ text, caret, chosen: false })}
          onFinish={(text) => {
            noteSearch(text);
            change({ text, caret: null, chosen: false });
            toList();
          }}
          onLeave={toList}
        />
        <PanesMenu folded={panes.folded} />
      </header>
      <BannerLine session={session} onGuide={onGuide} />
      <main className={styles['panes']} data-labels={panes.labels} data-list={panes.list}>
        <Sidebar
          box={sidebar}
          grouping={grouping}
          current={current}
          turned={turned}
          onTurned={setTurned}
          onChoose={choose}
        />
        <Separator pane="labels" width={panes.labels} />
        <div className={styles['listPane']}>
          <div>
            <Answered {...{ found, place, query, session, now }} {...chipActions} />
            <Toolbar
              {...{ anywhereInThread, partsOfWords, order, settings, searching, narrowable, toSearch }}
              onChange={change}
            />
            {!isEmpty(selection) && (
              <SelectionLine
                count={selection.all ? null : selection.keys.size}
                onExport={exportSelected}
                onNone={() => {
                  selecting.selectNone();
                  focusList();
                }}
              />
            )}
          </div>
          {hasRows ? (
            <MessageList
              box={list}
              found={found}
              cursor={cursor}
              openKey={openKey}
              selection={selection}
              frame={frame}
              rowHeight={rowHeightOf(settings)}
              from={from}
              onEnter={enter}
              onOpen={reading.open}
              onShow={onShow}
            />
          ) : (
            <Empty
              box={list}
              finding={finding}
              place={place}
              session={session}
              onTryAgain={finder.again}
              onShowInbox={showInbox}
            />
          )}
        </div>
        <Separator pane="list" width={panes.list} />
        {facets && (
          <Facets
            {...counts}
            late={isLate}
            partly={found !== null && found.coverage.searched < found.coverage.of}
            text={facetsText}
            onRefine={refine}
          />
        )}
        <Reader
          box={reader}
          target={target}
          marks={readerMarks}
          searching={searching}
          now={now}
          offered={hasRows}
          restored={before?.open ?? null}
          hintsSeen={settings.hintsSeen}
          onBack={reading.close}
        />
      </main>
      <StatusLine session={session} account={account} now={now} />
    </div>
  );
}

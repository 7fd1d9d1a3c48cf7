// How the list is listed: conversations or messages, in which order, and how far a search reaches. One quiet line.
import Asterisk from 'lucide-react/icons/asterisk';
import ChartColumn from 'lucide-react/icons/chart-column';
import MessagesSquare from 'lucide-react/icons/messages-square';
import { memo, type ReactNode } from 'react';
import type { Settings } from '../../electron/contract/model.ts';
import { type Grouping, groupings, type Order, orders, type Search } from '../../electron/contract/search.ts';
import { ExportSearch } from '../exports/export-search.tsx';
import { command } from '../status/command.ts';
import { wording } from '../wording/wording.ts';
import type { Look } from './look.ts';
import styles from './toolbar.module.css';

const words = wording.toolbar;

interface ToolbarProps extends Pick<Look, 'anywhereInThread' | 'partsOfWords' | 'order'> {
  readonly settings: Settings;
  /** Something is searched for: how words are found matters. */
  readonly searching: boolean;
  /** The list can have facets beside it. */
  readonly narrowable: boolean;
  readonly onChange: (changes: Partial<Look>) => void;
  /** What the list lists now. Not as a value, which every letter changes. */
  readonly toSearch: () => Search;
}

export const Toolbar = memo(function Toolbar(props: ToolbarProps) {
  const { anywhereInThread, partsOfWords, order, settings, searching, narrowable, onChange, toSearch } = props;
  return (
    <div className={styles['toolbar']} data-toolbar>
      <Groupings grouping={settings.grouping} />
      <select
        aria-label={words.order}
        value={order}
        onChange={({ target }) => onChange({ order: orders[target.selectedIndex] ?? 'newest' })}
      >
        {orders.map((one: Order) => (
          <option key={one} value={one}>
            {words.orders[one]}
          </option>
        ))}
      </select>
      <span className={styles['switches']}>
        <ExportSearch toSearch={toSearch} />
        {searching && (
          <>
            <Switch
              name={words.anywhere}
              on={anywhereInThread}
              onTurn={(on) => onChange({ anywhereInThread: on, chosen: false })}
            >
              <MessagesSquare size={15} aria-hidden="true" />
            </Switch>
            <Switch name={words.parts} on={partsOfWords} onTurn={(on) => onChange({ partsOfWords: on, chosen: false })}>
              <Asterisk size={15} aria-hidden="true" />
            </Switch>
          </>
        )}
        {narrowable && (
          <Switch
            name={words.facets}
            on={settings.facets}
            onTurn={(on) => void command('settings.change', { facets: on })}
          >
            <ChartColumn size={15} aria-hidden="true" />
          </Switch>
        )}
      </span>
    </div>
  );
});

function Groupings({ grouping }: { readonly grouping: Grouping }) {
  return (
    <fieldset className={styles['groupings']} aria-label={words.grouping}>
      {groupings.map((one) => (
        <label key={one}>
          <input
            type="radio"
            name="grouping"
            checked={grouping === one}
            onChange={() => void command('settings.change', { grouping: one })}
          />
          {words.groupings[one]}
        </label>
      ))}
    </fieldset>
  );
}

interface SwitchProps {
  readonly name: string;
  readonly on: boolean;
  readonly onTurn: (on: boolean) => void;
  readonly children: ReactNode;
}

function Switch({ name, on, onTurn, children }: SwitchProps) {
  return (
    <button
      type="button"
      className={styles['switch']}
      aria-label={name}
      aria-pressed={on}
      title={name}
      onClick={() => onTurn(!on)}
    >
      {children}
    </button>
  );
}

// What there is in what was found, beside it: who wrote, under which labels, in which years, with which files. A click makes
// the query narrower, another one takes that back.
import { memo } from 'react';
import type { Facet, Summary } from '../../electron/contract/search.ts';
import { Unseen } from '../controls/unseen.tsx';
import { number } from '../wording/format.ts';
import { wording } from '../wording/wording.ts';
import styles from './facets.module.css';
import { Months } from './months.tsx';
import { brushed, hasDates, isRefinedBy, refined, undated, unrefined } from './refine.ts';
import { useStill } from './use-still.ts';

const words = wording.facets;

interface FacetsProps {
  readonly summary: Summary | null;
  /** The list that it is of. */
  readonly of: string | null;
  /** It is of an earlier search: the next one is being counted. */
  readonly late: boolean;
  /** Not all of the mail is on this computer. */
  readonly partly: boolean;
  /** As it was compared with: a click makes what was typed since narrower, too. */
  readonly text: string;
  readonly onRefine: (by: (text: string) => string) => void;
}

const sorts = ['senders', 'labels', 'years', 'fileTypes'] as const;

export const Facets = memo(function Facets({ summary: latest, of, late, partly, text, onRefine }: FacetsProps) {
  const { still: summary, ...pointing } = useStill(latest, of);
  return (
    <aside
      className={styles['facets']}
      aria-label={words.name}
      aria-busy={late || summary === null}
      {...pointing}
      data-empty={summary?.messages === 0 || undefined}
      data-region
    >
      {summary === null && <p className={styles['counting']}>{words.counting}</p>}
      {summary && <Dates months={summary.months} {...{ text, onRefine }} />}
      {partly && summary && summary.messages > 0 && <p className={styles['counting']}>{words.partly}</p>}
      {summary &&
        sorts.map((sort) => <Sort key={sort} name={words[sort]} facets={summary[sort]} {...{ text, onRefine }} />)}
    </aside>
  );
});

interface DatesProps extends Pick<FacetsProps, 'text' | 'onRefine'> {
  readonly months: Summary['months'];
}

const Dates = memo(function Dates({ months, text, onRefine }: DatesProps) {
  return (
    <Months
      months={months}
      onBrush={(first, last) => onRefine((now) => brushed(now, first, last))}
      onClear={hasDates(text) ? () => onRefine(undated) : null}
    />
  );
});

interface SortProps extends Pick<FacetsProps, 'text' | 'onRefine'> {
  readonly name: string;
  readonly facets: readonly Facet[];
}

/** That a list is an earlier one's is no reason to draw its facets anew, before the rows of the next. */
const Sort = memo(function Sort({ name, facets, text, onRefine }: SortProps) {
  const most = Math.max(1, ...facets.map(({ count }) => count));
  if (facets.length === 0) return null;
  return (
    <section aria-label={name}>
      <h2>{name}</h2>
      <ul>
        {facets.map((facet) => {
          const on = isRefinedBy(text, facet.refine);
          return (
            <li key={facet.refine}>
              <button
                type="button"
                className={styles['facet']}
                aria-pressed={on}
                title={facet.refine}
                onClick={() => onRefine((now) => (on ? unrefined : refined)(now, facet.refine))}
              >
                <Unseen>{words.refine(words.facet(facet), facet.count)}</Unseen>
                <bdi aria-hidden="true" className={styles['facetName']}>
                  {words.facet(facet)}
                </bdi>
                <span aria-hidden="true" className={styles['facetCount']}>
                  {number(facet.count)}
                </span>
                <span className={styles['share']} style={{ inlineSize: `${(100 * facet.count) / most}%` }} />
              </button>
            </li>
          );
        })}
      </ul>
    </section>
  );
});

// The offers below the filter box. The box keeps the focus; which one is chosen is said by `aria-activedescendant`.
import Bookmark from 'lucide-react/icons/bookmark';
import CalendarDays from 'lucide-react/icons/calendar-days';
import Clock from 'lucide-react/icons/clock';
import Tag from 'lucide-react/icons/tag';
import Terminal from 'lucide-react/icons/text-cursor-input';
import User from 'lucide-react/icons/user-round';
import { useEffect, useRef } from 'react';
import { wording } from '../wording/wording.ts';
import styles from './completion.module.css';
import type { Offer } from './offers.ts';
import type { Completion } from './use-completion.ts';

const icons: Readonly<Record<Offer['kind'], typeof Tag>> = {
  operator: Terminal,
  value: Terminal,
  person: User,
  label: Tag,
  day: CalendarDays,
  saved: Bookmark,
  recent: Clock,
};

export function OfferList({ offers, active, listId, optionId, accept }: Completion) {
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (active >= 0) list.current?.children[active]?.scrollIntoView({ block: 'nearest' });
  }, [active]);
  return (
    <div ref={list} id={listId} role="listbox" aria-label={wording.completion.name} className={styles['offers']}>
      {offers.map((offer, index) => {
        const Icon = icons[offer.kind];
        return (
          // biome-ignore lint/a11y/useFocusableInteractive: so are its keys
          // biome-ignore lint/a11y/useKeyWithClickEvents: so are its keys
          <div
            key={offer.kind + offer.query}
            id={optionId(index)}
            role="option"
            aria-selected={index === active}
            className={styles['offer']}
            // A press would take the focus from the box, and with it the offers.
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => accept(offer)}
          >
            <Icon size={14} aria-hidden="true" />
            <bdi className={styles['name']}>{offer.name}</bdi>
            {offer.note !== '' && <bdi className={styles['note']}>{offer.note}</bdi>}
          </div>
        );
      })}
    </div>
  );
}

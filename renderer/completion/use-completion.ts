// Offers for the box as one types, and the keys that choose among them. People are asked for when nobody has typed for a
// moment: the rows come first.
import { type KeyboardEvent, useEffect, useId, useMemo, useRef, useState } from 'react';
import type { CountedLabel } from '../../electron/contract/model.ts';
import type { Person, Searches } from '../../electron/contract/search.ts';
import { request } from '../bridge.ts';
import { useRested } from '../rested.ts';
import { earlierOffers, type Offer, offersFor } from './offers.ts';
import { type Recall, recalled } from './recall.ts';
import { completed, type Typing, typingAt } from './typing.ts';

interface CompletionOptions {
  readonly text: string;
  readonly caret: number | null;
  readonly labels: readonly CountedLabel[];
  readonly searches: Searches;
  readonly now: number;
  readonly onType: (text: string, caret: number | null) => void;
  /** A whole query was chosen. */
  readonly onQuery: (text: string) => void;
}

export interface Completion {
  readonly listId: string;
  readonly optionId: (index: number) => string;
  readonly offers: readonly Offer[];
  /** -1: none. */
  readonly active: number;
  readonly accept: (offer: Offer) => void;
  readonly close: () => void;
  readonly onFocus: (focused: boolean) => void;
  /** Whether the key was for the offers. */
  readonly onKeyDown: (event: KeyboardEvent) => boolean;
}

const peopleWaitMs = 60;
const mostPeople = 8;
const none: readonly never[] = [];

/** Whoever types an address, or a word that may be a name, is offered who begins so. */
function soughtPeople(typing: Typing | undefined): string | null {
  if (!typing) return null;
  if (typing.operator) return typing.operator.value === 'address' ? typing.typed : null;
  return [...typing.typed].length < 2 ? null : typing.typed;
}

function usePeople(sought: string | null): readonly Person[] {
  const [people, setPeople] = useState<readonly Person[]>(none);
  useEffect(() => {
    if (sought === null) {
      setPeople(none);
      return;
    }
    let wanted = true;
    const wait = setTimeout(async () => {
      const answer = await request('people.find', { text: sought.slice(0, 320), limit: mostPeople });
      if (wanted && answer.ok) setPeople(answer.value);
    }, peopleWaitMs);
    return () => {
      wanted = false;
      clearTimeout(wait);
    };
  }, [sought]);
  return people;
}

export function useCompletion(options: CompletionOptions): Completion {
  const { labels, searches, now, onType, onQuery } = options;
  const typed = useMemo(() => ({ text: options.text, caret: options.caret }), [options.text, options.caret]);
  // Rows come before offers, which would be drawn in the same frame.
  const { text, caret } = useRested(typed);
  /** More has been typed since: they stand, and nobody is given one of them. */
  const stale = text !== options.text;
  const id = useId();
  const [focused, setFocused] = useState(false);
  /** The text for which the person wanted none. */
  const [closedFor, setClosedFor] = useState<string | null>(null);
  const [chosen, setChosen] = useState({ text, index: -1 });
  const recall = useRef<Recall | null>(null);

  const typing = useMemo(() => (focused && caret !== null ? typingAt(text, caret) : undefined), [focused, text, caret]);
  const people = usePeople(soughtPeople(typing));
  const offers = useMemo(() => {
    const isClosed = closedFor === text || closedFor === options.text || (stale && options.text === '');
    if (!focused || isClosed) return none;
    if (text === '') return earlierOffers(searches);
    return typing ? offersFor(text, typing, { labels, people, now }) : none;
  }, [focused, closedFor, text, options.text, stale, typing, labels, people, searches, now]);
  const active = !stale && chosen.text === text && chosen.index < offers.length ? chosen.index : -1;
  const choose = (index: number) => setChosen({ text, index });

  const accept = ({ query, kind }: Offer) => {
    if (stale) return;
    if (kind === 'saved' || kind === 'recent') {
      setClosedFor(query);
      onQuery(query);
      return;
    }
    if (!typing) return;
    const next = completed(text, typing.span, query);
    onType(next.text, next.caret);
  };

  const recallTo = (way: 'older' | 'newer'): boolean => {
    if (way === 'newer' && recall.current === null) return false;
    const next = recalled(options.text, recall.current, searches.recent, way);
    if (!next) return recall.current !== null;
    recall.current = next.recall.at === -1 ? null : next.recall;
    setClosedFor(next.text);
    onType(next.text, null);
    return true;
  };

  const down = (): boolean => {
    if (recall.current !== null) return recallTo('newer');
    const isThere = offers.length > 0 && !stale;
    if (isThere) choose((active + 1) % offers.length);
    return isThere;
  };
  const up = (): boolean => {
    if (active >= 0) choose(active - 1);
    else recallTo('older');
    return true;
  };
  const enter = (): boolean => {
    recall.current = null;
    const offer = offers[active];
    if (offer) accept(offer);
    else setClosedFor(options.text);
    return offer !== undefined;
  };
  const tab = (): boolean => {
    const offer = offers[active] ?? (typing && !stale ? offers[0] : undefined);
    if (offer) accept(offer);
    return offer !== undefined;
  };
  const dismiss = (): boolean => {
    if (offers.length > 0) setClosedFor(options.text);
    return offers.length > 0;
  };
  const keys: Readonly<Record<string, () => boolean>> = {
    ArrowDown: down,
    ArrowUp: up,
    Enter: enter,
    Tab: tab,
    Escape: dismiss,
  };

  function onKeyDown({ key, altKey, ctrlKey, metaKey, shiftKey }: KeyboardEvent): boolean {
    if (altKey || ctrlKey || metaKey || shiftKey) return false;
    const act = keys[key];
    if (act) return act();
    recall.current = null;
    return false;
  }

  return {
    listId: id,
    optionId: (index) => `${id}-${index}`,
    offers,
    active,
    accept,
    close: () => setClosedFor(options.text),
    onFocus: (now) => {
      setFocused(now);
      if (!now) setClosedFor(null);
    },
    onKeyDown,
  };
}

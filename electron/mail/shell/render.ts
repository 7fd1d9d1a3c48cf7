// From what was sent to what is shown: cut, sanitised, rearranged, sanitised again. Makes a string, and shows nothing.
import { writtenDirection } from '../direction.ts';
import type { Blocked, Cut, Show } from '../frame.ts';
import { isBeacon } from '../trackers.ts';
import { adapted, createReader, written } from './colours.ts';
import { createStyles } from './css.ts';
import { page } from './page.ts';
import { createPictures, isOwn } from './pictures.ts';
import { prepare } from './prepare.ts';
import { foldQuote } from './quotes.ts';
import { createSanitiser, pathOf } from './sanitise.ts';

export interface Rendered {
  readonly document: string;
  readonly cut: readonly Cut[];
  readonly hidden: boolean;
  readonly folded: boolean;
  readonly blocked: Blocked;
}

const readColour = createReader();

function* textsOf(tree: HTMLElement): Generator<string> {
  const walker = document.createTreeWalker(tree, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (node.parentNode?.nodeName !== 'STYLE') yield (node as Text).data;
  }
}

export function render(show: Show): Rendered {
  const cut = new Set<Cut>();
  const onCut = (what: Cut) => cut.add(what);
  let hidden = false;
  const adapts = show.colours === 'adapted' && show.dark;
  const pictures = createPictures({
    related: new Map(show.related),
    allowed: new Map(show.pictures),
    isBeacon,
    onCut,
  });
  const rules = {
    readColour,
    onCut: () => onCut('too-much-style'),
    onHidden: () => {
      hidden = true;
    },
  };
  const sanitiser = createSanitiser({
    pictures,
    readColour,
    adapts,
    first: createStyles({
      ...rules,
      picture: (address) => pathOf(pictures.judge(address)),
      ...(adapts && { colour: (colour, role) => written(adapted(colour, role)) }),
    }),
    again: createStyles({
      picture: (address) => (isOwn(address) ? address : null),
      readColour,
      onCut: () => onCut('too-much-style'),
      onHidden: () => undefined,
    }),
  });

  const prepared = prepare(show.html, onCut);
  const tree = sanitiser.first(prepared.html);
  const isDirected = prepared.dir !== null || tree.querySelector('[dir]') !== null;
  const dir = prepared.dir ?? writtenDirection(textsOf(tree)) ?? 'ltr';
  const folded = show.quoted !== '' && foldQuote(tree, show.quoted);
  const body = sanitiser.again(tree.innerHTML);
  return {
    document: page({ ...show, body, dir, isDirected, lang: prepared.lang, adapts }),
    cut: [...cut],
    hidden,
    folded,
    blocked: pictures.blocked(),
  };
}

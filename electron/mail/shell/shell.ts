// What runs in a message's own frame, and the only script there: it shows the mail that the window hands it, and tells what a
// person does there. It owns nothing: no bridge, no network, an origin that is thrown away with it.
import { type Find, type FromFrame, parseToFrame, type Show } from '../frame.ts';
import { createFinder, type Finder } from './find.ts';
import { followKeys, followLinks } from './follow.ts';
import { replaceGone } from './gone.ts';
import { measure } from './measure.ts';
import { rehearsal } from './rehearsal.ts';
import { render } from './render.ts';
import { createStage } from './stage.ts';

const app = 'app://bundle';
const stage = createStage();
/** Whoever made this frame for a mail that is to be seen now has said so by then. */
const rehearsedAfterMs = 50;
let finder: Finder | null = null;
/** What is looked for, in this document and in the one that takes its place. */
let sought: Find | null = null;
let stopMeasuring = () => {};
/** Something was to be shown. */
let begun = false;

const say = (message: FromFrame) => window.parent.postMessage(message, app);

function find(): void {
  if (finder && sought) say({ kind: 'found', ...finder.find(sought.text, sought.index) });
}

async function show(message: Show): Promise<void> {
  begun = true;
  stopMeasuring();
  finder = null;
  const { document: html, cut, hidden, folded, blocked } = render(message);
  const shown = await stage.show(html, message.title);
  followLinks(shown, say);
  followKeys(shown, say);
  replaceGone(shown);
  say(blocked);
  stopMeasuring = measure(shown, message.fits, (height) => say({ kind: 'height', height }));
  say({ kind: 'shown', cut, hidden, folded });
  finder = createFinder(shown);
  if (message.marks.length > 0) finder.mark(message.marks);
  if (sought?.text) find();
}

window.addEventListener('message', ({ source, origin, data }) => {
  if (source !== window.parent || origin !== app) return;
  const message = parseToFrame(data);
  if (message?.kind === 'show') show(message).catch(() => say({ kind: 'failed' }));
  if (message?.kind !== 'find') return;
  sought = message;
  find();
});

/** What is done for the first time takes longest: where there is time, it is done before anybody waits for it. */
async function rehearse(): Promise<void> {
  if (begun) return;
  const shown = await stage.show(render(rehearsal).document, '');
  measure(shown, rehearsal.fits, () => undefined)();
}

followKeys(document, say);
say({ kind: 'ready' });
// What goes wrong here is told of the mail with which it goes wrong again.
setTimeout(() => rehearse().catch(() => undefined), rehearsedAfterMs);

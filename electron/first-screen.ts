// Lets the window's document come with its first screen. The screen is drawn when the program ends, because drawing takes as
// long as opening everything else, and shown again only if what it was drawn from is still what is on disk. Knows neither how
// it is drawn nor how the document is delivered.
import { rootAttributes } from './contract/appearance.ts';
import { answersId, type DrawRoot, type FirstAnswers } from './contract/first-screen.ts';
import type { Handlers, Input } from './contract/requests.ts';
import { type Grouping, pageSize } from './contract/search.ts';
import type { Where } from './contract/where.ts';
import { type KeptScreen, readKept, screenKey, writeKept } from './kept-screen.ts';

type Asked = 'session.read' | 'settings.read' | 'labels.list' | 'searches.list' | 'messages.find';

export interface FirstScreenOptions {
  readonly handlers: Pick<Handlers, Asked>;
  /** When the account that was open last can be looked at. */
  readonly opened: Promise<void>;
  /** Where an account's files are. */
  readonly folder: (accountId: string) => string;
  readonly where: (accountId: string) => Promise<Where | null>;
  readonly loadDraw: () => Promise<DrawRoot>;
  /** Epoch ms. */
  readonly now: () => number;
  /** Runs it a little later: about when a page that has to ask has been answered. */
  readonly late: (run: () => void) => void;
}

export interface FirstScreen {
  /** The document, with as much of its first screen as there is by now. */
  readonly fill: (document: string) => Promise<string>;
  /** Draws the screen for the next start. */
  readonly keep: () => Promise<void>;
}

interface Seen {
  readonly answers: FirstAnswers;
  readonly kept: KeptScreen | undefined;
}

const inbox = 'in:inbox';

/** The beginning of the inbox, or what was looked at last: as the page puts it. */
export function firstPage(grouping: Grouping, where: Where | null = null): Input<'messages.find'> {
  const { text, order, anywhereInThread, partsOfWords } = where?.look ?? {
    text: '',
    order: 'newest',
    anywhereInThread: false,
    partsOfWords: false,
  };
  const row = where?.row ?? 0;
  return {
    search: {
      text: text.trim() === '' ? inbox : text,
      caret: null,
      grouping,
      order,
      anywhereInThread,
      partsOfWords,
    },
    ask: false,
    offset: row - (row % pageSize),
    // What is in view may begin at the end of its page.
    limit: row === 0 ? pageSize : 2 * pageSize,
  };
}

const emptyRoot = '<div id="root"></div>';

/** Text without a meaning to the parser: without this character nothing ends the element or begins a comment. */
const inert = (value: unknown) => JSON.stringify(value).replaceAll('<', '\\u003c');

function filled(document: string, root: string, answers: FirstAnswers): string {
  const element = `<script type="application/json" id="${answersId}">${inert(answers)}</script>`;
  const attributes = Object.entries(rootAttributes(answers.settings)).map(([name, value]) => ` ${name}="${value}"`);
  // A function, because in a text `$` would mean something.
  return document.replace('<html', (tag) => tag + attributes.join('')).replace(emptyRoot, () => root + element);
}

export function createFirstScreen(options: FirstScreenOptions): FirstScreen {
  const { handlers, opened, folder, where: whereIn, loadDraw, now, late } = options;
  let document: string | undefined;

  async function look(): Promise<Seen> {
    await opened;
    const [session, settings] = await Promise.all([handlers['session.read']({}), handlers['settings.read']({})]);
    if (!session.account) return { answers: { session, settings, mailbox: null, now: now() }, kept: undefined };
    const where = session.all ? null : await whereIn(session.account.id);
    const [found, labels, searches, kept] = await Promise.all([
      handlers['messages.find'](firstPage(settings.grouping, where)),
      handlers['labels.list']({}),
      handlers['searches.list']({}),
      readKept(folder(session.account.id)),
    ]);
    return { answers: { session, settings, mailbox: { found, labels, searches, where }, now: now() }, kept };
  }

  /** What can't be had here the page asks for itself, and says why. */
  const lookIfPossible = () => look().catch(() => undefined);

  let ahead: Promise<Seen | undefined> | null = lookIfPossible();

  return {
    fill: async (plain) => {
      document = plain;
      const looking = ahead ?? lookIfPossible();
      // A later document shows what is true then.
      ahead = null;
      const seen = await Promise.race([looking, new Promise<undefined>((resolve) => late(() => resolve(undefined)))]);
      if (!seen) return plain;
      const { answers, kept } = seen;
      const isSame = kept?.key === screenKey(plain, answers) && kept.answers.now <= answers.now;
      const drawn = isSame && kept.drawn.find(({ until }) => answers.now < until);
      if (!drawn) return filled(plain, emptyRoot, answers);
      return filled(plain, drawn.root, { ...kept.answers, now: answers.now });
    },
    keep: async () => {
      const seen = document === undefined ? undefined : await lookIfPossible();
      const account = seen?.answers.session.account;
      if (document === undefined || !seen || !account) return;
      await writeKept(folder(account.id), screenKey(document, seen.answers), seen.answers, await loadDraw());
    },
  };
}

// Stands where the script of a message's frame stands, under the same policies, and does one thing on demand: what the frame
// does to a mail before it shows it.
import type { Show } from '../../../electron/mail/frame.ts';
import { render } from '../../../electron/mail/shell/render.ts';
import { parseInertly } from '../../../electron/mail/shell/trusted.ts';

const palette = {
  text: 'rgb(20, 24, 29)',
  background: 'rgb(255, 255, 255)',
  link: 'rgb(0, 80, 160)',
  quiet: 'rgb(120, 120, 120)',
  mark: 'rgb(255, 240, 150)',
  current: 'rgb(255, 170, 0)',
};

export type Given = Partial<Omit<Show, 'kind' | 'html'>>;

const show = (html: string, given: Given = {}): Show => ({
  kind: 'show',
  html,
  related: [],
  pictures: [],
  colours: 'original',
  dark: false,
  palette,
  zoom: 1,
  fits: true,
  quoted: 'Quoted text',
  title: 'Message',
  marks: [],
  ...given,
});

const bodyIn = (page: string) =>
  page.slice(page.indexOf('</head><body>') + '</head><body>'.length, -'</body></html>'.length);

export interface Made {
  readonly body: string;
  readonly page: string;
  readonly cut: readonly string[];
  readonly hidden: boolean;
  readonly folded: boolean;
  readonly blocked: {
    readonly pictures: number;
    readonly trackers: number;
    readonly hosts: readonly string[];
    readonly urls: readonly string[];
  };
  readonly ms: number;
}

function make(html: string, given?: Given): Made {
  const begun = performance.now();
  const { document: page, ...rest } = render(show(html, given));
  return { ...rest, page, body: bodyIn(page), ms: performance.now() - begun };
}

/** What a person would read: without what no browser shows. */
function textOf(html: string): string {
  const parsed = parseInertly(html);
  const unseen =
    'style,script,title,noscript,noembed,noframes,template,select,textarea,button,svg,math,object,video,audio,iframe,xmp,.porthole-quoted>summary';
  for (const element of parsed.querySelectorAll(unseen)) element.remove();
  return (parsed.body?.textContent ?? '').replace(/[\s\u00a0]+/g, '');
}

export interface Judged {
  readonly ms: number;
  readonly characters: number;
  readonly kept: number;
  readonly idempotent: boolean;
  /** The addresses that the window could ask for: of pictures that were kept out, and of links. */
  readonly addresses: readonly string[];
  readonly error: string | null;
}

/** A mail may not have classes of ours, not even those that it was given. */
const unmarked = (html: string) => html.replace(/ class="porthole-[\w-]+"/g, '').replace(/ porthole-[\w-]+(?=")/g, '');

const linksOf = (html: string) =>
  [...parseInertly(html).querySelectorAll('a[href]')].map((link) => link.getAttribute('href') ?? '');

/** Shows it, shows what came of that again, and compares what there is to read. */
function judge(html: string): Judged {
  try {
    const made = make(html, { quoted: '' });
    const again = make(made.body, { quoted: '' });
    const [before, after] = [textOf(html), textOf(made.body)];
    return {
      ms: made.ms,
      characters: before.length,
      kept: after.length,
      idempotent: unmarked(again.body) === unmarked(made.body),
      addresses: [...made.blocked.urls, ...linksOf(made.body)],
      error: null,
    };
  } catch (error) {
    return { ms: 0, characters: 0, kept: 0, idempotent: true, addresses: [], error: String(error) };
  }
}

Reflect.set(window, 'make', make);
Reflect.set(window, 'judge', judge);
window.parent.postMessage({ kind: 'ready' }, 'app://bundle');

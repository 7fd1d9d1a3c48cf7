// The page that the scriptless frame shows: our head with a policy of its own and our styles, and a sanitised mail in its body.
import type { Palette } from '../frame.ts';

export interface PageOptions {
  /** What the second pass of the sanitiser has answered, as it stands. */
  readonly body: string;
  readonly dir: 'ltr' | 'rtl';
  /** The mail sets directions itself. */
  readonly isDirected: boolean;
  readonly lang: string;
  readonly title: string;
  readonly zoom: number;
  readonly dark: boolean;
  /** Absent: on white paper, as it was sent. */
  readonly palette: Palette;
  readonly adapts: boolean;
}

/** First in the head. The header of the page around it says more; this holds even where that is gone. */
export const policy = "script-src 'none'; object-src 'none'; frame-src 'none'";

const escaped = (text: string) => text.replace(/[&<>"']/g, (character) => `&#${character.codePointAt(0)};`);

/** No more specific than it must be to win over a mail's `html` and `body`. */
const own = 'html:root';

function styles({ dir, isDirected, zoom, dark, palette, adapts }: PageOptions): string {
  // In its own colours a mail lies on white paper, whatever the window looks like.
  const isWhite = dark && !adapts;
  const paper = isWhite ? '#ffffff' : palette.background;
  const ink = isWhite ? '#1f2328' : palette.text;
  const link = isWhite ? '#0b57d0' : palette.link;
  return [
    `html{color-scheme:${adapts ? 'dark' : 'light'};background:${paper};color:${ink};overflow-wrap:break-word}`,
    'body{margin:0;padding:1px 0;font:15px/1.5 system-ui,sans-serif}',
    `a{color:${link}}img{max-width:100%}pre{white-space:pre-wrap}table{font:inherit;color:inherit}`,
    isDirected ? '' : 'p,div,td,li,blockquote,h1,h2,h3,h4,h5,h6{unicode-bidi:plaintext;text-align:start}',
    // Beside its mark, whatever its own direction.
    isDirected ? '' : `li{text-align:${dir === 'rtl' ? 'right' : 'left'}}`,
    '.porthole-kept-out{outline:1px dotted currentcolor;outline-offset:-1px;opacity:.6;min-width:1em;min-height:1em}',
    // What stands instead of a picture that is not to be had stands on it, too.
    '.porthole-plate{background-color:#fff;color:#1f2328}',
    `.porthole-quoted>summary{display:inline-block;cursor:pointer;padding:0 8px;border-radius:8px;color:${palette.quiet};list-style:none}`,
    '.porthole-quoted[open]>summary{margin-block-end:8px}',
    // The mail has a say in neither: what is folded away would be out of reach.
    `${own} details.porthole-quoted{display:block!important;visibility:visible!important;opacity:1!important}`,
    `${own} .porthole-quoted>summary{display:inline-block!important;visibility:visible!important;opacity:1!important;font-size:15px!important}`,
    // The frame is as high as what is in it: nothing in it may be as high as the frame. A scrollbar would narrow what it then
    // need not scroll, and stay.
    `${own}{height:auto!important;min-height:0!important;max-height:none!important;overflow:auto hidden!important}`,
    `${own} body{height:auto!important;min-height:0!important;max-height:none!important;display:flow-root!important;`,
    `overflow:visible!important;float:none!important;zoom:${zoom}}`,
    `::highlight(porthole-mark),::highlight(porthole-found){background-color:${isWhite ? '#ffe89a' : palette.mark}}`,
    `::highlight(porthole-current){background-color:${isWhite ? '#f2a93b' : palette.current};color:#000}`,
  ].join('');
}

export function page(options: PageOptions): string {
  const { body, dir, lang, title } = options;
  const language = /^[a-z]{2,8}(?:-[a-z0-9]{1,8})*$/i.test(lang) ? ` lang="${lang}"` : '';
  return [
    `<!doctype html><html dir="${dir}"${language}><head><meta charset="utf-8">`,
    `<meta http-equiv="Content-Security-Policy" content="${policy}"><base target="_blank">`,
    `<title>${escaped(title)}</title><style>${styles(options)}</style></head><body>${body}</body></html>`,
  ].join('');
}

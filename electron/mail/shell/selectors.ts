// Which selectors and which media queries of a mail are kept: those that can't ask what is not the mail's business. Pure.

/** Classes of ours begin like this; a mail has none, and styles none. */
export const ownPrefix = 'porthole-';
const longestSelector = 300;

/** Types, classes and how they stand to each other: no attribute, no pseudo-class, no escape. */
const simple = /^[\w\-.*>+~ \u00a0-\uffff]+$/;

/** As the browser has serialised it; empty where none of it is kept. */
export function keptSelector(text: string): string {
  if (text.length > longestSelector || text.includes('(')) return '';
  return text
    .split(',')
    .map((one) => one.trim())
    .filter((one) => simple.test(one) && !one.includes(`.${ownPrefix}`))
    .join(',');
}

const length = String.raw`[\d.]+(?:px|em|rem)`;
const width = `(?:min-|max-)?(?:device-)?width`;
const feature = String.raw`\((?:${width}: ${length}|width [<>]=? ${length}|${length} [<>]=? width(?: [<>]=? ${length})?)\)`;
const type = '(?:only |not )?(?:all|screen|print)';
const query = new RegExp(`^(?:${type}|${feature})(?: and ${feature})*$`);

/** The same without what is always so; empty: always. Null: never, or nobody's business. We alone say what the window is like. */
export function keptMedia(text: string): string | null {
  const all = text
    .toLowerCase()
    .split(',')
    .map((one) => one.trim().replace(/\s+/g, ' '));
  if (all.length === 1 && all[0] === '') return '';
  const kept = all
    .map((one) => {
      const light = one.replace(/(?: and )?\(prefers-color-scheme: light\)(?: and )?/, '');
      return light === '' || (light !== one && query.test(light)) ? light || 'all' : one;
    })
    .filter((one) => query.test(one));
  if (kept.length === 0) return null;
  return kept.some((one) => one === 'all') ? '' : kept.join(',');
}

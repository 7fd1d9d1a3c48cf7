// The script of a message's frame with one of its layers taken out, bundled from the same sources: for asking whether the other
// layers hold without it.
import path from 'node:path';
import type { Plugin } from 'vite';
import { bundledShell } from '../../support/bundled-shell.ts';

export interface Taken {
  /** The sanitiser, with all that it cuts and rebuilds. */
  readonly sanitiser?: boolean;
  readonly sandbox?: boolean;
  /** The policy in the document's own head. */
  readonly policy?: boolean;
}

const root = path.resolve(import.meta.dirname, '../../..');
const shell = path.join(root, 'electron/mail/shell');
const everything =
  'allow-scripts allow-same-origin allow-popups allow-forms allow-modals allow-top-navigation allow-downloads allow-popups-to-escape-sandbox';

function take({ sanitiser = false, sandbox = false, policy = false }: Taken): Plugin {
  const changed = new Set<string>();
  const replace = (file: string, text: string, from: string, to: string) => {
    if (!text.includes(from)) throw new Error(`${file} has changed: there is nothing to take out`);
    changed.add(file);
    return text.replace(from, to);
  };
  return {
    name: 'take-out',
    enforce: 'pre',
    transform(text, id) {
      const file = path.relative(shell, id);
      if (sandbox && file === 'stage.ts') {
        return replace(file, text, "'allow-same-origin allow-popups'", `'${everything}'`);
      }
      if (policy && file === 'page.ts')
        return replace(file, text, "script-src 'none'; object-src 'none'; frame-src 'none'", '');
      if (sanitiser && file === 'render.ts') {
        return replace(file, text, 'const body = sanitiser.again(tree.innerHTML);', 'const body = show.html;');
      }
      return undefined;
    },
    buildEnd() {
      const wanted = [sanitiser, sandbox, policy].filter(Boolean).length;
      if (changed.size !== wanted) throw new Error('a layer was not taken out');
    },
  };
}

export const shellWithout = (taken: Taken): Promise<string> => bundledShell({ plugins: [take(taken)] });

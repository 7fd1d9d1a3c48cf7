// Bundles the window's page. Relative addresses, because it is served from app://bundle/.
import { globSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';
import { packFiles } from '../electron/mail/packed-files.ts';
import { compressed } from '../packaging/compressed.ts';

/** The style comes within the document, which can be seen without another answer then. The policy names its hash. */
const styleWithin: Plugin = {
  name: 'style-within',
  enforce: 'post',
  generateBundle(_options, bundle) {
    const page = bundle['index.html'];
    const style = Object.values(bundle).find(({ fileName }) => fileName.endsWith('.css'));
    if (page?.type !== 'asset' || style?.type !== 'asset') throw new Error('There is no page, or no style for it.');
    const text = String(style.source);
    page.source = String(page.source).replace(/<link rel="stylesheet"[^>]*>/, () => `<style>${text}</style>`);
    if (!page.source.includes(text)) throw new Error('The page has no place for its style.');
    delete bundle[style.fileName];
  },
};

/** Of a language file, the page begins without what is said outside it and what is said by screens that most runs never
 *  show: those bring it along (`wording/later.ts`). */
const textsForLater: Plugin = {
  name: 'texts-for-later',
  enforce: 'pre',
  resolveId(source, importer) {
    if (!importer?.endsWith('/wording/later.ts') || !source.endsWith('.json')) return undefined;
    return `${path.resolve(path.dirname(importer), source)}?later`;
  },
  load(id) {
    if (!id.endsWith('.json?later')) return undefined;
    const { later } = JSON.parse(readFileSync(id.slice(0, -'?later'.length), 'utf8'));
    return `export const later = ${JSON.stringify(later)};`;
  },
  transform(code, id) {
    if (!/\/locales\/[\w-]+\.json$/.test(id)) return undefined;
    const { outside: _, later: __, ...now } = JSON.parse(code);
    return { code: JSON.stringify(now), map: null };
  },
};

/** Tables of characters and fonts that PDFs take for granted. */
function pdfFiles(): Plugin {
  const folder = path.dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));
  return {
    name: 'pdf-files',
    generateBundle() {
      const files = globSync('{cmaps/*.bcmap,standard_fonts/*.{pfb,ttf}}', { cwd: folder }).sort();
      const packed = packFiles(
        new Map(files.map((file) => [path.basename(file), readFileSync(path.join(folder, file))])),
      );
      this.emitFile({ type: 'asset', fileName: 'pdf-files.bin', source: packed });
    },
  };
}

export default defineConfig({
  logLevel: 'warn',
  root: import.meta.dirname,
  base: './',
  plugins: [textsForLater, react(), styleWithin, pdfFiles(), compressed],
  build: {
    outDir: '../dist/renderer',
    emptyOutDir: true,
    target: 'chrome156',
    modulePreload: { polyfill: false },
    license: { fileName: '.vite/license.json' },
    assetsInlineLimit: 0,
    // Compressing takes its time.
    rolldownOptions: { checks: { pluginTimings: false } },
    // The document may come with a screen that is drawn by code which has not come yet.
    cssCodeSplit: false,
  },
});

// Bundles the main process and its two workers, each into one file, and what draws the page's first screen; nothing of
// node_modules is shipped beside them.
import { readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import path from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { defineConfig, type Plugin } from 'vite';

/** Text drawn for a document waits for no part of the page that is loaded later: here they would only take room. */
const withoutLaterParts: Plugin = {
  name: 'without-later-parts',
  resolveDynamicImport(asked, importer) {
    const isLater = typeof asked === 'string' && asked.endsWith('.tsx') && /[\\/]renderer[\\/]/.test(importer ?? '');
    return isLater ? '\0later' : undefined;
  },
  load: (id) => (id === '\0later' ? 'export {};' : undefined),
};

/** What others ask for only where they are not given what they are given here: electron-store a schema to check, Google's
 *  library a `fetch`. Whoever did ask would be told so at once. */
const neverAsked: Plugin = {
  name: 'never-asked',
  enforce: 'pre',
  resolveId: (asked) => (/^(?:ajv|ajv-formats|node-fetch)(?:\/|$)/.test(asked) ? '\0never' : undefined),
  load: (id) => (id === '\0never' ? 'export const Ajv2020 = undefined; export default {};' : undefined),
};

const languageFile = /\/locales\/((?!en\.)[\w-]+)\.json$/;

/** A language is 70 kB of text, which is a fifth of that packed; each run reads one at most. English, which always is read, stays. */
const packedLanguages: Plugin = {
  name: 'packed-languages',
  enforce: 'pre',
  resolveId: (asked) => languageFile.exec(asked)?.[1]?.replace(/^/, '\0language:'),
  load(id) {
    if (!id.startsWith('\0language:')) return undefined;
    const file = path.join(import.meta.dirname, '../renderer/locales', `${id.slice('\0language:'.length)}.json`);
    this.addWatchFile(file);
    const text = readFileSync(file, 'utf8');
    const names = Object.keys(JSON.parse(text)).map((name) => `export const ${name} = texts.${name};`);
    return [
      "import { brotliDecompressSync } from 'node:zlib';",
      `const packed = '${brotliCompressSync(text).toString('base64')}';`,
      "const texts = JSON.parse(brotliDecompressSync(Buffer.from(packed, 'base64')).toString());",
      'export default texts;',
      ...names,
    ].join('\n');
  },
};

export default defineConfig({
  logLevel: 'warn',
  ssr: { noExternal: true },
  plugins: [withoutLaterParts, neverAsked, packedLanguages],
  // Decided at run time otherwise, and both of React would be read.
  define: { 'process.env.NODE_ENV': '"production"' },
  build: {
    ssr: true,
    target: 'node24',
    outDir: 'dist/main',
    emptyOutDir: true,
    license: { fileName: '.vite/license.json' },
    // Not shipped: finds what the places in a log mean.
    sourcemap: 'hidden',
    rolldownOptions: {
      // Means something to a server that runs apart from its page.
      onLog: (level, log, report) => log.code !== 'MODULE_LEVEL_DIRECTIVE' && report(level, log),
      input: {
        index: 'electron/before-ready.ts',
        main: 'electron/main.ts',
        'first-screen': 'renderer/first-screen.tsx',
        'store-worker': 'electron/store/worker.ts',
        'reading-worker': 'electron/gmail/reading-worker.ts',
      },
      external: ['electron', ...builtinModules, ...builtinModules.map((name) => `node:${name}`)],
      output: {
        format: 'es',
        entryFileNames: '[name].js',
        // Every licence is shipped whole, beside the archive (packaging/notices), and nobody builds from this again.
        comments: false,
        // The log says of an error what class it is of.
        minify: { compress: true, mangle: { keepNames: { class: true, function: false } }, codegen: true },
      },
    },
  },
});

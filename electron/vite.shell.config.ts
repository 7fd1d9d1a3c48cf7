// Bundles what runs in a message's own frame: one classic script, apart from everything else.
import { defineConfig } from 'vite';
import { compressed } from '../packaging/compressed.ts';

export default defineConfig({
  logLevel: 'warn',
  plugins: [compressed],
  build: {
    target: 'chrome156',
    outDir: 'dist/shell',
    emptyOutDir: true,
    modulePreload: false,
    license: { fileName: '.vite/license.json' },
    rolldownOptions: {
      input: { shell: 'electron/mail/shell/shell.ts' },
      output: { format: 'iife', entryFileNames: '[name].js' },
    },
  },
});

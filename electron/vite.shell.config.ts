// Bundles what runs in a message's own frame: one classic script, apart from everything else.
import { defineConfig } from 'vite';

export default defineConfig({
  logLevel: 'warn',
  build: {
    target: 'chrome156',
    outDir: 'dist/shell',
    emptyOutDir: true,
    modulePreload: false,
    rolldownOptions: {
      input: { shell: 'electron/mail/shell/shell.ts' },
      output: { format: 'iife', entryFileNames: '[name].js' },
    },
  },
});

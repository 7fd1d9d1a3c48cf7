// Bundles the preload script: a sandboxed one must be a single CommonJS file.
import { defineConfig } from 'vite';

export default defineConfig({
  logLevel: 'warn',
  ssr: { noExternal: true },
  build: {
    ssr: 'electron/preload.ts',
    target: 'chrome156',
    outDir: 'dist/preload',
    emptyOutDir: true,
    license: { fileName: '.vite/license.json' },
    rolldownOptions: {
      external: ['electron'],
      output: { format: 'cjs', entryFileNames: 'index.cjs', codeSplitting: false },
    },
  },
});

// Bundles what runs in the frame of a PDF, and its worker, apart from everything else.
import { defineConfig } from 'vite';
import { compressed } from '../packaging/compressed.ts';

export default defineConfig({
  logLevel: 'warn',
  plugins: [compressed],
  build: {
    target: 'chrome156',
    outDir: 'dist/pdf',
    emptyOutDir: true,
    modulePreload: false,
    license: { fileName: '.vite/license.json' },
    // pdf.js is what it is.
    chunkSizeWarningLimit: 2_000,
    rolldownOptions: {
      checks: { pluginTimings: false },
      input: { pdf: 'electron/mail/pdf/pdf.ts', 'pdf-worker': 'electron/mail/pdf/worker.ts' },
      output: { format: 'es', entryFileNames: '[name].js' },
    },
  },
});

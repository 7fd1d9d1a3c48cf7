// Bundles what runs in the frame of a PDF, and its worker, apart from everything else.
import { defineConfig } from 'vite';

export default defineConfig({
  logLevel: 'warn',
  build: {
    target: 'chrome156',
    outDir: 'dist/pdf',
    emptyOutDir: true,
    modulePreload: false,
    // pdf.js is what it is.
    chunkSizeWarningLimit: 2_000,
    rolldownOptions: {
      input: { pdf: 'electron/mail/pdf/pdf.ts', 'pdf-worker': 'electron/mail/pdf/worker.ts' },
      output: { format: 'es', entryFileNames: '[name].js' },
    },
  },
});

// Bundles the window's page. Relative addresses, because it is served from app://bundle/.
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

export default defineConfig({
  logLevel: 'warn',
  root: import.meta.dirname,
  base: './',
  plugins: [react()],
  build: {
    outDir: '../dist/renderer',
    emptyOutDir: true,
    target: 'chrome156',
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    // The document comes with rows before the code that draws them.
    cssCodeSplit: false,
  },
});

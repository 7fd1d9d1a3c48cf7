// Bundles the main process and its two workers, each into one file, and what draws the page's first screen; nothing of
// node_modules is shipped beside them.
import { builtinModules } from 'node:module';
import { defineConfig } from 'vite';

export default defineConfig({
  logLevel: 'warn',
  ssr: { noExternal: true },
  // Decided at run time otherwise, and both of React would be read.
  define: { 'process.env.NODE_ENV': '"production"' },
  build: {
    ssr: true,
    target: 'node24',
    outDir: 'dist/main',
    emptyOutDir: true,
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
      output: { format: 'es', entryFileNames: '[name].js' },
    },
  },
});

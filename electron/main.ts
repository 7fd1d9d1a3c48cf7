// The composition root: makes every part, joins them, nothing else.
import path from 'node:path';
import { app, clipboard, ipcMain, powerMonitor, safeStorage, shell } from 'electron';
import { createAccounts } from './accounts/accounts.ts';
import { chooseClientFile } from './accounts/client-file-dialog.ts';
import { createWhereabouts } from './accounts/whereabouts.ts';
import { consoleUrl } from './auth/console-pages.ts';
import { pagesIn } from './auth/pages.ts';
import { createVault } from './auth/vault.ts';
import { readAhead } from './bundle.ts';
import { mostPreviewedBytes } from './contents/preview.ts';
import { ofAll } from './contract/of-all.ts';
import { isHiddenStart } from './desktop/at-login.ts';
import { createEdges } from './desktop/edges.ts';
import { createMenu } from './desktop/menu.ts';
import { createSystemLinks } from './desktop/system-links.ts';
import { endpointsFor, purposeAt } from './endpoints.ts';
import { createFirstScreen } from './first-screen/first-screen.ts';
import { loadDrawing } from './first-screen/load-drawing.ts';
import { createGuards } from './guards.ts';
import { createHandlers } from './ipc/handlers.ts';
import { serve } from './ipc/serve.ts';
import { wantedLanguages } from './languages.ts';
import { createLog } from './log.ts';
import { countedFetch } from './network/counted-fetch.ts';
import { countedPictures } from './network/counted-pictures.ts';
import { createLedger } from './network/ledger.ts';
import { trustSystem } from './network/system-trust.ts';
import { fromInternet } from './pictures/from-internet.ts';
import { readRules, rulesFile } from './policy.ts';
import { createPorthole } from './porthole.ts';
import { serveApp, serveMail } from './protocol.ts';
import { quitAfter } from './quit-after.ts';
import { createReport } from './report.ts';
import { createKeeping } from './saving/keeping.ts';
import { openSettings } from './settings.ts';
import { readShipped } from './shipped.ts';
import { createUpdating } from './updates/updating.ts';
import { createAllowedPictures } from './views/allowed-pictures.ts';
import { createViews } from './views/views.ts';
import { lockSession } from './window/lockdown.ts';
import { printMessage } from './window/print-window.ts';
import { createWindow } from './window/window.ts';

const pageFolder = path.join(import.meta.dirname, '../renderer');
const shellScript = path.join(import.meta.dirname, '../shell/shell.js');
const pdfFolder = path.join(import.meta.dirname, '../pdf');
const preload = path.join(import.meta.dirname, '../preload/index.cjs');
/** The page's own code, bundled for this process. */
const drawing = new URL('./first-screen.js', import.meta.url);
/** From the window's first question until it has shown the answers and takes keys. */
const paintedAfterMs = 1_000;
/** Nobody should look at an empty window because one answer is late. */
const patienceMs = 100;
/** A kill forgets no more than that of where somebody was. */
const whereMs = 2_000;
/** Nor of what went over the network. */
const ledgerMs = 10_000;

function start(ready: Promise<void>): void {
  const userData = app.getPath('userData');
  const log = createLog(path.join(userData, 'logs'), Date.now);
  log.note('started', {});
  const { file: settings, wasReset } = openSettings(userData);
  const accounts = createAccounts(userData, settings);
  const vault = createVault({ folder: accounts.folder, safeStorage, platform: process.platform });
  const painted = Promise.withResolvers<void>();
  // Before anything is asked of the network, and after there is something to see.
  void painted.promise.then(() => trustSystem());

  const window = createWindow({
    preload,
    isPackaged: app.isPackaged,
    settings,
    onOpen: (opened) => {
      edges.watch(opened);
      // On macOS the program goes on, and there is no page to do what is in its menus.
      if (process.platform === 'darwin') opened.on('closed', () => menu.clear());
    },
    // What the page that was there has opened is nobody's now.
    onLeave: () => views.closeAll(),
    onGone: (reason) => log.note('page gone', { reason }),
    mayHear: () => guards.isOpen(),
  });
  const { emit } = window;
  const languages = () => wantedLanguages(settings.read().language, app.getPreferredSystemLanguages());
  const words = async () => (await import('./telling/words.ts')).wordsOf(languages());
  const later = (ms: number) => (run: () => void) => void setTimeout(run, ms).unref();
  const endpoints = endpointsFor(app.commandLine.getSwitchValue('google'), app.isPackaged);
  const rules = readRules(rulesFile(process.resourcesPath, app.commandLine.getSwitchValue('policy'), app.isPackaged));
  const ledger = createLedger({ file: path.join(userData, 'network.json'), now: Date.now, later: later(ledgerMs) });
  const fetch = countedFetch(globalThis.fetch, ledger, (url) => purposeAt(endpoints, url));
  const guards = createGuards({
    userData,
    accounts,
    vault,
    revokeUrl: endpoints.auth.revokeUrl,
    fetch,
    words,
    window: window.current,
    onShut: () => {
      views.closeAll();
      edges.takeBack();
      menu.clear();
    },
    end: [
      () => updating.end(),
      () => exporting.close(),
      () => porthole.close(),
      () => whereabouts.written(),
      ...[settings, ledger, log].map(({ end }) => end),
    ],
  });
  const edges = createEdges({
    isOpen: guards.isOpen,
    platform: process.platform,
    settings,
    porthole: () => porthole,
    isKnown: (id) => accounts.find(id) !== undefined,
    words,
    window: window.current,
    openWindow: window.bringToFront,
    emit,
    onBug: log.bug,
  });
  const porthole = createPorthole({
    accounts,
    vault,
    endpoints,
    rules,
    storeWorker: new URL('./store-worker.js', import.meta.url),
    readingWorker: new URL('./reading-worker.js', import.meta.url),
    cacheLimit: () => settings.read().cacheLimit,
    fetch,
    fetchPicture: countedPictures(fromInternet, ledger),
    everyMs: edges.everyMs,
    listener: edges.listener,
    now: Date.now,
    openExternal: (url) => shell.openExternal(url),
    pages: async () => pagesIn((await words()).pages),
    writeClipboard: (text) => clipboard.writeText(text),
    bringToFront: edges.open,
    emit: (event) => {
      emit(event);
      if (event.name !== 'session.changed') return;
      edges.sessionChanged();
      whereabouts.forgetUnknown();
    },
    onOther: () => views.closeShown(),
    log,
    notices: wasReset ? ['settings-reset'] : [],
  });

  const whereabouts = createWhereabouts({
    folder: (id) => (id === ofAll ? userData : accounts.folder(id)),
    accountIds: () => accounts.all().map(({ id }) => id),
    later: (run) => setTimeout(run, whereMs),
  });
  const openId = accounts.open()?.id;
  // The page that was shown last is looked for with it.
  if (openId !== undefined) void whereabouts.read(accounts.showsAll() ? ofAll : openId);
  const views = createViews();
  const contents = () => porthole.mailbox().contents;
  const keeping = createKeeping({
    porthole: () => porthole,
    window: window.current,
    unlessShut: guards.unlessShut,
    emit,
    onBug: log.bug,
  });
  const { chooseFile, saving, exporting } = keeping;
  const updating = createUpdating({
    app,
    program: process,
    userData,
    settings,
    isAllowed: rules.shown.updates !== 'never',
    fetch: countedFetch(globalThis.fetch, ledger, () => 'updates'),
    onChanged: () => emit({ name: 'updates.changed' }),
    onBug: log.bug,
  });

  const onCommand = (id: string) => emit({ name: 'command.run', id });
  // A start has something better to do than to look words up.
  const names = () => painted.promise.then(words).then(({ menu: named }) => named);
  const menu = createMenu({ platform: process.platform, isPackaged: app.isPackaged, onCommand }, names);
  const links = createSystemLinks({ window: window.current, unlessShut: guards.unlessShut, words, contents });
  const handlers = createHandlers({
    porthole,
    settings,
    rules,
    guards,
    onLocking: () => screen.forget(),
    report: createReport({ version: app.getVersion(), settings, porthole, lock: guards.lock, log, chooseFile }),
    views,
    pictures: createAllowedPictures({ views, contents }),
    saving,
    exporting,
    updating,
    followLink: links.follow,
    openConsole: (page, project) => links.open(consoleUrl(page, project)),
    print: (id, as) =>
      printMessage(id, as, {
        preload,
        isPackaged: app.isPackaged,
        languages: languages(),
        savePdf: saving.savePdf(id),
      }),
    chooseFile: async () => {
      const shown = window.current();
      return shown && (await guards.unlessShut(chooseClientFile(shown, (await words()).chooseClientFile)));
    },
    showMenu: menu.show,
    whereabouts,
    ledger,
    takeTold: edges.takeTold,
    onSettings: ({ cacheLimit, telling, language, updates }) => {
      window.applyLook();
      if (telling || language) edges.apply();
      if (updates) void updating.apply().catch(log.bug);
      if (cacheLimit !== undefined && porthole.state().account) void contents().trim().catch(log.bug);
      emit({ name: 'settings.changed' });
    },
  });
  let isStarted = false;
  const opened = () => {
    if (!isStarted) porthole.start(ready, painted.promise).catch(log.bug);
    isStarted = true;
    return porthole.opened;
  };
  const screen = createFirstScreen({
    handlers,
    opened,
    accounts,
    where: whereabouts.read,
    languages,
    policy: rules.shown,
    mayShow: guards.isOpen,
    mayKeep: () => guards.isOpen() && !guards.lock.isOn(),
    loadDrawing: (wanted) => loadDrawing(drawing, wanted),
    now: Date.now,
    late: (run) => setTimeout(run, patienceMs),
  });

  /** What Electron takes only when it is ready. */
  const open = () => {
    window.applyLook();
    lockSession({ isShell: views.isShell });
    serveApp(pageFolder, screen);
    serveMail({
      views,
      script: () => readShipped(shellScript),
      pdfScript: (name) => readShipped(path.join(pdfFolder, name)),
      picture: async (url) => contents().keptPicture(url),
      part: async (id, partId) => contents().parts.read(id, partId, mostPreviewedBytes),
    });
    serve({
      ipcMain,
      handlers,
      opened,
      refusal: guards.refusal,
      onFirst: () => setTimeout(painted.resolve, paintedAfterMs),
      onRefused: (request, kind) => log.note('refused', { request, kind }),
      onBug: log.bug,
    });
    menu.clear();
    edges.apply();
    guards.watch();
    updating.watch();
    if (isHiddenStart(process.platform) && settings.read().telling.background) {
      // There is no page to ask for mail, and none that the other accounts would be in the way of.
      painted.resolve();
      void opened();
    } else window.open();

    app.on('second-instance', edges.open);
    app.on('activate', window.open);
    app.on('window-all-closed', () => {
      if (process.platform !== 'darwin' && !settings.read().telling.background) app.quit();
    });
    powerMonitor.on('resume', edges.refresh);
    quitAfter(async () => {
      if (guards.erasing.hasBegun()) return guards.erasing.again();
      await exporting.close();
      await whereabouts.written();
      await screen.keep(porthole.close).catch(log.bug);
      await ledger.written();
      await settings.written();
    });
  };

  void readAhead(pageFolder);
  void ready.then(open);
}

start(app.whenReady());

// `dialog` and `Notification`, recorded. Dialogs answer with whatever changes least; a test that wants another answer replaces the
// method, as on real Electron: `app.evaluate(({ dialog }) => { dialog.showOpenDialog = async () => … })`.
import { EventEmitter } from 'node:events';
import type * as Electron from 'electron';
import { record } from '../record.ts';
import { standsFor, standsForClass } from '../strict.ts';

function note(kind: string, options: unknown): void {
  record.dialogs.push({ kind, options });
  if (process.env['STAND_IN_OPEN'] === '1') process.stderr.write(`electron stand-in: it shows no dialogs (${kind})\n`);
}

/** The options come last, after the window, if one is given. */
function lastOf<Options>(args: readonly [unknown, Options?]): Options {
  return args[args.length - 1] as Options;
}

export const dialog = standsFor<Electron.Dialog>('dialog')({
  async showMessageBox(...args: [unknown, Electron.MessageBoxOptions?]) {
    const options = lastOf<Electron.MessageBoxOptions>(args as [unknown, Electron.MessageBoxOptions]);
    note('message', options);
    return { response: options.cancelId ?? 0, checkboxChecked: false };
  },
  async showOpenDialog(...args: [unknown, unknown?]) {
    note('open', lastOf(args));
    return { canceled: true, filePaths: [] };
  },
  async showSaveDialog(...args: [unknown, unknown?]) {
    note('save', lastOf(args));
    return { canceled: true, filePath: '' };
  },
  showErrorBox(title: string, content: string) {
    note('error', { title, content });
  },
});

class PlainNotification extends EventEmitter {
  static isSupported(): boolean {
    return true;
  }
  readonly title: string;
  readonly body: string;
  readonly #options: Electron.NotificationConstructorOptions | undefined;

  constructor(options?: Electron.NotificationConstructorOptions) {
    super();
    this.#options = options;
    this.title = options?.title ?? '';
    this.body = options?.body ?? '';
  }
  show(): void {
    record.notifications.push(this.#options);
    this.emit('show', {});
  }
  close(): void {
    this.emit('close', {});
  }
}

export const Notification = standsForClass<typeof Electron.Notification>('Notification')(PlainNotification);

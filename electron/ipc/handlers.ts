// What answers each request of the window: one line each, to the part that knows.
import type { Handlers } from '../contract/requests.ts';
import type { Porthole } from '../porthole.ts';
import type { SettingsFile } from '../settings.ts';

export interface HandlerOptions {
  readonly porthole: Porthole;
  readonly settings: SettingsFile;
  /** The text of a file that the person chose; undefined where they chose none. */
  readonly chooseFile: () => Promise<string | undefined>;
  readonly onTheme: () => void;
}

export function createHandlers({ porthole, settings, chooseFile, onTheme }: HandlerOptions): Handlers {
  const done = async (work: Promise<void> | void): Promise<null> => {
    await work;
    return null;
  };
  return {
    'session.read': () => porthole.state(),
    'session.dismissNotice': ({ notice }) => done(porthole.dismiss(notice)),
    'client.accept': ({ text }) => porthole.acceptClient(text),
    'client.choose': async () => {
      const text = await chooseFile();
      return text === undefined ? null : porthole.acceptClient(text);
    },
    'signIn.start': () => done(porthole.signIn()),
    'signIn.cancel': () => done(porthole.consent.cancel()),
    'signIn.openAgain': () => done(porthole.consent.openAgain()),
    'signIn.copyLink': () => done(porthole.consent.copyLink()),
    'sample.open': () => done(porthole.openSample()),
    'account.keepToken': () => done(porthole.keepToken()),
    'account.signOut': ({ eraseMail }) => done(porthole.signOut(eraseMail)),
    'sync.now': () => done(porthole.syncNow()),
    'messages.find': (input) => porthole.mailbox().find(input),
    'message.open': ({ id }) => porthole.mailbox().openMessage(id),
    'settings.read': () => ({ theme: settings.read().theme }),
    'settings.change': ({ theme }) => {
      settings.change({ theme });
      onTheme();
      return { theme };
    },
  };
}

// What answers each request of the window: one line each, to the part that knows.
import type { Whereabouts } from '../accounts/whereabouts.ts';
import type { ConsolePage } from '../contract/guide.ts';
import type { ShownMenu } from '../contract/menu.ts';
import type { Settings } from '../contract/model.ts';
import type { Handlers } from '../contract/requests.ts';
import type { Told } from '../contract/telling.ts';
import type { Guards } from '../guards.ts';
import type { Ledger } from '../network/ledger.ts';
import type { Rules } from '../policy.ts';
import type { Porthole } from '../porthole.ts';
import type { Report } from '../report.ts';
import type { Exporting } from '../saving/exporting.ts';
import type { Saving } from '../saving/saving.ts';
import type { SettingsFile, StoredSettings } from '../settings.ts';
import type { Updating } from '../updates/updating.ts';
import type { AllowedPictures } from '../views/allowed-pictures.ts';
import type { Views } from '../views/views.ts';

export interface HandlerOptions {
  readonly porthole: Porthole;
  readonly settings: SettingsFile;
  /** Of the organisation that handed this Porthole out. */
  readonly rules: Pick<Rules, 'cacheLimit'>;
  readonly guards: Pick<Guards, 'lock' | 'erasing' | 'quit'>;
  readonly report: Report;
  readonly views: Views;
  readonly pictures: AllowedPictures;
  readonly saving: Saving;
  readonly exporting: Exporting;
  readonly updating: Pick<Updating, 'read' | 'look' | 'download' | 'restart'>;
  readonly followLink: (url: string, messageId: string) => Promise<void>;
  readonly openConsole: (page: ConsolePage, project: string | null) => Promise<void>;
  readonly print: (id: string, as: 'paper' | 'pdf') => Promise<void>;
  /** The text of a file that the person chose; undefined where they chose none. */
  readonly chooseFile: () => Promise<string | undefined>;
  readonly whereabouts: Whereabouts;
  readonly ledger: Ledger;
  readonly takeTold: (accountId: string | null) => Told | null;
  readonly onSettings: (changes: Partial<Settings>) => void;
  /** From now on it can be locked. */
  readonly onLocking: () => Promise<void>;
  readonly showMenu: (menu: ShownMenu) => void;
}

/** Without what is undefined, which to a spread is a value like any other. */
const given = <Fields extends object>(fields: Fields) =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as {
    [Name in keyof Fields]: Exclude<Fields[Name], undefined>;
  };

export function createHandlers(options: HandlerOptions): Handlers {
  const {
    porthole,
    settings,
    guards: { lock, erasing },
    views,
    pictures,
    saving,
    exporting,
    chooseFile,
    onSettings,
  } = options;
  /** What of the settings is the window's business, as far as the organisation leaves it to the person. */
  const shown = ({ place: _, openAccountId: __, updatesLookedAt: ___, ...chosen }: StoredSettings): Settings => ({
    ...chosen,
    cacheLimit: options.rules.cacheLimit(chosen.cacheLimit),
  });
  const contents = () => porthole.mailbox().contents;
  const done = async (work: Promise<void> | void): Promise<null> => {
    await work;
    return null;
  };
  return {
    'lock.read': () => lock.state(),
    'lock.unlock': ({ passcode }) => done(lock.unlock(passcode)),
    'lock.unlockByTouch': () => done(lock.unlockByTouch()),
    'lock.now': () => done(lock.lock()),
    'lock.turnOn': async ({ passcode, afterMinutes }) => {
      await lock.turnOn(passcode, afterMinutes);
      return done(options.onLocking());
    },
    'lock.turnOff': ({ passcode }) => done(lock.turnOff(passcode)),
    'lock.after': ({ afterMinutes }) => done(lock.after(afterMinutes)),
    'report.make': () => ({ text: options.report.make() }),
    'report.save': () => options.report.save(),
    'erase.everything': ({ revoke }) => erasing.run(revoke),
    'erase.read': () => erasing.read(),
    'erase.quit': () => done(options.guards.quit()),
    'updates.read': () => options.updating.read(),
    'updates.look': () => done(options.updating.look()),
    'updates.download': () => done(options.updating.download()),
    'updates.restart': () => done(options.updating.restart()),
    'session.read': () => porthole.state(),
    'session.dismissNotice': ({ notice }) => done(porthole.dismiss(notice)),
    'client.accept': ({ text }) => porthole.acceptClient(text),
    'client.choose': async () => {
      const text = await chooseFile();
      return text === undefined ? null : porthole.acceptClient(text);
    },
    'signIn.start': ({ accountId }) => done(porthole.signIn(accountId)),
    'signIn.cancel': () => done(porthole.consent.cancel()),
    'signIn.openAgain': () => done(porthole.consent.openAgain()),
    'signIn.copyLink': () => done(porthole.consent.copyLink()),
    'guide.open': ({ page, project }) => done(options.openConsole(page, project)),
    'sample.open': () => done(porthole.openSample()),
    'account.show': (what) => done(porthole.show('all' in what ? 'all' : what.accountId)),
    'account.add': () => done(porthole.add()),
    'account.details': ({ accountId }) => porthole.details(accountId),
    'account.labels': ({ accountId }) => porthole.labels(accountId),
    'account.keepToken': () => done(porthole.keepToken()),
    'account.signOut': async ({ eraseMail, accountId }) => {
      await porthole.signOut(eraseMail, accountId);
      // Whose pictures were fetched tells of mail that is no longer here.
      if (eraseMail) options.ledger.clear('pictures');
      return null;
    },
    'sync.now': () => done(porthole.syncNow()),
    'sync.pause': ({ paused }) => done(porthole.mailbox().pause(paused)),
    'where.read': ({ accountId }) => options.whereabouts.read(accountId),
    'where.keep': ({ accountId, where }) => done(options.whereabouts.keep(accountId, where)),
    'told.take': ({ accountId }) => options.takeTold(accountId),
    'network.read': () => options.ledger.read(),
    'network.clear': () => done(options.ledger.clear()),
    'labels.list': () => porthole.mailbox().labels(),
    'messages.find': (input) => porthole.mailbox().searching.find(input),
    'messages.summarize': (input) => porthole.mailbox().searching.summarize(input),
    'message.open': ({ id }) => porthole.mailbox().searching.openMessage(id),
    'thread.open': ({ id }) => porthole.mailbox().searching.openThread(id),
    'message.body': ({ id }) => contents().body(id),
    'message.source': ({ id }) => contents().source(id),
    'message.print': ({ id, as }) => done(options.print(id, as)),
    'message.export': ({ id }) => saving.saveMessage(id),
    'export.start': (input) => exporting.start(input),
    'export.read': () => exporting.read(),
    'export.cancel': () => done(exporting.cancel()),
    'attachments.save': ({ id, partIds }) => saving.saveAttachments(id, partIds),
    'attachment.open': ({ id, partId }) => contents().preview(id, partId),
    'view.prepare': () => ({ host: views.prepare() }),
    'view.open': ({ id, host }) => ({ host: views.open(id, host) }),
    'view.close': ({ host }) => done(views.close(host)),
    'view.pictures': ({ host, urls, wantedFor }) => pictures.allow(host, urls, wantedFor),
    'view.keptOut': ({ host, urls }) => done(pictures.keptOut(host, urls)),
    'contacts.list': ({ messageId }) => contents().contacts(messageId),
    'link.open': ({ id, url }) => done(options.followLink(url, id)),
    'sender.read': ({ email }) => contents().choice(email),
    'senders.list': () => contents().choices(),
    'storage.read': () => contents().storage(),
    'storage.clear': ({ what }) => done(contents().clear(what)),
    'sender.change': ({ email, ...change }) => contents().choose(email, change),
    'people.find': (input) => porthole.mailbox().people(input),
    'people.named': (input) => porthole.mailbox().named(input),
    'searches.list': () => porthole.mailbox().searches(),
    'searches.note': ({ text }) => done(porthole.mailbox().changeSearches({ note: { text, at: Date.now() } })),
    'searches.save': (saved) => done(porthole.mailbox().changeSearches({ save: saved })),
    'searches.remove': ({ name }) => done(porthole.mailbox().changeSearches({ remove: name })),
    'searches.clearRecent': () => done(porthole.mailbox().changeSearches({ clearRecent: true })),
    'menu.show': (menu) => done(options.showMenu(menu)),
    'settings.read': () => shown(settings.read()),
    'settings.change': (changes) => {
      const { panes, telling } = settings.read();
      const named = given({
        ...changes,
        panes: changes.panes && { ...panes, ...given(changes.panes) },
        telling: changes.telling && {
          ...telling,
          ...given(changes.telling),
          labels: { ...telling.labels, ...changes.telling.labels },
        },
      });
      settings.change(named);
      onSettings(named);
      return shown(settings.read());
    },
  };
}

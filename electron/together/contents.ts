// What is looked at of messages of several accounts, each where its message lies.
import type { Contents } from '../contents/contents.ts';
import type { SenderChoice } from '../contract/body.ts';
import type { StorageUse } from '../contract/storage.ts';
import { qualified } from './ids.ts';

export interface Owner {
  readonly accountId: string;
  readonly contents: Contents;
}

interface ContentsOptions {
  /** @throws FailureError `gone` where that account is not open */
  readonly ownerOf: (id: string) => Owner & { readonly id: string };
  readonly owners: () => readonly Owner[];
}

/** What holds for a sender in every account: who allowed pictures in one has not allowed them in the others. */
function agreed(choices: readonly SenderChoice[]): SenderChoice {
  const [first = {}, ...others] = choices;
  const same = Object.entries(first).filter(([name, value]) =>
    others.every((other) => other[name as keyof SenderChoice] === value),
  );
  return Object.fromEntries(same);
}

export function contentsTogether({ ownerOf, owners }: ContentsOptions): Contents {
  const each = <T>(ask: (contents: Contents) => Promise<T>) => Promise.all(owners().map((one) => ask(one.contents)));
  const choice = async (email: string) => agreed(await each((contents) => contents.choice(email)));

  return {
    body: async (wanted) => {
      const { contents, id } = ownerOf(wanted);
      return { ...(await contents.body(id)), id: wanted };
    },
    message: async (wanted) => {
      const { contents, id } = ownerOf(wanted);
      return { ...(await contents.message(id)), id: wanted };
    },
    parts: {
      read: async (wanted, partId, mostBytes) => {
        const { contents, id } = ownerOf(wanted);
        return contents.parts.read(id, partId, mostBytes);
      },
      raw: async (wanted, how) => {
        const { contents, id } = ownerOf(wanted);
        return contents.parts.raw(id, how);
      },
    },
    files: async (wanted) => {
      const { contents, id } = ownerOf(wanted);
      return contents.files(id);
    },
    preview: async (wanted, partId) => {
      const { contents, id } = ownerOf(wanted);
      return contents.preview(id, partId);
    },
    source: async (wanted) => {
      const { contents, id } = ownerOf(wanted);
      return contents.source(id);
    },
    pictures: async (urls, wanted, wantedFor) => {
      const { contents, id } = ownerOf(wanted);
      return contents.pictures(urls, id, wantedFor);
    },
    namesLink: async (wanted, url) => {
      const { contents, id } = ownerOf(wanted);
      return contents.namesLink(id, url);
    },
    keptPicture: async (url) => (await each((contents) => contents.keptPicture(url))).find((bytes) => bytes),
    keptOut: async (urls, wanted) => {
      const { contents, id } = ownerOf(wanted);
      await contents.keptOut(urls, id);
    },
    contacts: async (wanted) => {
      const asked = wanted === null ? owners().map((owner) => ({ ...owner, id: null })) : [ownerOf(wanted)];
      const all = await Promise.all(
        asked.map(async ({ accountId, contents, id }) =>
          (await contents.contacts(id)).map((contact) => ({
            ...contact,
            messageId: qualified(accountId, contact.messageId),
          })),
        ),
      );
      return all.flat().sort((one, other) => other.at - one.at);
    },
    storage: async () => {
      const uses = await each((contents) => contents.storage());
      const sum = (of: (use: StorageUse) => number) => uses.reduce((total, use) => total + of(use), 0);
      return {
        mailBytes: sum(({ mailBytes }) => mailBytes),
        filesBytes: sum(({ filesBytes }) => filesBytes),
        picturesBytes: sum(({ picturesBytes }) => picturesBytes),
      };
    },
    clear: async (what) => {
      await each((contents) => contents.clear(what));
    },
    trim: async () => {
      await each((contents) => contents.trim());
    },
    // Of each account: what is taken back is taken back in all.
    choices: async () => {
      const known = (await each((contents) => contents.choices())).flat();
      return [...new Map(known.map((one) => [one.email, one])).values()];
    },
    choice,
    choose: async (email, change) => {
      await each((contents) => contents.choose(email, change));
      return choice(email);
    },
  };
}

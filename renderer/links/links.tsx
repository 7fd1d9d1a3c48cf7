// Links of mail: where they really go is shown while they are pointed at, and asked about where that is doubtful; then they are
// handed over. Nothing else in the window follows a link.
import { createContext, type ReactNode, useCallback, useContext, useMemo, useState } from 'react';
import type { Message } from '../../electron/contract/model.ts';
import { type CheckedLink, checkLink } from '../../electron/mail/links.ts';
import { command } from '../status/command.ts';
import { isDoubtful } from './doubtful.ts';
import { LinkDialog } from './link-dialog.tsx';
import { LinkLine } from './link-line.tsx';

interface Shown {
  readonly href: string;
  /** What it shows of itself. */
  readonly texts: readonly string[];
  /** It shows more than that. */
  readonly cut: boolean;
}

export interface Links {
  /** Somebody wants to follow it. */
  readonly onLink: (link: Shown) => void;
  /** It is pointed at, or has the focus; null: none is any more. */
  readonly onHover: (href: string | null) => void;
}

type Follow = (id: string, link: Shown, isDoubtful: boolean) => void;

/** `link` is null where it is none that leaves Porthole. */
export interface Asked {
  /** The message in which it stands. */
  readonly id: string;
  readonly link: CheckedLink | null;
}

interface Shared {
  readonly follow: Follow;
  readonly hover: (href: string | null) => void;
}

const nowhere: Shared = { follow: () => {}, hover: () => {} };
const LinksContext = createContext<Shared>(nowhere);

/** Those that the person reads. */
const languages = () => globalThis.navigator?.languages ?? [];

export function LinksProvider({ children }: { readonly children: ReactNode }) {
  const [hovered, setHovered] = useState<CheckedLink | null>(null);
  const [asked, setAsked] = useState<Asked | null>(null);

  const follow = useCallback<Follow>((id, { href, texts, cut }, isDoubtful) => {
    setHovered(null);
    const link = checkLink(href, texts, { languages: languages(), isDoubtful, isCut: cut });
    if (link && !link.mustConfirm) void command('link.open', { id, url: link.url });
    else setAsked({ id, link: link ?? null });
  }, []);
  const hover = useCallback((href: string | null) => {
    const context = { languages: languages(), isDoubtful: false };
    setHovered(href === null ? null : (checkLink(href, '', context) ?? null));
  }, []);
  const shared = useMemo(() => ({ follow, hover }), [follow, hover]);

  return (
    <LinksContext value={shared}>
      {children}
      <LinkLine link={hovered} />
      {asked && <LinkDialog asked={asked} onClose={() => setAsked(null)} />}
    </LinksContext>
  );
}

/** `message`: the one in which the links stand. */
export function useLinks(message: Pick<Message, 'id' | 'labelIds' | 'headers' | 'from'>): Links {
  const { follow, hover } = useContext(LinksContext);
  const doubtful = useMemo(() => isDoubtful(message), [message]);
  return useMemo(
    () => ({ onLink: (link) => follow(message.id, link, doubtful), onHover: hover }),
    [follow, hover, message.id, doubtful],
  );
}

/** Of a message that is attached to that one: who wrote it nobody has checked. */
export function useNestedLinks(id: string): Links {
  const { follow, hover } = useContext(LinksContext);
  return useMemo(() => ({ onLink: (link) => follow(id, link, true), onHover: hover }), [id, follow, hover]);
}

// A message as it was sent, as text: to be searched and copied, never to be carried out.
import { useEffect, useMemo, useRef, useState } from 'react';
import type { Result } from '../../electron/contract/failure.ts';
import type { Output } from '../../electron/contract/requests.ts';
import { request } from '../bridge.ts';
import { Button } from '../controls/button.tsx';
import { Complaint } from '../controls/complaint.tsx';
import { Dialog } from '../controls/dialog.tsx';
import { wording } from '../wording/wording.ts';
import styles from './menu.module.css';
import { occurrences } from './occurrences.ts';

const words = wording.message.menu;

export function SourceDialog({ id, onClose }: { readonly id: string; readonly onClose: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const text = useRef<HTMLPreElement>(null);
  const [source, setSource] = useState<Result<Output<'message.source'>> | null>(null);
  const [said, setSaid] = useState('');

  useEffect(() => {
    let wanted = true;
    void request('message.source', { id }).then((result) => {
      if (wanted) setSource(result);
    });
    return () => {
      wanted = false;
    };
  }, [id]);

  function copy() {
    if (!text.current) return;
    getSelection()?.selectAllChildren(text.current);
    // The newer way asks for a permission, and no window here is given any.
    if (document.execCommand('copy')) setSaid(words.copied);
  }

  return (
    <Dialog
      box={dialog}
      size="wide"
      title={words.sourceTitle}
      onClose={onClose}
      tools={
        <>
          {source?.ok && <Finder within={text} text={source.value.text} />}
          <span role="status">{said}</span>
          <Button disabled={!source?.ok} onClick={copy}>
            {words.copy}
          </Button>
          <Button onClick={() => dialog.current?.close()}>{words.close}</Button>
        </>
      }
    >
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard. */}
      <section className={styles['text']} aria-label={words.sourceTitle} tabIndex={0}>
        {source?.ok && source.value.cut && <p className={styles['note']}>{words.sourceCut}</p>}
        {source && !source.ok && <Complaint failure={source.failure} />}
        {source?.ok && (
          <pre ref={text} dir="ltr">
            {source.value.text}
          </pre>
        )}
      </section>
    </Dialog>
  );
}

interface FinderProps {
  readonly within: { readonly current: HTMLPreElement | null };
  readonly text: string;
}

/** Selects what is found: megabytes of text must not become thousands of elements. */
function Finder({ within, text }: FinderProps) {
  const [sought, setSought] = useState('');
  const [at, setAt] = useState(0);
  const found = useMemo(() => occurrences(text, sought), [text, sought]);

  function show(index: number, places: readonly number[], length: number) {
    const place = places[index];
    const node = within.current?.firstChild;
    if (place === undefined || !node) return;
    const range = document.createRange();
    range.setStart(node, place);
    range.setEnd(node, place + length);
    const selection = getSelection();
    selection?.removeAllRanges();
    selection?.addRange(range);
    const box = range.getBoundingClientRect();
    const scroller = within.current?.parentElement;
    if (scroller) scroller.scrollTop += box.top - scroller.getBoundingClientRect().top - scroller.clientHeight / 2;
  }

  function type(typed: string) {
    setSought(typed);
    setAt(0);
    show(0, occurrences(text, typed), typed.length);
  }

  function step(by: 1 | -1) {
    if (found.length === 0) return;
    const next = (at + by + found.length) % found.length;
    setAt(next);
    show(next, found, sought.length);
  }

  return (
    <search className={styles['finder']}>
      <input
        type="search"
        dir="auto"
        aria-label={words.search}
        placeholder={words.search}
        value={sought}
        maxLength={200}
        onChange={({ target }) => type(target.value)}
        onKeyDown={({ key, shiftKey }) => {
          if (key === 'Enter') step(shiftKey ? -1 : 1);
        }}
      />
      <span role="status">{sought !== '' && words.found(found.length > 0 ? at + 1 : 0, found.length)}</span>
    </search>
  );
}

// What is kept on disk and how much it is, what of it can be let go, and how much it may become.
import { type ReactNode, useEffect, useState } from 'react';
import { type Clearable, cacheLimits, type StorageUse } from '../../electron/contract/storage.ts';
import { useAction } from '../action.ts';
import { useAnswers } from '../asked.ts';
import { Button } from '../controls/button.tsx';
import { Complaint } from '../controls/complaint.tsx';
import { session as sessionAnswers } from '../session/session.ts';
import { settings as settingsWords } from '../wording/settings.ts';
import { Fixed } from './fixed.tsx';
import { Ways } from './setting.tsx';
import styles from './settings.module.css';
import { settings } from './settings.ts';

const words = settingsWords.storage;

/** Those that are left to the person. */
function waysUpTo(most: number | null) {
  const left = most === null ? cacheLimits : [...cacheLimits.filter((bytes) => bytes < most), most];
  return { ways: left.map(String), names: Object.fromEntries(left.map((bytes) => [bytes, words.size(bytes)])) };
}

export function Storage() {
  const { value } = useAnswers(settings);
  const { value: session } = useAnswers(sessionAnswers);
  const { busy, failure, run } = useAction();
  const [use, setUse] = useState<StorageUse | null>(null);
  const limit = value?.cacheLimit;
  const isOpen = Boolean(session?.account);

  // biome-ignore lint/correctness/useExhaustiveDependencies: another limit makes room.
  useEffect(() => {
    if (isOpen) void run('storage.read', {}).then((result) => result.ok && setUse(result.value));
  }, [run, limit, isOpen]);

  async function clear(what: Clearable) {
    const cleared = await run('storage.clear', { what });
    const after = cleared.ok ? await run('storage.read', {}) : cleared;
    if (after.ok && after.value) setUse(after.value);
  }

  return (
    <>
      {session?.account && (
        <>
          <p>{words.lead}</p>
          <dl className={styles['uses']}>
            <Use name={words.mail} bytes={use?.mailBytes} note={words.mailNote(session.sync.onDisk)} />
            <Use name={words.files} bytes={use?.filesBytes}>
              <Button disabled={busy || !use?.filesBytes} aria-label={words.clearFiles} onClick={() => clear('files')}>
                {words.clear}
              </Button>
            </Use>
            <Use name={words.pictures} bytes={use?.picturesBytes}>
              <Button
                disabled={busy || !use?.picturesBytes}
                aria-label={words.clearPictures}
                onClick={() => clear('pictures')}
              >
                {words.clear}
              </Button>
            </Use>
          </dl>
        </>
      )}
      <Ways
        name={words.limit}
        note={words.limitNote}
        {...waysUpTo(session?.policy.cacheLimit ?? null)}
        chosen={limit === undefined ? null : String(limit)}
        onChoose={(bytes) => run('settings.change', { cacheLimit: Number(bytes) })}
      />
      <Fixed what="cacheLimit" />
      {failure && <Complaint failure={failure} />}
    </>
  );
}

interface UseProps {
  readonly name: string;
  readonly bytes: number | undefined;
  readonly note?: string;
  readonly children?: ReactNode;
}

function Use({ name, bytes, note, children }: UseProps) {
  return (
    <div>
      <dt>
        {name}
        {note && <small className={styles['note']}>{note}</small>}
      </dt>
      <dd>{bytes === undefined ? '…' : words.size(bytes)}</dd>
      <dd>{children}</dd>
    </div>
  );
}

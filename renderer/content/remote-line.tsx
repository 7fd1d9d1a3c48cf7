// Above a message: what was kept out of it that lies elsewhere, what the person can do about it, and what came of that.
import { useAnswers } from '../asked.ts';
import { Button } from '../controls/button.tsx';
import { session as sessionAnswers } from '../session/session.ts';
import { wording } from '../wording/wording.ts';
import styles from './content.module.css';
import { Receipt } from './receipt.tsx';
import { keptOut, outcomeOf } from './remote.ts';
import type { PartPictures, Wanted } from './use-pictures.ts';

const words = wording.remote;
const notAllowed = wording.failure({ kind: 'not-permitted', problem: 'organisation' }).sentence;

interface RemoteLineProps {
  readonly messageId: string;
  readonly parts: readonly PartPictures[];
  readonly wanted: Wanted;
  /** Of the sender; empty where there is none. */
  readonly email: string;
  /** It is proven that they sent it. */
  readonly authenticated: boolean;
  readonly spam: boolean;
  readonly onShow: () => void;
  readonly onAlways: (always: boolean) => void;
}

export function RemoteLine(props: RemoteLineProps) {
  const { messageId, parts, wanted } = props;
  const never = useAnswers(sessionAnswers).value?.policy.remotePictures === 'never';
  const total = keptOut(parts.map(({ blocked }) => blocked));
  if (total.pictures + total.trackers === 0) return null;
  return (
    <section className={styles['remote']} aria-label={words.name}>
      {wanted === null || never ? (
        <p>
          {words.keptOut(total)} {total.pictures > 0 && (never ? notAllowed : <Refused {...props} />)}
        </p>
      ) : (
        <Fetched {...props} />
      )}
      {wanted === null && !never && total.pictures > 0 && <Offers {...props} />}
      <Receipt messageId={messageId} since={parts} />
    </section>
  );
}

function Refused({ authenticated, spam }: RemoteLineProps) {
  if (spam) return words.spam;
  return authenticated ? null : words.notProven;
}

function Offers({ email, authenticated, spam, onShow, onAlways }: RemoteLineProps) {
  if (spam) return null;
  return (
    <div className={styles['offers']}>
      <Button onClick={onShow}>{words.show}</Button>
      {authenticated && email !== '' && (
        <Button onClick={() => onAlways(true)}>
          <bdi>{words.always(email)}</bdi>
        </Button>
      )}
    </div>
  );
}

function Fetched({ parts, wanted, email, onAlways }: RemoteLineProps) {
  const waiting = parts.some(({ blocked, pictures, failure }) => blocked.urls.length > 0 && !pictures && !failure);
  const failure = parts.find((part) => part.failure !== null)?.failure;
  const said = failure
    ? wording.failure(failure).sentence
    : waiting
      ? words.fetching
      : words.outcome(outcomeOf(parts.flatMap(({ pictures }) => pictures ?? [])));
  return (
    <>
      <p role="status">{said}</p>
      {wanted === 'sender' && (
        <div className={styles['offers']}>
          <bdi>{words.alwaysOn(email)}</bdi>
          <Button onClick={() => onAlways(false)}>{words.notAlways}</Button>
        </div>
      )}
    </>
  );
}

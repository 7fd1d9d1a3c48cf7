// Newer versions: whether they are looked for, what there is, and what is new in it. Each step is one that a person takes.
import { type UpdateFailure, type UpdateState, updateChoices } from '../../electron/contract/updates.ts';
import { useAction } from '../action.ts';
import { useAnswers } from '../asked.ts';
import { Button } from '../controls/button.tsx';
import { Complaint } from '../controls/complaint.tsx';
import { Fixed } from '../settings/fixed.tsx';
import { Ways } from '../settings/setting.tsx';
import { settings } from '../settings/settings.ts';
import { updates as words } from '../wording/updates.ts';
import styles from './updates.module.css';
import { updates } from './updates.ts';

export function UpdatesSection() {
  const { value: state } = useAnswers(updates);
  const { value: chosen } = useAnswers(settings);
  const { failure, run } = useAction();
  if (!state) return null;
  if (state.state === 'cannot') {
    const sentence = words.cannot(state.why);
    return sentence === null ? <Fixed what="updates" /> : <p>{sentence}</p>;
  }
  return (
    <>
      <Ways
        name={words.choice}
        note={words.choiceNote}
        ways={updateChoices}
        names={words.choices}
        chosen={chosen?.updates ?? null}
        onChoose={(way) => void run('settings.change', { updates: way })}
      />
      <Stand state={state} />
      {failure && <Complaint failure={failure} />}
    </>
  );
}

/** What can be done next, by the state in which it can. */
const steps = {
  idle: ['updates.look', words.look],
  failed: ['updates.look', words.look],
  available: ['updates.download', words.download],
  ready: ['updates.restart', words.restart],
} as const;

function Stand({ state }: { readonly state: Exclude<UpdateState, { readonly state: 'cannot' }> }) {
  const { failure, run } = useAction();
  if (state.state === 'off') return null;
  const step = Object.hasOwn(steps, state.state) ? steps[state.state as keyof typeof steps] : null;
  const isRunning = state.state === 'downloading';
  const said = sentence(state);
  return (
    <>
      <div className={styles['stand']}>
        {/* Every per cent would be too much to hear. */}
        <span role={isRunning ? undefined : 'status'}>{said}</span>
        {isRunning && <progress aria-label={said ?? ''} value={state.share} max={1} />}
        {step && <Button onClick={() => void run(step[0], {})}>{step[1]}</Button>}
      </div>
      {state.state === 'failed' && <Failed failure={state.failure} />}
      {'notes' in state && state.notes !== '' && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard.
        <section className={styles['notes']} aria-label={words.notes} tabIndex={0} dir="auto">
          {state.notes}
        </section>
      )}
      {failure && <Complaint failure={failure} />}
    </>
  );
}

function sentence(state: UpdateState): string | null {
  switch (state.state) {
    case 'idle':
      return words.idle(state.lookedAt);
    case 'looking':
      return words.looking;
    case 'available':
      return words.available(state.version);
    case 'downloading':
      return words.downloading(state.version, state.share);
    case 'ready':
      return words.ready(state.version);
    default:
      return null;
  }
}

function Failed({ failure }: { readonly failure: UpdateFailure }) {
  if (failure.kind === 'storage' || failure.kind === 'internal') return <Complaint failure={failure} />;
  return <Complaint sentence={words.failed[failure.kind]} />;
}

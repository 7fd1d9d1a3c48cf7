// A project at Google, and its ID, by which the next pages are opened. Without it one can go on: Google asks then.
import Check from 'lucide-react/icons/check';
import { useId, useRef, useState } from 'react';
import { Button } from '../controls/button.tsx';
import { guide } from '../wording/guide.ts';
import { googleWords } from './google-words.ts';
import type { Leading } from './leading.ts';
import { PageButtons } from './page-buttons.tsx';
import { knownProject, typedProject } from './project.ts';
import { ProjectSketch } from './sketches.tsx';
import { Step } from './step.tsx';
import styles from './steps.module.css';

const { project: words, haveFile } = guide;

export function ProjectStep(props: Leading) {
  const { guide, change, go, say } = props;
  const field = useRef<HTMLInputElement>(null);
  const [blamed, setBlamed] = useState(false);
  const fieldId = useId();
  const noteId = useId();
  const isKnown = knownProject(guide.project) !== null;
  const isBad = blamed && guide.project !== '' && !isKnown;

  function goOn() {
    if (guide.project === '' || isKnown) return go('api');
    setBlamed(true);
    say(words.bad);
    field.current?.focus();
  }

  return (
    <Step
      step="project"
      title={words.title}
      why={words.why}
      todo={words.todo}
      picture={<ProjectSketch label={words.picture} />}
      buttons={<PageButtons {...props} step="project" page="project" pageName={googleWords.newProject} onDone={goOn} />}
    >
      <form
        className={styles['field']}
        onSubmit={(event) => {
          event.preventDefault();
          goOn();
        }}
      >
        <label htmlFor={fieldId}>{words.field}</label>
        <input
          id={fieldId}
          ref={field}
          dir="ltr"
          value={guide.project}
          spellCheck={false}
          autoComplete="off"
          autoCapitalize="off"
          maxLength={400}
          aria-describedby={noteId}
          aria-invalid={isBad}
          onChange={({ target }) => {
            setBlamed(false);
            change({ project: typedProject(target.value) });
          }}
          onBlur={() => setBlamed(true)}
        />
        <p id={noteId} className={styles['note']} data-bad={isBad || undefined}>
          {isKnown && <Check size={14} aria-hidden="true" />}
          {isBad ? words.bad : isKnown ? words.good : words.hint}
        </p>
      </form>
      <p className={styles['aside']}>
        <Button weight="quiet" onClick={() => go('file')}>
          {haveFile}
        </Button>
      </p>
    </Step>
  );
}

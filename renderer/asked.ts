// Something that the main process knows, asked for again whenever an event says that it changed. The last answer
// stays until the next one is there. Knows nothing of what is asked.
import { useSyncExternalStore } from 'react';
import type { PortholeEvent } from '../electron/contract/events.ts';
import type { Failure, Result } from '../electron/contract/failure.ts';

export interface Asked<T> {
  readonly value: T | null;
  /** Why the last question had no answer. */
  readonly failure: Failure | null;
}

interface Question<T> {
  readonly ask: () => Promise<Result<T>>;
  readonly listen: (listener: (event: PortholeEvent) => void) => () => void;
  readonly concerns: (event: PortholeEvent) => boolean;
}

export interface Answers<T> {
  readonly subscribe: (listener: () => void) => () => void;
  readonly read: () => Asked<T>;
  readonly again: () => void;
  /** What is shown until the first question is answered. */
  readonly begin: (value: T) => void;
  /** What was answered is of something else than what is shown next. */
  readonly forget: () => void;
}

export function createAnswers<T>({ ask, listen, concerns }: Question<T>): Answers<T> {
  const listeners = new Set<() => void>();
  let asked: Asked<T> = { value: null, failure: null };
  let stopListening: (() => void) | null = null;
  let asking = false;
  let changedMeanwhile = false;

  async function again(): Promise<void> {
    if (asking) {
      changedMeanwhile = true;
      return;
    }
    asking = true;
    do {
      changedMeanwhile = false;
      const result = await ask();
      // What says the same is the same: nothing is drawn anew for it.
      if (result.ok && asked.failure === null && JSON.stringify(result.value) === JSON.stringify(asked.value)) continue;
      asked = result.ok ? { value: result.value, failure: null } : { value: asked.value, failure: result.failure };
      for (const listener of listeners) listener();
    } while (changedMeanwhile);
    asking = false;
  }

  return {
    subscribe(listener) {
      listeners.add(listener);
      if (!stopListening) {
        stopListening = listen((event) => {
          if (concerns(event)) void again();
        });
        void again();
      }
      return () => {
        listeners.delete(listener);
        if (listeners.size > 0) return;
        stopListening?.();
        stopListening = null;
      };
    },
    read: () => asked,
    again: () => void again(),
    begin(value) {
      asked = { value, failure: null };
    },
    forget() {
      asked = { value: null, failure: null };
    },
  };
}

export function useAnswers<T>(answers: Answers<T>): Asked<T> {
  return useSyncExternalStore(answers.subscribe, answers.read, answers.read);
}

// The labels of one account, whether it is shown or not.
import { useMemo } from 'react';
import type { Label } from '../../electron/contract/model.ts';
import { createAnswers, useAnswers } from '../asked.ts';
import { listen, request } from '../bridge.ts';

const none: readonly Label[] = [];
/** An account that has just been opened has labels that it had not. */
const concerning = ['labels.changed', 'session.changed'];

/** None until they are known. */
export function useLabelsOf(accountId: string): readonly Label[] {
  const answers = useMemo(
    () =>
      createAnswers({
        ask: () => request('account.labels', { accountId }),
        listen,
        concerns: ({ name }) => concerning.includes(name),
      }),
    [accountId],
  );
  return useAnswers(answers).value ?? none;
}

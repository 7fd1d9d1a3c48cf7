// The labels of one account, whether it is shown or not.
import { useEffect, useState } from 'react';
import type { AccountState, Label } from '../../electron/contract/model.ts';
import { listen, request } from '../bridge.ts';

/** None until they are known. */
export function useLabelsOf({ account: { id }, open }: AccountState): readonly Label[] {
  const [labels, setLabels] = useState<readonly Label[]>([]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: an account that is open now has labels that it had not.
  useEffect(() => {
    let wanted = true;
    const ask = async () => {
      const result = await request('account.labels', { accountId: id });
      if (wanted && result.ok) setLabels(result.value);
    };
    void ask();
    const stop = listen(({ name }) => {
      if (name === 'labels.changed') void ask();
    });
    return () => {
      wanted = false;
      stop();
    };
  }, [id, open]);
  return labels;
}

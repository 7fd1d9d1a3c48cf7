// What Porthole has done on the network: a plain page of hosts, what they were asked for, when and how much came back.
import { useEffect, useState } from 'react';
import { type HostUse, type NetworkUse, purposes } from '../../electron/contract/network.ts';
import { useAction } from '../action.ts';
import { Breakable } from '../controls/breakable.tsx';
import { Button } from '../controls/button.tsx';
import { Complaint } from '../controls/complaint.tsx';
import { network as words } from '../wording/network.ts';
import { Ways } from './setting.tsx';
import styles from './settings.module.css';

const periods = ['run', 'month'] as const;
/** Somebody who watches sees it grow. */
const againMs = 2_000;

const sum = (uses: readonly HostUse[], what: 'requests' | 'bytes') => uses.reduce((all, use) => all + use[what], 0);

export function Network() {
  const { busy, failure, run } = useAction();
  const [use, setUse] = useState<NetworkUse | null>(null);
  const [period, setPeriod] = useState<(typeof periods)[number]>('run');

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let isHere = true;
    const look = async () => {
      const result = await run('network.read', {});
      if (!isHere) return;
      if (result.ok) setUse(result.value);
      timer = setTimeout(look, againMs);
    };
    void look();
    return () => {
      isHere = false;
      clearTimeout(timer);
    };
  }, [run]);

  async function clear() {
    const cleared = await run('network.clear', {});
    const after = cleared.ok ? await run('network.read', {}) : cleared;
    if (after.ok && after.value) setUse(after.value);
  }

  // In an order that lasts, however much is added while somebody reads.
  const shown = (use?.[period] ?? []).toSorted(
    (a, b) => purposes.indexOf(a.purpose) - purposes.indexOf(b.purpose) || a.host.localeCompare(b.host),
  );
  return (
    <>
      <p>{words.lead}</p>
      <Ways
        name={words.period}
        ways={periods}
        names={words.periods}
        chosen={period}
        onChoose={(chosen) => setPeriod(chosen)}
      />
      {use && <p>{shown.length === 0 ? words.none : words.total(sum(shown, 'requests'), sum(shown, 'bytes'))}</p>}
      {shown.length > 0 && <Hosts uses={shown} />}
      <div>
        <Button disabled={busy || !use || use.month.length === 0} onClick={clear}>
          {words.clear}
        </Button>
      </div>
      {failure && <Complaint failure={failure} />}
    </>
  );
}

function Hosts({ uses }: { readonly uses: readonly HostUse[] }) {
  const now = Date.now();
  return (
    <table className={styles['table']} aria-label={words.table}>
      <thead>
        <tr>
          {(['host', 'purpose', 'requests', 'bytes', 'when'] as const).map((column) => (
            <th key={column} scope="col" data-number={column === 'requests' || column === 'bytes' || undefined}>
              {words[column]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {uses.map(({ host, purpose, requests, bytes, first, last }) => (
          <tr key={`${purpose} ${host}`}>
            <th scope="row">
              <bdi>
                <Breakable text={host} />
              </bdi>
            </th>
            <td>{words.purposes[purpose]}</td>
            <td data-number>{words.number(requests)}</td>
            <td data-number>{words.size(bytes)}</td>
            <td>{words.span(first, last, now)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

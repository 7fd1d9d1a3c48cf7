// What the window says of what was done on the network. Loaded with the section that says it.
import type { Purpose } from '../../electron/contract/network.ts';
import { moment, number, size } from './format.ts';
import { translate } from './translate.ts';

const purposes: Readonly<Record<Purpose, string>> = {
  'sign-in': translate('network.purposes.sign-in'),
  mail: translate('network.purposes.mail'),
  pictures: translate('network.purposes.pictures'),
};

export const network = {
  lead: translate('network.lead'),
  period: translate('network.period'),
  periods: { run: translate('network.periods.run'), month: translate('network.periods.month', { days: 30 }) },
  table: translate('network.table'),
  host: translate('network.host'),
  purpose: translate('network.purpose'),
  requests: translate('network.requests'),
  bytes: translate('network.bytes'),
  when: translate('network.when'),
  purposes,
  none: translate('network.none'),
  number,
  size: (bytes: number) => size(bytes),
  total: (count: number, bytes: number) => translate('network.total', { count, size: size(bytes) }),
  span(first: number, last: number, now: number): string {
    const [begin, end] = [moment(first, now), moment(last, now)];
    return begin === end ? end : translate('network.span', { first: begin, last: end });
  },
  clear: translate('network.clear'),
} as const;

// What the window says of what was done on the network. Loaded with the section that says it.
import './later.ts';
import { keptDays, type Purpose } from '../../electron/contract/network.ts';
import { moment, number, size } from './format.ts';
import { translate } from './translate.ts';

const purposes: Readonly<Record<Purpose, string>> = {
  'sign-in': translate('later.network.purposes.sign-in'),
  mail: translate('later.network.purposes.mail'),
  pictures: translate('later.network.purposes.pictures'),
  updates: translate('later.network.purposes.updates'),
};

export const network = {
  lead: translate('later.network.lead'),
  period: translate('later.network.period'),
  periods: {
    run: translate('later.network.periods.run'),
    month: translate('later.network.periods.month', { days: keptDays }),
  },
  table: translate('later.network.table'),
  host: translate('later.network.host'),
  purpose: translate('later.network.purpose'),
  requests: translate('later.network.requests'),
  bytes: translate('later.network.bytes'),
  when: translate('later.network.when'),
  purposes,
  none: translate('later.network.none'),
  number,
  size: (bytes: number) => size(bytes),
  total: (count: number, bytes: number) => translate('later.network.total', { count, size: size(bytes) }),
  span(first: number, last: number, now: number): string {
    const [begin, end] = [moment(first, now), moment(last, now)];
    return begin === end ? end : translate('later.network.span', { first: begin, last: end });
  },
  clear: translate('later.network.clear'),
} as const;

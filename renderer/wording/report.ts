// What is said of a report. Loaded with the section that shows it.
import './later.ts';
import { translate } from './translate.ts';

export const report = {
  name: translate('later.report.name'),
  lead: translate('later.report.lead'),
  text: translate('later.report.text'),
  saved: (filename: string) => translate('later.report.saved', { filename }),
} as const;

import { expect, test } from 'vitest';
import { type Report, seriousIn } from '../../../packaging/audit.ts';

const advisory = (severity: string) => ({ title: 'Reads too much', severity });
const report: Report = {
  auditReportVersion: 2,
  vulnerabilities: {
    shipped: { name: 'shipped', via: [advisory('high'), advisory('low')], nodes: ['node_modules/shipped'] },
    mild: { name: 'mild', via: [advisory('moderate')], nodes: ['node_modules/mild'] },
    tool: { name: 'tool', via: [advisory('critical')], nodes: ['node_modules/tool'] },
    uses: { name: 'uses', via: ['tool'], nodes: ['node_modules/uses'] },
    twice: { name: 'twice', via: [advisory('critical')], nodes: ['node_modules/tool/node_modules/twice'] },
  },
};
const installed = {
  'node_modules/shipped': { version: '1.0.0' },
  'node_modules/mild': { version: '1.0.0' },
  'node_modules/tool': { version: '1.0.0' },
  'node_modules/uses': { version: '1.0.0' },
  'node_modules/twice': { version: '2.0.0' },
  'node_modules/tool/node_modules/twice': { version: '1.0.0' },
};

test('a serious fault counts where it is shipped, in the version that is shipped', () => {
  const shipped = new Set(['shipped@1.0.0', 'mild@1.0.0', 'uses@1.0.0', 'twice@2.0.0']);
  expect(seriousIn(report, shipped, installed)).toEqual(['shipped@1.0.0: Reads too much (high)']);
  expect(seriousIn(report, new Set(['tool@1.0.0', 'twice@1.0.0']), installed)).toHaveLength(2);
});

test('no answer is not taken for a good one', () => {
  expect(() => seriousIn({}, new Set(), installed)).toThrow('no answer');
});

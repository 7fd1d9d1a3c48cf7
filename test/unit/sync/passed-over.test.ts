import { expect, test } from 'vitest';
import { createPassedOver } from '../../../electron/sync/passed-over.ts';

function setUp() {
  let time = 1_795_000_000_000;
  const passedOver = createPassedOver(() => time);
  return {
    passedOver,
    pass: (ms: number) => {
      time += ms;
    },
  };
}

test('what could not be had is tried again soon, then ever more seldom, up to an hour', () => {
  const { passedOver, pass } = setUp();
  const waits: number[] = [];
  for (let failures = 0; failures < 10; failures++) {
    passedOver.note(['a'], new Set(['a']));
    let waited = 0;
    for (; passedOver.due().length === 0; waited += 10) pass(10_000);
    waits.push(waited);
  }
  expect(waits).toEqual([10, 30, 90, 270, 810, 2430, 3600, 3600, 3600, 3600]);
});

test('what has come waits no more, and is named once', () => {
  const { passedOver } = setUp();
  passedOver.note(['a', 'b'], new Set(['a']));
  expect(passedOver.waiting()).toEqual(['a']);
  expect(passedOver.note(['a'], new Set())).toEqual(['a']);
  expect(passedOver.note(['a'], new Set())).toEqual([]);
  expect(passedOver.waiting()).toEqual([]);
});

test('what an earlier run left is due at once', () => {
  const { passedOver } = setUp();
  passedOver.recall(['a']);
  expect(passedOver.due()).toEqual(['a']);
});

test('a clock that is set back keeps nothing waiting for longer', () => {
  const { passedOver, pass } = setUp();
  passedOver.note(['a'], new Set(['a']));
  pass(-365 * 24 * 3_600_000);
  expect(passedOver.due()).toEqual(['a']);
});

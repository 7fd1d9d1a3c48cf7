// A short walk through a mailbox that is just coming in, as `npm run walk` takes a long one.
import { Steps } from '../walk/steps.ts';
import { Walker } from '../walk/walker.ts';
import { expect, test } from './porthole.ts';

test.use({ mailCount: 1_500 });

test('while mail comes in, nothing jumps, flickers or lies', async ({ google, profile }, testInfo) => {
  test.setTimeout(150_000);
  const folder = testInfo.outputPath('pictures');
  const walker = new Walker({ folder, profile, googleUrl: google.url, say: () => undefined });
  const steps = new Steps(walker, google);
  try {
    await steps.firstSight();
    await walker.scrollTo(0.5);
    await steps.fill('middle of the inbox');
    await walker.pointAt(400, 400);
    await walker.lookOn('new mail above what is in view', 1_500, async () => {
      steps.arrive(3);
      await walker.button('Refresh').press('Enter');
    });
    await steps.truth('with new mail');
    await steps.words(['invoice', 'from:me has:attachment', '((( "unfinished']);
    await steps.comeBack('close');
  } finally {
    await walker.close().catch(() => undefined);
  }
  expect(walker.complaints).toEqual([]);
});

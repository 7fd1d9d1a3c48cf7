// npm run walk -- [--messages=100k] [--minutes=10] [--quota=new|old|off]: uses the built app as a new user would, on a mailbox
// of that size at the fake Google, and complains of whatever jumps, flickers or lies. Pictures go to test/results/walk.
import { rmSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { fillGoogle } from './bench/fill-google.ts';
import { ownAddress } from './bench/mailbox/mailbox.ts';
import { parseSize } from './bench/places.ts';
import { startGoogle } from './google/google.ts';
import { runtimeName } from './runtime/executable.ts';
import { queries, Steps } from './walk/steps.ts';
import { Walker } from './walk/walker.ts';

/** After consent, at the latency below. */
const firstScreenMs = 2_000;

const { values } = parseArgs({
  options: {
    messages: { type: 'string', default: '100k' },
    minutes: { type: 'string', default: '10' },
    quota: { type: 'string', default: 'new' },
  },
});
const quota = values.quota === 'old' || values.quota === 'off' ? values.quota : 'new';
const count = parseSize(values.messages);
const root = path.resolve(import.meta.dirname, '..');
const folder = path.join(root, 'test', 'results', 'walk');
rmSync(folder, { recursive: true, force: true });

console.log(`A walk of ${values.minutes} minutes through ${count} messages on the ${runtimeName}`);
const google = await startGoogle({ users: [{ email: ownAddress }], quota, latencyMs: 80 });
const mailbox = google.mailbox();
fillGoogle(mailbox, count);
// As at Gmail itself: nothing has to be looked through for the first time.
mailbox.counts('INBOX');
mailbox.find('nowhere has:attachment');
const profile = path.join(folder, 'profile');
const walker = new Walker({ folder, profile, googleUrl: google.url, say: (line) => console.log(line) });
const steps = new Steps(walker, google);
const began = performance.now();
try {
  if ((await steps.firstSight()) > firstScreenMs) walker.complain('the first rows came late');
  await steps.whatIsNotThereYet();
  await steps.mailComesIn();
  await steps.truth('after some minutes');
  await steps.words(queries);
  await steps.waysToLook();
  await steps.stopAndGo();
  await steps.otherWindows();
  await steps.comeBack('close');
  await steps.comeBack('kill');
  for (let round = 0; performance.now() - began < Number(values.minutes) * 60_000; round += 1)
    await steps.wander(round);
  await steps.truth('in the end');
  await walker.summary();
} finally {
  await walker.close().catch(() => undefined);
  await google.close();
}
console.log(`${walker.complaints.length} complaints`);
for (const complaint of new Set(walker.complaints)) console.log(`- ${complaint}`);
process.exitCode = walker.complaints.length > 0 ? 1 : 0;

// The way to an OAuth client of one's own, as somebody goes it who has none: step by step, with everything that Google may
// refuse on the way.
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { consent } from '../google/browser.ts';
import type { FakeGoogle } from '../google/google.ts';
import { expect, keepTokenIfAsked, messages, type Running, rows, test } from './porthole.ts';

test.use({ mailCount: 3 });

const project = 'porthole-test';
const title = (page: Page) => page.getByRole('main').getByRole('heading', { level: 1 });
const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: true });
const step = (page: Page, name: string) =>
  page.getByRole('navigation', { name: 'Steps' }).getByRole('button', { name });
const client = (google: FakeGoogle) => {
  const [registered] = google.clients;
  if (!registered) throw new Error('There is no client');
  return registered;
};

/** In the order in which they come: what each is headed, and the page of Google's that it opens. */
const steps = [
  ['Create a project at Google', 'Open New Project at Google', '/projectcreate?hl=en'],
  [
    'Switch on the Gmail API',
    'Open Gmail API at Google',
    `/apis/library/gmail.googleapis.com?project=${project}&hl=en`,
  ],
  ['Say what your app is called', 'Open Branding at Google', `/auth/branding?project=${project}&hl=en`],
  ['Let yourself in', 'Open Audience at Google', `/auth/audience?project=${project}&hl=en`],
  ['Create the client and download its file', 'Open Clients at Google', `/auth/clients?project=${project}&hl=en`],
] as const;

async function begin({ page }: Running): Promise<void> {
  await button(page, 'Connect a Gmail account').click();
  await expect(title(page)).toBeVisible();
}

async function handOver(page: Page, file: object): Promise<void> {
  await page.getByRole('textbox', { name: 'Or paste what is in it' }).fill(JSON.stringify(file));
  await button(page, 'Use this text').click();
}

/** To the consent page, whose address it answers. */
async function toConsent(running: Running, google: FakeGoogle): Promise<string> {
  const { page, opened } = running;
  await begin(running);
  await button(page, 'I already have a client file').click();
  await handOver(page, google.clientFile());
  await button(page, 'Open Google’s sign-in').click();
  await expect(title(page)).toHaveText('Go on in your browser');
  return (await opened()).at(-1) ?? '';
}

async function axe(page: Page): Promise<void> {
  // The older way of Axe opens a page of its own, which no window here may.
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
}

test('every step leads to its page of Google’s, and at the end there is mail', async ({ start, google }) => {
  client(google).unverified = true;
  const running = await start();
  const { page, opened } = running;
  await begin(running);
  await expect(title(page)).toBeFocused();
  await page.getByRole('textbox', { name: 'Project ID' }).fill(project);
  await expect(page.getByText('open pages of this project')).toBeVisible();
  for (const [index, [heading, open, address]] of steps.entries()) {
    await expect(title(page)).toHaveText(heading);
    if (index > 0) await expect(title(page)).toBeFocused();
    await expect(page.getByText(`Step ${index + 1} of 7`)).toBeVisible();
    await expect(page.getByRole('img', { name: /^Sketch of/ })).toBeVisible();
    await button(page, open).click();
    // A second link within a second is not opened: pressed once more by somebody who sees nothing happen.
    await expect(async () => {
      if ((await opened()).length === index) await button(page, open).click();
      expect((await opened()).length).toBe(index + 1);
    }).toPass();
    expect((await opened())[index]).toBe(`https://console.cloud.google.com${address}`);
    await button(page, 'Done, next').click();
  }
  await expect(title(page)).toHaveText('Hand over the file');
  await handOver(page, google.clientFile());
  await expect(title(page)).toHaveText('Sign in at Google');
  await expect(page.getByText('With the Desktop client of the project porthole-test')).toBeVisible();
  await expect(page.getByText('Go to Porthole (unsafe)').first()).toBeVisible();
  await button(page, 'Open Google’s sign-in').click();
  await expect(title(page)).toHaveText('Go on in your browser');
  await consent((await opened()).at(-1) ?? '', 'allow');
  await expect(messages(page)).toBeVisible();
  await expect(rows(page).first()).toBeVisible();
});

test('what is no project ID is said to be none, and what is one may be pasted as an address', async ({ start }) => {
  const running = await start();
  const { page } = running;
  await begin(running);
  const field = page.getByRole('textbox', { name: 'Project ID' });
  await field.fill('My Project');
  await button(page, 'Done, next').click();
  await expect(page.getByText(/can’t be a project ID/).first()).toBeVisible();
  await expect(field).toBeFocused();
  await field.fill('https://console.cloud.google.com/home/dashboard?project=porthole-471213&hl=en');
  await expect(field).toHaveValue('porthole-471213');
  await field.fill('');
  await button(page, 'Done, next').click();
  await expect(title(page)).toHaveText('Switch on the Gmail API');
});

test('a restart comes back to the step, with what was typed and chosen', async ({ start }) => {
  const running = await start();
  const { page } = running;
  await begin(running);
  await page.getByRole('textbox', { name: 'Project ID' }).fill('porthole-471213');
  await step(page, 'Audience').click();
  await page.getByRole('radio', { name: /Leave it in Testing/ }).check();
  await expect(page.getByText('Add users').first()).toBeVisible();
  await running.close();

  const next = await start();
  await expect(title(next.page)).toHaveText('Let yourself in');
  await expect(next.page.getByRole('radio', { name: /Leave it in Testing/ })).toBeChecked();
  await step(next.page, 'Project').click();
  await expect(next.page.getByRole('textbox', { name: 'Project ID' })).toHaveValue('porthole-471213');
  await step(next.page, 'Consent screen').click();
  await button(next.page, 'Back to the start').click();
  await expect(next.page.getByText('You got as far as step 3 of 7')).toBeVisible();
  await next.close();

  const last = await start();
  await button(last.page, 'Connect a Gmail account').click();
  await expect(title(last.page)).toHaveText('Say what your app is called');
});

test('the sample mailbox is always a way out, and closing it comes back to the start', async ({ start }) => {
  const running = await start();
  const { page } = running;
  await begin(running);
  await step(page, 'Client').click();
  await button(page, 'Open the sample mailbox').click();
  await expect(rows(page).first()).toBeVisible();
  await page.getByRole('button', { name: /^Account/ }).click();
  await page.getByRole('button', { name: 'Close the sample mailbox' }).click();
  await expect(page.getByText('You got as far as step 5 of 7')).toBeVisible();
});

test('a file of another project is noticed before it is used', async ({ start, google }) => {
  const running = await start();
  const { page } = running;
  await begin(running);
  await page.getByRole('textbox', { name: 'Project ID' }).fill('porthole-471213');
  await step(page, 'File').click();
  await handOver(page, google.clientFile());
  await expect(page.getByRole('alert')).toContainText('of the project porthole-test, but you wrote porthole-471213');
  await button(page, 'Take another file').click();
  await expect(page.getByRole('alert')).toBeHidden();
  await handOver(page, google.clientFile());
  await button(page, 'Go on with porthole-test').click();
  await expect(title(page)).toHaveText('Sign in at Google');
  await step(page, 'Project').click();
  await expect(page.getByRole('textbox', { name: 'Project ID' })).toHaveValue('porthole-test');
});

/** What Google's page says, and the step that mends it, or nothing where the page is opened again. */
const refusals = [
  ['access_denied', 'access_denied', 'Step 4: Audience', 'Let yourself in'],
  ['org_internal', 'org_internal', 'Step 4: Audience', 'Let yourself in'],
  ['deleted_client', 'deleted_client', 'Step 5: Client', 'Create the client and download its file'],
  ['admin_policy_enforced', 'admin_policy_enforced', null, null],
] as const;

for (const [refusal, shown, mending, heading] of refusals) {
  test(`${refusal} on Google’s page is explained here, with what mends it`, async ({ start, google }) => {
    client(google).refusal = refusal;
    const running = await start();
    const { page, opened } = running;
    const url = await toConsent(running, google);
    const kept = await consent(url, 'allow');
    expect(kept.text).toContain(shown);
    expect(kept.redirectedTo).toBeUndefined();
    await page.getByText('Does Google show something else?').click();
    const trouble = page.getByRole('listitem').filter({ hasText: shown });
    if (mending === null) {
      await trouble.getByRole('button', { name: 'Open the page again' }).click();
      await expect.poll(async () => (await opened()).length).toBe(2);
    } else {
      await trouble.getByRole('button', { name: mending }).click();
      await expect(title(page)).toHaveText(heading);
      await step(page, 'Sign in').click();
      await button(page, 'Open Google’s sign-in').click();
    }
    client(google).refusal = undefined;
    await expect(title(page)).toHaveText('Go on in your browser');
    await consent((await opened()).at(-1) ?? '', 'allow');
    await expect(messages(page)).toBeVisible();
  });
}

test('an unknown client is explained, and the one that follows it works', async ({ start, google }) => {
  const running = await start();
  const { page, opened } = running;
  await begin(running);
  await step(page, 'File').click();
  await handOver(page, { installed: { client_id: 'gone.apps.googleusercontent.com', client_secret: 'GOCSPX-gone' } });
  await button(page, 'Open Google’s sign-in').click();
  await expect(title(page)).toHaveText('Go on in your browser');
  const kept = await consent((await opened()).at(-1) ?? '', 'allow');
  expect(kept.text).toContain('invalid_client');
  await page.getByText('Does Google show something else?').click();
  await page.getByRole('listitem').filter({ hasText: 'invalid_client' }).getByRole('button').click();
  await expect(title(page)).toHaveText('Create the client and download its file');
  await button(page, 'Done, next').click();
  await handOver(page, google.clientFile());
  await button(page, 'Open Google’s sign-in').click();
  await expect.poll(async () => (await opened()).length).toBe(2);
  await consent((await opened()).at(-1) ?? '', 'allow');
  await expect(messages(page)).toBeVisible();
});

test('a web client whose way back is not registered is explained', async ({ start, google }) => {
  const web = google.addClient({ kind: 'web', redirectUris: ['http://127.0.0.1:8765/oauth/callback'] });
  const running = await start();
  const { page, opened } = running;
  await begin(running);
  await step(page, 'File').click();
  const file = google.clientFile('web');
  web.redirectUris = [];
  await handOver(page, file);
  await button(page, 'Open Google’s sign-in').click();
  await expect(title(page)).toHaveText('Go on in your browser');
  expect((await consent((await opened()).at(-1) ?? '', 'allow')).text).toContain('redirect_uri_mismatch');
  await page.getByText('Does Google show something else?').click();
  await page.getByRole('listitem').filter({ hasText: 'redirect_uri_mismatch' }).getByRole('button').click();
  await expect(title(page)).toHaveText('Create the client and download its file');
});

test('a secret that Google does not take leads back to the client', async ({ start, google }) => {
  const running = await start();
  const { page } = running;
  const url = await toConsent(running, google);
  client(google).clientSecret = 'GOCSPX-another';
  await consent(url, 'allow');
  await expect(title(page)).toHaveText('Not connected');
  await expect(page.getByRole('alert')).toContainText('deleted, or its secret has changed');
  await button(page, 'Step 5: Client').click();
  await expect(title(page)).toHaveText('Create the client and download its file');
});

test('an API that is switched off leads back to exactly that step, and then there is mail', async ({
  start,
  google,
}, testInfo) => {
  const off = google.fault({
    reason: 'accessNotConfigured',
    match: { path: /^\/gmail\//, count: Number.POSITIVE_INFINITY },
  });
  const running = await start();
  const { page, opened } = running;
  await consent(await toConsent(running, google), 'allow');
  await keepTokenIfAsked(page);
  await expect(page.getByRole('region', { name: 'Notice' })).toContainText('Gmail API is switched off');
  await page.screenshot({ path: testInfo.outputPath('off.png') });
  await button(page, 'Show me how').click();
  await expect(title(page)).toHaveText('Switch on the Gmail API');
  await expect(page.getByText('it is off in the project 123456789012')).toBeVisible();
  await page.screenshot({ path: testInfo.outputPath('off-guide.png') });
  await axe(page);
  await button(page, 'Open Gmail API at Google').click();
  await expect
    .poll(async () => (await opened()).at(-1))
    .toBe(`https://console.cloud.google.com/apis/library/gmail.googleapis.com?project=123456789012&hl=en`);
  off.remove();
  await button(page, 'Done, try again').click();
  await expect(rows(page).first()).toBeVisible();
});

test('the keyboard alone gets from the start to the mail', async ({ start, google }) => {
  const running = await start();
  const { page, opened } = running;
  /** Presses Tab until that has the focus. */
  const reach = async (role: 'button' | 'textbox', name: string) => {
    const wanted = page.getByRole(role, { name, exact: true });
    await expect(wanted).toBeVisible();
    for (let press = 0; press < 30; press++) {
      if (await wanted.evaluate((element) => element === document.activeElement)) return;
      await page.keyboard.press('Tab');
    }
    throw new Error(`Tab does not reach ${name}`);
  };
  const press = async (name: string) => {
    await reach('button', name);
    await page.keyboard.press('Enter');
  };
  await press('Connect a Gmail account');
  await expect(title(page)).toBeFocused();
  await reach('textbox', 'Project ID');
  await page.keyboard.type(project);
  await page.keyboard.press('Enter');
  for (const [heading] of steps.slice(1)) {
    await expect(title(page)).toHaveText(heading);
    await press('Done, next');
  }
  await expect(title(page)).toHaveText('Hand over the file');
  await page.keyboard.press('Escape');
  await expect(title(page)).toHaveText('Create the client and download its file');
  await press('Done, next');
  await reach('textbox', 'Or paste what is in it');
  await page.keyboard.insertText(JSON.stringify(google.clientFile()));
  await press('Use this text');
  await expect(title(page)).toHaveText('Sign in at Google');
  await press('Open Google’s sign-in');
  await expect(title(page)).toHaveText('Go on in your browser');
  await consent((await opened()).at(-1) ?? '', 'allow');
  await expect(messages(page)).toBeVisible();
});

for (const [scheme, direction] of [
  ['light', 'ltr'],
  ['dark', 'ltr'],
  ['light', 'rtl'],
] as const) {
  test(`axe finds nothing on any step, ${scheme}, ${direction}`, async ({ start, google }, testInfo) => {
    const running = await start();
    const { page, opened } = running;
    await page.emulateMedia({ colorScheme: scheme });
    await page.evaluate((dir) => document.documentElement.setAttribute('dir', dir), direction);
    const look = async (name: string) => {
      await page.setViewportSize({ width: 1180, height: 760 });
      await page.screenshot({ path: testInfo.outputPath(`${name}.png`) });
      await axe(page);
      await page.setViewportSize({ width: 420, height: 760 });
      await page.screenshot({ path: testInfo.outputPath(`${name}-narrow.png`) });
      await axe(page);
    };
    await expect(button(page, 'Connect a Gmail account')).toBeVisible();
    await look('0-start');
    await begin(running);
    for (const [index] of steps.entries()) {
      await expect(page.getByText(`Step ${index + 1} of 7`)).toBeVisible();
      await look(`${index + 1}`);
      if (index === 0) {
        await page.getByRole('textbox', { name: 'Project ID' }).fill('No ID');
        await button(page, 'Done, next').click();
        await look('1-wrong');
        await page.getByRole('textbox', { name: 'Project ID' }).fill('porthole-471213');
      }
      if (index === 1) {
        await button(page, 'Open Gmail API at Google').click();
        await expect(page.getByText('It is open in your browser.').first()).toBeVisible();
        await look('2-opened');
      }
      if (index === 3) {
        await page.getByRole('radio', { name: /Leave it in Testing/ }).check();
        await look('4-testers');
        await page.getByRole('radio', { name: /I chose Internal/ }).check();
        await look('4-internal');
        await page.getByRole('radio', { name: /Publish it/ }).check();
      }
      await button(page, 'Done, next').click();
    }
    await look('6');
    await handOver(page, { type: 'service_account' });
    await expect(page.getByRole('alert')).toBeVisible();
    await look('6-wrong');
    await handOver(page, google.clientFile());
    await expect(page.getByRole('alert')).toContainText('of the project');
    await look('6-other');
    await button(page, 'Go on with porthole-test').click();
    await expect(title(page)).toHaveText('Sign in at Google');
    await look('7');
    await button(page, 'Open Google’s sign-in').click();
    await expect(title(page)).toHaveText('Go on in your browser');
    await page.getByText('Does Google show something else?').click();
    await look('7-waiting');
    await consent((await opened()).at(-1) ?? '', 'deny');
    await expect(title(page)).toHaveText('Not connected');
    await look('7-declined');
    await button(page, 'Back to the start').click();
    await expect(page.getByText('You got as far as step 7 of 7')).toBeVisible();
    await look('8-start-again');
  });
}

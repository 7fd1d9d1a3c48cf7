import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isBeacon, isTracker } from '../../../electron/mail/trackers.ts';

describe('a picture that only tells that a message was opened', () => {
  test.each([
    ['https://mailtrack.io/trace/mail/x.png', true],
    ['https://abc.r.eu-west-1.awstrack.me/I0/x', true],
    ['https://us1.list-manage.com/track/open.php?u=x', true],
    ['https://u1.ct.sendgrid.net/wf/open?upn=x', true],
    ['https://click.shop.example/wf/open?upn=x', true],
    ['https://CMAIL19.com/t/x', true],
    ['https://www.google-analytics.com/collect?x', true],
    ['https://www.facebook.com/tr?id=1', true],
    ['https://github.com/notifications/beacon/x.gif', true],
    ['https://shop.example/logo.png', false],
    ['https://mailtrack.io.shop.example/x.png', false],
    ['https://notmailtrack.io/x.png', false],
    ['https://us1.list-manage.com/images/logo.png', false],
    ['https://www.facebook.com/trip.png', false],
    ['https://shop.example/open-house.png', false],
    ['no address', false],
  ])('%s: %s', (url, tracks) => {
    expect(isTracker(url)).toBe(tracks);
  });

  test.each([
    [1, 1, true],
    [0, 0, true],
    [1, null, true],
    [null, 0, true],
    [600, 1, true],
    [600, 400, false],
    [null, null, false],
  ])('of %s by %s pixels: %s', (width, height, isOne) => {
    expect(isBeacon('https://shop.example/x.png', width, height)).toBe(isOne);
  });
});

test('whatever the address, there is an answer', () => {
  fc.assert(fc.property(fc.oneof(fc.webUrl(), fc.string({ unit: 'binary' })), (url) => void isTracker(url)));
  isTracker(`https://${'a.'.repeat(100_000)}example/`);
});

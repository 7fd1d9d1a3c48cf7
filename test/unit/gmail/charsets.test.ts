// Text whose sender said nothing of its charset, or something that no browser knows.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readContent } from '../../../electron/gmail/content.ts';
import { decodeBody } from '../../../electron/gmail/decode.ts';
import { readMessage } from '../../../electron/gmail/mime.ts';
import { wireMessage } from '../../../electron/gmail/wire.ts';

function part(data: Uint8Array, contentType = 'text/plain') {
  const mimeType = contentType.split(';')[0];
  const headers = [{ name: 'Content-Type', value: contentType }];
  return { partId: '0', mimeType, filename: '', headers, parts: [], body: { size: 1, data: base64url(data) } };
}
const base64url = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64url');
const bytesOf = (base64: string) => Buffer.from(base64, 'base64');

const decoded = (bytes: Uint8Array, beside = '', contentType?: string) =>
  decodeBody(part(bytes, contentType), base64url(bytes), 100_000, beside);

/** Charset, text, the same in that charset as base64. */
const letters: readonly (readonly [string, string, string])[] = [
  [
    'Big5',
    '您好，附件是本月的會議紀錄，請在星期五以前回覆。謝謝您的幫忙。',
    'sXqmbqFBqv6l86xPpbuk66q6t3zEs6z2v/2hQb3QpmKsULTBpK2lSKtlpl7C0KFDwcLBwrF6qrrAsKajoUM=',
  ],
  [
    'GBK',
    '您好，附件是本月的会议记录，请在星期五以前回复。谢谢您的帮助。',
    'xPq6w6OsuL28/srHsb7UwrXEu+HS6bzHwryjrMfr1NrQx8bazuXS1Mewu9i4tKGj0LvQu8T6tcSw79b6oaM=',
  ],
  [
    'Shift_JIS',
    'お世話になっております。来週の会議の資料をお送りします。ご確認ください。',
    'gqiQophigsmCyILBgsSCqILogtyCt4FCl4iPVILMie+LY4LMjpGXv4LwgqiRl4LogrWC3IK3gUKCsoptlEaCrYK+grOCooFC',
  ],
  [
    'EUC-JP',
    'お世話になっております。来週の会議の資料をお送りします。ご確認ください。',
    'pKrApM/DpMukyqTDpMakqqTqpN6kuaGjzei9taTOsvG1xKTOu/HOwaTypKrB96TqpLek3qS5oaOktLPOx6ekr6TApLWkpKGj',
  ],
  [
    'ISO-2022-JP',
    'お世話になっております。来週の会議の資料をお送りします。ご確認ください。',
    'GyRCJCpAJE9DJEskSiRDJEYkKiRqJF4kOSEjTWg9NSROMnE1RCROO3FOQSRyJCpBdyRqJDckXiQ5ISMkNDNORyckLyRAJDUkJCEjGyhC',
  ],
  [
    'EUC-KR',
    '안녕하세요. 다음 주 회의 자료를 보내드립니다. 확인 부탁드립니다. 감사합니다.',
    'vsiz58fPvLy/5C4gtNnAvSDB1iDIuMDHIMDat+G4piC6uLO7teW4s7TPtNkuIMiuwM4gus7FubXluLO0z7TZLiCwqLvnx9W0z7TZLg==',
  ],
  [
    'windows-1251',
    'Здравствуйте! Посылаю вам протокол собрания. Пожалуйста, ответьте до пятницы. Спасибо.',
    'x+Tw4OLx8uLz6fLlISDP7vH76+D+IOLg7CDv8O7y7uru6yDx7uHw4O3o/y4gz+7m4Ovz6fHy4Cwg7vLi5fL88uUg5O4g7//y7ej2+y4g0e/g8ejh7i4=',
  ],
  [
    'KOI8-R',
    'Здравствуйте! Посылаю вам протокол собрания. Пожалуйста, ответьте до пятницы. Спасибо.',
    '+sTSwdfT1NfVytTFISDwz9PZzMHAINfBzSDQ0s/Uz8vPzCDTz8LSwc7J0S4g8M/WwczVytPUwSwgz9TXxdTY1MUgxM8g0NHUzsnD2S4g89DB08nCzy4=',
  ],
  [
    'windows-1255',
    'שלום, מצורף פרוטוקול הפגישה של החודש. אנא השיבו עד יום שישי. תודה רבה.',
    '+ezl7Swg7vbl+PMg9Pjl6OX35ewg5PTi6fnkIPnsIOTn5eP5LiDg8OAg5Pnp4eUg8uMg6eXtIPnp+ekuIPrl4+Qg+OHkLg==',
  ],
  [
    'windows-1256',
    'مرحبا، أرسل إليكم محضر الاجتماع لهذا الشهر. يرجى الرد قبل يوم الجمعة. شكرا جزيلا.',
    '49HNyMehIMPR0+EgxeHt3+Mg483W0SDH4cfMyuPH2iDh5dDHIMfh1OXRLiDt0czsIMfh0c8g3sjhIO3m4yDH4czj2skuINTf0ccgzNLt4ccu',
  ],
  [
    'windows-1253',
    'Καλημέρα, σας στέλνω τα πρακτικά της συνάντησης. Παρακαλώ απαντήστε μέχρι την Παρασκευή.',
    'yuHr5+zd8eEsIPPh8iDz9N3r7fkg9OEg8PHh6vTp6twg9OfyIPP17dzt9Ofz5/IuINDh8eHq4ev+IOHw4e303vP05SDs3ffx6SD05+0g0OHx4fPq5fXeLg==',
  ],
  [
    'windows-1250',
    'Dzień dobry, przesyłam protokół z zebrania. Proszę o odpowiedź do piątku. Dziękuję, do usłyszenia.',
    'RHppZfEgZG9icnksIHByemVzebNhbSBwcm90b2vzsyB6IHplYnJhbmlhLiBQcm9zeuogbyBvZHBvd2llZJ8gZG8gcGm5dGt1LiBEemnqa3Vq6iwgZG8gdXOzeXN6ZW5pYS4=',
  ],
  [
    'windows-1254',
    'Merhaba, toplantı tutanağını gönderiyorum. Lütfen cuma gününe kadar yanıtlayın. Teşekkürler, iyi çalışmalar.',
    'TWVyaGFiYSwgdG9wbGFudP0gdHV0YW5h8P1u/SBn9m5kZXJpeW9ydW0uIEz8dGZlbiBjdW1hIGf8bvxuZSBrYWRhciB5YW79dGxhef1uLiBUZf5la2v8cmxlciwgaXlpIOdhbP3+bWFsYXIu',
  ],
  [
    'windows-1252',
    'Guten Tag, anbei das Protokoll der Sitzung. Bitte antworten Sie bis Freitag. Schöne Grüße aus München.',
    'R3V0ZW4gVGFnLCBhbmJlaSBkYXMgUHJvdG9rb2xsIGRlciBTaXR6dW5nLiBCaXR0ZSBhbnR3b3J0ZW4gU2llIGJpcyBGcmVpdGFnLiBTY2j2bmUgR3L832UgYXVzIE38bmNoZW4u',
  ],
  [
    'windows-1252 (French)',
    'Bonjour, voici le procès-verbal de la réunion. Merci de répondre avant vendredi. À bientôt, très cordialement.',
    'Qm9uam91ciwgdm9pY2kgbGUgcHJvY+hzLXZlcmJhbCBkZSBsYSBy6XVuaW9uLiBNZXJjaSBkZSBy6XBvbmRyZSBhdmFudCB2ZW5kcmVkaS4gwCBiaWVudPR0LCB0cuhzIGNvcmRpYWxlbWVudC4=',
  ],
  ['windows-1252 (a word)', 'café', 'Y2Fm6Q=='],
  ['windows-1252 (quotes)', 'It’s “fine” – see you at noon.', 'SXSScyCTZmluZZQgliBzZWUgeW91IGF0IG5vb24u'],
  [
    'windows-874',
    'สวัสดีครับ ส่งรายงานการประชุมมาให้ กรุณาตอบกลับภายในวันศุกร์ ขอบคุณครับ',
    'ysfRyrTVpMPRuiDK6KfD0sKn0rmh0sO7w9Cq2MHB0uPL6SChw9iz0rXNuqHF0brA0sLjucfRucjYocPsIKLNuqTYs6TD0bo=',
  ],
  [
    'windows-1256 (Persian)',
    'سلام، صورت‌جلسه اين ماه را براي شما مي‌فرستم. لطفا تا جمعه پاسخ دهيد. با سپاس فراوان.',
    '0+HH46Eg1ebRyp3M4dPlIMft5CDjx+Ug0ccgyNHH7SDU48cg4+2d3dHTyuMuIOHY3ccgyscgzOPa5SCBx9POIM/l7c8uIMjHINOBx9Mg3dHH5sfkLg==',
  ],
];

test.each(letters)('%s is found out where nobody declared it', (_charset, text, base64) => {
  expect(decoded(bytesOf(base64))).toBe(text);
});

/** Charset, subject, a text too short to tell. */
const words: readonly (readonly [string, string, string, string])[] = [
  ['Big5', '會議通知', '會議紀錄', 't3zEs6z2v/0='],
  ['GBK', '会议', '会议记录', 'u+HS6bzHwrw='],
  ['Shift_JIS', '会議のお知らせ', '会議の資料です', 'ie+LY4LMjpGXv4LFgrc='],
  ['EUC-KR', '회의', '회의 자료', 'yLjAxyDA2rfh'],
  ['windows-1251', 'Собрание', 'Привет', 'z/Do4uXy'],
  ['windows-1255', 'פגישה', 'שלום', '+ezl7Q=='],
];

test.each(words)('a word of %s is read with the help of the subject %s', (_charset, subject, text, base64) => {
  expect(decoded(bytesOf(base64), subject)).toBe(text);
});

describe('what is declared', () => {
  const [, text = '', base64 = ''] = letters[0] ?? [];
  const bytes = bytesOf(base64);

  test('counts, even where it is wrong', () => {
    expect(decoded(bytes, '', 'text/plain; charset=iso-8859-1')).toBe(new TextDecoder('iso-8859-1').decode(bytes));
    expect(decoded(bytes, '', 'text/plain; charset=x-nobody')).toBe(new TextDecoder('windows-1252').decode(bytes));
  });

  test('is nothing where it says ASCII and is none', () => {
    expect(decoded(bytes, '', 'text/plain; charset=us-ascii')).toBe(text);
  });

  test('counts where the page itself does so', () => {
    const page = Buffer.concat([Buffer.from('<html><head><meta charset="big5"></head><p>'), bytes.subarray(0, 4)]);
    expect(decoded(page, 'Собрание', 'text/html')).toContain(text.slice(0, 2));
  });

  test('is read as UTF-7 where it says so, and nowhere else', () => {
    const seven = Buffer.from('Die Hasen und die Fr+APY-sche, 1 +- 1, +2D3eAA-');
    expect(decoded(seven, '', 'text/plain; charset=UTF-7')).toBe('Die Hasen und die Frösche, 1 + 1, 😀');
    expect(decoded(seven)).toBe(seven.toString());
    // Gmail has transcoded it.
    expect(decoded(Buffer.from('Frösche +APY-'), '', 'text/plain; charset=utf-7')).toBe('Frösche +APY-');
    expect(decoded(Buffer.from('1 + 1'), '', 'text/plain; charset=utf-7')).toBe('1 + 1');
  });

  test('is UTF-8 where it is that, whatever the subject is written in', () => {
    expect(decoded(Buffer.from('Grüße, 會議'), 'お知らせ')).toBe('Grüße, 會議');
  });
});

test('the subject and the people of the message lead, in its text and in how it is shown', () => {
  const [, subject = '', text = '', base64 = ''] = words.find(([charset]) => charset === 'EUC-KR') ?? [];
  const payload = part(bytesOf(base64));
  const headers = [...payload.headers, { name: 'Subject', value: subject }];
  const wire = wireMessage.parse({ id: 'a1', threadId: 't1', payload: { ...payload, headers } });
  expect(readMessage(wire).text).toBe(text);
  const { content } = readContent(wire, { fetched: new Map(), isLast: true });
  expect(content.parts[0]?.plain).toBe(text);
});

test('any bytes give a text', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 400 }), fc.string(), (bytes, beside) => {
      expect(typeof decoded(bytes, beside)).toBe('string');
    }),
  );
});

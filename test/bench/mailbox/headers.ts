// The headers of a message, as many and as long as those that come through Google's servers.
import type { Address, Header } from '../../../electron/contract/model.ts';
import { address } from '../../../electron/sample/envelope.ts';
import { mailDate } from '../../../electron/sample/moments.ts';
import type { Random } from '../../../electron/sample/random.ts';
import { ada, listHost } from './senders.ts';

export interface Letter {
  readonly at: number;
  readonly id: string;
  readonly from: Address;
  readonly to: readonly Address[];
  readonly cc: readonly Address[];
  readonly bcc: readonly Address[];
  readonly replyTo: readonly Address[];
  readonly subject: string;
  /** Message-IDs of what came before in the thread, oldest first. */
  readonly references: readonly string[];
  readonly list: string | null;
  readonly isBulk: boolean;
  readonly isReceived: boolean;
  readonly contentType: string;
}

export const messageIdOf = (id: string): string => `<${id}.${id.slice(7, 12)}@mail.example>`;

const written = (addresses: readonly Address[]) => addresses.map(address).join(', ');
const domainOf = ({ email }: Address) => email.slice(email.indexOf('@') + 1);

/** A signature does not shrink, whatever packs it. */
function signature(random: Random): string {
  const bytes = Buffer.alloc(256);
  for (let at = 0; at < bytes.length; at += 4) bytes.writeUInt32LE(Math.floor(random.next() * 0x1_0000_0000), at);
  return bytes.toString('base64');
}

function travelled({ at, id, from }: Letter, random: Random): [string, string][] {
  const domain = domainOf(from);
  const stamp = mailDate(at, -480);
  const host = `192.0.2.${random.int(1, 250)}`;
  return [
    ['Delivered-To', ada.email],
    ['Received', `by 2002:a05:6402:${id.slice(3, 7)}:b0 with SMTP id ${id.slice(4)}; ${stamp}`],
    ['X-Received', `by 2002:a17:906:${id.slice(3, 7)}:b0 with SMTP id ${id.slice(2)}mr${at % 1_000_000}ejc; ${stamp}`],
    ['Return-Path', `<${from.email}>`],
    ['Received', `from out.${domain} (out.${domain}. [${host}]) by mx.example.org with ESMTPS id ${id}; ${stamp}`],
    ['Received-SPF', `pass (example.org: domain of ${from.email} designates ${host} as permitted sender)`],
    [
      'Authentication-Results',
      `mx.example.org; dkim=pass header.i=@${domain} header.s=s1; spf=pass smtp.mailfrom=${domain}`,
    ],
    [
      'DKIM-Signature',
      `v=1; a=rsa-sha256; c=relaxed/relaxed; d=${domain}; s=s1; h=from:to:subject:date; b=${signature(random)}`,
    ],
  ];
}

function listed(list: string): [string, string][] {
  return [
    ['List-Id', `${list} <${list}.${listHost}>`],
    ['List-Post', `<mailto:${list}@${listHost}>`],
    ['List-Unsubscribe', `<mailto:${list}-leave@${listHost}>`],
    ['Precedence', 'list'],
  ];
}

function bulk({ from, id }: Letter): [string, string][] {
  const domain = domainOf(from);
  return [
    ['List-Unsubscribe', `<https://${domain}/leave/${id}>`],
    ['List-Unsubscribe-Post', 'List-Unsubscribe=One-Click'],
    ['Feedback-ID', `${id.slice(0, 6)}:${domain}`],
  ];
}

export function headersOf(letter: Letter, random: Random): Header[] {
  const pairs: [string, string][] = [
    ...(letter.isReceived ? travelled(letter, random) : []),
    ['MIME-Version', '1.0'],
    ['From', address(letter.from)],
    ['Date', mailDate(letter.at - 2_000, 60)],
    ['Message-ID', messageIdOf(letter.id)],
    ['Subject', letter.subject],
    ['To', written(letter.to)],
  ];
  const last = letter.references.at(-1);
  if (last !== undefined) pairs.push(['In-Reply-To', last], ['References', letter.references.join(' ')]);
  if (letter.cc.length > 0) pairs.push(['Cc', written(letter.cc)]);
  if (letter.bcc.length > 0) pairs.push(['Bcc', written(letter.bcc)]);
  if (letter.replyTo.length > 0) pairs.push(['Reply-To', written(letter.replyTo)]);
  if (letter.list !== null) pairs.push(...listed(letter.list));
  if (letter.isBulk) pairs.push(...bulk(letter));
  pairs.push(['Content-Type', letter.contentType]);
  return pairs.map(([name, value]) => ({ name, value }));
}

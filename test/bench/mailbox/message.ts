// One message, made of its number alone: the same for the same plan, in whatever order messages are asked for.
import type { Address, LinkedFile, Message } from '../../../electron/contract/model.ts';
import { Random } from '../../../electron/sample/random.ts';
import { attachmentsOf } from './attachments.ts';
import { type Kind, labelIdsOf } from './filing.ts';
import { headersOf, messageIdOf } from './headers.ts';
import type { Plan } from './plan.ts';
import { ada, listHost } from './senders.ts';
import { type Thread, threadOf } from './thread.ts';
import { lengthAround, paragraphs } from './writing.ts';

export interface Source {
  readonly plan: Plan;
  readonly seed: number;
  readonly now: number;
}

/** Gmail's ids are sixteen hex digits that begin with the time. */
function idOf({ at }: Plan, number: number): string {
  // An odd factor deals each of 2^20 endings once.
  const ending = (Math.imul(number, 0x9e3779b1) >>> 0) & 0xfffff;
  return (at[number] ?? 0).toString(16).padStart(11, '0') + ending.toString(16).padStart(5, '0');
}

/** The numbers of the messages of a thread, oldest first. */
function membersOf({ threadStart, members }: Plan, thread: number): Uint32Array {
  return members.subarray(threadStart[thread], threadStart[thread + 1] ?? members.length);
}

const medianWords: Readonly<Record<Kind, number>> = {
  talk: 62,
  list: 110,
  newsletter: 190,
  notice: 75,
  network: 36,
  note: 30,
  draft: 40,
  spam: 90,
};
const longestWords = 5_000;
const quotedWords = 60;
const bulkKinds: ReadonlySet<Kind> = new Set(['newsletter', 'notice', 'network', 'spam']);
/** Streams of random numbers that have nothing to do with each other. */
const [ofThreads, ofTexts, ofMessages] = [0x1000_0000, 0x2000_0000, 0x4000_0000] as const;

/** `most`: the beginning of it, as the next message quotes it. */
function ownText({ seed }: Source, { kind, tongue }: Thread, number: number, most = longestWords): string {
  const random = new Random(seed, ofTexts + number);
  return paragraphs(tongue, Math.min(lengthAround(medianWords[kind], longestWords, random), most), random);
}

function quotation(source: Source, thread: Thread, number: number): string {
  const quoted = ownText(source, thread, number, quotedWords);
  return `\n\nOn ${new Date(source.plan.at[number] ?? 0).toUTCString()}, somebody wrote:\n> ${quoted.replaceAll('\n', '\n> ')}`;
}

interface Written {
  readonly text: string;
  readonly links: readonly LinkedFile[];
}

function written(source: Source, thread: Thread, number: number, id: string, random: Random): Written {
  const links: readonly LinkedFile[] = random.chance(0.01) ? ['spreadsheet'] : [];
  const own = ownText(source, thread, number);
  const said = links.length > 0 ? `${own}\n\nhttps://docs.google.com/spreadsheets/d/${id}/edit` : own;
  const { plan } = source;
  const turn = plan.turn[number] ?? 0;
  const quotes = turn > 0 && !bulkKinds.has(thread.kind) && random.chance(0.55);
  const before = membersOf(plan, plan.threadOf[number] ?? 0)[turn - 1] ?? 0;
  return { text: quotes ? said + quotation(source, thread, before) : said, links };
}

interface Correspondence {
  readonly from: Address;
  readonly to: readonly Address[];
  readonly cc: readonly Address[];
}

function correspondence(thread: Thread, turn: number, random: Random): Correspondence {
  const { kind, others, list } = thread;
  const adaWrites = kind === 'note' || kind === 'draft' || (!bulkKinds.has(kind) && random.chance(list ? 0.08 : 0.36));
  const from = adaWrites ? ada : (others[turn % others.length] ?? ada);
  if (list) return { from, to: [{ name: '', email: `${list}@${listHost}` }], cc: random.chance(0.2) ? [ada] : [] };
  const rest = [ada, ...others].filter((one) => one !== from);
  const [first = ada, ...further] = rest;
  return random.chance(0.5) ? { from, to: rest, cc: [] } : { from, to: [first], cc: further };
}

const snippetOf = (text: string) =>
  text
    .slice(0, 190)
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[\ud800-\udbff]$/, '');

export function messageAt(source: Source, number: number): Message {
  const { plan, seed, now } = source;
  const at = plan.at[number] ?? 0;
  const threadNumber = plan.threadOf[number] ?? 0;
  const turn = plan.turn[number] ?? 0;
  const members = membersOf(plan, threadNumber);
  const thread = threadOf(
    members.length,
    now - (plan.at[members[0] ?? 0] ?? 0),
    new Random(seed, ofThreads + threadNumber),
  );
  const random = new Random(seed, ofMessages + number);
  const { from, to, cc } = correspondence(thread, turn, random);
  const isSent = from === ada;
  const id = idOf(plan, number);
  const isHtml = bulkKinds.has(thread.kind);
  const { text, links } = written(source, thread, number, id, random);
  const attachments = random.chance(thread.kind === 'notice' ? 0.35 : 0.125)
    ? attachmentsOf(thread.tongue, 1, random)
    : [];
  const subject = turn === 0 ? thread.subject : `Re: ${thread.subject}`;
  const bcc = isSent && random.chance(0.03) ? thread.others.slice(0, 1) : [];
  const replyTo = thread.kind === 'newsletter' && random.chance(0.3) ? [from] : [];
  const before = members.subarray(Math.max(0, turn - 12), turn);
  const headers = headersOf(
    {
      at,
      id,
      from,
      to,
      cc,
      bcc,
      replyTo,
      subject,
      references: Array.from(before, (one) => messageIdOf(idOf(plan, one))),
      list: thread.list,
      isBulk: isHtml,
      isReceived: !isSent,
      contentType: attachments.length > 0 ? 'multipart/mixed; boundary="=_root"' : bodyType(isHtml),
    },
    random,
  );
  return {
    id,
    threadId: idOf(plan, members[0] ?? number),
    labelIds: labelIdsOf(thread.kind, isSent, thread.fate, now - at, random),
    receivedAt: at,
    sizeBytes:
      1_500 +
      text.length * (isHtml ? 3 : 1) +
      attachments.reduce((sum, { sizeBytes }) => sum + Math.ceil(sizeBytes * 1.37), 0),
    snippet: snippetOf(text),
    subject,
    from: [from],
    to,
    cc,
    bcc,
    replyTo,
    headers,
    text,
    textFrom: isHtml ? 'html' : 'plain',
    attachments,
    links,
  };
}

export const bodyType = (isHtml: boolean) => `text/${isHtml ? 'html' : 'plain'}; charset="UTF-8"`;

// Who writes: some three thousand people, organisations and mailing lists, a few of whom write most of it.
import type { Address } from '../../../electron/contract/model.ts';
import { Random } from '../../../electron/sample/random.ts';
import { tongues, wordAt } from './tongue.ts';

export const ada: Address = { name: 'Ada Lindqvist', email: 'ada@example.org' };

const given =
  'Amy Bob Carla Dmitri Eve Frieda Grace Hannes Ines Jörg Karin Lukas Mehmet Nadia Olaf Petra Quentin Rosa Søren Tove Ursula Victor Wanda Xenia Yusuf Zoë Anna Björn Chloé Daniel Elif Farid Günther Helga Ivan Julia Kenji Léa Marta Noah علی مریم زهرا رضا 伟 芳 健 美咲 אורי נועה'.split(
    ' ',
  );
const family =
  'Adler Becker Carter Dupont Ekdahl Fischer García Huber Ivanova Jansen Köhler Lopez Müller Nakamura Olsen Petrov Quist Rossi Schäfer Tanaka Ulrich Vogel Weiß Xu Yilmaz Zimmermann Ahmadi Brandt Castillo Diaz Evans Farrow Großmann Harbour Iversen Jäger Karimi Lindgren Mbeki Novak رضایی احمدی 王 李 佐藤 鈴木 כהן לוי'.split(
    ' ',
  );
const mailHosts = ['example.org', 'example.net', 'mail.example', 'post.example', 'freemail.example'];

/** As an address can be written in ASCII. */
const plain = (text: string) =>
  text
    .normalize('NFD')
    .replace(/[^a-zA-Z0-9]/g, '')
    .toLowerCase();

function person(index: number, random: Random): Address {
  const first = random.pick(given);
  const last = random.pick(family);
  const name = `${first} ${last}`;
  const local = [plain(first), plain(last)].filter((part) => part !== '').join('.') || 'friend';
  return { name, email: `${local}${index < 400 ? '' : index}@${random.pick(mailHosts)}` };
}

interface Organisation {
  readonly domain: string;
  readonly address: Address;
}

const trades = ['Books', 'Bank', 'Travel', 'Energie', 'Museum', 'Labs', 'Market', 'Verlag', 'Cloud', 'Post'];
const boxes = ['news', 'orders', 'service', 'no-reply', 'hello', 'info', 'rechnung'];

function organisation(index: number, random: Random): Organisation {
  const [english] = tongues;
  const word = english?.words[400 + index * 3] ?? `house${index}`;
  const trade = random.pick(trades);
  const domain = `${plain(word)}-${plain(trade)}.example`;
  const name = `${word.charAt(0).toUpperCase()}${word.slice(1)} ${trade}`;
  return { domain, address: { name, email: `${random.pick(boxes)}@${domain}` } };
}

const random = new Random(11, 1);

export const people: readonly Address[] = Array.from({ length: 2_000 }, (_, index) => person(index, random));
export const organisations: readonly Organisation[] = Array.from({ length: 1_000 }, (_, index) =>
  organisation(index, random),
);
export const lists: readonly string[] = Array.from(
  { length: 40 },
  (_, index) => `${plain(wordAt('en', 120 + index * 7))}-dev`,
);
export const listHost = 'lists.example.org';

// Who writes to Ada: about a hundred made-up people, by where she knows them from. A table; knows nothing of what they say.
import type { Correspondent, MailerName } from '../letter.ts';

export type Circle =
  | 'family'
  | 'friends'
  | 'yard'
  | 'clients'
  | 'suppliers'
  | 'club'
  | 'street'
  | 'school'
  | 'course'
  | 'lists';

type Language = 'en' | 'fa' | 'ar' | 'he' | 'de' | 'fr' | 'es' | 'sv' | 'ja' | 'zh' | 'ko' | 'ru' | 'hi';

export interface Person extends Correspondent {
  readonly circle: Circle;
  readonly language: Language;
  /** What friends call them. */
  readonly nick: string;
}

const zones: Record<Language, number> = {
  en: 60,
  fa: 210,
  ar: 120,
  he: 120,
  de: 60,
  fr: 60,
  es: 60,
  sv: 60,
  ja: 540,
  zh: 480,
  ko: 540,
  ru: 180,
  hi: 330,
};

const mailers: readonly MailerName[] = ['web', 'phone', 'desk', 'cite', 'web', 'plain', 'flowed', 'web', 'lower'];

type Row = readonly [name: string, email: string, circle: Circle, language?: Language, nick?: string, zone?: number];

const rows: readonly Row[] = [
  ['Ingrid Lindqvist', 'ingrid@lindqvist.example', 'family', 'en', 'Mamma'],
  ['Torsten Lindqvist', 'torsten@lindqvist.example', 'family', 'en', 'Papa'],
  ['Elias Lindqvist', 'elias@lindqvist.example', 'family'],
  ['Sofie Ekdahl', 'sofie.ekdahl@example.net', 'family'],
  ['Navid Rahimi', 'navid@rahimi.example', 'family'],
  ['Kian Rahimi', 'kian@rahimi.example', 'family'],
  ['Birgit Sandell', 'birgit.sandell@post.example', 'family', 'en', 'Aunt Birgit'],
  ['Wilma Lindqvist', 'wilma.l@example.com', 'family'],
  ['Oskar Lindqvist', 'oskar@lindqvist.example', 'family', 'en', 'Oskar', -300],
  ['Astrid Lindqvist', 'astrid@lindqvist.example', 'family', 'sv', 'Mormor'],
  ['Göran Sandell', 'goran@sandell.example', 'family', 'sv', 'Göran'],
  ['شیرین رحیمی', 'shirin@rahimi.example', 'family', 'fa', 'شیرین'],
  ['بهرام رحیمی', 'bahram@rahimi.example', 'family', 'fa', 'بهرام'],
  ['مریم رحیمی', 'maryam.rahimi@example.com', 'family', 'fa', 'مریم'],
  ['Tove Marklund', 'tove@marklund.example', 'friends'],
  ['Hugo Bergqvist', 'hugo.bergqvist@example.net', 'friends'],
  ['Esther Quill', 'esther@quill.example', 'friends', 'en', 'Esther', 0],
  ['Dominic Ferrow', 'dom.ferrow@example.com', 'friends', 'en', 'Dom', 0],
  ['Rosalind Achterberg', 'rosalind@achterberg.example', 'friends', 'en', 'Roz'],
  ['Farida Osei', 'farida.osei@post.example', 'friends', 'en', 'Farida', 0],
  ['Jasper Tolland', 'jasper@tolland.example', 'friends'],
  ['Marguerite Vance', 'mvance@example.net', 'friends', 'en', 'Margie', -300],
  ['Ivo Castellan', 'ivo@castellan.example', 'friends'],
  ['Lukas Wetterstein', 'lukas@wetterstein.example', 'friends', 'de'],
  ['Ilse Kornfeld', 'ilse.kornfeld@post.example', 'friends', 'de'],
  ['Camille Aubertin', 'camille@aubertin.example', 'friends', 'fr'],
  ['Solène Morvan', 'solene.morvan@example.net', 'friends', 'fr'],
  ['Beatriz Lomas', 'beatriz@lomas.example', 'friends', 'es'],
  ['Inés Salvatierra', 'ines@salvatierra.example', 'friends', 'es'],
  ['Matilda Ekvall', 'matilda@ekvall.example', 'friends', 'sv'],
  ['森田 千尋', 'chihiro@morita.example', 'friends', 'ja', '千尋'],
  ['青木 遥', 'haruka.aoki@example.net', 'friends', 'ja', '遥'],
  ['李文澜', 'wenlan@li.example', 'friends', 'zh', '文澜'],
  ['周小满', 'xiaoman.zhou@example.com', 'friends', 'zh', '小满'],
  ['한서연', 'seoyeon@han.example', 'friends', 'ko', '서연'],
  ['윤가람', 'garam.yun@example.net', 'friends', 'ko', '가람'],
  ['Ольга Серова', 'olga@serova.example', 'friends', 'ru', 'Оля'],
  ['Вера Лаптева', 'vera.lapteva@example.com', 'friends', 'ru', 'Вера'],
  ['प्रिया रमणी', 'priya@ramani.example', 'friends', 'hi', 'प्रिया'],
  ['मीरा जोशी', 'meera.joshi@example.net', 'friends', 'hi', 'मीरा'],
  ['يسرى حداد', 'yusra@haddad.example', 'friends', 'ar', 'يسرى'],
  ['ليلى السالم', 'layla.alsalem@example.com', 'friends', 'ar', 'ليلى'],
  ['נועה בן־עמי', 'noa@benami.example', 'friends', 'he', 'נועה'],
  ['תמר לביא', 'tamar.lavi@example.net', 'friends', 'he', 'תמר'],
  ['Bertil Harrow', 'bertil@harrowlind.example', 'yard'],
  ['Nils Åkerblom', 'nils@harrowlind.example', 'yard'],
  ['Petra Wahlgren', 'petra@harrowlind.example', 'yard'],
  ['Samir Doukas', 'samir@harrowlind.example', 'yard'],
  ['Greta Östman', 'greta@harrowlind.example', 'yard'],
  ['Iris Fallow', 'iris@harrowlind.example', 'yard'],
  ['Tomas Reuterskiöld', 'tomas@harrowlind.example', 'yard'],
  ['Hanna Sjögren', 'hanna@harrowlind.example', 'yard'],
  ['Viggo Lund', 'viggo@harrowlind.example', 'yard'],
  ['Zainab Idowu', 'zainab@harrowlind.example', 'yard'],
  ['Rolf Bruun', 'captain@bruun.example', 'clients', 'en', 'Rolf'],
  ['Constance Melby', 'c.melby@harbour-museum.example', 'clients'],
  ['Philippa Thorncastle', 'philippa@thorncastle.example', 'clients', 'en', 'Pippa', 0],
  ['Anselm Brandt', 'anselm.brandt@praxis-brandt.example', 'clients'],
  ['Gwen Pritchard', 'gwen@oystersailing.example', 'clients', 'en', 'Gwen', 0],
  ['Maja Strand', 'maja.strand@example.com', 'clients'],
  ['Theo Kallistos', 'theo@kallistos.example', 'clients', 'en', 'Theo', 120],
  ['Winifred Oakes', 'w.oakes@example.org', 'clients', 'en', 'Winifred', 0],
  ['Rasmus Holt', 'rasmus@holttimber.example', 'suppliers'],
  ['Anneli Pihl', 'anneli@pihlpaint.example', 'suppliers'],
  ['Gareth Moxon', 'gareth@moxonbronze.example', 'suppliers', 'en', 'Gareth', 0],
  ['Ottoline Fay', 'ottoline@faysails.example', 'suppliers', 'en', 'Otto', 0],
  ['Klaus Dieterich', 'k.dieterich@dieterich-motoren.example', 'suppliers', 'de'],
  ['Miriam Stensgard', 'miriam@stensgard.example', 'club'],
  ['Oona Kettley', 'oona@kettley.example', 'club', 'en', 'Oona', 0],
  ['Patrick Dunmore', 'pat.dunmore@example.net', 'club', 'en', 'Pat'],
  ['Sunniva Berge', 'sunniva@berge.example', 'club'],
  ['Leonard Ashdown', 'leonard.ashdown@example.com', 'club'],
  ['Tilda Fransén', 'tilda@fransen.example', 'club'],
  ['Rufus Hale', 'rufus@hale.example', 'club'],
  ['Margareta Blom', 'margareta.blom@post.example', 'street'],
  ['Sven-Åke Persson', 'sven-ake@post.example', 'street'],
  ['Jo Whitlock', 'jo@whitlock.example', 'street'],
  ['Amina Farouq', 'amina.farouq@example.com', 'street'],
  ['George Tennant', 'g.tennant@post.example', 'street', 'en', 'Mr. Tennant'],
  ['Desmond Oyelaran', 'desmond@oyelaran.example', 'street'],
  ['Karin Holmström', 'karin@holmstrom.example', 'street'],
  ['Elsa Nyberg', 'elsa.nyberg@skerryschool.example', 'school'],
  ['Anders Hägglöv', 'head@skerryschool.example', 'school'],
  ['Pelle Sundin', 'pelle@skerryschool.example', 'school'],
  ['Hortense Appleby', 'music@skerryschool.example', 'school'],
  ['Stina Rask', 'stina.rask@example.net', 'school'],
  ['Bashir Nouri', 'bashir@nouri.example', 'school'],
  ['Wendy Collier', 'wendy.collier@example.com', 'school'],
  ['لاله کاظمی', 'laleh@shabkelas.example', 'course', 'fa', 'لاله'],
  ['Gustav Ehrlin', 'gustav@ehrlin.example', 'course'],
  ['Fiona Tarrant', 'fiona.tarrant@example.net', 'course'],
  ['Paweł Zielny', 'pawel@zielny.example', 'course'],
  ['Edda Fjordheim', 'edda@fjordheim.example', 'lists'],
  ['Quentin Marsh', 'qmarsh@example.net', 'lists', 'en', 'Quentin', 0],
  ['Bo Lindén', 'bo.linden@post.example', 'lists'],
  ['Callum Reekie', 'callum@reekie.example', 'lists', 'en', 'Callum', 0],
  ['Drusilla Pike', 'dru@pike.example', 'lists', 'en', 'Dru', -480],
  ['Hamish Orrock', 'hamish@orrock.example', 'lists', 'en', 'Hamish', 600],
  ['Inês Prado', 'ines.prado@example.com', 'lists', 'en', 'Inês', 0],
  ['Magnus Thole', 'magnus@thole.example', 'lists'],
  ['Petronella Vink', 'nel@vink.example', 'lists', 'en', 'Nel'],
  ['Sigurd Aas', 'sigurd@aas.example', 'lists'],
  ['Yumi Okabe', 'yumi@okabe.example', 'lists', 'en', 'Yumi', 540],
];

export const people: readonly Person[] = rows.map(([name, email, circle, language = 'en', nick, zone], i) => ({
  name,
  email,
  circle,
  language,
  nick: nick ?? name.slice(0, name.indexOf(' ')),
  zone: zone ?? zones[language],
  mailer: mailers[i % mailers.length] ?? 'web',
}));

export const ada: Person = {
  name: 'Ada Lindqvist',
  email: 'ada.lindqvist@example.org',
  circle: 'family',
  language: 'en',
  nick: 'Ada',
  zone: 60,
  mailer: 'web',
};

const circles = new Map<Circle, readonly Person[]>();
for (const { circle } of people) {
  circles.set(
    circle,
    people.filter((person) => person.circle === circle && person.language === 'en'),
  );
}

/** Those of a circle who write English. */
export function peopleOf(circle: Circle): readonly Person[] {
  return circles.get(circle) ?? [];
}

const speakers = new Map<string, readonly Person[]>();

/** Those who write a language; friends and family where no circle is named. */
export function speakersOf(language: string, circles: readonly Circle[]): readonly Person[] {
  const key = `${language} ${circles.join()}`;
  const known = speakers.get(key);
  if (known !== undefined) return known;
  const wanted: readonly Circle[] = circles.length > 0 ? circles : ['family', 'friends'];
  const found = people.filter((person) => person.language === language && wanted.includes(person.circle));
  speakers.set(key, found);
  return found;
}

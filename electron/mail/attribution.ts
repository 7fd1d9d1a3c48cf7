// The lines that mailers put above what they quote, in the languages that they speak. Tells the same for plain text and for
// the text of HTML; knows nothing of where it stands.
import { withoutInvisible } from './characters.ts';

const longest = 500;

/** As mailers write it: Gmail, Outlook, Apple Mail, Thunderbird. Every repetition is bounded. */
const attributions: Readonly<Record<string, RegExp>> = {
  en: /^on\b.{4,400}\b(?:wrote|writes):$/i,
  fa: /^(?:در|به تاریخ|on\b).{3,400}(?:نوشت|نوشته است|نوشته‌است|نوشته|نوشتند)\s?:$/i,
  ar: /^(?:في|بتاريخ|يوم|on\b).{3,400}كتب.{0,200}:$/i,
  he: /^(?:בתאריך|ביום|ב-|מאת|on\b).{3,400}(?:כתב|כתבה|כתב\/ה|מאת).{0,200}:$/i,
  de: /^(?:am|den|on|vom)\b.{4,400}\bschrieb\b.{0,200}:$/i,
  fr: /^le\b.{4,400}\ba (?:[ée]crit|[ée]crit ce qui suit) ?:$/i,
  es: /^el\b.{4,400}\bescribi[óo]:$/i,
  pt: /^(?:em|no dia|a)\b.{4,400}\bescreveu:$/i,
  it: /^(?:il|in data)\b.{4,400}\bha scritto:$/i,
  nl: /^(?:op|on)\b.{4,400}\b(?:schreef|het volgende geschreven)\b.{0,200}:$/i,
  scandinavian: /^(?:den|on|på|[a-zæøåäö]{2,8}\.?,?)\s.{4,400}\bskrev\b.{0,200}:$/i,
  fi: /^.{4,400}\bkirjoitti:$/i,
  pl: /^.{4,400}\b(?:napisa[łl](?:\(a\)|a)?|pisze):$/i,
  cs: /^.{4,400}(?:napsal(?:\(a\)|a)?|napísal(?:\(a\)|a)?):$/i,
  hu: /^.{4,400} ezt írta.{0,100}:$/i,
  ro: /^(?:în|pe|la)\s.{4,400} a scris:$/i,
  tr: /^.{4,400}(?:şunu yazdı|yazdı|şunları yazdı):$/i,
  el: /^.{4,400}(?:έγραψε|έγραψαν):$/i,
  ru: /^.{4,400}(?:написал(?:а|\(а\))?|пишет|писал(?:а|\(а\))?):$/i,
  uk: /^.{4,400}(?:написав|написала|пише):$/i,
  bg: /^на\s.{4,400}(?:написа|пише):$/i,
  ja: /^.{4,400}(?:のメール|(?:さん|様)?[がは](?:書きました|次のように書きました)|wrote):$/i,
  zh: /^.{4,400}(?:写道|寫道|写到|写了|來信|寫了):$/,
  ko: /^.{4,400}(?:님?이 작성|님이 (?:쓴|쓰신) (?:글|메시지)|께서 (?:쓰시길|작성)|작성한? (?:내용|메시지)|작성):$/,
  vi: /^(?:vào|on)\s.{4,400}đã viết:$/i,
  id: /^pada\s.{4,400}(?:menulis|wrote):$/i,
  th: /^.{4,400}เขียนว่า:$/,
  hi: /^.{4,400}ने लिखा:$/,
  /** Gmail in Russian, Japanese and others: a date and an address, and no verb at all. */
  none: /^(?=.{0,200}\d{4}).{6,300}<[^<>\s]{1,100}@[^<>\s]{1,200}>,?:$/,
  /** `Ann <ann@example.org> wrote:`, as Mutt, Gnus and list archives have it. */
  nameFirst:
    /^["'\p{L}].{1,200}(?:<[^<>\s]{1,100}@[^<>\s]{1,200}>|\[[^\]]{1,100}\]|\([^)]{1,100}\)|@[\w.-]{1,100}).{0,40}\b(?:wrote|writes|schrieb|a écrit|escribió|skrev|said):$/iu,
};
const patterns = Object.values(attributions);

/** One line of text, with marks of direction and odd spaces taken out, as the patterns want it. */
export function plainLine(line: string): string {
  return withoutInvisible(line.slice(0, longest * 2))
    .replace(/\s{1,999}/gu, ' ')
    .replace(/ ?[:：]\s?$/u, ':')
    .trim();
}

/** Whether this line says who wrote what follows. It may have been broken in two or three: put them together first. */
export function isAttribution(line: string): boolean {
  const plain = plainLine(line);
  return plain.length <= longest && plain.endsWith(':') && patterns.some((pattern) => pattern.test(plain));
}

const original =
  /^[-_=*\s]{2,40}(?:original message|original appointment|reply message|ursprüngliche nachricht|original-?nachricht|message d['’]origine|message original|mensaje original|mensagem original|messaggio originale|oorspronkelijk bericht|ursprungligt meddelande|oprindelig meddelelse|opprinnelig melding|alkuperäinen viesti|wiadomość oryginalna|původní zpráva|eredeti üzenet|mesaj original|özgün ileti|orijinal mesaj|αρχικό μήνυμα|исходное сообщение|оригинальное сообщение|оригінальне повідомлення|元のメッセージ|オリジナルメッセージ|原始邮件|原始郵件|邮件原件|원본 메시지|원본 메일|پیام اصلی|متن اصلی|الرسالة الأصلية|הודעה מקורית|tin nhắn gốc|pesan asli)[-_=*\s]{0,40}$/iu;
const forwarded =
  /^[-_=*\s]{2,40}\s?(?:(?:begin )?forwarded (?:message|text|by)|weitergeleitete nachricht|message transf[ée]r[ée]|mensaje reenviado|mensagem (?:encaminhada|reencaminhada)|messaggio inoltrato|doorgestuurd bericht|vidarebefordrat meddelande|videresendt (?:meddelelse|melding)|edelleenlähetetty viesti|przekazana wiadomość|přeposlaná zpráva|továbbított üzenet|iletilen mesaj|yönlendirilen ileti|προωθημένο μήνυμα|пересылаемое сообщение|пересланное сообщение|переслане повідомлення|転送(?:された)?メッセージ|转发的邮件|轉寄的郵件|已转发邮件|전달된 메시지|پیام (?:هدایت|ارسال|بازارسال) ?شده|رسالة (?:معاد توجيهها|مُعاد توجيهها|مُعاد إرسالها)|הודעה שהועברה|thư đã chuyển tiếp|pesan terusan).{0,100}$|^(?:begin forwarded (?:message|text)|anfang der weitergeleiteten nachricht|début du message (?:transféré|réexpédié)|inicio del mensaje reenviado|inizio messaggio inoltrato|início da mensagem encaminhada|начало переадресованного сообщения|転送されたメッセージ|开始转发的邮件):?$/iu;

/** `-----Original Message-----`. */
export function isOriginalMark(line: string): boolean {
  return original.test(plainLine(line).replace(/:$/, ''));
}

/** `---------- Forwarded message ---------`: what follows is what the message is about. */
export function isForwardMark(line: string): boolean {
  return forwarded.test(plainLine(line));
}

const roles = {
  from: 'from|von|de|da|van|från|fra|lähettäjä|od|feladó|de la|kimden|gönderen|από|от|від|差出人|送信者|发件人|發件者|寄件者|寄件人|보낸 ?사람|از|فرستنده|من|מאת|từ|dari',
  date: 'sent|date|gesendet|datum|envoyé|enviado|enviada(?: em)?|fecha|data|inviato|verzonden|skickat|dato|sendt|lähetetty|päivämäärä|wysłano|odesláno|elküldve|trimis|gönderildi|tarih|ημερομηνία|στάλθηκε|отправлено|дата|надіслано|送信日時|日時|发送时间|日期|时间|寄件日期|傳送日期|보낸 ?날짜|날짜|تاریخ|زمان|ارسال|تاريخ|أرسلت|تم الإرسال|נשלח|תאריך|ngày|đã gửi|tanggal|dikirim',
  to: 'to|an|à|para|pour|a|aan|till|til|vastaanottaja|do|komu|címzett|către|kime|alıcı|προς|кому|宛先|收件人|收件者|받는 ?사람|به|گیرنده|إلى|אל|đến|kepada',
  subject:
    'subject|betreff|objet|sujet|asunto|assunto|oggetto|onderwerp|ämne|emne|aihe|temat|předmět|tárgy|subiect|konu|θέμα|тема|件名|主题|主旨|主題|제목|موضوع|الموضوع|נושא|chủ đề|subjek',
} as const;
type Role = keyof typeof roles;
const role = Object.entries(roles).map(
  ([name, words]) => [name as Role, new RegExp(`^[*_>\\s]{0,4}(?:${words})[*_]{0,2} ?[:：][*_]{0,2}`, 'iu')] as const,
);

/** What a line of Outlook's block says, if it is one. */
export function headerRole(line: string): Role | undefined {
  const plain = plainLine(line);
  return role.find(([, pattern]) => pattern.test(plain))?.[0];
}

/**
 * Whether the lines begin with a block that Outlook puts above what it quotes: who, and two more of when, to whom and about
 * what within six lines.
 */
export function isHeaderBlock(lines: readonly string[]): boolean {
  if (headerRole(lines[0] ?? '') !== 'from') return false;
  const said = new Set(lines.slice(1, 7).map(headerRole));
  return ['date', 'to', 'subject'].filter((name) => said.has(name as Role)).length >= 2;
}

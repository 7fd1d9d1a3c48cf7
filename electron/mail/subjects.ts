// Subjects as they are shown: without what nobody sees, in the direction of what they say and not of the "Re:" before it. Pure.
import { cleanLine } from './characters.ts';
import { hasRightToLeft, writtenDirection } from './direction.ts';

const longest = 1_000;

/** What mail programs put before a subject that they answer, forward or report on; in the languages that Outlook, Gmail and
 *  Apple Mail speak. */
const prefixes =
  're ref fw fwd aw antw wg tr rv enc res rép rif r i sv vs vb vl vá továbbítás odp pd ynt ilt atb ats nvs hl bls tl ' +
  'απ πρθ πρ на пер отв ответ відп переслать переадр ' +
  'پاسخ ارسال ارجاع فوروارد رد إعادة_توجيه تحويل تمرير השב תשובה תגובה העברה הועבר ' +
  '答复 答覆 回复 回覆 回信 转发 轉寄 轉發 返信 転送 회신 전달 답장 ' +
  'invitation accepted declined tentative canceled cancelled undeliverable';
const words = prefixes.replaceAll(' ', '|').replaceAll('_', '\\s');
/** One of them, as it may be counted: `Re[2]:`, `AW (3):`; or the name of a list in brackets. Every repetition is bounded. */
const prefix = new RegExp(
  `^\\s{0,20}(?:(?:${words})\\s?(?:[\\[(]\\d{1,4}[\\])])?\\s?[:：]|\\[[^\\]]{1,100}\\](?=\\s{0,20}\\S))`,
  'iu',
);
/** More than any answer to an answer has. */
const mostPrefixes = 50;

/** On one line. */
export const shownSubject = (subject: string): string => cleanLine(subject, longest);

/** `auto`: the browser tells it rightly by itself, as of most. */
export function subjectDirection(subject: string): 'ltr' | 'rtl' | 'auto' {
  let rest = subject.slice(0, longest);
  if (!hasRightToLeft(rest)) return 'auto';
  for (let count = 0; count < mostPrefixes; count += 1) {
    const [found] = prefix.exec(rest) ?? [];
    if (found === undefined) break;
    rest = rest.slice(found.length);
  }
  return writtenDirection([rest]) ?? 'auto';
}

// An address or a host: it breaks after `@` and after the dots of the host, and elsewhere only where it must.
import { Fragment } from 'react';

const dots = /(?<=\.)(?=[\p{L}\p{N}])/u;

/** What stands before an `@` has dots of its own, at which nobody reads on. */
const partsOf = (text: string) =>
  text.split(/(?<=@)/).flatMap((piece) => {
    const whole = piece.endsWith('@') ? piece.lastIndexOf(' ') + 1 : piece.length;
    return [...piece.slice(0, whole).split(dots), piece.slice(whole)].filter((part) => part !== '');
  });

export function Breakable({ text }: { readonly text: string }) {
  return partsOf(text).map((part, at) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one text, in its order.
    <Fragment key={at}>
      {at > 0 && <wbr />}
      {part}
    </Fragment>
  ));
}

// Messages as one mbox file (RFC 4155, in the variant "mboxrd", which can be undone): a line that separates them, and every
// line that could be taken for one quoted. Works on pieces as they come; knows no file.

const newline = 0x0a;
const carriageReturn = 0x0d;
const quote = 0x3e;
const from = [0x46, 0x72, 0x6f, 0x6d, 0x20];

const days = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const two = (number: number, fill: string) => String(number).padStart(2, fill);

/** `receivedAt`: epoch ms. In UTC, as RFC 4155 wants it. */
export function separatorLine(email: string, receivedAt: number): string {
  const sender = /^[\x21-\x7e]{1,320}$/.test(email) ? email : 'MAILER-DAEMON';
  const date = new Date(Number.isFinite(new Date(receivedAt).getTime()) ? receivedAt : 0);
  const time = [date.getUTCHours(), date.getUTCMinutes(), date.getUTCSeconds()].map((one) => two(one, '0')).join(':');
  const day = `${days[date.getUTCDay()]} ${months[date.getUTCMonth()]} ${two(date.getUTCDate(), ' ')}`;
  return `From ${sender} ${day} ${time} ${date.getUTCFullYear()}\n`;
}

export interface MboxQuoting {
  /** The next piece of a raw message, as it goes into the file. Line ends become LF, as RFC 4155 has them. */
  readonly push: (piece: Uint8Array) => Uint8Array;
  /** What is still held back, and the empty line that ends a message. */
  readonly end: () => Uint8Array;
}

/** A line that is quoted has five bytes at least, and gets one more; what was held back comes on top. */
const room = (length: number) => length + Math.ceil(length / from.length) + from.length + 2;

/** One for each message. */
export function createMboxQuoting(): MboxQuoting {
  /** How much of `From ` the line began with; -1 once it can no longer be one. */
  let matched = 0;
  let endsLine = true;
  let holdsReturn = false;
  let output = new Uint8Array(0);
  let length = 0;

  function put(byte: number): void {
    output[length] = byte;
    length += 1;
    endsLine = byte === newline;
  }

  function release(): void {
    for (const byte of from.slice(0, Math.max(matched, 0))) put(byte);
    matched = -1;
  }

  function add(byte: number): void {
    if (matched >= 0 && byte === from[matched]) {
      matched += 1;
      if (matched < from.length) return;
      put(quote);
      release();
      return;
    }
    const isQuote = matched === 0 && byte === quote;
    release();
    put(byte);
    if (isQuote || byte === newline) matched = 0;
  }

  return {
    push(piece) {
      output = new Uint8Array(room(piece.length));
      length = 0;
      for (const byte of piece) {
        if (holdsReturn && byte !== newline) add(carriageReturn);
        holdsReturn = byte === carriageReturn;
        if (!holdsReturn) add(byte);
      }
      return output.subarray(0, length);
    },
    end() {
      output = new Uint8Array(room(0));
      length = 0;
      if (holdsReturn) add(carriageReturn);
      release();
      if (!endsLine) put(newline);
      put(newline);
      return output.subarray(0, length);
    },
  };
}

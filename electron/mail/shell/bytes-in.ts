// The bytes that stand in a `data:` address, as browsers read them (fetch.spec.whatwg.org/#data-urls). Pure.

function unescaped(text: string): string {
  return text.replace(/%([0-9a-f]{2})/gi, (_all, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}

/** Undefined where a browser would read none, or others than stand here. */
export function bytesIn(address: string): Uint8Array | undefined {
  const [, type, body = ''] = /^data:([^,#]{0,200}),([^#]*)/i.exec(address) ?? [];
  if (type === undefined || /[^\0-\x7f]/.test(body)) return undefined;
  const text = unescaped(body.replace(/[\t\n\r]/g, ''));
  try {
    return Uint8Array.from(/; *base64 *$/i.test(type) ? atob(text) : text, (character) => character.charCodeAt(0));
  } catch {
    return undefined; // no base64
  }
}

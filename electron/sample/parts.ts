// The MIME shapes that mail comes in, as functions. Knows nothing of Gmail's JSON.
import type { Part } from './letter.ts';

const utf8 = '; charset="UTF-8"';

export function plain(text: string, parameters = utf8): Part {
  return { type: 'text/plain', parameters, text };
}

export function html(text: string, parameters = utf8): Part {
  return { type: 'text/html', parameters, text };
}

export function alternative(...parts: readonly Part[]): Part {
  return { type: 'multipart/alternative', parts };
}

export function mixed(...parts: readonly Part[]): Part {
  return { type: 'multipart/mixed', parts };
}

/** HTML with the pictures that it shows by `cid:`. */
export function related(...parts: readonly Part[]): Part {
  return { type: 'multipart/related', parameters: '; type="text/html"', parts };
}

const types: Readonly<Record<string, string>> = {
  pdf: 'application/pdf',
  jpg: 'image/jpeg',
  png: 'image/png',
  zip: 'application/zip',
  csv: 'text/csv',
  txt: 'text/plain',
  ics: 'application/ics',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  mp4: 'video/mp4',
  m4a: 'audio/mp4',
  dxf: 'image/vnd.dxf',
  eml: 'message/rfc822',
};

export function attachment(filename: string, size: number): Part {
  const extension = filename.slice(filename.lastIndexOf('.') + 1).toLowerCase();
  return { type: types[extension] ?? 'application/octet-stream', filename, size };
}

export function inlineImage(contentId: string, filename: string, size: number): Part {
  return { ...attachment(filename, size), contentId };
}

/** A calendar part, which Gmail hands over like an attachment: by id, without its text. */
export function calendar(method: string, text: string): Part {
  return {
    type: 'text/calendar',
    parameters: `; charset="UTF-8"; method=${method}`,
    size: text.length,
    onDemand: text,
  };
}

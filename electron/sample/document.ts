// One text in two forms, plain and HTML, so that both alternatives of a message say the same.
// Knows nothing of what is said or of MIME.

export type Block =
  | { readonly kind: 'text' | 'heading' | 'small'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  | { readonly kind: 'rows'; readonly rows: readonly (readonly string[])[] }
  | { readonly kind: 'button'; readonly text: string; readonly to: string }
  | { readonly kind: 'image'; readonly source: string; readonly text: string; readonly height: number }
  | { readonly kind: 'rule' };

export interface Look {
  readonly brand: string;
  readonly colour: string;
  readonly direction: 'ltr' | 'rtl';
  readonly language: string;
  /** Shown by mail programs beside the subject, and hidden in the message. */
  readonly preheader?: string;
  readonly layout: 'card' | 'column' | 'bare';
  /** A picture that nobody sees, which tells its host that the message was opened. */
  readonly beacon?: string;
}

export const text = (value: string): Block => ({ kind: 'text', text: value });
export const heading = (value: string): Block => ({ kind: 'heading', text: value });
export const small = (value: string): Block => ({ kind: 'small', text: value });
export const rule: Block = { kind: 'rule' };

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** As Gmail escapes snippets. */
export function escapeText(value: string): string {
  return /[&<>"']/.test(value) ? value.replace(/[&<>"']/g, (character) => escapes[character] ?? '') : value;
}

function plainBlock(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return `${block.text}\n${'-'.repeat(Math.min(block.text.length, 60))}`;
    case 'list':
      return block.items.map((item) => `* ${item}`).join('\n');
    case 'rows':
      return block.rows.map((row) => row.join('   ')).join('\n');
    case 'button':
      return `${block.text}:\n${block.to}`;
    case 'image':
      return `[${block.text}]`;
    case 'rule':
      return '----------';
    default:
      return block.text;
  }
}

export function plainText(blocks: readonly Block[]): string {
  return blocks.map(plainBlock).join('\n\n');
}

const cell = 'padding:6px 12px 6px 0;border-bottom:1px solid #e6e2da;font-size:15px';

function htmlBlock(block: Block, look: Look): string {
  switch (block.kind) {
    case 'heading':
      return `<h2 style="margin:28px 0 8px;font-size:20px;line-height:1.3;color:${look.colour}">${escapeText(block.text)}</h2>`;
    case 'small':
      return `<p style="margin:24px 0 0;font-size:12px;color:#777">${escapeText(block.text)}</p>`;
    case 'list':
      return `<ul style="margin:0 0 16px;padding-inline-start:22px">${block.items.map((item) => `<li>${escapeText(item)}</li>`).join('\n')}</ul>`;
    case 'rows': {
      const rows = block.rows.map((row) =>
        row.map((value) => `<td style="${cell}">${escapeText(value)}</td>`).join(''),
      );
      return `<table width="100%" cellpadding="0" cellspacing="0" style="margin:0 0 16px">${rows.map((row) => `<tr>${row}</tr>`).join('\n')}</table>`;
    }
    case 'button':
      return `<p style="margin:20px 0"><a href="${block.to}" style="display:inline-block;padding:11px 22px;border-radius:6px;background:${look.colour};color:#fff;text-decoration:none">${escapeText(block.text)}</a></p>`;
    case 'image':
      return `<img src="${block.source}" alt="${escapeText(block.text)}" width="560" height="${block.height}" style="display:block;max-width:100%;margin:0 0 16px">`;
    case 'rule':
      return '<hr style="border:0;border-top:1px solid #ddd;margin:24px 0">';
    default:
      return `<p style="margin:0 0 16px">${escapeText(block.text)}</p>`;
  }
}

const frames: Record<Look['layout'], (inside: string, look: Look) => string> = {
  card: (inside, look) =>
    `<table width="100%" cellpadding="0" cellspacing="0" bgcolor="#f4f1ea"><tr><td align="center" style="padding:24px 8px">
<table width="600" cellpadding="0" cellspacing="0" bgcolor="#ffffff" style="max-width:600px;border-radius:10px">
<tr><td bgcolor="${look.colour}" style="padding:18px 32px;color:#fff;font-size:19px;font-weight:bold">${escapeText(look.brand)}</td></tr>
<tr><td style="padding:28px 32px;font:16px/1.55 Helvetica,Arial,sans-serif;color:#222">
${inside}
</td></tr></table></td></tr></table>`,
  column: (inside, look) =>
    `<div style="max-width:620px;margin:0 auto;padding:24px;font:17px/1.6 Georgia,serif;color:#1d1d1d">
<p style="letter-spacing:.12em;text-transform:uppercase;font-size:13px;color:${look.colour}">${escapeText(look.brand)}</p>
${inside}
</div>`,
  bare: (inside) => `<div style="font-family:sans-serif;font-size:14px">${inside}</div>`,
};

export function htmlText(blocks: readonly Block[], look: Look): string {
  const inside = blocks.map((block) => htmlBlock(block, look)).join('\n');
  const hidden =
    look.preheader === undefined
      ? ''
      : `<div style="display:none;max-height:0;overflow:hidden">${escapeText(look.preheader)}</div>\n`;
  const beacon = look.beacon === undefined ? '' : `\n<img src="${look.beacon}" alt="" width="1" height="1" border="0">`;
  return `<!doctype html>
<html lang="${look.language}" dir="${look.direction}"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<style>body{margin:0;padding:0}a{color:${look.colour}}@media (max-width:480px){td{padding-left:12px!important;padding-right:12px!important}}</style>
</head><body dir="${look.direction}">
${hidden}${frames[look.layout](inside, look)}${beacon}
</body></html>`;
}

/** What a reader of the HTML sees first, in order: where there is no plain text, Gmail's snippet is made of it. */
export function firstWords(blocks: readonly Block[], look: Look): string {
  const brand = look.layout === 'bare' ? '' : look.brand;
  const shown = blocks.filter((block) => block.kind !== 'image' && block.kind !== 'rule');
  const said = shown.map((block) => {
    if (block.kind === 'button') return block.text;
    if (block.kind === 'list') return block.items.join(' ');
    return block.kind === 'rows' ? block.rows.flat().join(' ') : 'text' in block ? block.text : '';
  });
  return [look.preheader ?? '', brand, ...said].join(' ');
}

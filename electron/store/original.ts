// How a message looks, as it lies on disk: JSON, deflated with what HTML of mail usually begins with. Knows nothing of HTML.
import { constants } from 'node:zlib';
import type { Original } from '../contract/body.ts';
import { deflated, inflated } from './deflated.ts';

/** It can never change: what is on disk was written with it (RFC 1950, section 2.2). */
const dictionary = Buffer.from(
  [
    '<!--[if mso]><![endif]--><table role="presentation" border="0" cellpadding="0" cellspacing="0" width="100%" style="',
    'border-collapse:collapse;mso-table-lspace:0pt;mso-table-rspace:0pt"><tbody><tr><td align="center" valign="top" style="',
    'font-family:Helvetica,Arial,sans-serif;font-size:16px;line-height:1.5;color:#333333;text-decoration:none;',
    'padding:0;margin:0;display:block;max-width:600px;background-color:#ffffff;font-weight:bold;text-align:center;',
    '</span></a></p></td></tr></table></div><div dir=\\"ltr\\" class=\\"gmail_quote\\"><blockquote type=\\"cite\\" ',
    '<p class=\\"MsoNormal\\"><o:p>&nbsp;</o:p></p><img src=\\"https://www.\\" alt=\\"\\" width=\\"1\\" height=\\"1\\" border=\\"0\\"',
    ' style=\\"display:block\\"/><a href=\\"https://\\" target=\\"_blank\\" style=\\"color:\\n</td>\\n</tr>\\n<tr>\\n<td style=\\"',
    '@media only screen and (max-width:600px){.{width:100%!important;padding:0!important}}</style></head>',
    '<!DOCTYPE html PUBLIC \\"-//W3C//DTD XHTML 1.0 Transitional//EN\\" \\"http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd\\">',
    '<html xmlns=\\"http://www.w3.org/1999/xhtml\\"><head><meta http-equiv=\\"Content-Type\\" content=\\"text/html; charset=utf-8\\">',
    '<meta name=\\"viewport\\" content=\\"width=device-width, initial-scale=1.0\\"><title></title><style type=\\"text/css\\">',
    ',"flowed":false,"delSp":false}],"related":[{"contentId":"ii_","partId":"1","mimeType":"image/png","sizeBytes":',
    '"calendars":[],"nested":[],"omitted":[],"whole":true}{"parts":[{"partId":"0.1","html":"<div dir=\\"ltr\\">","plain":"',
  ].join(''),
);

/** Longer ones are deflated fast rather than well: everybody waits for this thread. */
const longLength = 400_000;

export function deflateOriginal(original: Original): Uint8Array {
  const written = JSON.stringify(original);
  const level = written.length > longLength ? constants.Z_BEST_SPEED : constants.Z_DEFAULT_COMPRESSION;
  return deflated(written, dictionary, level);
}

export function inflateOriginal(body: Uint8Array): Original {
  return JSON.parse(inflated(body, dictionary)) as Original;
}

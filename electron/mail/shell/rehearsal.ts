// A mail of our own, with a little of what most have: shown to nobody, so that what somebody sees first is not the first.
import type { Show } from '../frame.ts';

const rows = Array.from(
  { length: 12 },
  (_, row) =>
    `<tr><td style="padding:6px 12px;font:16px/1.5 Helvetica,Arial,sans-serif;color:#222"><p style="margin:0"><b>${row}</b> <a href="https://porthole.invalid/">A</a> a</p></td></tr>`,
).join('');

export const rehearsal: Show = {
  kind: 'show',
  html: `<html><head><style>td{color:#333}</style></head><body style="margin:0"><table width="600" bgcolor="#ffffff">${rows}</table></body></html>`,
  related: [],
  pictures: [],
  colours: 'original',
  dark: false,
  palette: { text: '#222', background: '#fff', link: '#00c', quiet: '#666', mark: '#ff0', current: '#fa0' },
  zoom: 1,
  fits: true,
  quoted: '',
  title: '',
  marks: [],
};

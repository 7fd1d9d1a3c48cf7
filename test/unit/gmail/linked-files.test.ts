import { expect, test } from 'vitest';
import { linkedFiles } from '../../../electron/gmail/linked-files.ts';

test.each([
  ['https://drive.google.com/file/d/x/view', ['drive']],
  ['<a href="https://docs.google.com/document/d/x/edit?usp=sharing">', ['document']],
  ['https://docs.google.com/a/example.org/spreadsheets/d/x', ['spreadsheet']],
  ['HTTPS://DOCS.GOOGLE.COM/presentation/d/x', ['presentation']],
  ['https://www.youtube.com/watch?v=x and https://youtu.be/y', ['youtube']],
  ['https://m.youtube.com/x https://drive.google.com/y https://drive.google.com/z', ['youtube', 'drive']],
  ['https://docs.google.com/forms/d/x', []],
  ['https://drive.google.com.example.org/', []],
  ['https://notyoutube.com/', []],
  ['https://youtube.computer/', []],
  ['drive.google.com without a protocol is no link', []],
  ['', []],
])('%s links to %j', (text, sorts) => {
  expect(linkedFiles(text)).toEqual(sorts);
});

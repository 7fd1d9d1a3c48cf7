// Puts pictures of mail on sheets of twenty-five, to be looked at by somebody.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { chromium } from 'playwright';
import { findChromium } from '../../runtime/chromium/find.ts';

export interface SheetsOptions {
  readonly folder: string;
  readonly pictures: readonly { readonly light: string; readonly dark: string; readonly name: string }[];
}

const onSheet = 25;

function sheet(folder: string, pictures: readonly { readonly file: string; readonly name: string }[]): string {
  const shown = pictures.map(({ file, name }) => {
    const bytes = readFileSync(path.join(folder, file)).toString('base64');
    const label = name.replace(/[<>&]/g, '');
    return `<figure><img src="data:image/png;base64,${bytes}"><figcaption>${label}</figcaption></figure>`;
  });
  const style =
    'body{margin:8px;display:grid;grid-template-columns:repeat(5,1fr);gap:8px;font:11px sans-serif;background:#888}figure{margin:0}img{display:block;width:100%}figcaption{overflow:hidden;white-space:nowrap}';
  return `<!doctype html><meta charset="utf-8"><style>${style}</style>${shown.join('')}`;
}

export async function writeSheets({ folder, pictures }: SheetsOptions): Promise<void> {
  const { executable, switches, env } = await findChromium();
  const browser = await chromium.launch({
    executablePath: executable,
    args: [...switches],
    env: { ...process.env, ...env } as Record<string, string>,
  });
  const page = await browser.newPage({ viewport: { width: 2_000, height: 800 } });
  for (let from = 0; from < pictures.length; from += onSheet) {
    for (const theme of ['light', 'dark'] as const) {
      const some = pictures
        .slice(from, from + onSheet)
        .map((picture) => ({ file: picture[theme], name: picture.name }));
      await page.setContent(sheet(folder, some));
      await page.screenshot({ path: path.join(folder, `sheet-${from / onSheet + 1}-${theme}.png`), fullPage: true });
    }
  }
  await browser.close();
}

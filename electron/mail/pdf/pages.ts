// The pages of a PDF below each other, drawn when they come near and forgotten when they are far: a book has more pixels than a
// computer has memory.
import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist';

const widest = 1_000;
const margin = 24;
/** Of one page, once it is drawn. */
const mostPixels = 16_000_000;

interface Sheet {
  readonly canvas: HTMLCanvasElement;
  readonly number: number;
}

const paperWidth = () => Math.max(Math.min(window.innerWidth - 2 * margin, widest), 100);

function size(canvas: HTMLCanvasElement, page: PDFPageProxy): { readonly width: number; readonly scale: number } {
  const { width, height } = page.getViewport({ scale: 1 });
  const scale = paperWidth() / width;
  canvas.style.aspectRatio = `${width} / ${height}`;
  return { width, scale };
}

async function draw(document: PDFDocumentProxy, { canvas, number }: Sheet): Promise<void> {
  const page = await document.getPage(number);
  const { scale } = size(canvas, page);
  const plain = page.getViewport({ scale });
  const pixels = plain.width * plain.height;
  const ratio = Math.min(window.devicePixelRatio, Math.sqrt(mostPixels / pixels));
  const viewport = page.getViewport({ scale: scale * ratio });
  canvas.width = Math.floor(viewport.width);
  canvas.height = Math.floor(viewport.height);
  // No annotations: they are what carries links, forms and scripts.
  await page.render({ canvas, viewport, annotationMode: 0 }).promise;
  page.cleanup();
}

function forget({ canvas }: Sheet): void {
  canvas.width = 0;
  canvas.height = 0;
}

/** Resolves when the first is drawn. `nameOf`: of a page, counted from 1. */
export async function layPages(
  document: PDFDocumentProxy,
  count: number,
  nameOf: (page: number) => string,
): Promise<void> {
  const first = await document.getPage(1);
  const sheets = new Map<Element, Sheet>();
  for (let number = 1; number <= count; number += 1) {
    const canvas = window.document.createElement('canvas');
    canvas.setAttribute('role', 'img');
    canvas.setAttribute('aria-label', nameOf(number));
    // Nearly all have the size of the first; each takes its own when it is drawn.
    size(canvas, first);
    sheets.set(canvas, { canvas, number });
  }
  window.document.body.replaceChildren(...sheets.keys());

  const drawn = new Set<Sheet>();
  const observer = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) {
        const sheet = sheets.get(target);
        if (!sheet || sheet.number === 1) continue;
        if (!isIntersecting && drawn.delete(sheet)) forget(sheet);
        if (isIntersecting && !drawn.has(sheet)) {
          drawn.add(sheet);
          // A page that can't be drawn stays white.
          draw(document, sheet).catch(() => drawn.delete(sheet));
        }
      }
    },
    { rootMargin: '100% 0px' },
  );
  for (const canvas of sheets.keys()) observer.observe(canvas);
  const [sheet] = sheets.values();
  if (sheet) await draw(document, sheet);
}

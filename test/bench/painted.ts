// When something is painted, as the page itself sees it: Playwright's own waiting looks only now and then, up to half a second
// apart.
import type { Page } from 'playwright';

/** Runs in the page. Epoch ms. */
function paintedAt(selector: string): Promise<number> {
  return new Promise((resolve) => {
    const look = () => {
      if (!document.querySelector(selector)) return;
      observer.disconnect();
      requestAnimationFrame(() => {
        // A task after the callbacks of a frame comes when the frame has been drawn.
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => resolve(performance.timeOrigin + performance.now());
        port2.postMessage(null);
      });
    };
    const observer = new MutationObserver(look);
    observer.observe(document, { childList: true, subtree: true });
    look();
  });
}

/** By this process's `performance.now()`. */
export async function painted(page: Page, selector: string): Promise<number> {
  for (;;) {
    try {
      return (await page.evaluate(paintedAt, selector)) - performance.timeOrigin;
    } catch (error) {
      // The window's own page takes the place of the blank one.
      if (!/context was destroyed/.test(String(error))) throw error;
    }
  }
}

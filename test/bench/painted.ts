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
        // Not painted, whatever the document holds: nothing of it can be seen.
        const { top, bottom } = document.querySelector(selector)?.getBoundingClientRect() ?? { top: 0, bottom: 0 };
        if (bottom <= top || top >= innerHeight) throw new Error(`${selector} is out of sight.`);
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

/** Runs in the page. Presses a key until it has done something. Epoch ms. */
function answeredAt({ key, selector }: { readonly key: string; readonly selector: string }): Promise<number> {
  return new Promise((resolve) => {
    const press = () => {
      if (document.querySelector(selector)) return resolve(performance.timeOrigin + performance.now());
      document.body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
      return setTimeout(press);
    };
    press();
  });
}

/** When a key does what `selector` shows, by this process's `performance.now()`. */
export async function answered(page: Page, key: string, selector: string): Promise<number> {
  return (await page.evaluate(answeredAt, { key, selector })) - performance.timeOrigin;
}

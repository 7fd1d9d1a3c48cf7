// The end of the program: when what has to be written is, or has taken too long.
import { app } from 'electron';

/** Lets what is being written be finished before the process ends, but not for long. */
export function quitAfter(close: () => Promise<void>): void {
  let closed = false;
  app.on('will-quit', (event) => {
    if (closed) return;
    event.preventDefault();
    const late = new Promise((resolve) => setTimeout(resolve, 3_000));
    void Promise.race([close(), late])
      .catch(() => undefined)
      .then(() => {
        closed = true;
        app.quit();
      });
  });
}

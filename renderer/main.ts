// The page's entry: short, because what the document came with is to be seen before anything makes it live.
import './styles/tokens.css';
import './styles/document.css';

/** Its first screen is there, and has been painted. */
function painted(): Promise<void> {
  if (!document.getElementById('root')?.hasChildNodes()) return Promise.resolve();
  return new Promise((resolve) => {
    requestAnimationFrame(() => {
      // A task after the callbacks of a frame comes when the frame has been drawn.
      setTimeout(resolve);
    });
  });
}

await painted();
await import('./live.tsx');

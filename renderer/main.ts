// The page's entry: short, because what the document came with is to be seen before the code comes that makes it live.
import './styles/tokens.css';
import './styles/document.css';

const root = document.getElementById('root');
if (!root) throw new Error('The page has no root.');

/** What is there already has been seen. */
function painted({ childNodes }: HTMLElement): Promise<void> {
  if (childNodes.length === 0) return Promise.resolve();
  return new Promise((resolve) => {
    // A task after the callbacks of a frame comes when the frame has been drawn.
    requestAnimationFrame(() => setTimeout(resolve));
  });
}

// Who sees the list presses keys, and means them, although it is not live yet.
const early: KeyboardEvent[] = [];
const hold = (event: KeyboardEvent) => {
  if (!event.isTrusted) return;
  event.stopImmediatePropagation();
  early.push(event);
};
window.addEventListener('keydown', hold, true);

await painted(root);
const printed = new URLSearchParams(location.search).get('print');
if (printed === null) await (await import('./live.tsx')).live(root);
else (await import('./print/print.tsx')).print(root, printed);

for (let event = early.shift(); event; event = early.shift()) {
  (document.activeElement ?? document.body).dispatchEvent(new KeyboardEvent(event.type, event));
  // The next key is meant for what this one has changed, which must be drawn first.
  await new Promise((resolve) => setTimeout(resolve));
}
window.removeEventListener('keydown', hold, true);

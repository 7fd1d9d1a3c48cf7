// A notification of the system. What it says is decided elsewhere.
import { Notification } from 'electron';
import { bodyFor, type Notice } from '../telling/told.ts';

/** What is shown would lose its click if nothing held it. */
const shown = new Set<Notification>();

/** Answers what takes it back. */
export function notify(notice: Notice, platform: NodeJS.Platform, onClick: () => void): () => void {
  if (!Notification.isSupported()) return () => undefined;
  const notification = new Notification({ title: notice.title, body: bodyFor(notice, platform) });
  shown.add(notification);
  notification.on('click', onClick);
  notification.on('close', () => shown.delete(notification));
  notification.show();
  return () => {
    shown.delete(notification);
    notification.close();
  };
}

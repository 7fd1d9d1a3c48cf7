// Parts and raw messages from Gmail, as fast as whoever waits for them may have them.
import type { GmailApi } from '../gmail/api.ts';
import type { PartSource } from './parts.ts';

export function gmailParts(api: GmailApi): PartSource {
  return {
    whole: (id, signal) => api.getWhole(id, { lane: 'clicked', signal }),
    part: (messageId, partId, signal) => api.getPart(messageId, partId, { lane: 'clicked', signal }),
    raw: (id, { urgent }, signal) => api.getRaw(id, { lane: urgent ? 'clicked' : 'recent', signal }),
  };
}

// How often each kind of thread comes: one round of the deck is about five hundred messages, dealt in random order.
// A table; knows nothing of what the kinds write.
import * as communities from './kinds/communities.ts';
import { conversation, foreignConversation } from './kinds/conversation.ts';
import * as invitations from './kinds/invitations.ts';
import * as letters from './kinds/letters.ts';
import * as networks from './kinds/networks.ts';
import * as newsletters from './kinds/newsletters.ts';
import * as notices from './kinds/notices.ts';
import * as oddities from './kinds/oddities.ts';
import * as ownMail from './kinds/own-mail.ts';
import * as pictures from './kinds/pictures.ts';
import * as shopping from './kinds/shopping.ts';
import { spam } from './kinds/spam.ts';
import { travel } from './kinds/travel.ts';
import type { Kind } from './letter.ts';
import type { Deal } from './plan.ts';

const table: readonly (readonly [threads: number, kind: Kind])[] = [
  [9, conversation('home', ['family'])],
  [8, conversation('home', ['friends'])],
  [5, conversation('home', ['club'])],
  [5, conversation('home', ['street'])],
  [4, conversation('office', ['school'])],
  [2, conversation('home', ['course'])],
  [11, conversation('office', ['yard'])],
  [7, conversation('office', ['clients', 'suppliers'])],
  [7, foreignConversation(['fa'])],
  [2, foreignConversation(['ar'])],
  [2, foreignConversation(['he'])],
  [4, foreignConversation(['de', 'fr', 'es', 'sv'])],
  [3, foreignConversation(['ja', 'zh', 'ko'])],
  [2, foreignConversation(['ru', 'hi'])],
  [20, newsletters.newsletter],
  [9, newsletters.gazette],
  [34, shopping.promotion],
  [11, shopping.receipt],
  [7, shopping.shipping],
  [6, travel],
  [7, notices.bankNotice],
  [4, notices.bill],
  [6, notices.securityNotice],
  [5, notices.reminder],
  [4, notices.schoolNotice],
  [8, communities.mailingList],
  [2, communities.digest],
  [7, communities.forumPost],
  [5, networks.codeHost],
  [20, networks.socialNotice],
  [5, invitations.invitation],
  [2, invitations.answerToInvitation],
  [2, invitations.bounce],
  [5, pictures.photos],
  [2, pictures.heavy],
  [6, oddities.oddity],
  [2, oddities.forwarded],
  [3, ownMail.draft],
  [3, ownMail.noteToSelf],
  [10, spam],
  [3, letters.longLetter],
  [1, letters.workshopLog],
];

export const deals: readonly Deal[] = table.map(([threads, kind]) => ({ kind, threads }));

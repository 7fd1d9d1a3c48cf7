// Headers and text of a message as they lie on disk: deflated, because they are most of a mailbox and compress well.
import { constants } from 'node:zlib';
import type { Header, Message } from '../contract/model.ts';
import { deflated, inflated } from './deflated.ts';

export type Body = Pick<Message, 'headers' | 'text'>;

/**
 * What most mail begins with: deflate finds it behind the beginning of each message, where nothing else is to be found yet
 * (RFC 1950, section 2.2). It can never change: what is on disk was written with it.
 */
const dictionary = Buffer.from(
  [
    '","List-Unsubscribe-Post","List-Unsubscribe=One-Click","List-Unsubscribe","<https://www.","List-Post","<mailto:',
    '","X-Mailer","X-Google-Smtp-Source","X-Gm-Message-State","X-Received","by 2002:a05:","In-Reply-To","References","<',
    '","Authentication-Results","mx.google.com; dkim=pass header.i=@ header.s= header.b= spf=pass (google.com: domain of ',
    ' designates  as permitted sender) smtp.mailfrom= dmarc=pass (p=NONE sp=NONE dis=NONE) header.from=',
    '","ARC-Seal","i=1; a=rsa-sha256; t=; cv=none; d=google.com; s=arc-20240605; b=',
    '","ARC-Message-Signature","i=1; a=rsa-sha256; c=relaxed/relaxed; d=google.com; s=arc-20240605; h=',
    '","ARC-Authentication-Results","i=1; mx.google.com; ',
    '","DKIM-Signature","v=1; a=rsa-sha256; c=relaxed/relaxed; d=; s=; t=; h=from:to:subject:date:message-id; bh=; b=',
    '","Received-SPF","pass (google.com: domain of  designates  as permitted sender) client-ip=;',
    '","Return-Path","<bounce',
    '","Delivered-To","@gmail.com","Received","from mail- (mail-.google.com. [209.85.220.41]) ',
    'by mx.google.com with ESMTPS id  for <  (version=TLS1_3 cipher=TLS_AES_256_GCM_SHA384 bits=256/256); ',
    'Mon, Tue, Wed, Thu, Fri, Sat, Sun, Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec 2026 2025 2024 -0700 (PDT) +0000',
    '","Content-Type","multipart/alternative; boundary="text/plain; charset=UTF-8","Content-Transfer-Encoding","quoted-printable',
    '","MIME-Version","1.0","Message-ID","<@mail.gmail.com>","Date","From","To","Cc","Reply-To","Subject","Re: ',
  ].join(''),
);

/** Names and values in turn, the text last. */
export function deflateBody({ headers, text }: Body): Uint8Array {
  const written = JSON.stringify([...headers.flatMap(({ name, value }) => [name, value]), text]);
  return deflated(written, dictionary, constants.Z_DEFAULT_COMPRESSION);
}

export function inflateBody(body: Uint8Array): Body {
  const written = JSON.parse(inflated(body, dictionary)) as string[];
  const headers: Header[] = [];
  for (let at = 0; at + 1 < written.length; at += 2)
    headers.push({ name: written[at] ?? '', value: written[at + 1] ?? '' });
  return { headers, text: written.at(-1) ?? '' };
}

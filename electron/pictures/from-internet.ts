// Where pictures that a person has allowed are fetched from: the Internet, by the system's resolver.
import { lookup } from 'node:dns/promises';
import { isPublicAddress } from './addresses.ts';
import type { BrokerOptions } from './broker.ts';
import { fetchPicture } from './fetch-picture.ts';

const timeoutMs = 15_000;

export const fromInternet: BrokerOptions['fetchPicture'] = (url, signal) =>
  fetchPicture(url, { resolve: (host) => lookup(host, { all: true }), isPublic: isPublicAddress, timeoutMs }, signal);

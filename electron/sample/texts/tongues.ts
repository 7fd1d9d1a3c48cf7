// Every language of the sample but English.
import { arabic } from './arabic.ts';
import { chinese } from './chinese.ts';
import { french } from './french.ts';
import { german } from './german.ts';
import { hebrew } from './hebrew.ts';
import { hindi } from './hindi.ts';
import { japanese } from './japanese.ts';
import { korean } from './korean.ts';
import { persian } from './persian.ts';
import { russian } from './russian.ts';
import { spanish } from './spanish.ts';
import { swedish } from './swedish.ts';
import type { Tongue } from './topic.ts';

export const tongues: readonly Tongue[] = [
  persian,
  arabic,
  hebrew,
  german,
  french,
  spanish,
  swedish,
  japanese,
  chinese,
  korean,
  russian,
  hindi,
];

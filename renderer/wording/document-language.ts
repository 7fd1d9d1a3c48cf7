// What the document says of its language. One that comes with its first screen says so already.
import { direction, language } from './language.ts';

document.documentElement.lang = language;
document.documentElement.dir = direction;

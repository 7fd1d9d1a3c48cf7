// A Vite plugin: what is read whole and served by the main process lies compressed in the package, as `<name>.br`.
// `electron/shipped.ts` reads it back.
import { promisify } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';
import type { Plugin } from 'vite';

const compress = promisify(brotliCompress);

/** Node itself reads what it runs, and the document is filled in as text: neither passes this way. */
const compresses = /\.(?:js|bin)$/;

export const compressed: Plugin = {
  name: 'compressed',
  enforce: 'post',
  generateBundle: {
    order: 'post',
    async handler(_options, bundle) {
      const files = Object.entries(bundle).filter(([name]) => compresses.test(name));
      const pack = async ([name, file]: (typeof files)[number]) => {
        const content = Buffer.from(file.type === 'chunk' ? file.code : file.source);
        const params = { [constants.BROTLI_PARAM_LGWIN]: 24, [constants.BROTLI_PARAM_SIZE_HINT]: content.length };
        this.emitFile({ type: 'asset', fileName: `${name}.br`, source: await compress(content, { params }) });
        delete bundle[name];
      };
      await Promise.all(files.map(pack));
    },
  },
};

// `Tray` and `nativeImage`: kept, never shown. A test emits 'click', or clicks an item of the menu.
import type * as Electron from 'electron';
import { Emitter, eventsOf, standsFor, standsForClass } from '../strict.ts';

const pngHead = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

class PlainImage {
  readonly #bytes: Buffer;
  readonly #scale: number;
  #isTemplate = false;

  constructor(bytes: Buffer, scale: number) {
    this.#bytes = bytes;
    this.#scale = scale;
  }
  /** As in Electron, what can't be read is an empty picture. */
  isEmpty(): boolean {
    return !this.#bytes.subarray(0, pngHead.length).equals(pngHead);
  }
  getSize(): Electron.Size {
    if (this.isEmpty()) return { width: 0, height: 0 };
    const side = (offset: number) => this.#bytes.readUInt32BE(offset) / this.#scale;
    return { width: side(16), height: side(20) };
  }
  toPNG(): Buffer {
    return this.#bytes;
  }
  setTemplateImage(option: boolean): void {
    this.#isTemplate = option;
  }
  isTemplateImage(): boolean {
    return this.#isTemplate;
  }
}

const imageOf = (bytes: Buffer, scale = 1) =>
  standsFor<Electron.NativeImage>('NativeImage')(new PlainImage(bytes, scale));

export const nativeImage = standsFor<typeof Electron.nativeImage>('nativeImage')({
  createEmpty: () => imageOf(Buffer.alloc(0)),
  createFromBuffer: (bytes: Buffer, options?: Electron.CreateFromBufferOptions) => imageOf(bytes, options?.scaleFactor),
});

const emitted = eventsOf<Electron.Tray>()('click', 'right-click', 'double-click');

class PlainTray extends Emitter {
  #isDestroyed = false;

  constructor(image: Electron.NativeImage | string) {
    super('Tray', emitted);
    this.setImage(image);
  }
  setImage(image: Electron.NativeImage | string): void {
    if (typeof image === 'string' || image.isEmpty())
      throw new Error('The Electron stand-in has no tray picture of that');
  }
  setContextMenu(_menu: Electron.Menu | null): void {}
  setToolTip(_toolTip: string): void {}
  isDestroyed(): boolean {
    return this.#isDestroyed;
  }
  destroy(): void {
    this.#isDestroyed = true;
  }
}

export const Tray = standsForClass<typeof Electron.Tray>('Tray')(PlainTray);

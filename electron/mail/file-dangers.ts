// Which files do harm when they are opened outside, and how a name hides that it is one of them. After what Gmail blocks
// (support.google.com/mail/answer/6590) and what Windows, macOS and Linux run on a double click.
import { hasInvisible } from './characters.ts';
import { kindByExtension, kindByType } from './file-kinds.ts';
import { effectiveExtension, safeName } from './file-names.ts';

export type Danger =
  /** It is dangerous, and looks like a document: `bill.pdf.exe`. */
  | 'double-extension'
  /** Characters that nobody sees, or that turn the writing round, stand in its name. */
  | 'hidden-characters'
  /** Its ending is pushed out of sight. */
  | 'padding'
  | 'executable'
  | 'script'
  | 'shortcut'
  /** Holds files past the marks that the system puts on what comes from outside. */
  | 'container'
  | 'macros'
  /** Its name and its declared type say different things. */
  | 'type-mismatch';

const dangerous: readonly (readonly [danger: Danger, extensions: string])[] = [
  [
    'executable',
    'exe com scr pif msi msp mst msix msixbundle appx appxbundle appinstaller dll ocx cpl sys drv efi fon ' +
      'app pkg mpkg dmg kext prefpane command workflow action ipa apk aab xapk deb rpm run elf snap flatpak flatpakref ' +
      'appimage jar jnlp class war gadget xbap air xll wll ppam ppa ex ex_ lib vxd vsto msu dylib xpi crx service',
  ],
  [
    'script',
    'bat cmd ps1 ps1xml ps2 ps2xml psc1 psc2 psd1 psm1 cdxml vb vbs vbe vbp js jse mjs ws wsf wsc wsh sct shb hta htc ' +
      'sh bash zsh csh ksh fish py pyc pyw pyz pl rb lua tcl php asp aspx applescript scpt scptd osas reg inf ins isp ' +
      'msh msh1 msh2 mshxml msc hlp chm mde mdb mda accde accdb accda ade adp ahk au3 sylk slk iqy rqy oqy dqy odc wiz ' +
      'diagcab diagcfg diagpkg mad maf mag mam maq mar mas mat mau mav maw grp its pcd prg ' +
      'nsh pyzw terminal tool mobileconfig wsb job',
  ],
  [
    'shortcut',
    'lnk url website scf desktop webloc inetloc fileloc library-ms search-ms searchconnector-ms settingcontent-ms ' +
      'appref-ms application theme themepack desktopthemepackfile rdp ica contact ' +
      'mailloc ftploc afploc vncloc xnk',
  ],
  [
    'container',
    'cpgz iso img udf vhd vhdx vmdk vdi cab xz wim swm esd one onepkg ace arj lzh r00 z cpio daa nrg toast',
  ],
  ['macros', 'docm dotm xlsm xltm xlsb xlam xla pptm potm ppsm sldm'],
];
const byExtension = new Map(
  dangerous.flatMap(([danger, extensions]) => extensions.split(' ').map((extension) => [extension, danger] as const)),
);

/** More than anybody types. */
const blanks = /[\s\u2800\u3164]{4,}/gu;
const blankBeforeDot = /[\s\u2800]{2}$/u;

/** Blanks push the ending out of sight. In steps, because one pattern takes the square of a name's length. */
function isPadded(name: string): boolean {
  const last = [...name.matchAll(blanks)].at(-1);
  if (last && !/\s/u.test(name.slice(last.index + last[0].length))) return true;
  const written = name.trimEnd();
  const dot = written.lastIndexOf('.');
  return dot > 0 && blankBeforeDot.test(written.slice(0, dot).slice(-2)) && /^\S+$/u.test(written.slice(dot + 1));
}

/** The part before the effective extension ends like a document. */
function looksLikeDocument(name: string): boolean {
  const safe = safeName(name);
  const inner = effectiveExtension(safe.slice(0, -effectiveExtension(safe).length - 1));
  return kindByExtension(inner) !== undefined && !byExtension.has(inner);
}

/** Why somebody must be asked before this file is opened outside; undefined where nothing speaks against it. */
export function dangerOf(name: string, mimeType: string): Danger | undefined {
  const given = name.slice(0, 10_000);
  const extension = effectiveExtension(given);
  const danger = byExtension.get(extension);
  if (danger !== undefined && danger !== 'macros' && looksLikeDocument(given)) return 'double-extension';
  if (isPadded(given)) return 'padding';
  if (danger !== undefined) return danger;
  if (hasInvisible(given)) return 'hidden-characters';
  const byName = kindByExtension(extension);
  const declared = kindByType(mimeType);
  if (declared === 'program') return byName === undefined ? 'executable' : 'type-mismatch';
  // What ends like a text is opened as one, whatever it is.
  return byName && byName !== 'text' && declared && byName !== declared ? 'type-mismatch' : undefined;
}

// Whether the program was started without Chromium's sandbox, as an AppImage is where the system lets no program make one.

export interface Started {
  readonly isPackaged: boolean;
  readonly hasSwitch: (name: string) => boolean;
}

/** Whoever builds it may start it as they like. */
export const isUnsandboxed = ({ isPackaged, hasSwitch }: Started): boolean => isPackaged && hasSwitch('no-sandbox');

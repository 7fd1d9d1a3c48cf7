// The colours of a window that has nothing to show yet: as `--ground` of the page, which is seen a moment later.

export const groundDark = '#11171b';
export const groundLight = '#edf1f4';

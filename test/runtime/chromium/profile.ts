// Chromium's profile folder: new for every run and gone after it, because nothing of the app lives there.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const prefix = 'electron-stand-in-';

/** Without Chrome's own prefetching, which Electron does not have. */
const preferences = {
  net: { network_prediction_options: 2 }, // 2 = never
  browser: { enable_spellchecking: false },
  translate: { enabled: false },
};

export function makeProfile(): string {
  removeOrphans();
  const profile = fs.mkdtempSync(path.join(os.tmpdir(), `${prefix}${process.pid}-`));
  fs.mkdirSync(path.join(profile, 'Default'));
  fs.writeFileSync(path.join(profile, 'Default', 'Preferences'), JSON.stringify(preferences));
  return profile;
}

/** Never throws: it runs while the process ends. */
export function removeProfile(profile: string): void {
  try {
    fs.rmSync(profile, { recursive: true, force: true, maxRetries: 3 });
  } catch {
    // Chromium may still be writing; the next run removes it as an orphan.
  }
}

/** What killed runs left. Only where /proc tells who is alive. */
function removeOrphans(): void {
  if (!fs.existsSync('/proc/self')) return;
  for (const name of fs.readdirSync(os.tmpdir()).filter((entry) => entry.startsWith(prefix))) {
    const owner = name.slice(prefix.length).split('-')[0];
    if (!fs.existsSync(`/proc/${owner}`)) removeProfile(path.join(os.tmpdir(), name));
  }
}

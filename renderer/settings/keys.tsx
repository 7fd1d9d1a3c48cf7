// Which keys do what, and other ones for whoever wants them.
import { KeyTable } from '../commands/key-table.tsx';

export const Keys = () => <KeyTable changing />;

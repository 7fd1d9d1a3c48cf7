// Another mistake: there is no session before the app is ready.
import { session } from 'electron';

session.defaultSession.setSpellCheckerEnabled(false);

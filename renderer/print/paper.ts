// Whether what is drawn goes to paper, where everything is there at once.
import { createContext } from 'react';

export const OnPaper = createContext(false);

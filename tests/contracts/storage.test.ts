import { openStores } from '../../src/storage/open.js';
import { temporaryDir } from '../storage/temporary.js';
import { describeStores } from './storage.js';

describeStores('memory', (clock, options) => openStores({ clock, ...options }));
describeStores('SQLite', (clock, options) =>
  openStores({ dataDir: temporaryDir(), clock, ...options }),
);

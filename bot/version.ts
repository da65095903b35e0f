import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PACKAGE_ROOT } from '../embeddings/package-root.js';

/** Quoth's version, as package.json states it: `0.1.0`. */
// npm requires that package.json has one
export const VERSION = (JSON.parse(readFileSync(join(PACKAGE_ROOT, 'package.json'), 'utf8')) as { version: string })
	.version;

import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Calibration } from './calibration.js';
import { reliabilityDiagram } from './diagram-reliability.js';
import { riskDiagram } from './diagram-risk.js';

/** What two diagrams are drawn of. */
export interface DiagramSubject {
	/** In the names of the files: letters, digits and hyphens. */
	readonly name: string;
	/** In the titles. */
	readonly words: string;
	readonly calibration: Calibration;
}

/** Writes `reliability-NAME.svg` and `risk-coverage-NAME.svg` of each into a folder, which is made if need be. Returns the paths. */
export async function writeDiagrams(folder: string, subjects: readonly DiagramSubject[]): Promise<string[]> {
	await mkdir(folder, { recursive: true });
	const drawn = subjects.flatMap(({ name, words, calibration }) => [
		{ id: `reliability-${name}`, svg: reliabilityDiagram(`reliability-${name}`, words, calibration) },
		{ id: `risk-coverage-${name}`, svg: riskDiagram(`risk-coverage-${name}`, words, calibration) },
	]);
	return Promise.all(
		drawn.map(async ({ id, svg }) => {
			const path = join(folder, `${id}.svg`);
			await writeFile(path, svg);
			return path;
		}),
	);
}

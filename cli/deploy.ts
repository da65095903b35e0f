import type { Config } from '../bot/config.js';
import { planDeployment, type CommandChange } from '../bot/deploy.js';
import { expectToken, preflight } from '../bot/preflight.js';
import { onOutput } from './colours.js';
import { print, printJson } from './output.js';

export interface DeployOptions {
	/** One server alone, where changes are seen at once. */
	readonly guild?: string;
	/** Shows what would be changed, and changes nothing. */
	readonly dryRun: boolean;
	readonly json: boolean;
}

const SIGNS = { added: '+', changed: '~', removed: '-' } as const;

/** Registers the commands with Discord, after showing what changes. */
export async function deploy(config: Config, { guild, dryRun, json }: DeployOptions): Promise<void> {
	const token = expectToken(config);
	await preflight(config, token);
	const deployment = await planDeployment(config.discord, token, guild);
	const { applicationId, changes, unchanged } = deployment;
	if (!json) for (const change of changes) print(describeChange(change));
	const applied = changes.length > 0 && !dryRun;
	if (applied) await deployment.apply();
	if (json) printJson({ applicationId, guild: guild ?? null, changes, unchanged, applied });
	else print(summaryOf(changes.length, unchanged, dryRun));
}

export function describeChange({ kind, name, fields }: CommandChange): string {
	const colour = { added: onOutput.green, changed: onOutput.yellow, removed: onOutput.red }[kind];
	return colour(`${SIGNS[kind]} ${name}${fields.length > 0 ? `: ${fields.join(', ')}` : ''}`);
}

function summaryOf(changes: number, unchanged: number, dryRun: boolean): string {
	if (changes === 0) return `Nothing to change: ${unchanged} commands are registered as they are here.`;
	if (dryRun) return `${changes} would change, ${unchanged} stay. Nothing was changed.`;
	return `${changes} changed, ${unchanged} stayed. Members see changes when they restart Discord.`;
}

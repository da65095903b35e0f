import type { Library, SettingsCache } from '../commands/services.js';
import { DEFAULT_SETTINGS } from '../commands/settings.js';

/** Reads all servers' settings once, then keeps them at hand: whether a reply is private must be known before any waiting. */
export async function openSettings(library: Pick<Library, 'settings' | 'changeSettings'>): Promise<SettingsCache> {
	const changes = new Map(await library.settings());
	const of = (guildId: string | null) => ({
		...DEFAULT_SETTINGS,
		...(guildId === null ? undefined : changes.get(guildId)),
	});
	return {
		of,
		async change(guildId, change) {
			// another change may be under way: neither must undo the other
			changes.set(guildId, { ...changes.get(guildId), ...change });
			await library.changeSettings(guildId, { ...changes.get(guildId) });
			return of(guildId);
		},
	};
}

import type { Database } from './database.js';

/** What a server changed, by name; what it left alone is not in it. */
export type ChangedSettings = Readonly<Record<string, unknown>>;

/** What servers chose, by the server's id. Which settings there are, and what they mean, is not known here. */
export class ServerSettings {
	readonly #db: Database;
	readonly #select;
	readonly #write;

	constructor(database: Database) {
		this.#db = database;
		this.#select = database.prepare<[string], { settings: string }>(
			'select settings from server_settings where guild = ?',
		);
		this.#write = database.prepare<[string, string]>(
			'insert into server_settings values (?, ?) on conflict(guild) do update set settings = excluded.settings',
		);
	}

	/** Empty for a server that changed nothing. */
	of(guildId: string): ChangedSettings {
		const row = this.#select.get(guildId);
		return row === undefined ? {} : parse(row.settings);
	}

	all(): Map<string, ChangedSettings> {
		const rows = this.#db
			.prepare<[], { guild: string; settings: string }>('select * from server_settings order by guild')
			.all();
		return new Map(rows.map(({ guild, settings }) => [guild, parse(settings)]));
	}

	/** Keeps what was changed before and is not changed now. */
	change(guildId: string, change: ChangedSettings): void {
		this.#db
			.transaction(() => {
				this.#write.run(guildId, JSON.stringify({ ...this.of(guildId), ...change }));
			})
			.immediate();
	}
}

function parse(settings: string): ChangedSettings {
	return JSON.parse(settings) as ChangedSettings; // written by change()
}

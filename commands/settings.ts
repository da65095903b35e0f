/** What a server can choose. A test holds `/settings`, its options and its messages to this list. */
export interface Settings {
	/** Who sees answers where the member does not say. */
	readonly answers: 'public' | 'private';
	/** Citations shown, from 1 to 5. */
	readonly citations: number;
	/** `components` draws answers with Discord's newer components; `embed` with an embed, for clients that lack those. */
	readonly layout: 'components' | 'embed';
	/** Of the messages: each member's own, or one for all. */
	readonly language: string;
	/** Whether a mention of the bot is answered. */
	readonly mentions: boolean;
	/** Whether questions are kept for `/gaps`. Answers are kept in any case, for their buttons. */
	readonly gaps: boolean;
	/** IANA name, of the days and hours in summaries. */
	readonly timezone: string;
}

export type SettingsChange = Partial<Settings>;

/** Each member reads messages in the language of their own client. */
export const LANGUAGE_OF_MEMBER = 'member';
export const MOST_CITATIONS = 5;

export const DEFAULT_SETTINGS: Settings = {
	answers: 'public',
	citations: 3,
	layout: 'components',
	language: LANGUAGE_OF_MEMBER,
	mentions: true,
	gaps: true,
	timezone: 'UTC',
};

import { add } from './add.js';
import { addToLibrary } from './add-to-library.js';
import { ask } from './ask.js';
import type { Command, CommandData, MessageMenu } from './command.js';
import { digest } from './digest.js';
import { findSources } from './find-sources.js';
import { forget } from './forget.js';
import { gaps } from './gaps.js';
import { help } from './help.js';
import { lookup } from './lookup.js';
import type { CommandKey } from './messages.js';
import { remove } from './remove.js';
import type { Services } from './services.js';
import { settings } from './change-settings.js';
import { sources } from './sources.js';
import { status } from './status.js';
import { summarize } from './summarize.js';
import { summarizeFromHere } from './summarize-from-here.js';

/** A command whose argument types are forgotten; `data` vouches for them, through Discord's own validation. */
export type AnyCommand = Command<CommandData, Services, never>;

/** Every slash command there is, by its key, in the order of `/help`. Dispatch, deployment and `/help` read this and no other list. */
export const COMMANDS = {
	ask,
	lookup,
	summarize,
	digest,
	sources,
	add,
	remove,
	gaps,
	settings,
	status,
	forget,
	help,
} as const satisfies Partial<Record<CommandKey, AnyCommand>>;

/** Every entry of the menu of a message. */
export const MENUS = {
	'find-sources': findSources,
	'summarize-from-here': summarizeFromHere,
	'add-to-library': addToLibrary,
} as const satisfies Partial<Record<CommandKey, MessageMenu>>;

/** What Discord is told. */
export const ALL_DATA = [...Object.values(COMMANDS), ...Object.values(MENUS)].map(({ data }) => data);

// Object.keys() of the two objects above
export const COMMAND_KEYS = [...Object.keys(COMMANDS), ...Object.keys(MENUS)] as readonly CommandKey[];

const COMMAND_BY_NAME: ReadonlyMap<string, AnyCommand> = new Map(
	Object.values<AnyCommand>(COMMANDS).map((command) => [command.data.name, command]),
);
const MENU_BY_NAME: ReadonlyMap<string, MessageMenu> = new Map(
	Object.values<MessageMenu>(MENUS).map((menu) => [menu.data.name, menu]),
);

/** By the name that Discord sends, which is the English one. */
export function commandOf(name: string): AnyCommand | undefined {
	return COMMAND_BY_NAME.get(name);
}

export function menuOf(name: string): MessageMenu | undefined {
	return MENU_BY_NAME.get(name);
}

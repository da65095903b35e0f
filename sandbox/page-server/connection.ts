import type { WebSocket } from 'ws';
import type { Actor, OptionValue } from '../actor.js';
import type { SandboxEvent } from '../events.js';
import type { Choice, Interaction } from '../interactions/interaction.js';
import { shownCommands } from './commands.js';
import type { PageAction, PageFile, PageNews, ShownChoice, ShownCommand } from './protocol.js';
import { PageRequest } from './protocol.js';
import { isFor, partAround, partBeside, reads, sceneOf } from './scene.js';
import type { Sandbox } from '../sandbox.js';
import type { FileUpload } from '../uploads.js';
import type { Message } from '../world.js';

/** How long Discord waits for an application's first response (receiving-and-responding.mdx). */
const RESPONSE_MS = 3000;

/**
 * Speaks with one page: carries out what it asks as the person whom it plays, and tells it what that person sees.
 * A socket that asks without `token` is closed.
 */
export function connectPage(sandbox: Sandbox, socket: WebSocket, token: string): void {
	const page = new PageConnection(sandbox, (news) => {
		socket.send(JSON.stringify(news));
	});
	const stop = sandbox.on((event) => {
		page.tell(event);
	});
	socket.on('close', stop);
	socket.on('message', (data: Buffer) => {
		const asked = PageRequest.safeParse(parseJson(data.toString('utf8')));
		if (!asked.success || asked.data.token !== token) {
			socket.close(1008, 'Expected a request of this page.');
			return;
		}
		void page.answer(asked.data);
	});
}

function parseJson(text: string): unknown {
	try {
		return JSON.parse(text) as unknown;
	} catch {
		// no JSON is no request
		return null;
	}
}

class PageConnection {
	readonly #sandbox: Sandbox;
	readonly #send: (news: PageNews) => void;
	#userId = '';
	#locale = 'en-US';
	#channelId = '';
	/** Interactions of this page's person whose dialogue may be sent. */
	readonly #dialogues = new Map<string, Interaction>();

	constructor(sandbox: Sandbox, send: (news: PageNews) => void) {
		this.#sandbox = sandbox;
		this.#send = send;
	}

	async answer({ request, action }: PageRequest): Promise<void> {
		try {
			const choices = await this.#do(action);
			this.#send({ kind: 'done', request, choices: choices.map((one) => this.#shownChoice(one)) });
		} catch (error) {
			// what a client refuses is an Error with the reason; the page shows it
			this.#send({ kind: 'failed', request, reason: error instanceof Error ? error.message : String(error) });
		}
	}

	tell(event: SandboxEvent): void {
		switch (event.kind) {
			case 'message-created':
			case 'message-updated':
				if (this.#isShown(event.message.channel_id, event.visibleTo)) {
					this.#send({ kind: 'message', message: event.message, ephemeral: event.visibleTo !== null });
				}
				return;
			case 'message-deleted':
				if (this.#isShown(event.channelId, event.visibleTo)) {
					this.#send({ kind: 'gone', channelId: event.channelId, messageId: event.messageId });
				}
				return;
			case 'typing':
				if (this.#isShown(event.channelId, null) && event.userId !== this.#userId) {
					this.#send({ kind: 'typing', channelId: event.channelId, userId: event.userId });
				}
				return;
			case 'modal':
				if (event.interaction.userId !== this.#userId) return;
				this.#dialogues.set(event.interaction.id, event.interaction);
				this.#send({ kind: 'modal', interactionId: event.interaction.id, modal: event.modal });
				return;
			case 'commands-changed':
				if (this.#userId !== '') this.#sendCommands();
				return;
			case 'places-changed':
				this.#refresh();
				return;
			case 'bot-presence':
				this.#send({ kind: 'presence', online: event.online });
				return;
			default:
		}
	}

	#isShown(channelId: string, visibleTo: string | null): boolean {
		if (this.#userId === '' || !isFor(visibleTo, this.#userId)) return false;
		return reads(this.#sandbox.world, this.#userId, channelId);
	}

	async #do(action: PageAction): Promise<readonly Choice[]> {
		switch (action.kind) {
			case 'be':
				this.#be(action.userId, action.locale);
				return [];
			case 'open':
				this.#open(action.channelId, action.messageId);
				return [];
			case 'more': {
				const { channelId, messageId, side } = action;
				this.#send({ kind: 'more', side, ...partBeside(this.#seen(channelId), channelId, messageId, side) });
				return [];
			}
			case 'autocomplete': {
				const { channelId, name, option, typed } = action;
				return this.#actor().autocomplete({ channelId }, name, option, typed, given(action.options, []));
			}
			case 'send': {
				const { channelId, text, replyTo, files } = action;
				const attachments = files.map(upload);
				await this.#actor().send({ channelId }, text, { attachments, ...(replyTo !== null && { replyTo }) });
				return [];
			}
			case 'remove':
				await this.#actor().remove(this.#message(action.channelId, action.messageId));
				return [];
			case 'react':
				await this.#actor().react(this.#message(action.channelId, action.messageId), action.emoji);
				return [];
			default:
				await acknowledged(await this.#interact(action));
				return [];
		}
	}

	#interact(
		action: Exclude<PageAction, { kind: 'be' | 'open' | 'more' | 'autocomplete' | 'send' | 'remove' | 'react' }>,
	): Promise<Interaction> {
		const actor = this.#actor();
		switch (action.kind) {
			case 'command':
				return actor.command({ channelId: action.channelId }, action.name, given(action.options, action.files));
			case 'message-command':
				return actor.messageCommand({ channelId: action.channelId }, action.name, action.messageId);
			case 'click':
				return actor.click(this.#message(action.channelId, action.messageId), action.customId);
			case 'select':
				return actor.select(this.#message(action.channelId, action.messageId), action.customId, action.values);
			case 'submit': {
				const dialogue = this.#dialogues.get(action.interactionId);
				if (!dialogue) throw new Error('This dialogue is gone: open it again.');
				return actor.submitModal(dialogue, action.values);
			}
		}
	}

	#be(userId: string | null, locale: string | null): void {
		const { world, online } = this.#sandbox;
		const [firstGuild] = world.guilds.values();
		const id = userId ?? firstGuild?.ownerId ?? '';
		const scene = sceneOf(world, id, locale ?? world.users.get(id)?.locale ?? 'en-US', online);
		this.#userId = id;
		this.#locale = scene.locale;
		this.#send({ kind: 'scene', scene });
	}

	/** Shows again what there is, once it is no longer what it was. */
	#refresh(): void {
		const { world, online } = this.#sandbox;
		if (this.#userId === '') return;
		this.#send({ kind: 'scene', scene: sceneOf(world, this.#userId, this.#locale, online) });
		if (this.#channelId !== '' && world.sees(this.#userId, this.#channelId)) this.#sendCommands();
	}

	#open(channelId: string, messageId: string | null): void {
		const seen = this.#seen(channelId);
		const target = messageId !== null && seen.some((one) => one.id === messageId) ? messageId : null;
		if (messageId !== null && target === null) throw new Error('This message is gone.');
		this.#channelId = channelId;
		const part = partAround(seen, channelId, target);
		this.#send({ kind: 'place', target, commands: this.#commands(channelId), ...part });
	}

	/** The messages of a place as this person sees them. @throws {Error} If this person does not. */
	#seen(channelId: string): readonly Message[] {
		if (!reads(this.#sandbox.world, this.#userId, channelId)) {
			throw new Error(`You cannot see the channel ${channelId}.`);
		}
		return this.#actor().see({ channelId });
	}

	#sendCommands(): void {
		const channelId = this.#channelId;
		if (channelId === '') return;
		this.#send({ kind: 'commands', channelId, commands: this.#commands(channelId) });
	}

	#commands(channelId: string): ShownCommand[] {
		return shownCommands(this.#actor().commands({ channelId }), this.#locale);
	}

	#actor(): Actor {
		// the page offers Discord's own locales only
		return this.#sandbox.as(this.#userId, { locale: this.#locale as Locale });
	}

	#message(channelId: string, messageId: string): Message {
		const message = this.#sandbox.world.message(channelId, messageId);
		if (!message || !this.#isShown(channelId, this.#sandbox.world.visibleTo(messageId))) {
			throw new Error('This message is gone.');
		}
		return message;
	}

	#shownChoice(choice: Choice): ShownChoice {
		return { shownName: choice.name_localizations?.[this.#locale as Locale] ?? choice.name, value: choice.value };
	}
}

type Locale = NonNullable<NonNullable<Parameters<Sandbox['as']>[1]>['locale']>;

function upload(file: PageFile): FileUpload {
	const { name, contentType, base64 } = file;
	return { name, content: Buffer.from(base64, 'base64'), ...(contentType !== '' && { contentType }) };
}

/** Options as an actor takes them: the positions of uploads become the uploads. */
function given(
	options: Extract<PageAction, { kind: 'command' }>['options'],
	files: readonly PageFile[],
): Record<string, OptionValue> {
	const value = (one: (typeof options)[string]): OptionValue => {
		if (typeof one !== 'object') return one;
		const file = files[one.file];
		if (!file) throw new Error(`Expected an upload at position ${one.file}, got ${files.length} uploads.`);
		return upload(file);
	};
	return Object.fromEntries(Object.entries(options).map(([name, one]) => [name, value(one)]));
}

async function acknowledged(interaction: Interaction): Promise<void> {
	await interaction
		.until((one) => one.acknowledgedAfterMs !== null, RESPONSE_MS)
		.catch((error: unknown) => {
			throw new Error('The application did not respond', { cause: error });
		});
}

import {
	ApplicationCommandType,
	MessageType,
	PermissionFlagsBits as Allow,
	type APIApplicationCommand,
} from 'discord-api-types/v10';
import { isTextual, isThread } from './channel-kinds.js';
import type { Actor, ActorOptions, OptionValue, Place, SendOptions } from './actor.js';
import { findCommand, shownCommands, type FoundCommand } from './command-lookup.js';
import { emptyResolved, resolveUser, sendOptions, trimResolved, type Focus } from './command-options.js';
import { answerTo, blankMessage, writeMessage } from './compose.js';
import { findButton, findMenu, menuData, modalData } from './component-use.js';
import type { Hub } from './hub.js';
import type { Choice, Interaction } from './interactions/interaction.js';
import { mustBeEphemeral } from './interactions/payload.js';
import type { InteractionFacts } from './interactions/state.js';
import { metadataOf } from './interactions/messages.js';
import { withThread } from './message-content.js';
import { InteractionState } from './interactions/state.js';
import { has, mayRead } from './permissions.js';
import { change, post, react, remove } from './posting.js';
import { setArchived } from './threads.js';
import { toUploaded } from './uploads.js';
import type { Channel, Message } from './world.js';

/** Gives an interaction of this person to the application. */
export type StartInteraction = (
	facts: Omit<InteractionFacts, 'id' | 'token' | 'userId'>,
	locale: string,
	data: object,
) => InteractionState;

/** How long Discord's client waits for choices. */
const AUTOCOMPLETE_MS = 3000;

const PLAIN = { message: null, optionType: null, trigger: null, name: '', replyType: MessageType.Reply } as const;

/** A person who uses Discord's client. */
export class Person implements Actor {
	readonly userId: string;
	readonly #hub: Hub;
	readonly #locale: string;
	readonly #start: StartInteraction;

	constructor(hub: Hub, userId: string, options: ActorOptions, start: StartInteraction) {
		this.#hub = hub;
		this.userId = userId;
		this.#locale = options.locale ?? hub.world.user(userId).locale ?? 'en-US';
		this.#start = start;
	}

	commands(where: Place): readonly APIApplicationCommand[] {
		return shownCommands(this.#hub, this.userId, this.#at(where));
	}

	async command(where: Place, name: string, options: Readonly<Record<string, OptionValue>> = {}): Promise<Interaction> {
		const channel = this.#at(where);
		const found = findCommand(this.#hub, this.userId, channel, ApplicationCommandType.ChatInput, name);
		return this.#run('command', channel, found, options);
	}

	async autocomplete(
		where: Place,
		name: string,
		option: string,
		typed: string,
		others: Readonly<Record<string, OptionValue>> = {},
	): Promise<readonly Choice[]> {
		const channel = this.#at(where);
		const found = findCommand(this.#hub, this.userId, channel, ApplicationCommandType.ChatInput, name);
		const interaction = this.#run('autocomplete', channel, found, others, { option, typed });
		await interaction.settled(AUTOCOMPLETE_MS);
		return interaction.choices ?? [];
	}

	async messageCommand(where: Place, name: string, messageId: string): Promise<Interaction> {
		const channel = this.#at(where);
		const message = this.see(where).find((one) => one.id === messageId);
		if (!message) throw new Error(`This person sees no message ${messageId} here.`);
		const found = findCommand(this.#hub, this.userId, channel, ApplicationCommandType.Message, name);
		const resolved = emptyResolved();
		resolved.messages[messageId] = message;
		return this.#menu(channel, found, messageId, trimResolved(resolved));
	}

	async userCommand(where: Place, name: string, userId: string): Promise<Interaction> {
		const channel = this.#at(where);
		const found = findCommand(this.#hub, this.userId, channel, ApplicationCommandType.User, name);
		const resolved = emptyResolved();
		if (!resolveUser(this.#hub, channel, userId, resolved)) throw new Error(`There is no user ${userId}.`);
		return this.#menu(channel, found, userId, trimResolved(resolved));
	}

	async click(message: Message, button: string): Promise<Interaction> {
		const current = this.#current(message);
		const { custom_id, id } = findButton(current, button);
		return this.#component(current, { component_type: 2, custom_id, id });
	}

	async select(message: Message, menu: string, values: readonly string[]): Promise<Interaction> {
		const current = this.#current(message);
		const channel = this.#hub.world.channel(current.channel_id);
		return this.#component(current, menuData(this.#hub, this.userId, channel, findMenu(current, menu), values));
	}

	async submitModal(
		interaction: Interaction,
		values: Readonly<Record<string, string | readonly string[]>>,
	): Promise<Interaction> {
		if (!(interaction instanceof InteractionState) || !interaction.modal) {
			throw new Error('Expected an interaction that opened a modal.');
		}
		const { facts } = interaction;
		const common = { channelId: facts.channelId, guildId: facts.guildId, owners: facts.owners };
		const { forcedEphemeral } = facts;
		return this.#start(
			{
				...PLAIN,
				...common,
				kind: 'modal',
				message: facts.message && (interaction.message(facts.message.id) ?? facts.message),
				forcedEphemeral,
				trigger: metadataOf(this.#hub, interaction),
			},
			this.#locale,
			modalData(this.#hub, this.userId, this.#hub.world.channel(facts.channelId), interaction.modal, values),
		);
	}

	async send(where: Place, text: string, options: SendOptions = {}): Promise<Message> {
		const channel = this.#at(where);
		const may = this.#hub.world.permissions(this.userId, channel.id);
		const { type, locked } = channel.data;
		const wanted = isThread(type) ? Allow.SendMessagesInThreads : Allow.SendMessages;
		const isClosed = locked === true && !has(may, Allow.ManageThreads);
		if (!has(may, wanted) || !mayRead(may, type) || !isTextual(type) || isClosed) {
			throw new Error('This person may not write here.');
		}
		const files = (options.attachments ?? []).map(toUploaded);
		const replied =
			options.replyTo === undefined ? undefined : this.see(where).find((one) => one.id === options.replyTo);
		if (options.replyTo !== undefined && !replied)
			throw new Error(`This person sees no message ${options.replyTo} here.`);
		const base = blankMessage(this.#hub, {
			channelId: channel.id,
			authorId: this.userId,
			type: replied ? MessageType.Reply : MessageType.Default,
			...(replied && { extra: answerTo(channel, replied) }),
		});
		// an answer to an interaction mentions nobody when it is replied to
		const pinged = options.pingReply !== false && replied && !replied.webhook_id ? replied : undefined;
		const message = writeMessage(this.#hub, { base, form: { content: text }, files, replied: pinged });
		if (channel.data.archived) setArchived(this.#hub, channel.id, false);
		post(this.#hub, message, null);
		return message;
	}

	async edit(message: Message, text: string): Promise<Message> {
		const current = this.#current(message);
		if (current.author.id !== this.userId) throw new Error('Only its author can edit a message.');
		const written = writeMessage(this.#hub, { base: current, form: { content: text }, files: [] });
		const edited = { ...written, edited_timestamp: new Date(this.#hub.now()).toISOString() };
		change(this.#hub, edited);
		return edited;
	}

	async react(message: Message, emoji: string): Promise<Message> {
		const current = this.#current(message);
		const { channel_id: channelId } = current;
		const isNew = !this.#hub.world.reactions(current.id).some((one) => one.emoji === emoji);
		if (isNew && !has(this.#hub.world.permissions(this.userId, channelId), Allow.AddReactions)) {
			throw new Error('This person may not add reactions here.');
		}
		if (this.#hub.world.channel(channelId).data.archived) throw new Error('Archived threads take no reactions.');
		return react(this.#hub, current, emoji, this.userId);
	}

	async remove(message: Message): Promise<void> {
		const current = this.#current(message);
		const may = this.#hub.world.permissions(this.userId, current.channel_id);
		const dismisses = this.#hub.world.visibleTo(current.id) === this.userId;
		if (current.author.id !== this.userId && !has(may, Allow.ManageMessages) && !dismisses) {
			throw new Error('This person may not delete this message.');
		}
		remove(this.#hub, current);
	}

	see(where: Place): readonly Message[] {
		const { world } = this.#hub;
		const { id, data } = this.#at(where);
		if (!mayRead(world.permissions(this.userId, id), data.type)) return [];
		const seen = world.messages(id).map((one) => withThread(this.#hub, one));
		return seen.filter((one) => [null, this.userId].includes(world.visibleTo(one.id)));
	}

	#at(where: Place): Channel {
		const { world } = this.#hub;
		const channel = where === 'dm' ? world.directMessage(this.userId) : world.channel(where.channelId);
		if (!has(world.permissions(this.userId, channel.id), Allow.ViewChannel)) {
			throw new Error(`This person does not see the channel ${channel.data.name}.`);
		}
		return channel;
	}

	#current(message: Message): Message {
		const current = this.see({ channelId: message.channel_id }).find((one) => one.id === message.id);
		if (!current) throw new Error(`This person sees no message ${message.id}: it is gone, or shown to another person.`);
		return current;
	}

	#run(
		kind: 'command' | 'autocomplete',
		channel: Channel,
		found: FoundCommand,
		values: Readonly<Record<string, OptionValue>>,
		focus?: Focus,
	): InteractionState {
		if (channel.data.archived) throw new Error('Commands cannot be used in archived threads.');
		const resolved = emptyResolved();
		const options = sendOptions(this.#hub, this.userId, channel, found.options, values, resolved, focus);
		const nested = found.branch.reduceRight<object[]>(
			(inner, { type, name }) => [{ type, name, options: inner }],
			options,
		);
		const focused = found.options.find((one) => one.name === focus?.option);
		const { id, name } = found.command;
		const guild = found.command.guild_id === undefined ? {} : { guild_id: found.command.guild_id };
		const data = { id, name, type: 1, ...guild, options: nested, ...trimResolved(resolved) };
		const more = { kind, name, replyType: MessageType.ChatInputCommand, optionType: focused?.type ?? null } as const;
		return this.#start({ ...PLAIN, ...this.#place(channel, found.owners), ...more }, this.#locale, data);
	}

	#menu(channel: Channel, found: FoundCommand, targetId: string, resolved: object): InteractionState {
		const { id, name, type, guild_id } = found.command;
		const data = { id, name, type, ...(guild_id !== undefined && { guild_id }), target_id: targetId, ...resolved };
		const more = { kind: 'command', name, replyType: MessageType.ContextMenuCommand } as const;
		return this.#start({ ...PLAIN, ...this.#place(channel, found.owners), ...more }, this.#locale, data);
	}

	#component(message: Message, data: object): InteractionState {
		const channel = this.#hub.world.channel(message.channel_id);
		const owners = message.interaction_metadata?.authorizing_integration_owners ?? { '0': channel.guildId ?? '0' };
		const place = this.#place(channel, owners);
		return this.#start({ ...PLAIN, ...place, kind: 'component', message }, this.#locale, data);
	}

	#place(channel: Channel, owners: Readonly<Record<string, string>>) {
		const forcedEphemeral = mustBeEphemeral(this.#hub, this.userId, channel, owners);
		return { channelId: channel.id, guildId: channel.guildId, owners, forcedEphemeral };
	}
}

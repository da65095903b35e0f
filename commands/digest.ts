import { ApplicationCommandOptionType, ApplicationCommandType, ChannelType } from 'discord-api-types/v10';
import { addDigest } from './add-digest.js';
import { chosenDigest, digestsFor, shownDigests, suggestDigests, type DigestServices } from './choose-digest.js';
import { defineCommand, type Context } from './command.js';
import { SERVERS } from './contexts.js';
import type { Digest } from './digests.js';
import { joinDigest, leaveDigest } from './join-digest.js';
import { choice, named } from './messages.js';
import type { Reply } from './reply.js';
import { UserError } from './user-error.js';

const READ_FROM = [
	ChannelType.GuildText,
	ChannelType.GuildAnnouncement,
	ChannelType.GuildVoice,
	ChannelType.GuildStageVoice,
	ChannelType.GuildForum,
	ChannelType.PublicThread,
	ChannelType.AnnouncementThread,
] as const;
const POSTED_TO = [
	ChannelType.GuildText,
	ChannelType.GuildAnnouncement,
	ChannelType.GuildVoice,
	ChannelType.GuildStageVoice,
	ChannelType.PublicThread,
	ChannelType.AnnouncementThread,
] as const;

const WHICH = { type: ApplicationCommandOptionType.String, autocomplete: true, max_length: 100 } as const;

/** Summaries that come by themselves. */
export const digest = defineCommand({
	data: {
		type: ApplicationCommandType.ChatInput,
		...named('digest'),
		...SERVERS,
		options: [
			{
				type: ApplicationCommandOptionType.Subcommand,
				...named('digest.add'),
				options: [
					{
						type: ApplicationCommandOptionType.Channel,
						...named('digest.add.channel'),
						channel_types: READ_FROM,
						required: true,
					},
					{
						type: ApplicationCommandOptionType.String,
						...named('digest.add.every'),
						required: true,
						choices: [
							choice('digest.add.every.day', 'day'),
							choice('digest.add.every.monday', 'monday'),
							choice('digest.add.every.tuesday', 'tuesday'),
							choice('digest.add.every.wednesday', 'wednesday'),
							choice('digest.add.every.thursday', 'thursday'),
							choice('digest.add.every.friday', 'friday'),
							choice('digest.add.every.saturday', 'saturday'),
							choice('digest.add.every.sunday', 'sunday'),
						],
					},
					{
						type: ApplicationCommandOptionType.Integer,
						...named('digest.add.hour'),
						required: true,
						min_value: 0,
						max_value: 23,
					},
					{ type: ApplicationCommandOptionType.Channel, ...named('digest.add.to'), channel_types: POSTED_TO },
					{
						type: ApplicationCommandOptionType.String,
						...named('digest.add.length'),
						choices: [
							choice('summarize.length.short', 'short'),
							choice('summarize.length.medium', 'medium'),
							choice('summarize.length.long', 'long'),
						],
					},
					{ type: ApplicationCommandOptionType.Boolean, ...named('digest.add.quiet') },
					{ type: ApplicationCommandOptionType.Channel, ...named('digest.add.channel-2'), channel_types: READ_FROM },
					{ type: ApplicationCommandOptionType.Channel, ...named('digest.add.channel-3'), channel_types: READ_FROM },
					{ type: ApplicationCommandOptionType.Channel, ...named('digest.add.channel-4'), channel_types: READ_FROM },
					{ type: ApplicationCommandOptionType.Channel, ...named('digest.add.channel-5'), channel_types: READ_FROM },
				],
			},
			{ type: ApplicationCommandOptionType.Subcommand, ...named('digest.list') },
			{
				type: ApplicationCommandOptionType.Subcommand,
				...named('digest.join'),
				options: [{ ...WHICH, ...named('digest.join.digest') }],
			},
			{
				type: ApplicationCommandOptionType.Subcommand,
				...named('digest.leave'),
				options: [{ ...WHICH, ...named('digest.leave.digest') }],
			},
			{
				type: ApplicationCommandOptionType.Subcommand,
				...named('digest.now'),
				options: [{ ...WHICH, ...named('digest.now.digest') }],
			},
			{
				type: ApplicationCommandOptionType.Subcommand,
				...named('digest.remove'),
				options: [{ ...WHICH, ...named('digest.remove.digest') }],
			},
		],
	},
	access: 'everyone',
	cost: 'question',
	isPrivate: () => true,
	async run(services: DigestServices, args, context): Promise<Reply> {
		const { subcommand } = args;
		if (subcommand === 'add') return addDigest(services, args, context);
		const own = await digestsFor(services, subcommand, context);
		if (subcommand === 'list') {
			const digests = await shownDigests(services, own, context);
			return { kind: 'digests', digests, canManage: context.canManage, done: null };
		}
		return DONE[subcommand](services, chosenDigest(own, args.digest, subcommand), context);
	},
	complete: (services: DigestServices, typed, context) => suggestDigests(services, typed, context),
});

type Doing = (services: DigestServices, digest: Digest, context: Context) => Promise<Reply>;

const DONE: Readonly<Record<'join' | 'leave' | 'now' | 'remove', Doing>> = {
	join: joinDigest,
	leave: (services, { id }, { memberId }) => leaveDigest(services, id, memberId),
	async now({ digests }, one, context) {
		const sent = await digests.sendNow(one, context);
		if (sent.kind === 'closed') throw new UserError('error.digest.closed', {});
		if (sent.messages === 0) return { kind: 'notice', key: 'digest.quiet', params: {} };
		const { channelId } = sent;
		if (channelId === null) return { kind: 'notice', key: 'digest.sent.direct', params: {} };
		return { kind: 'notice', key: 'digest.sent', params: { channel: `<#${channelId}>` } };
	},
	async remove({ library, digests }, { id }) {
		await library.removeDigest(id);
		digests.changed();
		return { kind: 'notice', key: 'digest.removed', params: {} };
	},
};

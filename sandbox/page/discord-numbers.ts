import type * as api from 'discord-api-types/v10';

/*
 * Discord's numbers, as discord-api-types has them. The page cannot load that package: it is CommonJS, which browsers do
 * not read. A test compares the two, which is what the assertions below rely on.
 */

type Numbers<Enum, Name extends keyof Enum> = Readonly<Pick<Enum, Name>>;

const optionTypes = {
	String: 3,
	Integer: 4,
	Boolean: 5,
	User: 6,
	Channel: 7,
	Role: 8,
	Mentionable: 9,
	Number: 10,
	Attachment: 11,
};
export const ApplicationCommandOptionType = optionTypes as unknown as Numbers<
	typeof api.ApplicationCommandOptionType,
	keyof typeof optionTypes
>;

const componentTypes = {
	ActionRow: 1,
	Button: 2,
	StringSelect: 3,
	TextInput: 4,
	UserSelect: 5,
	RoleSelect: 6,
	MentionableSelect: 7,
	ChannelSelect: 8,
	Section: 9,
	TextDisplay: 10,
	Thumbnail: 11,
	MediaGallery: 12,
	File: 13,
	Separator: 14,
	Container: 17,
	Label: 18,
};
export const ComponentType = componentTypes as unknown as Numbers<
	typeof api.ComponentType,
	keyof typeof componentTypes
>;

const buttonStyles = { Primary: 1, Secondary: 2, Success: 3, Danger: 4, Link: 5, Premium: 6 };
export const ButtonStyle = buttonStyles as unknown as Numbers<typeof api.ButtonStyle, keyof typeof buttonStyles>;

const textInputStyles = { Short: 1, Paragraph: 2 };
export const TextInputStyle = textInputStyles as unknown as Numbers<
	typeof api.TextInputStyle,
	keyof typeof textInputStyles
>;

const channelTypes = {
	GuildText: 0,
	DM: 1,
	GuildVoice: 2,
	GroupDM: 3,
	GuildCategory: 4,
	GuildAnnouncement: 5,
	AnnouncementThread: 10,
	PublicThread: 11,
	PrivateThread: 12,
	GuildStageVoice: 13,
	GuildForum: 15,
	GuildMedia: 16,
};
export const ChannelType = channelTypes as unknown as Numbers<typeof api.ChannelType, keyof typeof channelTypes>;

const messageTypes = {
	Default: 0,
	ChannelPinnedMessage: 6,
	UserJoin: 7,
	ThreadCreated: 18,
	Reply: 19,
	ChatInputCommand: 20,
	ThreadStarterMessage: 21,
	ContextMenuCommand: 23,
};
export const MessageType = messageTypes as unknown as Numbers<typeof api.MessageType, keyof typeof messageTypes>;

const spacings = { Large: 2 };
export const SeparatorSpacingSize = spacings as unknown as Numbers<
	typeof api.SeparatorSpacingSize,
	keyof typeof spacings
>;

/** Flags of messages, as numbers: they are combined. */
export const MessageFlags = { Ephemeral: 64, Loading: 128, IsComponentsV2: 32_768 } as const;

/** Discord's locales (reference.mdx, Locales). */
export const LOCALES: readonly string[] = [
	...['id', 'da', 'de', 'en-GB', 'en-US', 'es-ES', 'es-419', 'fr', 'hr', 'it', 'lt', 'hu', 'nl', 'no', 'pl', 'pt-BR'],
	...['ro', 'fi', 'sv-SE', 'vi', 'tr', 'cs', 'el', 'bg', 'ru', 'uk', 'hi', 'th', 'zh-CN', 'ja', 'zh-TW', 'ko'],
];

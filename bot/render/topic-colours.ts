/** How a topic is marked: by a sign in text, and by a colour in pictures. */
export interface TopicColour {
	readonly emoji: string;
	/** `#RRGGBB`. */
	readonly fill: string;
}

/**
 * Colours of the squares that emoji have, in the shades of Okabe and Ito that those who see few colours tell apart; in an order in which
 * neighbours differ in lightness as well. Each topic has its number besides, in text and picture.
 */
export const TOPIC_COLOURS: readonly TopicColour[] = [
	{ emoji: '🟦', fill: '#2f8fd8' },
	{ emoji: '🟧', fill: '#e69f00' },
	{ emoji: '🟩', fill: '#009e73' },
	{ emoji: '🟪', fill: '#cc79a7' },
	{ emoji: '🟨', fill: '#f0e442' },
	{ emoji: '🟥', fill: '#d55e00' },
	{ emoji: '🟫', fill: '#8f6b4a' },
];

/** Of topics beyond those, and of messages that belong to none. */
export const NO_TOPIC: TopicColour = { emoji: '⬜', fill: '#7d828c' };

/** @param index from 0 */
export function topicColour(index: number): TopicColour {
	return TOPIC_COLOURS[index] ?? NO_TOPIC;
}

/** Parts of messages, as requests send them. */

export const V2 = 1 << 15;

export const x = (length: number) => 'x'.repeat(length);
export const times = <T>(count: number, make: (i: number) => T): T[] =>
	Array.from({ length: count }, (_, i) => make(i));
export const text = (content: string) => ({ type: 10, content });
export const button = (more: object = {}) => ({ type: 2, style: 2, label: 'Go', custom_id: 'go', ...more });
export const link = (url: string) => ({ type: 2, style: 5, label: 'Open', url });
export const row = (...components: object[]) => ({ type: 1, components });
export const section = (texts: number, accessory: object = link('https://example.org')) => ({
	type: 9,
	components: times(texts, () => text('a')),
	accessory,
});
export const select = (options: object[], more: object = {}) => ({ type: 3, custom_id: 'menu', options, ...more });
export const option = (i: number, more: object = {}) => ({ label: `Option ${i}`, value: String(i), ...more });
export const v1 = (...components: object[]) => ({ content: 'a', components });
export const v2 = (...components: object[]) => ({ flags: V2, components });
export const embed = (more: object) => ({ embeds: [more] });

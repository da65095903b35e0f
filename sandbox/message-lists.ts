import { compareIds } from './snowflake.js';
import type { Message } from './world.js';

/** Where the first message stands whose id is not below `id`, in messages that are in the order of their ids. */
export function placeOf(messages: readonly Message[], id: string): number {
	let [low, high] = [0, messages.length];
	while (low < high) {
		const middle = (low + high) >> 1;
		const one = messages[middle];
		if (one && compareIds(one.id, id) < 0) low = middle + 1;
		else high = middle;
	}
	return low;
}

/** The messages of all channels, in the order of their ids, with who sees the ephemeral ones. */
export class MessageLists {
	readonly #lists = new Map<string, readonly Message[]>();
	readonly #visibleTo = new Map<string, string>();
	readonly #sent = new Map<string, { readonly count: number; readonly lastId: string | null }>();

	of(channelId: string): readonly Message[] {
		return this.#lists.get(channelId) ?? [];
	}

	find(channelId: string, id: string): Message | undefined {
		const list = this.of(channelId);
		const one = list[placeOf(list, id)];
		return one?.id === id ? one : undefined;
	}

	visibleTo(id: string): string | null {
		return this.#visibleTo.get(id) ?? null;
	}

	/** How many were ever sent here for all to see, and the last of them; some may be gone. */
	sent(channelId: string): { readonly count: number; readonly lastId: string | null } {
		return this.#sent.get(channelId) ?? { count: 0, lastId: null };
	}

	/** Adds messages of one channel, in any order. Those for one person are added one by one. */
	add(channelId: string, added: readonly Message[], visibleTo: string | null = null): void {
		const list = this.of(channelId);
		const [first] = added;
		const isLater = added.length === 1 && first && placeOf(list, first.id) === list.length;
		const all = [...list, ...added];
		if (!isLater) all.sort((a, b) => compareIds(a.id, b.id));
		this.#lists.set(channelId, all);
		if (visibleTo !== null) {
			for (const { id } of added) this.#visibleTo.set(id, visibleTo);
			return;
		}
		const { count, lastId } = this.sent(channelId);
		const last = added.reduce<string | null>((max, { id }) => (max && compareIds(max, id) > 0 ? max : id), lastId);
		this.#sent.set(channelId, { count: count + added.length, lastId: last });
	}

	replace(message: Message): void {
		const list = this.of(message.channel_id);
		const place = placeOf(list, message.id);
		if (list[place]?.id === message.id) this.#lists.set(message.channel_id, list.with(place, message));
	}

	remove(channelId: string, id: string): void {
		this.#lists.set(
			channelId,
			this.of(channelId).filter((one) => one.id !== id),
		);
	}

	/** Forgets all messages of a channel that is gone. */
	drop(channelId: string): void {
		this.#lists.delete(channelId);
		this.#sent.delete(channelId);
	}
}

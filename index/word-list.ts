/** The distinct words of an index in the order of their UTF-16 units, so that those that begin alike stand together. */
export class WordList {
	/** What {@link toText} gave, until a word is asked for: most programs never ask. */
	#text: string;
	#sorted: string[] = [];
	#known = new Set<string>();
	#fresh: string[] = [];

	/** @param text of {@link toText} */
	constructor(text = '') {
		this.#text = text;
	}

	add(words: Iterable<string>): void {
		this.#read();
		for (const word of words) {
			if (this.#known.has(word)) continue;
			this.#known.add(word);
			this.#fresh.push(word);
		}
	}

	/** Forgets the words that are not `wanted`. */
	keep(wanted: (word: string) => boolean): void {
		this.#sorted = this.#all().filter(wanted);
		this.#known = new Set(this.#sorted);
	}

	/** Up to `most` words that begin with `prefix`; the prefix itself first, if it is a word. */
	startingWith(prefix: string, most: number): string[] {
		const words = this.#all();
		let [from, to] = [0, words.length];
		while (from < to) {
			const middle = (from + to) >> 1;
			if ((words[middle] ?? '') < prefix) from = middle + 1;
			else to = middle;
		}
		const found: string[] = [];
		for (let at = from; at < words.length && found.length < most; at++) {
			const word = words[at] ?? '';
			if (!word.startsWith(prefix)) break;
			found.push(word);
		}
		return found;
	}

	/** One word a line. */
	toText(): string {
		return this.#text === '' ? this.#all().join('\n') : this.#text;
	}

	#all(): readonly string[] {
		this.#read();
		if (this.#fresh.length > 0) {
			this.#sorted = merged(this.#sorted, this.#fresh.sort());
			this.#fresh = [];
		}
		return this.#sorted;
	}

	#read(): void {
		if (this.#text === '') return;
		this.#sorted = this.#text.split('\n');
		this.#known = new Set(this.#sorted);
		this.#text = '';
	}
}

function merged(a: readonly string[], b: readonly string[]): string[] {
	const all: string[] = [];
	let at = 0;
	for (const word of b) {
		for (let next = a[at]; next !== undefined && next < word; next = a[++at]) all.push(next);
		all.push(word);
	}
	for (; at < a.length; at++) all.push(a[at] ?? '');
	return all;
}

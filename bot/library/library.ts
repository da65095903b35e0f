import { answerQuestion } from '../../answers/answerer.js';
import { DEFAULT_SETTINGS, type SettingsChange } from '../../commands/settings.js';
import type { Filters, Library, Place, Question } from '../../commands/services.js';
import { UserError } from '../../commands/user-error.js';
import type { Collection } from '../../index/collection.js';
import { filterDocuments } from '../../index/filters.js';
import type { KeptQuestion } from '../../index/question-log.js';
import type { Store } from '../../index/store.js';
import { databasePath, indexFolder, type App } from '../app.js';
import type { ModelParts } from '../current-model.js';
import { addArticles } from './add.js';
import { keptAnswerOf, placesOf } from './answers.js';
import { collectionOfGuild, SHARED_COLLECTION } from './collections.js';
import { keepDigests } from './digests.js';
import { reportGaps } from './gaps.js';
import { bytesOnDisk, entryOf, languagesOf, listArticles, NO_ARTICLES } from './list.js';
import { findPassage, suggestDocuments, suggestPassages } from './lookup.js';
import { summariseArticle } from './summarise-article.js';
import { keepSummaries } from './summaries.js';

export interface LibraryOptions {
	/** How long questions and answers are kept. */
	readonly keepDays?: number;
	/** Milliseconds since 1970. */
	readonly now?: () => number;
}

/** Long enough for buttons of answers that people come back to, and for a quarter's gaps. */
const KEEP_DAYS = 90;
const DAY_MS = 24 * 60 * 60 * 1000;
/** Sentences kept besides the citations. */
const FURTHER = 12;
/** Questions before a follow-up that tell what it is about. */
const MOST_EARLIER = 3;

/**
 * The articles of an app, and what is asked of them: each server's own and the shared ones. Nothing of one server is seen in another.
 * What was asked longer ago than `keepDays` is deleted now, and once in a while when something is asked.
 */
export function openLibrary(app: App, { keepDays = KEEP_DAYS, now = Date.now }: LibraryOptions = {}): Library {
	const { questions, settings } = app;
	const { forgetMember, prune: pruneSummaries, ...summaries } = keepSummaries(app, now);
	let prunedAt = -Infinity;
	const prune = () => {
		if (now() - prunedAt < DAY_MS) return;
		prunedAt = now();
		questions.prune(now() - keepDays * DAY_MS);
		pruneSummaries(now() - keepDays * DAY_MS);
	};
	prune();

	/** Those of the place that hold something or once did, the server's own first. */
	const openAll = async (parts: ModelParts, { guildId }: Place, own = false): Promise<Collection[]> => {
		const names = [guildId === null ? [] : [collectionOfGuild(guildId)], own ? [] : [SHARED_COLLECTION]].flat();
		const there = names.filter((name) => parts.store.existingCollection(name) !== undefined);
		return Promise.all(there.map((name) => parts.collection(name)));
	};
	/** Reads from the collections of the place, by the store's model. */
	const read = <T>(place: Place, work: (collections: Collection[], parts: ModelParts) => T | Promise<T>): Promise<T> =>
		app.read(async (parts) => work(await openAll(parts, place), parts));
	const find = ({ guildId }: Place, id: string): KeptQuestion | undefined => {
		const question = questions.find(id);
		return question?.guildId === guildId ? question : undefined;
	};
	const isForGaps = (guildId: string | null) => {
		if (guildId === null) return false;
		const { gaps = DEFAULT_SETTINGS.gaps } = settings.of(guildId) as SettingsChange; // written by changeSettings()
		return gaps;
	};
	/** The questions that led to one, the first of them first, in one text. */
	const earlier = (place: Place, id: string | null): string | undefined => {
		const texts: string[] = [];
		for (let at = id; at !== null && texts.length < MOST_EARLIER;) {
			const question = find(place, at);
			if (question === undefined) break;
			texts.unshift(question.text);
			at = question.follows;
		}
		return texts.length === 0 ? undefined : texts.join(' ');
	};
	const countsOf = (store: Store, name: string) => {
		const id = store.existingCollection(name);
		return id === undefined ? NO_ARTICLES : store.counts(id);
	};

	return {
		...summaries,
		...keepDigests(app, now),
		async ask(place: Place, { text, filters, after, memberId, citations: k, forGaps }: Question) {
			prune();
			const { answer, places, searched } = await read(place, async (collections, { models, store }) => {
				expectComplete(store);
				const options = { k, further: FURTHER, filters, after: earlier(place, after) };
				const found = await answerQuestion(collections, models, text, options);
				const names = collections.map(({ name }) => name);
				return {
					answer: found,
					places: placesOf(store, names, found),
					searched: countSearched(collections, filters),
				};
			});
			const { question, language, answered, confidence, reason } = answer;
			const asked = {
				guildId: place.guildId,
				memberId,
				askedAt: now(),
				text: question,
				follows: after,
				language,
				answered,
				confidence,
				reason,
				filters: { ...filters },
				...places,
				searched,
				forGaps: forGaps && reason !== 'empty-question' && isForGaps(place.guildId),
			};
			const id = questions.keep(asked);
			const kept = questions.find(id);
			if (kept === undefined) throw new Error(`Question ${id} vanished while it was kept`);
			return keptAnswerOf(app.store, kept);
		},
		async answer(place, id) {
			const question = find(place, id);
			return question && keptAnswerOf(app.store, question);
		},
		suggestPassages: (place, typed, limit) => read(place, (collections) => suggestPassages(collections, typed, limit)),
		passage: (place, value) =>
			read(place, (collections, { store }) => {
				expectComplete(store);
				return findPassage(collections, value);
			}),
		suggestDocuments: (place, typed, limit, own) =>
			app.read(async (parts) => suggestDocuments(await openAll(parts, place, own), typed, limit)),
		languages: (place) => read(place, languagesOf),
		list: (place, search, page, perPage) =>
			read(place, (collections) => listArticles(collections, search, page, perPage)),
		summariseArticle: (place, key, most) =>
			read(place, (collections, { models }) => summariseArticle(collections, models, key, most)),
		async add({ guildId }, file) {
			if (guildId === null) throw new RangeError('Expected a server to add articles to, got a place without one');
			return addArticles(app, collectionOfGuild(guildId), file);
		},
		remove: (place, key) =>
			app.write(async (parts) => {
				const [own] = await openAll(parts, place, true);
				const document = own?.documents.read().find(({ id, source }) => id === key || source === key);
				if (own === undefined || document === undefined) return undefined;
				own.remove(document.id);
				return entryOf(own, document);
			}),
		status: ({ guildId }) =>
			app.read(async ({ store, models: { encoder } }) => ({
				server: guildId === null ? null : countsOf(store, collectionOfGuild(guildId)),
				shared: countsOf(store, SHARED_COLLECTION),
				model: encoder.id,
				dimension: encoder.dimension,
				bytesOnDisk: await bytesOnDisk(databasePath(app), indexFolder(app)),
			})),
		async rate(place, id, memberId, verdict) {
			if (find(place, id) === undefined) return false;
			questions.rate(id, memberId, verdict);
			return true;
		},
		async gaps({ guildId }, days) {
			const asked = guildId === null ? [] : questions.forGaps(guildId, now() - days * DAY_MS);
			return app.read(({ models }) => reportGaps(models, asked));
		},
		async forget(memberId, keepFromNowOn) {
			const left = app.digests.forget(memberId);
			const deleted = questions.forget(memberId, keepFromNowOn);
			return { ...deleted, summaries: forgetMember(memberId), digests: left };
		},
		async settings() {
			return settings.all(); // written by changeSettings()
		},
		async changeSettings(guildId, change) {
			settings.change(guildId, { ...change });
		},
	};
}

/** @throws {UserError} If documents are still to be embedded: what is asked may stand in these. */
function expectComplete(store: Store): void {
	const missing = store.missing();
	if (missing === undefined) return;
	const { done, total } = missing;
	throw new UserError('error.embedding-anew', { percent: total === 0 ? 0 : Math.floor((100 * done) / total) });
}

/** Documents that the filters let through; one that several collections hold counts once. */
function countSearched(collections: readonly Collection[], filters: Filters): number {
	const searched = collections
		.map((collection) => filterDocuments(collection, filters))
		.filter(({ length }) => length > 0);
	const [only] = searched;
	if (only !== undefined && searched.length === 1) return only.length;
	return new Set(searched.flat().map(({ id }) => id)).size;
}

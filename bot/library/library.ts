import { answerQuestion } from '../../answers/answerer.js';
import { DEFAULT_SETTINGS, type SettingsChange } from '../../commands/settings.js';
import type { Filters, Library, Place, Question } from '../../commands/services.js';
import type { Collection } from '../../index/collection.js';
import { filterDocuments } from '../../index/filters.js';
import type { KeptQuestion } from '../../index/question-log.js';
import { databasePath, indexFolder, type App } from '../app.js';
import { addArticles } from './add.js';
import { keptAnswerOf, placesIn } from './answers.js';
import { collectionOfGuild, SHARED_COLLECTION } from './collections.js';
import { reportGaps } from './gaps.js';
import { bytesOnDisk, entryOf, languagesOf, listArticles, NO_ARTICLES } from './list.js';
import { findPassage, suggestDocuments, suggestPassages } from './lookup.js';

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
	const { store, models, questions, settings } = app;
	let prunedAt = -Infinity;
	const prune = () => {
		if (now() - prunedAt < DAY_MS) return;
		prunedAt = now();
		questions.prune(now() - keepDays * DAY_MS);
	};
	prune();

	/** Those of the place that hold something or once did, the server's own first. */
	const openAll = async ({ guildId }: Place, own = false): Promise<Collection[]> => {
		const names = [guildId === null ? [] : [collectionOfGuild(guildId)], own ? [] : [SHARED_COLLECTION]].flat();
		const there = names.filter((name) => store.existingCollection(name) !== undefined);
		return Promise.all(there.map((name) => app.collection(name)));
	};
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
	const countsOf = (name: string) => {
		const id = store.existingCollection(name);
		return id === undefined ? NO_ARTICLES : store.counts(id);
	};

	return {
		async ask(place: Place, { text, filters, after, memberId, citations: k, forGaps }: Question) {
			prune();
			const collections = await openAll(place);
			const names = collections.map(({ name }) => name);
			const answer = await answerQuestion(collections, models, text, {
				k,
				further: FURTHER,
				filters,
				after: earlier(place, after),
			});
			const { question, language, answered, confidence, reason, citations, nearest } = answer;
			const placeOf = placesIn(store, names);
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
				citations: citations.map(placeOf),
				further: nearest.map(placeOf),
				searched: countSearched(collections, filters),
				forGaps: forGaps && reason !== 'empty-question' && isForGaps(place.guildId),
			};
			const id = questions.keep(asked);
			const kept = questions.find(id);
			if (kept === undefined) throw new Error(`Question ${id} vanished while it was kept`);
			return keptAnswerOf(store, kept);
		},
		async answer(place, id) {
			const question = find(place, id);
			return question && keptAnswerOf(store, question);
		},
		async suggestPassages(place, typed, limit) {
			return suggestPassages(await openAll(place), typed, limit);
		},
		async passage(place, value) {
			return findPassage(await openAll(place), value);
		},
		async suggestDocuments(place, typed, limit, own) {
			return suggestDocuments(await openAll(place, own), typed, limit);
		},
		async languages(place) {
			return languagesOf(await openAll(place));
		},
		async list(place, search, page, perPage) {
			return listArticles(await openAll(place), search, page, perPage);
		},
		async add({ guildId }, file) {
			if (guildId === null) throw new RangeError('Expected a server to add articles to, got a place without one');
			return addArticles(() => app.collection(collectionOfGuild(guildId)), models, file);
		},
		async remove(place, key) {
			const [own] = await openAll(place, true);
			const document = own?.documents.read().find(({ id, source }) => id === key || source === key);
			if (own === undefined || document === undefined) return undefined;
			own.remove(document.id);
			return entryOf(own, document);
		},
		async status({ guildId }) {
			return {
				server: guildId === null ? null : countsOf(collectionOfGuild(guildId)),
				shared: countsOf(SHARED_COLLECTION),
				model: models.encoder.id,
				dimension: models.encoder.dimension,
				bytesOnDisk: await bytesOnDisk(databasePath(app), indexFolder(app)),
			};
		},
		async rate(place, id, memberId, verdict) {
			if (find(place, id) === undefined) return false;
			questions.rate(id, memberId, verdict);
			return true;
		},
		async gaps({ guildId }, days) {
			return reportGaps(models, guildId === null ? [] : questions.forGaps(guildId, now() - days * DAY_MS));
		},
		async forget(memberId, keepFromNowOn) {
			return questions.forget(memberId, keepFromNowOn);
		},
		async settings() {
			return settings.all(); // written by changeSettings()
		},
		async changeSettings(guildId, change) {
			settings.change(guildId, { ...change });
		},
	};
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

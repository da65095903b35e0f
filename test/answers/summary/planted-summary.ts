import type { Summary } from '../../../answers/summary/summary.js';
import type { PlantedTalk } from '../../support/planted-talk.js';

/** How much of what was planted a summary has, and what else it takes for such. */
export interface Found {
	/** Planted topics of which a topic of the summary mostly speaks. */
	readonly topics: number;
	/** Topics of the summary that speak of none, or of several in equal parts. */
	readonly otherTopics: number;
	readonly decisions: number;
	readonly falseDecisions: number;
	readonly questions: number;
	readonly falseQuestions: number;
}

export function foundIn(summary: Summary, talk: PlantedTalk): Found {
	const topics = new Set<string>();
	let otherTopics = 0;
	for (const { lines } of summary.topics) {
		const counts = new Map<string, number>();
		for (const { messageId } of lines) {
			const topic = talk.topics.get(messageId) ?? '';
			counts.set(topic, (counts.get(topic) ?? 0) + 1);
		}
		const [topic = '', count = 0] = [...counts].sort((a, b) => b[1] - a[1])[0] ?? [];
		if (topic !== '' && 2 * count > lines.length) topics.add(topic);
		else otherTopics++;
	}
	const hits = (planted: PlantedTalk['decisions'], ids: readonly string[]) => {
		const all = new Set([...planted.values()].flatMap((group) => [...group]));
		const found = [...planted.values()].filter((group) => ids.some((id) => group.has(id))).length;
		return { found, others: ids.filter((id) => !all.has(id)).length };
	};
	const decisions = hits(
		talk.decisions,
		summary.decisions.map(({ messageId }) => messageId),
	);
	const questions = hits(
		talk.questions,
		summary.questions.map(({ messageId }) => messageId),
	);
	return {
		topics: topics.size,
		otherTopics,
		decisions: decisions.found,
		falseDecisions: decisions.others,
		questions: questions.found,
		falseQuestions: questions.others,
	};
}

import type { Activity, Summary, SummaryLine, Topic } from './summary.js';

/**
 * A summary without what some of its lines say; counts of messages stay as they were. Of a topic, the next lines take the place of those that
 * are gone; one that has none left is gone too.
 *
 * @param isGone of a line; and of a message that is named beside a question, of which only the id is known
 * @returns with it the number of messages that are no longer quoted
 */
export function withoutLines(
	summary: Summary,
	isGone: (line: Pick<SummaryLine, 'messageId' | 'threadId'>) => boolean,
): { readonly summary: Summary; readonly gone: number } {
	const gone = new Set<string>();
	const isLeft = (line: SummaryLine) => {
		if (!isGone(line)) return true;
		gone.add(line.messageId);
		return false;
	};
	const topics = summary.topics.map((topic) => withoutTopicLines(topic, isLeft));
	const left = {
		...summary,
		topics: topics.filter(({ lines }) => lines.length > 0),
		activity: foldTopics(
			summary.activity,
			topics.map(({ lines }) => lines.length > 0),
		),
		decisions: summary.decisions.filter(isLeft),
		questions: summary.questions.filter(isLeft).map((question) => ({
			...question,
			alsoAskedIn: question.alsoAskedIn.filter((messageId) => !isGone({ messageId, threadId: null })),
		})),
		links: summary.links.filter(({ line }) => isLeft(line)),
		dates: summary.dates.filter(({ line }) => isLeft(line)),
	};
	return { summary: left, gone: gone.size };
}

function withoutTopicLines(topic: Topic, isLeft: (line: SummaryLine) => boolean): Topic {
	const lines = topic.lines.filter(isLeft);
	const further = topic.further.filter(isLeft);
	const wanted = topic.lines.length - lines.length;
	return {
		...topic,
		lines: [...lines, ...further.slice(0, wanted)].sort((a, b) => a.at - b.at),
		further: further.slice(wanted),
	};
}

/** The messages of topics that are not kept count with those of none. */
function foldTopics(activity: Activity, isKept: readonly boolean[]): Activity {
	return {
		...activity,
		counts: activity.counts.map((bucket) => {
			const ofTopics = bucket.slice(0, isKept.length);
			const folded = ofTopics.filter((_, i) => isKept[i] === false).reduce((sum, count) => sum + count, 0);
			const ofNone = bucket[isKept.length] ?? 0;
			return [...ofTopics.filter((_, i) => isKept[i] === true), ofNone + folded];
		}),
	};
}

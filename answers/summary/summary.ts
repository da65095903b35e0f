import type { Span } from '../../articles/document.js';
import type { LanguageCount } from '../answer.js';

/** How much a summary may say: at most so many lines are shown of its topics, fewer where the talk deserves fewer. */
export type SummaryLength = 'short' | 'medium' | 'long';

export const MOST_LINES = { short: 5, medium: 10, long: 20 } as const satisfies Record<SummaryLength, number>;

/** What somebody said, word for word. */
export interface SummaryLine {
	readonly messageId: string;
	/** The thread or channel that the message stands in, where that is another than the one that was summed up. */
	readonly threadId: string | null;
	readonly authorId: string;
	/** Milliseconds since 1970. */
	readonly at: number;
	/** Where the quote stands in the message's text. */
	readonly span: Span;
	/** `text.slice(span.start, span.end)` of the message. */
	readonly quote: string;
	/** BCP 47; `und` where the text does not decide. */
	readonly language: string;
}

/** A question that nobody answered. */
export interface OpenQuestion extends SummaryLine {
	/** Others who asked the same, by their messages' ids. */
	readonly alsoAskedIn: readonly string[];
	/** Members who asked it; at least 1. */
	readonly askedBy: number;
}

/** Messages that speak of one thing. */
export interface Topic {
	/** Of its messages, the first and the last; milliseconds since 1970. */
	readonly from: number;
	readonly to: number;
	readonly messages: number;
	readonly people: number;
	/** What says most of it, in the order of time; at least one. */
	readonly lines: readonly SummaryLine[];
	/** What says most of the rest, most central first: shown when somebody wants more of it. */
	readonly further: readonly SummaryLine[];
}

/** Messages over time. */
export interface Activity {
	/** When the first bucket begins; milliseconds since 1970. */
	readonly start: number;
	/** An hour; a day where that would make too many buckets. */
	readonly bucketMs: number;
	/** Of each bucket, the messages of each topic in turn, and last those of none. */
	readonly counts: readonly (readonly number[])[];
}

/** What was said, by the words of those who said it. */
export interface Summary {
	/** In the order of time. */
	readonly topics: readonly Topic[];
	/** What was agreed on, in the order of time. */
	readonly decisions: readonly SummaryLine[];
	/** Those of most members first, then in the order of time. */
	readonly questions: readonly OpenQuestion[];
	/** Addresses that were given, each once, where it was given first. */
	readonly links: readonly { readonly url: string; readonly line: SummaryLine }[];
	/** Days that were named: ISO 8601, as far as the words and the day they were said on tell. In the order of these days. */
	readonly dates: readonly { readonly date: string; readonly line: SummaryLine }[];
	/** Languages of the messages, those of most messages first; `und` is left out. */
	readonly languages: readonly LanguageCount[];
	/** Members who wrote. */
	readonly people: number;
	/** Messages that were read. */
	readonly read: number;
	/** Of these, messages that say nothing by themselves: single words, emoji, repeated or empty ones. */
	readonly noise: number;
	readonly activity: Activity;
}

import type { Verdict } from './services.js';

/** What a button under a message does. Answers are named by their ids. */
export type Action =
	/** Opens the citations one by one, or turns to one; `at` from 0. */
	| { readonly kind: 'citations'; readonly answerId: string; readonly at: number }
	/** Opens the sentences that follow, or turns to a page; from 0. */
	| { readonly kind: 'further'; readonly answerId: string; readonly page: number }
	| { readonly kind: 'rate'; readonly answerId: string; readonly verdict: Verdict }
	/** Posts a private answer to the channel. */
	| { readonly kind: 'share'; readonly answerId: string }
	/** Deletes the message. */
	| { readonly kind: 'hide'; readonly answerId: string }
	/** Turns to a page of the list of articles; from 0. `search` may be cut. */
	| { readonly kind: 'library'; readonly search: string; readonly page: number }
	| SummaryAction
	| DigestAction;

/** What a button under a digest does. `mark` tells the message from others, and does nothing; empty where the button stands under a list. */
export type DigestAction = {
	/** Sends it to the member by direct message from now on; no more. */
	readonly kind: 'digest-join' | 'digest-leave';
	readonly digestId: string;
	readonly mark: string;
};

/** What a button under a summary does, or under the word of how far it is. Summaries are named by their ids, readings by the call that began them. */
export type SummaryAction =
	/** Posts a private summary to the channel. */
	| { readonly kind: 'summary-share'; readonly summaryId: string }
	/** Deletes the message. */
	| { readonly kind: 'summary-hide'; readonly summaryId: string }
	/** Gives all of it as a file. */
	| { readonly kind: 'summary-file'; readonly summaryId: string }
	/** Asks for other messages of the same channel. */
	| { readonly kind: 'summary-range'; readonly summaryId: string }
	/** Opens a topic with more of its lines, or turns to a page; both from 0. */
	| { readonly kind: 'summary-topic'; readonly summaryId: string; readonly topic: number; readonly page: number }
	/** Stops a reading that is under way. */
	| { readonly kind: 'reading-cancel'; readonly callId: string }
	/** Goes on with one that was stopped. */
	| { readonly kind: 'reading-continue'; readonly callId: string }
	/** Sums up what was read before it was stopped. */
	| { readonly kind: 'reading-take'; readonly callId: string };

/** Where the reply to a button goes. */
export type Destination =
	/** To the member alone, as a message of its own. */
	| 'private'
	/** To the channel. */
	| 'public'
	/** To the channel, but nothing is shown there before it is known that it may be: a refusal is for the member alone. */
	| 'public-if-allowed'
	/** A dialogue comes first, and asks for more. */
	| 'dialogue'
	/** In the place of the message that has the button. */
	| 'in-place'
	/** Nowhere: the message is deleted. */
	| 'delete'
	/** Nowhere: the message is changed by what the button acts on. */
	| 'nowhere';

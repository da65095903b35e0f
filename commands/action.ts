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
	| { readonly kind: 'library'; readonly search: string; readonly page: number };

/** Where the reply to a button goes. */
export type Destination =
	/** To the member alone, as a message of its own. */
	| 'private'
	/** To the channel. */
	| 'public'
	/** In the place of the message that has the button. */
	| 'in-place'
	/** Nowhere: the message is deleted. */
	| 'delete';

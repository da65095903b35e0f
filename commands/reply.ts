import type {
	About,
	AddOutcome,
	Forgotten,
	GapReport,
	KeptAnswer,
	KeptSummary,
	LibraryEntry,
	LibraryPage,
	LibraryStatus,
	Quotation,
	ReadingProgress,
	SummarisedArticle,
} from './services.js';
import type { ShownDigest } from './digests.js';
import type { MessageKey, MessageParams } from './messages.js';
import type { Settings } from './settings.js';
import type { UserError } from './user-error.js';

/** A plain message, by its key. */
export type Notice = {
	readonly [Key in MessageKey]: { readonly kind: 'notice'; readonly key: Key; readonly params: MessageParams<Key> };
}[MessageKey];

/** A digest as it comes by itself, or the part of it that is of one channel. */
export interface DigestReply {
	readonly kind: 'digest';
	readonly digestId: string;
	/** Tells it from all others; it can be found in the message. */
	readonly mark: string;
	readonly isWeekly: boolean;
	/** What it covers; milliseconds since 1970. `until` is when it was due. */
	readonly since: number;
	readonly until: number;
	/** Whether it comes long after that. */
	readonly isLate: boolean;
	/** Whether it goes to a member by direct message. */
	readonly isDirect: boolean;
	/** `null` where nothing was said in any channel. */
	readonly summary: KeptSummary | null;
	/** Of the channel that was summed up; `null` where there is none, or it is gone. */
	readonly channelName: string | null;
	/** Channels in which nothing was said, by their ids; empty where they are not to be named. */
	readonly silent: readonly string[];
}

/** What a command says, before anyone decides how it looks. */
export type Reply =
	/** `isPrivate`: only the member sees it, and may share it. `sharedBy` is who did, by Discord's id. */
	| {
			readonly kind: 'answer';
			readonly answer: KeptAnswer;
			readonly isPrivate: boolean;
			readonly sharedBy: string | null;
	  }
	/** One citation at a time, with where it stands and that it was checked; `at` from 0. */
	| { readonly kind: 'citations'; readonly answer: KeptAnswer; readonly at: number }
	/** The sentences after the cited ones, a few at a time; `page` from 0. */
	| { readonly kind: 'further'; readonly answer: KeptAnswer; readonly page: number }
	/** As an answer is shown: `isPrivate` and `sharedBy`. */
	| {
			readonly kind: 'summary';
			readonly summary: KeptSummary;
			readonly isPrivate: boolean;
			readonly sharedBy: string | null;
	  }
	/** One topic with the lines that come next, a few at a time; both from 0. */
	| { readonly kind: 'summary-topic'; readonly summary: KeptSummary; readonly topic: number; readonly page: number }
	/** All of it, as Markdown in a file. `channelName` is `null` where the channel is gone. */
	| { readonly kind: 'summary-file'; readonly summary: KeptSummary; readonly channelName: string | null }
	/**
	 * In the place of a summary that is still to come. `reading` can be cancelled; `stopped` by the member, who can go on or take what was
	 * read; `waiting` for the program, which is being started again.
	 */
	| {
			readonly kind: 'summary-progress';
			readonly callId: string;
			readonly state: 'reading' | 'stopped' | 'waiting';
			readonly progress: ReadingProgress;
	  }
	| DigestReply
	/** `done`: what was done to them just now. */
	| {
			readonly kind: 'digests';
			readonly digests: readonly ShownDigest[];
			readonly canManage: boolean;
			readonly done: 'added' | 'joined' | null;
	  }
	| { readonly kind: 'passage'; readonly quotation: Quotation }
	| { readonly kind: 'library'; readonly library: LibraryPage; readonly canManage: boolean }
	/** An article, by its central sentences. */
	| { readonly kind: 'article'; readonly article: SummarisedArticle }
	/** `refused`: what could not be fetched. */
	| { readonly kind: 'added'; readonly outcomes: readonly AddOutcome[]; readonly refused: readonly UserError[] }
	| { readonly kind: 'removed'; readonly entry: LibraryEntry }
	| { readonly kind: 'status'; readonly library: LibraryStatus; readonly about: About }
	| { readonly kind: 'settings'; readonly settings: Settings; readonly changed: readonly (keyof Settings)[] }
	| { readonly kind: 'gaps'; readonly report: GapReport; readonly days: number }
	| ({ readonly kind: 'forgotten'; readonly keepsFromNowOn: boolean } & Forgotten)
	/** Why it was not done. */
	| { readonly kind: 'refused'; readonly error: UserError }
	| { readonly kind: 'help'; readonly commands: readonly { readonly name: string; readonly description: string }[] }
	| Notice;

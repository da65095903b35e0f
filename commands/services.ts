import type { AbstentionReason, Citation, LanguageCount } from '../answers/answer.js';
import type { QuestionGap } from '../answers/gaps.js';
import type { ChatMessage } from '../answers/summary/conversation.js';
import type { Summary, SummaryLength } from '../answers/summary/summary.js';
import type { DocumentFilters } from '../index/filters.js';
import type { CollectionCounts } from '../index/store.js';
import type { About } from './about.js';
import type { DigestKeeping, DigestSchedule } from './digests.js';
import type { CommandKey, Locale } from './messages.js';
import type { Settings, SettingsChange } from './settings.js';

export type { About };

/** Where somebody asks from: it decides which articles are searched, and where new ones go. */
export interface Place {
	/** The server, where Quoth is installed in it; `null` in direct messages, and wherever a member alone has installed it. */
	readonly guildId: string | null;
	/** The channel. */
	readonly channelId: string;
}

/** A quote, with the words around it. Of `alsoAt` and `disagreesWith`, what can still be shown. */
export interface Quotation extends Citation {
	/** Words of the passage in the same paragraph: before the sentence, or the one that it leans on, and after it. Empty around other quotes. */
	readonly before: string;
	readonly after: string;
	/** Whose article it is: the server's own, or one that every server sees. */
	readonly library: 'server' | 'shared';
	/** Of the quote's UTF-8 bytes, in hexadecimal. */
	readonly sha256: string;
}

/** Which articles a question is put to. */
export type Filters = DocumentFilters;

export interface Question {
	readonly text: string;
	readonly filters: Filters;
	/** The answer that this question follows: what was asked there tells what "it" is. */
	readonly after: string | null;
	/** Discord's id of the member who asks. */
	readonly memberId: string;
	/** Citations to show, at most. */
	readonly citations: number;
	/** Whether it may be shown in `/gaps`: not what was asked in private, nor what somebody else wrote. */
	readonly forGaps: boolean;
}

/** An answer as it is kept, so that its buttons work days later. The words are read from the store whenever it is shown. */
export interface KeptAnswer {
	/** 12 characters of `A–Z a–z 0–9 _ -`. */
	readonly id: string;
	readonly question: string;
	/** BCP 47, of the question; `und` where the text does not decide. */
	readonly language: string;
	/** `null` where the member asked to be forgotten. */
	readonly memberId: string | null;
	readonly guildId: string | null;
	/** Milliseconds since 1970. */
	readonly askedAt: number;
	readonly answered: boolean;
	/** Estimated probability, in [0, 1], that a citation answers. */
	readonly confidence: number;
	readonly reason: AbstentionReason | null;
	/** Best first, numbered from 1; empty where there is no answer. */
	readonly citations: readonly Quotation[];
	/** The sentences that come next, best first; where there is no answer, those that came nearest. */
	readonly further: readonly Quotation[];
	/** Articles in languages of no citation that answer as well; the first of the further sentences are theirs. */
	readonly alsoIn: readonly LanguageCount[];
	/** Sentences that can no longer be shown: their article was changed or removed since. */
	readonly gone: number;
	/** Articles that were searched. */
	readonly searched: number;
	/** Whether it counts for `/gaps`. */
	readonly forGaps: boolean;
}

/** A suggestion while somebody types. */
export interface Suggestion {
	/** At most 100 characters, in NFC, cut between graphemes. */
	readonly label: string;
	/** At most 100 characters. */
	readonly value: string;
}

/** One line of the list of articles. */
export interface LibraryEntry {
	readonly documentId: string;
	readonly title: string;
	readonly source: string;
	readonly language: string;
	readonly publishedAt: string | null;
	readonly passages: number;
	readonly library: 'server' | 'shared';
}

export interface LibraryPage {
	readonly entries: readonly LibraryEntry[];
	/** From 0. */
	readonly page: number;
	readonly pages: number;
	/** Articles on all pages. */
	readonly total: number;
	/** What was looked for; empty for all. */
	readonly search: string;
}

/** An article, by the sentences that say most of it. */
export interface SummarisedArticle {
	readonly entry: LibraryEntry;
	/** In reading order, numbered from 1. */
	readonly quotations: readonly Quotation[];
	/** Sentences of the article. */
	readonly sentences: number;
}

/** Something that holds articles: bytes as they came. */
export interface ArticleFile {
	readonly bytes: Uint8Array;
	/** URL, or file name: what the article is known by. The same one again replaces the article. */
	readonly source: string;
	/** As the server stated it; `''` where none did. */
	readonly contentType: string;
}

export type AddOutcome =
	| {
			readonly kind: 'added' | 'updated';
			readonly title: string;
			readonly source: string;
			readonly language: string;
			readonly passages: number;
	  }
	| { readonly kind: 'unchanged'; readonly title: string; readonly source: string }
	/** `reason` is English and says what was expected, what came, what to do. */
	| { readonly kind: 'failed'; readonly source: string; readonly reason: string };

export type LibraryCounts = CollectionCounts;

export interface LibraryStatus {
	/** `null` where there is no server. */
	readonly server: LibraryCounts | null;
	readonly shared: LibraryCounts;
	readonly model: string;
	readonly dimension: number;
	/** Of the store and the indexes. */
	readonly bytesOnDisk: number;
}

/** What members rate an answer: right, wrong; or that an answer that is missing is wanted. */
export type Verdict = 'right' | 'wrong' | 'wanted';

/** Questions that ask for the same thing, which the articles do not answer. */
export type Gap = QuestionGap;

export interface GapReport {
	/** Most asked first. */
	readonly gaps: readonly Gap[];
	/** Questions in all, and those among them without an answer. */
	readonly asked: number;
	readonly unanswered: number;
	readonly right: number;
	readonly wrong: number;
}

/** Which messages are wanted. */
export interface MessageRange {
	/** A channel, a thread, or a forum with its posts. */
	readonly channelId: string;
	/** Milliseconds since 1970: none before, none at or after. `null` where nothing was said. */
	readonly since: number | null;
	readonly until: number | null;
	/** The message to begin at, itself included; `null` where nothing was said. */
	readonly fromMessageId: string | null;
	/** At most so many, the newest of them. */
	readonly most: number;
}

/** Messages that were passed over, by why. */
export interface SkippedMessages {
	/** Of bots, and of Discord itself. */
	readonly bots: number;
	/** Of members who asked not to be read, and how many members these are. */
	readonly optedOut: number;
	readonly optedOutPeople: number;
}

/**
 * What tells where the messages begin: `asked` what the member said; `last-message` the member's own last message; `last-day` and
 * `last-week` a day or a week ago, where that one is longer ago than a week: the week where the day has no messages.
 */
export type RangeStart = 'asked' | 'last-message' | 'last-day' | 'last-week';

/** Which messages to read, and for whom. */
export interface ReadingRequest {
	readonly range: MessageRange;
	/** Where `range` names no beginning: after the member's own last message, whenever that was; or to catch up, as {@link RangeStart} says. */
	readonly from: 'range' | 'last-message' | 'catch-up';
	/** Whose rights count; `null` for what everybody who may read the channel may read: private threads are not among it. */
	readonly memberId: string | null;
	/** The channel in which it will be shown. */
	readonly shownIn: string;
	/** Whether the member alone will see it; else everybody who sees `shownIn` must be allowed to read it. */
	readonly isPrivate: boolean;
	/** Whether it is what was left over when the member stopped it: all of this is read, but it is not all that was wanted. */
	readonly isTaken?: boolean;
}

/** What was read of a channel. */
export interface ReadMessages {
	/** Oldest first. */
	readonly messages: readonly ChatMessage[];
	readonly skipped: SkippedMessages;
	/** Whether all that was wanted was read; else somebody stopped it, and the oldest are missing. */
	readonly isComplete: boolean;
	/** As it was asked for, with the beginning that was found. */
	readonly range: MessageRange;
	readonly begins: RangeStart;
	/** Whether it is no more than the newest of them, as many as were asked for: older ones may stand there. */
	readonly isCut: boolean;
	/** When reading began, in milliseconds since 1970: what was deleted or changed since then must not be shown. */
	readonly begunAt: number;
	/** Messages that were looked at, those passed over among them. */
	readonly looked: number;
	/** Private threads among what was read: then it is not for everybody who may read the channel. */
	readonly privateThreads: number;
}

/** What is asked of a summary. */
export interface SummaryRequest {
	/** `null` for what a schedule asks for. */
	readonly memberId: string | null;
	readonly length: SummaryLength;
	/** IANA name. */
	readonly timeZone: string;
}

/** How much was deleted of a member. */
export interface Forgotten {
	readonly questions: number;
	readonly verdicts: number;
	/** Summaries that the member asked for. */
	readonly summaries: number;
	/** Digests that the member was sent, and is sent no more. */
	readonly digests: number;
}

/** A summary as it is kept, so that its buttons work days later. Nothing else of the channel is. */
export interface KeptSummary {
	/** 12 characters of `A–Z a–z 0–9 _ -`. */
	readonly id: string;
	readonly guildId: string;
	/** Who asked for it; `null` where the member asked to be forgotten, and for what a schedule asked for. */
	readonly memberId: string | null;
	/** Milliseconds since 1970. */
	readonly madeAt: number;
	/** As in {@link ReadMessages}. */
	readonly range: MessageRange;
	readonly begins: RangeStart;
	readonly isCut: boolean;
	readonly privateThreads: number;
	readonly length: SummaryLength;
	/** IANA name of the time zone of its days and hours. */
	readonly timeZone: string;
	readonly summary: Summary;
	readonly skipped: SkippedMessages;
	readonly isComplete: boolean;
	/** Lines that are no longer shown: their message was deleted or changed since, or its author asked to be forgotten. */
	readonly gone: number;
}

/** How far a reading is. */
export interface ReadingProgress {
	/** Messages that were looked at, and how many it will be at most. */
	readonly read: number;
	readonly most: number;
}

/** All that tells which summary a call asks for. Nothing that was read is in it. */
export interface SummaryPlan {
	/** Where it was asked for. */
	readonly place: Place;
	readonly reading: ReadingRequest;
	readonly request: SummaryRequest;
	/** Of the words around it. */
	readonly locale: Locale;
}

/** A summary that was begun, so that it can be taken up again. */
export interface BegunReading {
	/** Of the call that asked for it. */
	readonly callId: string;
	readonly plan: SummaryPlan;
	/** What Discord takes the reply by, while it is worked on; `null` once the member has stopped it. */
	readonly token: string | null;
	/** When Discord gave that; milliseconds since 1970. */
	readonly begunAt: number;
	/** Messages that had been looked at when it was stopped. */
	readonly read: number;
}

/** Why {@link Watch.signal} is aborted: the member stopped it, or the program is about to end. */
export type StopReason = 'member' | 'restart';

/** Whoever waits for messages to be read. */
export interface Watch {
	/** Aborted when it is not waited for any longer: the reason is a {@link StopReason}. */
	readonly signal: AbortSignal;
	/** Is told how far it is. */
	report(progress: ReadingProgress): void;
}

/** A summary while it is worked on. What is reported is shown in the place of the reply, as seldom as Discord wishes. */
export interface Ongoing extends Watch {
	/** Of the call that asked for it, however often it was taken up since. */
	readonly callId: string;
	/** Keeps what is to be done until it is, so that a program that is started again takes it up. */
	keep(plan: SummaryPlan): Promise<void>;
}

/** The summaries that this program is working on. */
export interface Readings {
	/** Stops the reading of messages; the call that asked for it says how far it came. Returns whether it was under way. */
	stop(callId: string): boolean;
}

/** The channels of servers, and what stands in them. Rights are those of the moment: Discord is asked each time. */
export interface Channels {
	/**
	 * Reads messages: of a channel with its active threads, of a thread, or of a forum's posts. Where it is stopped, what was read until then
	 * is given.
	 *
	 * @param callId goes on where the same call was stopped before, if that is still at hand
	 * @throws {UserError} Where the member or Quoth may not read it, it must not be shown there, or Quoth is not told what messages say.
	 */
	read(request: ReadingRequest, watch: Watch, callId?: string): Promise<ReadMessages>;
	/** Whether a member may read a channel, thread or forum, wherever that is shown. */
	mayRead(channelId: string, memberId: string): Promise<boolean>;
	/**
	 * A summary as a member may see it now: without lines of threads that the member may not read.
	 *
	 * @param shownIn the channel that the member looks at it from
	 * @throws {UserError} Where the member may not read the channel, or not from there.
	 */
	forMember(summary: KeptSummary, memberId: string, shownIn: string): Promise<KeptSummary>;
	/**
	 * A summary as everybody who sees `shownIn` may see it now: without lines of messages that were deleted or changed, which are asked for
	 * again.
	 *
	 * @throws {UserError} Where not all of them may read what it was made from.
	 */
	forEverybody(summary: KeptSummary, shownIn: string): Promise<KeptSummary>;
	/** As Discord shows it, without `#`; `null` of a channel that is gone. */
	nameOf(channelId: string): string | null;
}

/** The articles, and what was asked of them. All of it runs away from the thread that speaks with Discord. */
export interface Library extends DigestKeeping {
	/** Answers, and keeps the answer under its id. */
	ask(place: Place, question: Question): Promise<KeptAnswer>;
	/** `undefined` if none is kept under that id, or it is not this place's to see. */
	answer(place: Place, id: string): Promise<KeptAnswer | undefined>;
	/** Sentences and titles that hold what is typed so far, accents or not. Never encodes. */
	suggestPassages(place: Place, typed: string, limit: number): Promise<Suggestion[]>;
	/** What a value of {@link suggestPassages} stands for; for any other text, the best match; `undefined` if there is none. */
	passage(place: Place, value: string): Promise<Quotation | undefined>;
	/** Articles whose title or source holds what is typed; `own` leaves out shared ones. Values are document ids. */
	suggestDocuments(place: Place, typed: string, limit: number, own: boolean): Promise<Suggestion[]>;
	/** Languages that articles are written in, as BCP 47 tags, those of most articles first. */
	languages(place: Place): Promise<string[]>;
	list(place: Place, search: string, page: number, perPage: number): Promise<LibraryPage>;
	/**
	 * The central sentences of an article, at most `most`: by its id, or source; for any other text, of the first that {@link suggestDocuments}
	 * would name. `undefined` if there is none.
	 */
	summariseArticle(place: Place, key: string, most: number): Promise<SummarisedArticle | undefined>;
	/** Adds to the server's own library. `place.guildId` must not be `null`. */
	add(place: Place, file: ArticleFile): Promise<AddOutcome[]>;
	/** By id, or source; from the server's own library only. `undefined` if it holds no such article. */
	remove(place: Place, key: string): Promise<LibraryEntry | undefined>;
	status(place: Place): Promise<LibraryStatus>;
	/** Keeps a member's verdict; the last one counts. Returns whether the answer is kept and this place's. */
	rate(place: Place, id: string, memberId: string, verdict: Verdict): Promise<boolean>;
	/** Of the last `days` days. */
	gaps(place: Place, days: number): Promise<GapReport>;
	/** Sums up what was read, and keeps the summary under its id. `place` is where it was asked for, in a server. */
	summarise(place: Place, request: SummaryRequest, read: ReadMessages): Promise<KeptSummary>;
	/** `undefined` if none is kept under that id, or it is another server's. */
	summary(place: Place, id: string): Promise<KeptSummary | undefined>;
	/** Takes messages that were deleted or changed out of all summaries. */
	forgetMessages(messageIds: readonly string[]): Promise<void>;
	/** Deletes the summaries of a channel or thread that was deleted, and its lines in others. */
	forgetChannel(channelId: string): Promise<void>;
	/** Those of these members who want nothing of them kept, and so are not read. */
	optedOut(memberIds: readonly string[]): Promise<string[]>;
	/** Keeps what was begun, in the place of what is kept of the same call. */
	keepReading(reading: BegunReading): Promise<void>;
	/** `undefined` if it was ended, or begun too long ago. */
	reading(callId: string): Promise<BegunReading | undefined>;
	/** Those that nobody has stopped or ended, and that Discord still takes a reply to. */
	openReadings(): Promise<BegunReading[]>;
	endReading(callId: string): Promise<void>;
	/** Deletes what a member asked and rated, everywhere; whether to keep anything from now on. Returns how much it was. */
	forget(memberId: string, keepFromNowOn: boolean): Promise<Forgotten>;
	/** The settings that servers changed, by the server's id. */
	settings(): Promise<ReadonlyMap<string, SettingsChange>>;
	changeSettings(guildId: string, change: SettingsChange): Promise<void>;
}

/** The settings of every server, at hand without waiting. */
export interface SettingsCache {
	of(guildId: string | null): Settings;
	change(guildId: string, change: SettingsChange): Promise<Settings>;
}

/** Fetches what members point at. */
export interface Downloads {
	/** @throws {UserError} With the reason, where it cannot be had. */
	article(url: string): Promise<ArticleFile>;
	attachment(attachment: Attachment): Promise<ArticleFile>;
}

/** A file that was uploaded to Discord. */
export interface Attachment {
	readonly name: string;
	readonly url: string;
	readonly contentType: string;
	readonly bytes: number;
}

/** What commands may ask for. A command names those that it needs. */
export interface Services {
	readonly library: Library;
	readonly channels: Channels;
	readonly readings: Readings;
	readonly digests: DigestSchedule;
	readonly settings: SettingsCache;
	readonly downloads: Downloads;
	readonly about: () => About;
	/** Of every command and menu, as `/help` lists them. */
	readonly commandKeys: readonly CommandKey[];
}

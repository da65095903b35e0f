import type {
	About,
	AddOutcome,
	GapReport,
	KeptAnswer,
	LibraryEntry,
	LibraryPage,
	LibraryStatus,
	Quotation,
} from './services.js';
import type { MessageKey, MessageParams } from './messages.js';
import type { Settings } from './settings.js';
import type { UserError } from './user-error.js';

/** A plain message, by its key. */
export type Notice = {
	readonly [Key in MessageKey]: { readonly kind: 'notice'; readonly key: Key; readonly params: MessageParams<Key> };
}[MessageKey];

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
	| { readonly kind: 'passage'; readonly quotation: Quotation }
	| { readonly kind: 'library'; readonly library: LibraryPage; readonly canManage: boolean }
	/** `refused`: what could not be fetched. */
	| { readonly kind: 'added'; readonly outcomes: readonly AddOutcome[]; readonly refused: readonly UserError[] }
	| { readonly kind: 'removed'; readonly entry: LibraryEntry }
	| { readonly kind: 'status'; readonly library: LibraryStatus; readonly about: About }
	| { readonly kind: 'settings'; readonly settings: Settings; readonly changed: readonly (keyof Settings)[] }
	| { readonly kind: 'gaps'; readonly report: GapReport; readonly days: number }
	| {
			readonly kind: 'forgotten';
			readonly questions: number;
			readonly verdicts: number;
			readonly keepsFromNowOn: boolean;
	  }
	/** Why it was not done. */
	| { readonly kind: 'refused'; readonly error: UserError }
	| { readonly kind: 'help'; readonly commands: readonly { readonly name: string; readonly description: string }[] }
	| Notice;

import { format, formatLoosely, type Locale } from '../../commands/messages.js';
import type { Reply } from '../../commands/reply.js';
import { truncate } from '../text.js';
import { CONTENT_LIMIT } from '../discord-limits.js';
import type { Settings } from '../../commands/settings.js';
import { drawAnswer } from './draw-answer.js';
import { drawDigest, drawDigests } from './draw-digests.js';
import { drawGaps } from './draw-gaps.js';
import { drawAdded, drawArticle, drawLibrary, drawRemoved } from './draw-library.js';
import { drawCitation, drawFurther, drawPassage } from './draw-pages.js';
import { drawProgress } from './draw-progress.js';
import { drawHelp, drawSettings, drawStatus } from './draw-program.js';
import { drawSummary, drawSummaryTopic } from './draw-summary.js';
import { ACCENTS, type Drawing } from './drawing.js';
import { layOutAsComponents, layOutAsContent, layOutAsEmbed, type MessageBody } from './layout.js';
import { safeParams } from './safe-params.js';
import { summaryMarkdown } from './summary-markdown.js';

interface RenderOptions extends Pick<Settings, 'layout'> {
	/** Whether pictures are part of it; so it is where nothing is said. */
	readonly pictures?: boolean;
}

/**
 * A reply as the body of a message. Pure: the same reply in the same language gives the same message, which Discord takes
 * whatever the articles and members wrote. Replies of one layout can take each other's place.
 */
export function renderReply(reply: Reply, locale: Locale, { layout, pictures = true }: RenderOptions): MessageBody {
	const drawing = drawWith(draw(reply, locale), pictures);
	if (typeof drawing === 'object' && layout === 'embed') return layOutAsEmbed(drawing, locale);
	if (typeof drawing === 'object') return layOutAsComponents(drawing, locale);
	if (layout === 'embed') return layOutAsContent(truncate(drawing, CONTENT_LIMIT));
	const isRefusal = reply.kind === 'refused' || (reply.kind === 'notice' && reply.key.startsWith('error.'));
	return layOutAsComponents({ ...(isRefusal && { accent: ACCENTS.bad }), blocks: [{ text: drawing }] }, locale);
}

function drawWith(drawing: Drawing | string, pictures: boolean): Drawing | string {
	return pictures || typeof drawing === 'string' ? drawing : { ...drawing, picture: undefined };
}

/** A sentence alone is Markdown. */
function draw(reply: Reply, locale: Locale): Drawing | string {
	switch (reply.kind) {
		case 'answer':
			return drawAnswer(reply, locale);
		case 'citations':
			return drawCitation(reply.answer, reply.at, locale);
		case 'further':
			return drawFurther(reply.answer, reply.page, locale);
		case 'summary':
			return drawSummary(reply, locale);
		case 'summary-topic':
			return drawSummaryTopic(reply, locale);
		case 'summary-file':
			return {
				blocks: [{ text: format(locale, 'summary.file.done') }],
				file: summaryMarkdown(reply.summary, reply.channelName, locale),
			};
		case 'summary-progress':
			return drawProgress(reply, locale);
		case 'digest':
			return drawDigest(reply, locale);
		case 'digests':
			return drawDigests(reply, locale);
		case 'passage':
			return drawPassage(reply.quotation, locale);
		case 'library':
			return drawLibrary(reply.library, reply.canManage, locale);
		case 'article':
			return drawArticle(reply.article, locale);
		case 'added':
			return drawAdded(reply.outcomes, reply.refused, locale);
		case 'removed':
			return drawRemoved(reply.entry, locale);
		case 'status':
			return drawStatus(reply.library, reply.about, locale);
		case 'settings':
			return drawSettings(reply.settings, reply.changed, locale);
		case 'gaps':
			return drawGaps(reply.report, reply.days, locale);
		case 'help':
			return drawHelp(reply.commands, locale);
		case 'forgotten': {
			const { questions, verdicts, summaries, digests, keepsFromNowOn } = reply;
			return [
				format(locale, 'forgotten.done', { questions, verdicts, summaries }),
				...(digests === 0 ? [] : [format(locale, 'forgotten.digests', { digests })]),
				format(locale, keepsFromNowOn ? 'forgotten.as-usual' : 'forgotten.nothing'),
			].join('\n');
		}
		case 'refused':
			return formatLoosely(locale, reply.error.key, safeParams(reply.error.params));
		case 'notice':
			return formatLoosely(locale, reply.key, safeParams(reply.params));
		default:
			return reply satisfies never;
	}
}

import type { ArticleFile, Downloads } from '../../commands/services.js';
import { UserError } from '../../commands/user-error.js';
import type { DownloadConfig } from '../config.js';
import { download } from './download.js';
import { DownloadError, type DownloadProblem } from './error.js';
import type { Log } from '../log.js';

/** Fetches what members point at, as far as the operator lets them. */
export function createDownloads(config: DownloadConfig, log: Log): Downloads {
	const { allowPrivate, maxBytes, timeoutMs, attachmentHosts } = config;
	const fetched = async (url: string, name: string, hosts?: readonly string[]): Promise<ArticleFile> => {
		try {
			const { bytes, contentType, ...found } = await download(url, {
				allowPrivate,
				maxBytes,
				timeoutMs,
				...(hosts !== undefined && { allowedHosts: hosts }),
			});
			return { bytes, contentType, source: hosts === undefined ? found.url : name };
		} catch (error) {
			if (!(error instanceof DownloadError)) throw error;
			log.warn('a download was refused or failed', { kind: error.kind, reason: error.message });
			throw refusalOf(error.problem, name, config);
		}
	};
	return {
		article: (url) => fetched(url, url),
		attachment: ({ url, name, contentType }) =>
			fetched(url, name, attachmentHosts).then((file) => ({ ...file, contentType: contentType || file.contentType })),
	};
}

/** What a member is told: nothing of the operator's network. */
function refusalOf(problem: DownloadProblem, url: string, { maxBytes, timeoutMs }: DownloadConfig): UserError {
	switch (problem.kind) {
		case 'not-http':
		case 'credentials':
			return new UserError('error.download.not-http', { url });
		case 'port':
		case 'host':
		case 'private-address':
		case 'downgrade':
			return new UserError('error.download.private', { url });
		case 'too-large':
			return new UserError('error.download.too-large', { url, megabytes: Math.floor(maxBytes / 1e6) });
		case 'timeout':
			return new UserError('error.download.timeout', { url, seconds: Math.round(timeoutMs / 1000) });
		case 'http-status':
			return new UserError('error.download.status', { url, status: String(problem.status) });
		case 'content-type':
			return new UserError('error.download.type', { url, type: problem.contentType });
		case 'unreachable':
		case 'incomplete':
		case 'too-many-redirects':
			return new UserError('error.download.unreachable', { url });
	}
}

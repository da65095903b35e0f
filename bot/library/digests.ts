import { MOST_DIGESTS, type Digest, type DigestKeeping } from '../../commands/digests.js';
import type { Database } from '../../index/database.js';
import { DigestRuns } from '../../index/digest-runs.js';
import { Digests, type StoredDigest } from '../../index/digests.js';

/** Direct messages, one after the other, that do not come through before a member is sent none any more. */
const MOST_FAILURES = 3;
/** Runs are told apart from later ones for longer than any of them is made up for. */
const KEEP_RUNS_MS = 30 * 24 * 60 * 60 * 1000;

/** What an app keeps of digests. */
export interface DigestTables {
	readonly digests: Digests;
	readonly digestRuns: DigestRuns;
}

export function openDigestTables(database: Database): DigestTables {
	return { digests: new Digests(database), digestRuns: new DigestRuns(database) };
}

/** Digests as commands and the scheduler ask for them. Runs of long ago are forgotten when one is taken on. */
export function keepDigests({ digests, digestRuns }: DigestTables, now: () => number): DigestKeeping {
	return {
		async addDigest(digest) {
			const id = digests.add({ ...digest, madeAt: now() }, MOST_DIGESTS);
			const added = id === undefined ? undefined : digests.find(id);
			return added && toDigest(added);
		},
		async digest(id) {
			const found = digests.find(id);
			return found && toDigest(found);
		},
		digests: async (guildId) => digests.list(guildId).map(toDigest),
		removeDigest: async (id) => digests.remove(id),
		async setDigestProblem(id, problem) {
			digests.setProblem(id, problem === null ? null : [...problem]);
		},
		joinDigest: async (id, memberId, locale) => digests.join(id, memberId, locale, now()),
		leaveDigest: async (id, memberId) => digests.leave(id, memberId),
		async noteDirect(id, memberId, cameThrough) {
			if (!cameThrough) return digests.countFailure(id, memberId, MOST_FAILURES);
			digests.clearFailures(id, memberId);
			return false;
		},
		async takeRun(key, holder, at, until) {
			digestRuns.prune(at - KEEP_RUNS_MS);
			return digestRuns.take(key, holder, at, until);
		},
		beginRunPart: async (key, holder, part, at, until) => digestRuns.beginPart(key, holder, part, at, until),
		async endRunPart(key, holder) {
			digestRuns.endPart(key, holder);
		},
		async holdRun(key, holder, until) {
			digestRuns.hold(key, holder, until);
		},
		async finishRun(key, holder, outcome) {
			digestRuns.finish(key, holder, outcome);
		},
		lastRunBefore: async (id, at) => digestRuns.lastBefore(id, at),
		lastOutcome: async (id, recipient) => digestRuns.lastOutcome(id, recipient),
	};
}

/** Lengths and problems are written as they are given to {@link keepDigests}. */
function toDigest(stored: StoredDigest): Digest {
	const { length, problem } = stored as StoredDigest & Pick<Digest, 'length' | 'problem'>;
	return { ...stored, length, problem };
}

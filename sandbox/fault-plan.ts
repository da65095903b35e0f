import type { Faults, FaultTarget, RestFault } from './faults.js';
import type { Gateway } from './gateway/gateway.js';
import type { RateLimit, RateLimiter } from './rate-limits.js';

interface Planned {
	readonly fault: RestFault;
	readonly target: FaultTarget;
	/** How many matching requests still go well before. */
	spared: number;
	left: number;
}

/** The faults that are still to happen. */
export class FaultPlan implements Faults {
	readonly #gateway: Gateway;
	readonly #limiter: RateLimiter;
	#planned: Planned[] = [];
	#expiring = 0;

	constructor(gateway: Gateway, limiter: RateLimiter) {
		this.#gateway = gateway;
		this.#limiter = limiter;
	}

	rest(fault: RestFault, target: FaultTarget = {}): void {
		this.#planned.push({ fault, target, spared: target.after ?? 0, left: target.times ?? 1 });
	}

	limit(limit: RateLimit): void {
		this.#limiter.add(limit);
	}

	dropConnections(code = 4000): void {
		this.#gateway.drop(code);
	}

	askReconnect(): void {
		this.#gateway.askReconnect();
	}

	refuseResume(times = 1): void {
		this.#gateway.refusedResumes = times;
	}

	silence(on: boolean): void {
		this.#gateway.silent = on;
	}

	expireInteractions(times = 1): void {
		this.#expiring = times;
	}

	clear(): void {
		this.#planned = [];
		this.#expiring = 0;
		this.#gateway.refusedResumes = 0;
		this.#gateway.silent = false;
		this.#limiter.reset();
	}

	/** The fault that befalls this request, which counts it. */
	take(method: string, path: string): RestFault | null {
		const matching = this.#planned.filter(
			({ target, left }) => left > 0 && (target.method ?? method) === method && (target.path?.test(path) ?? true),
		);
		const hit = matching.find(({ spared }) => spared === 0);
		for (const one of matching) if (one.spared > 0) one.spared--;
		if (!hit) return null;
		hit.left--;
		return hit.fault;
	}

	/** Whether the interaction that is made now has expired already, which counts it. */
	takeExpiry(): boolean {
		if (this.#expiring === 0) return false;
		this.#expiring--;
		return true;
	}
}

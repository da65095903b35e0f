import type { Faults, FaultTarget, RestFault } from './faults.js';
import type { Gateway } from './gateway/gateway.js';

interface Planned {
	readonly fault: RestFault;
	readonly target: FaultTarget;
	left: number;
}

/** The faults that are still to happen. */
export class FaultPlan implements Faults {
	readonly #gateway: Gateway;
	#planned: Planned[] = [];
	#expiring = 0;

	constructor(gateway: Gateway) {
		this.#gateway = gateway;
	}

	rest(fault: RestFault, target: FaultTarget = {}): void {
		this.#planned.push({ fault, target, left: target.times ?? 1 });
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
	}

	/** The fault that befalls this request, which counts it. */
	take(method: string, path: string): RestFault | null {
		const hit = this.#planned.find(
			({ target, left }) => left > 0 && (target.method ?? method) === method && (target.path?.test(path) ?? true),
		);
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

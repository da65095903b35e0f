import { css } from 'lit';

/** What stands around messages: what Discord says itself, reactions, threads, and where somebody went to. */
export const aroundMessageStyles = css`
	.message.target {
		animation: target 2.5s ease-out;
	}

	@keyframes target {
		from {
			background: var(--for-me);
			box-shadow: inset 2px 0 var(--for-me-edge);
		}
	}

	.message.system {
		display: flex;
		align-items: center;
		gap: 8px;
		padding: 4px 16px 4px 32px;
		color: var(--muted);
		font-size: 15px;
	}

	.message.system strong {
		color: var(--strong);
	}

	.message.system time {
		margin-left: 4px;
		font-size: 12px;
	}

	.reactions {
		display: flex;
		flex-wrap: wrap;
		gap: 4px;
		margin-top: 4px;
	}

	.reaction {
		padding: 2px 8px;
		border: 1px solid var(--line);
		border-radius: 8px;
		background: var(--card);
		color: var(--muted);
		font-size: 14px;
	}

	.reaction:hover {
		border-color: var(--brand);
	}

	.begun {
		display: flex;
		align-items: center;
		gap: 8px;
		max-width: 100%;
		margin-top: 6px;
		padding: 8px 12px;
		border-radius: 8px;
		background: var(--card);
		font-size: 14px;
		text-align: start;
	}

	.begun strong {
		overflow: hidden;
		color: var(--strong);
		text-overflow: ellipsis;
		white-space: nowrap;
	}

	.begun span {
		flex: none;
		color: var(--link);
	}

	.more {
		display: grid;
		place-items: center;
		margin: 16px;
	}
`;

import { css } from 'lit';

/** Suggestions above the message box. */
export const pickerStyles = css`
	.picker {
		position: absolute;
		z-index: 15;
		right: 0;
		bottom: calc(100% + 8px);
		left: 0;
		display: flex;
		flex-direction: column;
		max-height: min(440px, 55vh);
		overflow: hidden;
		border: 1px solid var(--line);
		border-radius: 8px;
		background: var(--side);
		box-shadow: var(--shadow);
	}

	.picker-head {
		display: flex;
		gap: 12px;
		padding: 8px 16px;
		font-size: 14px;
	}

	.picker-name {
		flex: none;
		color: var(--strong);
		font-weight: 700;
	}

	.picker-hint {
		color: var(--muted);
	}

	#picker {
		overflow-y: auto;
	}

	#picker:not(:empty) {
		padding: 0 8px 8px;
	}

	.picker-wait {
		margin: 0;
		padding: 4px 8px;
		color: var(--muted);
		font-size: 14px;
	}

	.suggestion {
		display: flex;
		align-items: center;
		gap: 12px;
		min-height: 36px;
		padding: 6px 8px;
		border-radius: 4px;
		cursor: pointer;
	}

	.suggestion:hover,
	.suggestion[aria-selected='true'] {
		background: var(--raised);
	}

	.suggestion img {
		border-radius: 50%;
	}

	.app-icon {
		display: grid;
		flex: none;
		place-items: center;
		width: 32px;
		height: 32px;
		border-radius: 50%;
		background: var(--brand);
		color: #fff;
	}

	.item-words {
		display: flex;
		flex: 1;
		gap: 8px;
		min-width: 0;
	}

	.item-words.stacked {
		flex-direction: column;
		gap: 0;
	}

	.item-title {
		color: var(--strong);
		font-weight: 500;
		overflow-wrap: anywhere;
	}

	.item-detail,
	.item-bot {
		overflow: hidden;
		color: var(--muted);
		font-size: 14px;
		text-overflow: ellipsis;
	}

	.item-bot {
		flex: none;
		font-size: 12px;
	}
`;

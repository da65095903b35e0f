import { css } from 'lit';

/** The message box and what is suggested above it. */
export const composerStyles = css`
	.composer {
		position: relative;
		flex: none;
		margin: 0 16px 20px;
	}

	.box {
		display: flex;
		align-items: flex-start;
		gap: 8px;
		min-height: 44px;
		padding: 6px 8px;
		border-radius: 8px;
		background: var(--box);
	}

	.box:focus-within {
		box-shadow: 0 0 0 1px var(--line);
	}

	.box.closed {
		opacity: 0.6;
	}

	.box textarea {
		flex: 1;
		field-sizing: content;
		min-width: 0;
		min-height: 32px;
		max-height: 40vh;
		padding: 5px 0;
		border: 0;
		outline: 0;
		background: none;
		resize: none;
	}

	.box ::placeholder {
		color: var(--muted);
		opacity: 1;
	}

	.replying {
		display: flex;
		align-items: center;
		justify-content: space-between;
		padding: 2px 8px 2px 16px;
		border-radius: 8px 8px 0 0;
		background: var(--card);
		color: var(--muted);
		font-size: 14px;
	}

	.replying + .box,
	.uploads + .box {
		border-radius: 0 0 8px 8px;
	}

	.uploads {
		display: flex;
		flex-wrap: wrap;
		gap: 12px;
		margin: 0;
		padding: 12px;
		border-bottom: 1px solid var(--line);
		border-radius: 8px 8px 0 0;
		background: var(--box);
		list-style: none;
	}

	.uploads li {
		display: flex;
		align-items: center;
		gap: 8px;
		max-width: 100%;
		padding: 8px;
		border-radius: 6px;
		background: var(--card);
		font-size: 14px;
	}

	.upload-name {
		overflow: hidden;
		text-overflow: ellipsis;
		white-space: nowrap;
	}

	.uploads small {
		flex: none;
		color: var(--muted);
	}

	.command {
		display: flex;
		flex: 1;
		flex-wrap: wrap;
		align-items: center;
		gap: 6px;
		min-width: 0;
		min-height: 32px;
	}

	.command-name {
		padding: 3px 4px;
		border-radius: 4px;
		color: var(--strong);
		font-weight: 500;
	}

	.command-name:hover {
		background: var(--raised);
	}

	.pill {
		display: inline-flex;
		max-width: 100%;
		overflow: hidden;
		border: 1px solid var(--line);
		border-radius: 4px;
		background: var(--deep);
	}

	.pill.active {
		border-color: var(--link);
	}

	.pill.wrong {
		border-color: var(--warn);
	}

	.pill-name {
		flex: none;
		padding: 3px 8px;
		background: var(--side);
		font-size: 14px;
		line-height: 22px;
	}

	.pill input:not(.unseen),
	.add-option {
		field-sizing: content;
		min-width: 24px;
		max-width: 100%;
		padding: 3px 8px;
		border: 0;
		outline: 0;
		background: none;
	}

	.pill-file {
		padding: 3px 8px;
		overflow: hidden;
		color: var(--muted);
		text-overflow: ellipsis;
		white-space: nowrap;
		cursor: pointer;
	}

	.add-option {
		flex: 1;
		min-width: 90px;
	}

	.command .problem {
		flex: 1 0 100%;
		margin: 0 0 4px;
	}

	@media (width < 760px) {
		.composer {
			margin: 0 8px 8px;
		}

		.item-bot {
			display: none;
		}

		.picker-head {
			flex-wrap: wrap;
			gap: 0 12px;
		}
	}
`;

import { css } from 'lit';

/** Servers, channels, and who is played. */
export const sidebarStyles = css`
	.sidebar {
		display: grid;
		grid-template-columns: 72px 240px;
		min-height: 0;
		background: var(--side);
	}

	.rail {
		display: flex;
		flex-direction: column;
		align-items: center;
		gap: 8px;
		padding: 12px 0;
		overflow-y: auto;
		background: var(--rail);
	}

	.rail hr {
		width: 32px;
		margin: 0;
		border: 0;
		border-top: 2px solid var(--line);
	}

	.server {
		position: relative;
		display: grid;
		flex: none;
		place-items: center;
		width: 48px;
		height: 48px;
		border-radius: 50%;
		background: var(--ground);
		font-weight: 600;
		transition: border-radius 0.15s;
	}

	.server:hover,
	.server.open {
		border-radius: 16px;
		background: var(--brand);
		color: #fff;
	}

	.server.open::before {
		position: absolute;
		left: -12px;
		width: 4px;
		height: 40px;
		border-radius: 0 4px 4px 0;
		background: var(--strong);
		content: '';
	}

	.channels {
		display: flex;
		flex-direction: column;
		min-width: 0;
		min-height: 0;
	}

	.channels h1 {
		overflow: hidden;
		margin: 0;
		padding: 13px 16px;
		border-bottom: 1px solid var(--frame);
		color: var(--strong);
		font-size: 16px;
		line-height: 22px;
		text-overflow: ellipsis;
		white-space: nowrap;
	}

	.channels nav {
		flex: 1;
		min-height: 0;
		padding: 8px;
		overflow-y: auto;
	}

	.channels ul {
		display: grid;
		grid-template-columns: minmax(0, 1fr);
		gap: 2px;
		margin: 0;
		padding: 0;
		list-style: none;
	}

	.place {
		display: flex;
		align-items: center;
		gap: 8px;
		width: 100%;
		min-height: 34px;
		padding: 4px 8px;
		border-radius: 4px;
		color: var(--muted);
		font-weight: 500;
	}

	.place span {
		overflow: hidden;
		text-overflow: ellipsis;
		white-space: nowrap;
	}

	.place svg,
	.place img {
		flex: none;
		border-radius: 50%;
	}

	.place small {
		flex: none;
		margin-left: auto;
		color: var(--warn);
		font-size: 11px;
	}

	.place.archived {
		font-style: italic;
		opacity: 0.8;
	}

	.category {
		overflow: hidden;
		margin: 12px 0 2px;
		padding: 0 8px;
		color: var(--muted);
		font-size: 12px;
		text-overflow: ellipsis;
		text-transform: uppercase;
		white-space: nowrap;
	}

	.place.thread {
		padding-left: 28px;
		font-size: 14px;
	}

	.place:hover:not(:disabled),
	.place.open {
		background: var(--raised);
		color: var(--strong);
	}

	.me {
		display: grid;
		gap: 8px;
		padding: 10px;
		background: var(--deep);
	}

	.me-name,
	.me-row {
		display: flex;
		align-items: flex-end;
		gap: 8px;
	}

	.me img {
		border-radius: 50%;
	}

	.me label {
		flex: 1;
		min-width: 0;
	}

	.me label span {
		display: block;
		color: var(--muted);
		font-size: 12px;
	}

	.me select {
		width: 100%;
		height: 32px;
		padding: 0 4px;
		border: 1px solid var(--line);
		border-radius: 4px;
		background: var(--side);
		color: var(--text);
		font-size: 14px;
	}
`;

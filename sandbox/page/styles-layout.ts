import { css } from 'lit';

/** Where servers, channels and messages stand. */
export const layoutStyles = css`
	.app {
		display: grid;
		grid-template-columns: auto minmax(0, 1fr);
		height: 100%;
	}

	main {
		position: relative;
		display: flex;
		flex-direction: column;
		min-width: 0;
		min-height: 0;
		background: var(--ground);
	}

	header {
		display: flex;
		flex: none;
		align-items: center;
		gap: 8px;
		height: 49px;
		padding: 0 16px;
		border-bottom: 1px solid var(--frame);
		color: var(--muted);
	}

	header img {
		border-radius: 50%;
	}

	header h2 {
		flex: none;
		max-width: 60%;
		overflow: hidden;
		margin: 0;
		color: var(--strong);
		font-size: 16px;
		text-overflow: ellipsis;
		white-space: nowrap;
	}

	.topic {
		flex: 1;
		min-width: 0;
		overflow: hidden;
		margin: 0 0 0 8px;
		font-size: 14px;
		text-overflow: ellipsis;
		white-space: nowrap;
	}

	.nsfw {
		flex: none;
		margin: 0;
		padding: 0 6px;
		border: 1px solid currentcolor;
		border-radius: 4px;
		color: var(--warn);
		font-size: 12px;
	}

	.presence {
		display: flex;
		flex: none;
		align-items: center;
		gap: 6px;
		margin: 0;
		font-size: 13px;
	}

	.presence i {
		width: 10px;
		height: 10px;
		border: 2px solid currentColor;
		border-radius: 50%;
	}

	.presence.online i {
		border-color: #23a55a;
		background: #23a55a;
	}

	.messages {
		display: flex;
		flex: 1;
		flex-direction: column;
		min-height: 0;
		padding-bottom: 4px;
		overflow: hidden auto;
	}

	.messages:focus-visible {
		outline-offset: -2px;
	}

	.welcome {
		margin: auto 16px 0;
		padding-top: 32px;
	}

	.welcome h3 {
		margin: 0;
		color: var(--strong);
		font-size: 28px;
		overflow-wrap: anywhere;
	}

	.welcome p {
		margin: 4px 0 8px;
		color: var(--muted);
	}

	.welcome kbd {
		padding: 1px 6px;
		border: 1px solid var(--line);
		border-radius: 4px;
		background: var(--card);
		color: var(--text);
		font: 14px var(--mono);
	}

	.typing {
		min-height: 22px;
		margin: 0;
		padding: 0 16px;
		font-size: 14px;
	}

	.burger {
		display: none;
	}

	.drop {
		display: none;
	}

	.dragging .drop {
		position: absolute;
		inset: 0;
		z-index: 30;
		display: grid;
		place-items: center;
		background: rgb(0 0 0 / 60%);
		color: #fff;
		pointer-events: none;
	}

	.drop p {
		padding: 32px 48px;
		border: 2px dashed #fff;
		border-radius: 8px;
		background: var(--brand);
		font-weight: 600;
		font-size: 20px;
	}

	@media (width < 760px) {
		.app {
			grid-template-columns: minmax(0, 1fr);
		}

		.sidebar {
			position: fixed;
			z-index: 25;
			inset: 0 auto 0 0;
			grid-template-columns: 72px minmax(0, 228px);
			max-width: calc(100vw - 40px);
			box-shadow: var(--shadow);
			visibility: hidden;
			transform: translateX(-105%);
			transition: transform 0.15s;
		}

		.sidebar.open {
			visibility: visible;
			transform: none;
		}

		.burger {
			display: inline-flex;
			margin-left: -8px;
		}

		header {
			padding-right: 12px;
		}

		.topic {
			visibility: hidden;
		}
	}
`;

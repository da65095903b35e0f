import { css } from 'lit';

/** Colours, and what all parts share. */
export const baseStyles = css`
	:root {
		color-scheme: dark;
		--font: system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', 'Noto Sans Lao', 'Noto Sans Thai', sans-serif;
		--mono: ui-monospace, 'Cascadia Mono', 'Source Code Pro', Menlo, Consolas, 'DejaVu Sans Mono', monospace;
		--rail: #1e1f22;
		--side: #2b2d31;
		--ground: #313338;
		--card: #2b2d31;
		--deep: #1e1f22;
		--box: #383a40;
		--hover: #2e3035;
		--raised: #3f4248;
		--line: #3f4147;
		--frame: #26282c;
		--text: #dbdee1;
		--strong: #f2f3f5;
		--muted: #a3a8b1;
		--link: #00a8fc;
		--brand: #5865f2;
		--brand-hover: #4752c4;
		--grey-button: #4e5058;
		--grey-button-hover: #6d6f78;
		--grey-button-text: #fff;
		--green: #248046;
		--green-hover: #1a6334;
		--red: #da373c;
		--red-hover: #a12828;
		--warn: #fa777c;
		--for-me: #444037;
		--for-me-edge: #f0b132;
		--only-me: #35374b;
		--mention: #3c4270;
		--mention-text: #c9cdfb;
		--shadow: 0 8px 24px rgb(0 0 0 / 40%);
	}

	:root[data-theme='light'] {
		color-scheme: light;
		--rail: #e3e5e8;
		--side: #f2f3f5;
		--ground: #fff;
		--card: #f2f3f5;
		--deep: #e3e5e8;
		--box: #ebedef;
		--hover: #f7f7f9;
		--raised: #e0e1e5;
		--line: #d5d7dc;
		--frame: #e3e5e8;
		--text: #313338;
		--strong: #060607;
		--muted: #5a5d66;
		--link: #0062cc;
		--grey-button: #e0e1e5;
		--grey-button-hover: #cfd1d7;
		--grey-button-text: #1e1f22;
		--warn: #b3262b;
		--for-me: #fdf5e3;
		--only-me: #eef0fe;
		--mention: #e0e3fd;
		--mention-text: #3b47c4;
		--shadow: 0 8px 24px rgb(0 0 0 / 20%);
	}

	* {
		box-sizing: border-box;
	}

	html,
	body {
		height: 100%;
		margin: 0;
		overflow: hidden;
		background: var(--ground);
		color: var(--text);
		font: 400 16px/1.375 var(--font);
	}

	button,
	input,
	select,
	textarea {
		color: inherit;
		font: inherit;
	}

	button {
		padding: 0;
		border: 0;
		background: none;
		cursor: pointer;
		text-align: inherit;
	}

	button:disabled {
		cursor: not-allowed;
	}

	:focus-visible {
		outline: 2px solid var(--link);
		outline-offset: 1px;
	}

	a {
		color: var(--link);
		text-decoration: none;
	}

	a:hover,
	.link:hover {
		text-decoration: underline;
	}

	[hidden] {
		display: none !important;
	}

	.link {
		color: var(--link);
	}

	.unseen {
		position: absolute;
		width: 1px;
		height: 1px;
		opacity: 0;
	}

	.icon {
		position: relative;
		display: inline-flex;
		flex: none;
		align-items: center;
		justify-content: center;
		min-width: 32px;
		min-height: 32px;
		border-radius: 4px;
		color: var(--muted);
		cursor: pointer;
	}

	.icon:hover {
		background: var(--raised);
		color: var(--strong);
	}

	.icon:focus-within {
		outline: 2px solid var(--link);
	}

	.failure,
	.problem {
		margin: 4px 0 0;
		color: var(--warn);
		font-size: 14px;
	}

	.notice {
		display: flex;
		justify-content: space-between;
		gap: 12px;
		margin: 0 16px 8px;
		padding: 8px 12px;
		border-left: 4px solid var(--red);
		border-radius: 4px;
		background: var(--card);
		font-size: 14px;
	}

	.wait {
		padding: 40px;
		text-align: center;
	}

	.veil {
		position: fixed;
		inset: 0;
		z-index: 20;
	}

	.veil.dim {
		background: rgb(0 0 0 / 60%);
	}

	.dots {
		display: inline-flex;
		gap: 3px;
		margin-right: 4px;
		vertical-align: middle;
	}

	.dots i {
		width: 6px;
		height: 6px;
		border-radius: 50%;
		background: currentColor;
		animation: dot 1.2s infinite ease-in-out;
	}

	.dots i:nth-child(2) {
		animation-delay: 0.2s;
	}

	.dots i:nth-child(3) {
		animation-delay: 0.4s;
	}

	@keyframes dot {
		0%,
		80%,
		100% {
			opacity: 0.3;
		}
		40% {
			opacity: 1;
		}
	}

	@media (prefers-reduced-motion: reduce) {
		.dots i {
			animation: none;
		}
	}
`;

import { css } from 'lit';

/** Buttons, menus and the components of version 2. */
export const componentStyles = css`
	.components {
		display: grid;
		grid-template-columns: minmax(0, 1fr);
		gap: 8px;
		max-width: 600px;
		line-height: 1.375;
	}

	.components > :first-child:not(.only-you) {
		margin-top: 6px;
	}

	.row {
		display: flex;
		flex-wrap: wrap;
		gap: 8px;
	}

	.button {
		position: relative;
		display: inline-flex;
		align-items: center;
		justify-content: center;
		gap: 6px;
		min-width: 60px;
		min-height: 34px;
		padding: 5px 14px;
		border-radius: 8px;
		background: var(--grey-button);
		color: var(--grey-button-text);
		font-weight: 500;
		font-size: 14px;
		line-height: 1.2;
		overflow-wrap: anywhere;
	}

	.button:hover:not(:disabled),
	a:hover > .button {
		background: var(--grey-button-hover);
	}

	.button:disabled {
		opacity: 0.5;
	}

	.button.primary {
		background: var(--brand);
		color: #fff;
	}

	.button.primary:hover:not(:disabled) {
		background: var(--brand-hover);
	}

	.button.success {
		background: var(--green);
		color: #fff;
	}

	.button.success:hover:not(:disabled) {
		background: var(--green-hover);
	}

	.button.danger {
		background: var(--red);
		color: #fff;
	}

	.button.danger:hover:not(:disabled) {
		background: var(--red-hover);
	}

	.button.busy > :not(.dots) {
		visibility: hidden;
	}

	.button.busy > .dots {
		position: absolute;
		margin: 0;
	}

	.button-link a {
		display: inline-flex;
		border-radius: 8px;
		text-decoration: none;
	}

	.container {
		display: grid;
		grid-template-columns: minmax(0, 1fr);
		gap: 8px;
		padding: 16px;
		overflow: hidden;
		border: 1px solid var(--line);
		border-radius: 8px;
		background: var(--card);
	}

	.container[style] {
		position: relative;
		padding-left: 20px;
	}

	.container[style]::before {
		position: absolute;
		inset: 0 auto 0 0;
		width: 4px;
		background: var(--accent);
		content: '';
	}

	.section {
		display: flex;
		align-items: flex-start;
		gap: 16px;
	}

	.section-text {
		display: grid;
		flex: 1;
		gap: 4px;
		min-width: 0;
	}

	.accessory {
		flex: none;
		max-width: 40%;
	}

	.thumbnail .picture {
		width: 85px;
		height: 85px;
		object-fit: cover;
	}

	.separator {
		height: 1px;
		margin: 4px 0;
		background: var(--line);
	}

	.separator.wide {
		margin: 12px 0;
	}

	.separator.bare {
		background: none;
	}

	.gallery {
		display: grid;
		grid-template-columns: repeat(auto-fit, minmax(160px, 1fr));
		gap: 4px;
	}

	.hidden summary {
		width: fit-content;
		padding: 4px 12px;
		border-radius: 16px;
		background: var(--grey-button);
		color: var(--grey-button-text);
		cursor: pointer;
	}

	.select {
		width: 400px;
		max-width: 100%;
	}

	.select-button {
		display: flex;
		align-items: center;
		justify-content: space-between;
		width: 100%;
		min-height: 42px;
		padding: 8px 12px;
		border: 1px solid var(--line);
		border-radius: 8px;
		background: var(--deep);
	}

	.select-button .placeholder {
		color: var(--muted);
	}

	.options {
		max-height: 260px;
		margin-top: 4px;
		overflow-y: auto;
		border: 1px solid var(--line);
		border-radius: 8px;
		background: var(--side);
		box-shadow: var(--shadow);
	}

	.options [role='option'] {
		display: flex;
		align-items: center;
		gap: 8px;
		width: 100%;
		min-height: 40px;
		padding: 8px 12px;
	}

	.options [role='option']:hover,
	.options [role='option']:focus-visible {
		background: var(--raised);
	}

	.option-words {
		flex: 1;
		min-width: 0;
	}

	.option-words small {
		display: block;
		color: var(--muted);
	}
`;

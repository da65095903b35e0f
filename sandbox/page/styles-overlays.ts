import { css } from 'lit';

/** Menus and dialogues. */
export const overlayStyles = css`
	.menu {
		position: fixed;
		z-index: 21;
		width: 14rem;
		max-height: 100vh;
		padding: 6px 8px;
		overflow-y: auto;
		border: 1px solid var(--line);
		border-radius: 6px;
		background: var(--side);
		box-shadow: var(--shadow);
	}

	.menu [role='menuitem'] {
		display: flex;
		align-items: center;
		gap: 8px;
		width: 100%;
		min-height: 34px;
		padding: 6px 8px;
		border-radius: 4px;
		font-weight: 500;
		font-size: 14px;
	}

	.menu [role='menuitem']:hover,
	.menu [role='menuitem']:focus {
		background: var(--brand);
		color: #fff;
	}

	.menu .danger {
		color: var(--warn);
	}

	.menu p {
		margin: 4px 0;
		padding: 6px 8px 0;
		border-top: 1px solid var(--line);
		color: var(--muted);
		font-weight: 600;
		font-size: 12px;
	}

	.modal {
		width: min(480px, calc(100vw - 24px));
		max-height: calc(100vh - 24px);
		padding: 0;
		border: 1px solid var(--line);
		border-radius: 8px;
		background: var(--ground);
		color: var(--text);
	}

	.modal::backdrop {
		background: rgb(0 0 0 / 70%);
	}

	.modal form {
		display: grid;
		gap: 16px;
		padding: 16px;
	}

	.modal-head {
		display: flex;
		align-items: center;
		gap: 8px;
	}

	.modal-head img {
		border-radius: 50%;
	}

	.modal h2 {
		flex: 1;
		margin: 0;
		color: var(--strong);
		font-size: 20px;
	}

	.modal-body {
		display: grid;
		gap: 16px;
	}

	.modal-field {
		display: grid;
		gap: 6px;
	}

	.modal-label {
		color: var(--strong);
		font-weight: 600;
	}

	.modal-label b {
		color: var(--warn);
	}

	.modal-field small {
		color: var(--muted);
	}

	.modal-field :is(input, textarea, select) {
		width: 100%;
		padding: 10px;
		border: 1px solid var(--line);
		border-radius: 6px;
		background: var(--deep);
		resize: vertical;
	}

	.modal-foot {
		display: flex;
		justify-content: flex-end;
		gap: 8px;
	}
`;

import { css } from 'lit';

/** Messages and what stands in them. */
export const messageStyles = css`
	discord-messages {
		border: 0;
		color: var(--text);
		font-family: var(--font);
		line-height: 1.375;
	}

	.message {
		position: relative;
	}

	.message:hover,
	.message:focus-within {
		background: var(--hover);
	}

	.message.ephemeral {
		background: var(--only-me);
		box-shadow: inset 2px 0 var(--brand);
	}

	.message:has(discord-message[highlight]) {
		background: var(--for-me);
		box-shadow: inset 2px 0 var(--for-me-edge);
	}

	.message.follows {
		margin-top: 0 !important;
	}

	.toolbar {
		position: absolute;
		top: -14px;
		right: 14px;
		z-index: 2;
		border: 1px solid var(--line);
		border-radius: 6px;
		background: var(--ground);
		opacity: 0;
	}

	.message:hover .toolbar,
	.message:focus-within .toolbar {
		opacity: 1;
	}

	.edited {
		margin-left: 4px;
		color: var(--muted);
		font-size: 10px;
	}

	.thinking {
		color: var(--muted);
		font-style: italic;
	}

	.only-you {
		margin: 4px 0 0;
		color: var(--muted);
		font-size: 12px;
	}

	.only-you svg {
		vertical-align: text-bottom;
	}

	.markdown {
		min-width: 0;
		overflow-wrap: anywhere;
		white-space: break-spaces;
	}

	.markdown .h1,
	.markdown .h2,
	.markdown .h3 {
		margin: 8px 0 4px;
		color: var(--strong);
		font-weight: 700;
		font-size: 24px;
		line-height: 1.3;
	}

	.markdown .h2 {
		font-size: 20px;
	}

	.markdown .h3 {
		font-size: 16px;
	}

	.markdown > :first-child {
		margin-top: 0;
	}

	.markdown small {
		display: block;
		color: var(--muted);
		font-size: 13px;
		line-height: 1.4;
	}

	.markdown blockquote {
		margin: 2px 0;
		padding: 0 8px 0 12px;
		border-left: 4px solid var(--line);
		border-radius: 4px 0 0 4px;
	}

	.markdown ul,
	.markdown ol {
		margin: 4px 0;
		padding-left: 24px;
		white-space: normal;
	}

	.markdown li {
		white-space: break-spaces;
	}

	.markdown code {
		padding: 1px 4px;
		border-radius: 4px;
		background: var(--deep);
		font: 85% var(--mono);
	}

	.markdown pre {
		max-width: 90%;
		margin: 6px 0;
		padding: 8px;
		overflow-x: auto;
		border: 1px solid var(--frame);
		border-radius: 4px;
		background: var(--card);
		line-height: 1.3;
		white-space: pre-wrap;
	}

	:is(.container, .embed) .markdown pre {
		max-width: none;
		background: var(--deep);
	}

	.markdown pre code {
		padding: 0;
		background: none;
		font-size: 14px;
	}

	.emoji {
		font-style: normal;
	}

	.spoiler {
		border-radius: 4px;
		background: var(--grey-button);
		cursor: pointer;
	}

	.spoiler > span {
		opacity: 0;
	}

	.spoiler:not(.open) > span {
		pointer-events: none;
	}

	.spoiler.open {
		background: var(--raised);
		cursor: text;
	}

	.spoiler.open > span {
		opacity: 1;
	}

	.bare {
		display: inline;
		font: inherit;
	}

	.files {
		display: grid;
		grid-template-columns: minmax(0, 1fr);
		gap: 6px;
		margin-top: 6px;
	}

	.file {
		display: flex;
		align-items: center;
		gap: 8px;
		width: 432px;
		max-width: 100%;
		padding: 12px;
		border: 1px solid var(--line);
		border-radius: 8px;
		background: var(--card);
	}

	.file > svg {
		flex: none;
		color: var(--brand);
	}

	.file-words {
		flex: 1;
		min-width: 0;
	}

	.file-words > * {
		display: block;
		overflow: hidden;
		text-overflow: ellipsis;
		white-space: nowrap;
	}

	.file-words > :last-child {
		color: var(--muted);
		font-size: 12px;
	}

	.picture {
		display: block;
		max-width: min(550px, 100%);
		max-height: 350px;
		border-radius: 8px;
	}

	.embed {
		display: flow-root;
		padding-top: 8px;
		font-size: 14px;
		line-height: 1.3;
	}

	.embed > * + * {
		margin-top: 8px;
	}

	.embed .thumbnail {
		float: right;
		margin: 0 0 8px 16px;
	}

	.embed-author,
	.embed-title {
		color: var(--strong);
		font-weight: 600;
	}

	.embed-title {
		font-size: 16px;
	}

	.fields {
		display: flex;
		flex-wrap: wrap;
		gap: 8px 16px;
	}

	.field {
		flex: 1 0 100%;
		min-width: 0;
	}

	.field.inline {
		flex: 1 0 130px;
	}

	.field-name {
		color: var(--strong);
		font-weight: 600;
	}

	.embed-footer {
		color: var(--muted);
		font-size: 12px;
	}
`;

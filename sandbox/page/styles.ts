import type { CSSResult } from 'lit';
import { css, LitElement } from 'lit';
import { aroundMessageStyles } from './styles-around-message.js';
import { baseStyles } from './styles-base.js';
import { componentStyles } from './styles-components.js';
import { composerStyles } from './styles-composer.js';
import { layoutStyles } from './styles-layout.js';
import { messageStyles } from './styles-message.js';
import { overlayStyles } from './styles-overlays.js';
import { pickerStyles } from './styles-picker.js';
import { sidebarStyles } from './styles-sidebar.js';

/** Gives the page its looks, and the library's elements the page's colours. Before any of these is drawn. */
export function adoptStyles(): void {
	document.adoptedStyleSheets = SHEETS.map((one) => one.styleSheet).filter((one) => one !== undefined);
	for (const [name, styles] of Object.entries(LIBRARY_STYLES)) {
		const element = customElements.get(name);
		if (!isLitElement(element)) throw new Error(`Expected the library to define ${name}.`);
		element.elementStyles.push(styles);
	}
}

const SHEETS = [
	baseStyles,
	sidebarStyles,
	messageStyles,
	aroundMessageStyles,
	componentStyles,
	overlayStyles,
	pickerStyles,
	// these two end with what narrow windows change of the others
	composerStyles,
	layoutStyles,
];

function isLitElement(element: CustomElementConstructor | undefined): element is typeof LitElement {
	return element !== undefined && element.prototype instanceof LitElement;
}

/** The library has Discord's colours of 2021, and words too faint to read (3:1); these are today's. */
const LIBRARY_STYLES: Readonly<Record<string, CSSResult>> = {
	'discord-message': css`
		:host {
			margin: 0;
			padding-right: 16px;
			color: var(--text);
			font-family: var(--font);
			font-size: 16px;
		}
		:host(:hover),
		:host([highlight]),
		:host([highlight]:hover) {
			background: none;
		}
		:host([highlight])::before {
			content: none;
		}
		.discord-message-content {
			min-width: 0;
			line-height: 1.375;
		}
		.discord-message-timestamp {
			color: var(--muted);
		}
		.discord-message-body-only-indent {
			flex: none;
			margin-left: 0;
			font-size: 10px;
		}
		:host(:hover) .discord-message-timestamp-hover::before {
			content: none;
		}
		.discord-message-inner-center {
			align-items: flex-start;
		}
	`,
	'discord-author-info': css`
		:host .discord-author-username {
			color: var(--strong);
			cursor: default;
		}
	`,
	'discord-reply': css`
		:host {
			min-width: 0;
			color: var(--muted);
			font-family: var(--font);
		}
		:host::before {
			position: absolute;
			top: 50%;
			bottom: -4px;
			left: -37px;
			width: 32px;
			border: 2px solid var(--line);
			border-width: 2px 0 0 2px;
			border-top-left-radius: 6px;
			content: '';
		}
		.discord-replied-message-username {
			color: var(--strong);
			opacity: 1;
		}
		.discord-replied-message-content {
			min-width: 0;
			overflow: hidden;
			cursor: default;
		}
		.discord-replied-message-content:hover {
			color: inherit;
		}
		.discord-reply-badge {
			background: var(--deep);
			color: var(--muted);
		}
	`,
	'discord-command': css`
		:host {
			color: var(--muted);
			font-family: var(--font);
		}
		.discord-replied-message-username {
			color: var(--strong);
			opacity: 1;
		}
		:host .discord-slash-command-name,
		:host .discord-slash-command-name:hover {
			background: var(--mention);
			color: var(--mention-text) !important;
		}
		.discord-context-command-name {
			color: var(--mention-text) !important;
			opacity: 1;
		}
	`,
	'discord-embed': css`
		:host {
			margin: 6px 0 0;
			color: var(--text);
		}
		:host .discord-left-border {
			background: var(--line);
		}
		:host .discord-embed-wrapper {
			border: 1px solid var(--line);
			border-left: 0;
			background: var(--card);
		}
	`,
	'discord-mention': css`
		:host {
			background: var(--mention);
			color: var(--mention-text);
		}
		:host(:hover) {
			background: var(--brand);
			color: #fff;
		}
	`,
	'discord-time': css`
		:host {
			background: var(--raised);
		}
	`,
};

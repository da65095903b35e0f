import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import type { Actions } from './actions.js';
import { icons } from './icons.js';
import type { State } from './state.js';
import { moveAmong } from './view-select.js';

/** The menu of a message: what can be done with it, and the bot's commands for messages. */
export function menuView(state: State, actions: Actions): TemplateResult | typeof nothing {
	const { menu } = state;
	const shown = state.messages.find((one) => one.message.id === menu?.messageId);
	if (menu === null || shown === undefined) return nothing;
	const { message, ephemeral } = shown;
	const apps = ephemeral ? [] : state.commands.filter((one) => one.kind === 'message');
	const isMine = message.author.id === state.scene?.me.id;
	const item = (words: unknown, run: () => unknown, kind = ''): TemplateResult =>
		html`<button type="button" role="menuitem" tabindex="-1" class=${kind} @click=${run}>${words}</button>`;
	const left = `min(${menu.x}px, 100vw - 15rem)`;
	const top = `min(${menu.y}px, 100vh - ${(apps.length + 4) * 2.3}rem)`;
	return html`<div
			class="veil"
			@click=${actions.close}
			@contextmenu=${(event: Event) => {
				event.preventDefault();
				actions.close();
			}}
		></div>
		<div
			class="menu"
			role="menu"
			aria-label="Message"
			style="left: ${left}; top: ${top}"
			@keydown=${(event: KeyboardEvent) => {
				moveAmong(event, '[role=menuitem]');
				if (event.key !== 'Escape' && event.key !== 'Tab') return;
				event.preventDefault();
				actions.close();
				document.querySelector<HTMLElement>(`[data-message="${message.id}"] .toolbar button:last-child`)?.focus();
			}}
		>
			${item(html`${icons.reply()} Reply`, () => {
				actions.reply(message.id);
			})}
			${
				message.content === ''
					? nothing
					: item(html`${icons.copy()} Copy text`, () => {
							void navigator.clipboard.writeText(message.content);
							actions.close();
						})
			}
			${
				apps.length === 0
					? nothing
					: html`<div role="group" aria-label="Apps">
							<p aria-hidden="true">Apps</p>
							${apps.map((one) =>
								item(html`${icons.app()} ${one.shownName}`, () =>
									actions.messageCommand(message.id, one.name, one.shownName),
								),
							)}
						</div>`
			}
			${isMine ? item(html`${icons.trash()} Delete message`, () => actions.remove(message.id), 'danger') : nothing}
		</div>`;
}

import '@skyra/discord-components-core/discord-messages.js';
import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Scene, ScenePlace } from '../page-server/protocol.js';
import type { Actions } from './actions.js';
import { avatarOf } from './avatar.js';
import { ChannelType, MessageType } from './discord-numbers.js';
import { icons } from './icons.js';
import type { MessageView } from './message-view.js';
import type { PendingCommand, ShownMessage, State } from './state.js';
import { openPlace, placeTitle } from './state.js';
import { DOTS } from './view-button.js';
import { commandHead, ephemeralView, messageView } from './view-message.js';
import { placeIcon } from './view-sidebar.js';

/** The head of the open place. */
export function headerView(place: ScenePlace | undefined, scene: Scene, openSidebar: () => void): TemplateResult {
	return html`<header>
		<button type="button" class="icon burger" aria-label="Servers and channels" @click=${openSidebar}>
			${icons.menu()}
		</button>
		${place === undefined ? nothing : placeIcon(place, scene)}
		<h2>${place?.name ?? ''}</h2>
		<p class="topic">${place?.topic ?? ''}</p>
		${place?.nsfw === true ? html`<p class="nsfw">Age-restricted</p>` : nothing}
		<p class="presence ${scene.online ? 'online' : ''}" role="status">
			<i></i>${scene.bot.name} is ${scene.online ? 'online' : 'offline'}
		</p>
	</header>`;
}

/** A message of the same author within this time is drawn without name and picture. */
const FOLLOWS_MS = 7 * 60 * 1000;

/** All messages of the open place, oldest first, and the commands that have no reply yet. */
export function messagesView(
	state: State,
	scene: Scene,
	viewOf: (messageId: string) => MessageView,
	actions: Actions,
): TemplateResult {
	return html`${
			state.hasOlder
				? moreButton('Show older messages', () => actions.more('older'))
				: welcomeView(openPlace(state), scene)
		}<discord-messages no-background>
			${repeat(
				state.messages,
				(one) => one.message.id,
				(one, i) => messageView(viewOf(one.message.id), one, follows(one, state.messages[i - 1])),
			)}
			${repeat(
				state.pending,
				(one) => one.key,
				(one) => pendingView(scene, one, actions),
			)}
		</discord-messages>
		${state.hasNewer ? moreButton('Show newer messages', () => actions.more('newer')) : nothing}
		<p class="typing" aria-live="polite">
			${state.typing === null ? nothing : html`${DOTS} <strong>${state.typing}</strong> is typing…`}
		</p>`;
}

function moreButton(words: string, run: () => Promise<void>): TemplateResult {
	return html`<p class="more"><button type="button" class="button" @click=${run}>${words}</button></p>`;
}

/** What stands before the first message. */
function welcomeView(place: ScenePlace | undefined, { bot }: Scene): TemplateResult {
	const name = place === undefined ? '' : placeTitle(place);
	return html`<div class="welcome">
		<h3>${place?.type === ChannelType.DM ? place.name : `Welcome to ${name}!`}</h3>
		<p>
			This is the start of ${place?.type === ChannelType.DM ? `your messages with ${place.name}` : name}. Type
			<kbd>/</kbd> to see what ${bot.name} can do.
		</p>
	</div>`;
}

function follows({ message }: ShownMessage, before: ShownMessage | undefined): boolean {
	if (before === undefined || before.message.author.id !== message.author.id) return false;
	const { type } = before.message;
	const isAfterOther = before.ephemeral || (type !== MessageType.Default && type !== MessageType.Reply);
	const isOwnTopic = message.referenced_message != null || message.type !== MessageType.Default || isAfterOther;
	return !isOwnTopic && Date.parse(message.timestamp) - Date.parse(before.message.timestamp) < FOLLOWS_MS;
}

function pendingView({ bot, me }: Scene, { key, name, failure }: PendingCommand, actions: Actions): TemplateResult {
	return html`<article class="message ${failure === null ? '' : 'ephemeral'}" aria-label=${name}>
		<discord-message author=${bot.name} avatar=${avatarOf(bot.id, bot.name, true)} bot timestamp="">
			${commandHead(name, me.id, me.name)}
			${
				failure === null
					? html`<span class="thinking">${DOTS} Sending command…</span>`
					: html`<span class="failure" role="alert">${failure}</span>`
			}
			<div slot="components" class="components">
				${
					failure === null
						? nothing
						: ephemeralView(() => {
								actions.dismissPending(key);
							})
				}
			</div>
		</discord-message>
	</article>`;
}

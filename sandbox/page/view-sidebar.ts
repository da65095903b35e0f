import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import type { Scene, ScenePlace } from '../page-server/protocol.js';
import type { Actions } from './actions.js';
import { avatarOf } from './avatar.js';
import { ChannelType, LOCALES } from './discord-numbers.js';
import { icons } from './icons.js';
import type { State } from './state.js';
import { isThreadType, openGuild } from './state.js';

/** Servers, their channels, and who is played. */
export function sidebarView(state: State, scene: Scene, actions: Actions): TemplateResult {
	const guild = openGuild(state);
	const places = guild === undefined ? [scene.direct, ...scene.groups] : inOrder(guild.places);
	return html`<aside class="sidebar ${state.sidebarOpen ? 'open' : ''}" aria-label="Servers and channels">
		<nav class="rail" aria-label="Servers">
			${railButton('Direct messages', icons.at(), guild === undefined, () => actions.open(scene.direct.id))}
			<hr />
			${scene.guilds.map((one) => {
				const first = inOrder(one.places).find((place) => place.hasMessages);
				return first === undefined
					? nothing
					: railButton(one.name, initials(one.name), guild?.id === one.id, () => actions.open(first.id));
			})}
		</nav>
		<div class="channels">
			<h1>${guild?.name ?? 'Direct messages'}</h1>
			<nav aria-label="Channels">
				<ul>
					${places.map((place) => html`<li>${placeView(state, scene, place, actions)}</li>`)}
				</ul>
			</nav>
			${meView(state, scene, actions)}
		</div>
	</aside>`;
}

function railButton(name: string, words: unknown, isOpen: boolean, run: () => Promise<void>): TemplateResult {
	return html`<button
		type="button"
		class="server ${isOpen ? 'open' : ''}"
		title=${name}
		aria-label=${name}
		aria-current=${isOpen}
		@click=${run}
	>
		${words}
	</button>`;
}

function initials(name: string): string {
	const words = name.split(/\s+/).map((word) => String.fromCodePoint(word.codePointAt(0) ?? 63));
	return words.join('').slice(0, 3);
}

/** Channels stand under their categories, and threads under their channels. */
function inOrder(places: readonly ScenePlace[]): readonly ScenePlace[] {
	const under = (parent: ScenePlace): readonly ScenePlace[] => {
		return places.filter((one) => one.parentId === parent.id).flatMap((one) => [one, ...under(one)]);
	};
	const isTop = (one: ScenePlace) => !places.some((other) => other.id === one.parentId);
	// channels without a category stand before the categories
	const top = places.filter(isTop).sort((a, b) => Number(isCategory(a)) - Number(isCategory(b)));
	return top.flatMap((one) => [one, ...under(one)]);
}

function isCategory({ type }: ScenePlace): boolean {
	return type === ChannelType.GuildCategory;
}

function placeView(state: State, scene: Scene, place: ScenePlace, actions: Actions): TemplateResult {
	if (isCategory(place)) return html`<h2 class="category">${place.name}</h2>`;
	const isOpen = place.id === state.channelId;
	const kind = `${isThreadType(place.type) ? 'thread' : ''} ${place.archived ? 'archived' : ''}`;
	return html`<button
		type="button"
		class="place ${isOpen ? 'open' : ''} ${kind}"
		aria-current=${isOpen ? 'page' : 'false'}
		?disabled=${!place.hasMessages}
		@click=${() => actions.open(place.id)}
	>
		${placeIcon(place, scene)}<span>${place.name}</span>${place.nsfw ? html`<small title="Age-restricted">18+</small>` : nothing}
	</button>`;
}

export function placeIcon(place: ScenePlace, scene: Scene): TemplateResult {
	switch (place.type) {
		case ChannelType.DM:
			return html`<img src=${avatarOf(scene.bot.id, scene.bot.name, true)} alt="" width="24" height="24" />`;
		case ChannelType.GroupDM:
			return icons.group();
		case ChannelType.GuildForum:
		case ChannelType.GuildMedia:
			return icons.forum();
		case ChannelType.PublicThread:
		case ChannelType.AnnouncementThread:
			return icons.thread();
		case ChannelType.PrivateThread:
			return icons.lock();
		case ChannelType.GuildAnnouncement:
			return icons.announcement();
		case ChannelType.GuildVoice:
		case ChannelType.GuildStageVoice:
			return icons.voice();
		default:
			return icons.hash();
	}
}

function meView(state: State, scene: Scene, actions: Actions): TemplateResult {
	const { me, locale } = scene;
	return html`<section class="me" aria-label="You">
		<div class="me-name">
			<img src=${avatarOf(me.id, me.name, false)} alt="" width="32" height="32" />
			<label>
				<span>You are</span>
				<select
					id="person"
					@change=${(event: Event) => {
						const id = (event.currentTarget as HTMLSelectElement).value;
						const person = scene.people.find((one) => one.id === id);
						return actions.be(id, person?.locale ?? locale);
					}}
				>
					${scene.people
						.filter((one) => !one.bot)
						.map(
							(one) =>
								html`<option value=${one.id} ?selected=${one.id === me.id}>${one.name} (${one.username})</option>`,
						)}
				</select>
			</label>
		</div>
		<div class="me-row">
			<label>
				<span>Language of Discord</span>
				<select
					id="locale"
					@change=${(event: Event) => actions.be(me.id, (event.currentTarget as HTMLSelectElement).value)}
				>
					${LOCALES.map((one) => html`<option value=${one} ?selected=${one === locale}>${languageName(one)}</option>`)}
				</select>
			</label>
			<button
				type="button"
				class="icon"
				aria-label=${state.theme === 'dark' ? 'Light theme' : 'Dark theme'}
				title=${state.theme === 'dark' ? 'Light theme' : 'Dark theme'}
				@click=${() => {
					actions.setTheme(state.theme === 'dark' ? 'light' : 'dark');
				}}
			>
				${state.theme === 'dark' ? icons.sun() : icons.moon()}
			</button>
		</div>
	</section>`;
}

function languageName(locale: string): string {
	return new Intl.DisplayNames([locale], { type: 'language' }).of(locale) ?? locale;
}

/** Discord's colours of pictures for those who chose none. */
const COLOURS = ['#5865f2', '#757e8a', '#3ba55c', '#c27c0e', '#ed4245', '#d83c9b', '#1f8b9a', '#8b5cf6'];

/** A round picture with the first letter of a name, as a data URL. */
export function avatarOf(id: string, name: string, bot: boolean): string {
	const colour = bot ? COLOURS[0] : COLOURS[1 + (Number(BigInt(id) & 0xffffn) % (COLOURS.length - 1))];
	const letter = escapeXml(String.fromCodePoint(name.codePointAt(0) ?? 63).toUpperCase());
	const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 40"><rect width="40" height="40" fill="${colour ?? ''}"/><text x="20" y="27" font-family="sans-serif" font-size="19" font-weight="600" text-anchor="middle" fill="#fff">${bot ? '“' : letter}</text></svg>`;
	const shown = bot ? svg.replace('y="27"', 'y="40"').replace('font-size="19"', 'font-size="46"') : svg;
	return `data:image/svg+xml,${encodeURIComponent(shown)}`;
}

function escapeXml(text: string): string {
	return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}

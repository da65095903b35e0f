import type { TemplateResult } from 'lit';
import { html } from 'lit';

function icon(path: string, size = 20): TemplateResult {
	return html`<svg width=${size} height=${size} viewBox="0 0 24 24" aria-hidden="true" focusable="false">
		<path fill="currentColor" fill-rule="evenodd" d=${path}></path>
	</svg>`;
}

export const icons = {
	hash: (): TemplateResult =>
		icon(
			'M9.5 3 8.8 7.5H5v2h3.5l-.8 5H4v2h3.4L6.7 21h2l.7-4.5h5L13.7 21h2l.7-4.5H20v-2h-3.3l.8-5H21v-2h-3.2L18.5 3h-2l-.7 4.5h-5L11.5 3zm1 6.500h5l-.8 5h-5z',
		),
	thread: (): TemplateResult => icon('M4 4h16v11H9l-5 5zm2 2v9.200L8.200 13H18V6z'),
	forum: (): TemplateResult => icon('M3 4h13v9H8l-5 4zm15 4h3v12l-4-3H9v-2h9z'),
	lock: (): TemplateResult =>
		icon('M12 2a5 5 0 0 1 5 5v3h2v12H5V10h2V7a5 5 0 0 1 5-5m0 2a3 3 0 0 0-3 3v3h6V7a3 3 0 0 0-3-3m-5 8v8h10v-8z'),
	announcement: (): TemplateResult =>
		icon('M3 9h4l11-5v16l-4.500-2-1 3H9l-1-4H3zm2 2v4h3l8 3.400V7L8 11zm15-1h2v4h-2z'),
	voice: (): TemplateResult =>
		icon(
			'M3 9h4l5-5v16l-5-5H3zm2 2v2h3l2 2.200V8.800L8 11zm9-3a5 5 0 0 1 0 8V13.600a3 3 0 0 0 0-3.200zm0-4a9 9 0 0 1 0 16v-2.200a7 7 0 0 0 0-11.600z',
		),
	pin: (): TemplateResult =>
		icon('M8 2h8v2l-1 1v5l3 3v2h-5v6l-1 1-1-1v-6H6v-2l3-3V5L8 4zm3 2v6.800L8.800 13h6.400L13 10.800V4z', 16),
	join: (): TemplateResult => icon('M3 11h12l-4-4 1.400-1.400L19 12l-6.600 6.400L11 17l4-4H3z', 16),
	at: (): TemplateResult =>
		icon(
			'M12 2a10 10 0 1 0 5.600 18.300l-1.100-1.700A8 8 0 1 1 20 12v1.200a1.300 1.300 0 0 1-2.600 0V8h-2v.700a5 5 0 1 0 .5 6.600A3.300 3.300 0 0 0 22 13.200V12A10 10 0 0 0 12 2m0 7a3 3 0 1 1 0 6 3 3 0 0 1 0-6',
		),
	group: (): TemplateResult =>
		icon(
			'M8 11a3.500 3.500 0 1 0 0-7 3.500 3.500 0 0 0 0 7m8 0a3 3 0 1 0 0-6 3 3 0 0 0 0 6M1 19c0-4 3-6 7-6s7 2 7 6zm15.500 0c0-2-.6-3.700-1.800-5 4.300-.600 8.300 1 8.300 5z',
		),
	menu: (): TemplateResult => icon('M3 5h18v2H3zm0 6h18v2H3zm0 6h18v2H3z', 24),
	plus: (): TemplateResult => icon('M11 4h2v7h7v2h-7v7h-2v-7H4v-2h7z', 24),
	send: (): TemplateResult => icon('M3 20V4l19 8zm2-3 11.800-5L5 7v3.500l6 1.500-6 1.500z'),
	reply: (): TemplateResult =>
		icon('M10 8.300V4L2 11.500 10 19v-4.400c5.500 0 9 1.700 12 5.400-1-6-4.500-10.700-12-11.700'),
	more: (): TemplateResult =>
		icon('M5 10a2 2 0 1 1 0 4 2 2 0 0 1 0-4m7 0a2 2 0 1 1 0 4 2 2 0 0 1 0-4m7 0a2 2 0 1 1 0 4 2 2 0 0 1 0-4'),
	close: (): TemplateResult =>
		icon(
			'm12 10.600 5.300-5.300 1.400 1.400-5.300 5.300 5.300 5.300-1.400 1.400-5.300-5.300-5.300 5.300-1.400-1.400 5.300-5.300-5.300-5.300 1.400-1.400z',
			18,
		),
	eye: (): TemplateResult =>
		icon(
			'M12 5c5 0 8.700 3.500 10.500 7-1.800 3.500-5.500 7-10.500 7S3.300 15.500 1.500 12C3.300 8.500 7 5 12 5m0 3a4 4 0 1 0 0 8 4 4 0 0 0 0-8m0 2a2 2 0 1 1 0 4 2 2 0 0 1 0-4',
			16,
		),
	launch: (): TemplateResult =>
		icon('M14 4h6v6h-2V7.400l-8.300 8.300-1.400-1.400L16.600 6H14zM5 6h6v2H7v9h9v-4h2v6H5z', 16),
	chevron: (): TemplateResult => icon('m6.700 8.300 5.300 5.300 5.300-5.300 1.400 1.400L12 16.400 5.300 9.700z'),
	sun: (): TemplateResult =>
		icon(
			'M12 7a5 5 0 1 1 0 10 5 5 0 0 1 0-10m-1-6h2v4h-2zm0 18h2v4h-2zM1 11h4v2H1zm18 0h4v2h-4zM3.500 4.900l1.400-1.400 2.800 2.800-1.400 1.400zm12.800 12.800 1.400-1.400 2.800 2.800-1.400 1.400zM3.500 19.100l2.800-2.800 1.400 1.400-2.800 2.800zM16.300 6.300l2.800-2.800 1.400 1.400-2.800 2.800z',
		),
	moon: (): TemplateResult => icon('M20 14.500A8.500 8.500 0 0 1 9.500 4a8.500 8.500 0 1 0 10.500 10.500'),
	app: (): TemplateResult =>
		icon('M4 4h7v7H4zm9 0h7v7h-7zm-9 9h7v7H4zm9 0h7v7h-7zM6 6v3h3V6zm9 0v3h3V6zm-9 9v3h3v-3zm9 0v3h3v-3z', 18),
	check: (): TemplateResult => icon('m9.500 18-6-6 1.400-1.400 4.600 4.600L19.600 5.100 21 6.500z'),
	file: (): TemplateResult => icon('M6 2h8l5 5v15H6zm2 2v16h9V8h-4V4z', 28),
	download: (): TemplateResult =>
		icon('M11 3h2v9.600l3.300-3.300 1.400 1.400-5.700 5.700-5.700-5.700 1.400-1.400 3.300 3.300zM4 19h16v2H4z'),
	trash: (): TemplateResult => icon('M9 3h6v2h5v2H4V5h5zM6 9h12l-1 12H7zm4 2v8h1.500v-8zm3 0v8h1.500v-8z', 18),
	copy: (): TemplateResult => icon('M8 3h12v14H8zm2 2v10h8V5zM4 7h2v12h10v2H4z', 18),
};

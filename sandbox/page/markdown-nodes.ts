/** What a mention names; `guide` is a page of the server's own, such as "Browse Channels". */
export type MentionTarget = 'user' | 'role' | 'channel' | 'command' | 'guide';

/** Discord's styles of a timestamp: short or long time, date, both, or a distance from now. */
export type TimeStyle = 't' | 'T' | 'd' | 'D' | 'f' | 'F' | 's' | 'S' | 'R';

/** A piece of text as Discord shows it. Line ends are `\n` in texts; a block ends its line. */
export type MarkdownNode =
	| { readonly kind: 'text' | 'code'; readonly text: string }
	| {
			readonly kind: 'bold' | 'italic' | 'underline' | 'strike' | 'spoiler';
			readonly children: readonly MarkdownNode[];
	  }
	| { readonly kind: 'quote' | 'subtext'; readonly children: readonly MarkdownNode[] }
	| { readonly kind: 'heading'; readonly level: 1 | 2 | 3; readonly children: readonly MarkdownNode[] }
	/** `start` is the first item's number, null for bullets. */
	| {
			readonly kind: 'list';
			readonly start: number | null;
			readonly items: readonly (readonly MarkdownNode[])[];
	  }
	/** `language` is empty if none was given. */
	| { readonly kind: 'codeBlock'; readonly language: string; readonly text: string }
	/** `masked`: what is shown is not the address. */
	| {
			readonly kind: 'link';
			readonly url: string;
			readonly masked: boolean;
			readonly children: readonly MarkdownNode[];
	  }
	/** `name` is what a mentioned command is called, and empty for all else. */
	| { readonly kind: 'mention'; readonly target: MentionTarget; readonly id: string; readonly name: string }
	| { readonly kind: 'everyone'; readonly text: '@everyone' | '@here' }
	/** `unix` is in seconds. */
	| { readonly kind: 'time'; readonly unix: number; readonly style: TimeStyle }
	/** An emoji of a server. */
	| { readonly kind: 'emoji'; readonly name: string; readonly id: string; readonly animated: boolean }
	/** `:name:`, which Discord shows as an emoji if it knows the name. */
	| { readonly kind: 'shortcode'; readonly name: string };

/** What is inside of a node, in order; empty for those that hold no nodes. */
export function childrenOf(node: MarkdownNode): readonly MarkdownNode[] {
	if (node.kind === 'list') return node.items.flat();
	return 'children' in node ? node.children : [];
}

/** All kinds that occur in `nodes`, however deep. Text that shows as itself has `text` alone. */
export function kindsOf(nodes: readonly MarkdownNode[]): ReadonlySet<MarkdownNode['kind']> {
	const kinds = new Set<MarkdownNode['kind']>();
	const visit = (node: MarkdownNode): void => {
		kinds.add(node.kind);
		childrenOf(node).forEach(visit);
	};
	nodes.forEach(visit);
	return kinds;
}

/**
 * What a reader sees, as plain text: the markup is gone, a masked link shows its words. Mentions, times and emoji, whose
 * words depend on who looks, are written with what is known of them: `@1234`, an ISO date, `:name:`.
 */
export function visibleText(nodes: readonly MarkdownNode[]): string {
	const last = nodes.length - 1;
	return nodes.map((node, i) => textOfNode(node) + (isBlock(node) && i < last ? '\n' : '')).join('');
}

function isBlock({ kind }: MarkdownNode): boolean {
	return kind === 'quote' || kind === 'subtext' || kind === 'heading' || kind === 'list';
}

function textOfNode(node: MarkdownNode): string {
	switch (node.kind) {
		case 'text':
		case 'code':
		case 'codeBlock':
		case 'everyone':
			return node.text;
		case 'list': {
			const { start } = node;
			const mark = (i: number) => (start === null ? '• ' : `${start + i}. `);
			return node.items.map((item, i) => mark(i) + visibleText(item)).join('\n');
		}
		case 'mention':
			return MENTION_SIGNS[node.target] + (node.name === '' ? node.id : node.name);
		case 'time':
			return new Date(node.unix * 1000).toISOString();
		case 'emoji':
		case 'shortcode':
			return `:${node.name}:`;
		default:
			return visibleText(node.children);
	}
}

const MENTION_SIGNS: Readonly<Record<MentionTarget, string>> = {
	user: '@',
	role: '@',
	channel: '#',
	command: '/',
	guide: '#',
};

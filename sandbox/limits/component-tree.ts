/** Any component, as a tree: what it holds is under `components` and `accessory`. */
export interface AnyComponent {
	readonly type: number;
	readonly id?: number | undefined;
	readonly custom_id?: string | null | undefined;
	readonly content?: string;
	readonly components?: readonly AnyComponent[];
	readonly accessory?: AnyComponent;
	/** A modal's label holds one. */
	readonly component?: AnyComponent;
}

export interface Placed {
	readonly component: AnyComponent;
	readonly path: readonly (string | number)[];
}

/** All components with their places, each before what it holds. */
export function walk(components: readonly AnyComponent[], at: readonly (string | number)[] = ['components']): Placed[] {
	return components.flatMap((component, i) => {
		const path = [...at, i];
		return [
			{ component, path },
			...walk(component.components ?? [], [...path, 'components']),
			...held(component.accessory, [...path, 'accessory']),
			...held(component.component, [...path, 'component']),
		];
	});
}

function held(component: AnyComponent | undefined, path: readonly (string | number)[]): Placed[] {
	return component ? [{ component, path }, ...walk(component.components ?? [], [...path, 'components'])] : [];
}

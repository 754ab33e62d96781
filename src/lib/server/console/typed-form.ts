import type { TypedFields } from '../../domain/console/typed-fields.ts';

export interface TypedForm {
	readonly basedOn: string;
	readonly fields: TypedFields;
}

/** A sent form as it was typed, without the field that says what it was based on. */
export async function typedForm(request: Request): Promise<TypedForm> {
	const form = await request.formData();
	const entries = [...form.entries()].map(([name, value]) => [name, typeof value === 'string' ? value : ''] as const);
	return {
		basedOn: entries.find(([name]) => name === 'basedOn')?.[1] ?? '',
		fields: entries.filter(([name]) => name !== 'basedOn')
	};
}

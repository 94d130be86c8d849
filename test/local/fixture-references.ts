import type { JsonObject } from '../../local/template/template.ts';

export const ref = (id: string): JsonObject => ({ Ref: id });
export const get = (id: string, attribute: string): JsonObject => ({ 'Fn::GetAtt': [id, attribute] });
export const below = (id: string, path: string): JsonObject => ({ 'Fn::Join': ['', [get(id, 'Arn'), path]] });

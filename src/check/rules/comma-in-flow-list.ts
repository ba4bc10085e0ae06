export function commaInFlowList(_a: unknown, _b: string, _c: unknown): void {}

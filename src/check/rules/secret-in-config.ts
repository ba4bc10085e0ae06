export function secretInConfig(_a: unknown, _b: string, _c: unknown): void {}

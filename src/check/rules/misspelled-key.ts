export function misspelledKey(_a: unknown, _b: string, _c: unknown): void {}

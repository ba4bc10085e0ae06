export const shapes: ReadonlyArray<
  [name: string, size: number, make: (size: number) => string]
>

/** What the serving thread asks of the embedded database's thread, and what it answers. Matched by `id`. */
export type WorkerAsk =
  | { readonly id: number; readonly kind: 'query'; readonly sql: string; readonly parameters: unknown[] }
  | { readonly id: number; readonly kind: 'script'; readonly sql: string }
  | { readonly id: number; readonly kind: 'close' }

export type WorkerAnswer =
  | { readonly id: number; readonly rows: unknown[]; readonly affected: number }
  | { readonly id: number; readonly failed: { readonly message: string; readonly code: string } }

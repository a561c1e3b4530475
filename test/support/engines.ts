export type EngineName = 'pglite' | 'postgres'

/** The engines that a suite over both should run on in this run: `npm test -- --engine …` chooses, otherwise both. */
export const engines: readonly EngineName[] = (process.env['ROOFTREE_TEST_ENGINES'] ?? 'pglite,postgres')
  .split(',')
  .filter((name) => name === 'pglite' || name === 'postgres')

/**
 * `rooftree recommendations --off 4` runs the journey of recommendation 4 in a house without its rule, to see that the journey then
 * finds what the recommendation forbids. Read here and nowhere else: a served house refuses to start where it is set.
 */
export const ruleIsOff = (recommendation: number): boolean =>
  process.env['ROOFTREE_TEST_OFF'] === String(recommendation)

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { questions } from '#rooms.ts'
import { recommendations, withheld } from '#recommendations.ts'
import { journeys, runJourneys } from '../src/verbs/journeys.ts'

describe('the recommendations', () => {
  const numbers = recommendations.map(({ number }) => number)

  it('are all 25: the public ones in our own words, the withheld ones by their number alone', () => {
    assert.equal(numbers.length, 21)
    assert.deepEqual(
      [...numbers, ...withheld].toSorted((a, b) => a - b),
      Array.from({ length: 25 }, (_, index) => index + 1),
    )
    for (const { asks } of recommendations) assert.match(asks, /^[A-Z].+\.$/u)
  })

  it('are served by questions and journeys of public ones only', () => {
    const served = [...questions.flatMap((question) => question.recommendations), ...journeys().keys()]
    assert.deepEqual(
      served.filter((number) => !numbers.includes(number)),
      [],
    )
  })

  for (const [number, journey] of journeys())
    it(`${number} is shown by a journey that finds what it forbids once the rule is taken out`, async () => {
      const { outcomes } = await runJourneys([journey], 'pglite', number, () => undefined)
      assert.equal(outcomes.get(journey), 'forbidden')
    })
})

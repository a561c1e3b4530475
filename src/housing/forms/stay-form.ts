import type { HouseRoute, Premises } from '#access/index.ts'
import { choice, day, fieldsOf, onlyIf, text } from '#platform/form/index.ts'
import { given } from '#platform/given.ts'
import { statePlacement } from '../commands/index.ts'
import { duties, PlacementStated, placementTypes } from '../entries/index.ts'
import { dutyWords, placementWords } from '../words.ts'
import { byWhoLooksAfterIt, dayTyped, homeForm } from './home-form.ts'
import type { HomeAsked } from './home-form.ts'
import { ownStatement } from './letting-forms.ts'

const ownStay = (asked: HomeAsked) => ownStatement(asked.view.facts.placements, asked, ({ placement }) => placement)

/** Who is told, where the parent agreed: asked only then. */
const told = (whom: string) =>
  onlyIf(
    'agreedToNotify',
    'yes',
    day({
      legend: `${whom}: told on which day?`,
      hint: 'Leave it empty if they are not told yet',
      what: 'The day on which they were told',
    }),
  )

/** Nights in temporary accommodation. Six weeks in bed and breakfast are a total over the stays of one case (Order of 2003, article 4). */
export const stayForm = (premises: Premises): HouseRoute[] =>
  homeForm(premises, {
    name: 'stay',
    what: 'a stay in temporary accommodation',
    heading: 'Record a stay in temporary accommodation',
    ways: byWhoLooksAfterIt,
    replaces: [PlacementStated],
    begin: (asked) => {
      const stay = ownStay(asked)
      if (stay === undefined) return {}
      return {
        type: stay.type,
        case: stay.case ?? '',
        duty: stay.duty ?? '',
        outOfArea: stay.outOfArea ?? '',
        agreedToNotify: stay.agreedToNotify ?? '',
        ...dayTyped('startedOn', stay.startedOn),
        ...dayTyped('endedOn', stay.endedOn),
        ...dayTyped('surgery', stay.notified?.surgery),
        ...dayTyped('school', stay.notified?.school),
        ...dayTyped('healthVisitors', stay.notified?.healthVisitors),
      }
    },
    fields: () =>
      fieldsOf({
        type: choice({
          legend: 'What kind of accommodation is it?',
          as: 'list',
          missing: 'Choose what kind it is, or that it is not known',
          items: placementTypes.map((value) => ({ value, text: placementWords[value] ?? value })),
        }),
        startedOn: day({
          legend: 'When was the first night?',
          what: 'The first night',
          missing: 'Enter the first night',
        }),
        endedOn: day({
          legend: 'When did they leave?',
          hint: 'The first night they no longer slept here. Leave it empty while they stay.',
          what: 'The day on which they left',
        }),
        case: text({
          label: 'Number of the homelessness case',
          hint: 'Stays of one case are counted together',
          width: 20,
        }),
        duty: choice({
          legend: 'Under which duty?',
          as: 'list',
          unchosen: 'Not asked',
          items: duties.map((value) => ({ value, text: dutyWords[value] })),
        }),
        outOfArea: choice({
          legend: 'Is it outside the borough?',
          as: 'inline',
          items: [
            { value: 'yes', text: 'Yes' },
            { value: 'no', text: 'No' },
            { value: 'not-known', text: 'Not known' },
          ],
        }),
        agreedToNotify: choice({
          legend: 'Did the parent agree that the surgery, school and health visitors be told?',
          hint: 'Ask once for each application (Housing Act 1996, section 213AA)',
          items: [
            { value: 'yes', text: 'Yes' },
            { value: 'no', text: 'No' },
            { value: 'not-known', text: 'Not asked yet' },
          ],
        }),
        surgery: told('The surgery'),
        school: told('The school'),
        healthVisitors: told('The health visitors'),
      }),
    record: async ({ book, tx, said, expect }, { surgery, school, healthVisitors, ...answers }, asked) => {
      const stay = ownStay(asked)
      const notified = given({ surgery, school, healthVisitors })
      return statePlacement.record(
        book,
        tx,
        said,
        [
          {
            home: asked.view.home,
            ...answers,
            ...given({
              placement: stay?.placement,
              applicant: stay?.applicant,
              dutyStartedOn: stay?.dutyStartedOn,
              agreedOn: stay?.agreedOn,
            }),
            ...(Object.keys(notified).length === 0 ? {} : { notified }),
          },
        ],
        expect,
      )
    },
    message: 'The stay is recorded.',
  })

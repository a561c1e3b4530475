import { details } from '#platform/govuk/index.ts'
import { html } from '#platform/html.ts'
import type { Html } from '#platform/html.ts'
import { longDate } from '#platform/page/index.ts'
import { dayOfKey, listed } from '../look.ts'
import type { Answer, NextChange } from '../overcrowding/index.ts'
import type { Names } from '../picture/index.ts'
import type { HomeView } from '../queries/index.ts'
import { refusedWords } from '../words.ts'

/**
 * The six answers side by side, each with its working: there is no single "overcrowded". Who is counted is said on every home alike, so
 * that the sentence tells nobody that somebody is hidden here.
 */
export const answersSection = (view: HomeView, names: Names): Html => {
  const { answers } = view
  if ('cannot' in answers)
    return html`<ul class="govuk-list govuk-list--bullet">${answers.cannot.map((reason) => html`<li>${refusedWords[reason]}</li>`)}</ul>`
  const perhaps = answers.ifTheyDo
  return html`<p class="govuk-body">There is no single “overcrowded”. Six answers are in use; they may differ for the same family, and only the first two are of the law on overcrowding. Everybody who is said to sleep here is counted, except anyone whose address or case is kept from you: with them, more room may be needed.</p>
  <ul class="rt-answers">${answers.shown.map(({ answer, sentences, restsOn }, at) => answerCard(answer, sentences, restsOn.length, restsOn.filter((entry) => view.visible.has(entry)).length, perhaps?.results[at]))}</ul>
  ${changes(answers.next.change, answers.next.verdictChange, names)}
  ${answers.birthdaysNotKnown.length > 0 && html`<p class="govuk-body">${answers.birthdaysNotKnown.length === 1 ? 'One birthday is' : `${answers.birthdaysNotKnown.length} birthdays are`} not known, so a change on that day cannot be foreseen.</p>`}`
}

const answerCard = (
  answer: Answer,
  sentences: readonly string[],
  all: number,
  open: number,
  perhaps: Answer | undefined,
): Html => {
  const verdict = answer.standard === 'size-criteria' ? undefined : answer.overcrowded
  const [headline = '', ...working] = sentences
  return html`<li class="rt-answer ${verdict === true ? 'rt-answer--yes' : verdict === 'cannot-tell' ? 'rt-answer--cannot-tell' : 'rt-answer--no'}">
    <h3 class="govuk-heading-s">${standardWords[answer.standard]}</h3>
    <p class="rt-answer__verdict">${headline}</p>
    ${perhaps !== undefined && differs(answer, perhaps) && html`<p class="govuk-body-s">If those of whom it is not known also sleep here, this answer is another.</p>`}
    ${details({
      summary: 'How this was worked out',
      content: {
        html: html`<ul class="govuk-list govuk-list--bullet">${working.map((sentence) => html`<li>${sentence}</li>`)}</ul>${'set' in answer && html`<p class="govuk-body-s">${answer.set.source} (${answer.set.status}).</p>`}
        <p class="govuk-body-s">It rests on ${all} ${all === 1 ? 'entry' : 'entries'} of the record${open < all && `; ${all - open} of them ${all - open === 1 ? 'is' : 'are'} not open to you, and only the figure is told`}.</p>`,
      },
    })}
  </li>`
}

const standardWords: Readonly<Record<Answer['standard'], string>> = {
  'room-standard-1985': 'Room standard (law)',
  'space-standard-1985': 'Space standard (law)',
  'bedroom-standard': 'Bedroom standard',
  'census-2021-age-16': 'Census 2021, own room from 16',
  'census-2021-age-21': 'Census 2021, own room from 21',
  'size-criteria': 'Rent help (size criteria)',
  'local-scheme': 'Local scheme',
}

const differs = (one: Answer, other: Answer): boolean =>
  one.standard === 'size-criteria'
    ? other.standard === 'size-criteria' && other.required.to !== one.required.to
    : other.standard !== 'size-criteria' && other.overcrowded !== one.overcrowded

const changes = (change: NextChange | undefined, verdict: NextChange | undefined, names: Names): Html => {
  if (change === undefined) return html`<p class="govuk-body">No birthday in sight changes any of these figures.</p>`
  return html`<p class="govuk-body"><strong>Next change:</strong> ${longDate(dayOfKey(change.on))}, when ${listed(change.because.map((turning) => turningWords(turning, names)))}.${
    verdict === undefined
      ? ' No answer turns from met to not met or back by it.'
      : verdict.on === change.on
        ? ' An answer turns on that day.'
        : ` The next day on which an answer turns is ${longDate(dayOfKey(verdict.on))}.`
  }</p>`
}

const turningWords = (turning: NextChange['because'][number], names: Names): string => {
  if ('birthday' in turning)
    return `${names.get(turning.person)?.short ?? 'the child expected'} turns ${turning.birthday}`
  if ('due' in turning) return 'a birth is due'
  if ('months' in turning)
    return `${names.get(turning.person)?.short ?? 'the child expected'} is ${turning.months} months old`
  return `a pregnancy reaches week ${turning.weekOfPregnancy}`
}

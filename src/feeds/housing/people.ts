import { date, nhsNumber, oneOf, ref, text, wholeNumber, yesOrNo } from '../cells.ts'
import { key, may, must, notAfterExtract, notBefore, oughtToKnow, refersTo, table } from '../format.ts'

export const people = table(
  'people.csv',
  'A person whom the landlord knows of, once, whichever of the three lists name them.',
  {
    person_ref: key(ref, 'The landlord’s own key of the person.', 'P-008812'),
    full_name: must(text, 'Name as written, in any script. A single name is a whole name.', 'Mirela Osei-Brandt'),
    forenames: may(text, 'Forenames, if the system keeps them apart.', 'Mirela'),
    surname: may(text, 'Surname, if the system keeps it apart.', 'Osei-Brandt'),
    date_of_birth: may(
      date,
      'Date of birth. Do not send 1 January for a year alone: leave it empty and fill `birth_year`.',
      '1994-08-21',
    ),
    birth_year: may(wholeNumber(1890, 2200), 'Year of birth, where no more is known.', '1994'),
    sex: may(oneOf('female', 'male'), 'Sex as recorded. Empty: not known.', 'female'),
    died_on: may(date, 'Date of death.', '2026-02-03'),
    nhs_number: may(
      nhsNumber,
      'NHS number, if the landlord holds it. A failing check digit is pointed out, not refused.',
      '9434765919',
    ),
    phone: may(text, 'Telephone.', '07700 900123'),
    email: may(text, 'Electronic mail.', 'mirela@post.example'),
    language: may(text, 'Language in which they want to be spoken to.', 'Romanian'),
    interpreter_needed: may(yesOrNo, 'Whether an interpreter is needed.', 'yes'),
    partner_ref: may(ref, 'The person with whom they live as a couple.', 'P-008813'),
    parent_ref: may(ref, 'A parent of theirs, where the landlord knows it.', 'P-008812'),
    other_parent_ref: may(ref, 'Another parent.', 'P-008813'),
    babies_expected: may(wholeNumber(1, 9), 'How many babies she told the landlord she expects.', '2'),
    baby_due_on: may(date, 'When they are due, as she told it.', '2027-01-15'),
  },
  {
    references: [
      oughtToKnow('people', 'partner_ref'),
      oughtToKnow('people', 'parent_ref'),
      oughtToKnow('people', 'other_parent_ref'),
    ],
    rules: [notAfterExtract('date_of_birth'), notAfterExtract('died_on'), notBefore('died_on', 'date_of_birth')],
  },
)

export const occupancy = table(
  'occupancy.csv',
  'First list: who sleeps here. A person in a home, by what the landlord saw or was told.',
  {
    home_ref: key(ref, 'The home.', 'H-000417'),
    person_ref: key(ref, 'The person.', 'P-008812'),
    sleeps_here: may(yesOrNo, 'Whether they sleep here. Empty: the landlord does not know.', 'yes'),
    relationship_to_lead: may(
      oneOf(
        'lead',
        'partner',
        'child',
        'stepchild',
        'foster-child',
        'grandchild',
        'parent',
        'grandparent',
        'brother-or-sister',
        'other-relative',
        'carer',
        'lodger',
        'not-related',
      ),
      'What they are to the lead tenant or occupier.',
      'lead',
    ),
    moved_in: may(date, 'When they began to sleep here.', '2019-09-02'),
    moved_out: may(date, 'First day on which they no longer slept here.', '2026-04-30'),
    temporary: may(yesOrNo, 'Whether they are there for a while only, such as a visiting grandparent.', 'no'),
    room_ref: may(ref, 'The room in which they sleep.', '1'),
    sleep_place: may(
      oneOf(
        'own-bed',
        'shared-bed',
        'cot',
        'bedside-crib',
        'moses-basket',
        'bunk',
        'sofa',
        'mattress-on-floor',
        'other',
      ),
      'What they sleep in or on.',
      'own-bed',
    ),
    known_how: may(oneOf('seen', 'told'), 'Whether the landlord saw it or was told.', 'told'),
    verified_on: may(date, 'When the landlord last verified this row.', '2026-05-18'),
    verified_by: may(ref, 'The officer who did.', 'OFF-12'),
  },
  {
    references: [
      refersTo('homes', 'home_ref'),
      refersTo('people', 'person_ref'),
      refersTo('rooms', 'home_ref', 'room_ref'),
      oughtToKnow('officers', 'verified_by'),
    ],
    rules: [notBefore('moved_out', 'moved_in'), notAfterExtract('moved_in'), notAfterExtract('verified_on')],
  },
)

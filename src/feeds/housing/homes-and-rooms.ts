import { date, decimalAboveNothing, oneOf, ref, text, uprn, wholeNumber, yesOrNo } from '../cells.ts'
import { key, may, must, notAfterExtract, refersTo, table, together } from '../format.ts'

export const officers = table(
  'officers.csv',
  'A person whom a family, a conference or another agency can reach about a home.',
  {
    officer_ref: key(ref, 'The landlord’s own key of the officer.', 'OFF-12'),
    name: must(text, 'Name, as they sign.', 'Ada Thornbury'),
    employer: may(text, 'Who employs them, if not the landlord itself.', 'Harbour Homes'),
    team: may(text, 'Team.', 'East neighbourhood'),
    phone: may(text, 'Telephone, as dialled.', '020 7946 0012'),
    email: may(text, 'Work address.', 'ada.thornbury@harbour-homes.example'),
  },
)

export const homes = table(
  'homes.csv',
  'A home that the landlord lets, manages or uses.',
  {
    home_ref: key(ref, 'The landlord’s own key of the home.', 'H-000417'),
    uprn: may(uprn, 'Unique property reference number of the home itself.', '100023336956'),
    parent_uprn: may(uprn, 'UPRN of the block or house it is part of.', '100023336900'),
    address: must(text, 'Address in one line, with commas, without postcode.', 'Flat 7, Lantern House, Quay Street'),
    postcode: may(text, 'Postcode.', 'HR1 4QS'),
    unit_description: may(text, 'Which part it is, where the address does not say.', 'second floor back room'),
    address_hidden: may(
      yesOrNo,
      '`yes`: the address must not become known; it is hidden from everybody not allowed to see hidden addresses.',
      'no',
    ),
    ward: may(text, 'Ward, by name.', 'Old Quay'),
    in_borough: may(yesOrNo, 'Whether it lies in the borough.', 'yes'),
    tenure: may(
      oneOf(
        'council',
        'housing-association',
        'private-rent',
        'owned',
        'owned-with-mortgage',
        'shared-ownership',
        'rent-free',
        'temporary',
        'other',
      ),
      'How it is held.',
      'council',
    ),
    landlord: may(text, 'Landlord, by name.', 'Harbour Homes'),
    unit_type: may(
      oneOf('house', 'flat', 'maisonette', 'bungalow', 'bedsit', 'room', 'caravan', 'houseboat', 'other'),
      'Kind of dwelling; `room` is one in a shared house or hostel.',
      'flat',
    ),
    bedrooms_recorded: may(
      wholeNumber(0, 30),
      'Bedrooms as the landlord’s record counts them. A bedsit is 1 where the record says so.',
      '2',
    ),
    living_rooms: may(wholeNumber(0, 10), 'Living rooms as the landlord’s record counts them.', '1'),
    shared_facilities: may(yesOrNo, 'Whether a toilet, washing or cooking is shared with another household.', 'no'),
    entrance_floor: may(wholeNumber(-5, 80), 'Floor of the front door; 0 is the ground floor.', '3'),
    lift: may(oneOf('none', 'present', 'out-of-service'), 'Lift to that floor.', 'none'),
    flights_to_front_door: may(
      wholeNumber(0, 80),
      'Flights of stairs from the street to the front door without a lift.',
      '3',
    ),
    internal_flights: may(wholeNumber(0, 10), 'Flights inside the home.', '0'),
    step_free: may(yesOrNo, 'Whether the way from the street is free of steps.', 'no'),
    heating: may(text, 'Heating.', 'gas boiler'),
    epc_band: may(oneOf('A', 'B', 'C', 'D', 'E', 'F', 'G'), 'Band of the energy certificate.', 'D'),
    licence_type: may(
      oneOf('mandatory-hmo', 'additional-hmo', 'selective', 'none-needed'),
      'Licence for private letting.',
      'none-needed',
    ),
    permitted_persons: may(wholeNumber(0, 200), 'How many people the licence permits.', '5'),
    licence_expires_on: may(date, 'Last day of the licence.', '2028-03-31'),
    patch: may(text, 'The landlord’s patch.', 'East 4'),
    officer_ref: may(ref, 'The housing officer of the home.', 'OFF-12'),
    checked_on: may(date, 'When the landlord last checked these facts at the home.', '2026-05-18'),
  },
  { references: [refersTo('officers', 'officer_ref')], rules: [notAfterExtract('checked_on')] },
)

export const rooms = table(
  'rooms.csv',
  'A room of a home. A home without rows here has not been described room by room.',
  {
    home_ref: key(ref, 'The home.', 'H-000417'),
    room_ref: key(ref, 'Key of the room within its home.', '1'),
    name: must(text, 'What people call it.', 'Back bedroom'),
    kind: must(
      oneOf('bedroom', 'living', 'dining', 'kitchen', 'bathroom', 'hall', 'other'),
      'Kind of room, whatever it is used for.',
      'bedroom',
    ),
    area: may(
      decimalAboveNothing(10_000),
      'Floor area as measured, in the unit of `area_unit`. Never converted by the sender. Empty: not measured.',
      '10.2',
    ),
    area_unit: may(oneOf('m2', 'sqft'), 'Unit in which it was measured. Filled when `area` is, and only then.', 'm2'),
    area_from: may(oneOf('measured', 'plan', 'estimated'), 'Where the area comes from.', 'measured'),
    measured_on: may(date, 'When it was measured.', '2024-11-07'),
    usable: may(yesOrNo, 'Whether it can be used to sleep or live in.', 'yes'),
    not_usable_because: may(text, 'Why it cannot.', 'ceiling down since the leak'),
  },
  {
    references: [refersTo('homes', 'home_ref')],
    rules: [together('area', 'area_unit'), notAfterExtract('measured_on')],
  },
)

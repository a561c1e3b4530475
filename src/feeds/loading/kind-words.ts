/** What an entry that came by a feed is about, as one would name it in a sentence. */
export const kindInWords = (kind: string): string => inWords[kind] ?? 'something else'

const inWords: Readonly<Record<string, string>> = {
  PersonRecordOpened: 'people it did not name before', NamesStated: 'names', SexStated: 'sex', NhsNumberStated: 'NHS numbers', UpnStated: 'pupil numbers', BirthStated: 'birth dates', DeathStated: 'a death',
  PregnancyStated: 'an expected birth', PregnancyEnded: 'an expected birth', AddressStated: 'where people live', HomeNamed: 'the address of a home', RelationshipStated: 'how people are related',
  FamilyOpened: 'a family file', FamilyMemberJoined: 'who is in the family', FamilyMemberLeft: 'who is in the family no more', InvolvementStarted: 'who works with the family', InvolvementEnded: 'who works with the family no more',
  ResponsibilityForHomeStarted: 'whose patch the home is on', ResponsibilityForHomeEnded: 'whose patch the home was on', HomeDescribed: 'what the home is', RoomsStated: 'its rooms', SleepsHereStated: 'who sleeps there',
  SleepingArrangementStated: 'where people sleep in it', OnTenancyStated: 'who is on the tenancy', OnApplicationStated: 'who is on the application', TenancyStated: 'the tenancy', RegisterApplicationStated: 'the housing application',
  ConditionStated: 'the state of the home', PlacementStated: 'temporary accommodation', AddressHidden: 'an address that must stay hidden', AddressHidingExplained: 'why an address is hidden', ContactReceived: 'contacts', ReferralReceived: 'referrals', AssessmentStated: 'assessments',
  SectionFortySevenStated: 'section 47 enquiries', ConferenceStated: 'conferences', ChildInNeedPlanStated: 'child in need plans', ChildProtectionPlanStated: 'child protection plans', VisitStated: 'visits',
}

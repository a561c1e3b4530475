import { RecordBegun } from './begin.ts'
import { EntriesDisposed } from './dispose.ts'
import { EntryWithdrawn } from './standing-entries.ts'
import { worded } from './words.ts'

const id = '0198aaaa-0000-7000-8000-000000000001'

/** What the record itself may record, in words. */
export const recordKinds = worded(
  { RecordBegun, EntriesDisposed, EntryWithdrawn },
  {
    RecordBegun: {
      noun: 'the beginning of the record',
      examples: [{ record: id, partnership: 'Harbour Reach', demo: true }],
      tell: ({ body }) => ({ title: `The record of ${body.partnership} began` }),
    },
    EntriesDisposed: {
      noun: 'the end of a retention period',
      examples: [{ entries: [id], authority: 'Retention schedule', retentionClass: 'child-record' }],
      tell: ({ body }) => ({
        title: 'The content of entries was removed at the end of its time',
        text: `By authority of: ${body.authority}.`,
      }),
    },
    EntryWithdrawn: {
      noun: 'something taken back',
      examples: [{ reason: 'It was about somebody else.' }],
      tell: ({ body }) => ({ title: 'An entry was taken back', text: body.reason }),
    },
  },
)

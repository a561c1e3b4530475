import type { Html } from '#platform/html.ts'
import type { Link } from './content.ts'
import { macro } from './macros.ts'

export const skipLink = ({ text, href }: Link): Html => macro('govukSkipLink', { text, href })

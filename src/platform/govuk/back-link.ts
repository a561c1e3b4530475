import type { Html } from '#platform/html.ts'
import type { Link } from './content.ts'
import { macro } from './macros.ts'

export const backLink = ({ text, href }: Link): Html => macro('govukBackLink', { text, href })

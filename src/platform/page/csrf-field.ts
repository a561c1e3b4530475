import { type Html, html } from '#platform/html.ts'
import { csrfFieldName } from './shell.ts'

export const csrfField = (token: string): Html => html`<input type="hidden" name="${csrfFieldName}" value="${token}">`

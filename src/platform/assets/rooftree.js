// Everything works without this file; with it, tabs fold, errors take the focus and a form is not sent twice.
import { initAll } from './govuk-frontend.js'

document.body.classList.add('js-enabled')
if ('noModule' in HTMLScriptElement.prototype) document.body.classList.add('govuk-frontend-supported')
initAll()

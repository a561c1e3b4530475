// Everything works without this file; with it, tabs fold, errors take the focus, a form is not sent twice and a draft is kept.
import { initAll } from './govuk-frontend.js'

document.body.classList.add('js-enabled')
if ('noModule' in HTMLScriptElement.prototype) document.body.classList.add('govuk-frontend-supported')
initAll()

// What is typed into a form that asks for it (`data-draft`) is kept while it is being typed, for its writer alone.
for (const form of document.querySelectorAll('form[data-draft]')) {
  let waiting
  const keep = () => {
    const fields = new URLSearchParams(new FormData(form))
    fields.set('_action', form.getAttribute('action'))
    fetch('/drafts', { method: 'POST', body: fields, credentials: 'same-origin', keepalive: true }).catch(
      () => undefined,
    )
  }
  form.addEventListener('input', () => {
    clearTimeout(waiting)
    waiting = setTimeout(keep, 1500)
  })
  form.addEventListener('submit', () => clearTimeout(waiting))
}

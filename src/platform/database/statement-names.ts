/**
 * Names for statements that are sent again and again, so that PostgreSQL plans each once on a connection and not at every page:
 * planning cost it three quarters of a family page's time. A text that comes after `most` others stays without a name: those are
 * made by insertions of ever different lengths, and plans that nobody asks for again fill the server's memory.
 */
export const statementNames = (most = 400): ((text: string) => string | undefined) => {
  const names = new Map<string, string>()
  return (text) => {
    const known = names.get(text)
    if (known !== undefined || names.size >= most) return known
    const name = `rooftree-${names.size + 1}`
    names.set(text, name)
    return name
  }
}

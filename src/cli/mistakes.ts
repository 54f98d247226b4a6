/** What is told to whoever gives an option something that is no day. */
export function noDate(option: string, written: string, example: string): string {
  return `${option}: “${written}” is no date; write it as YYYY-MM-DD, for example ${example}`;
}

/** Days since 1970-01-01 of `YYYY-MM-DD`, or undefined where `text` is no day of the calendar. */
export function dayNumber(text: string): number | undefined {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN;
  return Number.isNaN(time) || !new Date(time).toISOString().startsWith(text)
    ? undefined
    : time / 86_400_000;
}

/** Whether `text` is a day of the calendar, `YYYY-MM-DD`. */
export function isDay(text: string): boolean {
  return dayNumber(text) !== undefined;
}

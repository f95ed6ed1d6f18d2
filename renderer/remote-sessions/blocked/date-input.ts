import type { EpochMs } from '../../../contract/core/time.ts';

/** The local day in the format of `<input type="date">`. */
export function formatDateInput(moment: EpochMs): string {
  const day = new Date(moment);
  const pad = (value: number, digits: number) => String(value).padStart(digits, '0');
  return `${pad(day.getFullYear(), 4)}-${pad(day.getMonth() + 1, 2)}-${pad(day.getDate(), 2)}`;
}

/** The last millisecond of a day; null for an empty field. */
export function endOfDay(text: string): EpochMs | null {
  const [year, month, day] = text.split('-').map(Number);
  if (year === undefined || month === undefined || day === undefined) return null;
  const end = new Date(0);
  end.setFullYear(year, month - 1, day);
  end.setHours(23, 59, 59, 0);
  return Number.isNaN(end.getTime()) ? null : end.getTime();
}

// German numbers and dates.
import { formatsFor } from '../formats.ts';

export const formats = formatsFor('de', {
  units: { second: 's', minute: 'min', hour: 'h', day: 'd' },
  dayOfMonth: (day) => `${day}.`,
  weekdayAndDate: (weekday, date) => `${weekday}, ${date}`,
  tomorrow: 'morgen',
});

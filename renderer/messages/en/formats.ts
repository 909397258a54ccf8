// English numbers and dates.
import { formatsFor } from '../formats.ts';

export const formats = formatsFor('en-GB', {
  units: { second: 's', minute: 'min', hour: 'h', day: 'd' },
  dayOfMonth: (day) => `${day}`,
  weekdayAndDate: (weekday, date) => `${weekday} ${date}`,
  tomorrow: 'tomorrow',
});

import Holidays from 'date-holidays';
import { holidayTables } from './holiday-tables.ts';

/** `node holiday-process.ts FI,SE 2026,2027`: prints the holiday tables as JSON and ends. */
const [countries = '', years = ''] = process.argv.slice(2);
process.stdout.write(JSON.stringify(holidayTables(Holidays, countries.split(','), years.split(',').map(Number))));

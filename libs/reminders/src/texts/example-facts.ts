import type { Language } from '@rettidig/event-sourcing';
import { dayInProse } from '@rettidig/planning';
import { changeKinds } from '@rettidig/rules';
import type { Facts } from './facts.js';
import { hoursInWords } from './hours.js';

/** With what a text is filled in where it is shown and not sent. All of it is made up. */
export const exampleFacts: Readonly<Record<Language, Facts>> = { da: exampleIn('da'), en: exampleIn('en') };

function exampleIn(language: Language): Facts {
  return {
    number: '2027-0143',
    kind: changeKinds.moreSectionManagers[language],
    unit: 'Botilbuddet Poplen',
    committee: 'HovedMED',
    day: dayInProse('2027-01-11', language),
    on: dayInProse('2027-02-24', language),
    from: dayInProse('2027-01-25', language),
    meetingDay: dayInProse('2027-02-01', language),
    time: hoursInWords({ startsAt: '10:00', endsAt: '12:00' }, language),
    body: { da: ' i Socialudvalget', en: ' by the Social Committee' }[language],
    ofCase: { da: ' om sag 2027-0143', en: ' about case 2027-0143' }[language],
    person: 'Kim Eksempel',
    period: '2027-01',
  };
}

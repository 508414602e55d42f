import type { Text } from '@rettidig/event-sourcing';

/**
 * Why somebody may not, by code: the sentence that the refused person reads. It names who can, so that the reader knows
 * whom to ask.
 */
export const reasons = {
  'access.secretary-only': {
    da: 'Det registreres af udvalgets sekretær eller af sekretariatet, aldrig af den, der ejer sagen.',
    en: 'This is recorded by the secretary of the committee or by the secretariat, never by the owner of the case.',
  },
  'access.secretariat-only': {
    da: 'Det kan kun sekretariatet gøre.',
    en: 'Only the secretariat can do this.',
  },
  'access.substitute': {
    da: 'Det kan kun sekretariatet, en administrator eller personen selv gøre.',
    en: 'Only the secretariat, an administrator or the person themselves can do this.',
  },
  'access.own-contact': {
    da: 'Det kan kun sekretariatet eller personen selv se og ændre.',
    en: 'Only the secretariat or the person themselves can see and change this.',
  },
  'access.admin-only': {
    da: 'Det kan kun en administrator gøre.',
    en: 'Only an administrator can do this.',
  },
  'access.outbox': {
    da: 'Mails i udbakken kan kun ses af sekretariatet eller en administrator.',
    en: 'Mails in the outbox are shown to the secretariat or an administrator only.',
  },
  'access.reads-only': {
    da: 'Revisionen ser alt, men gør intet.',
    en: 'The auditor sees everything and does nothing.',
  },
  'access.operations': {
    da: 'Det kan kun en administrator eller revisionen se.',
    en: 'Only an administrator or the auditor can see this.',
  },
  'access.fact-on-case': {
    da: 'Det kan kun den, der har eller har registreret sagen, sekretariatet, formanden eller næstformanden gøre.',
    en: 'Only whoever owns or registered the case, the secretariat, the chair or the deputy chair can do this.',
  },
  'access.both-chairs-only': {
    da: 'Det kan kun formanden eller næstformanden for det pågældende udvalg gøre: den person, der har pladsen med hvervet på dagen. Dit eget id står i /api/v1/me.',
    en: 'Only the chair or the deputy chair of the committee in question can do this: the person who holds the seat with the office on the day. Your own id stands in /api/v1/me.',
  },
  'access.deputy-chair-only': {
    da: 'Det kan kun næstformanden gøre.',
    en: 'Only the deputy chair can do this.',
  },
  'access.own-case-only': {
    da: 'Det kan den, der ejer eller har registreret sagen, eller sekretariatet gøre.',
    en: 'This can be done by whoever owns or registered the case, or by the secretariat.',
  },
  'access.override': {
    da: 'Vurderingen kan kun tilsidesættes af sekretariatet eller formanden, og næstformanden får besked.',
    en: 'Only the secretariat or the chair can override the assessment, and the deputy chair is told.',
  },
  'access.register': {
    da: 'Ændringer registreres af ledere, sagsbehandlere, sekretariatet eller medlemmer af udvalgene.',
    en: 'Changes are registered by managers, case officers, the secretariat or members of the committees.',
  },
  'access.group-discussion': {
    da: 'Hvad en arbejdsgruppe har drøftet, registreres af ledere, sagsbehandlere, sekretariatet eller medlemmer af udvalgene.',
    en: 'What a working group talked about is recorded by managers, case officers, the secretariat or members of the committees.',
  },
  'access.structure': {
    da: 'Struktur, udvalg og regler vedligeholdes af sekretariatet eller en administrator.',
    en: 'Structure, committees and rules are kept by the secretariat or an administrator.',
  },
  'access.meeting': {
    da: 'Møder og dagsordener føres af sekretariatet, udvalgets sekretær og dets formandskab.',
    en: 'Meetings and agendas are kept by the secretariat and by the secretary, chair and deputy chair of the committee.',
  },
  'access.link-agenda-item': {
    da: 'Punkter kobles til sager af ledere, sagsbehandlere, sekretariatet, formanden eller næstformanden.',
    en: 'Items are linked to cases by managers, case officers, the secretariat, the chair or the deputy chair.',
  },
  'access.unlink-agenda-item': {
    da: 'En kobling kan kun fjernes af sekretariatet, formanden eller næstformanden.',
    en: 'A link can only be taken back by the secretariat, the chair or the deputy chair.',
  },
  'access.sides-only': {
    da: 'Det gør ledelsessiden eller medarbejdersiden selv; sekretariatet kan skrive det ind fra et referat.',
    en: 'The management side or the employee side does this itself; the secretariat can enter it from minutes.',
  },
  'access.employee-side-only': {
    da: 'Det gør medarbejdersiden selv; sekretariatet kan skrive det ind fra et referat.',
    en: 'The employee side does this itself; the secretariat can enter it from minutes.',
  },
  'access.management-side-only': {
    da: 'Det gør ledelsessiden selv; sekretariatet kan skrive det ind fra et referat.',
    en: 'The management side does this itself; the secretariat can enter it from minutes.',
  },
  'access.names': {
    da: 'Personers navne kan ses af sekretariatet, formanden, næstformanden og medarbejderrepræsentanter.',
    en: 'Names of people are shown to the secretariat, the chair, the deputy chair and employee representatives.',
  },
  'access.system-only': {
    da: 'Det gør systemet selv, når noget andet sker.',
    en: 'The system does this itself when something else happens.',
  },
  'access.screening': {
    da: 'Screeningsmøder holdes af sekretariatet, formanden og lederne.',
    en: 'Screening rounds are held by the secretariat, the chair and the managers.',
  },
  'access.candidate': {
    da: 'Punkter til et screeningsmøde sættes på af ledere, sagsbehandlere, sekretariatet eller medlemmer af udvalgene.',
    en: 'Candidates are put before a screening round by managers, case officers, the secretariat or members of the committees.',
  },
  'access.recheck': {
    da: 'Det gør sekretariatet eller næstformanden.',
    en: 'This is done by the secretariat or the deputy chair.',
  },
  'access.everybody': {
    da: 'Det kræver, at man har en rolle i forvaltningen.',
    en: 'This takes a role in the administration.',
  },
} satisfies Readonly<Record<string, Text>>;

export type Reason = keyof typeof reasons;

import { line, type Step } from '../step.js';

const at = '2026-04-24T12:00:00.000Z';

/** The three discussions that are MED reviews, as the secretary recorded them. The minutes are not approved yet. */
const reviews: readonly Step[] = [
  review('youth', 'item2', { maturity: 'notStated', source: line('78-118') }),
  review('reorganisation', 'item3', { maturity: 'notStated', goesOn: 'nextMeeting', source: line('120-202') }),
  review('budget', 'item4', {
    maturity: 'draft',
    versionDiscussed: 'første udkast',
    goesOn: 'nextVersion',
    source: line('204-333'),
  }),
];

function review(subject: string, item: string, more: object): Step {
  return {
    key: `${subject}-review`,
    at,
    by: 'secretariat',
    command: 'RecordReview',
    subject,
    message: (id) => ({ meetingId: id('meeting'), itemId: id(item), heldOn: '2026-04-24', ...more }),
  };
}

interface Promise {
  readonly key: string;
  readonly item: string;
  readonly kind: string;
  readonly what: string;
  readonly owner?: string;
  readonly recipient?: string;
  readonly due: object;
  readonly lines: string;
}

const notStated = { notStated: true };

/** What was promised in the meeting. Owners and dates that the minutes do not give are missing here too. */
const promises: readonly Promise[] = [
  {
    key: 'youth-answers',
    item: 'item2',
    kind: 'answerQuestions',
    what: 'Svar på de spørgsmål, der ikke kunne besvares på mødet; de er sendt videre til dem, der arbejder med sagen',
    due: notStated,
    lines: '110',
  },
  {
    key: 'youth-forward-politicians',
    item: 'item2',
    kind: 'forwardRemarks',
    what: 'Bemærkningerne sendes videre til Socialudvalget',
    recipient: 'Socialudvalget',
    due: notStated,
    lines: '118',
  },
  {
    key: 'youth-forward-manager',
    item: 'item2',
    kind: 'forwardRemarks',
    what: 'Bemærkningerne sendes videre til centerchefen for Center for Rusmiddelbehandling',
    recipient: 'Centerchefen for Center for Rusmiddelbehandling',
    due: notStated,
    lines: '118',
  },
  {
    key: 'reorganisation-annex',
    item: 'item3',
    kind: 'otherAction',
    what: 'Baglandets tilbagemeldinger (bilag 3.2) eftersendes til ledersiden og til ledelsen i Støtte, Ledsagelse og Akuttilbud',
    due: notStated,
    lines: '128',
  },
  {
    key: 'reorganisation-forward',
    item: 'item3',
    kind: 'forwardRemarks',
    what: 'Bemærkningerne sendes videre til områdechef og centerchef, som arbejder videre med forslaget',
    owner: 'Ledersiden',
    recipient: 'Områdechef og centerchef',
    due: notStated,
    lines: '202',
  },
  {
    key: 'reorganisation-criteria',
    item: 'item3',
    kind: 'nextMeeting',
    what: 'Sag om kriterier for processen på det næste HovedMED',
    due: { nextMeeting: true },
    lines: '202',
  },
  {
    key: 'budget-consultants',
    item: 'item4',
    kind: 'changeDocument',
    what: 'Notatet præciseres om de to uddannelseskonsulenter',
    due: notStated,
    lines: '218',
  },
  {
    key: 'budget-managers',
    item: 'item4',
    kind: 'changeDocument',
    what: 'Notatet tydeliggøres om viden og kompetencer hos lederne',
    due: notStated,
    lines: '287-289',
  },
  {
    key: 'budget-education',
    item: 'item4',
    kind: 'reportBack',
    what: 'Status på uddannelsessteder uden for København',
    owner: 'CHRO',
    recipient: 'Næstformanden',
    due: notStated,
    lines: '247-249',
  },
];

const followUps: readonly Step[] = promises.map(({ key, item, lines, ...promise }) => ({
  key,
  at,
  by: 'secretariat',
  command: 'AgreeFollowUp',
  subject: 'meeting',
  message: (id) => ({ itemId: id(item), ...promise, source: line(lines) }),
}));

/** An error in the papers, corrected in the meeting: the transitional bodies are local ones. */
const correction: Step = {
  key: 'reorganisation-correction',
  at,
  by: 'secretariat',
  command: 'CorrectPapers',
  subject: 'reorganisation',
  message: (id) => ({
    was: 'OvergangsMED',
    isNow: 'OvergangslokalMED',
    announcedOn: '2026-04-24',
    meetingId: id('meeting'),
    source: line('126'),
  }),
};

export const reviewSteps: readonly Step[] = [...reviews, ...followUps, correction];

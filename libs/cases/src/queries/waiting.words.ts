import type { Language, Text } from '@rettidig/event-sourcing';
import { dayInWords, decidingBodies, fuzzyInWords } from '@rettidig/vocabulary';
import type { FollowUpStory } from '../story/case-story.js';
import type { Waiting } from '../story/waiting.js';
import { acts } from '../words.js';
import type { Naming } from './naming.js';

/** Words for what is asked about in the rule set: the question of an id. */
export type QuestionText = (id: string) => string;

const goesOnWords: Readonly<Record<'nextMeeting' | 'nextVersion', (committee: string) => Text>> = {
  nextMeeting: (committee) => ({
    da: `Drøftelsen fortsætter på næste møde i ${committee}`,
    en: `The discussion goes on at the next meeting of ${committee}`,
  }),
  nextVersion: (committee) => ({
    da: `Næste udgave af materialet er ikke drøftet i ${committee}`,
    en: `The next version of the papers has not been discussed in ${committee}`,
  }),
};

const kindsOfFollowUp: Readonly<Record<FollowUpStory['kind'], Text>> = {
  answerQuestions: { da: 'Svar på spørgsmål', en: 'Answers to questions' },
  forwardRemarks: { da: 'Videresendelse af bemærkninger', en: 'Remarks to be forwarded' },
  nextMeeting: { da: 'Tages op på næste møde', en: 'To be taken up at the next meeting' },
  changeDocument: { da: 'Rettelse i materialet', en: 'A document to be changed' },
  reportBack: { da: 'Tilbagemelding', en: 'A report back' },
  otherAction: { da: 'Opfølgning', en: 'Follow-up' },
};

const gaps = {
  owner: { da: 'ansvarlig ikke oplyst', en: 'nobody named as responsible' },
  due: { da: 'frist ikke oplyst', en: 'no date named' },
  nextMeeting: { da: 'til næste møde', en: 'by the next meeting' },
};

/** What a case waits for, as one sentence without a full stop. */
export function waitingInWords(waiting: Waiting, naming: Naming, question: QuestionText): string {
  const { say, language } = naming;
  switch (waiting.what) {
    case 'answer':
      return say({
        da: `Svar mangler: ${question(waiting.question)}`,
        en: `Not answered: ${question(waiting.question)}`,
      });
    case 'placement': {
      const committee = naming.committeeInText(waiting.committeeId);
      const before = say(acts[waiting.before]);
      return say({
        da: `Skal på en dagsorden ${before}: ${committee}`,
        en: `To be put on an agenda ${before}: ${committee}`,
      });
    }
    case 'newReview': {
      const committee = naming.committeeInText(waiting.committeeId);
      const before = say(acts[waiting.before]);
      return say({
        da: `Ændret efter drøftelsen: ny drøftelse i ${committee} ${before}, medmindre formand og næstformand er enige om andet`,
        en: `Changed after the review: a new one in ${committee} ${before}, unless chair and deputy chair agree otherwise`,
      });
    }
    case 'meeting': {
      const [committee, day] = [naming.committeeInText(waiting.committeeId), dayInWords(waiting.on)];
      return say({ da: `Drøftelse i ${committee} den ${day}`, en: `Discussion in ${committee} on ${day}` });
    }
    case 'continuation':
      return say(goesOnWords[waiting.goesOn](naming.committeeInText(waiting.committeeId)));
    case 'remarks': {
      const to = decidingBodies[waiting.to];
      return say({ da: `Bemærkninger skal sendes til ${to.da}`, en: `Remarks to be forwarded to ${to.en}` });
    }
    case 'followUp':
      return followUpInWords(waiting.followUp, naming);
    case 'settlement':
      return say({
        da: 'Formand og næstformand skal afgøre en uenighed',
        en: 'Chair and deputy chair to settle a dispute',
      });
    case 'decision':
      return decisionInWords(waiting, language);
  }
}

/** `Svar på spørgsmål: … (centerchefen, frist ikke oplyst)`. */
export function followUpInWords(
  { kind, what, owner, recipient, due }: FollowUpStory,
  { say, language }: Naming,
): string {
  const when = 'on' in due ? dayInWords(due.on) : say('nextMeeting' in due ? gaps.nextMeeting : gaps.due);
  const to = recipient && say({ da: `til ${recipient}`, en: `to ${recipient}` });
  const about = [owner ?? gaps.owner[language], to, when].filter(Boolean).join(', ');
  return `${say(kindsOfFollowUp[kind])}: ${what} (${about})`;
}

function decisionInWords({ body, when }: Extract<Waiting, { what: 'decision' }>, language: Language): string {
  const known =
    body === 'notStated' ? '' : { da: ` i ${decidingBodies[body].da}`, en: ` by ${decidingBodies[body].en}` }[language];
  const day = fuzzyInWords(when, language);
  return 'notStated' in when
    ? { da: `Beslutning${known}, dato ikke oplyst`, en: `Decision${known}, date not stated` }[language]
    : { da: `Beslutning${known}, planlagt ${day}`, en: `Decision${known}, planned ${day}` }[language];
}

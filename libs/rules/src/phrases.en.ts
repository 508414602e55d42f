import type { Phrases } from './phrases.types.js';

const read = (answers: string): string => (answers === '' ? '.' : `. Answers: ${answers}.`);

/** The same sentences in English. */
export const english: Phrases = {
  relevance: {
    medRelevant: 'The case must go through MED.',
    notMedRelevant: 'The case does not have to go through MED.',
    undetermined:
      'It cannot be told yet whether the case must go through MED. Until it is clear, it counts as a MED case.',
  },
  before: { recommendation: 'before the recommendation is sent', decision: 'before a decision is taken' },
  level: { main: 'the main level', area: 'the area level', local: 'the local level' },
  levels: (inForce, notInForce) =>
    `Transition period: in force on that day: ${inForce}${notInForce === '' ? '' : `, but not ${notInForce}`}.`,
  duty: (committee, before, because) => `The case belongs in ${committee} ${before}, because ${because}.`,
  localItem: (committee, before, because) =>
    `${committee} must also have the case as an item of its own ${before}, because ${because}.`,
  noCommittee: (before, because) =>
    `The case must go through MED ${before}, because ${because}. There is no MED committee that can take it; the duty holds all the same.`,
  noRule: 'no rule says that it can be left out',
  notMed: (because) => `The case does not have to go through MED, because ${because}.`,
  confirms: 'The secretariat must confirm that it is the right committee.',
  confirmsOpenQuestion: 'Answers are missing, so the secretariat must confirm that it is the right committee.',
  stepUp: {
    levelNotInForce: (level) => `No committee of ${level} is in force on that day, so the case goes one level up.`,
    noCommitteeAtLevel: (level) => `No committee of ${level} covers the manager's unit, so the case goes one level up.`,
    noCommitteeForUnit: (level) =>
      `The rule names ${level}, but no committee there covers the manager's unit or the unit that the change hits, so the case goes one level up.`,
    deciderUnknown: (level) =>
      `It is not known whether the decision belongs to ${level}, so the case goes one level up.`,
  },
  notIn: (committee, because) => `Not in ${committee}, because ${because}.`,
  notOnlyIn: (committee, because) => `Not only in ${committee}, because ${because}.`,
  notChosen: {
    ruleNamesMainCommittee: 'such cases belong in the main committee',
    levelNotInForce: 'that level is not in force on that day',
    ruleNamesOtherLevel: 'the rule names another level',
    notAtLevelOfDecider: 'it is not at the level of the manager who decides or recommends',
    doesNotCoverDecider: 'it does not cover the manager who decides or recommends',
    getsItsOwnItem: 'local discussion does not replace the treatment; it gets an item of its own beside it',
    budgetOnlyInMainCommittee: 'management plans to have budget proposals treated in the main committee only',
    notMedRelevant: 'the case does not have to go through MED',
  },
  whatIf: (question, answer, then) => `If the answer to “${question}” is ${answer}, ${then}.`,
  then: {
    medRelevant: (committees) => `the case belongs in ${committees}`,
    notMedRelevant: () => 'the case does not have to go through MED',
    undetermined: (committees) => `it still cannot be told, but for now the case belongs in ${committees}`,
  },
  thenOnly: (committees) => `the case belongs in ${committees} only`,
  onlyRelevance: {
    medRelevant: 'it is certain that the case must go through MED, in the same committee',
    notMedRelevant: 'the case does not have to go through MED',
    undetermined: 'it can no longer be told whether the case must go through MED',
  },
  answer: (answer) => (answer === 'unknown' ? 'not stated' : String(answer)),
  answered: (question, answer) => `“${question}” – ${answer}`,
  structure: {
    transitionPeriod: {
      yes: 'there is a transition period on that day',
      no: 'there is no transition period on that day',
    },
    deciderKnown: { yes: 'it is stated who decides or recommends', no: 'it is not stated who decides or recommends' },
    levelDelegated: {
      yes: 'the register of delegations says at which level such things are decided',
      no: 'the register of delegations does not say at which level such things are decided',
    },
  },
  delegation: {
    agrees: (unit, level) =>
      `The register of delegations says that the manager of ${unit} may decide such things, that is at ${level}. The manager who is named stands at the same level.`,
    differs: (unit, level) =>
      `Note: the register of delegations says that the manager of ${unit} may decide such things, that is at ${level}. The manager who is named stands at another level. The case follows whoever is named; correct it if that is wrong.`,
    routes: (unit, level) =>
      `It is not stated who decides. The register of delegations says that the manager of ${unit} may decide such things, so the case follows ${level}.`,
    notUsed: (unit, level) =>
      `The register of delegations says that the manager of ${unit} may decide such things, that is at ${level}. That does not change where the case belongs.`,
  },
  rule: {
    decides: (because, answers) => `Decides, because ${because}${read(answers)}`,
    adds: (because) => `Adds a local item, because ${because}.`,
    precededBy: (because) => `Matches too, but another rule comes first: “because ${because}”.`,
    notMatched: (because, answers) => `Does not match: “because ${because}”${read(answers)}`,
    undetermined: (because, answers) => `Cannot be told yet: “because ${because}”${read(answers)}`,
  },
  grade: { agreement: 'agreement', decided: 'decided', statement: "one side's statement", plan: 'plan' },
  and: 'and',
  unnamedCommittee: 'a committee without a name',
  unknownCommittee: 'a committee that does not exist yet',
};

/** The questions of the questionnaire of service descriptions, in its order. */
export const questionIds = [
  'Q1',
  'Q2',
  'Q3',
  'Q4',
  'Q5',
  'Q6',
  'Q7',
  'Q8',
  'Q9',
  'Q10',
  'Q11',
  'Q12',
  'Q13',
  'Q14',
  'Q15',
  'Q16',
  'Q17',
] as const;

export type QuestionId = (typeof questionIds)[number];

import { texts } from '../../kernel/language.ts';

export const workerTexts = texts({
  fi: {
    worker: 'Työntekijä',
    roles: {
      coach: 'Työvalmentaja',
      instructor: 'Ohjaaja',
      'rehabilitative-instructor': 'Kuntouttavan työtoiminnan ohjaaja',
      'social-worker': 'Sosiaalityöntekijä',
      finance: 'Maksatus',
      planner: 'Suunnittelija',
      manager: 'Esihenkilö',
      administrator: 'Pääkäyttäjä',
    },
  },
  sv: {
    worker: 'Arbetstagare',
    roles: {
      coach: 'Arbetscoach',
      instructor: 'Handledare',
      'rehabilitative-instructor': 'Handledare i rehabiliterande arbetsverksamhet',
      'social-worker': 'Socialarbetare',
      finance: 'Utbetalning',
      planner: 'Planerare',
      manager: 'Chef',
      administrator: 'Administratör',
    },
  },
  en: {
    worker: 'Worker',
    roles: {
      coach: 'Job coach',
      instructor: 'Instructor',
      'rehabilitative-instructor': 'Instructor of rehabilitative work',
      'social-worker': 'Social worker',
      finance: 'Finance',
      planner: 'Planner',
      manager: 'Manager',
      administrator: 'Administrator',
    },
  },
});

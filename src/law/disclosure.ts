/**
 * No provision sets it: the smallest number of persons that is shown outside the organiser.
 * Counts of one to four could point at somebody; zero is shown.
 */
export const disclosureThreshold = 5;

/** Is the count of persons too small to be shown outside the organiser? */
export function tooSmallToShow(persons: number, threshold: number = disclosureThreshold): boolean {
  return persons > 0 && persons < threshold;
}

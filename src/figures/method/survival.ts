/**
 * How long stays last when some of them still run: the Kaplan-Meier curve with delayed entry.
 *
 * Why not the mean of the completed stays: the long ones are still running, so that mean is too short.
 * Times are whole days since the stay began. At one time exits come before censorings, and who enters at t is at
 * risk only after t (enter < t <= leave).
 *
 * Sources: Kaplan & Meier 1958 (the curve); Greenwood 1926 (its variance); Kalbfleisch & Prentice (log-log limits);
 * Brookmeyer & Crowley 1982 (limits of the median); Klein & Moeschberger (delayed entry).
 * Quantiles follow the conventions of R's survival package, so that anybody can recount.
 */

/** One stay as observed: seen from day `enter` of its own age to day `leave`; `ended` when it ended then. */
export type Stay = { readonly enter: number; readonly leave: number; readonly ended: boolean };

/** The curve just after one time of exits. */
type Step = {
  /** Days since the stay began. */
  readonly time: number;
  /** Stays under observation just before this time. */
  readonly atRisk: number;
  /** Stays that ended at this time. */
  readonly ended: number;
  /** Share of stays that last longer than `time`, 0 to 1. */
  readonly share: number;
  /** Greenwood's sum up to this time; infinite when nothing remains. */
  readonly greenwood: number;
  /** Standard error of `share`; null where the curve has reached 0. */
  readonly error: number | null;
  /** Log-log limits of `share`; null where the share is 0, since none exist there. */
  readonly low: number | null;
  readonly high: number | null;
};

/** Steps in order of time, known up to `until` days; beyond it the curve says nothing. */
export type Curve = { readonly steps: readonly Step[]; readonly until: number; readonly stays: number };

/** A day count with its limits; null means "not reached", which is an answer. */
export type Quantile = { readonly days: number | null; readonly low: number | null; readonly high: number | null };

/** Two-sided 95 per cent of the normal distribution. */
const Z95 = 1.959963984540054;

/** R's tolerance: shares this close to a level count as lying exactly on it. */
const TOLERANCE = Math.sqrt(Number.EPSILON);

/**
 * The Kaplan-Meier curve of some stays.
 *
 * @param stays each with enter <= leave; one with enter = leave was never at risk and adds nothing
 * @param atLeast the curve stops before the first exit that has fewer stays at risk than this
 */
export function survivalCurve(stays: readonly Stay[], atLeast = 1): Curve {
  for (const stay of stays) {
    if (!(stay.enter >= 0 && stay.leave >= stay.enter)) {
      throw new RangeError(`A stay cannot be observed from day ${stay.enter} to day ${stay.leave}`);
    }
  }
  const observed = stays.filter((stay) => stay.leave > stay.enter);
  const entries = observed.map((stay) => stay.enter).sort(ascending);
  const leaves = observed.map((stay) => stay.leave).sort(ascending);
  const exits = observed
    .filter((stay) => stay.ended)
    .map((stay) => stay.leave)
    .sort(ascending);

  const steps: Step[] = [];
  let entered = 0;
  let left = 0;
  let share = 1;
  let greenwood = 0;
  for (let index = 0; index < exits.length; ) {
    const time = exits[index] as number;
    let ended = 0;
    while (exits[index] === time) {
      ended += 1;
      index += 1;
    }
    while (entered < entries.length && (entries[entered] as number) < time) entered += 1;
    while (left < leaves.length && (leaves[left] as number) < time) left += 1;
    const atRisk = entered - left;
    if (atRisk < atLeast) return { steps, until: time, stays: observed.length };
    share = ended === atRisk ? 0 : share * (1 - ended / atRisk);
    greenwood += ended / (atRisk * (atRisk - ended));
    steps.push({ time, atRisk, ended, share, greenwood, ...limits(share, greenwood) });
  }
  return { steps, until: leaves.at(-1) ?? 0, stays: observed.length };
}

/** Share of stays that last longer than `days`; null beyond what the curve knows. */
export function shareLasting(
  curve: Curve,
  days: number,
): { share: number; low: number | null; high: number | null } | null {
  const last = curve.steps.at(-1);
  if (curve.stays === 0 || (days > curve.until && last?.share !== 0)) return null;
  const step = curve.steps.findLast((candidate) => candidate.time <= days);
  return step ? { share: step.share, low: step.low, high: step.high } : { share: 1, low: null, high: null };
}

/** The days by which half of the stays have ended, with 95 per cent limits. */
export function medianStay(curve: Curve): Quantile {
  return stayQuantile(curve, 0.5);
}

/**
 * The days by which the share `ended` of the stays have ended.
 * Where the curve lies exactly on the level over an interval, the middle of that interval: R's convention.
 * Limits are read from the limits of the curve in the same way.
 *
 * @param ended between 0 and 1, both excluded
 */
export function stayQuantile(curve: Curve, ended: number): Quantile {
  const level = 1 - ended;
  return {
    days: crossing(curve, level, (step) => step.share),
    low: crossing(curve, level, (step) => step.low),
    high: crossing(curve, level, (step) => step.high),
  };
}

/** Mean days within the first `horizon` days: the area under the curve; null where the curve does not reach so far. */
export function restrictedMean(curve: Curve, horizon: number): number | null {
  if (shareLasting(curve, horizon) === null) return null;
  let area = 0;
  let from = 0;
  let share = 1;
  for (const step of curve.steps) {
    if (step.time >= horizon) break;
    area += share * (step.time - from);
    from = step.time;
    share = step.share;
  }
  return area + share * (horizon - from);
}

function limits(share: number, greenwood: number): Pick<Step, 'error' | 'low' | 'high'> {
  if (share === 0) return { error: null, low: null, high: null };
  const spread = (Z95 * Math.sqrt(greenwood)) / Math.log(share);
  return {
    error: share * Math.sqrt(greenwood),
    // The logarithm of a share is negative, so `spread` is: the larger power belongs to the lower limit.
    low: share ** Math.exp(-spread),
    high: share ** Math.exp(spread),
  };
}

function crossing(curve: Curve, level: number, value: (step: Step) => number | null): number | null {
  const known = curve.steps.flatMap((step) => {
    const at = value(step);
    return at === null ? [] : [{ time: step.time, at }];
  });
  const reached = known.find((point) => point.at <= level + TOLERANCE);
  if (!reached) return null;
  const passed = known.find((point) => point.at < level - TOLERANCE);
  if (passed) return (reached.time + passed.time) / 2;
  // The curve ends on the level itself: its flat part runs to the end of observation.
  return (reached.time + curve.until) / 2;
}

function ascending(a: number, b: number): number {
  return a - b;
}

/** Opening hours of one weekday: minutes since local midnight, half-open, sorted, not overlapping. */
export interface OpenSpan {
  readonly from: number;
  readonly to: number;
}

/** The hours in which a team works. */
export interface Calendar {
  /** IANA zone. */
  readonly zone: string;
  /** Seven entries, Monday first. */
  readonly week: readonly (readonly OpenSpan[])[];
  /** Local dates `YYYY-MM-DD` on which nobody works. */
  readonly holidays: readonly string[];
}

/**
 * Importing the package declares `<casualty-calculator>`; there is nothing else to call. Its WebAssembly, JavaScript and
 * style sheet are fetched once per page.
 */

/** What became of those who were lost to their unit. */
export type Category = 'killed' | 'wounded' | 'missing' | 'captured';

/** What a figure is about: the inputs of the calculator. */
export type Quantity = 'deployed' | 'reinforcements' | Category | 'casualties' | 'rate';

/** Which of these three is worked out from the other two. */
export type SolveFor = 'rate' | 'deployed' | 'casualties';

/** A number, or a hedged number: `{ over: 10000 }` has a lower limit and no upper one. */
export type Figure =
  | number
  | { about: number }
  | { over: number }
  | { at_least: number }
  | { up_to: number }
  | { nearly: number }
  | { between: [low: number, high: number] };

/** A figure, optionally with the source's own wording beside the hedge. */
export type WordedFigure = number | (Exclude<Figure, number> & { words?: string });

/** A date such as `2025-01-15`. */
export type Day = string;

/** What the inputs hold. `null` means unknown, which is not zero. `rate` is in per cent of the force. */
export type Scenario = Record<Quantity, Figure | null> & {
  start: Day | null;
  as_of: Day | null;
  solve_for: SolveFor;
};

/** A scenario to set. What is left out is unknown. */
export type ScenarioInput = Partial<Record<Quantity, WordedFigure | null>> & {
  start?: Day | null;
  as_of?: Day | null;
  solve_for?: SolveFor;
};

/**
 * The range that the wording of the figures allows. `null` means no limit, `low_open` and `high_open` that the limit itself is
 * excluded. `printed` is computed from the printed numbers, and `null` where one of the figures prints none.
 */
export interface Bounds {
  low: number | null;
  high: number | null;
  printed: number | null;
  low_open: boolean;
  high_open: boolean;
}

/** Why there is no value: the first input that is missing, or a calculation without a result. */
export type Unavailable =
  | 'no_casualties'
  | `no_${Category}`
  | 'no_deployed'
  | 'no_reinforcements'
  | 'no_rate'
  | 'no_dates'
  | 'zero_divisor'
  | 'more_than_deployed';

/** A rate's range, for a sum also the categories in it; or the reason why there is no value. */
export type Rate = (Bounds & { counts?: Category[] }) | { unavailable: Unavailable };

export type RateName =
  | 'casualties'
  | 'casualty_rate'
  | `${Category}_rate`
  | 'casualty_rate_first'
  | 'irrecoverable'
  | 'irrecoverable_rate'
  | 'killed_share'
  | 'wounded_per_killed'
  | 'remaining'
  | 'one_in'
  | 'per_day'
  | 'per_day_rate'
  | 'days_left'
  | 'implied_deployed'
  | 'implied_casualties';

/** All rates of a scenario or a claim. Rates of the force and shares are in per cent. */
export type Rates = Record<RateName, Rate>;

export type CheckCode =
  | 'rate_mismatch'
  | 'parts_exceed_total'
  | 'more_than_deployed'
  | 'not_over'
  | 'parts_leave_nothing'
  | 'rate_hides_denominator'
  | 'different_coverage'
  | 'different_dates'
  | 'stale_denominator'
  | 'outlying_ratio'
  | 'same_originator'
  | 'total_as_killed';

/** What a check found: figures that do not add up, or something to know before comparing them. */
export interface Finding {
  code: CheckCode;
  severity: 'note' | 'warning';
  /** The ids of the claims it is about; `scenario` stands for the reader's own figures. */
  claims: string[];
  fields: Quantity[];
  /** The numbers that the check compared, by their names. */
  working: Record<string, Bounds>;
  /** The originator of several reports, where the finding is about one. */
  originator?: string;
}

/** The quantities by which a claim is compared. */
export type Compared = 'deployed' | 'killed' | 'casualties' | 'rate';

/**
 * How two figures compare: the ranges that their wordings allow overlap or touch (`agree`) or do not (`apart`); they count
 * different things or are for different times (`unlike`); one of them is not given (`unknown`).
 */
export type Relation = 'agree' | 'apart' | 'unlike' | 'unknown';

/** A claim compared with the scenario. */
export interface ComparedClaim {
  id: string;
  rates: Rates;
  relation: Record<Compared, Relation>;
  /** The scenario's value minus the claim's. */
  difference: Record<Compared, Bounds | null>;
}

export interface Source {
  name: string;
  link?: string;
}

/** A person or body that gave or passed on a figure. */
export interface Party {
  name: string;
  kind?: 'official' | 'unnamed_official' | 'intelligence' | 'military' | 'politician' | 'media' | 'research';
  /** The party to the war to which they belong. */
  side?: string;
}

/** What one source reported at one time. It needs at least one figure. */
export interface Claim extends Partial<Record<Exclude<Quantity, 'reinforcements'>, WordedFigure>> {
  id: string;
  source: Source;
  /** From the originator to the last relay. Several who spoke together form a list of their own. */
  attribution?: (Party | Party[])[];
  basis?: 'page' | 'copy' | 'second_hand';
  as_of?: Day;
  as_of_words?: string;
  published?: Day;
  period?: { from: Day; to: Day };
  deployed_as_of?: Day;
  /** The id of the claim whose deployed figure is used, if this claim gives none. */
  denominator?: string;
  /** The share of killed among the casualties, in per cent. */
  killed_share?: WordedFigure;
  /** The categories that `casualties` counts; all four if left out. */
  covers?: Category[];
  /** Figures for several categories at once. */
  groups?: { covers: Category[]; count: WordedFigure }[];
  note?: string;
}

/** The figures of one story. Types can't express every rule; `casualty-calculator check` finds all errors. */
export interface Dataset {
  format: 1;
  title: string;
  summary?: string;
  language?: string;
  deployment?: {
    name?: string;
    start?: Day;
    denominator?: string;
    reinforcements?: { date?: Day; count: WordedFigure; source?: Source }[];
  };
  scenario?: ScenarioInput;
  inputs?: Partial<Record<Quantity, { min?: number; max: number; step?: number }>>;
  show?: { days_left?: boolean };
  claims: Claim[];
  notes?: { date?: Day; text: string; source?: Source }[];
  credits?: string;
  /** Texts of the interface that this dataset words differently, by the names in the JSON Schema of datasets. */
  texts?: Record<string, string>;
  /** Translations: by language, each text of the dataset with its translation. */
  translations?: Record<string, Record<string, string>>;
}

/** Fired after a change of the inputs, whoever made it. */
export type ScenarioChange = CustomEvent<{ scenario: Scenario; rates: Rates }>;

/** What went wrong. Where there are no figures to calculate with, the element's own content is shown. */
export type CalculatorError = CustomEvent<{
  code: 'load-failed' | 'stopped' | 'data-not-found' | 'data-invalid' | 'scenario-invalid';
  message: string;
}>;

/** The events of the element. They bubble and leave shadow trees. */
export interface CasualtyCalculatorEventMap {
  /** The calculator has figures. */
  'calculator-ready': CustomEvent<null>;
  'scenario-change': ScenarioChange;
  'calculator-error': CalculatorError;
}

/** The element's attributes. Each takes effect whenever it changes. */
export interface CasualtyCalculatorAttributes {
  /** The address of a dataset; without it, the built-in one is used. */
  src?: string;
  /**
   * The language. Without it, the language of the nearest element around it that has one, else the browser's. A reader who
   * picks another language changes this attribute.
   */
  lang?: string;
  /** What the inputs hold at first, as in `deployed=over:10000&killed=about:1000`. */
  scenario?: string;
  theme?: 'auto' | 'light' | 'dark';
  /** The address of a page that reads a scenario after `#`. Links to the reader's figures lead there. */
  page?: string;
  /**
   * The address of an `embed.html`. It replaces the content where the calculator can't run. It is also used in the code to
   * embed and, without `page`, in links.
   */
  frame?: string;
  /** The level of the question's heading, 2 by default. The headings below it follow. */
  heading?: '1' | '2' | '3' | '4' | '5' | '6';
  /** When to fetch the files: once the element is within a screen's height of what the reader sees, or at once. */
  loading?: 'lazy' | 'eager';
}

/**
 * `<casualty-calculator>`. Its own content is shown until the calculator runs, and where it can't run. All values are plain
 * objects, copied.
 */
export interface CasualtyCalculatorElement extends HTMLElement {
  /**
   * The inputs; before there are figures, what was set, or `null`. After it is set, `rates` and the others are up to date at
   * once.
   */
  get scenario(): Scenario | null;
  set scenario(scenario: ScenarioInput);
  /** The dataset. */
  get data(): Dataset | null;
  set data(data: Dataset);
  /** The rates of the inputs; `null` until there are figures. */
  readonly rates: Rates | null;
  /** What the checks found in the dataset and in the inputs; `null` until there are figures. */
  readonly findings: Finding[] | null;
  /** The claims compared with the inputs; `null` until there are figures. */
  readonly comparison: ComparedClaim[] | null;
  /** Back to the published figures. */
  reset(): void;
  undo(): void;
  redo(): void;
}

declare global {
  interface HTMLElementTagNameMap {
    'casualty-calculator': CasualtyCalculatorElement;
  }
  /** The events bubble, so any element, the document and the window can listen for them. */
  interface GlobalEventHandlersEventMap extends CasualtyCalculatorEventMap {}
}

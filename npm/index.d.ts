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

/** A fraction such as `1/3`, which per cents and ratios may be written as. */
export type Fraction = `${number}/${number}`;

/** A range, and a best estimate within the source's own range. */
export type RangeOf<N = number> =
  | { between: [low: N, high: N] }
  | { best: N; between: [low: N, high: N] };

/** A number with its hedge. */
export type HedgedNumber<N = number> =
  | { exact: N }
  | { about: N }
  | { over: N }
  | { at_least: N }
  | { under: N }
  | { up_to: N }
  | { nearly: N };

/** A number, or a hedged number: `{ over: 10000 }` has a lower limit and no upper one. */
export type Figure<N = number> = N | HedgedNumber<N> | RangeOf<N>;

/**
 * A figure as a source gives it: optionally with its own wording, and what it calls its range, such as `95% CI`; or in words
 * alone, such as `dozens`.
 */
export type WordedFigure<N = number> =
  | N
  | (HedgedNumber<N> & { words?: string })
  | (RangeOf<N> & { words?: string; interval?: string })
  | { words: string };

/** A date: a day such as `2025-01-15`, a month such as `2025-01`, or a year. */
export type Day = string;

/**
 * The figures that are set for one force. `null` means unknown, which is not zero. `rate` is the casualties in per cent of
 * the force.
 */
export type Scenario = Record<Exclude<Quantity, 'rate'>, Figure | null> & {
  /** The id of the force. */
  force: string;
  rate: Figure<number | Fraction> | null;
  start: Day | null;
  as_of: Day | null;
  solve_for: SolveFor;
};

/** What a force's inputs begin with. What is left out is unknown. */
export type OpeningScenario = Partial<Record<Exclude<Quantity, 'rate'>, WordedFigure | null>> & {
  rate?: WordedFigure<number | Fraction> | null;
  start?: Day | null;
  as_of?: Day | null;
  solve_for?: SolveFor | null;
};

/** A scenario to set. What is left out is unknown. */
export type ScenarioInput = OpeningScenario & {
  /** The id of the force, which is then shown; without it, the force that is shown already. */
  force?: string | null;
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

/**
 * Why there is no value: the first input that is missing, or given in words alone (`only_words`); a calculation without a
 * result; or that the killed, which would be implied, are given themselves (`given`).
 */
export type Unavailable =
  | 'no_casualties'
  | `no_${Category}`
  | 'no_deployed'
  | 'no_reinforcements'
  | 'no_rate'
  | 'no_dates'
  | 'only_words'
  | 'given'
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
  | 'implied_casualties'
  | 'implied_killed';

/** All rates of a scenario or a claim. Rates of the force and shares are in per cent. */
export type Rates = Record<RateName, Rate>;

export type CheckCode =
  | 'rate_mismatch'
  | 'parts_exceed_total'
  | 'more_than_deployed'
  | 'part_exceeds_whole'
  | 'not_over'
  | 'words_contradict'
  | 'parts_leave_nothing'
  | 'rate_hides_denominator'
  | 'different_coverage'
  | 'different_dates'
  | 'total_fell'
  | 'stale_denominator'
  | 'outlying_ratio'
  | 'same_originator'
  | 'same_figure'
  | 'total_as_killed'
  | 'dates_disagree'
  | 'same_claim_twice'
  | 'names_nearly_alike';

/** What a check found: figures that do not add up, or something to know before comparing them. */
export interface Finding {
  code: CheckCode;
  severity: 'note' | 'warning';
  /** The ids of the claims it is about; `scenario` stands for the reader's own figures. */
  claims: string[];
  fields: Quantity[];
  /** The numbers that the check compared, by their names. */
  working: Record<string, Bounds>;
  /** The name of the stated rate, where the finding is about one. */
  rate?: RateName;
  /** The names that it is about, such as that of the originator of several reports; or the source's words. */
  names?: string[];
}

/** The quantities by which a claim is compared. */
export type Compared = 'deployed' | 'killed' | 'casualties' | 'rate';

/**
 * How two figures compare: the ranges that their wordings allow overlap or touch (`agree`) or do not (`apart`); they count
 * different things or are for different times (`unlike`); one of them is not given (`unknown`).
 */
export type Relation = 'agree' | 'apart' | 'unlike' | 'unknown';

/** A claim compared with the scenario of its force. */
export interface ComparedClaim {
  id: string;
  rates: Rates;
  relation: Record<Compared, Relation>;
  /** The scenario's value minus the claim's. */
  difference: Record<Compared, Bounds | null>;
  /** What was compared although it is not known what one of the two counts. */
  unsure: Partial<Record<Compared, 'coverage'>>;
}

/** A force with the figures that are set for it and what follows from them. */
export interface ForceResults {
  id: string;
  name: string;
  scenario: Scenario;
  rates: Rates;
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

/** The people whose losses are counted, such as one side of a war. */
export interface Force {
  id: string;
  name: string;
  /** The id of the force that this one is a part of. */
  part_of?: string;
  /** The first day, from which losses per day are counted. */
  start?: Day;
  /** The id of the claim whose deployed figure is used for claims that give none. */
  denominator?: string;
  reinforcements?: { date?: Day; count: WordedFigure; source?: Source }[];
  scenario?: OpeningScenario;
  /** The range and the step of each slider. */
  inputs?: Partial<Record<Quantity, { min?: number; max: number; step?: number }>>;
}

/** Rates that a source states itself. */
export interface Stated
  extends
    Partial<Record<
      `${Category}_rate` | 'casualty_rate' | 'casualty_rate_first' | 'irrecoverable_rate' | 'killed_share'
        | 'per_day_rate' | 'wounded_per_killed' | 'one_in',
      WordedFigure<number | Fraction>
    >>,
    Partial<Record<'irrecoverable' | 'remaining' | 'per_day', WordedFigure>> {}

/** What one source reported at one time. It needs at least one figure or stated rate, if only in words. */
export interface Claim extends Partial<Record<Exclude<Quantity, 'reinforcements' | 'rate'>, WordedFigure>> {
  id: string;
  /** The id of the force that it is about; needed where there are several. */
  force?: string;
  source: Source;
  /** From the originator to the last relay. Several who spoke together form a list of their own. */
  attribution?: (Party | Party[])[];
  basis?: 'page' | 'copy' | 'second_hand';
  as_of?: Day;
  as_of_words?: string;
  published?: Day;
  period?: { from: Day; to: Day };
  deployed_as_of?: Day;
  /** The id of the claim whose deployed figure is used, if this claim gives none; `null` for nobody's. */
  denominator?: string | null;
  /** Figures for several categories at once. */
  groups?: { covers: Category[]; count: WordedFigure }[];
  /** The categories that `casualties` counts; left out where the source does not say it. */
  covers?: Category[];
  stated?: Stated;
  /** The id of the claim that this one corrects. */
  replaces?: string;
  /** Whether its source took it back. */
  withdrawn?: boolean;
  /** Who contradicts it. */
  disputed_by?: Source[];
  note?: string;
}

/** The figures of one story. Types can't express every rule; `casualty-calculator check` finds all errors. */
export interface Dataset {
  format: 2;
  title: string;
  summary?: string;
  language?: string;
  /** When the editor last changed the figures. */
  updated?: Day;
  /** One at least. */
  forces: Force[];
  show?: { days_left?: boolean };
  claims: Claim[];
  notes?: { date?: Day; text: string; source?: Source }[];
  credits?: string;
  /** Texts of the interface that this dataset words differently, by the names in the JSON Schema of datasets. */
  texts?: Record<string, string>;
  /** Translations: by language, each text of the dataset with its translation. */
  translations?: Record<string, Record<string, string>>;
}

/** Fired after a change of the figures, whoever made it, and when another force is shown. */
export type ScenarioChange = CustomEvent<{ scenario: Scenario; rates: Rates }>;

/** What went wrong. Where there are no figures to calculate with, the element's own content is shown. */
export type CalculatorError = CustomEvent<{
  code: 'load-failed' | 'stopped' | 'data-not-found' | 'src-refused' | 'data-invalid' | 'scenario-invalid';
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
  /** What the inputs hold at first, as in `deployed=over:10000&killed=about:1000`, or `force=uk&killed=255` for a force. */
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

/** What a framework may give it: the attributes, some of which take more as properties. `undefined` counts as not set. */
export type CasualtyCalculatorProps =
  & { [Name in Exclude<keyof CasualtyCalculatorAttributes, 'scenario'>]?: CasualtyCalculatorAttributes[Name] | undefined }
  & { scenario?: ScenarioInput | string | undefined; data?: Dataset | undefined };

/** The handlers of its events by their names in JSX and in Svelte, as in `onscenario-change`. */
export type CasualtyCalculatorHandlers = {
  [Name in keyof CasualtyCalculatorEventMap as `on${Name}`]?: ((event: CasualtyCalculatorEventMap[Name]) => void) | undefined;
};

/**
 * `<casualty-calculator>`. Its own content is shown until the calculator runs, and where it can't run. All values are plain
 * objects, copied.
 */
export interface CasualtyCalculatorElement extends HTMLElement {
  /**
   * The figures of the force that is shown; before there are any, what was set, or `null`. After it is set, `rates` and the
   * others are up to date at once.
   */
  get scenario(): Scenario | null;
  /** A text is a scenario text, as in the attribute; `undefined` counts as not set. */
  set scenario(scenario: ScenarioInput | string | undefined);
  /** The dataset. */
  get data(): Dataset | null;
  /** Equal data changes nothing; `undefined` counts as not set. */
  set data(data: Dataset | undefined);
  /** The rates of that scenario; `null` until there are figures. */
  readonly rates: Rates | null;
  /** Every force; `null` until there are figures. */
  readonly forces: ForceResults[] | null;
  /** What the checks found in the claims about the force that is shown and in its scenario; `null` until there are figures. */
  readonly findings: Finding[] | null;
  /** The claims about the force that is shown, compared with its scenario; `null` until there are figures. */
  readonly comparison: ComparedClaim[] | null;
  /** Back to the published figures of the force that is shown. */
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

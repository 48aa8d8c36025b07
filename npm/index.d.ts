/**
 * Importing the package declares `<casualty-calculator>`; there is nothing else to call. Its WebAssembly, JavaScript and
 * style sheet are fetched once for a page.
 */

/** Those who were lost to their unit, by what became of them. */
export type Category = 'killed' | 'wounded' | 'missing' | 'captured';

/** What an input holds. */
export type Quantity = 'deployed' | 'reinforcements' | Category | 'casualties' | 'rate';

/** Of these three, two are given and the third follows. */
export type SolveFor = 'rate' | 'deployed' | 'casualties';

/** A number, or one hedge with its number: `{ over: 10000 }` is a floor without a top. */
export type Figure =
  | number
  | { about: number }
  | { over: number }
  | { at_least: number }
  | { up_to: number }
  | { nearly: number }
  | { between: [low: number, high: number] };

/** A figure that may keep the source's own wording beside its hedge. */
export type WordedFigure = number | (Exclude<Figure, number> & { words?: string });

/** A day, as `2025-01-15`. */
export type Day = string;

/** What the inputs hold; `null` is unknown, which is not zero. `rate` is in per cent of the force. */
export type Scenario = Record<Quantity, Figure | null> & {
  start: Day | null;
  as_of: Day | null;
  solve_for: SolveFor;
};

/** A scenario to set: what is left out is unknown. */
export type ScenarioInput = Partial<Record<Quantity, WordedFigure | null>> & {
  start?: Day | null;
  as_of?: Day | null;
  solve_for?: SolveFor;
};

/** What the wordings allow: a missing end is `null`, an open one is excluded. `printed` comes of the printed numbers. */
export interface Bounds {
  low: number | null;
  high: number | null;
  printed: number | null;
  low_open: boolean;
  high_open: boolean;
}

/** Why there is no value: the first input that is missing, or arithmetic without an answer. */
export type Unavailable =
  | 'no_casualties'
  | `no_${Category}`
  | 'no_deployed'
  | 'no_reinforcements'
  | 'no_rate'
  | 'no_dates'
  | 'zero_divisor'
  | 'more_than_deployed';

/** A rate's bounds, a sum with the categories in it, or why there is no value. */
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

/** What follows from a scenario or a claim; rates of the force and shares are in per cent. */
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

/** What does not add up, or what a reader should know before comparing. It states arithmetic and accuses nobody. */
export interface Finding {
  code: CheckCode;
  severity: 'note' | 'warning';
  /** Ids of claims; `scenario` stands for the reader's own figures. */
  claims: string[];
  fields: Quantity[];
  /** The numbers that the check compared, by name. */
  working: Record<string, Bounds>;
  /** Who stands behind several reports. */
  originator?: string;
}

/** What a claim is compared by. */
export type Compared = 'deployed' | 'killed' | 'casualties' | 'rate';

/** Whether what two wordings allow meets, is apart, counts different things or is not known. */
export type Relation = 'agree' | 'apart' | 'unlike' | 'unknown';

/** A claim against the scenario. */
export interface ComparedClaim {
  id: string;
  rates: Rates;
  relation: Record<Compared, Relation>;
  /** Scenario less claim. */
  difference: Record<Compared, Bounds | null>;
}

export interface Source {
  name: string;
  link?: string;
}

/** One who speaks. */
export interface Party {
  name: string;
  kind?: 'official' | 'unnamed_official' | 'intelligence' | 'military' | 'politician' | 'media' | 'research';
  /** The party to the war that they belong to. */
  side?: string;
}

/** What one source reported at one time. At least one figure is needed. */
export interface Claim extends Partial<Record<Exclude<Quantity, 'reinforcements'>, WordedFigure>> {
  id: string;
  source: Source;
  /** From the originator to the last relay; several who speak together are a list. */
  attribution?: (Party | Party[])[];
  basis?: 'page' | 'copy' | 'second_hand';
  as_of?: Day;
  as_of_words?: string;
  published?: Day;
  period?: { from: Day; to: Day };
  deployed_as_of?: Day;
  /** The id of the claim whose deployed figure stands in. */
  denominator?: string;
  /** Killed, in per cent of the casualties. */
  killed_share?: WordedFigure;
  /** What the total counts; all four where not named. */
  covers?: Category[];
  /** Figures for several categories at once. */
  groups?: { covers: Category[]; count: WordedFigure }[];
  note?: string;
}

/** The figures of one story. Types can't say all that must hold: `casualty-calculator check` names what is wrong. */
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
  /** Texts of the interface that the dataset words its own way, by the names in the dataset's JSON Schema. */
  texts?: Record<string, string>;
  /** The texts in other languages: by language, each text by how it stands in the dataset. */
  translations?: Record<string, Record<string, string>>;
}

/** What follows a change of the inputs, whoever made it. */
export type ScenarioChange = CustomEvent<{ scenario: Scenario; rates: Rates }>;

/** What went wrong; the page's own content stands where there is nothing to calculate with. */
export type CalculatorError = CustomEvent<{
  code: 'load-failed' | 'stopped' | 'data-not-found' | 'data-invalid' | 'scenario-invalid';
  message: string;
}>;

/** The events of the element; they bubble and leave shadow trees. */
export interface CasualtyCalculatorEventMap {
  /** There are figures now. */
  'calculator-ready': CustomEvent<null>;
  'scenario-change': ScenarioChange;
  'calculator-error': CalculatorError;
}

/** The element's attributes; each takes effect whenever it changes. */
export interface CasualtyCalculatorAttributes {
  /** A dataset's address; without it the built-in one. */
  src?: string;
  /** The language; else that of the nearest element that has one, else the browser's. A reader's choice sets it. */
  lang?: string;
  /** What the inputs hold at first, as in `deployed=over:10000&killed=about:1000`. */
  scenario?: string;
  theme?: 'auto' | 'light' | 'dark';
  /** The address of a page that takes a scenario after `#`: where links to the reader's figures lead. */
  page?: string;
  /** The address of an `embed.html`: stands in where the calculator can't run, and is what code to embed and links name. */
  frame?: string;
  /** The level of the question's heading, 2 without it; those of the parts follow. */
  heading?: '1' | '2' | '3' | '4' | '5' | '6';
  /** When to fetch it: once it is a screen away from what a reader sees, or at once. */
  loading?: 'lazy' | 'eager';
}

/** `<casualty-calculator>`. What stands inside shows until it runs, and where it can't. All values are plain copies. */
export interface CasualtyCalculatorElement extends HTMLElement {
  /** The inputs; until there are figures `null`, or what was set and waits for them. What follows is current at once. */
  get scenario(): Scenario | null;
  set scenario(scenario: ScenarioInput);
  /** The dataset. */
  get data(): Dataset | null;
  set data(data: Dataset);
  /** What follows from the inputs; `null` until there are figures. */
  readonly rates: Rates | null;
  /** What does not add up in the dataset and in the inputs; `null` until there are figures. */
  readonly findings: Finding[] | null;
  /** The claims against the inputs; `null` until there are figures. */
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
  /** They bubble, so that any element, the document and the window may listen. */
  interface GlobalEventHandlersEventMap extends CasualtyCalculatorEventMap {}
}

//! A sheet as text: what is copied from a spreadsheet, or a file of values between commas, semicolons or tabs.

/// A sheet of cells, each a text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sheet {
    /// Its rows that hold anything, in their order.
    pub rows: Vec<Row>,
}

/// A row of a sheet.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Row {
    /// Its number in the sheet, counted from 1: blank rows above it count.
    pub number: usize,
    /// Its cells. Rows may differ in length; what is beyond the last cell is empty.
    pub cells: Vec<String>,
}

impl Row {
    /// The cell in a column, counted from 0, without blanks around it; empty beyond the last one.
    pub fn cell(&self, column: usize) -> &str {
        self.cells.get(column).map_or("", |cell| cell.trim())
    }

    /// Whether there is nothing in any of its cells.
    pub fn is_blank(&self) -> bool {
        self.cells.iter().all(|cell| cell.trim().is_empty())
    }
}

/// The marks that stand between the cells of a row.
const DELIMITERS: [char; 3] = ['\t', ';', ','];

/// How much of a text is looked at to find the mark between its cells.
const SAMPLE: usize = 20_000;

/// Marks at which a spreadsheet takes a cell for a formula. An apostrophe before them says that it is a text.
const FORMULA: [char; 4] = ['=', '+', '-', '@'];

impl Sheet {
    /// Reads a text of cells. The mark between them is found: it is the one that stands in most rows, and as often in each.
    /// Cells in quotation marks may hold that mark, and line breaks. A byte order mark is passed over.
    ///
    /// ```
    /// use casualty_calculator::table::Sheet;
    ///
    /// let sheet = Sheet::from_text("Source;Killed\n\nAgency;\"1,000\nor more\"\n");
    /// assert_eq!(sheet.rows[1].number, 3, "the blank row counts");
    /// assert_eq!(sheet.rows[1].cells, ["Agency", "1,000\nor more"]);
    /// ```
    pub fn from_text(text: &str) -> Self {
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        let delimiter = delimiter_of(text);
        let mut reader = csv::ReaderBuilder::new()
            .has_headers(false)
            .flexible(true)
            .delimiter(delimiter as u8)
            .from_reader(text.as_bytes());
        let mut rows = Vec::new();
        let mut numbers = RowNumbers::new(text);
        for record in reader.records() {
            // From a text of UTF-8 every record can be read.
            let Ok(record) = record else { continue };
            let start = record.position().map_or(0, |position| position.byte() as usize);
            let row = Row { number: numbers.at(start), cells: record.iter().map(unguarded).collect() };
            numbers.skip_breaks_in(&record);
            if !row.is_blank() {
                rows.push(row);
            }
        }
        Self { rows }
    }

    /// Makes a sheet of cells that have been read elsewhere, such as a table of a page. Rows are numbered from 1.
    pub fn from_cells(rows: Vec<Vec<String>>) -> Self {
        let numbered = rows.into_iter().enumerate().map(|(index, cells)| Row { number: index + 1, cells });
        Self { rows: numbered.filter(|row| !row.is_blank()).collect() }
    }

    /// The sheet as values between commas, for a file. What a spreadsheet would take for a formula has an apostrophe before
    /// it, which [`Sheet::from_text`] takes away again.
    pub fn to_text(&self) -> String {
        let mut writer = csv::WriterBuilder::new().flexible(true).from_writer(Vec::new());
        for row in &self.rows {
            // Nothing can fail that is written to memory.
            let _ = writer.write_record(row.cells.iter().map(|cell| guarded(cell)));
        }
        let bytes = writer.into_inner().unwrap_or_default();
        String::from_utf8(bytes).unwrap_or_default()
    }
}

/// The mark between the cells of a text.
fn delimiter_of(text: &str) -> char {
    let mut end = text.len().min(SAMPLE);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    let counts = DELIMITERS.map(|delimiter| (delimiter, counts_in_lines(&text[..end], delimiter)));
    let mut found = (',', 0, 0);
    for (delimiter, counts) in counts {
        let most = counts.iter().copied().max().unwrap_or(0);
        let with_it = counts.iter().filter(|count| **count > 0).count();
        // Rows of one length speak for a mark; commas are in many cells, and tabs in hardly any.
        let alike = counts.iter().filter(|count| **count > 0 && **count == most).count();
        if most > 0 && (alike, with_it) > (found.1, found.2) {
            found = (delimiter, alike, with_it);
        }
    }
    found.0
}

/// How often a mark stands outside of quotation marks, in each line.
fn counts_in_lines(text: &str, mark: char) -> Vec<usize> {
    let mut counts = Vec::new();
    let (mut count, mut quoted) = (0, false);
    for c in text.chars() {
        match c {
            '"' => quoted = !quoted,
            '\n' if !quoted => counts.push(std::mem::take(&mut count)),
            c if c == mark && !quoted => count += 1,
            _ => {}
        }
    }
    counts.push(count);
    counts
}

/// Counts the rows of a sheet: line breaks outside of cells, blank rows too.
struct RowNumbers<'a> {
    text: &'a str,
    at: usize,
    breaks: usize,
    in_cells: usize,
}

impl<'a> RowNumbers<'a> {
    fn new(text: &'a str) -> Self {
        Self { text, at: 0, breaks: 0, in_cells: 0 }
    }

    /// The number of the row that begins at a byte or, where blank lines are there, behind them.
    fn at(&mut self, byte: usize) -> usize {
        let behind = self.text.get(byte..).unwrap_or_default();
        let blank = behind.len() - behind.trim_start_matches(['\n', '\r']).len();
        let until = byte + blank;
        self.breaks += line_breaks(self.text.get(self.at..until).unwrap_or_default());
        self.at = until;
        self.breaks - self.in_cells + 1
    }

    fn skip_breaks_in(&mut self, record: &csv::StringRecord) {
        self.in_cells += record.iter().map(line_breaks).sum::<usize>();
    }
}

/// Line breaks of any system.
fn line_breaks(text: &str) -> usize {
    let lone = text.match_indices('\r').filter(|(at, _)| !text[at + 1..].starts_with('\n')).count();
    text.matches('\n').count() + lone
}

fn is_formula(text: &str) -> bool {
    text.starts_with(FORMULA)
}

fn guarded(cell: &str) -> String {
    let is_guarded = cell.strip_prefix('\'').is_some_and(|rest| is_formula(rest) || rest.starts_with('\''));
    if is_formula(cell) || is_guarded { ["'", cell].concat() } else { cell.to_owned() }
}

fn unguarded(cell: &str) -> String {
    let rest = cell.strip_prefix('\'').filter(|rest| is_formula(rest) || rest.starts_with('\''));
    rest.unwrap_or(cell).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_mark_between_cells_is_found_whatever_stands_in_them() {
        for (text, cells) in [
            ("a,b\n1,2", vec!["1", "2"]),
            ("a;b;c\n1,5;2,5;3", vec!["1,5", "2,5", "3"]),
            ("a\tb\n1,000\t2,000; 3", vec!["1,000", "2,000; 3"]),
            ("\u{feff}a;b\r\n\"1;\r\n2\";3\r\n", vec!["1;\r\n2", "3"]),
            ("a\nlone", vec!["lone"]),
        ] {
            assert_eq!(Sheet::from_text(text).rows[1].cells, cells, "{text:?}");
        }
    }

    #[test]
    fn a_row_has_the_number_that_it_has_in_the_spreadsheet() {
        let sheet = Sheet::from_text("\n\nhead,b\r\n\"two\nlines\",1\r\n,\r\n\r\nlast,2\n");
        let numbers: Vec<_> = sheet.rows.iter().map(|row| row.number).collect();
        assert_eq!(numbers, [3, 4, 7]);
    }

    #[test]
    fn no_cell_becomes_a_formula_in_a_spreadsheet_and_each_comes_back() {
        let cells = ["=1+1", "-5", "'-5", "''=", "'90s", "@home", "+", "plain", " x "];
        let sheet = Sheet::from_cells(vec![cells.iter().map(|cell| (*cell).to_owned()).collect()]);
        let text = sheet.to_text();
        assert!(text.starts_with("'=1+1,'-5,''-5,'''=,'90s,'@home,'+,plain"), "{text}");
        assert_eq!(Sheet::from_text(&text), sheet);
    }
}

//! Tables as Markdown has them.

use std::fmt;

/// A table with a heading above it.
pub struct Table {
    title: String,
    rows: Vec<Vec<String>>,
}

impl Table {
    /// One without rows.
    pub fn new(title: impl Into<String>, heads: impl IntoIterator<Item = impl Into<String>>) -> Self {
        Self { title: title.into(), rows: vec![heads.into_iter().map(Into::into).collect()] }
    }

    /// Adds a row.
    pub fn row(&mut self, cells: impl IntoIterator<Item = impl Into<String>>) {
        self.rows.push(cells.into_iter().map(Into::into).collect());
    }
}

impl fmt::Display for Table {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "### {}\n", self.title)?;
        for (at, row) in self.rows.iter().enumerate() {
            writeln!(f, "| {} |", row.join(" | "))?;
            if at == 0 {
                writeln!(f, "|{}", " --- |".repeat(row.len()))?;
            }
        }
        Ok(())
    }
}

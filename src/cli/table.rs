//! Comma-separated values that a spreadsheet opens without running anything.

use crate::base::text::inert_line;

/// One row, without its line feed. Quoted as RFC 4180 wants it.
pub fn row<'a>(cells: impl IntoIterator<Item = &'a str>) -> String {
    cells.into_iter().map(cell).collect::<Vec<_>>().join(",")
}

/// A cell that begins like a formula gets an apostrophe in front: spreadsheets would run `=HYPERLINK(...)` from a recorded text.
fn cell(text: &str) -> String {
    let formula = text.starts_with(['=', '+', '-', '@', '\t', '\r']);
    let guard = if formula { "'" } else { "" };
    let text = format!("{guard}{}", inert_line(text));
    if text.contains([',', '"', '\n']) || text.starts_with(' ') || text.ends_with(' ') {
        return format!("\"{}\"", text.replace('"', "\"\""));
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_formula_stays_text_and_quotes_are_doubled() {
        let cells = ["=1+1", "+1", "-1", "@x", "\t=1", "\r=1", "a,b", "say \"no\"", "two\nlines", "plain"];
        assert_eq!(row(cells), "'=1+1,'+1,'-1,'@x,'  =1,'=1,\"a,b\",\"say \"\"no\"\"\",two / lines,plain");
    }
}

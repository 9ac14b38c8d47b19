//! One row of a register as it is typed and stored: the name, then `; column=value`.

use crate::base::text::cut;
use crate::playbook::register::Column;
use std::fmt::Write as _;

/// Longest row in bytes, typed or in a file.
pub const MAX_ROW: usize = 4096;

/// Reads a row into its cells, one for each column in order, trimmed; a column that is not given is empty.
///
/// # Errors
/// A sentence that says what a row takes.
pub fn read(columns: &[Column], text: &str) -> Result<Vec<String>, String> {
    let text = text.trim();
    if text.len() > MAX_ROW {
        return Err(format!("The row is {} bytes long; at most {MAX_ROW} fit.", text.len()));
    }
    if text.contains(['\n', '\r']) {
        return Err("This is more than one line. Add one row at a time, or import a file.".into());
    }
    let mut parts = text.split(';').map(str::trim);
    let name = parts.next().unwrap_or_default();
    if name.is_empty() {
        return Err(format!("The row has no name. {}", takes(columns)));
    }
    let mut cells = vec![String::new(); columns.len().max(1)];
    name.clone_into(&mut cells[0]);
    for part in parts.filter(|part| !part.is_empty()) {
        let known = part.split_once('=').and_then(|(word, value)| {
            let others = columns.iter().enumerate().skip(1);
            others.into_iter().find(|(_, column)| column.is_named(word)).map(|(at, _)| (at, value.trim()))
        });
        let Some((at, value)) = known else {
            return Err(format!("\"{}\" is not one of the columns. {}", cut(part, 40), takes(columns)));
        };
        if !cells[at].is_empty() {
            return Err(format!("The column {} is given twice.", columns[at].id));
        }
        value.clone_into(&mut cells[at]);
    }
    Ok(cells)
}

/// The stored form of cells, which [`read`] reads back; empty cells are left out.
pub fn to_text(columns: &[Column], cells: &[String]) -> String {
    let mut row = cells.first().cloned().unwrap_or_default();
    for (column, cell) in columns.iter().zip(cells).skip(1).filter(|(_, cell)| !cell.is_empty()) {
        let _ = write!(row, "; {}={cell}", column.id);
    }
    row
}

/// What a row takes, as a sentence.
pub fn takes(columns: &[Column]) -> String {
    let others: Vec<_> = columns.iter().skip(1).map(|column| format!("; {}=...", column.id)).collect();
    format!("Write: name{}.", others.concat())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::ItemId;

    fn columns() -> Vec<Column> {
        let column = |id: &str, label: &str| Column { id: ItemId::new(id).unwrap(), label: label.into() };
        vec![column("name", "Name"), column("residence", "State of residence"), column("email", "E-mail")]
    }

    #[test]
    fn a_row_reads_back_as_it_was_stored_and_takes_labels_in_any_case() {
        let cells = read(&columns(), " Ana Example ; E-MAIL = ana@example.org; state of residence=Ohio").unwrap();
        assert_eq!(cells, ["Ana Example", "Ohio", "ana@example.org"]);
        let stored = to_text(&columns(), &cells);
        assert_eq!(stored, "Ana Example; residence=Ohio; email=ana@example.org");
        assert_eq!(read(&columns(), &stored).unwrap(), cells);
    }

    #[test]
    fn a_row_without_a_name_or_with_a_strange_column_is_refused_with_what_it_takes() {
        for (bad, says) in [
            ("", "no name"),
            ("; email=x", "no name"),
            ("Ana; shoe=42", "residence=..."),
            ("Ana; name=Bo", "not one of the columns"),
            ("Ana; email=a; E-mail=b", "twice"),
            ("Ana\nBo", "one row at a time"),
        ] {
            let said = read(&columns(), bad).unwrap_err();
            assert!(said.contains(says), "{bad:?}: {said}");
        }
        assert!(read(&columns(), &"x".repeat(MAX_ROW + 1)).is_err());
    }
}

//! A document as lines: one fact a line, and first what kind of fact it is.

use crate::base::text::sentence;
use crate::page::{Block, Callout, Column, Document, Does, Line, Row, State, Table};

/// The lines of a document. Whoever prints them makes them inert.
pub fn of(document: &Document) -> Vec<String> {
    let mut lines = Vec::new();
    let mut label = "";
    for block in &document.blocks {
        match block {
            Block::Heading(_, line) | Block::Text(line) | Block::Apart(line) => lines.push(line.words()),
            Block::Labelled(own, line) => {
                // One without a label goes on with the one before.
                if !own.is_empty() {
                    label = own;
                }
                lines.push(labelled(label, line));
            }
            Block::Row(one) => lines.push(row(one)),
            Block::Callout(kind, inside) => {
                let lead = match kind {
                    Callout::DoNot => "DO NOT",
                    Callout::Silence => "The policy does not say",
                    Callout::Suggestion => "A help, people decide",
                    Callout::Warning => "Mind",
                    Callout::Missing => "Missing",
                    Callout::NotLegal => "Not legal advice",
                };
                lines.extend(of(&inside.iter().cloned().collect()).into_iter().map(|line| format!("{lead}: {line}")));
            }
            Block::Does(all) => lines.extend(all.iter().map(does)),
            Block::List(points) => lines.extend(points.iter().map(|point| format!("- {}", point.words()))),
            Block::Table(one) => table(&mut lines, one),
            Block::Figure(figure) => lines.push(format!("{}: {}", figure.caption, figure.words)),
            Block::Sign(slots) => lines.extend(slots.iter().map(|who| format!("Signs: {}", who.words()))),
            Block::Keep(inside) => lines.extend(of(&inside.iter().cloned().collect())),
            Block::Qr(text) => lines.push(text.clone()),
            Block::Gap | Block::PageBreak | Block::Ruled(_) => {}
        }
        if !matches!(block, Block::Labelled(..)) {
            label = "";
        }
    }
    lines.retain(|line| !line.trim().is_empty());
    lines
}

/// A row a line: each cell behind the title of its column.
fn table(lines: &mut Vec<String>, table: &Table) {
    lines.push(table.caption.clone());
    for row in &table.rows {
        let cell = |(column, cell): (&Column, &Vec<Line>)| {
            let words = cell.iter().map(Line::words).collect::<Vec<_>>().join(" ");
            (!words.trim().is_empty()).then(|| format!("{}: {words}", column.title))
        };
        let cells = table.columns.iter().zip(&row.cells).filter_map(cell);
        let marks = row.says.iter().map(|mark| mark.word().to_owned());
        lines.push(cells.chain(marks).collect::<Vec<_>>().join(". "));
    }
    lines.extend(table.end.clone());
}

fn labelled(label: &str, line: &Line) -> String {
    let words = line.words();
    // The label says already how it stands.
    let signs = [State::ToDo, State::LookAgain, State::Waits, State::Done, State::Off].map(State::sign);
    let said = signs.iter().find_map(|sign| words.strip_prefix(sign)?.strip_prefix(' ')).unwrap_or(&words);
    if label.is_empty() { said.to_owned() } else { format!("{label}: {said}") }
}

/// `Done: Multiple individuals are affected: yes`.
fn row(row: &Row) -> String {
    // What stands in columns stands one behind the other; the mark of the selected row is said.
    let parts = [&row.what, &row.word].map(Line::words);
    let parts = parts.iter().flat_map(|part| part.split("  ")).map(str::trim).filter(|part| !part.is_empty());
    let parts: Vec<_> = parts
        .flat_map(|part| part.strip_prefix('▸').map_or(vec![part], |rest| vec!["Asked now", rest.trim()]))
        .collect();
    let mut parts: Vec<_> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    let word = row.state.map(State::word);
    // How it stands is said once.
    if parts.len() > 1 && parts.last().copied() == word {
        parts.pop();
    }
    let said = parts.join(": ");
    word.map_or_else(|| said.clone(), |word| format!("{}: {said}", sentence(word)))
}

/// What can be done besides what is asked, by its command.
fn does(does: &Does) -> String {
    format!(":{}: {}", does.verb.word, does.label)
}

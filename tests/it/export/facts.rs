//! What a page says, and that every format says it in the same order.

use super::{docx, hostile, html, markdown, sheets};
use breachbook::base::text::inert_line;
use breachbook::export::{around, columns, paper};
use breachbook::page::{Block, Line, Table};
use breachbook::report::Sheet;

fn said(line: &Line) -> String {
    hostile::words(&line.0.iter().map(|piece| inert_line(&piece.text).into_owned()).collect::<String>())
}

/// `order` puts the columns of a table in the order in which the format has them.
fn facts(blocks: &[Block], order: &dyn Fn(&Table) -> Vec<usize>, found: &mut Vec<String>) {
    for block in blocks {
        match block {
            Block::Heading(_, line) | Block::Text(line) | Block::Apart(line) => found.push(said(line)),
            Block::Labelled(label, line) => found.extend([hostile::shown(label), said(line)]),
            Block::Row(row) => {
                found.extend(row.state.map(|state| state.word().to_owned()));
                found.extend([said(&row.what), said(&row.word)]);
            }
            Block::Callout(kind, inside) => {
                found.push(around::lead(*kind).to_owned());
                facts(inside, order, found);
            }
            Block::List(points) => found.extend(points.iter().map(said)),
            Block::Table(table) => table_facts(table, &order(table), found),
            Block::Figure(figure) => found.extend([hostile::shown(&figure.caption), hostile::shown(&figure.words)]),
            Block::Sign(slots) => slots.iter().for_each(|who| {
                found.push(said(who));
                found.extend(around::SLOT.map(str::to_owned));
            }),
            Block::Qr(code) => found.push(hostile::shown(code)),
            Block::Keep(inside) => facts(inside, order, found),
            Block::Does(_) | Block::Gap | Block::Ruled(_) | Block::PageBreak => {}
        }
    }
}

fn table_facts(table: &Table, order: &[usize], found: &mut Vec<String>) {
    found.push(hostile::shown(&table.caption));
    for row in &table.rows {
        for at in order.iter().copied() {
            found.extend(row.cells.get(at).into_iter().flatten().map(said));
            if at == 0 {
                found.extend(row.says.iter().map(|mark| mark.word().to_owned()));
            }
        }
    }
    found.extend(table.end.as_deref().map(hostile::shown));
}

fn check(format: &str, sheet: &Sheet, text: &str) {
    let mut wanted = Vec::new();
    let order = |table: &Table| -> Vec<usize> {
        if format != "docx" {
            return (0..table.columns.len()).collect();
        }
        let fit = columns::fit(table, paper::inner(sheet));
        fit.across.iter().map(|(at, _)| *at).chain(fit.below).collect()
    };
    facts(&sheet.body.blocks, &order, &mut wanted);
    let mut from = 0;
    for fact in wanted.iter().filter(|fact| !fact.is_empty()) {
        let Some(at) = text[from..].find(fact.as_str()) else {
            let end = text[from..].char_indices().nth(300).map_or(text.len(), |(at, _)| from + at);
            panic!("{format} of {}: {fact:?} is not where it should be, before: {}", sheet.title, &text[from..end]);
        };
        from += at + fact.len();
    }
}

/// Head, foot and bands, wherever the format puts them.
fn check_around(format: &str, sheet: &Sheet, text: &str) {
    let mut wanted = around::bands(sheet);
    wanted.push(around::foot(sheet));
    match &sheet.letter {
        Some(letter) => wanted.extend(letter.from.iter().map(Line::words)),
        None => {
            wanted.extend([sheet.head.organisation.clone(), around::form(sheet), around::case(sheet)]);
            wanted.extend([sheet.head.title.words(), sheet.head.clock.words()]);
        }
    }
    for fact in wanted {
        let fact = hostile::shown(&fact);
        assert!(text.contains(&fact), "{format} of {}: {fact:?}", sheet.title);
    }
}

/// Reads a page back from each format for people and offices.
pub fn stand_in_every_format(sheet: &Sheet) {
    let (text, around) = docx::words(sheet);
    check("docx", sheet, &text);
    check_around("docx", sheet, &around);
    for (format, text) in [("html", html::words(sheet)), ("markdown", markdown::words(sheet))] {
        check(format, sheet, &text);
        check_around(format, sheet, &text);
    }
}

#[test]
fn every_format_says_the_same_in_the_same_order() {
    for sheet in [sheets::action_record(40), sheets::everything(), sheets::hostile_page(), sheets::hostile_letter()] {
        stand_in_every_format(&sheet);
    }
}

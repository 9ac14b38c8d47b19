//! A page as text: every sign of its document, its head and its foot, in a form that is read beside another one line by line.

use breachbook::page::{Block, Document, Line, Row, Table, Tone};
use breachbook::report::Sheet;
use std::fmt::Write as _;

/// Most rows of a table that are shown, the last two besides.
const SHOWN: usize = 60;

pub fn sheet(sheet: &Sheet) -> String {
    let (head, foot) = (&sheet.head, &sheet.foot);
    let mut out = String::new();
    for band in &sheet.bands {
        writeln!(out, "[[ {} ]]", band.words()).unwrap();
    }
    let across = if sheet.landscape { " landscape" } else { "" };
    writeln!(
        out,
        "{} | {} ({}) | {} · {} · {}",
        head.organisation,
        sheet.title,
        sheet.form.words(),
        head.mode,
        head.case,
        head.handling
    )
    .unwrap();
    writeln!(out, "{} | {}", line(&head.title), line(&head.clock)).unwrap();
    writeln!(out, "{} · {} · {} · {} · {:?}{across}", foot.as_of, foot.times, foot.seal, foot.policy, sheet.size)
        .unwrap();
    document(&sheet.body, "", &mut out);
    // What no editor shows is written as its number.
    let plain = |sign: char| sign == '\n' || !breachbook::base::text::is_active(sign);
    out.chars().map(|sign| if plain(sign) { sign.to_string() } else { format!("<{:x}>", u32::from(sign)) }).collect()
}

fn document(document: &Document, indent: &str, out: &mut String) {
    blocks(&document.blocks, indent, out);
}

fn blocks(all: &[Block], indent: &str, out: &mut String) {
    for block in all {
        match block {
            Block::Heading(level, text) => {
                writeln!(out, "{indent}{} {}", "#".repeat(usize::from(*level)), line(text)).unwrap();
            }
            Block::Text(text) => writeln!(out, "{indent}{}", line(text)).unwrap(),
            Block::Labelled(label, text) => writeln!(out, "{indent}{label}: {}", line(text)).unwrap(),
            Block::Apart(text) => writeln!(out, "{indent}  {}", line(text)).unwrap(),
            Block::Row(Row { level, state, what, word, .. }) => {
                let sign = state.map_or("", |state| state.sign());
                writeln!(out, "{indent}{}{sign} {} | {}", "  ".repeat(usize::from(*level)), line(what), line(word))
                    .unwrap();
            }
            Block::Callout(kind, inside) => {
                writeln!(out, "{indent}({kind:?})").unwrap();
                blocks(inside, &format!("{indent}  "), out);
            }
            Block::Does(_) => writeln!(out, "{indent}(what can be done)").unwrap(),
            Block::Gap => writeln!(out).unwrap(),
            Block::List(points) => points.iter().for_each(|point| writeln!(out, "{indent}- {}", line(point)).unwrap()),
            Block::Table(all) => table(all, indent, out),
            Block::Figure(figure) => {
                writeln!(
                    out,
                    "{indent}(figure, {} shapes, height {}) {}",
                    figure.shapes.len(),
                    figure.height,
                    figure.caption
                )
                .unwrap();
                writeln!(out, "{indent}  {}", figure.words).unwrap();
            }
            Block::Sign(slots) => {
                let slots: Vec<_> = slots.iter().map(line).collect();
                writeln!(out, "{indent}(signs) {}", slots.join(" ____ · ")).unwrap();
            }
            Block::Ruled(lines) => writeln!(out, "{indent}({lines} ruled)").unwrap(),
            Block::Qr(text) => writeln!(out, "{indent}(QR) {text}").unwrap(),
            Block::Keep(inside) => blocks(inside, indent, out),
            Block::PageBreak => writeln!(out, "{indent}--------").unwrap(),
        }
    }
}

fn table(table: &Table, indent: &str, out: &mut String) {
    let heads: Vec<_> = table.columns.iter().map(|column| column.title.as_str()).collect();
    writeln!(out, "{indent}= {} [{}]", table.caption, heads.join(" | ")).unwrap();
    for (nth, row) in table.rows.iter().enumerate() {
        let left_out = table.rows.len().saturating_sub(SHOWN + 2);
        if left_out > 0 && nth == SHOWN {
            writeln!(out, "{indent}  ({left_out} more rows)").unwrap();
        }
        if left_out > 0 && (SHOWN..SHOWN + left_out).contains(&nth) {
            continue;
        }
        let says: Vec<_> = row.says.iter().map(|mark| format!("{} ", mark.word())).collect();
        let cells: Vec<String> =
            row.cells.iter().map(|cell| cell.iter().map(line).collect::<Vec<_>>().join(" / ")).collect();
        writeln!(out, "{indent}  {}{}", says.concat(), cells.join(" | ")).unwrap();
    }
    if table.ruled > 0 {
        writeln!(out, "{indent}  ({} ruled)", table.ruled).unwrap();
    }
    if let Some(end) = &table.end {
        writeln!(out, "{indent}  {end}").unwrap();
    }
}

fn line(line: &Line) -> String {
    let piece = |text: &str, tone: Tone| match tone {
        Tone::Struck => format!("~~{text}~~"),
        Tone::Alarm => format!("!{text}!"),
        _ => text.to_owned(),
    };
    line.0.iter().map(|inline| piece(&inline.text, inline.tone)).collect()
}

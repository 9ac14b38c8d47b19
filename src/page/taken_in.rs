//! What is in a file that is to be taken in: how it was understood, what it would add, what is wrong with it, what is asked.

use super::document::{Block, Callout, Document};
use super::line::Line;
use crate::base::text::counted;
use crate::case::import::Tallied;
use crate::judge::evidence::files_say::in_a_sentence;
use crate::judge::import::preview::NotRead;
use crate::judge::import::{Bad, Preview, Question};
use crate::playbook::Item;
use crate::playbook::register::Register;
use crate::source::table::Encoding;

/// Most values of a column that are said.
const VALUES_SAID: usize = 20;

/// The page of a file before it is recorded; `rows` says whether its rows themselves become entries.
pub fn preview(item: &Item, register: &Register, preview: &Preview, rows: bool) -> Document {
    let mut page = Document::default();
    let file = &preview.import.file;
    let form = [encoding(preview.encoding).to_owned(), separator(preview.separator), headings(preview)];
    let form = form.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ");
    page.add(Block::Heading(1, Line::strong(format!("{file}: {form}"))));
    if preview.heading > 0 {
        let goes = if rows { "each becomes an entry" } else { "the file is kept, the log holds counts" };
        page.labelled("Adds", format!("{} to {} ({goes})", many(preview.import.rows, "row", "rows"), item.title));
    }
    columns(&mut page, register, preview);
    counts(&mut page, register, preview);
    for line in bad(preview) {
        page.labelled("Do not count", line);
    }
    warnings(&mut page, preview);
    for question in &preview.questions {
        page.add(Block::Callout(Callout::Missing, asked(register, question)));
    }
    page
}

fn encoding(encoding: Encoding) -> &'static str {
    match encoding {
        Encoding::Utf8 => "UTF-8",
        Encoding::Utf16Le => "UTF-16LE",
        Encoding::Utf16Be => "UTF-16BE",
        Encoding::Windows1252 => "Windows-1252",
    }
}

fn separator(by: u8) -> String {
    match by {
        b'\t' => "tabs".to_owned(),
        by => format!("\"{}\"", char::from(by)),
    }
}

fn headings(preview: &Preview) -> String {
    let dropped = if preview.said_separator { " (line 1 says the separator and is left out)" } else { "" };
    match preview.heading {
        0 => "no headings found".to_owned(),
        line => format!("headings in line {line}{dropped}"),
    }
}

fn columns(page: &mut Document, register: &Register, preview: &Preview) {
    if !preview.skipped.is_empty() {
        let lines = preview.skipped.iter().take(5).map(|(line, text)| format!("line {line} \"{}\"", inner(text)));
        page.labelled("Passed over", lines.collect::<Vec<_>>().join("; "));
    }
    let from = |words: &[String]| words.iter().map(|word| format!("\"{word}\"")).collect::<Vec<_>>().join(" + ");
    let read =
        preview.columns.iter().map(|(column, words)| format!("{} from {}", register.columns[*column].id, from(words)));
    let read: Vec<_> = read.collect();
    if !read.is_empty() {
        page.labelled("Read", read.join("; "));
    }
    let kept = |one: &NotRead| {
        let more = match (one.left_out, one.secret) {
            (true, _) => " (left out of the copy)",
            (_, true) => " (it can be left out of the copy)",
            _ => "",
        };
        format!("\"{}\"{more}", one.heading)
    };
    let mut not_read: Vec<_> = preview.not_read.iter().map(kept).collect();
    if preview.more_not_read > 0 {
        not_read.push(format!("and {} more", preview.more_not_read));
    }
    if !not_read.is_empty() {
        page.labelled("Not read", not_read.join(", "));
    }
    let lacks = preview.lacks.iter().map(|column| register.columns[*column].label.as_str());
    let lacks: Vec<_> = lacks.collect();
    if !lacks.is_empty() && preview.heading > 0 {
        page.labelled("Not in the file", format!("{}. Nothing can be said of it.", lacks.join(", ")));
    }
}

fn counts(page: &mut Document, register: &Register, preview: &Preview) {
    let import = &preview.import;
    if preview.heading == 0 || import.rows == 0 {
        return;
    }
    for (method, (_, open)) in register.methods.iter().zip(&import.methods) {
        let unsaid = import.cannot_say.iter().find(|(id, _)| *id == method.id).map_or(0, |(_, rows)| *rows);
        let lacks = method.needs.iter().copied().chain(method.only.iter().map(|(column, _)| *column));
        let lacks: Vec<_> = lacks.filter(|column| preview.lacks.contains(column)).collect();
        let why = lacks.iter().map(|column| register.columns[*column].label.as_str()).collect::<Vec<_>>().join(", ");
        let why = if why.is_empty() { String::new() } else { format!(" (the file has no {})", in_a_sentence(&why)) };
        let says = match (*open, unsaid) {
            (open, 0) => many(open, "row", "rows"),
            (0, _) => format!("cannot say{why}"),
            (open, unsaid) => format!("{}, cannot say for {unsaid}{why}", many(open, "row", "rows")),
        };
        page.labelled(&format!("By {}", in_a_sentence(&method.label)), says);
    }
    if !register.methods.is_empty() {
        let none = match (import.no_method, import.not_said) {
            (none, 0) => many(none, "row", "rows"),
            (0, unsaid) => format!("cannot say for {}", many(unsaid, "row", "rows")),
            (none, unsaid) => format!("{}, cannot say for {unsaid}", many(none, "row", "rows")),
        };
        page.labelled("By none", none);
    }
    for column in &register.tally {
        let id = &register.columns[*column].id;
        let values: Vec<_> = import.tallies.iter().filter(|tallied| tallied.column == *id).collect();
        if !values.is_empty() {
            page.labelled(&register.columns[*column].label, tally(&values));
        }
    }
}

/// `Michigan 571, Ohio 22, not known 12, others 7`.
fn tally(values: &[&Tallied]) -> String {
    let (known, rest): (Vec<&Tallied>, Vec<&Tallied>) =
        values.iter().copied().partition(|tallied| tallied.value.as_ref().is_some_and(|value| !value.is_empty()));
    let mut said: Vec<String> = known
        .iter()
        .take(VALUES_SAID)
        .map(|tallied| format!("{} {}", tallied.value.as_deref().unwrap_or_default(), tallied.rows))
        .collect();
    let not_known: u64 = rest.iter().filter(|tallied| tallied.value.is_some()).map(|tallied| tallied.rows).sum();
    let others: u64 = rest.iter().filter(|tallied| tallied.value.is_none()).map(|tallied| tallied.rows).sum();
    let others = others + known.iter().skip(VALUES_SAID).map(|tallied| tallied.rows).sum::<u64>();
    said.extend((others > 0).then(|| format!("others {others}")));
    said.extend((not_known > 0).then(|| format!("not known {not_known}")));
    said.join(", ")
}

/// How many rows do not count, and the first of them.
fn bad(preview: &Preview) -> Vec<String> {
    let all: u64 = preview.bad_rows.values().sum();
    if all == 0 {
        return Vec::new();
    }
    let each = preview.bad_rows.iter().map(|(reason, rows)| format!("{rows} {}", reason.says("")));
    let mut lines = vec![format!("{}: {}", many(all, "row", "rows"), each.collect::<Vec<_>>().join(", "))];
    lines.extend(preview.bad.iter().map(said));
    let more = all - (preview.bad.len() as u64).min(all);
    lines.extend((more > 0).then(|| format!("and {more} more")));
    lines
}

fn said(bad: &Bad) -> String {
    format!("line {}: {}", bad.line, bad.reason.says(&bad.says))
}

fn warnings(page: &mut Document, preview: &Preview) {
    let mut warn = |text: String| {
        page.add(Block::Callout(Callout::Warning, vec![Block::Text(text.into())]));
    };
    if preview.encoding == Encoding::Windows1252 {
        let read = "The file does not say its encoding and is not UTF-8; it was read as Windows-1252.";
        let lines = preview.shown.iter().map(|(line, text)| format!("line {line} \"{}\"", inner(text)));
        let lines = lines.collect::<Vec<_>>().join("; ");
        warn(if lines.is_empty() { read.to_owned() } else { format!("{read} See whether this is right: {lines}") });
    }
    if preview.mixed {
        warn("Some letters are written in UTF-8 and others are not, so that some of them are read wrong.".into());
    }
    if preview.no_addresses > 0 {
        let rows = many(preview.no_addresses, "row has", "rows have");
        warn(format!("{rows} something in the e-mail column that is no address; it counts as none."));
    }
    if !preview.compared {
        warn("Not every row was compared with those that are in the list already, or with each other.".into());
    }
    let import = preview.import.read_as.as_ref();
    if let Some((doubles, rows)) = import.and_then(|read| read.doubles) {
        let how = match doubles {
            crate::case::import::Doubles::Once => "each person counts once, so they are not counted again",
            crate::case::import::Doubles::All => "every row counts",
        };
        warn(format!("{} there before, with the same address or number: {how}.", many(rows, "row was", "rows were")));
    }
}

fn asked(register: &Register, question: &Question) -> Vec<Block> {
    let quoted = |words: &[String]| words.iter().map(|word| format!("\"{word}\"")).collect::<Vec<_>>().join(", ");
    let label = |id: &str| {
        let column = register.columns.iter().find(|column| column.id.as_str() == id);
        column.map_or_else(|| id.to_owned(), |column| in_a_sentence(&column.label))
    };
    let text = match question {
        Question::NoHeadings(lines) => {
            let says = "Which line holds the headings? None of the first ones has two that are known.";
            let lines = lines.iter().map(|(line, text)| Line::from(format!("line {line}: {}", inner(text))));
            return vec![Block::Text(says.into()), Block::List(lines.collect())];
        }
        Question::NoColumn { column, headings } => {
            format!("Which heading is the {}? The file has: {}", label(column), quoted(headings))
        }
        Question::Which { column, candidates } => {
            format!("Which heading is the {}? It can be: {}", label(column), quoted(candidates))
        }
        Question::Doubles { inside, earlier } => {
            let mut parts = Vec::new();
            parts.extend((*inside > 0).then(|| format!("{} inside the file", many(*inside, "row", "rows"))));
            parts.extend((*earlier > 0).then(|| format!("{} in earlier lists", many(*earlier, "row", "rows"))));
            format!(
                "There before, with the same name and the same address or number: {}. Does each person count once, or every row?",
                parts.join(", ")
            )
        }
    };
    vec![Block::Text(text.into())]
}

/// A line of a file without marks that would end the quotation.
fn inner(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn many(n: u64, one: &str, more: &str) -> String {
    counted(usize::try_from(n).unwrap_or(usize::MAX), one, more)
}

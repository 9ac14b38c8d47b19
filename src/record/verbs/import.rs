//! Taking a file of rows into a list. The session reads the file, counts it and keeps a copy; the entry holds only counts.

use super::{count, row};
use crate::case::{EntryKind, Fact};
use crate::judge::View;
use crate::record::ask::{Ask, Asked};
use crate::record::common;
use crate::record::draft::Draft;
use crate::record::field::{Field, FieldKind};
use crate::record::refusal::{Named, Reason, Refusal, quoted};
use crate::record::verb::{Beside, On, Target, TargetKind, Verb};

pub static FILE: Field = Field::new(FieldKind::File, "file", "Path of the file")
    .prompt("Which file? Its first line holds the headings.")
    .ordered()
    .hint("Its first line holds the headings, one of them \"name\".")
    .help("FILE", "The file: comma-separated values with headings, one of them \"name\".")
    .noun("The path");

pub static UNREAD: Reason =
    Reason::new("file-unread", "{0} was not read: {1}.", "Nothing was recorded. Give the path of the file.");
pub static NOT_COUNTED: Reason = Reason::new("file-refused", "{0}", "Nothing was recorded. {1}");
static NOT_STAGED: Reason = Reason::new("file-not-staged", "{0} was not read.", "Give the file to the program itself.");
static THERE_ALREADY: Reason = Reason::new(
    "file-there-already",
    "This very file is in the list already, as entry {0}.",
    "Its rows count once. If other rows were meant, give the other file.",
);

pub static VERB: Verb = Verb {
    word: "import",
    title: "Take in a file",
    help: "Take a file of rows into a list. The file is kept in the case; the log holds only what was counted in it.",
    on: Target { kind: TargetKind::List, value: "LIST", help: "The list." },
    fields: &[&FILE],
    around: common::AROUND,
    who: "Done or said by",
    leads_on: true,
    when_closed: false,
    records: &[EntryKind::RowsImported],
    beside: Beside::Adds,
    offers: |view, on| row::list(view, on).map(|_| ()),
    ask,
    decide,
};

fn ask(view: &View<'_>, on: &On, _: &Draft) -> Asked {
    let Ok((item, register)) = row::list(view, on) else { return Asked::default() };
    Asked { ways: row::ways(), ..Asked::titled(&item.title) }
        .above(count::above(view, item, register))
        .ask(Ask::of(&FILE).kind(FieldKind::Line))
        .begins(&FILE)
}

fn decide(view: &View<'_>, on: &On, draft: &Draft) -> Result<Fact, Refusal> {
    let (item, _) = row::list(view, on)?;
    let Some(import) = &draft.staged else {
        return Err(NOT_STAGED.about(quoted(draft.text(&FILE).unwrap_or_default())).needs(&FILE));
    };
    for at in view.state.counting(item.id.as_str()) {
        if let Fact::RowsImported { import: earlier, .. } = &view.state.at(at).fact
            && earlier.sha256 == import.sha256
        {
            return Err(THERE_ALREADY.about(Named::EntryName(at)).needs(&FILE));
        }
    }
    Ok(Fact::RowsImported { register: item.id.clone(), import: (**import).clone() })
}

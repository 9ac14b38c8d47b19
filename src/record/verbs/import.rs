//! Taking a file of rows into a list. The session reads the file and says what is in it; what has to be asked first is asked here. Of
//! a list of persons the entry holds only counts, and the file is kept beside it; any other list takes the rows themselves.

use super::{count, row};
use crate::base::ItemId;
use crate::base::text::cut;
use crate::case::import::Doubles;
use crate::case::{EntryKind, Fact};
use crate::journal::Mode;
use crate::judge::View;
use crate::judge::import::{Preview, Question, Refused, Wanted};
use crate::playbook::register::Register;
use crate::record::ask::{Ask, Asked, Choice};
use crate::record::common;
use crate::record::draft::Draft;
use crate::record::field::{Field, FieldKind};
use crate::record::refusal::{Named, Reason, Refusal, quoted};
use crate::record::verb::{Beside, On, Target, TargetKind, Verb};
use crate::source::table::NotRows;

pub static FILE: Field = Field::new(FieldKind::File, "file", "Path of the file")
    .prompt("Which file? One of its first lines holds the headings.")
    .ordered()
    .hint("One of its first lines holds the headings, one of them the name.")
    .help("FILE", "The file: values with separators between them and headings above, as spreadsheets and office programs export them.")
    .noun("The path");
pub static MAP: Field = Field::new(FieldKind::Rows, "map", "Which heading is which column")
    .hint("Their heading=column; several with a semicolon between them.")
    .help(
        "HEADING=COLUMN",
        "What a heading of the file is: a column of the list, or first, middle, last or suffix, of which the name is joined; can be \
         given several times.",
    )
    .noun("The heading");
pub static DOUBLES: Field = Field::new(FieldKind::Pick, "doubles", "Who is there twice")
    .prompt("How are those counted who are there twice?")
    .help("HOW", "How persons are counted who are there twice, with one address or number: once, or all.")
    .noun("How they are counted");
pub static WITHOUT: Field = Field::new(FieldKind::Rows, "without", "Headings to be left out of the copy")
    .hint("Several with a semicolon between them. What is left out cannot be looked up later.")
    .help("HEADING", "A column that is not kept, such as one of secrets; can be given several times.")
    .noun("The heading");
pub static BAD: Field = Field::new(FieldKind::Line, "bad", "File for the rows that do not count")
    .hint("A path; nothing may be there yet.")
    .help(
        "PATH",
        "Write every row that does not count, with its line and the reason, into a file that does not exist yet.",
    )
    .noun("The path");

pub static UNREAD: Reason =
    Reason::new("file-unread", "{0} was not read: {1}.", "Nothing was recorded. Give the path of the file.");
pub static CHANGED: Reason = Reason::new(
    "file-changed",
    "{0} was changed while it was read.",
    "Nothing was recorded. Take it in again once nobody writes to it.",
);
pub static BAD_NOT_WRITTEN: Reason = Reason::new(
    "bad-rows-not-written",
    "{0} could not be written: {1}.",
    "Nothing was recorded. Give a path at which nothing is yet.",
);
static EMPTY: Reason =
    Reason::new("file-empty", "The file is empty.", "Nothing was recorded. Give a file that has rows.");
static NOT_A_LIST: Reason = Reason::new(
    "not-a-list",
    "This is not a list: the file is not text. It begins: {0}",
    "Nothing was recorded. Open it in the program that wrote it and save it as CSV.",
);
static OF_AN_EXERCISE: Reason = Reason::new(
    "list-of-an-exercise",
    "This list left an EXERCISE, and this is a LIVE case: what was played is no fact of it.",
    "Nothing was recorded. Give the list of the real case.",
);
static OF_A_LIVE_CASE: Reason = Reason::new(
    "list-of-a-live-case",
    "This list left a LIVE case, and this is an EXERCISE: nobody real is practised with.",
    "Nothing was recorded. Give a list with invented persons.",
);
static NO_ROWS: Reason = Reason::new(
    "file-without-rows",
    "The file has no row that counts.{0}",
    "Nothing was recorded. Give a file that has rows below its headings.",
);
static QUOTES: Reason = Reason::new(
    "quotes-not-closed",
    "Up to line {0}, thousands of quotation marks are not closed.",
    "Nothing was recorded. Save the list as CSV again; perhaps it was saved with another sign around its cells.",
);
static NO_HEADING: Reason = Reason::new(
    "no-such-heading",
    "The file has no heading \"{0}\".",
    "Nothing was recorded. Its headings are: {list}.",
);
static NO_COLUMN: Reason = Reason::new(
    "no-such-list-column",
    "The list has no column \"{0}\".",
    "Nothing was recorded. Its columns are: {list}; the name can also be joined of first, middle, last and suffix.",
);
static NOT_A_MAPPING: Reason = Reason::new(
    "not-a-mapping",
    "\"{0}\" does not say which heading is which column.",
    "Nothing was recorded. Write the heading of the file, the sign =, and the column of the list.",
);
static TWO_FOR_ONE: Reason = Reason::new(
    "two-headings-for-one",
    "Two headings are said to be {0}, and it takes one.",
    "Nothing was recorded. Leave out one of them.",
);
static LEAVES_OUT_COLUMN: Reason = Reason::new(
    "leaves-out-a-column",
    "{0} is read as {1}, so it cannot be left out of the copy.",
    "Nothing was recorded. Only what is not read can be left out.",
);
static ASKS_HEADINGS: Reason = Reason::new(
    "headings-not-found",
    "None of the first lines holds headings that are known.",
    "Nothing was recorded. Say which heading is the name{field}, or write a line of headings above the rows.",
);
static ASKS_NAME: Reason = Reason::new(
    "name-not-found",
    "No heading is the {0}, which every row needs.",
    "Nothing was recorded. Say which of them it is{field}: {list}.",
);
static ASKS_WHICH: Reason = Reason::new(
    "which-heading",
    "Several headings can be the {0}.",
    "Nothing was recorded. Say which of them is meant{field}: {list}.",
);
static ASKS_DOUBLES: Reason = Reason::new(
    "doubles-not-decided",
    "{0} are there before, with the same name and the same address or number.",
    "Nothing was recorded. Say whether each counts once or every row counts{field}.",
);
static NOT_DOUBLES: Reason =
    Reason::new("not-a-way-to-count", "\"{0}\" does not say how they are counted.", "Write once or all.");
static NOT_STAGED: Reason = Reason::new("file-not-staged", "{0} was not read.", "Give the file to the program itself.");
static THERE_ALREADY: Reason = Reason::new(
    "file-there-already",
    "This very file is in the list already, as entry {0}.",
    "Its rows count once. If other rows were meant, give the other file.",
);
static NOT_KEPT: Reason = Reason::new(
    "nothing-is-kept",
    "Of this list no file is kept; its rows are taken in themselves.",
    "Nothing was recorded. Leave out what is not to be kept from the file itself, or say nothing: only columns of the list are taken in.",
);
pub static TOO_MANY: Reason = Reason::new(
    "too-many-rows-in-file",
    "The file has more than {0} rows, the most that a list takes which is no list of persons.",
    "Nothing was recorded. Keep the file itself as evidence, or take in the part that matters.",
);

pub static VERB: Verb = Verb {
    word: "import",
    title: "Take in a file",
    help: "Take a file of rows into a list. Of a list of persons the file is kept in the case, and the log holds only what was counted in \
           it; any other list takes the rows themselves.",
    on: Target { kind: TargetKind::List, value: "LIST", help: "The list." },
    fields: &[&FILE, &MAP, &DOUBLES, &WITHOUT, &BAD],
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

fn ask(view: &View<'_>, on: &On, draft: &Draft) -> Asked {
    let Ok((item, register)) = row::list(view, on) else { return Asked::default() };
    let asked = Asked { ways: row::ways(), ..Asked::titled(&item.title) }
        .above(count::above(view, item, register))
        .ask(Ask::of(&FILE).kind(FieldKind::Line));
    // What the file itself asks is known once it was read.
    let questions = draft.staged.iter().flat_map(|staged| &staged.questions);
    let (mut headings, mut doubles) = (draft.given(&MAP).is_some(), draft.given(&DOUBLES).is_some());
    for question in questions {
        match question {
            Question::Doubles { .. } => doubles = true,
            _ => headings = true,
        }
    }
    let choices = [
        Choice::new(Doubles::Once.word(), "Each person counts once"),
        Choice::new(Doubles::All.word(), "Every row counts"),
    ];
    let map = Ask::of(&MAP).kind(FieldKind::Line).needed(true);
    asked
        .ask(headings.then_some(map))
        .ask(doubles.then(|| Ask::of(&DOUBLES).choices(choices).needed(true)))
        .ask(Ask::of(&WITHOUT).kind(FieldKind::Line).aside())
        .ask(Ask::of(&BAD).aside())
        .begins(&FILE)
}

/// What is asked for by a draft.
///
/// # Errors
/// If a line does not say it.
pub fn wanted<'a>(
    view: &View<'a>,
    list: &ItemId,
    register: &'a Register,
    draft: &Draft,
) -> Result<Wanted<'a>, Refusal> {
    let lines = |field| {
        let each = draft.text(field).unwrap_or_default().split(['\n', ';']);
        each.map(str::trim).filter(|line| !line.is_empty())
    };
    let mapping = |typed: &str| Wanted::mapping(typed).ok_or_else(|| NOT_A_MAPPING.about(quoted(typed)).needs(&MAP));
    let doubles = draft.text(&DOUBLES).map(|typed| {
        let read = Doubles::ALL.into_iter().find(|one| one.word() == typed.to_lowercase());
        read.ok_or_else(|| NOT_DOUBLES.about(quoted(typed)).needs(&DOUBLES))
    });
    let without: Vec<String> = lines(&WITHOUT).map(str::to_owned).collect();
    if !without.is_empty() && !keeps_the_file(view, list, register) {
        return Err(NOT_KEPT.refuse().needs(&WITHOUT));
    }
    Ok(Wanted {
        register,
        map: lines(&MAP).map(mapping).collect::<Result<_, _>>()?,
        doubles: doubles.transpose()?,
        without,
        mode: Some(view.mode),
    })
}

/// Whether a list is one of persons: its rows stand in no entry, and its files are kept.
pub fn keeps_the_file(view: &View<'_>, list: &ItemId, register: &Register) -> bool {
    let counts = view.playbook.counts.as_ref().and_then(|counts| counts.list.as_ref());
    let persons = register.preset.is_some_and(|preset| preset.person);
    persons || !register.methods.is_empty() || counts.is_some_and(|counted| counted.register == *list)
}

/// Why a file is not taken in.
pub fn refused(why: Refused) -> Refusal {
    let texts = |all: Vec<String>| all.into_iter().map(Named::Text);
    match why {
        Refused::Not(NotRows::Empty) => EMPTY.refuse().needs(&FILE),
        Refused::Not(NotRows::Binary(line)) => NOT_A_LIST.about(quoted(&line)).needs(&FILE),
        Refused::NoRows(bad, rows) => {
            let shown = bad.iter().take(3).map(|bad| format!(" Line {}: {}.", bad.line, bad.reason.says(&bad.says)));
            let more = if rows > 3 { format!(" And {} more.", rows - 3) } else { String::new() };
            NO_ROWS.about(shown.collect::<String>() + &more).needs(&FILE)
        }
        Refused::OtherMode(Mode::Exercise) => OF_AN_EXERCISE.refuse().needs(&FILE),
        Refused::OtherMode(Mode::Live) => OF_A_LIVE_CASE.refuse().needs(&FILE),
        Refused::Quotes(line) => QUOTES.about(usize::try_from(line).unwrap_or(usize::MAX)).needs(&FILE),
        Refused::NoSuchHeading { typed, headings } => {
            NO_HEADING.about(quoted(&typed)).list(texts(headings)).needs(&MAP)
        }
        Refused::NoSuchColumn { typed, columns } => NO_COLUMN.about(quoted(&typed)).list(texts(columns)).needs(&MAP),
        Refused::TwoForOne { column } => TWO_FOR_ONE.about(column).needs(&MAP),
        Refused::LeavesOutColumn { heading, column } => {
            LEAVES_OUT_COLUMN.about(quoted(&heading)).and(column).needs(&WITHOUT)
        }
    }
}

/// What has to be answered first, if anything.
pub fn asks(preview: &Preview) -> Option<Refusal> {
    preview.questions.first().map(|question| match question {
        Question::NoHeadings(lines) => {
            let lines = lines.iter().map(|(line, text)| format!("Line {line}: {}", cut(text, 100))).collect();
            Refusal { lines, ..ASKS_HEADINGS.refuse().needs(&MAP) }
        }
        Question::NoColumn { column, headings } => {
            ASKS_NAME.about(column.clone()).list(headings.iter().cloned().map(Named::Text)).needs(&MAP)
        }
        Question::Which { column, candidates } => {
            ASKS_WHICH.about(column.clone()).list(candidates.iter().cloned().map(Named::Text)).needs(&MAP)
        }
        Question::Doubles { inside, earlier } => {
            let rows =
                crate::base::text::counted(usize::try_from(inside + earlier).unwrap_or(usize::MAX), "row", "rows");
            ASKS_DOUBLES.about(rows).needs(&DOUBLES)
        }
    })
}

/// Refuses bytes that were taken in already.
///
/// # Errors
/// If an entry that counts is of this very file.
pub fn is_new(view: &View<'_>, list: &ItemId, given: &str) -> Result<(), Refusal> {
    for at in view.state.counting(list.as_str()) {
        if let Fact::RowsImported { import: earlier, .. } = &view.state.at(at).fact
            && earlier.is_of(given)
        {
            return Err(THERE_ALREADY.about(Named::EntryName(at)).needs(&FILE));
        }
    }
    Ok(())
}

fn decide(view: &View<'_>, on: &On, draft: &Draft) -> Result<Fact, Refusal> {
    let (item, _) = row::list(view, on)?;
    let Some(staged) = &draft.staged else {
        return Err(NOT_STAGED.about(quoted(draft.text(&FILE).unwrap_or_default())).needs(&FILE));
    };
    let import = &staged.import;
    let given = import.read_as.as_ref().and_then(|read| read.given.as_ref()).unwrap_or(&import.sha256);
    is_new(view, &item.id, given)?;
    if let Some(asks) = asks(staged) {
        return Err(asks);
    }
    Ok(Fact::RowsImported { register: item.id.clone(), import: import.clone() })
}

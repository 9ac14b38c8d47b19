//! Tables of people: as Outlook and Google export them, or with plain headings.

use super::form::person_kind;
use super::person::{Left, Person, Taken};
use super::{Form, NotTaken};
use crate::base::ChannelKind;
use crate::base::text::cut;
use crate::source::table::fold::bare;
use crate::source::table::separator;
use crate::source::table::{Decoding, Encoding, Next, Row, Rows};

/// In how many lines the headings are looked for.
const LINES: u64 = 10;

/// What a column is about.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Column {
    Whole,
    First,
    Middle,
    Last,
    Suffix,
    Organisation,
    Title,
    Phone(ChannelKind),
    /// A number whose kind stands in the column before it.
    PhoneOfKind(usize),
    Email,
    Leave(Left),
}

pub(super) fn read(bytes: &[u8], encoding: Encoding) -> Result<Taken, NotTaken> {
    let mut text = encoding.text(bytes).into_bytes();
    // Memory is read without a fault.
    let Ok(separated) = separator::of(&text[..text.len().min(1 << 16)]) else { return Err(NotTaken::Nobody) };
    let mut first_line = 1;
    if separated.said {
        text = separator::behind_the_first_line(&text).to_vec();
        first_line = 2;
    }
    let shown = String::from_utf8_lossy(&text[..text.len().min(400)]).into_owned();
    let mut rows = Rows::new(Decoding::new(std::io::empty(), Encoding::Utf8), text, separated.by, first_line);
    let mut taken = Taken::new(Form::Table);
    let mut columns: Option<Vec<Option<Column>>> = None;
    let mut mode = None;
    loop {
        match rows.read() {
            Ok(Next::Row(line)) => match &columns {
                None if line > LINES => break,
                None => {
                    columns = headings(rows.row());
                    let row = rows.row();
                    mode = (0..row.len())
                        .find(|at| matches!(bare(row.cell(*at)).as_str(), "mode" | "row mode" | "rowmode"));
                }
                Some(_) if mode.is_some_and(|at| rows.row().cell(at).trim() == "exercise") => {
                    return Err(NotTaken::Exercise);
                }
                Some(columns) => {
                    let person = person(rows.row(), columns, &mut taken);
                    if !person.is_empty() || !person.organisation.is_empty() {
                        taken.take(person);
                    }
                }
            },
            Ok(Next::Bad(..)) => {}
            Ok(Next::Hopeless(_) | Next::End) | Err(_) => break,
        }
    }
    if columns.is_none() {
        return Err(NotTaken::NoName(cut(shown.lines().next().unwrap_or_default(), 160).into_owned()));
    }
    Ok(taken)
}

/// The columns, if a row is one of headings: one of them a name, and another one known.
fn headings(row: &Row) -> Option<Vec<Option<Column>>> {
    let words: Vec<String> = (0..row.len()).map(|at| bare(row.cell(at))).collect();
    let columns: Vec<_> = words.iter().enumerate().map(|(at, word)| column(word, at, &words)).collect();
    let has = |wanted: &[Column]| columns.iter().flatten().any(|column| wanted.contains(column));
    let named = has(&[Column::Whole, Column::First, Column::Last]);
    (named && columns.iter().flatten().count() > 1).then_some(columns)
}

fn column(word: &str, at: usize, words: &[String]) -> Option<Column> {
    use Column::{Email, First, Last, Leave, Middle, Organisation, Phone, PhoneOfKind, Suffix, Title, Whole};
    Some(match word {
        "name" | "fullname" | "displayname" | "fileas" | "contactname" | "person" | "employee" => Whole,
        "firstname" | "first" | "givenname" | "forename" => First,
        "middlename" | "middle" | "additionalname" => Middle,
        "lastname" | "last" | "surname" | "familyname" => Last,
        "suffix" | "namesuffix" => Suffix,
        "company" | "organization" | "organisation" | "organizationname" | "organization1name" => Organisation,
        "jobtitle" | "title" | "position" | "role" | "organizationtitle" | "organization1title" => Title,
        "notes" | "note" => Leave(Left::Note),
        "birthday" | "anniversary" => Leave(Left::Birthday),
        "photo" | "picture" => Leave(Left::Picture),
        word if word.contains("fax") => Leave(Left::Fax),
        // A column of kinds goes with the one behind it.
        word if word.ends_with("type") || word.ends_with("label") => return None,
        word if word.starts_with("email") || word == "mail" => {
            if word.contains("display") {
                return None;
            }
            Email
        }
        word if word.starts_with("phone") && word.ends_with("value") => {
            let own = word.trim_end_matches("value");
            let kind = words
                .iter()
                .position(|other| other.strip_prefix(own).is_some_and(|rest| matches!(rest, "type" | "label")));
            kind.filter(|kind| *kind != at).map_or(Phone(ChannelKind::Phone), PhoneOfKind)
        }
        word if word.contains("phone") || word.contains("mobile") || word.contains("pager") => {
            Phone(person_kind(&word.to_ascii_uppercase()).unwrap_or(ChannelKind::Phone))
        }
        "tel" | "cell" | "telno" => Phone(if word == "cell" { ChannelKind::Mobile } else { ChannelKind::Phone }),
        word if word.contains("street") || word.contains("address") => Leave(Left::Address),
        _ => return None,
    })
}

fn person(row: &Row, columns: &[Option<Column>], taken: &mut Taken) -> Person {
    let mut person = Person::default();
    let mut pieces = [""; 4];
    for (at, column) in columns.iter().enumerate() {
        let (Some(column), whole) = (column, row.raw(at)) else { continue };
        let cell = row.cell(at);
        if cell.is_empty() {
            continue;
        }
        match column {
            Column::Whole if person.name.is_empty() => cell.clone_into(&mut person.name),
            Column::Whole => {}
            Column::First => pieces[0] = cell,
            Column::Middle => pieces[1] = cell,
            Column::Last => pieces[2] = cell,
            Column::Suffix => pieces[3] = cell,
            Column::Organisation => cell.clone_into(&mut person.organisation),
            Column::Title => cell.clone_into(&mut person.title),
            Column::Email => person.add_all(ChannelKind::Email, several(whole, cell)),
            Column::Phone(kind) => person.add_all(*kind, several(whole, cell)),
            Column::PhoneOfKind(kind) => {
                let said = row.cell(*kind).to_ascii_uppercase();
                if said.contains("FAX") {
                    taken.leave(Left::Fax);
                } else {
                    person.add_all(person_kind(&said).unwrap_or(ChannelKind::Phone), several(whole, cell));
                }
            }
            Column::Leave(what) => taken.leave(*what),
        }
    }
    let joined = pieces.into_iter().filter(|piece| !piece.is_empty()).collect::<Vec<_>>().join(" ");
    if !joined.is_empty() {
        person.name = joined;
    }
    person
}

/// A cell with all its values, where it has several.
fn several<'r>(whole: &'r str, cell: &'r str) -> &'r str {
    if whole.contains(":::") { whole } else { cell }
}

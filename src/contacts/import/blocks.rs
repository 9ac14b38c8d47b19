//! People as blocks of a phone list, to be read through by somebody before they are put into it.

use super::Form;
use super::person::{Left, Person, Taken};
use crate::base::ItemId;
use crate::base::text::{counted, cut, inert_line};
use crate::contacts::model::{Party, PhoneList};
use crate::source::table::Encoding;
use crate::source::table::fold::{bare, fold};
use std::collections::{BTreeMap, BTreeSet};

/// Columns of a screen to which a title is cut.
const TITLE: usize = 80;
/// Longest identifier that is made, in bytes.
const LONGEST_ID: usize = 40;

/// The blocks, with what there is to know about each; people who are in `list` stand in them as comments, beside what the list says.
pub fn blocks(file: &str, taken: &Taken, list: &PhoneList) -> String {
    let mut text = head(file, taken);
    let mut ids: BTreeSet<String> = list.parties.iter().map(|party| party.id.to_string()).collect();
    let known = Known::of(list);
    for person in &taken.people {
        text.push('\n');
        text.push_str(&block(person, &known, &mut ids));
    }
    text
}

fn head(file: &str, taken: &Taken) -> String {
    let form = match taken.form {
        Form::Cards => "vCards",
        Form::Table => "a table",
    };
    let people = counted(taken.people.len(), "person", "people");
    let mut text = format!(
        "# {people} from {}, {form}. Read them through before you put them into the phone list.\n",
        inert_line(file)
    );
    text.push_str("# No number counts as tried, and nobody has a role by this: roles stand under [[holder]].\n");
    if taken.encoding == Encoding::Windows1252 {
        text.push_str("# The file does not say its encoding; it was read as Windows-1252. See whether names with accents are right.\n");
    }
    if !taken.left.is_empty() {
        let left: Vec<_> = taken.left.iter().map(|(what, count)| said(*what, *count)).collect();
        text.push_str(&format!("# Not taken: {}.\n", left.join(", ")));
    }
    text
}

fn said(what: Left, count: usize) -> String {
    let (one, many) = match what {
        Left::Address => ("postal address", "postal addresses"),
        Left::Birthday => ("birthday", "birthdays"),
        Left::Note => ("note", "notes"),
        Left::Picture => ("picture", "pictures"),
        Left::Fax => ("fax number", "fax numbers"),
        Left::Nameless => ("entry without a name", "entries without a name"),
        Left::Group => ("group", "groups"),
        Left::TooMany => ("more person than can be taken at once", "more people than can be taken at once"),
    };
    counted(count, one, many)
}

/// Whom a phone list knows, by name and by number.
struct Known<'l> {
    by: BTreeMap<String, &'l Party>,
}

impl<'l> Known<'l> {
    fn of(list: &'l PhoneList) -> Self {
        let mut by = BTreeMap::new();
        for party in &list.parties {
            by.entry(fold(&party.name)).or_insert(party);
            for channel in &party.channels {
                by.entry(same(&channel.value)).or_insert(party);
            }
        }
        by.remove("");
        Self { by }
    }

    fn find(&self, person: &Person) -> Option<&'l Party> {
        let by_number = || person.channels.iter().find_map(|(_, value)| self.by.get(&same(value)));
        self.by.get(&fold(&person.name)).or_else(by_number).copied()
    }
}

/// A number or an address as it is compared.
fn same(value: &str) -> String {
    if value.contains('@') {
        return value.to_lowercase();
    }
    let digits: String = value.chars().filter(char::is_ascii_digit).collect();
    if digits.len() < 5 { String::new() } else { digits }
}

fn block(person: &Person, known: &Known<'_>, ids: &mut BTreeSet<String>) -> String {
    let mut notes = Vec::new();
    let listed = known.find(person);
    if let Some(party) = listed {
        let channels: Vec<_> = party.channels.iter().map(super::super::Channel::shown).collect();
        let channels = if channels.is_empty() { "no number".to_owned() } else { channels.join("; ") };
        notes.push(format!("Listed already as {} ({}): {channels}", party.id, party.name));
        let is_new = |value: &str| {
            party.channels.iter().all(|channel| {
                channel.value != value && (same(value).is_empty() || same(&channel.value) != same(value))
            })
        };
        let new: Vec<_> =
            person.channels.iter().filter(|(_, value)| is_new(value)).map(|(kind, value)| kind.with(value)).collect();
        notes.push(if new.is_empty() {
            "Nothing here is new:".to_owned()
        } else {
            format!("New here: {}", new.join("; "))
        });
    }
    if !person.title.trim().is_empty() {
        notes.push(format!("In the file: {}", cut(person.title.trim(), TITLE)));
    }
    for (value, why) in &person.unusable {
        notes.push(format!("Left out: {value} ({why})"));
    }
    let mut text = notes.iter().map(|note| format!("# {}", inert_line(note))).collect::<Vec<_>>().join("\n");
    if !text.is_empty() {
        text.push('\n');
    }
    let id = match listed {
        Some(party) => party.id.to_string(),
        None => id(&person.name, ids),
    };
    let mut lines =
        vec!["[[person]]".to_owned(), format!("id = {}", quoted(&id)), format!("name = {}", quoted(&person.name))];
    if !person.channels.is_empty() {
        lines.push("channels = [".to_owned());
        let each = person.channels.iter();
        lines.extend(
            each.map(|(kind, value)| format!("  {{ kind = {}, value = {} }},", quoted(kind.word()), quoted(value))),
        );
        lines.push("]".to_owned());
    }
    // Put into the list as they stand, somebody would be in it twice.
    let lead = if listed.is_some() { "# " } else { "" };
    text.extend(lines.iter().map(|line| format!("{lead}{line}\n")));
    text
}

/// An identifier that nobody has yet.
fn id(name: &str, ids: &mut BTreeSet<String>) -> String {
    let words =
        name.split_whitespace().map(|word| bare(word).chars().filter(char::is_ascii_alphanumeric).collect::<String>());
    let joined = words.filter(|word| !word.is_empty()).collect::<Vec<_>>().join("_");
    let joined: String = joined.chars().take(LONGEST_ID).collect();
    let own = if ItemId::new(&joined).is_some() { joined } else { "person".to_owned() };
    let mut id = own.clone();
    let mut next = 2;
    while !ids.insert(id.clone()) {
        id = format!("{own}_{next}");
        next += 1;
    }
    id
}

/// A string of TOML: what acts on a terminal is made visible before.
fn quoted(text: &str) -> String {
    format!("\"{}\"", inert_line(text.trim()).replace('\\', "\\\\").replace('"', "\\\""))
}

//! vCards: one person each.

use super::form::{Form, PREFERRED, person_kind};
use super::line::{Lines, Property, parts};
use super::person::{Left, Person, Taken};
use crate::base::ChannelKind;
use crate::source::table::Encoding;
use std::collections::BTreeMap;

/// A card that is being read.
#[derive(Default)]
struct Card {
    person: Person,
    /// The name in its parts, where no whole one stands in the card.
    pieces: String,
    nickname: String,
    /// Numbers and addresses by their group, with what their label says later.
    ways: Vec<(String, Way, String)>,
    labels: BTreeMap<String, String>,
    is_group: bool,
}

#[derive(Clone, Copy)]
enum Way {
    Phone(ChannelKind),
    Email,
}

pub(super) fn read(bytes: &[u8], encoding: Encoding) -> Taken {
    let mut taken = Taken::new(Form::Cards);
    let mut card: Option<Card> = None;
    // Cards within cards, such as that of an assistant.
    let (mut inside, mut before_agent) = (0_usize, false);
    // UTF-16 is made UTF-8 first; the others can be read byte by byte, as a card may mix them.
    let text = matches!(encoding, Encoding::Utf16Le | Encoding::Utf16Be).then(|| encoding.text(bytes).into_bytes());
    let (bytes, encoding) = match &text {
        Some(text) => (text.as_slice(), Encoding::Utf8),
        None => (bytes, encoding),
    };
    for property in Lines::new(bytes, encoding) {
        let marks = property.value.trim().eq_ignore_ascii_case("VCARD");
        match property.name.as_str() {
            "BEGIN" if marks && card.is_some() && before_agent => inside += 1,
            "BEGIN" if marks => {
                // One that was never ended ends where the next begins.
                card.replace(Card::default()).into_iter().for_each(|card| card.end(&mut taken));
                inside = 0;
            }
            "END" if marks && inside > 0 => inside -= 1,
            "END" if marks => card.take().into_iter().for_each(|card| card.end(&mut taken)),
            _ if inside > 0 => {}
            _ => card.iter_mut().for_each(|card| card.add(&property, &mut taken)),
        }
        before_agent = property.name == "AGENT";
    }
    if let Some(card) = card {
        card.end(&mut taken);
    }
    taken
}

impl Card {
    fn add(&mut self, property: &Property, taken: &mut Taken) {
        let whole = || parts(&property.value).join(";").trim().to_owned();
        match property.name.as_str() {
            "FN" => self.person.name = whole(),
            "N" => {
                let parts = parts(&property.value);
                let part = |at: usize| parts.get(at).map_or("", |part| part.trim());
                let order = [part(1), part(2), part(0), part(4)];
                self.pieces = order.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ");
            }
            "NICKNAME" => self.nickname = whole(),
            "ORG" => {
                let parts = parts(&property.value);
                let parts: Vec<_> = parts.iter().map(|part| part.trim()).filter(|part| !part.is_empty()).collect();
                self.person.organisation = parts.join(", ");
            }
            "TITLE" | "ROLE" if self.person.title.is_empty() => self.person.title = whole(),
            "TEL" => match kind(&property.words) {
                Some(kind) => self.ways.push((property.group.clone(), Way::Phone(kind), number(&property.value))),
                None => taken.leave(Left::Fax),
            },
            "EMAIL" => {
                let address = whole();
                let address = address.strip_prefix("mailto:").unwrap_or(&address).to_owned();
                self.ways.push((property.group.clone(), Way::Email, address));
            }
            "X-ABLABEL" => _ = self.labels.insert(property.group.clone(), property.value.to_ascii_uppercase()),
            "KIND" | "X-ADDRESSBOOKSERVER-KIND" => self.is_group |= property.value.trim().eq_ignore_ascii_case("group"),
            "ADR" | "LABEL" | "GEO" => taken.leave(Left::Address),
            "BDAY" | "ANNIVERSARY" => taken.leave(Left::Birthday),
            "NOTE" => taken.leave(Left::Note),
            "PHOTO" | "LOGO" | "SOUND" => taken.leave(Left::Picture),
            _ => {}
        }
    }

    fn end(self, taken: &mut Taken) {
        let Self { mut person, pieces, nickname, ways, labels, is_group } = self;
        if is_group {
            return taken.leave(Left::Group);
        }
        for name in [pieces, nickname] {
            if person.name.trim().is_empty() {
                person.name = name;
            }
        }
        for (group, way, value) in ways {
            let label = labels.get(&group).filter(|_| !group.is_empty());
            match way {
                Way::Email => person.add(ChannelKind::Email, &value),
                Way::Phone(_) if label.is_some_and(|label| label.contains("FAX")) => taken.leave(Left::Fax),
                Way::Phone(kind) => {
                    let said = label.and_then(|label| person_kind(label)).filter(|_| kind == ChannelKind::Phone);
                    person.add(said.unwrap_or(kind), &value);
                }
            }
        }
        taken.take(person);
    }
}

/// Which kind of number it is by its words; nothing for a fax.
fn kind(words: &[String]) -> Option<ChannelKind> {
    if words.iter().any(|word| word.contains("FAX")) {
        return None;
    }
    let said = words.iter().filter_map(|word| person_kind(word));
    Some(said.min_by_key(|kind| PREFERRED.iter().position(|known| known == kind)).unwrap_or(ChannelKind::Phone))
}

/// A number as it is dialled: of `tel:+1-555-0101;ext=12` what is between.
fn number(value: &str) -> String {
    let value = value.trim();
    let value = value.strip_prefix("tel:").or_else(|| value.strip_prefix("TEL:")).unwrap_or(value);
    match value.split_once(";ext=") {
        Some((number, extension)) => format!("{number} ext {extension}"),
        None => parts(value).join(";"),
    }
}

//! Bytes to values: one block whose seal has been checked. Strict; the scanner also wants it to be written again byte for byte.

use super::fields::is_key;
use super::{Entry, EntryId, Field, Head, Header, Seal};
use crate::base::written::Word;
use crate::base::{CaseId, Reading, SessionId, Stamp};
use std::borrow::Cow;

/// The lines of a block, from the second up to the seal, taken one by one from the front.
pub(super) struct Lines<'t>(std::iter::Peekable<std::vec::IntoIter<(&'t str, Value<'t>)>>);

/// A value; a text is copied only where it is kept.
enum Value<'t> {
    Text(Cow<'t, str>),
    Other(Field),
}

impl Value<'_> {
    fn kept(self) -> Field {
        match self {
            Self::Text(text) => Field::Text(text.into_owned()),
            Self::Other(field) => field,
        }
    }
}

/// Why a block could not be read: which key was expected or is wrong.
pub(super) type Unread = &'static str;

impl<'t> Lines<'t> {
    /// Reads the lines of a block. `body` has neither the opening line nor the seal line.
    pub(super) fn read(body: &'t str) -> Result<Self, Unread> {
        let mut lines = Vec::with_capacity(12);
        for line in body.split_terminator('\n') {
            let (key, value) = line.split_once(" = ").ok_or("a line is not a key and a value")?;
            if !is_key(key) {
                return Err("a key is not spelt with a to z and _");
            }
            lines.push((key, field(value).ok_or("a value is not in a known form")?));
        }
        Ok(Self(lines.into_iter().peekable()))
    }

    fn next_value(&mut self, key: &str) -> Option<Value<'t>> {
        self.0.next_if(|(found, _)| *found == key).map(|(_, value)| value)
    }

    fn next(&mut self, key: &str) -> Option<Field> {
        self.next_value(key).map(Value::kept)
    }

    fn written(&mut self, key: Unread) -> Result<Cow<'t, str>, Unread> {
        if let Some(Value::Text(text)) = self.next_value(key) { Ok(text) } else { Err(key) }
    }

    fn text(&mut self, key: Unread) -> Result<String, Unread> {
        self.written(key).map(Cow::into_owned)
    }

    fn rest(self) -> super::Fields {
        self.0.map(|(key, value)| (key.to_owned(), value.kept())).collect()
    }

    fn count(&mut self, key: Unread) -> Result<u64, Unread> {
        if let Some(Field::Int(n)) = self.next(key) { u64::try_from(n).map_err(|_| key) } else { Err(key) }
    }

    fn list<T>(&mut self, key: Unread, item: fn(&str) -> Option<T>) -> Result<Vec<T>, Unread> {
        match self.next(key) {
            None => Ok(Vec::new()),
            Some(Field::List(items)) => items.iter().map(|text| item(text)).collect::<Option<_>>().ok_or(key),
            Some(_) => Err(key),
        }
    }

    fn reading(&mut self) -> Result<Reading, Unread> {
        let Some(Field::Time(wall)) = self.next("wall") else { return Err("wall") };
        let up_ms = self.count("up_ms")?;
        let boot = self.text("boot")?;
        let Some(Field::Flag(synced)) = self.next("synced") else { return Err("synced") };
        Ok(Reading { wall, up_ms, boot, synced })
    }

    pub(super) fn header(mut self) -> Result<Header, Unread> {
        Ok(Header {
            format: i64::try_from(self.count("format")?).map_err(|_| "format")?,
            case: CaseId::new(&self.text("case")?).ok_or("case")?,
            session: SessionId::new(&self.text("session")?).ok_or("session")?,
            segment: u32::try_from(self.count("segment")?).ok().filter(|n| *n > 0).ok_or("segment")?,
            device: self.text("device")?,
            person: self.text("person")?,
            program: self.text("program")?,
            playbook: self.text("playbook")?,
            mode: Word::of_word(&self.text("mode")?).ok_or("mode")?,
            saw: self.list("saw", Head::parse)?,
            continues: match self.next("continues") {
                None => None,
                Some(Field::Text(text)) => Some(Head::parse(&text).ok_or("continues")?),
                Some(_) => return Err("continues"),
            },
            given_up: self.list("given_up", EntryId::parse)?,
            why: match self.next("why") {
                None => None,
                Some(Field::Text(text)) => Some(text),
                Some(_) => return Err("why"),
            },
            reading: self.reading()?,
            extra: self.rest(),
        })
    }

    /// Reads an entry and the seal of the block before it. An entry of the session `known` shares its name.
    pub(super) fn entry(mut self, known: Option<&SessionId>) -> Result<(Entry, Seal), Unread> {
        let seq = self.count("seq")?;
        let prev = Seal::parse(&self.written("prev")?).ok_or("prev")?;
        let id = EntryId::parse_of(&self.written("id")?, known);
        let id = id.filter(|id| id.seq == seq && seq > 0).ok_or("id")?;
        let reading = self.reading()?;
        let saw = self.list("saw", Head::parse)?;
        let kind = self.text("kind")?;
        Ok((Entry { id, seq, reading, saw, kind, fields: self.rest() }, prev))
    }
}

fn field(value: &str) -> Option<Value<'_>> {
    let field = match value.as_bytes().first()? {
        b'"' => return string(value).filter(|(_, rest)| rest.is_empty()).map(|(text, _)| Value::Text(text)),
        b'[' => list(value),
        b't' | b'f' => value.parse().ok().map(Field::Flag),
        _ => value.parse().ok().map(Field::Int).or_else(|| Stamp::parse(value).map(Field::Time)),
    };
    field.map(Value::Other)
}

fn list(value: &str) -> Option<Field> {
    let inside = value.strip_prefix('[')?.strip_suffix(']')?;
    let mut items = Vec::new();
    let mut left = inside;
    while !left.is_empty() {
        let (item, rest) = string(left)?;
        items.push(item.into_owned());
        left = match rest.strip_prefix(", ") {
            Some(more) if !more.is_empty() => more,
            _ if rest.is_empty() => rest,
            _ => return None,
        };
    }
    Some(Field::List(items))
}

fn string(text: &str) -> Option<(Cow<'_, str>, &str)> {
    let inside = text.strip_prefix('"')?;
    // Nearly every text has no escape and is taken as it stands.
    let plain = memchr::memchr2(b'"', b'\\', inside.as_bytes())?;
    if inside.as_bytes()[plain] == b'"' {
        return Some((Cow::Borrowed(&inside[..plain]), &inside[plain + 1..]));
    }
    let mut value = String::new();
    let mut signs = inside.char_indices();
    while let Some((at, sign)) = signs.next() {
        match sign {
            '"' => return Some((Cow::Owned(value), &inside[at + 1..])),
            '\\' => {
                let digits = match signs.next()?.1 {
                    'u' => 4,
                    'U' => 8,
                    short => {
                        value.push(match short {
                            'n' => '\n',
                            't' => '\t',
                            '"' | '\\' => short,
                            _ => return None,
                        });
                        continue;
                    }
                };
                let code = inside.get(at + 2..at + 2 + digits)?;
                value.push(char::from_u32(u32::from_str_radix(code, 16).ok()?)?);
                signs.nth(digits - 1)?;
            }
            plain => value.push(plain),
        }
    }
    None
}

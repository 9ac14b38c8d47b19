//! The fields of an entry: an ordered list of keys and values, as they are stored.

use crate::base::Stamp;

/// Keys that belong to the block itself and that no field of an entry may use.
const RESERVED: [&str; 10] = ["seq", "prev", "id", "wall", "up_ms", "boot", "synced", "saw", "kind", "seal"];

#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Field {
    /// A text of any length that fits the block; several lines are allowed.
    Text(String),
    Int(i64),
    Flag(bool),
    Time(Stamp),
    List(Vec<String>),
}

/// Keys and values in the order in which they are written. Keys are 1 to 32 signs of `a-z` and `_`, each used once.
#[derive(Clone, Default, PartialEq, Eq, Debug)]
#[must_use]
pub struct Fields(Vec<(String, Field)>);

impl Fields {
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a field at the end. A key that breaks the rule is refused when the block is written, not here.
    pub fn push(&mut self, key: impl Into<String>, value: Field) {
        self.0.push((key.into(), value));
    }

    fn with(mut self, key: &str, value: Field) -> Self {
        self.push(key, value);
        self
    }

    pub fn text(self, key: &str, value: impl Into<String>) -> Self {
        self.with(key, Field::Text(value.into()))
    }

    pub fn text_if(self, key: &str, value: Option<impl Into<String>>) -> Self {
        match value {
            Some(value) => self.text(key, value),
            None => self,
        }
    }

    pub fn int(self, key: &str, value: i64) -> Self {
        self.with(key, Field::Int(value))
    }

    pub fn flag(self, key: &str, value: bool) -> Self {
        self.with(key, Field::Flag(value))
    }

    pub fn time(self, key: &str, value: Stamp) -> Self {
        self.with(key, Field::Time(value))
    }

    pub fn list(self, key: &str, value: impl IntoIterator<Item = impl Into<String>>) -> Self {
        self.with(key, Field::List(value.into_iter().map(Into::into).collect()))
    }

    pub fn get(&self, key: &str) -> Option<&Field> {
        self.0.iter().find(|(k, _)| k == key).map(|(_, value)| value)
    }

    pub fn get_text(&self, key: &str) -> Option<&str> {
        if let Some(Field::Text(text)) = self.get(key) { Some(text) } else { None }
    }

    pub fn get_int(&self, key: &str) -> Option<i64> {
        if let Some(Field::Int(number)) = self.get(key) { Some(*number) } else { None }
    }

    pub fn get_flag(&self, key: &str) -> Option<bool> {
        if let Some(Field::Flag(flag)) = self.get(key) { Some(*flag) } else { None }
    }

    pub fn get_time(&self, key: &str) -> Option<Stamp> {
        if let Some(Field::Time(at)) = self.get(key) { Some(*at) } else { None }
    }

    pub fn get_list(&self, key: &str) -> Option<&[String]> {
        if let Some(Field::List(list)) = self.get(key) { Some(list) } else { None }
    }

    pub fn iter(&self) -> impl Iterator<Item = (&str, &Field)> {
        self.0.iter().map(|(key, value)| (key.as_str(), value))
    }

    pub fn len(&self) -> usize {
        self.0.len()
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The first key that may not be written: badly spelt, reserved for the block itself, or used twice.
    pub(super) fn bad_key(&self) -> Option<&str> {
        let bad = |at: usize, key: &str| {
            !is_key(key) || RESERVED.contains(&key) || self.0[..at].iter().any(|(earlier, _)| earlier == key)
        };
        self.0.iter().enumerate().find(|(at, (key, _))| bad(*at, key)).map(|(_, (key, _))| key.as_str())
    }
}

impl FromIterator<(String, Field)> for Fields {
    fn from_iter<T: IntoIterator<Item = (String, Field)>>(fields: T) -> Self {
        Self(fields.into_iter().collect())
    }
}

pub(super) fn is_key(text: &str) -> bool {
    (1..=32).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_lowercase() || b == b'_')
}

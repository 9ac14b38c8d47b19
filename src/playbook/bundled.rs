//! The playbooks that are compiled into the program.

use super::letter::{self, Letters};
use super::load::{Loaded, load, load_checked};
use super::model::{Kind, Playbook};
use crate::base::digest;
use crate::base::packed::{PLAYBOOKS, Packed};
use crate::source::Source;

/// What a list of playbooks shows of one; read from the head of its text, without reading the rest.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Summary {
    /// The id that `start` takes.
    pub id: String,
    pub title: String,
    /// What it is for; `response` where the head does not say.
    pub kind: Kind,
    /// Whose document it follows; empty where the head does not say.
    pub organisation: String,
    /// The document's version, where one is printed.
    pub version: Option<String>,
    /// When the document was to be reviewed.
    pub review_by: Option<chrono::NaiveDate>,
}

/// Every bundled playbook, by file name; those for the night of a breach before those for a review.
pub fn index() -> Vec<Summary> {
    let mut index: Vec<_> = files().filter_map(|file| summary(file.head)).collect();
    index.sort_by_key(|summary| summary.kind == Kind::Readiness);
    index
}

/// The playbooks alone, by file name.
fn files() -> impl Iterator<Item = &'static Packed> {
    PLAYBOOKS.iter().filter(|file| file.name.strip_suffix(".toml").is_some_and(|id| !id.contains('/')))
}

/// A bundled playbook as a file.
pub fn bundled_file(id: &str) -> Option<&'static Packed> {
    files().find(|file| file.name.strip_suffix(".toml") == Some(id))
}

pub fn bundled_text(id: &str) -> Option<&'static str> {
    bundled_file(id)?.text()
}

/// The bundled playbook whose text has this SHA-256, as 64 lower-case hex digits.
pub fn with_digest(sha256: &str) -> Option<Source> {
    let same = files().find(|file| digest::sha256(file.bytes()) == sha256)?;
    Some(Source::new(same.name, same.text()?))
}

/// The bundled texts of the documents of a playbook.
pub fn letters(id: &str) -> Letters {
    let texts = PLAYBOOKS.iter().filter_map(|file| {
        let name = file.name.strip_prefix("letters/")?.strip_prefix(id)?.strip_prefix('/')?;
        letter::is_file(name).then_some(Source::new(name, file.text()?))
    });
    Letters::new(texts)
}

/// Reads a bundled playbook with its letters; `None` when there is none with this id.
pub fn load_bundled(id: &str) -> Option<Loaded> {
    let mut loaded = bundled_source(id).map(|source| load(&[source]))?;
    if let Some(playbook) = &mut loaded.playbook {
        playbook.letters = letters(id);
    }
    Some(loaded)
}

/// A bundled playbook to walk it, without a second look for warnings; `None` when there is none with this id.
pub fn open_bundled(id: &str) -> Option<Playbook> {
    let playbook = bundled_source(id).and_then(|source| load_checked(&[source]).playbook)?;
    Some(Playbook { letters: letters(id), ..playbook })
}

pub fn bundled_source(id: &str) -> Option<Source> {
    bundled_text(id).map(|text| Source::new(format!("{id}.toml"), text))
}

/// Reads the head of a playbook's text: the tables `[playbook]` and `[playbook.source]`, and nothing behind them. Takes
/// time in proportion to the head only. `None` when there is no head that can be read.
pub fn summary(text: &str) -> Option<Summary> {
    let start = text.match_indices("[playbook]").map(|(at, _)| at).find(|at| begins_line(text, *at))?;
    let rest = &text[start..];
    let end = rest
        .match_indices("\n[")
        .map(|(at, _)| at + 1)
        .find(|at| !rest[*at..].starts_with("[playbook.source]"))
        .unwrap_or(rest.len());
    let head: toml::Table = toml::from_str(rest.get(..end.min(64 * 1024))?).ok()?;
    let playbook = head.get("playbook")?;
    let words = |table: &toml::Value, key: &str| table.get(key)?.as_str().map(shown);
    let source = playbook.get("source");
    Some(Summary {
        id: words(playbook, "id")?,
        title: words(playbook, "title")?,
        kind: match playbook.get("kind").and_then(toml::Value::as_str) {
            Some(kind) if kind == Kind::Readiness.word() => Kind::Readiness,
            _ => Kind::Response,
        },
        organisation: source.and_then(|source| words(source, "organisation")).unwrap_or_default(),
        version: source.and_then(|source| words(source, "version")),
        review_by: source.and_then(|source| source.get("review_by")?.as_datetime()?.to_string().parse().ok()),
    })
}

fn shown(text: &str) -> String {
    crate::base::text::inert_line(text).into_owned()
}

fn begins_line(text: &str, at: usize) -> bool {
    text[..at].chars().next_back().is_none_or(|before| before == '\n')
}

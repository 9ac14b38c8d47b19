//! The scripts that are compiled into the program.

use super::load::{Loaded, load};
use crate::base::packed::{DRILLS, find};
use crate::base::text::inert_line;
use crate::playbook::bundled::open_bundled;
use crate::source::Source;

/// What a list of scripts shows of one, for the facilitator.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Summary {
    /// The id that starts it.
    pub id: String,
    pub title: String,
    /// `any` where any playbook will do.
    pub playbook: String,
    /// How long it is planned to be played.
    pub minutes: u32,
}

/// Every bundled script, in order of id; from the table `[drill]` of each alone.
pub fn summaries() -> Vec<Summary> {
    DRILLS.iter().filter_map(|file| summary(file.head)).collect()
}

fn summary(text: &str) -> Option<Summary> {
    let script: toml::Table = toml::from_str(text).ok()?;
    let head = script.get("drill")?;
    let words = |key: &str| head.get(key)?.as_str().map(|text| inert_line(text).into_owned());
    Some(Summary {
        id: words("id")?,
        title: words("title")?,
        playbook: words("playbook")?,
        minutes: u32::try_from(head.get("minutes")?.as_integer()?).ok()?,
    })
}

/// The ids of all bundled scripts, in order.
pub fn index() -> Vec<&'static str> {
    DRILLS.iter().filter_map(|file| file.name.strip_suffix(".toml")).collect()
}

/// The text of a bundled script; `None` when there is none with this id.
pub fn bundled_source(id: &str) -> Option<Source> {
    let name = format!("{id}.toml");
    let text = find(&DRILLS, &name)?.text()?;
    Some(Source::new(name, text))
}

/// A bundled file that goes out with an inject.
pub fn bundled_file(name: &str) -> Option<&'static [u8]> {
    Some(find(&DRILLS, name)?.bytes())
}

/// Reads a bundled script, with its bundled playbook; `None` when there is none with this id.
pub fn load_bundled(id: &str) -> Option<Loaded> {
    bundled_source(id).map(|source| load(&source, &open_bundled))
}

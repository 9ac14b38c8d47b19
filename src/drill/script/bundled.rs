//! The scripts that are compiled into the program.

use super::load::{Loaded, load};
use crate::playbook::bundled::open_bundled;
use crate::source::Source;
use include_dir::{Dir, include_dir};

static FOLDER: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/assets/drills");

/// The ids of all bundled scripts, in order.
pub fn index() -> Vec<&'static str> {
    let files = FOLDER.files().filter(|file| file.path().extension().is_some_and(|end| end == "toml"));
    let mut ids: Vec<_> = files.filter_map(|file| file.path().file_stem()?.to_str()).collect();
    ids.sort_unstable();
    ids
}

/// The text of a bundled script; `None` when there is none with this id.
pub fn bundled_source(id: &str) -> Option<Source> {
    let name = format!("{id}.toml");
    let text = FOLDER.get_file(&name)?.contents_utf8()?;
    Some(Source::new(name, text))
}

/// A bundled file that goes out with an inject.
pub fn bundled_file(name: &str) -> Option<&'static [u8]> {
    Some(FOLDER.get_file(name)?.contents())
}

/// Reads a bundled script, with its bundled playbook; `None` when there is none with this id.
pub fn load_bundled(id: &str) -> Option<Loaded> {
    bundled_source(id).map(|source| load(&source, &open_bundled))
}

//! Finding the script that somebody means, the playbook that it names, and the files that lie beside it.

use super::super::failure::Failure;
use super::super::playbook_files;
use crate::base::ScriptId;
use crate::base::text::inert_line;
use crate::drill::script::{Loaded, bundled, index, load};
use crate::playbook::Playbook;
use crate::playbook::load::load_checked;
use crate::source::{MOST_BYTES, Source};
use crate::store::open::{length, read_bounded};
use std::path::{Path, PathBuf};

/// A script as it was found.
pub struct Found {
    pub source: Source,
    /// How people are told which one it is.
    pub shown: String,
    /// The folder that it lies in; `None` of a bundled one.
    pub folder: Option<PathBuf>,
}

impl Found {
    /// Reads it, with its playbook (this person's own of that id, else the bundled one) and what lies beside it.
    pub fn load(&self) -> Loaded {
        load(&self.source, &playbook).with_files(|name| self.length(name))
    }

    fn length(&self, name: &str) -> Result<u64, String> {
        let bundled = || bundled::bundled_file(name).map(|bytes| bytes.len() as u64);
        let Some(folder) = &self.folder else { return bundled().ok_or_else(|| "it is not bundled".to_owned()) };
        length(&folder.join(name)).map_err(|why| why.to_string())
    }
}

/// The script that is meant: a path if it is written like one or something lies there, else the id of a bundled one.
pub fn find(wanted: &str) -> Result<Found, Failure> {
    let path = Path::new(wanted);
    let written_as_path = wanted.contains(['/', '\\']) || path.extension().is_some();
    if !written_as_path && let Some(source) = bundled::bundled_source(wanted) {
        return Ok(Found { source, shown: wanted.to_owned(), folder: None });
    }
    if written_as_path || path.exists() {
        return read(path);
    }
    let near = crate::source::closest(wanted, index());
    let hint = near.map_or_else(
        || "See them with: breachbook drill list. A script of your own is given by its path.".to_owned(),
        |near| format!("Did you mean {near}?"),
    );
    Err(Failure::refused(format!("There is no script \"{}\".", inert_line(wanted)), hint))
}

fn read(path: &Path) -> Result<Found, Failure> {
    let shown = path.to_string_lossy().into_owned();
    // One byte more than is allowed, so that the check says it with everything else that it says.
    let bytes = read_bounded(path, MOST_BYTES as u64 + 1)
        .map_err(|why| Failure::refused(format!("{shown} was not read: {why}."), "Nothing was written."))?;
    let text = String::from_utf8(bytes).map_err(|_| {
        Failure::refused(format!("{shown} is not UTF-8 text."), "Save it as UTF-8 in your editor and try again.")
    })?;
    let name = path.file_name().map_or_else(|| shown.clone(), |name| name.to_string_lossy().into_owned());
    let folder = path.parent().map(|folder| if folder.as_os_str().is_empty() { Path::new(".") } else { folder });
    Ok(Found { source: Source::new(name, text), shown, folder: folder.map(Path::to_path_buf) })
}

/// All bundled scripts.
pub fn all() -> Vec<Found> {
    let found = |id: &str| Some(Found { source: bundled::bundled_source(id)?, shown: id.to_owned(), folder: None });
    index().into_iter().filter_map(found).collect()
}

/// The playbook of an id, as `start` would take it: this person's own, else the bundled one.
pub fn playbook(id: &str) -> Option<Playbook> {
    ScriptId::new(id)?;
    load_checked(&playbook_files::find(id).ok()?.sources).playbook
}

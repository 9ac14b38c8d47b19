//! The texts of documents that an organisation wrote itself: in its settings folder, or beside a playbook that lies in a folder.

use super::open::read_bounded;
use crate::base::text::inert_line;
use crate::playbook::letter::{self, Letters, MOST, MOST_BYTES, check};
use crate::playbook::{Playbook, bundled};
use crate::source::Source;
use std::path::{Path, PathBuf};

/// The folder in which they lie, one folder a playbook within it.
const FOLDER: &str = "letters";

/// What people should know about the texts that were looked for.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub struct Looked {
    pub letters: Letters,
    /// Sentences: which texts are the organisation's own, and which were not taken.
    pub remarks: Vec<String>,
}

/// Where the settings of this person's organisation hold texts for a playbook.
pub fn own_folder(playbook: &str) -> Option<PathBuf> {
    let dirs = directories::ProjectDirs::from("", "", "breachbook")?;
    Some(dirs.config_dir().join(FOLDER).join(playbook))
}

/// The folder beside a playbook in which its texts lie.
pub fn beside(playbook: &Path, id: &str) -> PathBuf {
    let folder = if playbook.is_dir() { playbook } else { playbook.parent().unwrap_or(Path::new("")) };
    folder.join(FOLDER).join(id)
}

/// The texts of a playbook: the bundled ones, and over them those of each folder, the last before all.
pub fn look(playbook: &Playbook, folders: &[PathBuf]) -> Looked {
    let mut looked = Looked { letters: bundled::letters(playbook.id.as_str()), remarks: Vec::new() };
    for folder in folders {
        let next = with_own(playbook, looked.letters, folder);
        looked.letters = next.letters;
        looked.remarks.extend(next.remarks);
    }
    looked
}

/// Adds the texts of a folder to those that are there; one of the same name goes before. A text with a mistake is not taken.
fn with_own(playbook: &Playbook, mut letters: Letters, folder: &Path) -> Looked {
    let mut remarks = Vec::new();
    let (mut own, mut bad) = (Vec::new(), Vec::new());
    for source in read(folder) {
        let alone = Letters::new([source.clone()]);
        let mistaken = check(playbook, &alone, 0).iter().any(crate::source::Problem::is_error);
        if mistaken {
            bad.push(inert_line(&source.name).into_owned());
            continue;
        }
        own.push(source.name.clone());
        letters = letters.with_own(source);
    }
    let shown = inert_line(&folder.to_string_lossy()).into_owned();
    if !own.is_empty() {
        remarks.push(format!("Texts of your own are used: {} ({shown}).", own.join(", ")));
    }
    if !bad.is_empty() {
        remarks.push(format!("Texts of your own have mistakes and are not used: {} ({shown}).", bad.join(", ")));
    }
    Looked { letters, remarks }
}

/// The texts of a folder in order of name; what cannot be read as text is left out.
pub fn read(folder: &Path) -> Vec<Source> {
    let Ok(found) = folder.read_dir() else { return Vec::new() };
    let mut names: Vec<String> =
        found.filter_map(|entry| entry.ok()?.file_name().into_string().ok()).filter(|name| is_text(name)).collect();
    names.sort();
    names.truncate(MOST);
    let text = |name: String| {
        let bytes = read_bounded(&folder.join(&name), MOST_BYTES as u64).ok()?;
        let text = String::from_utf8(bytes).ok()?;
        Some(Source::new(name, text.trim_start_matches('\u{feff}').replace("\r\n", "\n")))
    };
    names.into_iter().filter_map(text).collect()
}

fn is_text(name: &str) -> bool {
    let sign = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || matches!(b, b'.' | b'_');
    letter::is_file(name) && !name.starts_with('.') && name.len() <= 64 && name.bytes().all(sign)
}

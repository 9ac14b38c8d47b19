//! Finding the playbook that somebody means: their own folder, then what is bundled, or a path.

use super::failure::Failure;
use crate::base::text::inert_line;
use crate::playbook::bundled::{self, Summary};
use crate::playbook::load::load_checked;
use crate::playbook::{Loaded, Playbook, load};
use crate::session::PlaybookFiles;
use crate::source::Source;
use crate::store::folder::{MAX_FROZEN_BYTES, MAX_FROZEN_FILES};
use crate::store::letters::{self, Looked};
use crate::store::open::read_bounded;
use std::path::{Path, PathBuf};

/// Most files and folders of a person's own that are looked at.
const MAX_OWN: usize = 256;

/// A playbook as files.
pub struct Found {
    /// Its files, named as they are kept in a case.
    pub sources: Vec<Source>,
    /// What people should know about which one it is.
    pub remark: Option<String>,
    /// Whether it is a bundled one, which was checked before it was bundled.
    pub bundled: bool,
    /// Where it lies, where it is not bundled.
    pub path: Option<PathBuf>,
}

impl Found {
    /// The playbook, checked, with the files that are frozen into a case.
    pub fn files(&self) -> Result<PlaybookFiles, Failure> {
        let load = if self.bundled { load_checked } else { load };
        let Loaded { playbook, problems, .. } = load(&self.sources);
        let Some(playbook) = playbook else {
            let errors = problems.iter().filter(|problem| problem.is_error()).count();
            let errors = crate::base::text::counted(errors, "mistake", "mistakes");
            return Err(Failure::refused(
                format!("The playbook cannot be used: it has {errors}."),
                "See each with its line: breachbook playbook check PATH.",
            ));
        };
        let files = self.sources.iter().map(|source| (source.name.clone(), source.text.clone().into_bytes()));
        let files = files.collect();
        Ok(PlaybookFiles { playbook, files })
    }

    /// The texts of its documents: the bundled ones, those beside it, and before both the organisation's own.
    pub fn letters(&self, playbook: &Playbook) -> Looked {
        letters::look(playbook, &letter_folders(self.path.as_deref(), playbook.id.as_str()))
    }
}

/// Where texts of a playbook lie besides the bundled ones: beside the playbook, and in the settings of this person's organisation.
pub fn letter_folders(path: Option<&Path>, id: &str) -> Vec<PathBuf> {
    path.map(|path| letters::beside(path, id)).into_iter().chain(letters::own_folder(id)).collect()
}

/// The playbooks in this person's own folder, in order of name, each with its path.
pub fn own() -> Vec<(PathBuf, Summary)> {
    own_folder().map_or_else(Vec::new, |folder| in_folder(&folder))
}

/// The playbooks in a folder, in order of name, each with its path.
pub fn in_folder(folder: &Path) -> Vec<(PathBuf, Summary)> {
    let mut paths = listed(folder, MAX_OWN).unwrap_or_default();
    paths.retain(|path| path.is_dir() || is_toml(path));
    paths
        .into_iter()
        .filter_map(|path| {
            let sources = read(&path).ok()?;
            let summary = sources.iter().find_map(|source| bundled::summary(&source.text))?;
            Some((path, summary))
        })
        .collect()
}

/// Where this person's own playbooks are.
pub fn own_folder() -> Option<PathBuf> {
    directories::ProjectDirs::from("", "", "breachbook").map(|dirs| dirs.config_dir().join("playbooks"))
}

/// The playbook that is meant: an id, or a path if it is written like one.
pub fn find(wanted: &str) -> Result<Found, Failure> {
    if wanted.contains(['/', '\\']) || is_toml(Path::new(wanted)) {
        let path = Some(PathBuf::from(wanted));
        return Ok(Found { sources: read(Path::new(wanted))?, remark: None, bundled: false, path });
    }
    let bundled = bundled::bundled_source(wanted);
    if let Some((path, _)) = own().into_iter().find(|(_, summary)| summary.id == wanted) {
        let instead = if bundled.is_some() { " instead of the bundled one" } else { "" };
        let remark = format!("The playbook {wanted} is your own{instead}: {}", path.to_string_lossy());
        return Ok(Found { sources: read(&path)?, remark: Some(remark), bundled: false, path: Some(path) });
    }
    if let Some(source) = bundled {
        return Ok(Found { sources: vec![source], remark: None, bundled: true, path: None });
    }
    let path = Path::new(wanted);
    if path.is_dir() {
        return Ok(Found { sources: read(path)?, remark: None, bundled: false, path: Some(path.to_owned()) });
    }
    let known: Vec<_> = bundled::index().into_iter().chain(own().into_iter().map(|(_, own)| own)).collect();
    let near = known.iter().map(|summary| (strsim::damerau_levenshtein(wanted, &summary.id), &summary.id));
    let near = near.filter(|(distance, id)| *distance <= 2.max(id.len() / 3)).min();
    let hint = match near {
        Some((_, near)) => format!("Did you mean {near}?"),
        None => "See them with: breachbook playbook list.".into(),
    };
    Err(Failure::refused(format!("There is no playbook \"{}\".", inert_line(wanted)), hint))
}

/// The files of a playbook: one file, or those of a folder in order of name. A contact list is not part of it.
pub fn read(path: &Path) -> Result<Vec<Source>, Failure> {
    if !path.is_dir() {
        return Ok(vec![source(path)?]);
    }
    let mut paths = listed(path, MAX_FROZEN_FILES)?;
    paths.retain(|path| is_toml(path) && path.file_name().is_some_and(|name| name != "contacts.toml"));
    if paths.is_empty() {
        return Err(Failure::refused(
            format!("{} holds no .toml file.", path.to_string_lossy()),
            "Give the folder that holds the playbook's files, or one file.",
        ));
    }
    paths.iter().map(|path| source(path)).collect()
}

fn source(path: &Path) -> Result<Source, Failure> {
    let shown = path.to_string_lossy();
    let bytes = read_bounded(path, MAX_FROZEN_BYTES)
        .map_err(|why| Failure::refused(format!("{shown} was not read: {why}."), "Nothing was written."))?;
    let text = String::from_utf8(bytes).map_err(|_| {
        Failure::refused(format!("{shown} is not UTF-8 text."), "Save it as UTF-8 in your editor and try again.")
    })?;
    Ok(Source::new(kept_name(path), text))
}

/// The file's name as a case keeps it: lower case, and only signs that are legal everywhere.
fn kept_name(path: &Path) -> String {
    let stem = path.file_stem().map(|stem| stem.to_string_lossy().to_lowercase()).unwrap_or_default();
    let sign = |c: char| if c.is_ascii_alphanumeric() || matches!(c, '-' | '_') { c } else { '-' };
    let stem: String = stem.chars().map(sign).take(48).collect();
    format!("{}.toml", if stem.is_empty() { "playbook" } else { &stem })
}

fn is_toml(path: &Path) -> bool {
    path.extension().is_some_and(|end| end.eq_ignore_ascii_case("toml"))
}

/// Paths in a folder in order of name, hidden ones left out.
fn listed(folder: &Path, limit: usize) -> Result<Vec<PathBuf>, Failure> {
    let shown = folder.to_string_lossy();
    let system = |error: std::io::Error| {
        Failure::refused(format!("{shown} could not be listed: {error}."), "Check the folder and its permissions.")
    };
    let mut paths = Vec::new();
    for entry in folder.read_dir().map_err(system)? {
        let entry = entry.map_err(system)?;
        if !entry.file_name().to_string_lossy().starts_with('.') {
            paths.push(entry.path());
        }
        if paths.len() > limit {
            return Err(Failure::refused(
                format!("{shown} holds more than {limit} files, so it was not read."),
                "Take out what does not belong there.",
            ));
        }
    }
    paths.sort();
    Ok(paths)
}

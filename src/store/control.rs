//! The control folder of an exercise: the facilitator's, with the frozen script, in a place of its own that players never have.
//!
//! It is made like a case, under a hidden name until its first entry is on the disk, and has a case number of its own, so that a
//! journal of one that strayed into the other is refused. Whoever opens one has taken the facilitator's side.

use super::disk::Disk;
use super::folder::{CaseFolder, StoreError};
use super::new_case::{Unfinished, VERIFIER, put};
use super::open::{NotRead, read_bounded};
use crate::base::text::inert_line;
use crate::base::{CaseId, Facilitator};
use crate::case::Over;
use chrono::NaiveDate;
use std::fmt;
use std::io;
use std::path::{Path, PathBuf};

const README: &str = include_str!("../../assets/control-readme.txt");
const FOLDERS: [&str; 4] = ["script", "script/files", "journals", "documents"];
/// What the name of a control folder begins with.
const PREFIX: &str = "ctl";
pub const SCRIPT: &str = "script/script.toml";
/// The key in the headers of its journals that holds the number of the exercise.
pub const ABOUT: &str = "about";
/// Longest script that is frozen and read, in bytes.
pub const MAX_SCRIPT: u64 = 512 * 1024;
/// Longest file that goes out with an inject, in bytes.
pub const MAX_FILE: u64 = 4 * 1024 * 1024;
/// Most control folders that are looked through for the one of a case.
const MOST: usize = 4096;

#[derive(Debug)]
pub enum ControlError {
    Store(StoreError),
    /// Players could come by it: where it lies, and what of theirs it lies in or around.
    Exposed {
        control: PathBuf,
        players: PathBuf,
        around: bool,
    },
    /// No folder there belongs to this exercise.
    NotFound {
        case: String,
        root: PathBuf,
    },
    /// Several belong to it.
    Several {
        case: String,
        names: Vec<String>,
    },
    /// A file that goes out with an inject.
    File {
        name: String,
        why: String,
    },
}

impl ControlError {
    pub fn what(&self) -> String {
        match self {
            Self::Store(error) => error.what(),
            Self::Exposed { control, players, around: false } => format!(
                "The control folder would lie in {}, and what is there the players may read: {}.",
                shown(players),
                shown(control)
            ),
            Self::Exposed { control, players, around: true } => {
                format!(
                    "The control folder would lie around {}, which players get: {}.",
                    shown(players),
                    shown(control)
                )
            }
            Self::NotFound { case, root } => {
                format!("No control folder in {} belongs to the exercise {case}.", shown(root))
            }
            Self::Several { case, names } => {
                format!("Several control folders belong to the exercise {case}: {}.", names.join(", "))
            }
            Self::File { name, why } => {
                format!("The file \"{}\" that goes out with an inject was not read: {why}.", inert_line(name))
            }
        }
    }

    pub fn now(&self) -> String {
        match self {
            Self::Store(error) => error.now().unwrap_or_else(|| "Nothing was changed.".into()),
            Self::Exposed { .. } => "Nothing was made or opened. Give a place that the players do not have.".into(),
            Self::NotFound { .. } => {
                "Give the folder in which its control folder lies. Players can go on without it.".into()
            }
            Self::Several { .. } => "Take the copies away that are not used any more.".into(),
            Self::File { .. } => "Put it beside the script, or take it out of the inject.".into(),
        }
    }
}

impl fmt::Display for ControlError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.what(), self.now())
    }
}

impl std::error::Error for ControlError {}

impl From<StoreError> for ControlError {
    fn from(error: StoreError) -> Self {
        Self::Store(error)
    }
}

/// What a control folder is made from.
pub struct NewControl<'a> {
    pub exercise: &'a CaseFolder,
    pub about: &'a CaseId,
    /// Its own number.
    pub number: &'a CaseId,
    pub date: NaiveDate,
    pub script: &'a str,
    /// The files that go out with injects.
    pub files: &'a [String],
    /// Reads one of them.
    pub read: &'a dyn Fn(&str) -> Result<Vec<u8>, String>,
}

/// Makes `ctl-2026-12-03-saffron` for `ex-2026-12-03-saffron`, under a hidden name. Everything but its first entry is on the disk
/// when this returns.
///
/// # Errors
/// What was made is taken away again.
pub fn make(disk: &dyn Disk, root: &Path, new: &NewControl<'_>, _: Facilitator) -> Result<Unfinished, ControlError> {
    let name = new.exercise.name();
    let word = name.strip_prefix("ex-").unwrap_or(&name);
    let mut unread = None;
    let fill = |path: &Path| {
        disk.make_folder(path)?;
        let readme = README
            .replace("{exercise}", &name)
            .replace("{control}", new.number.as_str())
            .replace("{case}", new.about.as_str())
            .replace("{date}", &new.date.to_string());
        put(disk, &path.join("README.txt"), readme.as_bytes())?;
        put(disk, &path.join("verify.py"), VERIFIER.as_bytes())?;
        put(disk, &path.join(".gitattributes"), b"* -text\n")?;
        for folder in FOLDERS {
            disk.make_folder(&path.join(folder))?;
        }
        put(disk, &path.join(SCRIPT), new.script.as_bytes())?;
        for file in new.files {
            let bytes = if is_attachment(file) { (new.read)(file) } else { Err("it has no plain name".into()) };
            let bytes = bytes.map_err(|why| {
                unread = Some(ControlError::File { name: file.clone(), why: why.clone() });
                io::Error::other(why)
            })?;
            put(disk, &path.join("script/files").join(file), &bytes)?;
        }
        FOLDERS.iter().try_for_each(|folder| disk.sync_folder(&path.join(folder)))?;
        disk.sync_folder(path)
    };
    let made = Unfinished::make_with(disk, root, (PREFIX.to_owned(), Some(word)), new.number, fill);
    made.map_err(|error| unread.take().unwrap_or(ControlError::Store(error)))
}

/// A name that is one in every folder and never a path.
fn is_attachment(name: &str) -> bool {
    let plain =
        |sign: char| !sign.is_control() && !matches!(sign, '/' | '\\' | ':' | '"' | '<' | '>' | '|' | '?' | '*');
    (1..=100).contains(&name.len()) && name.chars().all(plain) && !name.starts_with('.') && !name.ends_with(['.', ' '])
}

/// The frozen script, as it is now; [`super::ControlError`] where it cannot be read.
pub fn script(control: &CaseFolder) -> Result<String, ControlError> {
    let path = control.path().join(SCRIPT);
    let unread = |why| StoreError::NotRead { path: path.clone(), why };
    let bytes = read_bounded(&path, MAX_SCRIPT).map_err(unread)?;
    String::from_utf8(bytes).map_err(|_| unread(NotRead::System("it is not UTF-8 text".into())).into())
}

/// Where a file that goes out with an inject lies.
pub fn attachment(control: &CaseFolder, name: &str) -> Option<PathBuf> {
    is_attachment(name).then(|| control.path().join("script/files").join(name))
}

impl CaseFolder {
    /// Whether this is a control folder, which no player opens.
    pub fn is_control(&self) -> bool {
        self.path().join("script").symlink_metadata().is_ok_and(|found| found.is_dir())
    }
}

/// The exercise that the journals of a control folder are about.
fn about(folder: &CaseFolder) -> Option<CaseId> {
    let journals = folder.read().ok()?;
    let mut headers = journals.files.iter().filter_map(|file| file.scan.header.as_ref());
    headers.find_map(|header| CaseId::new(header.header.extra.get_text(ABOUT)?))
}

/// Finds the control folder of an exercise among those in `root`. The one with its name is looked at first.
///
/// # Errors
/// If none belongs to it, or several do.
pub fn find(root: &Path, exercise: &CaseFolder, case: &CaseId, _: Facilitator) -> Result<CaseFolder, ControlError> {
    let name = exercise.name();
    let named = root.join(format!("{PREFIX}-{}", name.strip_prefix("ex-").unwrap_or(&name)));
    let belongs = |path: &Path| {
        let folder = CaseFolder::open(path).ok().filter(CaseFolder::is_control)?;
        (about(&folder)? == *case).then_some(folder)
    };
    // A control folder itself may be given, too.
    if let Some(found) = belongs(&named).or_else(|| belongs(root)) {
        return Ok(found);
    }
    let missing = || ControlError::NotFound { case: name.clone(), root: root.to_owned() };
    let names = root.read_dir().map_err(|_| missing())?.take(MOST).filter_map(|entry| Some(entry.ok()?.file_name()));
    let mut names: Vec<_> = names.filter(|name| name.as_encoded_bytes().starts_with(b"ctl-")).collect();
    names.sort();
    let mut found: Vec<_> = names.iter().filter_map(|name| belongs(&root.join(name))).collect();
    match (found.pop(), found.is_empty()) {
        (Some(only), true) => Ok(only),
        (Some(last), false) => {
            let names = found.iter().chain([&last]).map(CaseFolder::name).collect();
            Err(ControlError::Several { case: name, names })
        }
        (None, _) => Err(missing()),
    }
}

/// The control folder of an exercise that is over, where it has its usual name. No other one is looked into: it may be of an exercise
/// that is still played.
pub fn of_ended(root: &Path, exercise: &CaseFolder, case: &CaseId, _: Over) -> Option<CaseFolder> {
    let name = exercise.name();
    let named = root.join(format!("{PREFIX}-{}", name.strip_prefix("ex-").unwrap_or(&name)));
    let folder = CaseFolder::open(&named).ok().filter(CaseFolder::is_control)?;
    (about(&folder)? == *case).then_some(folder)
}

/// Refuses a place for control folders by which players could come: in the case, in the folder of cases, or around one of them.
///
/// # Errors
/// Which it is.
pub fn check_place(control: &Path, cases: &Path, case: Option<&Path>) -> Result<(), ControlError> {
    let own = resolved(control);
    for players in [Some(cases), case].into_iter().flatten() {
        let theirs = resolved(players);
        let exposed =
            |around| ControlError::Exposed { control: control.to_owned(), players: players.to_owned(), around };
        if own.starts_with(&theirs) {
            return Err(exposed(false));
        }
        if theirs.starts_with(&own) {
            return Err(exposed(true));
        }
    }
    Ok(())
}

/// Where control folders lie that belong to the cases in this folder: beside it.
pub fn beside(cases: &Path) -> PathBuf {
    let whole = resolved(cases);
    whole.parent().unwrap_or(&whole).join("control")
}

/// The place that is meant, without links and dots as far as it is there.
fn resolved(path: &Path) -> PathBuf {
    let whole = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
    let mut found = PathBuf::new();
    for part in whole.components() {
        match part {
            std::path::Component::ParentDir => _ = found.pop(),
            part => found.push(part),
        }
        if let Ok(known) = found.canonicalize() {
            found = known;
        }
    }
    found
}

fn shown(path: &Path) -> String {
    inert_line(&path.to_string_lossy()).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_that_players_could_reach_is_refused_also_behind_a_link_and_dots() {
        let home = tempfile::tempdir().unwrap();
        let (cases, control) = (home.path().join("cases"), home.path().join("control"));
        std::fs::create_dir_all(&cases).unwrap();
        assert!(check_place(&control, &cases, None).is_ok(), "beside the cases");
        let refused = |place: PathBuf| matches!(check_place(&place, &cases, None), Err(ControlError::Exposed { .. }));
        assert!(refused(cases.clone()) && refused(cases.join("control")) && refused(home.path().to_owned()));
        assert!(refused(control.join("../cases/x")));
        #[cfg(unix)]
        {
            std::os::unix::fs::symlink(&cases, home.path().join("elsewhere")).unwrap();
            assert!(refused(home.path().join("elsewhere/control")));
        }
        let case = home.path().join("stick/ex-1");
        assert!(check_place(&home.path().join("stick"), &cases, Some(&case)).is_err(), "around a case elsewhere");
    }

    #[test]
    fn a_name_of_a_file_is_never_a_path() {
        for name in ["list.csv", "Photo 1.JPG", "été.pdf"] {
            assert!(is_attachment(name), "{name}");
        }
        for name in ["", "../x", "a/b", "a\\b", ".hidden", "C:x", "x\n", "x."] {
            assert!(!is_attachment(name), "{name}");
        }
    }
}

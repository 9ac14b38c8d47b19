//! Which names lie in a folder of journals, in bounded memory whoever filled it.
//!
//! Every run of this program leaves files with names of its own form, so those have no limit: a case of any number of runs opens.
//! Names of any other form are left by programs that copy files and by strangers; of those a fixed number is looked at, and that
//! there are more is damage, for one of them may hold entries.

use super::StoreError;
use std::collections::BTreeSet;
use std::ffi::OsString;
use std::io;
use std::path::Path;

/// Most names that are looked at of those that this program does not give, and as many hidden ones.
pub const MAX_STRANGE_NAMES: usize = 4096;

/// Signs in the name of a run.
const RUN: usize = 26;

#[derive(Default, Debug)]
pub(super) struct Listing {
    /// What may be a journal, in order of name.
    pub names: Vec<OsString>,
    /// Hidden names, in order.
    pub hidden: BTreeSet<OsString>,
    /// How many hidden names there are besides.
    pub more_hidden: usize,
    /// How many names there are that were not looked at.
    pub more: usize,
}

impl Listing {
    pub(super) fn of(folder: &Path) -> Result<Self, StoreError> {
        let system = StoreError::system(folder);
        let mut found = Self::default();
        let mut strange = BTreeSet::new();
        for entry in folder.read_dir().map_err(&system)? {
            let name = entry.map_err(&system)?.file_name();
            if name.as_encoded_bytes().starts_with(b".") {
                found.more_hidden += keep_lowest(&mut found.hidden, name, MAX_STRANGE_NAMES);
            } else if name.to_str().is_some_and(is_own_name) {
                found.names.push(name);
            } else {
                found.more += keep_lowest(&mut strange, name, MAX_STRANGE_NAMES);
            }
        }
        found.names.extend(strange);
        found.names.sort_unstable();
        Ok(found)
    }
}

/// The lowest names in a folder that are not hidden, in order, and how many there are besides.
pub(super) fn lowest_names(folder: &Path, most: usize) -> io::Result<(BTreeSet<OsString>, usize)> {
    let (mut names, mut more) = (BTreeSet::new(), 0);
    for entry in folder.read_dir()? {
        let name = entry?.file_name();
        if !name.as_encoded_bytes().starts_with(b".") {
            more += keep_lowest(&mut names, name, most);
        }
    }
    Ok((names, more))
}

/// Keeps the lowest names, so that the order in which the system lists them changes nothing. Says how many fell out.
fn keep_lowest(names: &mut BTreeSet<OsString>, name: OsString, most: usize) -> usize {
    names.insert(name);
    if names.len() <= most {
        return 0;
    }
    names.pop_last();
    1
}

/// `<run>.toml` or `<run>.<segment>.toml`, as this program names what it writes.
fn is_own_name(name: &str) -> bool {
    let Some((run, rest)) = name.split_at_checked(RUN) else { return false };
    let segment = |text: &str| {
        let digits = text.strip_prefix('.').unwrap_or_default();
        (1..=10).contains(&digits.len()) && digits.bytes().all(|b| b.is_ascii_digit())
    };
    run.bytes().all(is_sign) && rest.strip_suffix(".toml").is_some_and(|part| part.is_empty() || segment(part))
}

/// Whether something has the name of a journal: it ends in `.toml`, or the name of a run stands in it. Whatever has such a name
/// and cannot be taken in is damage, for nobody can say that it held nothing.
pub(super) fn is_called_like_a_journal(name: &str) -> bool {
    let name = name.to_ascii_lowercase();
    let mut run = 0;
    let named = name.bytes().any(|byte| {
        run = if is_sign(byte) { run + 1 } else { 0 };
        run >= RUN
    });
    named || Path::new(&name).extension().is_some_and(|end| end == "toml")
}

fn is_sign(byte: u8) -> bool {
    matches!(byte, b'a'..=b'z' | b'2'..=b'7')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_told_by_its_form() {
        let run = "a2".repeat(13);
        for own in [format!("{run}.toml"), format!("{run}.2.toml"), format!("{run}.4294967295.toml")] {
            assert!(is_own_name(&own) && is_called_like_a_journal(&own), "{own}");
        }
        for copy in [format!("{run}.toml~"), format!("Copy of {run}.txt"), "x (copy).TOML".into()] {
            assert!(!is_own_name(&copy) && is_called_like_a_journal(&copy), "{copy}");
        }
        for other in ["notes.txt", "é", &run[1..], &format!("{}.1{}", &run[1..], &run[1..])] {
            assert!(!is_own_name(other) && !is_called_like_a_journal(other), "{other}");
        }
        assert!(!is_own_name(&format!("{run}.2x.toml")) && !is_own_name(&format!("{run}..toml")));
    }
}

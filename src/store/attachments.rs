//! Files that go out with injects, as they lie in a control folder: whether each is the one with which the exercise was begun.

use super::CaseFolder;
use super::control::{MAX_FILE, attachment};
use super::listing::lowest_names;
use super::open::read_bounded;
use crate::base::digest::sha256;
use crate::base::text::inert_line;
use crate::journal::Damage;
use std::collections::BTreeMap;

/// Where they lie in it.
pub const FOLDER: &str = "script/files";
/// Most names that are looked at, more than a script can name.
const MOST_NAMES: usize = 512;

/// How one is listed when the folder is made: `script/files/list.csv sha256:` and its digest.
pub fn listed(name: &str, bytes: &[u8]) -> String {
    format!("{FOLDER}/{name} sha256:{}", sha256(bytes))
}

fn read_listed(text: &str) -> Option<(&str, &str)> {
    text.strip_prefix(FOLDER)?.strip_prefix('/')?.rsplit_once(" sha256:")
}

/// The SHA-256 of a file as it was listed; `None` where it was not.
pub fn digest_of<'l>(list: &'l [String], name: &str) -> Option<&'l str> {
    list.iter().filter_map(|text| read_listed(text)).find(|(known, _)| *known == name).map(|(_, sha256)| sha256)
}

/// What is wrong with them. Folders that were made before files were listed have no list, and nothing can be said of theirs.
pub fn damage(control: &CaseFolder, list: &[String]) -> Vec<Damage> {
    let listed: BTreeMap<&str, &str> = list.iter().filter_map(|text| read_listed(text)).collect();
    if listed.is_empty() {
        return Vec::new();
    }
    let found = |(name, then): (&&str, &&str)| {
        let (code, says) = match attachment(control, name).map(|path| read_bounded(&path, MAX_FILE)) {
            Some(Ok(bytes)) if sha256(&bytes) == **then => return None,
            Some(Ok(_)) => ("altered", "It is not the file with which the exercise was begun.".to_owned()),
            Some(Err(_)) if !is_there(control, name) => ("missing", "Missing: the file is not there any more.".into()),
            Some(Err(why)) => ("unread", format!("Not read: {why}.")),
            None => ("unread", "Not read: it has no plain name.".into()),
        };
        Some(damaged(name, code, format!("{says} Nothing is sent with it; look for another copy of the folder.")))
    };
    let mut all: Vec<_> = listed.iter().filter_map(found).collect();
    let (names, _) = lowest_names(&control.path().join(FOLDER), MOST_NAMES).unwrap_or_default();
    let names = names.iter().map(|name| name.to_string_lossy());
    let added = names.filter(|name| !listed.contains_key(&**name));
    all.extend(
        added.map(|name| damaged(&name, "added", "Added: it was not there when the exercise was begun.".into())),
    );
    all
}

fn is_there(control: &CaseFolder, name: &str) -> bool {
    control.path().join(FOLDER).join(name).symlink_metadata().is_ok()
}

fn damaged(name: &str, code: &'static str, says: String) -> Damage {
    Damage { place: format!("{FOLDER}/{}", inert_line(name)), code, says }
}

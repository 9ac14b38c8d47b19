//! Whether a folder lies where others may come by it: on a medium that is carried about, on a disk of the network, in a folder
//! that a program copies elsewhere.

use crate::base::text::inert_line;
use std::path::Path;

/// Folders under which systems hang media that are carried about.
const REMOVABLE: [&str; 4] = ["/media", "/run/media", "/mnt", "/Volumes"];
/// How folders begin that a program copies to other computers.
const COPIED: [&str; 6] = ["dropbox", "onedrive", "nextcloud", "owncloud", "google drive", "icloud"];

/// What should be known of a folder that nobody else is to have, as sentences.
pub fn warnings(folder: &Path) -> Vec<String> {
    let path = folder.canonicalize().unwrap_or_else(|_| folder.to_owned());
    let shown = inert_line(&path.to_string_lossy()).into_owned();
    let mut found = Vec::new();
    if let Some(kind) = network(&path) {
        found.push(format!("{shown} is on {kind}: whoever reaches that may read the script. Put it on this computer."));
    }
    if REMOVABLE.iter().any(|mount| path.starts_with(mount)) {
        found.push(format!(
            "{shown} seems to be on a medium that can be taken out. Whoever holds it has the script, and without it nothing can be sent."
        ));
    }
    let copied = |part: &std::ffi::OsStr| {
        let name = part.to_string_lossy().to_lowercase();
        COPIED.iter().any(|start| name.starts_with(start))
    };
    if path.iter().any(copied) {
        found.push(format!("{shown} seems to be copied to other computers by a program. Put it outside that folder."));
    }
    found
}

/// What disk it is, if it is one of the network or of another computer.
#[cfg(target_os = "linux")]
fn network(path: &Path) -> Option<&'static str> {
    // Numbers from linux/magic.h and the drivers.
    match rustix::fs::statfs(path).ok()?.f_type as u64 & 0xffff_ffff {
        0x6969 | 0xff53_4d42 | 0xfe53_4d42 | 0x517b | 0x0c36_00ff | 0x5346_414f => Some("a disk of the network"),
        0x0102_1997 | 0x786f_4256 => Some("a folder shared with another computer"),
        _ => None,
    }
}

#[cfg(not(target_os = "linux"))]
fn network(_: &Path) -> Option<&'static str> {
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_that_is_copied_or_carried_about_is_told_and_another_is_not() {
        let said = |path: &str| warnings(Path::new(path)).join("\n");
        assert!(said("/home/x/Dropbox (Work)/control").contains("copied to other computers"));
        assert!(said("/media/stick/control").contains("taken out"));
        assert_eq!(said("/home/x/control"), "");
    }
}

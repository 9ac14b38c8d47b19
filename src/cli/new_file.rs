//! A file that the program makes for somebody: whole, and never over another.

use super::failure::Failure;
use crate::base::text::inert_line;
use crate::store::atomic::write_atomically;
use std::path::Path;

/// Writes it, and says how it is called. `other` says how another file is named.
pub fn write(path: &Path, bytes: &[u8], other: &str) -> Result<String, Failure> {
    let shown = inert_line(&path.to_string_lossy()).into_owned();
    if path.symlink_metadata().is_ok() {
        return Err(Failure::refused(
            format!("{shown} is there already and was left as it is."),
            format!("Give a file that does not exist yet{other}."),
        ));
    }
    write_atomically(path, bytes).map_err(|error| Failure::NotRecorded {
        message: format!("{shown} could not be written: {error}."),
        hint: "Check the folder, its permissions and the space on the disk.".into(),
    })?;
    Ok(shown)
}

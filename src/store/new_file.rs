//! A file that is written line by line where nothing was before.

use super::platform::new_file;
use std::fs::File;
use std::io::{self, BufWriter, Write};
use std::path::Path;

/// A file of lines that is being written.
pub struct NewFile(BufWriter<File>);

impl NewFile {
    /// Begins a file, readable by its owner only.
    ///
    /// # Errors
    /// If something is there already, or what the system said.
    pub fn begin(path: &Path) -> io::Result<Self> {
        new_file(path).map(|file| Self(BufWriter::new(file)))
    }

    /// Adds some text.
    ///
    /// # Errors
    /// What the system said.
    pub fn add(&mut self, text: &str) -> io::Result<()> {
        self.0.write_all(text.as_bytes())
    }

    /// Ends it. It is on the disk when this returns.
    ///
    /// # Errors
    /// What the system said.
    pub fn end(mut self) -> io::Result<()> {
        self.0.flush()?;
        self.0.get_ref().sync_all()
    }
}

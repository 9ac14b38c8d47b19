//! `licences`: under which licences this program is, with everything that is built into it.

use super::console::Console;
use super::failure::{FINE, Failure};
use crate::export::pdf;

/// This program's own; Apache-2.0, the other choice, stands beside its source.
const MIT: &str = include_str!("../../LICENSE-MIT");

/// What is built in, each with its version and licence. `.ci/licences` writes it.
const BUILT_IN: &str = include_str!("../../assets/licences.txt");

pub fn licences(console: &mut Console<'_>) -> Result<u8, Failure> {
    console.block(concat!(
        "breachbook ",
        env!("CARGO_PKG_VERSION"),
        ", under MIT or Apache-2.0, at your choice.\n\n",
        "Built into it, on one system or another, the texts of the licences beside the source of each:\n",
    ))?;
    console.line("")?;
    console.block(BUILT_IN)?;
    for (of, text) in
        [("This program: MIT", MIT), ("The fonts of PDF files, Noto Sans: SIL Open Font License 1.1", pdf::LICENCE)]
    {
        console.block(&format!("\n----  {of}\n\n{text}"))?;
    }
    Ok(FINE)
}

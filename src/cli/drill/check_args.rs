//! Arguments of `drill check`.

use clap::Args;
use std::path::PathBuf;

/// What to check.
#[derive(Args, Debug)]
pub struct CheckArgs {
    /// A script (.toml), the id of a bundled one, or a list of injects (.csv) that is to become one; where none is given, all bundled
    /// scripts.
    #[arg(value_name = "SCRIPT|FILE.csv")]
    pub file: Option<String>,
    /// Also print when each inject and contingency would come, part by part: the dry run.
    #[arg(long)]
    pub plan: bool,
    /// Of a list: the script that it goes into. What the list does not say stays.
    #[arg(long, value_name = "SCRIPT", requires = "file")]
    pub into: Option<String>,
    /// Of a list: a file that is not there yet, for the script that it becomes.
    #[arg(long, value_name = "OUT.toml", requires = "file")]
    pub write: Option<PathBuf>,
    /// Of a list: lines that are not taken.
    #[arg(long, value_name = "LINES", value_delimiter = ',', requires = "file")]
    pub leave_out: Vec<u64>,
    /// Of a list: which column a heading stands for.
    #[arg(long, value_name = "HEADING=COLUMN", requires = "file")]
    pub map: Vec<String>,
}

impl CheckArgs {
    /// Whether something is said that only a list has.
    pub fn is_of_a_list(&self) -> bool {
        self.into.is_some() || self.write.is_some() || !self.leave_out.is_empty() || !self.map.is_empty()
    }
}

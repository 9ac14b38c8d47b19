//! The command line, declared once: help, errors and the manual page come from here.

use super::record::RecordArgs;
use clap::{Parser, Subcommand};
use std::path::PathBuf;

/// The playbook, the phone list and the logbook for the night of a data breach. Works without a network.
#[derive(Parser, Debug)]
#[command(name = "breachbook", version, max_term_width = 100)]
pub struct Cli {
    /// Folder in which cases are kept, instead of the usual place.
    #[arg(long, value_name = "DIR", global = true)]
    pub cases: Option<PathBuf>,
    /// The organisation's phone list, instead of the contacts.toml beside the cases or in the folder of settings.
    #[arg(long, value_name = "FILE", global = true)]
    pub contacts: Option<PathBuf>,
    /// Colours for a light background, on the full screen.
    #[arg(long, global = true)]
    pub light: bool,
    /// What to do; without it, the full screen opens.
    #[command(subcommand)]
    pub command: Option<Task>,
}

/// What the program can be asked to do.
#[derive(Subcommand, Debug)]
pub enum Task {
    /// Begin a new case and print its folder.
    Start(super::start::StartArgs),
    /// Go on with a case on the full screen.
    Open {
        /// Its folder, or the short name that `list` shows.
        #[arg(value_name = "CASE")]
        case: PathBuf,
        /// The person at the keyboard; without it BREACHBOOK_BY, and where nobody is named the screen asks.
        #[arg(long, value_name = "NAME")]
        by: Option<String>,
        /// Show only what falls to their role, and what has no owner.
        #[arg(long)]
        mine: bool,
    },
    /// Walk a case a line at a time: numbered prompts, for screen readers, plain terminals and scripts.
    Walk(super::walk::WalkArgs),
    /// Record one thing.
    Record(Box<RecordArgs>),
    /// Say where a case stands.
    Status(super::status::StatusArgs),
    /// Say where a case stood at a moment of its past; records nothing.
    Replay(super::replay::ReplayArgs),
    /// Print everything that was recorded.
    Log(super::log::LogArgs),
    /// Print a page, a list or a document as a file, or the whole case for other programs.
    Export(Box<super::export::ExportArgs>),
    /// Check every block of every journal, the playbook and the files taken in; exit code 4 unless all is sound.
    Verify {
        /// Its folder, or the short name that `list` shows.
        #[arg(value_name = "CASE")]
        case: PathBuf,
        /// Leave out comparing the files taken in with their digests, and say what was not checked.
        #[arg(long)]
        quick: bool,
    },
    /// List the cases on this computer.
    List,
    /// Say what the latest readiness reviews leave to come back to: overdue, not in order, never reviewed.
    Readiness(super::readiness::ReadinessArgs),
    /// List, read, check and write playbooks.
    #[command(subcommand)]
    Playbook(super::playbook::PlaybookTask),
    /// Hold a tabletop exercise from a script, and write its report.
    #[command(subcommand)]
    Drill(super::drill::DrillTask),
    /// Check, list and print the organisation's phone list.
    #[command(subcommand)]
    Contacts(super::contacts::ContactsTask),
    /// Print the licences of this program, of its fonts and of everything that is built in.
    Licences,
}

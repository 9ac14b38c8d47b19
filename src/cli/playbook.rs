//! `playbook`: list, show, check, begin a new one, and the schema for editors.

use super::check::check;
use super::console::Console;
use super::failure::{FINE, Failure};
use super::new_file;
use super::playbook_files::{find, own, own_folder};
use crate::contract::playbook::{by_role as text_by_role, to_text};
use crate::playbook::{STARTER, Shown, bundled, schema};
use clap::Subcommand;
use std::path::{Path, PathBuf};

/// Columns of `show` as text; short enough for a page and a screen.
const WIDTH: usize = 100;

/// What can be done with playbooks.
#[derive(Subcommand, Debug)]
pub enum PlaybookTask {
    /// List the playbooks: your own first, then the bundled ones.
    List,
    /// Show a playbook: its steps, items, tests and clauses.
    Show {
        /// Id of a playbook, or the path of a .toml file or of a folder of them.
        #[arg(value_name = "ID")]
        id: String,
        /// As JSON: every item with its clauses.
        #[arg(long)]
        json: bool,
        /// What falls to each role, in the order of the steps.
        #[arg(long, conflicts_with = "json")]
        by_role: bool,
    },
    /// Check playbooks: every mistake with its line, a caret and what to do.
    Check {
        /// .toml files, folders of them that are one playbook each, or ids of playbooks.
        #[arg(value_name = "PLAYBOOK", required = true)]
        paths: Vec<PathBuf>,
    },
    /// Write a commented playbook to begin with.
    New {
        /// A file that does not exist yet; standard output where none is given.
        #[arg(value_name = "PATH")]
        path: Option<PathBuf>,
    },
    /// Print the JSON Schema that editors use.
    Schema,
}

/// Does it.
pub fn playbook(task: &PlaybookTask, console: &mut Console<'_>) -> Result<u8, Failure> {
    match task {
        PlaybookTask::List => list(console),
        PlaybookTask::Show { id, json, by_role } => show(id, *json, *by_role, console),
        PlaybookTask::Check { paths } => check(paths, console),
        PlaybookTask::New { path: None } => {
            console.block(STARTER)?;
            Ok(FINE)
        }
        PlaybookTask::New { path: Some(path) } => new(path, console),
        PlaybookTask::Schema => {
            console.block(schema::schema())?;
            Ok(FINE)
        }
    }
}

fn list(console: &mut Console<'_>) -> Result<u8, Failure> {
    let own = own();
    let line = |summary: &bundled::Summary| {
        let version = summary.version.as_ref().map_or_else(String::new, |version| format!(", version {version}"));
        format!("{}  {}  ({}{version})", summary.id, summary.title, summary.organisation)
    };
    for (path, summary) in &own {
        console.line(&format!("{}  your own: {}", line(summary), path.to_string_lossy()))?;
    }
    for summary in bundled::index() {
        let shadowed = own.iter().any(|(_, own)| own.id == summary.id);
        let note = if shadowed { "  bundled; your own is used instead" } else { "  bundled" };
        console.line(&format!("{}{note}", line(&summary)))?;
    }
    if let Some(folder) = own_folder().filter(|_| own.is_empty()) {
        console.remark(&format!("Playbooks of your own go into {}.", folder.to_string_lossy()));
    }
    Ok(FINE)
}

fn show(id: &str, json: bool, by_role: bool, console: &mut Console<'_>) -> Result<u8, Failure> {
    let found = find(id)?;
    if let Some(remark) = &found.remark {
        console.remark(remark);
    }
    let playbook = found.files()?.playbook;
    if json {
        console.json(&Shown::of(&playbook))?;
    } else if by_role {
        console.block(&text_by_role(&playbook, WIDTH))?;
    } else {
        console.block(&to_text(&playbook, WIDTH))?;
    }
    Ok(FINE)
}

fn new(path: &Path, console: &mut Console<'_>) -> Result<u8, Failure> {
    let shown = new_file::write(path, STARTER.as_bytes(), "")?;
    console.line(&format!("{shown} is written. Edit it, then check it: breachbook playbook check {shown}"))?;
    Ok(FINE)
}
